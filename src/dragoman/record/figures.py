"""Figures in dispute: claims of one quantity whose values cannot all be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice, product
from math import inf

import msgspec

from dragoman.record.figure_likeness import (
    SAME,
    Sameness,
    Weights,
    acts_met,
    alike,
    alike_quantities,
    relate,
    same_quantity,
)
from dragoman.record.figure_quantity import Quantity, quantity
from dragoman.record.figure_relation import Relation, related
from dragoman.record.figure_stated import Stated, counted_words, voice
from dragoman.record.figure_values import Comparison, compare_values, is_vague, meant, middle, ratio
from dragoman.record.figure_words import SILENT, proper_names
from dragoman.terms import Interval

__all__ = [
    "SAME",
    "Comparison",
    "Dispute",
    "Relation",
    "Sameness",
    "Stated",
    "Voice",
    "alike",
    "compare_values",
    "counted_words",
    "disputes",
    "proper_names",
    "relate",
    "same_quantity",
]

_ID_BYTES = 12  # as of events
# Of a block of figures that share a kind and a name, each is compared with so many neighbours by day.
_NEIGHBOURS = 100
# Below this mean likeness two groups stay apart although one pair joins them; tuned on the corpus.
_ON_AVERAGE = 0.35
_Scores = dict[tuple[int, int], float]


class Voice(msgspec.Struct, frozen=True):
    """What one side says of a quantity.

    Attributes:
        who: id or words of the source, else the outlet.
        low, high: the value; ``None`` is an open side.
        words: the figure as written.
        days: when the documents that have it came out.
        outlets, documents, claims: who prints it, and the evidence.
    """

    who: str
    low: float | None
    high: float | None
    words: str
    days: tuple[Interval, ...]
    outlets: tuple[str, ...]
    documents: tuple[str, ...]
    claims: tuple[str, ...]


class Dispute(msgspec.Struct, frozen=True):
    """A quantity for which two voices give values that cannot both be true.

    Attributes:
        id: hash of the claims.
        relation: ``CONTRADICTING``, or ``UPDATED`` where the count only grew from one day to a later one.
        about: what is counted, in plain words.
        voices: who says what, lowest value first.
        spread: how many times the highest value is the lowest.
        reasons: why the figures are taken to be of one quantity.
    """

    id: str
    relation: Relation
    about: str
    voices: tuple[Voice, ...]
    spread: float
    reasons: tuple[str, ...]


class _Pair(msgspec.Struct, frozen=True):
    score: float
    ratio: float
    one: int
    other: int
    reasons: tuple[str, ...]


def disputes(stated: Sequence[Stated]) -> tuple[Dispute, ...]:
    """The figures in dispute, by id. The order of the figures does not matter."""
    told = list(_told_first(stated))
    figures, kinds = [each for each, _ in told], [kind for _, kind in told]
    kept, scores = _matched(figures, kinds)
    layers = _layers(figures, kinds, kept)
    groups = [(tuple(group), pairs) for pairs in layers for group in _groups(pairs, scores)]
    found = {d.id: d for group, pairs in groups if (d := _dispute(figures, kinds, group, pairs)) is not None}
    return tuple(each for id, each in sorted(found.items()) if not _is_within_another(each, found.values()))


def _told_first(stated: Iterable[Stated]) -> Iterator[tuple[Stated, Quantity]]:
    """The figures in order, without those a document takes up again: "nine of the 12 missiles"."""
    told: set[tuple[str, str, float | None, float | None]] = set()
    for each in sorted(set(stated), key=lambda each: (each.document, each.claim.span, each.claim.id)):
        kind = quantity(each)
        key = (each.document, kind.measure, each.claim.low, each.claim.high)
        if key not in told or not each.claim.about.lower().startswith("the "):
            yield each, kind
        told.add(key)


def _matched(figures: Sequence[Stated], kinds: Sequence[Quantity]) -> tuple[list[_Pair], _Scores]:
    """Pairs of one quantity, and how alike all that met are.

    Of two documents each figure has at most one partner, the likeliest, for what befell those counted.
    """
    weights = Weights(figures, kinds)
    pairs: dict[tuple[str, str, frozenset[str]], list[_Pair]] = defaultdict(list)
    scores: _Scores = {}
    for one, other in sorted(_meeting(figures, kinds)):
        same = alike_quantities(figures[one], kinds[one], figures[other], kinds[other], weights)
        if same.score > 0 or same.is_barred:
            scores[one, other] = -inf if same.is_barred else same.score
        if same.score >= SAME:
            size = ratio(figures[one].claim, figures[other].claim)
            pair = _Pair(same.score, size, one, other, same.reasons)
            acts = frozenset((kinds[one].act, kinds[other].act))
            pairs[figures[one].document, figures[other].document, acts].append(pair)
    kept = [found if one == other else list(_one_to_one(found)) for (one, other, _), found in pairs.items()]
    return [pair for found in kept for pair in found], scores


def _one_to_one(pairs: Iterable[_Pair]) -> Iterator[_Pair]:
    taken: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (-round(pair.score, 1), pair.ratio, pair.one, pair.other)):
        if pair.one not in taken and pair.other not in taken:
            taken |= {pair.one, pair.other}
            yield pair


def _meeting(figures: Sequence[Stated], kinds: Sequence[Quantity]) -> set[tuple[int, int]]:
    """Pairs that share what is measured and a name, a title word or a story; no pair is made of the rest."""
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    published = [str(each.published) for each in figures]
    for number in sorted(range(len(figures)), key=lambda number: (published[number], number)):
        each, kind = figures[number], kinds[number]
        names = {*each.entities, *each.places, *each.around, each.event or "", each.story or ""} - {""}
        for act, name in product(acts_met(kind), names):
            blocks[kind.measure, act, name].append(number)
    met: set[tuple[int, int]] = set()
    for block in blocks.values():
        met.update(_neighbours(block))
    return met


def _neighbours(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of a block in the order of days; of a large one only those that stand near each other."""
    nearest = len(block) if len(block) <= _NEIGHBOURS else _NEIGHBOURS
    for place, number in enumerate(block):
        for other in islice(block, place + 1, place + 1 + nearest):
            yield min(number, other), max(number, other)


