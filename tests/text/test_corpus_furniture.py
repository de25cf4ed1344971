"""The bundled corpus: what the text room makes of reports whose furniture and sentences are known."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.corpus import FOLDER, Answer, answers, visible_lines
from dragoman.sources import find
from dragoman.terms import Document
from dragoman.text import prepare
from dragoman.text.markdown import plain

# Measured when this was written: precision .98, recall .96 over 21 reports; boundaries 719 of 719.
LINE_PRECISION, LINE_RECALL, BOUNDARIES = 0.95, 0.93, 0.97


@cache
def _read() -> tuple[tuple[Answer, Path, Document], ...]:
    """Every report with its answers and what became of it."""
    read = []
    for answer in answers().values():
        path = FOLDER / "reports" / answer.file
        (clipping,) = find([path])
        document = prepare(clipping)  # type: ignore[arg-type]  # a skip would fail below
        assert isinstance(document, Document), document
        read.append((answer, path, document))
    return tuple(read)


def _bare(line: str) -> str:
    """A line as it can be compared: without Markdown, bullets and spaces."""
    return " ".join(plain(line).split()).removeprefix("- ")


def _left_out(path: Path, document: Document) -> tuple[set[str], set[str]]:
    """The seen lines of a report that are not in the article, and those that are."""
    text, start = document.text, 0
    kept = []
    for span in (*document.furniture, None):
        kept.append(text[start : span.start if span else len(text)])
        start = span.end if span else 0
    article = {_bare(line) for stretch in kept for line in stretch.split("\n")}
    seen = {_bare(line) for line in visible_lines(path)} - {""}
    return seen - article, seen & article


def test_furniture_is_told_from_the_article_line_by_line() -> None:
    """Over the reports that have some, whether a page's structure or its words give it away."""
    hits = found = expected = 0
    for answer, path, document in _read():
        if answer.boilerplate:
            gold = {_bare(line) for line in answer.boilerplate}
            left, _ = _left_out(path, document)
            hits += len(left & gold)
            found += len(left)
            expected += len(gold)
    assert hits / found >= LINE_PRECISION
    assert hits / expected >= LINE_RECALL


def test_reports_without_furniture_lose_next_to_nothing() -> None:
    """Articles are not to be thinned out."""
    lost = [
        line
        for answer, path, document in _read()
        if not answer.boilerplate
        for line in _left_out(path, document)[0]
    ]
    assert len(lost) <= 3, lost


def test_evidence_begins_and_ends_where_sentences_do() -> None:
    """The sentences that people quoted are the sentences found here."""
    right = total = 0
    for answer, _, document in _read():
        starts = {span.start for span in document.sentences}
        ends = {span.end for span in document.sentences}
        quoted = {words for event in answer.events for words in event.evidence}
        for words in map(plain, quoted | {claim.evidence for claim in answer.claims}):
            at = [start for start in starts if document.text.startswith(words, start)]
            right += any(start + len(words) in ends for start in at)
            total += 1
    assert right / total >= BOUNDARIES


@pytest.mark.parametrize(
    "slug", ["036-mystery-blasts", "042-kazakh-leader-shocks", "024-five-hours-in-the-forest"]
)
def test_a_headline_between_menus_is_read(slug: str) -> None:
    """It often tells the event in full."""
    answer, _, document = next(one for one in _read() if one[0] == answers()[slug])
    assert any(span.of(document.text) == answer.title for span in document.sentences)
