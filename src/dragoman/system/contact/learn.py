"""Learning the weights: past questions with the answers among their candidates, and the likelihood of these.

The model is a conditional logit (McFadden 1974): the chance of a candidate is ``exp(weights @ features)``
over the sum of that for all candidates. Of those whom the ego has never met only some are drawn, and of very
many contacts only the freshest and some others; each drawn one stands for ``exp(correction)`` of its kind
(sampling of alternatives; Bengio and Senecal 2008). Each act may deviate from the common weights, at a price.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from dragoman.system.contact.crowd import Crowd
from dragoman.system.contact.features import DEFAULTS, FEATURES, MET, VARYING
from dragoman.system.contact.history import Contacts, Floats, Ints
from dragoman.system.contact.kernel import Kernel
from dragoman.system.contact.met import WIDTH, met

# Chosen on the validation month of ICEWS14: 1 to 50, and 30 to 100, made a difference below 0.001 of MRR.
SHRINKAGE = 10.0
SHRINKAGE_OF_ACTS = 100.0
# Features of the second block that have a weight of their own for those met: country, company, alike, walk.
COPIED = [0, 4, 5, 3]
_STRANGERS = 100
_FRESHEST, _OLDER = 200, 100
_EGOS_AT_ONCE = 48
Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Asked:
    """All that happened to one ego on one day: its acts, sorted, and the lines of `Contacts` under each."""

    ego: int
    acts: Ints
    lines: tuple[Ints, ...]


@dataclass(frozen=True, eq=False)
class Sample:
    """Questions with candidates, one after the other, sorted by act.

    Attributes:
        x: features of every candidate, shape (candidates, features).
        starts: where the candidates of each question begin, shape (questions,).
        truth: the right candidate of each question.
        correction: log of how many candidates each one stands for.
        act: the act of each question.
    """

    x: Floats
    starts: Ints
    truth: Ints
    correction: Floats
    act: Ints


def asked_on(contacts: Contacts, day: int) -> list[Asked]:
    """Each ego of a day with what it had, in a fixed order."""
    lines = contacts.on(day)
    out = []
    for own in np.split(lines, np.flatnonzero(np.diff(contacts.ego[lines])) + 1):
        if len(own):
            acts, starts = np.unique(contacts.act[own], return_index=True)
            out.append(Asked(int(contacts.ego[own[0]]), acts, tuple(np.split(own, starts[1:]))))
    return out


def chosen(contacts: Contacts, day: int, share: float) -> list[Asked]:
    """Part of the egos of a day; always the same ones."""
    asked = asked_on(contacts, day)
    drawn = np.random.default_rng([day - int(contacts.days[0]), 0]).random(len(asked)) < share
    return [one for one, is_drawn in zip(asked, drawn.tolist(), strict=True) if is_drawn]


def with_near(crowd: Crowd, asked: list[Asked]) -> Iterator[tuple[Asked, Floats]]:
    """Each with its six features of everybody, reckoned for some egos at once."""
    for low in range(0, len(asked), _EGOS_AT_ONCE):
        some = asked[low : low + _EGOS_AT_ONCE]
        yield from zip(some, crowd.near(np.array([one.ego for one in some])), strict=True)


def draw(
    contacts: Contacts, kernel: Kernel, crowd: Crowd, days: Ints, share: float, seed: int = 0
) -> Sample | None:
    """Questions of past days, each answered from what was known before its day.

    Args:
        share: which part of the egos of a day is taken.
        seed: the same gives the same sample.

    Returns:
        ``None`` where nothing happened on these days.
    """
    rng = np.random.default_rng(seed)
    parts: list[tuple[Floats, int, Floats, int]] = []
    for day in days.tolist():
        crowd.to(day)
        for one, near in with_near(crowd, chosen(contacts, day, share)):
            known = met(contacts, kernel, day, one.ego, one.acts)
            for i, lines in enumerate(one.lines):
                of_act = crowd.of(int(one.acts[i]))
                block = _Block(known[0], known[1][i], near, of_act, rng)
                parts += [(*part, int(one.acts[i])) for part in block.questions(contacts.alter[lines])]
    return _joined(parts) if parts else None


class _Block:
    """The candidates of one act of one ego on one day."""

    def __init__(
        self, alters: Ints, features: Floats, near: Floats, of_act: Floats, rng: np.random.Generator
    ) -> None:
        self.alters, self.features, self.near, self.of_act, self.rng = alters, features, near, of_act, rng
        self.slot = np.full(len(near), -1)
        self.slot[alters] = np.arange(len(alters))

    def questions(self, answers: Ints) -> Iterator[tuple[Floats, int, Floats]]:
        """One for each right answer; the other right ones are then no candidates."""
        kept, weight = self._kept()
        strangers, worth = self._strangers()
        candidates = np.concatenate([self.alters[kept], strangers])
        corrections = np.concatenate([weight, worth]).astype(np.float32)
        for answer in np.unique(answers).tolist():
            others = ~np.isin(candidates, answers)
            ids = np.append(candidates[others], answer)
            yield self._rows(ids), len(ids) - 1, np.append(corrections[others], np.float32(0))

    def _kept(self) -> tuple[Ints, Floats]:
        """Which contacts are candidates: the freshest, and some of the others."""
        n = len(self.alters)
        if n <= _FRESHEST + _OLDER:
            return np.arange(n), np.zeros(n, dtype=np.float32)
        # Whom few others were met since is fresh.
        order = np.argsort(self.features[:, _OTHERS_SINCE], kind="stable")
        older = self.rng.choice(order[_FRESHEST:], _OLDER, replace=False)
        worth = np.log((n - _FRESHEST) / _OLDER)
        weight = np.concatenate([np.zeros(_FRESHEST), np.full(_OLDER, worth)])
        return np.concatenate([order[:_FRESHEST], older]), weight.astype(np.float32)

    def _strangers(self) -> tuple[Ints, Floats]:
        """Some whom the ego has never met, likelier ones more often, with what each stands for."""
        stranger = self.slot < 0
        if not stranger.any():
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        # Base rate, lifted by closeness; a fifth evenly, so that nobody is out of reach.
        likely = np.exp(self.of_act[:, _BASE_RATE] + 0.6 * self.near[:, 3]) * stranger
        chance = 0.8 * likely / likely.sum() + 0.2 * stranger / stranger.sum()
        drawn = np.searchsorted(np.cumsum(chance), self.rng.random(_STRANGERS) * chance.sum())
        ids, times = np.unique(drawn.clip(0, len(stranger) - 1), return_counts=True)
        return ids, np.log(times / (_STRANGERS * chance[ids])).astype(np.float32)

    def _rows(self, ids: Ints) -> Floats:
        x = np.zeros((len(ids), len(FEATURES)), dtype=np.float32)
        slot = self.slot[ids]
        known = slot >= 0
        x[known, :WIDTH] = self.features[slot[known]]
        x[known, WIDTH : len(MET)] = self.near[ids[known]][:, COPIED]
        x[:, len(MET) : len(MET) + 6] = self.near[ids]
        x[:, len(MET) + 6 :] = self.of_act[ids]
        return x


_OTHERS_SINCE = [feature.name for feature in FEATURES].index("others since")
_BASE_RATE = [feature.name for feature in FEATURES].index("base rate") - len(MET) - 6


def _joined(parts: list[tuple[Floats, int, Floats, int]]) -> Sample:
    parts.sort(key=lambda part: part[3])  # sorting is stable: the order within an act is that of the days
    sizes = np.array([len(part[2]) for part in parts])
    starts = np.cumsum(sizes) - sizes
    return Sample(
        np.concatenate([part[0] for part in parts]),
        starts,
        starts + np.array([part[1] for part in parts]),
        np.concatenate([part[2] for part in parts]),
        np.array([part[3] for part in parts]),
    )


def learn(sample: Sample, acts: int, steps: int = 100) -> tuple[Weights, Weights]:
    """The weights that make the answers likeliest, shrunk towards the defaults, and each act's deviations.

    Args:
        sample: the questions.
        acts: how many acts there are.
        steps: of L-BFGS, at most.

    Returns:
        Weights, shape (features,), and deviations from those that vary, shape (acts, len(VARYING)).
    """
    scale = np.asarray(sample.x.std(axis=0), dtype=np.float64) + 0.1
    problem = _Problem(sample, scale)
    start = np.zeros(len(FEATURES) + problem.acts * len(VARYING))
    start[: len(FEATURES)] = problem.prior
    found = minimize(
        problem.cost, start, jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 10}
    )
    weights = found.x[: len(FEATURES)] / scale
    deviations = np.zeros((acts, len(VARYING)))
    deviations[problem.seen] = found.x[len(FEATURES) :].reshape(problem.acts, -1) / scale[VARYING]
    return weights, deviations


class _Problem:
    """The penalised negative log likelihood of a sample, and its gradient, per question."""

    def __init__(self, sample: Sample, scale: Weights) -> None:
        self.x = sample.x / scale.astype(np.float32)
        self.varying = np.ascontiguousarray(self.x[:, VARYING])
        self.starts, self.truth, self.correction = sample.starts, sample.truth, sample.correction
        self.sizes = np.diff(np.append(sample.starts, len(sample.x)))
        self.prior = DEFAULTS * scale
        self.seen, first = np.unique(sample.act, return_index=True)
        self.acts = len(self.seen)
        bounds = np.append(sample.starts[first], len(sample.x))
        self.spans = [slice(low, high) for low, high in pairwise(bounds.tolist())]

    def cost(self, point: Weights) -> tuple[float, Weights]:
        """Cost and gradient at the weights followed by each act's deviations, in units of ``scale``."""
        weights, own = point[: len(self.prior)], point[len(self.prior) :].reshape(self.acts, -1)
        score = self.x @ weights.astype(np.float32) + self.correction
        for span, deviation in zip(self.spans, own.astype(np.float32), strict=True):
            score[span] += self.varying[span] @ deviation
        top = np.maximum.reduceat(score, self.starts)
        chance = np.exp(score - np.repeat(top, self.sizes))
        total = np.add.reduceat(chance, self.starts)
        loss = float((np.log(total) + top - score[self.truth]).sum(dtype=np.float64))
        chance /= np.repeat(total, self.sizes)
        chance[self.truth] -= 1
        away = weights - self.prior
        slope = self.x.T @ chance + SHRINKAGE * away
        slopes = np.stack([chance[span] @ self.varying[span] for span in self.spans])
        slopes = slopes + SHRINKAGE_OF_ACTS * own
        loss += 0.5 * float(SHRINKAGE * (away**2).sum() + SHRINKAGE_OF_ACTS * (own**2).sum())
        n = len(self.starts)
        return loss / n, np.concatenate([slope, slopes.ravel()]).astype(np.float64) / n
