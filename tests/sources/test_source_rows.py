"""JSON and tables: bad rows cost themselves only, and size does not matter."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from io import BufferedReader, RawIOBase

import pytest

from dragoman.sources import SourceOptions
from dragoman.sources.base import Material
from dragoman.sources.reading import read_material
from dragoman.terms import Clipping, MediaType, Skip, SkipKind


class _Stream(RawIOBase):
    """A stream of chunks that are made while it is read."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # Buffer is named only in 3.12
        self._left = self._left or next(self._chunks, b"")
        chunk, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _read(
    name: str, content: bytes | Iterator[bytes], options: SourceOptions | None = None
) -> Iterator[Clipping | Skip]:
    chunks = iter([content]) if isinstance(content, bytes) else content
    return read_material(Material(name, name, BufferedReader(_Stream(chunks))), options or SourceOptions())


def _shape(found: Iterator[Clipping | Skip]) -> list[tuple[str, str]]:
    """Origin and either text or reason."""
    return [
        (one.origin, one.content.decode() if isinstance(one, Clipping) else f"! {one.reason}")
        for one in found
    ]


def test_a_bad_line_costs_itself_only() -> None:
    """The line number tells where to look."""
    content = b'{"text": "One."}\n{"text": \n{"text": "Three."}\n["x"]\n'
    assert _shape(_read("p.jsonl", content)) == [
        ("p.jsonl:1", "One."),
        ("p.jsonl:2", "! broken JSON: expecting value at character 11"),
        ("p.jsonl:3", "Three."),
        ("p.jsonl:4", "! expected an object with named fields, found a list"),
    ]


def test_a_bad_line_is_a_failure() -> None:
    """Broken JSON should have worked, so the run's exit status tells of it."""
    (found,) = _read("p.jsonl", b"{")
    assert isinstance(found, Skip)
    assert found.kind is SkipKind.FAILED


def test_a_line_in_another_encoding_keeps_its_bytes() -> None:
    """What is not UTF-8 is handed on as it was, for those who know encodings."""
    (found,) = _read("p.jsonl", '{"text": "Министр прибыл"}'.encode("cp1251"))
    assert isinstance(found, Clipping)
    assert found.content == "Министр прибыл".encode("cp1251")
    assert found.charset is None


def test_half_a_surrogate_pair_does_not_escape() -> None:
    """Broken escapes in JSON become question marks, not a crash behind."""
    (found,) = _read("p.jsonl", rb'{"text": "A \ud83d smile.", "title": "\ud83d"}')
    assert isinstance(found, Clipping)
    assert found.content == b"A ? smile."
    assert found.title == "?"


def test_an_overlong_line_is_skipped_and_the_next_is_read() -> None:
    """The limit is for one article; the pile goes on."""
    content = b'{"text": "' + b"a" * 500_000 + b'"}\n{"text": "Two."}\n'
    options = SourceOptions(max_bytes=1000)
    assert _shape(_read("p.jsonl", content, options))[1] == ("p.jsonl:2", "Two.")


def test_a_page_in_a_field_is_a_page() -> None:
    """Archives keep HTML in their text field."""
    (found,) = _read("p.jsonl", b'{"body": "<div><p>Report.</p></div>"}')
    assert isinstance(found, Clipping)
    assert found.media_type is MediaType.HTML


@pytest.mark.parametrize(
    ("content", "last"),
    [
        (
            b'[{"text": "One."}, {"text": ]',
            "! broken JSON: expecting value at character 28; the rest of the list",
        ),
        (b'[{"text": "One."} {"text": "Two."}]', "! broken JSON: the list breaks off after entry 1"),
        (b'[{"text": "One."}', "! broken JSON: the list breaks off after entry 1"),
        (b'[{"text": "One."},', "! broken JSON: expecting value at character 1"),
    ],
)
def test_a_broken_list_gives_what_stands_before_the_break(content: bytes, last: str) -> None:
    """What was sound is read; where it breaks is said."""
    first, second = _shape(_read("p.json", content))
    assert first == ("p.json:1", "One.")
    assert second[1].startswith(last[:40])


