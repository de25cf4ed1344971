"""The headline, when it stands as the first line of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.terms import Span
from dragoman.text.normalise import normalised

# Headlines of the news have three to twenty words; the limits leave room on both sides.
_LONGEST = 160
_FEWEST_WORDS, _MOST_WORDS = 2, 25
# Characters among which a headline is looked for; menus may stand above it.
_BEGINNING = 3000
# Lines of menus that can stand above a headline.
_FURNITURE_ABOVE = 40
_HEADING_MARK = re.compile(r"^#{1,6} ")
_ENDS_OPEN = (".", ",", ";", ":", "-", "–", "—")


def headline(text: str, furniture: Sequence[Span] = ()) -> Span | None:
    """The first line that is no furniture, if it looks like a headline; the text keeps it.

    A headline is short, has no period at its end, and something stands below it.
    """
    line = _first_line(text, furniture)
    if line is None or not text[line.end :].strip():
        return None
    words = bare(line.of(text))
    if not _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS or words.endswith(_ENDS_OPEN):
        return None
    return line


def bare(line: str) -> str:
    """A headline without the marks of its format, its spaces single."""
    return " ".join(_HEADING_MARK.sub("", line.strip()).split())


def with_headline(text: str, title: str | None) -> str:
    """The text with a title that was given apart as its first paragraph, unless it begins with it already."""
    if not title or normalised(title) in normalised(text[:_BEGINNING]):
        return text
    return f"{title}\n\n{text}"


def _first_line(text: str, furniture: Sequence[Span]) -> Span | None:
    """The first line with something on it that is not furniture; ``None`` when it is too long."""
    above = furniture[:_FURNITURE_ABOVE]
    start = 0
    for _ in range(_FURNITURE_ABOVE):
        end = text.find("\n", start)
        line = Span(start, len(text) if end < 0 else end)
        if text[start : start + _LONGEST + 1].strip() and not any(span.overlaps(line) for span in above):
            return line if len(line) <= _LONGEST else None
        start = line.end + 1
        if start >= len(text):
            break
    return None
