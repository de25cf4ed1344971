"""A date that knows how exact it is."""

from __future__ import annotations

import calendar
import re
from datetime import date

import msgspec

from dragoman.terms.errors import DragomanError

_ISO_PREFIX = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d.*)?)?)?", re.ASCII)


class Interval(msgspec.Struct, frozen=True):
    """The first and last day something can have happened, both inclusive.

    "October 2022" is 2022-10-01 to 2022-10-31 and never becomes the 16th. A side that is ``None`` is
    open; an interval open on both sides is unknown. Precision is the width.
    """

    earliest: date | None = None
    latest: date | None = None

    @classmethod
    def day(cls, day: date) -> Interval:
        """The interval of one known day."""
        return cls(day, day)

    @classmethod
    def parse(cls, text: str) -> Interval:
        """Read an ISO 8601 prefix (``2022``, ``2022-10``, ``2022-10-07``) or two of them joined by ``/``.

        An empty side of the ``/`` is open. A time of day behind the day is ignored.

        Raises:
            DragomanError: the text is not such a date, or ends before it begins.
        """
        left, slash, right = text.partition("/")
        if not slash:
            return _stretch(text)
        first = _stretch(left).earliest if left.strip() else None
        last = _stretch(right).latest if right.strip() else None
        if first is not None and last is not None and last < first:
            raise DragomanError(f"{text!r} ends before it begins. Expected the earlier date first.")
        return cls(first, last)

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known."""
        return self.earliest is None and self.latest is None

    @property
    def width_days(self) -> int | None:
        """Number of days it spans (1 for a single day); ``None`` when a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def contains(self, day: date) -> bool:
        """Whether a day can belong to it; open sides reach for ever."""
        return not (self.earliest and day < self.earliest) and not (self.latest and day > self.latest)

    def overlaps(self, other: Interval) -> bool:
        """Whether some day can belong to both; open sides reach for ever."""
        return not (
            (self.latest is not None and other.earliest is not None and self.latest < other.earliest)
            or (other.latest is not None and self.earliest is not None and other.latest < self.earliest)
        )

    def shared(self, other: Interval) -> Interval:
        """The days that can belong to both, which are known to overlap; open sides reach for ever."""
        starts = [day for day in (self.earliest, other.earliest) if day]
        ends = [day for day in (self.latest, other.latest) if day]
        return Interval(max(starts, default=None), min(ends, default=None))

    def __str__(self) -> str:
        if self.is_unknown:
            return "unknown"
        if self.earliest == self.latest:
            return str(self.earliest)
        if self.earliest is None:
            return f"until {self.latest}"
        if self.latest is None:
            return f"from {self.earliest}"
        return _shortest(self.earliest, self.latest)


def _stretch(text: str) -> Interval:
    """One ISO 8601 prefix as the days it covers."""
    match = _ISO_PREFIX.fullmatch(text.strip())
    if match is None:
        raise DragomanError(f"{text!r} is not a date. Expected YYYY, YYYY-MM or YYYY-MM-DD.")
    year, month, day = (None if part is None else int(part) for part in match.groups())
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise DragomanError(f"{text!r} is not a day of the calendar.") from None
    if day is not None:
        return Interval.day(first)
    last_month = first.month if month is not None else 12
    return Interval(
        first, first.replace(month=last_month, day=calendar.monthrange(first.year, last_month)[1])
    )


def _shortest(earliest: date, latest: date) -> str:
    """The ISO prefix when the interval is exactly a month or a year, otherwise both days."""
    for text in (str(earliest)[:7], str(earliest)[:4]):  # strftime does not pad years before 1000
        if Interval.parse(text) == Interval(earliest, latest):
            return text
    return f"{earliest}/{latest}"