def test_one_object_is_one_article() -> None:
    """A JSON file need not be a list."""
    assert _shape(_read("p.json", b' {"text": "One."} ')) == [("p.json", "One.")]


def test_an_object_without_text_names_its_fields() -> None:
    """An envelope around the list is not guessed at."""
    ((_, reason),) = _shape(_read("p.json", b'{"status": "ok", "articles": []}'))
    assert reason == "! no text in it; its fields are status, articles; say which: --field text=NAME"


def test_deep_nesting_is_refused() -> None:
    """A file made to overflow the stack costs itself only."""
    content = b'[{"text": ' + b"[" * 200_000
    assert "nested too deeply" in _shape(_read("p.json", content))[0][1]


def test_a_long_list_is_streamed() -> None:
    """Memory holds one article, not the file (20 MB here)."""
    entry = json.dumps({"text": "word " * 4000}).encode() + b","
    tracemalloc.start()
    count = sum(1 for _ in _read("p.json", iter([b"[", *([entry] * 1000), entry[:-1], b"]"])))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 1001
    assert peak < 4_000_000


def test_a_table_may_use_semicolons() -> None:
    """Spreadsheets of half of Europe do."""
    content = b'\xef\xbb\xbftext;outlet\n"One; two.";Courier\n'
    (found,) = _read("t.csv", content)
    assert isinstance(found, Clipping)
    assert (found.content, found.outlet) == (b"One; two.", "Courier")


def test_a_table_in_utf_16_is_read() -> None:
    """What spreadsheets save as Unicode text."""
    assert _shape(_read("t.tsv", "text\ttitle\nOne.\tA\n".encode("utf-16"))) == [("t.tsv:2", "One.")]


def test_rows_are_numbered_by_their_first_line() -> None:
    """Line breaks within cells count."""
    content = b'text,title\n"One\nmore.",A\nTwo.,B\nx,y,z\n'
    assert _shape(_read("t.csv", content)) == [
        ("t.csv:2", "One\nmore."),
        ("t.csv:4", "Two."),
        ("t.csv:5", "! 3 cells under a header of 2 columns"),
    ]


def test_a_header_may_break_lines_and_leave_columns_unnamed() -> None:
    """Spreadsheets do both; empty cells beyond the header are nothing."""
    content = b'"text","the\ntitle",,\nOne.,A,,,,\n'
    assert _shape(_read("t.csv", content)) == [("t.csv:3", "One.")]


def test_huge_cells_are_read() -> None:
    """A cell may be as long as an article may."""
    (found,) = _read("t.csv", b"text\n" + b"word " * 100_000 + b"\n")
    assert isinstance(found, Clipping)
    assert len(found.content) == 500_000


def test_a_table_without_line_ends_does_not_fill_the_memory() -> None:
    """A line is read in pieces."""
    chunks = iter([b"text\n", *[b"a" * 1_000_000] * 30])
    tracemalloc.start()
    found = list(_read("t.csv", chunks, SourceOptions(max_bytes=1000)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert all(isinstance(one, Skip) for one in found)
    assert peak < 15_000_000


def test_a_cell_above_the_limit_costs_its_row() -> None:
    """The next row is read."""
    content = b"text\n" + b"a" * 500_000 + b"\nTwo.\n"
    shape = _shape(_read("t.csv", content, SourceOptions(max_bytes=1000)))
    assert [origin for origin, _ in shape] == ["t.csv:2", "t.csv:3"]
    assert shape[1][1] == "Two."


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"text,title\n", "a header and no rows"),
        (b"text,text\na,b\n", "two columns of the header have the same name"),
        (b"\n", "empty"),
    ],
)
def test_tables_without_articles_say_so(content: bytes, reason: str) -> None:
    """A header is required and must be clear."""
    assert list(_read("t.csv", content)) == [Skip("t.csv", reason)]
