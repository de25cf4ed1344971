"""What a figure counts: who or what, what befell them, of which side."""

from __future__ import annotations

import re

import msgspec

from dragoman.record.figure_stated import STATE, Stated
from dragoman.record.figure_words import ACTS, CURRENCIES, PERSONS, THINGS, Row, content, first_row, stem
from dragoman.terms import Claim

_PAST = re.compile(
    r"\b(?:compared (?:with|to)|up from|down from|against|from)\s+(?:about |some |around )?$", re.I
)
_BACKGROUND = re.compile(
    r"\b(?:last (?:year|spring|summer|autumn|winter)|since (?:19|20)\d\d|in (?:19|20)\d\d\b)", re.I
)
_POSSIBLE = re.compile(r"\b(?:could|may|might)\b")
_BEHIND_POSSIBLE = re.compile(r"\s*(?:who|that|which)?\s*(?:could|may|might)\b")
_RATE = re.compile(
    r"[^.;,]{0,25}?\b(?:per|a|each|every) (?:day|week|month|hour|year)\b|[^.;,]{0,15}?\bdaily\b", re.I
)
_PEOPLE_OF = re.compile(r" (?:of|from) (?:the|a|its|their) ([a-z]+)")  # "54 people of a crew of 485"
_OWN = re.compile(
    r"\b(?:its|our|their) (?:own )?(?:soldiers|servicemen|troops|men|fighters|citizens|police)", re.I
)
_NUMBER_WORDS = frozenset("share third thirds two half quarter quarters roughly nearly only".split())
# "225 dead, among them 19 policemen"
_PART = re.compile(r"\b(?:among them|including|of whom|of them),?\s*$", re.I)


class Quantity(msgspec.Struct, frozen=True):
    """What is counted, in words of the record.

    Attributes:
        measure: what cannot be compared across: ``persons``, ``percent``, ``USD``, a thing.
        thing, act: who or what, and what befell them; empty where it is not said.
        side: states whose people or things are counted.
        is_rate: so many in a day or a month.
        is_none: nobody, nothing.
        is_past, is_possible: told as of an earlier time for comparison, or as what may come.
        words: stems of the sentence and the title.
        share_of: stems of the words beside a share that say what it is of.
    """

    measure: str
    thing: str
    act: str
    side: frozenset[str]
    is_past: bool
    is_possible: bool
    is_rate: bool
    is_none: bool
    grows: bool
    words: frozenset[str]
    share_of: frozenset[str]


def quantity(stated: Stated) -> Quantity:
    """What a figure counts."""
    claim = stated.claim
    start = max(stated.sentence.find(claim.about), 0)
    end = start + len(claim.about)
    act = _row_of_act(stated, start)
    measure, thing = _measured(stated, end)
    states = frozenset(id for id in stated.entities if STATE.fullmatch(id))
    share_of = content(f"{stated.sentence[max(start - 40, 0) : start]} {claim.about}") - _NUMBER_WORDS
    return Quantity(
        measure=measure,
        thing=thing,
        act=_act(act, measure),
        side=named_states(stated) or (states if len(states) == 1 else frozenset()),
        is_past=_is_past(stated, start),
        is_possible=bool(_POSSIBLE.search(claim.about) or _BEHIND_POSSIBLE.match(stated.sentence, end)),
        is_rate=bool(_RATE.match(stated.sentence, end)),
        is_none=claim.low == claim.high == 0,
        grows=bool(act and act.grows),
        words=content(f"{stated.title} {stated.sentence}"),
        share_of=share_of if measure == "percent" else frozenset(),
    )


def _row_of_act(stated: Stated, start: int) -> Row | None:
    """What befell those counted; a part of the dead is dead: "225 dead, among them 19 policemen"."""
    own = first_row(ACTS, f"{stated.claim.unit} {stated.claim.about}".lower())
    before = stated.sentence[:start]
    return own or (first_row(ACTS, before.lower()) if _PART.search(before) else None)


def _measured(stated: Stated, end: int) -> tuple[str, str]:
    """Measure and thing; "54 people of a crew" are of the crew."""
    unit = stated.claim.unit.lower()
    if unit == "percent":
        return "percent", "percent"
    money = first_row(CURRENCIES, unit)
    if money is not None:
        return money.kind, "money"
    measure, thing = _counted(stated.claim, named=bool(stated.counted))
    of = _PEOPLE_OF.match(stated.sentence, end) if thing == "people" else None
    whole = first_row(PERSONS, of[1].lower()) if of else None
    return measure, whole.kind if whole else thing


def _is_past(stated: Stated, start: int) -> bool:
    """Whether a figure is told as of an earlier time, to compare: "from 60 tenge", "last year"."""
    claim = stated.claim
    way = claim.about.lower().startswith("from ") and claim.low == claim.high
    before = stated.sentence[max(start - 60, 0) : start]
    return way or bool(_PAST.search(before) or _BACKGROUND.search(stated.sentence))


def _act(row: Row | None, measure: str) -> str:
    """What befell them; persons who are lost are dead."""
    if row is None or measure == "percent":
        return ""
    return "killed" if measure == "persons" and row.kind == "destroyed" else row.kind


def _counted(claim: Claim, *, named: bool) -> tuple[str, str]:
    """Measure and thing: persons of a kind, a known thing, or the noun itself."""
    unit = claim.unit.lower()
    thing = first_row(THINGS, unit)
    if thing is not None:
        return thing.kind, thing.kind
    person = first_row(PERSONS, unit)
    if person is not None:
        return "persons", person.kind
    if first_row(ACTS, unit):
        return "persons", ""
    if named:
        return "persons", "people"  # "98,000 Russians"
    return stem(unit.split()[0] if " of " in unit else unit.split()[-1]), ""


def named_states(stated: Stated) -> frozenset[str]:
    """States whose people or things are counted, where the words of the figure say it."""
    said_by = stated.claim.said_by
    if said_by and said_by[0].source.country and _OWN.search(stated.claim.about):
        return frozenset({said_by[0].source.country})
    return frozenset(id for id in stated.counted if STATE.fullmatch(id))
