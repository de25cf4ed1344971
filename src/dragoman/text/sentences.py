"""The sentences of an article.

The text is cut into paragraphs first: at blank lines, at furniture, and at line ends, unless the line was
only wrapped. In each paragraph `sentence_rules` decide at which stops a sentence ends. A quote of several
sentences is several sentences; its quotation marks let a reader carry the speaker along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.terms import Span
from dragoman.text.sentence_rules import TITLES, Stop, ends_sentence

LONGEST = 1000
"""Most characters of a sentence; a longer one is cut at its last semicolon, comma or space before that."""

WRAPPED = range(50, 110)
"""Lengths of the longest line in a block that was wrapped by hand or by a mail program."""

_STOP = re.compile(r"([.!?…。！？]+)([\"'”’»)\]]{0,4})(\s*)")
_BLANK = re.compile(r"\n\s*\n")
_LINE_ENDED = re.compile(r"[.!?…。！？:][\"'”’»)\]]{0,4}$")
_BULLET = re.compile(r"[-–—•*·▪●◦‣►]\s|\(?\d{1,3}[.)]\s")
_CUTS = ("; ", ", ", "，", " ")


def split(text: str, furniture: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The sentences of ``text`` outside ``furniture``, in order, disjoint, without whitespace around them.

    Together they hold every character that is neither whitespace nor furniture. A sentence never crosses a
    blank line, a line that ends with a stop, or furniture, and has at most `LONGEST` characters.
    """
    sentences: list[Span] = []
    for stretch in _outside(text, furniture):
        for paragraph in _paragraphs(text, stretch):
            for sentence in _in_paragraph(text, paragraph):
                sentences.extend(_cut(text, sentence))
    return tuple(sentences)


def _outside(text: str, furniture: Sequence[Span]) -> Iterator[Span]:
    """The stretches between the furniture."""
    start = 0
    for span in sorted(furniture):
        if span.start > start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < len(text):
        yield Span(start, len(text))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without the whitespace around it; None when nothing is left."""
    stripped = text[start:end].strip()
    if not stripped:
        return None
    begin = start if text[start] == stripped[0] else text.index(stripped[0], start, end)
    return Span(begin, begin + len(stripped))


def _paragraphs(text: str, stretch: Span) -> Iterator[Span]:
    """The paragraphs of a stretch, trimmed."""
    start = stretch.start
    for blank in _BLANK.finditer(text, stretch.start, stretch.end):
        yield from _unwrapped(text, start, blank.start())
        start = blank.end()
    yield from _unwrapped(text, start, stretch.end)


def _unwrapped(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraphs of a block without blank lines: each line is one, wrapped lines belong together."""
    lines = _lines(text, start, end)
    if not lines:
        return
    widest = max(len(line) for line in lines)
    paragraph = lines[0]
    for line, following in pairwise(lines):
        if _is_wrapped(line.of(text), following.of(text), widest, len(lines)):
            paragraph = Span(paragraph.start, following.end)
        else:
            yield paragraph
            paragraph = following
    yield paragraph


def _lines(text: str, start: int, end: int) -> list[Span]:
    """The lines of a block, trimmed, without empty ones."""
    lines = []
    while start < end:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        line = _trimmed(text, start, stop)
        if line is not None:
            lines.append(line)
        start = stop + 1
    return lines


def _is_wrapped(line: str, following: str, widest: int, lines: int) -> bool:
    """Whether a sentence goes on over the line break.

    It does when the next line begins with a small letter, or when the block is set to a width, the next
    word would not have fitted on the line, and there are enough lines to tell a block from two headings.
    """
    if _BULLET.match(following):
        return False
    if _LINE_ENDED.search(line[-6:]):
        return _ends_in_title(line) and widest in WRAPPED
    if following[0].islower() and len(line) >= WRAPPED.start // 2:
        return True
    word = following.split(None, 1)[0]
    return widest in WRAPPED and lines >= 3 and len(line) + 1 + len(word) > widest


def _ends_in_title(line: str) -> bool:
    """Whether the line breaks after "Gen." or the like."""
    last = line.rsplit(None, 1)[-1]
    return last.endswith(".") and last[:-1].lower() in TITLES


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, trimmed."""
    start = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        closing_end = match.end(2)
        if _opens_quote(text, Span(start, paragraph.end), match):
            closing_end = match.end(1)
        if ends_sentence(_stop(text, paragraph, match, closing_end)):
            sentence = _trimmed(text, start, closing_end)
            if sentence is not None:
                yield sentence
            start = closing_end
    rest = _trimmed(text, start, paragraph.end)
    if rest is not None:
        yield rest


def _stop(text: str, paragraph: Span, match: re.Match[str], closing_end: int) -> Stop:
    """The stop at ``match`` with what stands around it."""
    before = text[max(paragraph.start, match.start() - 24) : match.start()].rsplit(None, 1)
    word = before[-1] if before else ""
    follows = match.end() if closing_end == match.end(2) else closing_end
    return Stop(
        word=word.lstrip("\"'“‘«„(["),
        first=match.start() - len(word) == paragraph.start,
        mark=match[1],
        closing=text[match.end(1) : closing_end],
        space=follows > closing_end,
        after=text[follows : min(follows + 60, paragraph.end)],
    )


def _opens_quote(text: str, rest: Span, match: re.Match[str]) -> bool:
    """Whether a straight quotation mark glued between two sentences of the rest opens the second one."""
    if match[2] != '"' or match[3] or match.end() == rest.end:
        return False
    return text.count('"', max(rest.start, match.start() - LONGEST), match.start()) % 2 == 0


def _cut(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, in pieces of at most `LONGEST` characters."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        cut = _last_cut(text, start, start + LONGEST)
        piece = _trimmed(text, start, cut)
        if piece is not None:
            yield piece
        start = cut
    rest = _trimmed(text, start, sentence.end)
    if rest is not None:
        yield rest


def _last_cut(text: str, start: int, end: int) -> int:
    """Where to cut before ``end``: after the last semicolon, comma or space, else there."""
    for mark in _CUTS:
        found = text.rfind(mark, start + LONGEST // 2, end)
        if found >= 0:
            return found + len(mark)
    return end
