"""Words that say what a figure counts, brought to one: soldiers are servicemen, killed are dead."""

from __future__ import annotations

import re

import msgspec


class Row(msgspec.Struct, frozen=True):
    """One kind of what is counted.

    Attributes:
        kind: how the record names it, in plain words.
        words: the words that mean it: beginnings of words, ``$`` where the word ends there.
        grows: whether such a count only ever grows while a happening becomes known.
    """

    kind: str
    words: tuple[str, ...]
    grows: bool = False


def _rows(*rows: tuple[str, str], grows: bool = False) -> tuple[Row, ...]:
    return tuple(Row(kind, tuple(words.replace("_", " ").split("|")), grows) for kind, words in rows)


# What befell those who are counted. The first row that fits counts.
ACTS = (
    *_rows(
        ("badly wounded", "badly|seriously|severely|critically|serious condition|critical condition"),
        ("found dead", "bodies|remains|graves"),
        ("killed", "kill|dead$|died$|die$|dying|death|fatalit|perish|lost their li|lives$|body count|toll$"
         "|slain|drown|executed|succumb"),
        ("wounded", "wound|injur|hurt$"),
        ("harmed", "casualties|victims|harmed"),
        ("missing", "missing"),
        ("detained", "detain|arrest|caught|jailed|rounded up|in custody"),
        ("infected", "infect|cases$|fell ill|sick"),
        ("displaced", "displac|fled$|flee|refugee|homeless|crossed|entered|left the country|arriv|come in$"
         "|migrants"),
        ("moved", "evacuat|moved|move to|taken|take out|took off|brought out|transferred|rescu|saved|pulled"
         "|resettled"),
        ("surrendered", "surrender|laid down|lay down"),
        ("captured", "captur|taken prisoner|took prisoner"),
        grows=True,
    ),
    *_rows(
        ("mobilised", "draft|mobili|called up|call up|conscript|reservist"),
        ("expelled", "expel|declared"),
        ("freed", "freed|releas|handed over|got back|swapped|exchanged"),
        ("shot down", "shot down|shoot down|intercept|downed"),
        ("fired", "fired|launched"),
        ("destroyed", "destroy|put out of action|damag|lost$|sunk|sank"),
        ("voted for", "in favo|voted for|votes for"),
        ("voted against", "against$|voted against|votes against|opposed"),
        ("abstained", "abstain|abstention"),
    ),
)  # fmt: skip
# Who or what is counted. The first row that fits counts.
PERSONS = _rows(
    ("children", "child|minors|infants|girls|boys"),
    ("security forces", "police|guardsm|security forces|law enforcement|officers|prison guards"),
    ("civilians", "civilian|resident|inhabitant|villager|household|families|refugee|migrant"),
    ("crew", "crew|sailor|seamen"),
    ("journalists", "journalist|reporters"),
    ("diplomats", "diplomat|embassy"),
    ("prisoners", "prisoner|pows|captives|hostage|inmate"),
    ("peacekeepers", "peacekeep|observers"),
    ("protesters", "protester|demonstrator|rioter|marcher|crowd"),
    ("passengers", "passenger"),
    ("troops", "soldier|troop|serviceman|servicemen|service members|personnel|fighter|militant|paratrooper"
     "|reservist|group$|grouping|force$|forces$|contingent|army|marines|conscript|combatant|militia|recruit"),
    ("people", "people|person|men$|women|man$|woman|citizen|human|others$|worker"
     "|pilgrim|student|miner|lives$|voters|patients"),
)  # fmt: skip
THINGS = _rows(
    ("missiles", "missile|rocket"),
    ("drones", "drone|unmanned aircraft|unmanned aerial|uav"),
    ("aircraft", "aircraft|plane|jet|helicopter|warplane"),
    ("armoured vehicles", "armoured vehicle|armored vehicle|tank$|tanks|vehicles"),
    ("leaks", "leak|holes|places of the nord|places of the pipe"),
    ("ships", "ship|vessel|freighter|boat"),
    ("settlements", "settlement|villages|towns"),
    ("tonnes", "tonne|tons$|ton$"),
    ("barrels", "barrel"),
    ("square kilometres", "square kilomet|km2|hectare"),
    ("kilometres", "kilomet|km$|miles"),
    ("banks", "bank$|banks"),
    ("countries", "countries|states$|nations"),
    ("votes", "vote"),
    ("houses", "house$|houses|homes|dwelling"),
)  # fmt: skip
# Money by the word and by the code.
CURRENCIES = _rows(
    ("USD", "usd|dollar"), ("EUR", "eur$|euro"), ("GBP", "gbp|pound|sterling"), ("JPY", "jpy|yen$"),
    ("RUB", "rub$|ruble|rouble"), ("CNY", "yuan|renminbi"), ("KZT", "tenge"), ("UAH", "hryvni"),
    ("TRY", "lira"), ("INR", "rupee"), ("CHF", "franc"), ("KRW", "won$"), ("PLN", "zlot"),
    ("BRL", "real$|reais"),
)  # fmt: skip
# A dead person is not told apart from a dead soldier by these two.
UNSPECIFIED = frozenset({"people", ""})
# Those aboard. Of them some are saved, and only who says that all were counts both.
ABOARD = frozenset({"crew", "passengers"})
# A figure may leave out an act that only says where those counted are: "40,000 soldiers (were moved)".
SILENT = frozenset({"", "moved", "surrendered", "fired"})
COUNT_WORDS = re.compile(r"[a-z][a-z'’-]*")
STOP = frozenset(
    "a an the of in on at by to for from with and or but as that which who this these those is was were "
    "are be been has have had will would it its his her their he she they said says say told according "
    "about some more than least after before since not no also over into under up out there one two new "
    "last week day year monday tuesday wednesday thursday friday saturday sunday percent per cent people "
    "number killed dead wounded soldiers troops ministry minister president government official officials "
    "reported announced".split()
)


def first_row(rows: tuple[Row, ...], text: str) -> Row | None:
    """The first row one of whose words stands in a text of small letters."""
    for row in rows:
        if _pattern(row.words).search(text):
            return row
    return None


_PATTERNS: dict[tuple[str, ...], re.Pattern[str]] = {}


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    if words not in _PATTERNS:
        parts = [re.escape(w[:-1]) + r"\b" if w.endswith("$") else re.escape(w) for w in words]
        _PATTERNS[words] = re.compile(rf"\b(?:{'|'.join(parts)})")
    return _PATTERNS[words]


def stem(word: str) -> str:
    """A word without the endings of number and possession: "exports" and "export's" as "export"."""
    bare = re.sub(r"['’]s?$", "", word.lower())
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            return bare[: -len(ending)] + instead
    return bare


def content(text: str) -> frozenset[str]:
    """Stems of the words of a text that say something."""
    words = COUNT_WORDS.findall(text.lower())
    return frozenset(stem(word) for word in words if word not in STOP and len(word) > 2)


_PROPER = re.compile(r"(?<=[a-z,] )(?:[A-Z][\w’'-]{3,})")
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August "
    "September October November December President Minister Ministry Foreign Defence Defense Prime General "
    "Secretary Deputy Council State Interior Government".split()
)


def proper_names(text: str) -> tuple[str, ...]:
    """Words with a capital inside sentences, each once: "Azovstal", "Moskva"; known or not."""
    return tuple(sorted({re.sub(r"['’]s?$", "", word) for word in _PROPER.findall(text)} - _CALENDAR))
