"""What a figure counts: who or what, what befell them, of which side."""

from __future__ import annotations

import re

import msgspec

from dragoman.record.figure_day import day_of_month
from dragoman.record.figure_stated import STATE, Stated, voice
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
    r"\b(?:its|our|their) (?:(?!enem|oppon|adversar)[a-z]+ )?"
    r"(?:dead\b|wounded\b|soldiers|servicemen|troops|men\b|fighters|citizens|police)",
    re.I,
)
# "It had lost 50 servicemen, the ministry said"
_OWN_LOSS = re.compile(r"\b(?:it|they|we) (?:(?:had|has|have) )?(?:lost|loses?)\b", re.I)
# "Three injured had succumbed": those who died later, who are neither all wounded nor all dead.
_DIED_LATER = "died later"
_HURT = frozenset({"wounded", "badly wounded"})
_DIED_SINCE = re.compile(r"\s+(?:[a-z]+ ){0,3}(?:succumbed|died)\b")
# A figure of a part is no figure of the whole: "for the Kharkiv region alone", "in that city".
_PART_ONLY = re.compile(
    r"\b(?:the|of|in|for) [^.;,]{2,40} alone\b"
    r"|\bin (?:that|this) (?:city|town|village|district|province|region)\b",
    re.I,
)
# "Near the border", "around our borders", "in the vicinity of Ukraine", "in and near Ukraine"
_AT_BORDER = re.compile(
    r"\b(?:near|around|along|close to|at|in the vicinity of)(?: (?:the|its|our|their))?"
    r"(?: [A-Z][\w'’-]+){0,2} (?:borders?|frontiers?)\b|\b(?:near|in the vicinity of) [A-Z]\w+"
)
_AROUND = 90  # characters
_WHOLE = re.compile(
    r"\b(?:whole|entire|all|everyone|everybody)\b[^.;\d]{0,40}$", re.I
)  # "the whole crew, some 500"
# Measured from somewhere to somewhere; two are of one distance only where the words beside them agree.
_LENGTHS = frozenset({"kilometres"})
_BESIDE = 40  # characters on each side that say what a share or a distance is of
_NUMBER_WORDS = frozenset("share third thirds two half quarter quarters roughly nearly only".split())
# "225 dead, among them 19 policemen"
_PART = re.compile(r"\b(?:among them|including|of whom|of them),?\s*$", re.I)


class Quantity(msgspec.Struct, frozen=True):
    """What is counted, in words of the record.

    Attributes:
        measure: what cannot be compared across: ``persons``, ``percent``, ``USD``, a thing.
        thing, act: who or what, and what befell them; empty where it is not said.
        side: states whose people or things are counted; named: where the words of the figure say it.
        voice: who states it.
        is_headline: the sentence is the headline, or within it.
        is_rate: so many in a day or a month.
        is_none: nobody, nothing.
        is_past, is_possible: told as of an earlier time for comparison, or as what may come.
        words: stems of the sentence and the title.
        share_of: stems of the words beside a share or a distance that say what it is of.
        is_part: told of one place only: "in that city".
        day: day of the month on which it happened, where the sentence begins with it.
        is_whole: told of all there are: "the whole crew".
        at_border: whether they stand at a border.
    """

    measure: str
    thing: str
    act: str
    side: frozenset[str]
    named: frozenset[str]
    voice: str
    is_headline: bool
    is_past: bool
    is_possible: bool
    is_rate: bool
    is_none: bool
    grows: bool
    words: frozenset[str]
    share_of: frozenset[str]
    is_part: bool
    is_whole: bool
    day: int | None
    at_border: bool


def quantity(stated: Stated) -> Quantity:
    """What a figure counts."""
    claim = stated.claim
    start, end = (max(place - claim.evidence.start, 0) for place in (claim.span.start, claim.span.end))
    act = _row_of_act(stated, start)
    later = act is not None and act.kind in _HURT and bool(_DIED_SINCE.match(stated.sentence, end))
    measure, thing = _measured(stated, end)
    states = frozenset(id for id in stated.entities if STATE.fullmatch(id))
    named = named_states(stated)
    return Quantity(
        measure=measure,
        thing=thing,
        act=_DIED_LATER if later else _act(act, measure),
        side=named or (states if len(states) == 1 else frozenset()),
        named=named,
        voice=voice(stated),
        is_headline=_is_headline(stated),
        is_past=_is_past(stated, start),
        is_possible=bool(_POSSIBLE.search(claim.about) or _BEHIND_POSSIBLE.match(stated.sentence, end)),
        is_rate=bool(_RATE.match(stated.sentence, end)),
        is_none=claim.low == claim.high == 0,
        grows=bool(act and act.grows),
        words=content(f"{stated.title} {stated.sentence}"),
        share_of=_beside(stated, start, end, measure),
        is_whole=bool(_WHOLE.search(stated.sentence[:start])),
        day=day_of_month(stated, start),
        at_border=bool(_AT_BORDER.search(stated.sentence, max(start - _AROUND, 0), end + _AROUND)),
        is_part=_is_part(stated.sentence, start, end),
    )


def _beside(stated: Stated, start: int, end: int, measure: str) -> frozenset[str]:
    """Stems of the words that say what a share or a distance is of."""
    if measure != "percent" and measure not in _LENGTHS:
        return frozenset()
    behind = stated.sentence[end : end + _BESIDE] if measure in _LENGTHS else ""
    return (
        content(f"{stated.sentence[max(start - _BESIDE, 0) : start]} {stated.claim.about} {behind}")
        - _NUMBER_WORDS
    )


def _is_part(sentence: str, start: int, end: int) -> bool:
    """Whether words of a part stand before a figure, or right behind it."""
    behind = sentence[end : end + _BESIDE].partition(",")[0]
    return bool(_PART_ONLY.search(sentence, 0, start) or _PART_ONLY.search(behind))


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
    measure, thing = _counted(stated.claim, named=bool(stated.counted) and _ends_in_name(stated.claim))
    of = _PEOPLE_OF.match(stated.sentence, end) if thing == "people" else None
    whole = first_row(PERSONS, of[1].lower()) if of else None
    return measure, whole.kind if whole else thing


def _ends_in_name(claim: Claim) -> bool:
    """Whether the noun is a name: "98,000 Russians", but not "four Ukrainian regions"."""
    place = claim.about.lower().find(claim.unit.lower())
    words = claim.about[place : place + len(claim.unit)].split() if place >= 0 else []
    return bool(words) and words[-1][0].isupper()


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


def _is_headline(stated: Stated) -> bool:
    sentence, title = ("".join(filter(str.isalnum, text)) for text in (stated.sentence, stated.title))
    return bool(title) and (sentence in title or title in sentence)


def _is_own(stated: Stated) -> bool:
    """Whether those counted are of whoever speaks."""
    if _OWN.search(stated.claim.about):
        return True
    loss = _OWN_LOSS.search(stated.sentence)
    return loss is not None and stated.claim.about.startswith(loss[0].split()[-1])


def named_states(stated: Stated) -> frozenset[str]:
    """States whose people or things are counted, where the words of the figure say it."""
    said_by = stated.claim.said_by
    if said_by and said_by[0].source.country and _is_own(stated):
        return frozenset({said_by[0].source.country})
    return frozenset(id for id in stated.counted if STATE.fullmatch(id))
