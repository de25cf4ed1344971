"""What the forms of a brief have in common: words for support, for a citation's place, and safe addresses."""

from __future__ import annotations

import re
from itertools import count
from urllib.parse import quote, urlsplit

from dragoman.faces.brief.names import capital
from dragoman.faces.brief.tree import Brief, Citation, Statement

UNSURE = 0.4  # of the reader's confidence, 0 to 1; under it a statement says so
SHOWN_OF_ID = 8
NO_OUTLET = "outlet not named"
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"
_HOST = re.compile(r"[A-Za-z0-9.\-:\[\]%_]+|[^\W_][\w.\-]*", re.UNICODE)

FOOT = (
    "Every sentence is put together from fields of the record and rests on the numbered words at the end; "
    "only those are quotations. Made by Dragoman."
)


class Reading:
    """A brief that is being written in the order of reading, in which statements get their numbers."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._used = used_by(brief)
        self._places = count(1)


def period(brief: Brief) -> str:
    """From when to when, as it stands under the title."""
    return capital(brief.period)


def support(statement: Statement) -> str:
    """How much an event rests on, where it is more than one voice in one report, disputed or hardly sure."""
    parts = []
    if statement.voices > 1 or statement.reports > 1:
        parts.append(f"{_count(statement.voices, 'voice')} in {_count(statement.reports, 'report')}")
    if statement.disputed:
        parts.append(f"disputed: {', '.join(statement.disputed)}")
    if statement.confidence is not None and statement.confidence < UNSURE:
        parts.append(f"read with a confidence of {statement.confidence:.2f}")
    return "; ".join(parts)


def place(citation: Citation) -> str:
    """The day of a citation in words."""
    if citation.published.is_unknown:
        return "undated"
    return str(citation.published).replace("/", " to ")


def document(citation: Citation) -> str:
    """What to look it up by in the record."""
    if citation.is_imported:
        return f"row {citation.document}"
    return f"document {citation.document[:SHOWN_OF_ID]}"


def copied(citation: Citation) -> str:
    """Who took it over, or whom it was taken from, in words; empty where nobody did."""
    if citation.copy_of:
        return f"a copy of {citation.copy_of}"
    return f"copied by {', '.join(citation.copies)}" if citation.copies else ""


def address(url: str) -> str:
    """The address as it may stand in a link; empty where it leads to no page of the web.

    Whatever could end the link, or run something, is written in percent signs.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not _HOST.fullmatch(parts.netloc):
        return ""
    return quote(url, safe=_KEPT).replace("'", "%27").replace("(", "%28").replace(")", "%29")


def used_by(brief: Brief) -> dict[int, list[int]]:
    """For each citation the places of the statements that name it, counted from 1 in the order of reading."""
    found: dict[int, list[int]] = {each.number: [] for each in brief.citations}
    for place_of, statement in enumerate(brief.statements(), start=1):
        for number in statement.citations:
            found[number].append(place_of)
    return found


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
