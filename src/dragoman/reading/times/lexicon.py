"""The words of time expressions, by class, with what each stands for.

A word may belong to several classes: "second" is an ordinal and a unit, "may" a month and no more. Case never
decides, so that headlines in capitals are read like any other line; words that are usually something else
("may", "march", "second") are only read inside an expression that leaves no doubt.
"""

from __future__ import annotations

import calendar
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


def _months() -> dict[str, Value]:
    return {name.lower(): i for i, name in enumerate(calendar.month_name) if name}


def _short_months() -> dict[str, Value]:
    short: dict[str, Value] = {n.lower(): i for i, n in enumerate(calendar.month_abbr) if n and n != "May"}
    return short | {"sept": 9}


def _weekdays() -> dict[str, Value]:
    return {name.lower(): i for i, name in enumerate(calendar.day_name, 1)}


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _numerals() -> Mapping[str, Value]:
    return (
        {str(n): n for n in range(3000)}
        | {f"{n:02}": n for n in range(10)}
        | {f"{n:03}": n for n in range(100)}
    )


_UNITS: dict[str, Value] = {
    "second": "S", "minute": "TM", "min": "TM", "hour": "H", "day": "D", "night": "N", "week": "W", "fortnight": "F",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
}  # fmt: skip

CLASSES: dict[str, Mapping[str, Value]] = {
    "FULLMONTH": _months(),
    "SHORTMONTH": _short_months(),
    "WEEKDAY": _weekdays(),
    "SHORTDAY": {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7},
    "SEASON": {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
               "winter": "WI", "wintertime": "WI"},
    "UNIT": _UNITS,
    "UNITS": {"seconds": "S", "minutes": "TM", "mins": "TM", "hours": "H", "hrs": "H", "days": "D", "nights": "N",
              "weeks": "W", "fortnights": "F", "months": "M", "quarters": "Q", "years": "Y", "yrs": "Y",
              "decades": "E", "centuries": "C"},
    "CARDINAL": {word: n for n, word in enumerate(_CARDINALS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)},
    "HUNDRED": {"hundred": 100, "thousand": 1000, "dozen": 12},
    "NUMERAL": _numerals(),
    "ORDINALWORD": {w: n for n, w in enumerate(_ORDINALS, 1)} | {w: 10 * n for n, w in enumerate(_TENTHS, 2)},
    "ORDINALNUMBER": {_ordinal(n): n for n in range(1, 200)},
    "ORDINALDAY": {_ordinal(n): n for n in range(1, 32)},
    "DAY": {w: n for n in range(1, 32) for w in (str(n), f"{n:02}")},
    "MONTHNUMBER": {w: n for n in range(1, 13) for w in (str(n), f"{n:02}")},
    "TWODIGITS": {f"{n:02}": n for n in range(100)},
    "CLOCKHOUR": {w: n for n in range(25) for w in (str(n), f"{n:02}")},
    "MILITARY": {f"{h:02}{m:02}": f"{h:02}:{m:02}" for h in range(24) for m in range(0, 60, 5)},
    "YEAR": {str(n): n for n in range(1900, 2100)},
    "OLDYEAR": {str(n): n for n in range(1000, 2100)},
    "DECADE": {f"{n}s": n // 10 for n in range(1800, 2100, 10)},
    "SHORTDECADE": {f"{n}s": 190 + n // 10 for n in range(10, 100, 10)},
    "DECADEWORD": {"twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197,
                   "eighties": 198, "nineties": 199},
    "NEARDAY": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "DAYPART": {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI",
                "dawn": "MO", "dusk": "EV", "midnight": "NI", "daytime": "DT", "nightfall": "EV", "sunrise": "MO",
                "sunset": "EV", "overnight": "NI"},
    "PRESENT": {"now": 0, "currently": 0, "nowadays": 0, "presently": 0},
    "PRESENTLIKE": {"current": 0, "present": 0},
    "PASTWORD": {"recently": 0, "lately": 0},
    "FUTUREWORD": {"soon": 0, "shortly": 0, "someday": 0},
    "EVERYWORD": {"daily": "D", "nightly": "D", "weekly": "W", "monthly": "M", "yearly": "Y",
                  "annually": "Y", "hourly": "H"},
    "EVERYLIKE": {"annual": "Y", "quarterly": "Q"},
    "STEP": {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
             "following": 1, "upcoming": 1},
    "BACK": {"last": -1, "past": -1, "previous": -1, "preceding": -1, "recent": -1},
    "AHEAD": {"next": 1, "coming": 1, "following": 1},
    "EDGE": {"early": "START", "beginning": "START", "start": "START", "outset": "START", "late": "END", "end": "END",
             "close": "END", "mid": "MID", "middle": "MID"},
    "APPROX": {"about": "APPROX", "around": "APPROX", "nearly": "APPROX", "almost": "APPROX", "roughly": "APPROX",
               "approximately": "APPROX", "some": "APPROX", "over": "MORE_THAN", "under": "LESS_THAN"},
    "SOME": {"several": "X", "few": "X", "many": "X", "couple": "X", "recent": "X"},
    "ARTICLE": {"a": 1, "an": 1},
    "EACH": {"every": 0, "each": 0, "per": 0},
    "HALFWORD": {"half": 0.5},
    "FESTIVAL": {"christmas": "12-25", "halloween": "10-31"},
    "ZONE": {w: w.upper() for w in "gmt utc est edt cst cdt mst mdt pst pdt cet cest eet msk bst ist jst kst hkt".split()},
    "NOTDAY": dict.fromkeys(
        "anniversary birthday floor time session round summit congress meeting century grade place district army fleet "
        "brigade division regiment battalion cavalry street avenue amendment consecutive straight hole tee edition ".split(), 0),
    "COUNTED": dict.fromkeys(
        "people persons soldiers troops men women children miles km kilometers kilometres feet dollars percent meters "
        "metres tons tonnes shares points jobs workers votes students members cars houses homes barrels euros pounds "
        "rubles roubles yen acres hectares protesters police officers families tanks drones missiles refugees copies "
        "seats employees delegates passengers square cubic cc hp mph words pages".split(), 0),
}  # fmt: skip
# "A second" and "a quarter" are mostly no times, and bare "minutes" and "quarters" are counts.
CLASSES["LONGUNIT"] = {word: unit for word, unit in _UNITS.items() if word not in ("second", "quarter")}
CLASSES["LONGUNITS"] = {
    word: unit
    for word, unit in CLASSES["UNITS"].items()
    if unit in ("D", "W", "M", "Y", "E", "C", "H") and word != "hrs"
}
CLASSES["CLEARMONTH"] = {w: n for w, n in CLASSES["FULLMONTH"].items() if w not in ("may", "march")}
CLASSES["MONTH"] = _months() | _short_months()

# Classes and words one of which every expression holds.
CORE = (
    "FULLMONTH SHORTMONTH WEEKDAY SHORTDAY SEASON UNIT UNITS ORDINALDAY OLDYEAR DECADE SHORTDECADE DECADEWORD NEARDAY "
    "DAYPART PRESENT PRESENTLIKE PASTWORD FUTUREWORD EVERYWORD EVERYLIKE FESTIVAL MILITARY"
).split()
CORE_WORDS = frozenset(
    "tonight weekend ago future past half eve midweek m am pm clock : / - 年 月 日 day week month year birthday anniversary "
    "time period quarter moment days recent".split()
)
