"""When an article was published: only what it or its container says, with the clues.

Clues are taken from the most to the least reliable. What agrees narrows the interval; what contradicts a
more reliable clue is kept for people to see, and changes nothing. Without a clue the date stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import msgspec

from dragoman.terms import Clue, Interval, Published
from dragoman.text.days import find_date, read_date
from dragoman.text.repair import legible

GIVEN, METADATA, URL, DATELINE = "given", "metadata", "url", "dateline"

# The web begins in 1990; eight digits with other years are numbers of articles.
_YEAR = r"(?P<year>199\d|20[0-4]\d)"
_IN_PATH = re.compile(
    rf"(?<!\d){_YEAR}(?:(?P<sep>[/_-]?)(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
    r"|-(?P<month2>0[1-9]|1[0-2])/(?P<day2>0[1-9]|[12]\d|3[01])/)"
)
_MONTH_IN_PATH = re.compile(rf"/{_YEAR}/(?P<month>0[1-9]|1[0-2])/")
_NAMED_IN_PATH = re.compile(
    rf"/{_YEAR}/"
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/(?P<day>\d{1,2})/",
    re.I,
)
# A headline, a byline, a place and time can stand above the dateline.
_HEAD_LINES = 5
_LONGEST_GIVEN = 200
_LONGEST_HEAD = 160
_PLACE = r"[A-Z][A-Za-z.'’-]{1,30}(?:[ /,]{1,2}[A-Z][A-Za-z.'’-]{0,30}){0,4}"
_BEFORE_DATE = re.compile(
    r"^(?:\([A-Za-z .'’-]{2,40}\)\s{0,2})?"
    rf"(?:[A-Z][A-Z .'’-]{{1,40}}|{_PLACE}\s?(?:,|(?<=\.)|\([^()]{{1,40}}\)|[–—-]))"
    r"(?:\s?\([^()]{1,40}\))?[\s,:–—-]{0,4}"
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}[,.]{0,2}\s)?$"
)
_LABEL = re.compile(
    r"^(?:first |last )?(?:published|posted|updated|modified|entered|input|date|created|stand|as of)\b"
    r"(?: on| at| by)?[\s:]{0,3}$",
    re.I,
)
_AFTER_DATE = re.compile(r"^\s{0,2}(?:[-–—:/(|]|\.\s[A-Z][\w-]{1,20}\s?[-–—]|$)")
_PLACE_AFTER = re.compile(r"^,\s?[A-Z][\w'’-]{1,20}(?:[\s-][A-Z][\w'’-]{1,20}){0,2}$")
_ZONE = r"\(?(?:[A-Z]{2,5}|[A-Z][a-z]{2,15} time|local time|clock|hours|hrs|h)?(?:[+-]\d{1,2}:?\d{0,2})?\)?"
_CLOCK = re.compile(
    rf"^[\s,@–-]{{0,4}}(?:(?:at\s)?\d{{1,2}}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?|[AP]\.?M\.?)?\s?{_ZONE})?\.?$"
)
_NEXT_LABEL = re.compile(r"\s(?:last )?(?:updated|modified|edited)\b.{0,60}$", re.I)
# A line under a headline is often cut into author, day and number of readers.
_PARTS = re.compile(r"\s{0,3}[|·•]\s{0,3}")
_MOST_PART_WORDS = 6


class Sources(msgspec.Struct, frozen=True):
    """Where clues may stand."""

    given: str | None = None
    metadata: str | None = None
    url: str | None = None
    text: str = ""


def dated(sources: Sources) -> Published:
    """The days an article can have been published on, and why."""
    return agreed(tuple(_clues(sources)))


CONTAINER = frozenset({GIVEN, METADATA, URL, DATELINE})


def agreed(clues: Sequence[Clue]) -> Published:
    """What clues of a container come to, the most reliable first; clues of other kinds are left out."""
    kept = tuple(clue for clue in clues if clue.kind in CONTAINER)
    interval = Interval()
    for clue in kept:
        if clue.interval.overlaps(interval):
            interval = interval.shared(clue.interval)
    return Published(interval, kept)


def _clues(sources: Sources) -> Iterator[Clue]:
    """Every clue there is, the most reliable first."""
    for kind, written in ((GIVEN, sources.given), (METADATA, sources.metadata)):
        words = legible((written or "")[:_LONGEST_GIVEN])
        if words:
            yield Clue(kind, words, read_date(words) or Interval())
    for kind, clue in ((URL, _in_url(sources.url)), (DATELINE, _in_dateline(sources.text))):
        if clue is not None:
            yield Clue(kind, *clue)


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
    # What is left without its slashes and dashes: year, month, and day where there is one.
    found = read_date("-".join(part for part in match.groups() if part and part.isdigit()))
    return (match[0].strip("/"), found) if found else None


def _in_dateline(text: str) -> tuple[str, Interval] | None:
    """A dateline (``ASTANA, Oct 7, 2022``) or a line that is a date, at the very start."""
    for line in _head(text):
        for part in _parts(line):
            found = find_date(part)
            if found is None:
                continue
            match, interval = found
            if _is_dateline(part[: match.start()], part[match.end() :]):
                return part[: match.end()].strip(), interval
    return None


def _parts(line: str) -> list[str]:
    """The line, cut at its bars and dots when all that stands between them is short."""
    parts = _PARTS.split(line)
    return parts if all(len(part.split()) <= _MOST_PART_WORDS for part in parts) else [line]


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
    in front needs a line that holds no more than a time of day or a place.
    """
    if not before.strip() or _LABEL.match(before.strip()):
        after = _NEXT_LABEL.sub("", after)
        return _CLOCK.match(after) is not None or _PLACE_AFTER.match(after) is not None
    if before.endswith("(") and after.startswith(")"):
        before, after = f"{before[:-1].rstrip()},", after[1:]
    return _BEFORE_DATE.match(before) is not None and _AFTER_DATE.match(after) is not None
