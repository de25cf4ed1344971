"""What every kind of input keeps."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.sources import KINDS, SourceOptions, find
from dragoman.sources.base import Kind, Material
from dragoman.sources.reading import read_material
from dragoman.terms import Clipping, Skip, SkipKind
from tests.sources.sample_sources import SAMPLES, Expected, zipped

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def _expected(clipping: Clipping, origin: str) -> Expected:
    return Expected(
        clipping.origin.removeprefix(origin),
        clipping.content.decode(),
        clipping.title,
        clipping.outlet,
        clipping.published,
        clipping.url,
    )


@every_kind
class TestKind:
    def test_its_sample_gives_the_expected_clippings(self, kind: Kind, tmp_path: Path) -> None:
        """Text, title, outlet, date and address arrive as the container wrote them."""
        sample = SAMPLES[kind.name]
        path = tmp_path / sample.name
        path.write_bytes(sample.content)
        found = list(find([path]))
        assert all(isinstance(clipping, Clipping) for clipping in found), found
        given = tuple(_expected(clipping, str(path)) for clipping in found if isinstance(clipping, Clipping))
        assert given == sample.clippings

    def test_its_sample_is_found_inside_an_archive(self, kind: Kind, tmp_path: Path) -> None:
        """A member of an archive is read as a file is, and its origin names both."""
        sample = SAMPLES[kind.name]
        path = tmp_path / "outer.zip"
        path.write_bytes(zipped({f"in/{sample.name}": sample.content}))
        found = list(find([path]))
        origins = [f"{path}!in/{sample.name}{expected.origin}" for expected in sample.clippings]
        assert [clipping.origin for clipping in found] == origins

    def test_its_sample_is_read_from_a_pipe(self, kind: Kind) -> None:
        """A stream that cannot be wound back serves as well as a file."""
        sample = SAMPLES[kind.name]
        stream = _pipe(sample.content)
        found = list(read_material(Material("p", sample.name, stream), SourceOptions()))
        assert [clipping.origin for clipping in found] == [
            f"p{expected.origin}" for expected in sample.clippings
        ]

    def test_an_empty_file_is_skipped(self, kind: Kind, tmp_path: Path) -> None:
        """Nothing in it is no failure."""
        path = tmp_path / f"nothing{kind.suffixes[0]}"
        path.write_bytes(b"")
        assert list(find([path])) in ([Skip(str(path), "empty")], [_broken(str(path))])

    def test_a_picture_under_its_name_is_skipped(self, kind: Kind, tmp_path: Path) -> None:
        """What the bytes are counts more than what the name says."""
        path = tmp_path / f"picture{kind.suffixes[0]}"
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
        (found,) = find([path])
        assert isinstance(found, Skip)

    def test_its_suffixes_are_its_own(self, kind: Kind) -> None:
        """No two kinds claim the same file name."""
        others = [suffix for other in KINDS if other is not kind for suffix in other.suffixes]
        assert not set(kind.suffixes) & set(others)

    @settings(deadline=None)
    @given(content=st.binary(max_size=300))
    def test_any_bytes_end_in_clippings_or_skips(self, kind: Kind, content: bytes) -> None:
        """Nothing that stands in a file stops the run."""
        stream = io.BytesIO(content)
        found = list(read_material(Material("x", f"x{kind.suffixes[0]}", stream), SourceOptions()))
        assert all(isinstance(one, (Clipping, Skip)) for one in found)

    @settings(deadline=None)
    @given(cut=st.integers(0, 400), noise=st.binary(max_size=4))
    def test_a_damaged_sample_ends_in_clippings_or_skips(self, kind: Kind, cut: int, noise: bytes) -> None:
        """A file broken in the middle does not stop the run either."""
        content = SAMPLES[kind.name].content
        damaged = content[:cut] + noise + content[cut + 2 :]
        found = list(
            read_material(Material("x", f"x{kind.suffixes[0]}", io.BytesIO(damaged)), SourceOptions())
        )
        assert found


def _broken(origin: str) -> Skip:
    return Skip(origin, "broken archive: File is not a zip file", SkipKind.FAILED)


def _pipe(content: bytes) -> io.BufferedReader:
    class _Pipe(io.RawIOBase):
        inner = io.BytesIO(content)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # Buffer is named only in 3.12
            return self.inner.readinto(buffer)

    return io.BufferedReader(_Pipe())


def test_every_kind_has_a_sample() -> None:
    """A new kind comes with a sample."""
    assert {kind.name for kind in KINDS} == set(SAMPLES)
