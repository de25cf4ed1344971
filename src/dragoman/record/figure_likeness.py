"""How likely two figures are of one quantity, and how they then stand to each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import StrEnum
from itertools import chain
from math import fsum, inf, log, sqrt

import msgspec

from dragoman.record.figure_quantity import Quantity, named_states, quantity
from dragoman.record.figure_stated import MONTH, STATE, Stated, days_apart, voice
from dragoman.record.figure_values import Comparison, compare_values, is_vague, middle, ratio
from dragoman.record.figure_words import SILENT, UNSPECIFIED
from dragoman.terms import Claim

# From here on two figures are taken to be of the same quantity. This number, and the weights in `_points`,
# were tuned on the bundled corpus and on tests/record/figure_pairs.jsonl.
SAME = 0.45
_ENOUGH = 20  # documents from which on it is counted how many have a name
_BEFELL = frozenset({"killed", "wounded", "badly wounded"})
_WHERE = frozenset({"", "displaced"})  # of these the place is part of what is counted
_FEW = 5  # persons
_OTHER_SIZE = 10  # times from which on two figures are not of like size, and vague words not compatible


class Relation(StrEnum):
    """How two figures stand to each other."""

    DIFFERENT = "different"  # figures of different quantities
    EQUAL = "equal"
    COMPATIBLE = "compatible"
    UPDATED = "updated"  # a count that has grown from one day to a later one, or that its source has revised
    CONTRADICTING = "contradicting"


class Sameness(msgspec.Struct, frozen=True):
    """How likely two figures are of the same quantity, 0 to 1, and why."""

    score: float
    reasons: tuple[str, ...]


class Weights:
    """How much a name or a word says: little where many documents have it.

    Without documents to count in, states and words say 1 and other names 2.
    """

    def __init__(self, figures: Iterable[Stated] = (), kinds: Iterable[Quantity] = ()) -> None:
        documents: dict[str, set[str]] = defaultdict(set)
        for each, kind in zip(figures, kinds, strict=True):
            documents[each.document].update(each.around, each.entities, each.places, kind.words)
        having = Counter(chain.from_iterable(documents.values()))
        self._counted = {} if len(documents) < _ENOUGH else having
        self._weights = {id: log(1 + len(documents) / often) for id, often in self._counted.items()}

    def of(self, id: str) -> float:
        """The weight of an id or of the stem of a word."""
        if not self._counted:
            return 2.0 if not STATE.fullmatch(id) and id != id.lower() else 1.0
        return self._weights.get(id, 1.0)

    def total(self, ids: Iterable[str]) -> float:
        """The sum of the weights, the same in whatever order they come."""
        return fsum(map(self.of, ids))


def same_quantity(one: Stated, other: Stated) -> float:
    """How likely two figures are of the same quantity, 0 to 1; from `SAME` on they are taken to be."""
    return alike(one, other).score


def alike(one: Stated, other: Stated) -> Sameness:
    """How likely two figures are of the same quantity, and why."""
    return alike_quantities(one, quantity(one), other, quantity(other), Weights())


def alike_quantities(
    one: Stated, first: Quantity, other: Stated, second: Quantity, weights: Weights
) -> Sameness:
    """`alike` for figures whose quantities are known already."""
    apart = _apart(one, first, other, second)
    if apart:
        return Sameness(0.0, (apart,))
    found = [point for point in _points(one, first, other, second, weights) if point.points]
    score = min(max(sum(point.points for point in found), 0.0), 1.0)
    return Sameness(score, tuple(point.why for point in found))


class _Point(msgspec.Struct, frozen=True):
    points: float
    why: str


def _points(
    one: Stated, first: Quantity, other: Stated, second: Quantity, weights: Weights
) -> Iterable[_Point]:
    """What speaks for one quantity, and against it."""
    rows = [
        (0.5 if one.story and one.story == other.story else 0.0, "the same story"),
        (0.6 if one.event and one.event == other.event else 0.0, "the same event"),
        (0.35 * _cosine(_near(one), _near(other), weights), "the same names in the sentence"),
        *_of_documents(one, first, other, second, weights),
        (0.1 * _alike_things(first, second), "the same is counted"),
        (0.1 if first.side & second.side else 0.0, "of the same side"),
        (0.15 * _of_one_size(one.claim, other.claim), "of like size"),
        (-0.4 if _elsewhere(one, other) else 0.0, "at different places"),
        (-0.2 if first.side and second.side and not first.side & second.side else 0.0, "of different sides"),
        (-0.2 * _far(one, other), "of other days"),
        (-0.2 if _is_bare(first) and _is_bare(second) else 0.0, "things nothing happens to"),
        (
            -0.15 if first.thing != second.thing and first.thing and second.thing else 0.0,
            "others are counted",
        ),
        (-0.45 * _stood_otherwise(one, first, other, second), "of times that are not known"),
        (-0.4 * _small(one, first, other), "few"),
        (0.15 if _takes_up(one, other) else 0.0, "one takes up the unit of the other"),
        (
            -0.15 if first.act.startswith("voted") and days_apart(one, other) is None else 0.0,
            "votes of any day",
        ),
        (-0.1 if _is_further(one) != _is_further(other) else 0.0, "one is a further part"),
    ]
    return [_Point(points, why) for points, why in rows]


def _is_bare(kind: Quantity) -> bool:
    """Whether it is of things that nothing happens to ("five countries"), which every text counts."""
    return not kind.act and kind.measure not in ("persons", "percent")


def _of_documents(
    one: Stated, first: Quantity, other: Stated, second: Quantity, weights: Weights
) -> tuple[tuple[float, str], ...]:
    """What the documents have in common; within one document that is no evidence."""
    if one.document == other.document:
        return ((0.42, "in one document"),)
    around = _cosine(frozenset(one.around), frozenset(other.around), weights)
    words = _cosine(first.words, second.words, weights)
    return (
        (0.45 * min(around / 0.4, 1.0), "the same names in the document"),
        (0.3 * min(words / 0.3, 1.0), "the same words"),
    )


def _cosine(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    shared = one & other
    return weights.total(shared) / sqrt(weights.total(one) * weights.total(other)) if shared else 0.0


def _near(stated: Stated) -> frozenset[str]:
    return frozenset((*stated.entities, *stated.places))


def _alike_things(first: Quantity, second: Quantity) -> float:
    same_thing, same_act = first.thing == second.thing, first.act == second.act
    if same_thing and first.thing:
        return 1.0
    return 1.0 if same_act and first.act else 0.0


def _stood_otherwise(one: Stated, first: Quantity, other: Stated, second: Quantity) -> float:
    """How likely two counts of those present are of other times: no known days, and values far apart."""
    times = ratio(one.claim, other.claim)
    if (
        first.act
        or second.act
        or first.measure != "persons"
        or one.document == other.document
        or times == inf
    ):
        return 0.0
    return min(max(log(times / 1.4) / log(2), 0.0), 1.0) if days_apart(one, other) is None else 0.0


def _takes_up(one: Stated, other: Stated) -> bool:
    """Whether one counts what the other does, having no noun: "Kyiv claims more than 12,000"."""
    bare = any(each.claim.unit.lower() not in each.claim.about.lower() for each in (one, other))
    return bare and one.document == other.document and one.claim.unit == other.claim.unit


def _small(one: Stated, first: Quantity, other: Stated) -> float:
    """A few persons are told of in every text: 1 where both figures are small, less where one is."""
    if first.measure != "persons" and not first.act:
        return 0.0
    low, high = sorted((middle(one.claim), middle(other.claim)))
    return 0.6 * (0 < low < _FEW) + 0.4 * (high < 2 * _FEW)


def _of_one_size(one: Claim, other: Claim) -> float:
    """1 for equal values down to 0 from ten times on: figures of one quantity seldom differ more."""
    times = ratio(one, other)
    return max(1.0 - log(times) / log(_OTHER_SIZE), -1.0) if times < inf else -0.5


def _far(one: Stated, other: Stated) -> float:
    days = days_apart(one, other)
    return 0.5 if days is None else min(days / MONTH, 1.5)


def _elsewhere(one: Stated, other: Stated) -> bool:
    """Whether both sentences name places and none of them lies in another."""
    return bool(one.places and other.places) and not any(
        a.startswith(b) or b.startswith(a) for a in one.places for b in other.places
    )


def _apart(one: Stated, first: Quantity, other: Stated, second: Quantity) -> str:
    """Why two figures cannot be of the same quantity; empty where they can."""
    if first.measure != second.measure:
        return f"{first.measure} and {second.measure}"
    if not _acts_meet(first, second):
        return f"{first.act or 'there'} and {second.act or 'there'}"
    if not _things_meet(first, second):
        return f"{first.thing} and {second.thing}"
    if first.is_rate != second.is_rate:
        return "a rate and a count"
    if (first.is_past, first.is_possible) != (second.is_past, second.is_possible):
        return "of different times"
    if one.document == other.document and (voice(one) == voice(other)):
        return "one voice in one document"
    if one.document == other.document and not _same_in_document(one, first, other, second):
        return "two things that one document tells of"
    if _is_headline(one) or _is_headline(other):
        return "a headline, which sums up"
    days = days_apart(one, other)
    if days is None and voice(one) == voice(other) and " " in voice(one):
        return "one person at times that are not known"
    if days is not None and days > MONTH and not (one.event and one.event == other.event):
        return f"{days} days apart"
    if first.measure == "persons" and {first.act, second.act} <= _WHERE and _other_states(one, other):
        return "in different states"
    if first.measure == "percent" and not first.share_of & second.share_of:
        return "shares of other things"
    named, named_too = named_states(one), named_states(other)
    if named and named_too and not named & named_too:
        return "of different sides"
    return ""


def _same_in_document(one: Stated, first: Quantity, other: Stated, second: Quantity) -> bool:
    """Whether two voices of one document can speak of one quantity; it tells of many that are alike."""
    if _is_further(one) != _is_further(other):
        return False
    same_act = first.act == second.act != "" and not {first.act, second.act} & _BEFELL
    return _takes_up(one, other) or first.thing == second.thing or same_act


def _other_states(one: Stated, other: Stated) -> bool:
    """Whether each sentence names a state that the other does not, those who speak left out."""
    speaking = {said.source.country for each in (one, other) for said in each.claim.said_by}
    first, second = (
        frozenset(id for id in each.entities if STATE.fullmatch(id)) - speaking for each in (one, other)
    )
    return bool(first - second and second - first)


def _is_further(stated: Stated) -> bool:
    return stated.claim.qualifier == "another"


def _is_headline(stated: Stated) -> bool:
    sentence, title = ("".join(filter(str.isalnum, text)) for text in (stated.sentence, stated.title))
    return bool(title) and (sentence in title or title in sentence)


def _acts_meet(first: Quantity, second: Quantity) -> bool:
    if first.act == second.act:
        return True
    if first.is_none or second.is_none:  # "no casualties" says that nobody was killed, and nobody hurt
        return {first.act, second.act} <= _BEFELL | {"harmed"} and "harmed" in (first.act, second.act)
    return first.act in SILENT and second.act in SILENT and "" in (first.act, second.act)


def acts_met(kind: Quantity) -> tuple[str, ...]:
    """Names of the acts under which a figure meets others; those that `_acts_meet` lets meet share one."""
    if kind.is_none and kind.act == "harmed":
        return ("harmed", *sorted(_BEFELL))
    return ("" if kind.act in SILENT else kind.act,)


def _things_meet(first: Quantity, second: Quantity) -> bool:
    if first.thing == second.thing:
        return True
    if first.measure != "persons":
        return False
    kinds = {first.thing, second.thing}
    if first.act in _BEFELL and second.act == first.act:
        return bool(kinds & UNSPECIFIED) and kinds <= UNSPECIFIED | {"troops", "civilians"}
    return bool(kinds & UNSPECIFIED) and kinds <= UNSPECIFIED | {"troops", "crew", "civilians", "protesters"}


def relate(one: Stated, other: Stated) -> Relation:
    """How two figures stand to each other."""
    if same_quantity(one, other) < SAME:
        return Relation.DIFFERENT
    return related(one, quantity(one), other, quantity(other))


def related(one: Stated, first: Quantity, other: Stated, second: Quantity) -> Relation:
    """How two figures of the same quantity stand to each other."""
    compared = compare_values(one.claim, other.claim)
    if compared is Comparison.EQUAL:
        return Relation.EQUAL
    if compared is Comparison.COMPATIBLE:
        return Relation.COMPATIBLE
    if is_vague(one.claim) or is_vague(other.claim):
        return Relation.COMPATIBLE if ratio(one.claim, other.claim) < _OTHER_SIZE else Relation.CONTRADICTING
    grown = _grown(one, other) and (first.grows or second.grows)
    return Relation.UPDATED if grown else Relation.CONTRADICTING


def _grown(one: Stated, other: Stated) -> bool:
    """Whether both documents have known, different days and the later says more."""
    if one.published.is_unknown or other.published.is_unknown or one.published.overlaps(other.published):
        return False
    first, second = one.published.latest, other.published.latest
    if first is None or second is None:
        return False
    earlier, later = (one, other) if first < second else (other, one)
    return middle(later.claim) > middle(earlier.claim)
