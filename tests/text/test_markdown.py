"""Markdown without its marks."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms import Clipping, Document, MediaType
from dragoman.text import prepare
from dragoman.text.markdown import MARKS, Mark, plain


def _tidy(text: str) -> str:
    return re.sub(r"\n\n+", "\n\n", text).strip()


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.name)
def test_every_mark_goes_and_its_words_stay(mark: Mark) -> None:
    """The example of each mark is its test."""
    assert _tidy(plain(mark.example)) == mark.plain


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[![Photo](a.jpg)](https://news.example)", ""),
        (r"He paid 5\* for \[both\] and 3 \_ more.", "He paid 5* for [both] and 3 _ more."),
        ("**Osh**. The [**envoy**](a) left.", "Osh. The envoy left."),
        ("He said [it was over] and left.", "He said [it was over] and left."),
        ("- first\n- second", "- first\n- second"),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
    ],
)
def test_marks_meet(marked: str, words: str) -> None:
    """Marks within marks, escaped marks, and what only looks like one."""
    assert _tidy(plain(marked)) == words


@given(st.text(st.sampled_from("aB .,\n'")))
def test_text_without_marks_is_left_alone(text: str) -> None:
    """Nothing is reworded."""
    assert plain(text) == text


@pytest.mark.parametrize(
    "piece", ["*", "_a", "[", "[a](", "![", "<a ", "<!--", "`", "> ", "# ", "~~", "|--", "\\", "(", "- "]
)
def test_hostile_text_takes_no_longer_than_other_text(piece: str) -> None:
    """A line of marks that never close."""
    started = time.process_time()
    plain(piece * (300_000 // len(piece)))
    assert time.process_time() - started < 3


def test_a_markdown_file_reads_cleanly() -> None:
    """Its sentences hold no marks, and the heading is the title."""
    heading = "**Envoy** [leaves](x)"
    body = "The *envoy* left [the city](https://news.example/a) on Friday. He was **tired**."
    content = f"# {heading}\n\n{body}".encode()
    document = prepare(Clipping("a.md", content, MediaType.MARKDOWN, title=heading))
    assert isinstance(document, Document)
    assert document.title == "Envoy leaves"
    assert [span.of(document.text) for span in document.sentences] == [
        "Envoy leaves",
        "The envoy left the city on Friday.",
        "He was tired.",
    ]
