"""How well gists tell the acts of stories that look alike from one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.evaluation import coreference
from dragoman.evaluation.same_event_baseline import average_linkage
from dragoman.reading.gist.batch import PlacedAct

THRESHOLDS = (0.4, 0.5, 0.6, 0.7, 0.8)  # likelihoods at which acts are joined
# Names of groups in which three of five events are told once, as in a pile of news; in the others a third.
NATURAL = ("e-", "f-")


class LabelledAct(msgspec.Struct, frozen=True):
    """An act of a story that is told several times.

    Attributes:
        group: of stories that look alike.
        event: which event it tells.
    """

    act: PlacedAct
    group: str
    event: str


class Joined(msgspec.Struct, frozen=True):
    """The score of joining acts whose likelihood to be one is on average at least ``threshold``."""

    threshold: float
    conll_f1: float


class GistScore(msgspec.Struct, frozen=True):
    """How well the acts of some groups are told apart, each group by itself.

    Attributes:
        average_precision: of all pairs in a group, ranked by the cosine of their gists.
        joined: CoNLL F1 of the events by average linkage, for each of `THRESHOLDS`.
    """

    groups: int
    acts: int
    average_precision: float
    joined: tuple[Joined, ...]

    @property
    def best(self) -> Joined:
        """With the threshold that suits these acts best, so a little more than can be had."""
        return max(self.joined, key=lambda one: one.conll_f1)


class GistScores(msgspec.Struct, frozen=True):
    """Of all groups, and of those alone in which most events are told once, as in a pile of news."""

    all: GistScore
    natural: GistScore


def scores(
    acts: Sequence[LabelledAct], directions: NDArray[np.floating], scale: float, offset: float
) -> GistScores:
    """The scores of acts whose gists are known.

    Args:
        directions: the gist of each act, of any length, (acts, dimensions).
        scale, offset: make the cosine of two gists the log-odds that they tell one event.
    """
    lengths = np.linalg.norm(directions, axis=1, keepdims=True)
    unit = directions.astype(np.float64) / np.maximum(lengths, 1e-12)
    natural = [place for place, act in enumerate(acts) if act.group.startswith(NATURAL)]
    return GistScores(
        _score(acts, unit, scale, offset),
        _score([acts[place] for place in natural], unit[natural], scale, offset),
    )


def _score(acts: Sequence[LabelledAct], unit: NDArray[np.float64], scale: float, offset: float) -> GistScore:
    by_group: dict[str, list[int]] = defaultdict(list)
    for place, act in enumerate(acts):
        by_group[act.group].append(place)
    closeness = {group: unit[places] @ unit[places].T for group, places in by_group.items()}
    likely = {group: 1.0 / (1.0 + np.exp(-(scale * table + offset))) for group, table in closeness.items()}
    gold = [acts[place].event for places in by_group.values() for place in places]
    joined = []
    for threshold in THRESHOLDS:
        found = [(group, label) for group in by_group for label in average_linkage(likely[group], threshold)]
        joined.append(Joined(threshold, coreference.score(gold, found).conll_f1))
    ranked = [_pairs([acts[place] for place in places], closeness[g]) for g, places in by_group.items()]
    values, same = (np.concatenate([np.zeros(0), *(pair[side] for pair in ranked)]) for side in (0, 1))
    return GistScore(len(by_group), len(acts), average_precision(values, same), tuple(joined))


def _pairs(
    acts: Sequence[LabelledAct], closeness: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The cosine of each pair of a group, and 1.0 where both tell one event."""
    events = np.array([act.event for act in acts])
    upper = np.triu_indices(len(acts), 1)
    return closeness[upper], (events[:, None] == events[None])[upper].astype(np.float64)


def average_precision(values: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    """Mean precision at each right one, the highest value first; 0 when none is right.

    Args:
        right: 1 where what was valued is right, else 0.
    """
    order = np.argsort(-values, kind="stable")
    hits = right[order]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float((precision * hits).sum() / hits.sum()) if hits.any() else 0.0


def told_once(acts: Sequence[LabelledAct]) -> int:
    """How many events only one act tells."""
    return sum(number == 1 for number in Counter(act.event for act in acts).values())
