"""What the rules of the grammar mean: small functions from kept words and a setting to a TIMEX3 value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dragoman.reading.times import values
from dragoman.reading.times.kept import Kept, Meaning, Sense, Setting
from dragoman.reading.times.lexicon import CLASSES
from dragoman.terms import Interval


def always(value: str) -> Meaning:
    """The same value whatever was kept."""
    return lambda kept, setting: Sense(value)


# Dates as they are written


def full_day(kept: Kept, setting: Setting) -> Sense | None:
    """ "7 October 2022"."""
    day = values.valid_day(kept.year(), kept.month(), kept.day())
    return Sense(values.of_day(day)) if day else None


def month_of_year(kept: Kept, setting: Setting) -> Sense | None:
    """ "October 2022"."""
    return Sense(f"{kept.year():04}-{kept.month():02}")


def year(kept: Kept, setting: Setting) -> Sense | None:
    """ "2022"."""
    return Sense(f"{kept.year():04}")


def numbers(kept: Kept, setting: Setting) -> Sense | None:
    """ "7/10/2022": in the order that is possible or that the text has settled, else both ways."""
    written = kept.whole("y", "OLDYEAR") if "y" in kept else _century(kept.whole("s", "TWODIGITS"))
    first, second = kept.day("a"), kept.day("b")
    pairs = [(first, second), (second, first)]  # day and month
    if setting.day_first is False:
        pairs.reverse()
    days = [day for d, m in pairs if m <= 12 and (day := values.valid_day(written, m, d))]
    if not days:
        return None
    if setting.day_first is not None or len(set(days)) == 1:
        return Sense(values.of_day(days[0]))
    near = [day for day in days if setting.day and abs((day - setting.day).days) <= _NEAR]
    near = [day for day in near if setting.day and day <= setting.day] or near
    if len(near) == 1:
        return Sense(values.of_day(near[0]), (values.of_day(next(d for d in days if d != near[0])),))
    both = Interval(min(days), max(days))
    return Sense(f"{written:04}-XX-XX", tuple(map(values.of_day, days)), both)


# A date with two readings is taken to be the one within so many days of the report, if only one is; of two
# that are, the one that is not ahead.
_NEAR = 62


def _century(short: int) -> int:
    """A year of two digits: 00 to 49 are of this century, as RFC 5322, section 4.3, has it."""
    return short + (2000 if short < 50 else 1900)


def dotted(kept: Kept, setting: Setting) -> Sense | None:
    """ "07.10.2022": day first."""
    day = values.valid_day(kept.year(), kept.whole("b", "MONTHNUMBER"), kept.day("a"))
    return Sense(values.of_day(day)) if day else None


def decade(kept: Kept, setting: Setting) -> Sense | None:
    """ "the 1980s", "the '80s", "the eighties": three digits."""
    for name, table in (("d", "DECADE"), ("s", "SHORTDECADE"), ("w", "DECADEWORD")):
        if name in kept:
            return Sense(str(kept.look(name, table)))
    return None


def century(kept: Kept, setting: Setting) -> Sense | None:
    """ "the 20th century": 19."""
    return Sense(f"{int(kept.number()) - 1:02}")


# Dates without their year


def day_and_month(kept: Kept, setting: Setting) -> Sense | None:
    """ "7 October": of the year that the sentence leans to, else the nearest."""
    month, day = kept.month(), kept.day()
    if setting.day is None:
        return Sense(f"XXXX-{month:02}-{day:02}") if values.valid_day(2000, month, day) else None
    found = [d for step in (-1, 0, 1) if (d := values.valid_day(setting.day.year + step, month, day))]
    return _leaning(found, setting, slack=_WIRE)


# Words such as "ended" lean back, and yet a day that is no more than so many days ahead can be meant.
_WIRE = 3
# A day without its year is the nearest when that is no further than this, however the sentence leans.
_CLOSE = 100


def days_of_month(kept: Kept, setting: Setting) -> Sense | None:
    """ "7-9 October", with a year or without: all of these days."""
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
    """ "on the 7th": the one the sentence leans to, of this month or its neighbours, else the nearest."""
    day = kept.day()
    if setting.day is None:
        return Sense(f"XXXX-XX-{day:02}")
    months = [values.month_before(setting.day.year, setting.day.month, step) for step in (-1, 0, 1)]
    found = [d for y, m in months if (d := values.valid_day(y, m, day))]
    if "w" in kept:
        weekday = kept.look("w", "WEEKDAY" if kept.words("w")[0] in CLASSES["WEEKDAY"] else "SHORTDAY")
        found = [d for d in found if d.isoweekday() == weekday] or found
    return _leaning(found, setting, slack=_WIRE)


def month_alone(kept: Kept, setting: Setting) -> Sense | None:
    """ "in August": the next when it is near or the sentence leans ahead, else the last that had begun."""
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


# A bare month so few months ahead is the coming one; one that lies as far behind as ten would be "last".
_NEAR_MONTHS = 3


def season(kept: Kept, setting: Setting) -> Sense | None:
    """ "the summer of 2022", "last winter", "the spring"."""
    name = str(kept.look("s", "SEASON"))
    if "y" in kept:
        return Sense(f"{kept.year():04}-{name}")
    if setting.day is None:
        return Sense(f"XXXX-{name}")
    years = [setting.day.year + step for step in (-1, 0, 1)]
    begun = [y for y in years if (values.interval_of(f"{y}-{name}").earliest or date.max) <= setting.day]
    ahead = _step(kept, setting)
    year = min(y for y in years if y not in begun) if ahead else max(begun)
    running = values.interval_of(f"{max(begun)}-{name}").contains(setting.day)
    if running and ("r" not in kept or kept.look("r", "STEP") == 0):
        year = max(begun)
    return Sense(f"{year:04}-{name}", from_day=True)


def _step(kept: Kept, setting: Setting) -> bool:
    """Whether it lies ahead, by "next" or "last" or by the sentence."""
    if "r" in kept:
        return kept.whole("r", "STEP") > 0
    return bool(setting.leaning())


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


# Counted from the day of the report


def near_day(kept: Kept, setting: Setting) -> Sense | None:
    """ "yesterday", with a part of the day or without."""
    return _day_and_part(kept, setting, kept.whole("d", "NEARDAY"))


def shifted_day(steps: int, part: str = "") -> Meaning:
    """So many days from the report, such as "the day before yesterday"; ``part`` as "TNI"."""

    def meaning(kept: Kept, setting: Setting) -> Sense | None:
        return _day_and_part(kept, setting, steps, part)

    return meaning


def _day_and_part(kept: Kept, setting: Setting, steps: int, part: str = "") -> Sense | None:
    ending = part or _part(kept)
    if setting.day is None:
        return Sense(f"XXXX-XX-XX{ending}")
    day = values.moved_day(setting.day, steps)
    return Sense(f"{values.of_day(day)}{ending}", from_day=True) if day else None


def _part(kept: Kept) -> str:
    return f"T{kept.look('p', 'DAYPART')}" if "p" in kept else ""


def weekday(kept: Kept, setting: Setting) -> Sense | None:
    """ "Monday", "last Friday", "Thursday night": the side the sentence leans to, else the last one."""
    word = kept.words("w")[0]
    wanted = int(CLASSES["WEEKDAY"].get(word) or CLASSES["SHORTDAY"][word])
    ending = _part(kept)
    if setting.day is None:
        return Sense(f"XXXX-WXX-{wanted}{ending}")
    back = (setting.day.isoweekday() - wanted) % 7
    last, following = (values.moved_day(setting.day, -back), values.moved_day(setting.day, 7 - back))
    if "r" in kept and kept.look("r", "STEP") == -1 and not back:
        last = values.moved_day(setting.day, -7)
    # Nobody writes a bare "Friday" for the one six days ago: it is tomorrow, however the sentence leans
    ahead = (_step(kept, setting) and ("r" in kept or back != 0)) or ("r" not in kept and back == 6)
    first, second = (following, last) if ahead else (last, following)
    if first is None or second is None:
        return None
    return Sense(f"{values.of_day(first)}{ending}", (f"{values.of_day(second)}{ending}",), from_day=True)


def weekday_of_week(kept: Kept, setting: Setting) -> Sense | None:
    """ "Wednesday of last week"."""
    wanted = kept.whole("w", "WEEKDAY")
    if setting.day is None:
        return Sense(f"XXXX-WXX-{wanted}")
    steps = wanted - setting.day.isoweekday() + 7 * kept.whole("r", "STEP")
    day = values.moved_day(setting.day, steps)
    return Sense(values.of_day(day), from_day=True) if day else None


def unit_near(kept: Kept, setting: Setting) -> Sense | None:
    """ "last week", "this month", "next year"; without a step the one that runs."""
    unit = kept.unit()
    steps = kept.whole("r", "STEP") if "r" in kept else 0
    if setting.day is None:
        return Sense(_OPEN[unit])
    value = values.moved(setting.day, unit, steps)
    return Sense(value, from_day=True) if value else None


_OPEN = {
    "S": "XXXX", "TM": "XXXX", "H": "XXXX", "D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX",
    "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXX", "C": "XX",
}  # fmt: skip


def weekend(kept: Kept, setting: Setting) -> Sense | None:
    """ "the weekend": the one the sentence leans to; "this" and no word at all the one of this week."""
    if setting.day is None:
        return Sense("XXXX-WXX-WE")
    steps = kept.whole("r", "STEP") if "r" in kept else (-1 if _after_weekend(setting) else 0)
    value = values.moved(setting.day, "W", steps)
    return Sense(f"{value}-WE", from_day=True) if value else None


def _after_weekend(setting: Setting) -> bool:
    """Whether "the weekend" is the last one: early in a week, where nothing leans ahead."""
    return bool(setting.day and setting.day.isoweekday() < 5 and not setting.leaning())


def ago(kept: Kept, setting: Setting) -> Sense | None:
    """ "three days ago": as exact as the unit; "a year ago" of a quarter is a quarter."""
    if kept.unit() == "Y" and kept.number() == 1 and "-Q" in setting.last:
        return _from_last(kept, setting, -1)
    return _counted(kept, setting, -1)


def from_now(kept: Kept, setting: Setting) -> Sense | None:
    """ "two weeks from now"."""
    return _counted(kept, setting, 1)


def _counted(kept: Kept, setting: Setting, sign: int) -> Sense | None:
    unit = kept.unit()
    if unit in ("S", "TM", "H"):
        return Sense("PAST_REF" if sign < 0 else "FUTURE_REF")
    if setting.day is None:
        return Sense(_OPEN[unit])
    value = values.moved(setting.day, unit, sign * kept.number())
    return Sense(value, from_day=True) if value else None


def later(kept: Kept, setting: Setting) -> Sense | None:
    """ "two days later": from the date named before."""
    return _from_last(kept, setting, 1)


def earlier(kept: Kept, setting: Setting) -> Sense | None:
    """ "a year earlier": from the date named before, else from the report."""
    return _from_last(kept, setting, -1)


def _from_last(kept: Kept, setting: Setting, sign: int) -> Sense | None:
    unit = kept.unit() if "u" in kept else "Y"
    count = sign * (kept.number() if "n" in kept else 1)
    if setting.last and unit not in ("S", "TM", "H"):
        value = values.shifted(setting.last, unit, count)
        if value:
            return Sense(value, from_last=True)
    if setting.day is None or unit in ("S", "TM", "H"):
        return Sense(_OPEN[unit])
    value = values.moved(setting.day, unit, count)
    return Sense(value, from_day=True) if value else None


def same(kept: Kept, setting: Setting) -> Sense | None:
    """ "that day", "the same year": the one named before."""
    unit = kept.unit()
    first = values.interval_of(setting.last).earliest if setting.last else None
    if first is None:
        return unit_near(kept, setting) if setting.day else Sense(_OPEN[unit])
    value = values.moved(first, unit, 0)
    return Sense(value, from_last=True) if value else None


def day_of_unit(kept: Kept, setting: Setting) -> Sense | None:
    """ "the 29th of last month"."""
    if setting.day is None:
        return Sense(f"XXXX-XX-{kept.day():02}")
    year, month = values.month_before(setting.day.year, setting.day.month, kept.whole("r", "STEP"))
    day = values.valid_day(year, month, kept.day())
    return Sense(values.of_day(day), from_day=True) if day else None


def quarter(kept: Kept, setting: Setting) -> Sense | None:
    """ "the third quarter", of a year named or of the last that had begun."""
    return _part_of_year(kept, setting, "Q", 4)


def half(kept: Kept, setting: Setting) -> Sense | None:
    """ "the first half of 2022"."""
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


def quarter_closed(kept: Kept, setting: Setting) -> Sense | None:
    """ "the quarter": the one named before, else the last that has ended, of which results are reported."""
    if "-Q" in setting.last:
        return Sense(setting.last, from_last=True)
    if setting.day is None:
        return Sense("XXXX-QX")
    value = values.moved(setting.day, "Q", -1)
    return Sense(value, from_day=True) if value else None


def festival(kept: Kept, setting: Setting) -> Sense | None:
    """ "Christmas": the day, of the year named or the nearest."""
    month, day = map(int, str(kept.look("f", "FESTIVAL")).split("-"))
    if "y" in kept:
        return Sense(f"{kept.year():04}-{month:02}-{day:02}")
    if setting.day is None:
        return Sense(f"XXXX-{month:02}-{day:02}")
    found = [d for step in (-1, 0, 1) if (d := values.valid_day(setting.day.year + step, month, day))]
    return _leaning(found, setting)


# Lengths of time, and how often


def length(kept: Kept, setting: Setting) -> Sense | None:
    """ "three years": P3Y; "hours": PTXH."""
    return Sense(_length(kept.number() if "n" in kept else None, kept.unit()))


def one(kept: Kept, setting: Setting) -> Sense | None:
    """ "a year": P1Y."""
    return Sense(_length(1, kept.unit()))


def _length(count: float | None, unit: str) -> str:
    if unit == "F":
        count, unit = None if count is None else 2 * count, "W"
    figure = "X" if count is None else f"{count:g}"
    if unit in ("S", "TM", "H"):
        return f"PT{figure}{unit[-1]}"
    return f"P{figure}{'D' if unit == 'N' else unit}"


def often_like(kept: Kept, setting: Setting) -> Sense | None:
    """ "annual"."""
    return Sense(_length(1, str(kept.look("e", "EVERYLIKE"))))


def past_stretch(kept: Kept, setting: Setting) -> Sense | None:
    """ "the past three years": P3Y, ending with the report."""
    return _stretch(kept, setting, -1)


def coming_stretch(kept: Kept, setting: Setting) -> Sense | None:
    """ "the next two weeks": P2W, beginning with the report."""
    return _stretch(kept, setting, 1)


def _stretch(kept: Kept, setting: Setting, sign: int) -> Sense | None:
    count, unit = (kept.number() if "n" in kept else None), kept.unit()
    value = _length(count if "n" in kept else (1 if kept.words("u")[0] in CLASSES["UNIT"] else None), unit)
    days = DAYS_IN.get(unit)
    if setting.day is None or days is None or value[1] == "X":
        return Sense(value)
    end = values.moved_day(setting.day, sign * round((count or 1) * days))
    if end is None:
        return Sense(value)
    interval = Interval(min(end, setting.day), max(end, setting.day))
    return Sense(value, interval=interval, from_day=True)


# Mean lengths in the Gregorian calendar, days.
DAYS_IN = {"D": 1, "N": 1, "W": 7, "F": 14, "M": 30.44, "Q": 91.3, "Y": 365.24, "E": 3652.4, "C": 36524}


def often(kept: Kept, setting: Setting) -> Sense | None:
    """ "daily", "every year", "twice a week": the length of one turn."""
    if "e" in kept:
        return Sense(_length(1, str(kept.look("e", "EVERYWORD"))))
    return Sense(_length(kept.number() if "n" in kept else 1, kept.unit()))


def every_weekday(kept: Kept, setting: Setting) -> Sense | None:
    """ "every Monday"."""
    return Sense(f"XXXX-WXX-{kept.look('w', 'WEEKDAY')}{_part(kept)}")


# Times of the day


def clock(kept: Kept, setting: Setting) -> Sense | None:
    """ "8 p.m. Friday", "10:30 GMT", of the day named with it or of the report."""
    hour, minute = _hour(kept)
    if hour is None:
        return None
    return _at(kept, setting, f"{hour:02}:{minute:02}")


def _hour(kept: Kept) -> tuple[int | None, int]:
    figures = [int(word) for word in kept.words("c") if word.isdigit()]
    if kept.words("c") and kept.words("c")[0] in CLASSES["CARDINAL"]:
        figures = [int(CLASSES["CARDINAL"][kept.words("c")[0]])]
    if not figures or figures[0] > 24 or (len(figures) > 1 and figures[1] > 59):
        return None, 0
    hour = figures[0] % 12 if "h" in kept and figures[0] <= 12 else figures[0]
    if "h" in kept and kept.words("h")[0].startswith("p"):
        hour = hour + 12 if hour < 12 else hour
    return hour, figures[1] if len(figures) > 1 else 0


def sharp(time: str) -> Meaning:
    """A fixed time of the day, such as noon."""

    def meaning(kept: Kept, setting: Setting) -> Sense | None:
        return _at(kept, setting, time)

    return meaning


def _at(kept: Kept, setting: Setting, time: str) -> Sense | None:
    """A time of the day named with it, else of the day named before, else of the report."""
    day = weekday(kept, setting) if "w" in kept else near_day(kept, setting) if "d" in kept else None
    if day is not None:
        return Sense(f"{day.value.split('T')[0]}T{time}", from_day=day.from_day)
    if len(setting.last) == len("2022-10-07"):
        return Sense(f"{setting.last}T{time}", from_last=True)
    base = values.of_day(setting.day) if setting.day else "XXXX-XX-XX"
    return Sense(f"{base}T{time}", from_day=setting.day is not None)


def military(kept: Kept, setting: Setting) -> Sense | None:
    """ "1430 GMT"."""
    return _at(kept, setting, str(kept.look("t", "MILITARY")))


def turned(kept: Kept, setting: Setting) -> Sense | None:
    """ "70th birthday": so many years."""
    return Sense(_length(kept.number(), "Y"))


def nth(kept: Kept, setting: Setting) -> Sense | None:
    """ "the eighth month of": so many of the unit, the last of them running."""
    return Sense(_length(kept.number(), kept.unit()))
