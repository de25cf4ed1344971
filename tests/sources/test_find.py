"""Places: files, folders, patterns, standard input, and what is wrong with them."""

from __future__ import annotations

import io
from itertools import islice
from pathlib import Path

import pytest

from dragoman.sources import SourceOptions, find
from dragoman.terms import Clipping, MediaType, Skip, SkipKind, UnknownName


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"A report called {name}.", encoding="utf-8")


def _origins(folder: Path, place: str | Path) -> list[str]:
    return [found.origin.removeprefix(f"{folder}/") for found in find([place])]


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    """The same pile always comes in the same order, to the bottom, hidden files left out."""
    _write(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", ".hidden.txt", ".git/x.txt", "c.txt")
    assert _origins(tmp_path, tmp_path) == ["a/b/c.txt", "a/z.txt", "b.txt", "c.txt"]


def test_patterns_match_in_the_order_of_names(tmp_path: Path) -> None:
    """A pattern finds what the shell would have found."""
    _write(tmp_path, "b.txt", "a.txt", "c.md", "d/e.txt")
    assert _origins(tmp_path, f"{tmp_path}/*.txt") == ["a.txt", "b.txt"]
    assert _origins(tmp_path, f"{tmp_path}/**/*.txt") == ["a.txt", "b.txt", "d/e.txt"]


def test_a_pattern_without_a_match_fails(tmp_path: Path) -> None:
    """A misspelt pattern must not look like an empty pile."""
    (found,) = find([f"{tmp_path}/*.txt"])
    assert isinstance(found, Skip)
    assert (found.kind, found.reason) == (SkipKind.FAILED, "no file matches this pattern")


def test_a_file_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    """What is there is taken as it is named."""
    _write(tmp_path, "report [1].txt")
    assert _origins(tmp_path, f"{tmp_path}/report [1].txt") == ["report [1].txt"]


def test_a_missing_path_names_the_nearest(tmp_path: Path) -> None:
    """The hint corrects the first part of the path that is wrong."""
    _write(tmp_path, "clippings/a.txt")
    (found,) = find([tmp_path / "clipings" / "a.txt"])
    assert isinstance(found, Skip)
    assert found.reason == f"no such file or folder; did you mean '{tmp_path}/clippings'?"
    assert found.kind is SkipKind.FAILED


def test_an_unreadable_file_fails_and_the_rest_is_read(tmp_path: Path) -> None:
    """One bad file in a folder costs that file only."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    _write(tmp_path, "b.txt")
    first, second = find([tmp_path])
    assert isinstance(first, Skip)
    assert first.kind is SkipKind.FAILED
    assert isinstance(second, Clipping)


def test_linked_folders_do_not_go_round_in_circles(tmp_path: Path) -> None:
    """A link back up is not followed."""
    _write(tmp_path, "in/a.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    assert _origins(tmp_path, tmp_path) == ["in/a.txt"]


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    """A folder without files is a skip, not silence."""
    assert list(find([tmp_path])) == [Skip(str(tmp_path), "a folder with no files in it")]


def test_standard_input_is_read_by_its_content() -> None:
    """A dash means the stream given; what it holds is seen from its first bytes."""
    (text,) = find(["-"], stdin=io.BytesIO(b"A plain report."))
    (page,) = find(["-"], stdin=io.BytesIO(b"<html><body><p>A page.</p></body></html>"))
    assert isinstance(text, Clipping)
    assert isinstance(page, Clipping)
    assert (text.origin, text.media_type) == ("<stdin>", MediaType.TEXT)
    assert page.media_type is MediaType.HTML


@pytest.mark.parametrize(
    ("content", "origins"),
    [
        (b'{"text": "One."}\n{"text": "Two."}\n', ["<stdin>:1", "<stdin>:2"]),
        (b'{"text": "One."}', ["<stdin>:1"]),
        (b'{\n  "text": "One."\n}', ["<stdin>"]),
        (b'[{"text": "One."}, {"text": "Two."}]', ["<stdin>:1", "<stdin>:2"]),
        (b"[Update] The minister has left.", ["<stdin>"]),
    ],
)
def test_json_on_standard_input_is_known_by_its_look(content: bytes, origins: list[str]) -> None:
    """Lines, one object and a list are told apart without a file name."""
    assert [found.origin for found in find(["-"], stdin=io.BytesIO(content))] == origins


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("photo.dat", b"\x89PNG\r\n\x1a\n" + bytes(64), "binary file (png)"),
        ("paper", b"%PDF-1.7 ...", "binary file (pdf)"),
        ("letter.docx", b"PK\x03\x04" + bytes(64), "binary file (docx)"),
        ("noise.bin", bytes(range(1, 32)) * 20, "binary file (unknown format)"),
        ("feed.xml", b"<?xml version='1.0'?><rss></rss>", "an XML file; only pages and plain text are read"),
    ],
)
def test_what_holds_no_text_is_named(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    """A binary file is skipped without counting as a failure, and its format is said."""
    path = tmp_path / name
    path.write_bytes(content)
    assert list(find([path])) == [Skip(str(path), reason)]


def test_text_under_an_unknown_name_is_read(tmp_path: Path) -> None:
    """Neither a missing suffix nor UTF-16 without a mark makes a text binary."""
    (tmp_path / "README").write_bytes("The report is short.".encode("utf-16-le"))
    (found,) = find([tmp_path])
    assert isinstance(found, Clipping)


def test_an_article_above_the_limit_is_skipped(tmp_path: Path) -> None:
    """The limit is for one article."""
    (tmp_path / "long.txt").write_text("word " * 100)
    (found,) = find([tmp_path], SourceOptions(max_bytes=400))
    assert isinstance(found, Skip)
    assert found.reason.startswith("larger than 0.0004 MB")
    assert found.kind is SkipKind.UNSUPPORTED


def test_what_the_user_says_replaces_what_the_container_says(tmp_path: Path) -> None:
    """Outlet and date given for everything win."""
    (tmp_path / "a.jsonl").write_text('{"text": "A.", "outlet": "Old", "published": "2020-01-01"}')
    (found,) = find([tmp_path], SourceOptions(outlet="Steppe Courier", published="2022-10-07"))
    assert isinstance(found, Clipping)
    assert (found.outlet, found.published) == ("Steppe Courier", "2022-10-07")


def test_an_unknown_field_is_refused_with_the_nearest() -> None:
    """A misspelt option must not be ignored."""
    with pytest.raises(UnknownName, match="Did you mean 'published'"):
        SourceOptions(fields={"date": "when"})


def test_finding_is_lazy(tmp_path: Path) -> None:
    """The first article is there before the second has been opened."""
    _write(tmp_path, "a.txt")

    def places() -> list[Path | str]:
        return [tmp_path / "a.txt"]

    found = find(iter([*places(), *("-" for _ in range(10**6))]), stdin=io.BytesIO(b""))
    assert [one.origin for one in islice(found, 1)] == [str(tmp_path / "a.txt")]
