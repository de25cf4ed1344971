"""The headline, when it stands as the first line of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.terms import Span

# Headlines of the news have three to twenty words; the limits leave room on both sides.
_LONGEST = 160
_FEWEST_WORDS, _MOST_WORDS = 2, 25
# Lines of menus that can stand above a headline.
_FURNITURE_ABOVE = 40
_HEADING_MARK = re.compile(r"^#{1,6} ")
_ENDS_OPEN = (".", ",", ";", ":", "-", "–", "—")


def headline(text: str, furniture: Sequence[Span] = ()) -> str | None:
    """The first line that is no furniture, if it looks like a headline; the text keeps it.

    A headline is short, has no period at its end, and something stands below it.
    """
    bounds = _first_line(text, furniture)
    if bounds is None or not text[bounds.end :].strip():
        return None
    line = _HEADING_MARK.sub("", bounds.of(text).strip())
    if not _FEWEST_WORDS <= len(line.split()) <= _MOST_WORDS or line.endswith(_ENDS_OPEN):
        return None
    return line


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
