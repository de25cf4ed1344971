"""What the rows of `dates` mean: from kept words and a setting to a TIMEX3 value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dragoman.reading.times import values
from dragoman.reading.times.kept import Kept, Sense, Setting
from dragoman.terms import Interval

# A date in numbers with two readings is the one within so many days of the report, if only one is; of two
# that are, the one that is not ahead.
_NEAR = 62
# A day without its year is the nearest when that is no further than so many days, however the sentence leans.
_CLOSE = 100
# Words such as "ended" lean back, and yet a day that is no more than so many days ahead can be meant.
_SLACK = 3
# A bare month less than so many months ahead is the coming one; the one before is too long ago to be meant.
_NEAR_MONTHS = 3


# Dates as they are written


def full_day(kept: Kept, setting: Setting) -> Sense | None:
    """A day with its year: "7 October 2022"."""
    day = values.valid_day(kept.year(), kept.month(), kept.day())
    return Sense(values.of_day(day)) if day else None


def month_of_year(kept: Kept, setting: Setting) -> Sense | None:
    """A month with its year: "October 2022"."""
    return Sense(f"{kept.year():04}-{kept.month():02}")


def year(kept: Kept, setting: Setting) -> Sense | None:
    """A year: "2022"."""
    return Sense(f"{kept.year():04}")


def numbers(kept: Kept, setting: Setting) -> Sense | None:
    """A day in numbers, "7/10/2022": in the order that is possible or that the text settled, else both."""
    written = kept.whole("y", "OLDYEAR") if "y" in kept else _in_full(kept.whole("s", "TWODIGITS"))
    first, second = kept.day("a"), kept.day("b")
    pairs = [(first, second), (second, first)]  # day and month
    if setting.day_first() is False:
        pairs.reverse()
    days = [day for d, m in pairs if m <= 12 and (day := values.valid_day(written, m, d))]
    if not days:
        return None
    if setting.day_first() is not None or len(set(days)) == 1:
        return Sense(values.of_day(days[0]))
    near = [day for day in days if setting.day and abs((day - setting.day).days) <= _NEAR]
    near = [day for day in near if setting.day and day <= setting.day] or near
    if len(near) == 1:
        return Sense(values.of_day(near[0]), (values.of_day(next(d for d in days if d != near[0])),))
    both = Interval(min(days), max(days))
    return Sense(f"{written:04}-XX-XX", tuple(map(values.of_day, days)), both)


def _in_full(short: int) -> int:
    """A year of two digits in full: 00 to 49 are of this century, as RFC 5322, section 4.3, has it."""
    return short + (2000 if short < 50 else 1900)


def dotted(kept: Kept, setting: Setting) -> Sense | None:
    """A day in numbers between dots, "07.10.2022": day first."""
    day = values.valid_day(kept.year(), kept.whole("b", "MONTHNUMBER"), kept.day("a"))
    return Sense(values.of_day(day)) if day else None


def decade(kept: Kept, setting: Setting) -> Sense | None:
    """A decade, of three digits: "the 1980s", "the '80s" and "the eighties" are 198."""
    for name, table in (("d", "DECADE"), ("s", "SHORTDECADE"), ("w", "DECADEWORD")):
        if name in kept:
            return Sense(str(kept.look(name, table)))
    return None


def century(kept: Kept, setting: Setting) -> Sense | None:
    """A century, of two digits: "the 20th century" is 19."""
    return Sense(f"{int(kept.number()) - 1:02}")


# Dates without their year


def day_and_month(kept: Kept, setting: Setting) -> Sense | None:
    """A day without its year, "7 October": the nearest; where that is far, as the sentence leans."""
    month, day = kept.month(), kept.day()
    if setting.day is None:
        return Sense(f"XXXX-{month:02}-{day:02}") if values.valid_day(2000, month, day) else None
    found = [d for step in (-1, 0, 1) if (d := values.valid_day(setting.day.year + step, month, day))]
    return _leaning(found, setting, slack=_SLACK)


def days_of_month(kept: Kept, setting: Setting) -> Sense | None:
    """All of some days, with their year or without: "7-9 October"."""
    first = day_and_month(kept, setting) if "y" not in kept else full_day(kept, setting)
    if first is None:
        return None
    start = values.interval_of(first.value).earliest
    end = start and values.valid_day(start.year, start.month, kept.day("e"))
    if start and (end is None or end < start):
        return None
    interval = Interval(start, end) if start else None
    return Sense(first.value, first.others, interval, from_day=first.from_day)


def day_of_month(kept: Kept, setting: Setting) -> Sense | None:
    """A day without its month, "on the 7th": of this month or its neighbours, as the sentence leans."""
    day = kept.day()
    if setting.day is None:
        return Sense(f"XXXX-XX-{day:02}")
    months = [values.moved_month(setting.day.year, setting.day.month, step) for step in (-1, 0, 1)]
    found = [d for y, m in months if (d := values.valid_day(y, m, day))]
    if "w" in kept:
        found = [d for d in found if d.isoweekday() == kept.weekday()] or found
    return _leaning(found, setting, slack=_SLACK)


def month_alone(kept: Kept, setting: Setting) -> Sense | None:
    """A month without its year, "in August": the next if near or leaned to, else the last that had begun."""
    month = kept.month()
    if setting.day is None:
        return Sense(f"XXXX-{month:02}")
    to_come = (month - setting.day.month) % 12
    if "r" in kept:
        ahead = kept.whole("r", "STEP") > 0
    else:
        ahead = 0 < to_come < _NEAR_MONTHS or (to_come > 0 and bool(setting.leaning()))
    year = setting.day.year + (month < setting.day.month if ahead else -(month > setting.day.month))
    if "r" in kept and kept.whole("r", "STEP") and not to_come:  # "last October" in October is a year old
        year += kept.whole("r", "STEP")
    other = f"{year - 1 if ahead else year + 1:04}-{month:02}"
    return Sense(f"{year:04}-{month:02}", (other,), from_day=True)


def season(kept: Kept, setting: Setting) -> Sense | None:
    """A season: "the summer of 2022", "last winter", "the spring"."""
    name = str(kept.look("s", "SEASON"))
    if "y" in kept:
        return Sense(f"{kept.year():04}-{name}")
    if setting.day is None:
        return Sense(f"XXXX-{name}")
    years = [setting.day.year + step for step in (-1, 0, 1)]
    step = kept.whole("r", "STEP") if "r" in kept else 0
    days = {y: values.interval_of(f"{y:04}-{name}") for y in years}
    latest = max((y for y in years if (days[y].earliest or date.max) <= setting.day), default=years[0])
    runs = not days[latest].is_unknown and days[latest].contains(setting.day)
    if runs and step < 0:  # "last summer" in a summer is a year old
        latest -= 1
    ahead = step > 0 if "r" in kept else bool(setting.leaning())
    year = latest + 1 if ahead and (step or not runs) else latest
    return Sense(f"{year:04}-{name}", from_day=True)


def _leaning(found: Iterable[date], setting: Setting, slack: int = 0) -> Sense | None:
    """Of several days the nearest; where that is far, the one on the side the sentence leans to."""
    days, day, ahead = sorted(found), setting.day, setting.leaning()
    if not days or day is None:
        return None
    nearest = sorted(days, key=lambda d: abs((d - day).days))
    side = [d for d in nearest if ahead is None or (d >= day if ahead else d <= day + timedelta(days=slack))]
    is_close = abs((nearest[0] - day).days) <= _CLOSE
    best = nearest[0] if is_close or not side else side[0]
    others = tuple(values.of_day(d) for d in nearest if d != best)
    return Sense(values.of_day(best), others[:1], from_day=True)


def day_of_unit(kept: Kept, setting: Setting) -> Sense | None:
    """A day of a month counted from the report: "the 29th of last month"."""
    if setting.day is None:
        return Sense(f"XXXX-XX-{kept.day():02}")
    year, month = values.moved_month(setting.day.year, setting.day.month, kept.whole("r", "STEP"))
    day = values.valid_day(year, month, kept.day())
    return Sense(values.of_day(day), from_day=True) if day else None


def quarter(kept: Kept, setting: Setting) -> Sense | None:
    """A quarter: of the year named, else the last that had begun, or the coming one if leaned to."""
    return _part_of_year(kept, setting, "Q", 4)


def half(kept: Kept, setting: Setting) -> Sense | None:
    """A half of a year: "the first half of 2022"."""
    return _part_of_year(kept, setting, "H", 2)


def _part_of_year(kept: Kept, setting: Setting, letter: str, parts: int) -> Sense | None:
    number = int(kept.number())
    if not 1 <= number <= parts:
        return None
    if "y" in kept:
        return Sense(f"{kept.year():04}-{letter}{number}")
    if setting.day is None:
        return Sense(f"XXXX-{letter}{number}")
    year = setting.day.year
    if "r" in kept:
        year += kept.whole("r", "STEP")
    elif (number - 1) * (12 // parts) + 1 > setting.day.month and not setting.leaning():
        year -= 1
    return Sense(f"{year:04}-{letter}{number}", from_day=True)


def festival(kept: Kept, setting: Setting) -> Sense | None:
    """A festival, "Christmas": its day, of the year named or the nearest."""
    month, day = map(int, str(kept.look("f", "FESTIVAL")).split("-"))
    day -= "e" in kept  # the eve
    if "y" in kept:
        return Sense(f"{kept.year():04}-{month:02}-{day:02}")
    if setting.day is None:
        return Sense(f"XXXX-{month:02}-{day:02}")
    found = [d for step in (-1, 0, 1) if (d := values.valid_day(setting.day.year + step, month, day))]
    return _leaning(found, setting)
