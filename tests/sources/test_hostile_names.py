"""Names and reasons reach people on one printable line, whatever a file is called."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources import SourceOptions, find
from dragoman.sources.measure import measure
from dragoman.sources.shown import fit_to_keep, printable
from dragoman.terms import Clipping, Skip, SkipKind
from tests.sources.sample_sources import TEXT, zipped

posix_only = pytest.mark.skipif(os.name != "posix", reason="such files exist on POSIX systems only")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plain.txt", "plain.txt"),
        ("Тараз.txt", "Тараз.txt"),
        ("a\nb\x1b[2J.txt", r"a\nb\x1b[2J.txt"),
        ("a\udcff.txt", r"a\xff.txt"),
        ("txt.\u202eexe", r"txt.\u202eexe"),
        ("\ud800", r"\ud800"),
    ],
)
def test_what_cannot_be_shown_is_escaped(name: str, shown: str) -> None:
    """Line breaks, terminal escapes, turned writing and stray bytes become visible."""
    assert printable(name) == shown


@given(st.text(st.characters()))
def test_a_printable_name_has_one_line_and_whole_characters(name: str) -> None:
    """It can be encoded and holds no control."""
    shown = printable(name)
    assert len(shown.encode().splitlines()) <= 1
    assert "\x1b" not in shown


@posix_only
def test_odd_file_names_are_read(tmp_path: Path) -> None:
    """The content counts; the origin is escaped."""
    for name in (b"a\nb.txt", b"c\xff.txt", b"d\x1b[31m.txt"):
        (tmp_path / os.fsdecode(name)).write_text(TEXT, encoding="utf-8")
    origins = [found.origin.removeprefix(f"{tmp_path}/") for found in find([tmp_path])]
    assert origins == [r"a\nb.txt", r"c\xff.txt", r"d\x1b[31m.txt"]


def test_the_name_of_a_member_is_escaped(tmp_path: Path) -> None:
    """Archives come from strangers."""
    (tmp_path / "a.zip").write_bytes(zipped({"x\n\x1b]0;y.txt": b""}))
    (found,) = find([tmp_path / "a.zip"])
    assert found.origin == rf"{tmp_path}/a.zip!x\n\x1b]0;y.txt"


def test_a_reason_that_quotes_the_input_stays_one_line(tmp_path: Path) -> None:
    """The names of columns are quoted when none is the text."""
    (tmp_path / "a.csv").write_bytes(b'"wo\nrds\x1b[31m",x\xff\none,two\n')
    (found,) = find([tmp_path / "a.csv"])
    assert isinstance(found, Skip)
    assert (
        found.reason == r"no text in it; its fields are wo rds\x1b[31m, x\xff; say which: --field text=NAME"
    )


def test_no_field_keeps_half_a_character() -> None:
    """What a store would refuse is read as Western."""
    found = fit_to_keep(Clipping("a", b"b", title="caf\udce9", outlet="\ud800"))
    assert isinstance(found, Clipping)
    assert (found.title, found.outlet) == ("café", "?")


@posix_only
def test_pipes_and_devices_in_a_folder_are_named_and_left(tmp_path: Path) -> None:
    """Links to them included: nobody may be writing."""
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "c.txt").symlink_to("/dev/zero")
    assert {found.reason for found in find([tmp_path]) if isinstance(found, Skip)} == {
        "neither a file nor a folder"
    }


@posix_only
def test_a_pipe_without_a_writer_is_empty(tmp_path: Path) -> None:
    """It does not hold the run."""
    os.mkfifo(tmp_path / "a.txt")
    assert list(find([tmp_path / "a.txt"])) == [Skip(f"{tmp_path}/a.txt", "empty")]


@posix_only
def test_a_pipe_with_a_writer_is_read() -> None:
    """As the shell's <(...) gives one."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as stream:
        stream.write(TEXT.encode())
        threading.Timer(0.05, stream.close).start()
        (found,) = find([f"/dev/fd/{reading}"])
    os.close(reading)
    assert isinstance(found, Clipping)
    assert found.content == TEXT.encode()


def test_folders_of_any_depth_are_read(tmp_path: Path) -> None:
    """Deeper than a program may call itself."""
    deep = tmp_path.joinpath(*["d"] * 350)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(TEXT, encoding="utf-8")
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        (found,) = find([tmp_path])
    finally:
        sys.setrecursionlimit(usual)
    assert isinstance(found, Clipping)


@pytest.mark.parametrize("place", ["", " ", "~nobody-of-that-name/a.txt", "a\x00b", "x" * 5000, "**/["])
def test_impossible_places_fail_in_one_line_and_have_no_size(place: str) -> None:
    """Neither finding nor measuring raises; an empty path is not the current folder."""
    (found,) = find([place], SourceOptions())
    assert isinstance(found, Skip)
    assert found.kind is SkipKind.FAILED
    assert place.strip() == "" or measure([place]) == 0
