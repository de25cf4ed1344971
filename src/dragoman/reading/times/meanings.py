"""What the rows of `near` and `lengths` mean: from kept words and a setting to a TIMEX3 value."""

from __future__ import annotations

from dragoman.reading.times import values
from dragoman.reading.times.kept import Kept, Meaning, Sense, Setting
from dragoman.reading.times.lexicon import CLASSES
from dragoman.terms import Interval

# A unit of which nothing is known.
_OPEN = {
    "S": "XXXX", "TM": "XXXX", "H": "XXXX", "D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "W": "XXXX-WXX",
    "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXX", "C": "XX",
}  # fmt: skip

# Mean lengths in the Gregorian calendar, days.
DAYS_IN = {"D": 1, "N": 1, "W": 7, "F": 14, "M": 30.44, "Q": 91.3, "Y": 365.24, "E": 3652.4, "C": 36524}

_CLOCK_UNITS = ("S", "TM", "H")


def always(value: str) -> Meaning:
    """The same value whatever was kept."""
    return lambda kept, setting: Sense(value)


# Counted from the day of the report


def near_day(kept: Kept, setting: Setting) -> Sense | None:
    """ "Yesterday", "today" or "tomorrow", with a part of the day or without."""
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
    """The part of the day kept as ``p``, as a value ends in it."""
    return f"T{kept.look('p', 'DAYPART')}" if "p" in kept else ""


def weekday(kept: Kept, setting: Setting) -> Sense | None:
    """A weekday, "Monday", "last Friday", "Thursday night": as the sentence leans, else the last one."""
    wanted = kept.weekday()
    ending = _part(kept)
    if setting.day is None:
        return Sense(f"XXXX-WXX-{wanted}{ending}")
    back = (setting.day.isoweekday() - wanted) % 7
    last, following = (values.moved_day(setting.day, -back), values.moved_day(setting.day, 7 - back))
    if "r" in kept and kept.look("r", "STEP") == -1 and not back:
        last = values.moved_day(setting.day, -7)
    # Nobody writes a bare "Friday" for the one six days ago, nor for the one in five days or more
    ahead = back == 6 or (back > 2 and bool(setting.leaning()))
    if "r" in kept and kept.look("r", "STEP") == 0:  # "this Friday" is that of the running week
        ahead = wanted > setting.day.isoweekday()
    elif "r" in kept:
        ahead = kept.whole("r", "STEP") > 0
    first, second = (following, last) if ahead else (last, following)
    if first is None or second is None:
        return None
    return Sense(f"{values.of_day(first)}{ending}", (f"{values.of_day(second)}{ending}",), from_day=True)


def weekday_of_week(kept: Kept, setting: Setting) -> Sense | None:
    """A weekday of a week counted from the report: "Wednesday of last week"."""
    wanted = kept.weekday()
    if setting.day is None:
        return Sense(f"XXXX-WXX-{wanted}")
    steps = wanted - setting.day.isoweekday() + 7 * kept.whole("r", "STEP")
    day = values.moved_day(setting.day, steps)
    return Sense(values.of_day(day), from_day=True) if day else None


def unit_near(kept: Kept, setting: Setting) -> Sense | None:
    """A unit counted from the report, "last week", "next year"; without a step the one that runs."""
    unit = kept.unit()
    steps = kept.whole("r", "STEP") if "r" in kept else 0
    if setting.day is None:
        return Sense(_OPEN[unit])
    value = values.moved(setting.day, unit, steps)
    return Sense(value, from_day=True) if value else None


def weekend(kept: Kept, setting: Setting) -> Sense | None:
    """A weekend, "last weekend"; "the weekend" is that of this week, early in a week the last."""
    if setting.day is None:
        return Sense("XXXX-WXX-WE")
    steps = kept.whole("r", "STEP") if "r" in kept else (-1 if _after_weekend(setting) else 0)
    value = values.moved(setting.day, "W", steps)
    return Sense(f"{value}-WE", from_day=True) if value else None


def _after_weekend(setting: Setting) -> bool:
    """Whether "the weekend" is the last one: early in a week, where nothing leans ahead."""
    return bool(setting.day and setting.day.isoweekday() < 5 and not setting.leaning())


def ago(kept: Kept, setting: Setting) -> Sense | None:
    """So long before the report, "three days ago", as exact as the unit; "a year ago" can be of a quarter."""
    if kept.unit() == "Y" and kept.number() == 1 and "-Q" in setting.last:
        return _from_last(kept, setting, -1)
    return _counted(kept, setting, -1)


def from_now(kept: Kept, setting: Setting) -> Sense | None:
    """So long after the report: "two weeks from now"."""
    return _counted(kept, setting, 1)


def _counted(kept: Kept, setting: Setting, sign: int) -> Sense | None:
    unit = kept.unit()
    if unit in _CLOCK_UNITS:
        return Sense("PAST_REF" if sign < 0 else "FUTURE_REF")
    if setting.day is None:
        return Sense(_OPEN[unit])
    value = values.moved(setting.day, unit, sign * kept.number())
    return Sense(value, from_day=True) if value else None


def later(kept: Kept, setting: Setting) -> Sense | None:
    """So long after the date named before, else after the report: "two days later"."""
    return _from_last(kept, setting, 1)


def earlier(kept: Kept, setting: Setting) -> Sense | None:
    """So long before the date named before, else before the report: "a year earlier"."""
    return _from_last(kept, setting, -1)