def _layers(
    figures: Sequence[Stated], kinds: Sequence[Quantity], pairs: Iterable[_Pair]
) -> list[list[_Pair]]:
    """Pairs by what befell those counted.

    Who says that all 500 sailors were saved says how many there were, and how many were saved: the figure
    stands in two quantities.
    """
    layers: dict[str, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        first, second = kinds[pair.one], kinds[pair.other]
        layer = _layer(first.act, second.act)
        layers[layer].append(pair)
        if layer in SILENT - {""} and _fits(figures[pair.one], figures[pair.other]):
            layers[""].append(pair)
    return [layers[name] for name in sorted(layers)]


def _layer(first: str, second: str) -> str:
    """The act of a pair: what both tell, of "no casualties" and three dead the killing."""
    if first == second:
        return first
    return max((first, second), key=lambda act: act != "harmed") if "harmed" in (first, second) else ""


def _fits(one: Stated, other: Stated) -> bool:
    return compare_values(one.claim, other.claim) is not Comparison.CONTRADICTING


def _is_within_another(dispute: Dispute, found: Iterable[Dispute]) -> bool:
    """Whether all figures of a dispute stand in a larger one."""
    own = _figures_of(dispute)
    return any(own < _figures_of(other) for other in found)


def _figures_of(dispute: Dispute) -> frozenset[str]:
    return frozenset(claim for each in dispute.voices for claim in each.claims)


def _groups(pairs: Sequence[_Pair], scores: _Scores) -> list[list[int]]:
    """Figures joined by pairs, likeliest first; two groups join when their figures are alike on average."""
    group_of = {number: [number] for pair in pairs for number in (pair.one, pair.other)}
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.one, pair.other)):
        left, right = group_of[pair.one], group_of[pair.other]
        if left is right:
            continue
        across = [scores.get((min(a, b), max(a, b)), 0.0) for a in left for b in right]
        if sum(across) / len(across) >= _ON_AVERAGE:
            joined = sorted((*left, *right))
            group_of.update(dict.fromkeys(joined, joined))
    groups = {id(group): group for group in group_of.values() if len(group) > 1}
    return list(groups.values())


def _dispute(
    figures: Sequence[Stated], kinds: Sequence[Quantity], group: Sequence[int], pairs: Sequence[_Pair]
) -> Dispute | None:
    """The dispute of a group; ``None`` where its figures can all be true."""
    inside = [pair for pair in pairs if pair.one in group and pair.other in group]
    relations = {
        related(figures[pair.one], kinds[pair.one], figures[pair.other], kinds[pair.other]) for pair in inside
    }
    relation = next((r for r in (Relation.CONTRADICTING, Relation.UPDATED) if r in relations), None)
    if relation is None:
        return None
    members = [figures[number] for number in group]
    ids = sorted(f"{each.document}/{each.claim.id}" for each in members)
    values = [middle(each.claim) for each in members if not is_vague(each.claim)]
    low, high = min(values), max(values)
    return Dispute(
        id=blake2b("\n".join(ids).encode(), digest_size=_ID_BYTES).hexdigest(),
        relation=relation,
        about=_plain([kinds[number] for number in group], members),
        voices=_voices(members),
        spread=high / low if low else float("inf"),
        reasons=tuple(sorted({reason for pair in inside for reason in pair.reasons})),
    )


def _plain(kinds: Sequence[Quantity], members: Sequence[Stated]) -> str:
    """What is counted: the thing most of the figures name, the act more than half tell, and whose."""
    things = sorted(kind.thing or kind.measure for kind in kinds)
    acts = sorted(kind.act for kind in kinds if kind.act)
    thing = max(things, key=lambda each: (things.count(each), each))
    act = next((each for each in acts if acts.count(each) > len(kinds) / 2), "")
    sides = frozenset.intersection(*(kind.side for kind in kinds))
    if thing in ("percent", "money"):
        return min((each.claim.about for each in members), key=lambda words: (len(words), words))
    return " ".join(part for part in (thing, act, f"({', '.join(sorted(sides))})" if sides else "") if part)


def _voices(members: Sequence[Stated]) -> tuple[Voice, ...]:
    said: dict[tuple[str, float, float], list[Stated]] = defaultdict(list)
    for each in members:
        values = meant(each.claim)
        said[voice(each), values.low, values.high].append(each)
    return tuple(
        _voice(who, said[who, low, high]) for who, low, high in sorted(said, key=lambda k: (k[1], k[2], k[0]))
    )


def _voice(who: str, said: Sequence[Stated]) -> Voice:
    first = said[0].claim
    return Voice(
        who=who,
        low=first.low,
        high=first.high,
        words=first.about,
        days=tuple(sorted({each.published for each in said}, key=str)),
        outlets=tuple(sorted({each.outlet for each in said if each.outlet})),
        documents=tuple(sorted({each.document for each in said})),
        claims=tuple(sorted({each.claim.id for each in said})),
    )
