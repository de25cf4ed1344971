"""When an article was published: only what it or its container says, with the clues.

Clues are taken from the most to the least reliable. What agrees narrows the interval; what contradicts a
more reliable clue is kept for people to see, and changes nothing. Without a clue the date stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from dragoman.terms import Clue, Interval, Published
from dragoman.text.days import find_date, read_date
from dragoman.text.repair import legible

GIVEN, METADATA, URL, DATELINE = "given", "metadata", "url", "dateline"

_IN_PATH = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[/_-]?)(?P<month>0[1-9]|1[0-2])(?P=sep)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_MONTH_IN_PATH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])/")
_NAMED_IN_PATH = re.compile(
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/(?P<day>\d{1,2})/",
    re.I,
)
# A headline, a byline, a place and time can stand above the dateline.
_HEAD_LINES = 5
_LONGEST_GIVEN = 200
_LONGEST_HEAD = 160
_PLACE = r"[A-Z][A-Za-z.'’-]{1,30}(?:[ /,]{1,2}[A-Z][A-Za-z.'’-]{0,30}){0,4}"
_BEFORE_DATE = re.compile(
    r"^(?:\([A-Za-z .'’-]{2,40}\)\s{0,2})?"
    rf"(?:[A-Z][A-Z .'’-]{{1,40}}|{_PLACE}\s?(?:,|\([^()]{{1,40}}\)|[–—-]))"
    r"(?:\s?\([^()]{1,40}\))?[\s,:–—-]{0,4}"
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}[,.]{0,2}\s)?$"
)
_LABEL = re.compile(
    r"^(?:first |last )?(?:published|posted|updated|date|created|on|at|by)\b[\s:a-z]{0,20}$", re.I
)
_AFTER_DATE = re.compile(r"^\s{0,2}(?:[-–—:/(|]|$)")
_CLOCK = re.compile(
    r"^[\s,|·•at@-]{0,6}(?:\d{1,2}[:.]\d\d(?::\d\d)?)?\s?(?:[ap]\.?m\.?)?[\s,()+:\dA-Za-z-]{0,24}$", re.I
)


class Sources(msgspec.Struct, frozen=True):
    """Where clues may stand."""

    given: str | None = None
    metadata: str | None = None
    url: str | None = None
    text: str = ""


def dated(sources: Sources) -> Published:
    """The days an article can have been published on, and why."""
    clues = tuple(_clues(sources))
    agreed = Interval()
    for clue in clues:
        if clue.interval.overlaps(agreed):
            agreed = _shared(agreed, clue.interval)
    return Published(agreed, clues)


def _clues(sources: Sources) -> Iterator[Clue]:
    """Every clue there is, the most reliable first."""
    for kind, written in ((GIVEN, sources.given), (METADATA, sources.metadata)):
        words = legible((written or "")[:_LONGEST_GIVEN])
        if words:
            yield Clue(kind, words, read_date(words) or Interval())
    for kind, clue in ((URL, _in_url(sources.url)), (DATELINE, _in_dateline(sources.text))):
        if clue is not None:
            yield Clue(kind, *clue)


def _shared(one: Interval, other: Interval) -> Interval:
    """The days that both allow; they are known to overlap."""
    starts = [day for day in (one.earliest, other.earliest) if day]
    ends = [day for day in (one.latest, other.latest) if day]
    return Interval(max(starts, default=None), min(ends, default=None))


def _in_url(url: str | None) -> tuple[str, Interval] | None:
    """A day or month in the path of an address, such as ``/2022/10/07/``."""
    try:
        path = urlsplit(url or "").path[:1000]
    except ValueError:
        return None
    named = _NAMED_IN_PATH.search(path)
    if named is not None:
        found = read_date(f"{named['day']} {named['month']} {named['year']}")
        return (named[0].strip("/"), found) if found else None
    match = _IN_PATH.search(path) or _MONTH_IN_PATH.search(path)
    if match is None:
        return None
    parts = match.groupdict()
    found = read_date("-".join(parts[part] for part in ("year", "month", "day") if part in parts))
    return (match[0].strip("/"), found) if found else None


def _in_dateline(text: str) -> tuple[str, Interval] | None:
    """A dateline (``ASTANA, Oct 7, 2022``) or a line that is a date, at the very start."""
    for line in _head(text):
        found = find_date(line)
        if found is None:
            continue
        match, interval = found
        before, after = line[: match.start()], line[match.end() :]
        if _is_dateline(before, after):
            return line[: match.end()].strip(), interval
    return None


def _head(text: str) -> Iterator[str]:
    """The beginnings of the first lines that are not empty."""
    seen = start = 0
    while seen < _HEAD_LINES and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start : min(end, start + _LONGEST_HEAD)].strip()
        seen += bool(line)
        if line:
            yield line
        start = end + 1


def _is_dateline(before: str, after: str) -> bool:
    """Whether what stands around a date at the head of a line leaves it a dateline.

    A place in front needs the dash, bracket or end of line behind that datelines have; a label or nothing
    in front needs a line that holds no more than a time of day.
    """
    if not before.strip() or _LABEL.match(before.strip()):
        return _CLOCK.match(after) is not None
    return _BEFORE_DATE.match(before) is not None and _AFTER_DATE.match(after) is not None
