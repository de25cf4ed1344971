"""How likely two figures are of one quantity, and how they then stand to each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain
from math import fsum, inf, log, sqrt

import msgspec

from dragoman.record.figure_quantity import Quantity, quantity
from dragoman.record.figure_relation import OTHER_SIZE, Relation, related, shrunk
from dragoman.record.figure_stated import MONTH, STATE, Stated, days_apart
from dragoman.record.figure_values import Comparison, compare_values, middle, ratio
from dragoman.record.figure_words import ABOARD, SILENT, UNSPECIFIED, proper_names
from dragoman.terms import Claim

# From here on two figures are taken to be of the same quantity. This number, and the weights in `_points`,
# were tuned on the bundled corpus and on tests/record/figure_pairs.jsonl.
SAME = 0.45
_ENOUGH = 20  # documents from which on it is counted how many have a name
_BEFELL = frozenset({"killed", "wounded", "badly wounded"})
_WHERE = frozenset({"", "displaced"})  # of these the place is part of what is counted
_SELDOM = frozenset({"crew", "journalists", "prisoners", "peacekeepers", "leaks"})
_TELLING = 2.0  # from this weight on a name tells documents apart: about one in six has it
_FEW = 5  # persons


# What holds of two figures whatever stands between them; who tells of both cannot join them.
_TWO_COUNTS = "two counts of one voice in one document"
_BARS = frozenset(
    {"of different days", "of different sides", "a part and the whole", "those aboard and those saved"}
    | {_TWO_COUNTS}
)


class Sameness(msgspec.Struct, frozen=True):
    """How likely two figures are of the same quantity, 0 to 1, and why."""

    score: float
    reasons: tuple[str, ...]

    @property
    def is_barred(self) -> bool:
        """Whether the two may not stand in one dispute, however like a third they are."""
        return not self.score and not _BARS.isdisjoint(self.reasons)


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
        (_of_story(one, other), "the same story"),
        (0.6 if one.event and one.event == other.event else 0.0, "the same event"),
        (0.35 * _cosine(_near(one), _near(other), weights), "the same names in the sentence"),
        *_of_documents(one, first, other, second, weights),
        (0.1 * _alike_things(first, second), "the same is counted"),
        (0.1 * _alike_seldom(first, second), "what is seldom counted"),
        (0.1 if first.side & second.side else 0.0, "of the same side"),
        (0.1 if first.named & second.named else 0.0, "of a side that both name"),
        (0.1 if first.at_border and second.at_border else 0.0, "at a border"),
        (0.1 if _same_headline(one, other, weights) else 0.0, "the same name in the headline"),
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
        (-0.25 if (first.grows or second.grows) and shrunk(one, other) else 0.0, "fewer days later"),
        (-0.1 if _is_further(one) != _is_further(other) else 0.0, "one is a further part"),
    ]
    return [_Point(points, why) for points, why in rows]


def _of_story(one: Stated, other: Stated) -> float:
    """What one story says: less without days, since an undated report falls into stories of any time."""
    if not one.story or one.story != other.story:
        return 0.0
    return 0.2 if days_apart(one, other) is None else 0.4


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


def _alike_seldom(first: Quantity, second: Quantity) -> float:
    """1 where both tell the same of those whom few texts count."""
    return 1.0 if first.thing == second.thing in _SELDOM and first.act == second.act else 0.0


def _same_headline(one: Stated, other: Stated, weights: Weights) -> bool:
    """Whether the headlines of two documents share a name that few have: "Moskva"."""
    if one.document == other.document:
        return False
    shared = set(proper_names(one.title)) & set(proper_names(other.title))
    return any(weights.of(name) >= _TELLING for name in shared)


def _happened_at_once(kind: Quantity) -> bool:
    """Whether it is a count of things on one occasion, which does not grow."""
    return kind.measure != "persons" and not kind.grows


def _is_local(stated: Stated) -> bool:
    """Whether the sentence names a place within a state."""
    return any("/" in place for place in stated.places)


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
    """1 for equal values, 0 for ten times, -3 for ten thousand: figures of one quantity seldom differ so."""
    times = ratio(one, other)
    return max(1.0 - log(times) / log(OTHER_SIZE), -3.0) if times < inf else -0.5


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
    if _aboard_and_saved(first, second):
        return "those aboard and those saved"
    if first.is_rate != second.is_rate:
        return "a rate and a count"
    if (first.is_past, first.is_possible) != (second.is_past, second.is_possible):
        return "of different times"
    if one.document == other.document and first.voice == second.voice:
        told_apart = compare_values(one.claim, other.claim) is Comparison.CONTRADICTING
        return _TWO_COUNTS if told_apart else "one voice in one document"
    if one.document == other.document and not _same_in_document(one, first, other, second):
        return "two things that one document tells of"
    if first.is_headline or second.is_headline:
        return "a headline, which sums up"
    if first.is_part != second.is_part and not _is_local(other if first.is_part else one):
        return "a part and the whole"
    if _happened_at_once(first) and None not in (first.day, second.day) and first.day != second.day:
        return "of different days"
    if _small(one, first, other) == 1.0 and first.act and shrunk(one, other):
        return "a few, and fewer days later"
    days = days_apart(one, other)
    if days is None and first.voice == second.voice and " " in first.voice:
        return "one person at times that are not known"
    if days is not None and days > MONTH and not (one.event and one.event == other.event):
        return f"{days} days apart"
    if first.measure == "persons" and {first.act, second.act} <= _WHERE and _other_states(one, other):
        return "in different states"
    if (first.share_of or second.share_of) and not first.share_of & second.share_of:
        return "of other things"
    if first.named and second.named and not first.named & second.named:
        return "of different sides"
    return ""


def _same_in_document(one: Stated, first: Quantity, other: Stated, second: Quantity) -> bool:
    """Whether two voices of one document can speak of one quantity; it tells of many that are alike."""
    if _is_further(one) != _is_further(other):
        return False
    same_act = first.act == second.act != "" and not {first.act, second.act} & _BEFELL
    both_sourced = bool(one.claim.said_by and other.claim.said_by)
    if both_sourced and first.act == second.act == "killed" and {first.thing, second.thing} <= UNSPECIFIED:
        return True
    return _takes_up(one, other) or first.thing == second.thing or same_act


def _aboard_and_saved(first: Quantity, second: Quantity) -> bool:
    """Whether one counts who was aboard and the other who was brought away, which need not be all."""
    acts = {first.act: first, second.act: second}
    aboard = {first.thing, second.thing} & ABOARD
    return bool(aboard) and acts.keys() == {"", "moved"} and not acts["moved"].is_whole


def _other_states(one: Stated, other: Stated) -> bool:
    """Whether each sentence names a state that the other does not, those who speak left out."""
    speaking = {said.source.country for each in (one, other) for said in each.claim.said_by}
    first, second = (
        frozenset(id for id in each.entities if STATE.fullmatch(id)) - speaking for each in (one, other)
    )
    return bool(first - second and second - first)


def _is_further(stated: Stated) -> bool:
    return stated.claim.qualifier == "another"


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
