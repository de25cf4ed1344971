"""The words of time expressions, by class, with what each stands for.

A word may belong to several classes: "second" is an ordinal and a unit. Case never decides, so that headlines
in capitals are read like any other line; words that are usually something else ("may", "march", "second") are
only read inside an expression that leaves no doubt. Where nothing asks what a word stands for, it is 0.
"""

from __future__ import annotations

from collections.abc import Mapping

Value = int | float | str

_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()

# Written out, as the names in the standard library follow the locale of the process.
_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_FULLMONTH = {name: n for n, name in enumerate(_MONTHS, 1)}
_SHORTMONTH = {name[:3]: n for name, n in _FULLMONTH.items() if name != "may"} | {"sept": 9}


def ordinal(number: int) -> str:
    """A number as an ordinal in figures: 1st, 2nd, 11th."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _one_or_two_digits(numbers: range) -> dict[str, int]:
    """Each number as "7" and as "07"."""
    return {word: n for n in numbers for word in (str(n), f"{n:02}")}


def _numerals() -> dict[str, int]:
    """Numbers in figures; "1,950" and "2.05" are read in parts, and so need their leading zeros."""
    return (
        {str(n): n for n in range(3000)}
        | {f"{n:02}": n for n in range(10)}
        | {f"{n:03}": n for n in range(100)}
    )


# The letters of TIMEX3, and where it has none: TM minutes (M are months), N nights, F fortnights.
_UNIT = {
    "second": "S", "minute": "TM", "min": "TM", "hour": "H", "day": "D", "night": "N", "week": "W",
    "fortnight": "F", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
}  # fmt: skip
_UNITS = {
    "seconds": "S", "minutes": "TM", "mins": "TM", "hours": "H", "hrs": "H", "days": "D", "nights": "N",
    "weeks": "W", "fortnights": "F", "months": "M", "quarters": "Q", "years": "Y", "yrs": "Y",
    "decades": "E", "centuries": "C",
}  # fmt: skip

CLASSES: dict[str, Mapping[str, Value]] = {
    # Months, days and seasons
    "FULLMONTH": _FULLMONTH,
    "SHORTMONTH": _SHORTMONTH,
    "MONTH": _FULLMONTH | _SHORTMONTH,
    "CLEARMONTH": {name: n for name, n in _FULLMONTH.items() if name not in ("may", "march")},
    "WEEKDAY": {name: n for n, name in enumerate(_WEEKDAYS, 1)},
    "SHORTDAY": {
        "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
        "sun": 7,
    },
    "SEASON": {
        "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
        "winter": "WI", "wintertime": "WI",
    },
    "FESTIVAL": {"christmas": "12-25", "halloween": "10-31"},
    "NEARDAY": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "DAYPART": {
        "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI",
        "dawn": "MO", "dusk": "EV", "midnight": "NI", "daytime": "DT", "nightfall": "EV", "sunrise": "MO",
        "sunset": "EV", "overnight": "NI",
    },
    # Units; "a second" and "a quarter" are mostly no times, and bare "minutes" and "quarters" are counts
    "UNIT": _UNIT,
    "UNITS": _UNITS,
    "LONGUNIT": {word: unit for word, unit in _UNIT.items() if word not in ("second", "quarter")},
    "LONGUNITS": {
        word: unit
        for word, unit in _UNITS.items()
        if unit in ("H", "D", "W", "M", "Y", "E", "C") and word != "hrs"
    },
    # Numbers in words
    "CARDINAL": {w: n for n, w in enumerate(_CARDINALS)} | {w: 10 * n for n, w in enumerate(_TENS, 2)},
    "HUNDRED": {"hundred": 100, "thousand": 1000, "dozen": 12},
    "ARTICLE": {"a": 1, "an": 1},
    "HALFWORD": {"half": 0.5},
    "SOME": dict.fromkeys(("several", "few", "many", "couple", "recent"), 0),
    "ORDINALWORD": {w: n for n, w in enumerate(_ORDINALS, 1)} | {w: 10 * n for n, w in enumerate(_TENTHS, 2)},
    # Numbers in figures
    "NUMERAL": _numerals(),
    "ORDINALNUMBER": {ordinal(n): n for n in range(1, 200)},
    "ORDINALDAY": {ordinal(n): n for n in range(1, 32)},
    "DAY": _one_or_two_digits(range(1, 32)),
    "MONTHNUMBER": _one_or_two_digits(range(1, 13)),
    "TWODIGITS": {f"{n:02}": n for n in range(100)},
    "YEAR": {str(n): n for n in range(1900, 2100)},
    "OLDYEAR": {str(n): n for n in range(1000, 2100)},
    # Decades, as TIMEX3 writes them: 198 for the 1980s
    "DECADE": {f"{n}s": n // 10 for n in range(1800, 2100, 10)},
    "SHORTDECADE": {f"{n}s": 190 + n // 10 for n in range(10, 100, 10)},
    "DECADEWORD": {
        "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197,
        "eighties": 198, "nineties": 199,
    },
    # Times of the day
    "CLOCKHOUR": _one_or_two_digits(range(25)),
    "MILITARY": {f"{h:02}{m:02}": f"{h:02}:{m:02}" for h in range(24) for m in range(0, 60, 5)},
    "ZONE": dict.fromkeys(
        "gmt utc est edt cst cdt mst mdt pst pdt cet cest eet msk bst ist jst kst hkt".split(), 0
    ),
    # Near, far and how often
    "PRESENT": dict.fromkeys(("now", "currently", "nowadays", "presently"), 0),
    "PRESENTLIKE": dict.fromkeys(("current", "present"), 0),
    "PASTWORD": dict.fromkeys(("recently", "lately"), 0),
    "FUTUREWORD": dict.fromkeys(("soon", "shortly", "someday"), 0),
    "STEP": {
        "last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1,
        "coming": 1, "following": 1, "upcoming": 1,
    },
    "BACK": dict.fromkeys(("last", "past", "previous", "preceding", "recent"), 0),
    "EACH": dict.fromkeys(("every", "each", "per"), 0),
    "EVERYWORD": {
        "daily": "D", "nightly": "D", "weekly": "W", "monthly": "M", "yearly": "Y", "annually": "Y",
        "hourly": "H",
    },
    "EVERYLIKE": {"annual": "Y", "quarterly": "Q"},
    # TIMEX3 modifiers
    "EDGE": {
        "early": "START", "beginning": "START", "start": "START", "outset": "START", "late": "END",
        "end": "END", "close": "END", "mid": "MID", "middle": "MID",
    },
    "APPROX": {
        "about": "APPROX", "around": "APPROX", "nearly": "APPROX", "almost": "APPROX", "roughly": "APPROX",
        "approximately": "APPROX", "some": "APPROX", "over": "MORE_THAN", "under": "LESS_THAN",
    },
    # What makes an ordinal or a number before it no date: "the 7th fleet", "2000 soldiers"
    "NOTDAY": dict.fromkeys(
        "anniversary birthday floor time session round summit congress meeting century grade place district "
        "army fleet brigade division regiment battalion cavalry street avenue amendment consecutive straight "
        "hole tee edition".split(), 0,
    ),
    "COUNTED": dict.fromkeys(
        "people persons soldiers troops men women children miles km kilometers kilometres feet dollars "
        "percent meters metres tons tonnes shares points jobs workers votes students members cars houses "
        "homes barrels euros pounds rubles roubles yen acres hectares protesters police officers families "
        "tanks drones missiles refugees copies seats employees delegates passengers square cubic cc hp "
        "mph words pages".split(), 0,
    ),
}  # fmt: skip

# Classes and words one of which every expression holds: what has none of them is not looked at.
CORE = (
    "FULLMONTH SHORTMONTH WEEKDAY SEASON UNIT UNITS ORDINALDAY OLDYEAR DECADE SHORTDECADE DECADEWORD NEARDAY "
    "DAYPART PRESENT PRESENTLIKE PASTWORD FUTUREWORD EVERYWORD EVERYLIKE FESTIVAL MILITARY"
).split()
CORE_WORDS = frozenset(
    "tonight weekend midweek ago past future moment anniversary birthday am pm m clock : / - 月 日".split()
)