def _from_last(kept: Kept, setting: Setting, sign: int) -> Sense | None:
    unit = kept.unit() if "u" in kept else "Y"
    count = sign * (kept.number() if "n" in kept else 1)
    if setting.last and unit not in _CLOCK_UNITS:
        value = values.shifted(setting.last, unit, count)
        if value:
            return Sense(value, from_last=True)
    if setting.day is None or unit in _CLOCK_UNITS:
        return Sense(_OPEN[unit])
    value = values.moved(setting.day, unit, count)
    return Sense(value, from_day=True) if value else None


def same(kept: Kept, setting: Setting) -> Sense | None:
    """The unit that holds the date named before: "that day", "the same year"."""
    unit = kept.unit()
    first = values.interval_of(setting.last).earliest if setting.last else None
    if first is None:
        return unit_near(kept, setting) if setting.day else Sense(_OPEN[unit])
    value = values.moved(first, unit, 0)
    return Sense(value, from_last=True) if value else None


def quarter_closed(kept: Kept, setting: Setting) -> Sense | None:
    """The quarter named before, else the last that has ended, of which results are reported."""
    if "-Q" in setting.last:
        return Sense(setting.last, from_last=True)
    if setting.day is None:
        return Sense("XXXX-QX")
    value = values.moved(setting.day, "Q", -1)
    return Sense(value, from_day=True) if value else None


# Lengths of time, and how often


def length(kept: Kept, setting: Setting) -> Sense | None:
    """A length: "three years" is P3Y and "hours" PTXH."""
    return Sense(_length(kept.number() if "n" in kept else None, kept.unit()))


def one(kept: Kept, setting: Setting) -> Sense | None:
    """A length of one unit: "a year" is P1Y."""
    return Sense(_length(1, kept.unit()))


def _length(count: float | None, unit: str) -> str:
    """So many of a unit as a value; `None` when it is not known how many."""
    if unit == "F":
        count, unit = None if count is None else 2 * count, "W"
    figure = "X" if count is None else f"{count:g}"
    if unit in _CLOCK_UNITS:
        return f"PT{figure}{unit[-1]}"
    return f"P{figure}{'D' if unit == 'N' else unit}"


def often_like(kept: Kept, setting: Setting) -> Sense | None:
    """How often, by an adjective: "annual" is P1Y, "quarterly" P3M."""
    unit = str(kept.look("e", "EVERYLIKE"))
    return Sense("P3M" if unit == "Q" else _length(1, unit))


def past_stretch(kept: Kept, setting: Setting) -> Sense | None:
    """A length that ends with the report: "the past three years" is P3Y."""
    return _stretch(kept, setting, -1)


def coming_stretch(kept: Kept, setting: Setting) -> Sense | None:
    """A length that begins with the report: "the next two weeks" is P2W."""
    return _stretch(kept, setting, 1)


def _stretch(kept: Kept, setting: Setting, sign: int) -> Sense | None:
    is_one = kept.words("u")[0] in CLASSES["UNIT"]
    count, unit = (kept.number() if "n" in kept else 1 if is_one else None), kept.unit()
    value = _length(count, unit)
    days = DAYS_IN.get(unit)
    if setting.day is None or days is None or count is None:
        return Sense(value)
    end = values.moved_day(setting.day, sign * round(count * days))
    if end is None:
        return Sense(value)
    interval = Interval(min(end, setting.day), max(end, setting.day))
    return Sense(value, interval=interval, from_day=True)


def often(kept: Kept, setting: Setting) -> Sense | None:
    """How often, as the length of one turn: "daily", "every year", "twice a week"."""
    if "e" in kept:
        return Sense(_length(1, str(kept.look("e", "EVERYWORD"))))
    return Sense(_length(kept.number() if "n" in kept else 1, kept.unit()))


def every_weekday(kept: Kept, setting: Setting) -> Sense | None:
    """How often, by a weekday: "every Monday"."""
    return Sense(f"XXXX-WXX-{kept.weekday()}{_part(kept)}")


# Times of the day


def clock(kept: Kept, setting: Setting) -> Sense | None:
    """A time of the day, "8 p.m. Friday": of the day named with it or before it, else of the report."""
    hour, minute = _hour(kept)
    if hour is None:
        return None
    return _at(kept, setting, f"{hour:02}:{minute:02}")


def _hour(kept: Kept) -> tuple[int | None, int]:
    """Hour and minute kept as ``c``, with ``h`` for a.m. or p.m.; no hour when there is no such time."""
    figures = [int(word) for word in kept.words("c") if word.isdigit()]
    if kept.words("c") and kept.words("c")[0] in CLASSES["CARDINAL"]:
        figures = [int(CLASSES["CARDINAL"][kept.words("c")[0]])]
    minute = figures[1] if len(figures) > 1 else 0
    if not figures or figures[0] > 24 or minute > (0 if figures[0] == 24 else 59):
        return None, 0
    hour = figures[0] % 12 if "h" in kept and figures[0] <= 12 else figures[0]
    if "h" in kept and kept.words("h")[0].startswith("p"):
        hour = hour + 12 if hour < 12 else hour
    return hour, minute


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
    """A time of the day in four digits: "1430 GMT"."""
    return _at(kept, setting, str(kept.look("t", "MILITARY")))


def turned(kept: Kept, setting: Setting) -> Sense | None:
    """So many years: "70th birthday"."""
    return Sense(_length(kept.number(), "Y"))


def nth(kept: Kept, setting: Setting) -> Sense | None:
    """So many of a unit, the last of them running: "the eighth month of"."""
    return Sense(_length(kept.number(), kept.unit()))
