"""Learning how far recent events move a pair away from its base rate.

    log-odds = logit(base rate) + s (b0 + b . z)

with z the columns of `features`, centred and scaled on the rows learnt from, and the base rate itself as one
more column. b minimises

    sum_i w_i loss_i / h  +  PENALTY / 2 |b|^2

by Newton steps; windows of h weeks overlap, so h of them count as one. The penalty pulls towards the base
rate, not towards nothing. A column of the deed itself that would speak against it is left out. s is chosen on
the newest rows, with b learnt from the older ones: where recent events were no help there, s is 0. Penalised
logistic regression with an offset (le Cessie and van Houwelingen 1992).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.special import expit, logit

from dragoman.system.outlook.base import fit_worth, frequency, log_loss, within
from dragoman.system.outlook.events import Flags, Floats
from dragoman.system.outlook.features import Feature, features_of, values
from dragoman.system.outlook.history import History
from dragoman.system.outlook.sample import Sample, learnable

PENALTY = 200.0  # of 10 to 1,000, on the middle weeks of ICEWS 2018 (docs/why/outlook.md)
LEAST_HAPPENED = 100  # independent windows with an act; with fewer the forecast is the base rate
LEAST_TO_CHOOSE = 30  # rows with an act, older and newest; with fewer s is 1
NEWEST = 0.25  # share of the weeks learnt from on which s is chosen
_TRUSTS = (0.0, 0.25, 0.5, 0.75, 1.0)
_SURELY = 1e-6  # probabilities stay so far from 0 and 1
_STEPS = 30
_ENOUGH = 1e-7  # relative gain of a step below which the search ends


@dataclass(frozen=True, eq=False, slots=True)
class Fitted:
    """What was learnt for one target and horizon.

    Attributes:
        weeks: the horizon h.
        worth: how many independent weeks it is worth (`base`).
        features: the columns, without the last, which is the log-odds of the base rate.
        centre, scale, slope: [columns + 1], in natural log-odds by scaled column.
        intercept: b0.
        trust: s, 0 to 1; 0 where the forecast is the base rate.
        rate: the share of all rows in which it happened: one rate for all pairs.
        happened: independent windows with an act that it was learnt from.
    """

    weeks: int
    worth: float
    features: tuple[Feature, ...]
    centre: Floats
    scale: Floats
    slope: Floats
    intercept: float
    trust: float
    rate: float
    happened: float

    @property
    def learnt(self) -> bool:
        """Whether there was enough to learn from; where not, a shorter horizon is carried on."""
        return self.happened >= LEAST_HAPPENED

    def base(self, weekly: Floats) -> Floats:
        """Base rate within the horizon, from that of a week."""
        return within(weekly, self.worth)

    def terms(self, base: Floats, columns: Floats) -> Floats:
        """[queries, columns + 1] what each column adds to the log-odds, against an ordinary row."""
        full = np.column_stack([columns, odds(base)])
        return self.trust * self.slope * (full - self.centre) / self.scale

    def probability(self, base: Floats, columns: Floats) -> Floats:
        """[queries] the forecast."""
        moved = self.terms(base, columns).sum(axis=1) + self.trust * self.intercept
        return expit(odds(base) + moved) if self.trust else base


def fit(
    history: History, group: int, weeks: int, rows: Sample, prior: float, shorter: Fitted | None
) -> Fitted:
    """Learn one target and horizon.

    Args:
        group: the target, 0 to 19.
        rows: what is known of it, from `sample`.
        prior: how many weeks the prior of the base rate is worth.
        shorter: what was learnt for the next shorter horizon.
    """
    features = features_of(group, history.groups)
    known = frequency(history, group, rows.actor, rows.recipient, rows.week).weekly(prior)
    worth = _worth(known, rows, weeks, shorter)
    base = within(known, worth)
    happened = float((rows.weight * rows.happened).sum())
    zero = np.zeros(len(features) + 1)
    rate = happened / max(float(rows.weight.sum()), 1.0)
    fitted = Fitted(weeks, worth, features, zero, zero + 1, zero, 0.0, 0.0, rate, happened / weeks)
    if not fitted.learnt or rows.happened.all():
        return fitted
    columns = values(history, features, rows.actor, rows.recipient, rows.week)
    older, newest = _parted(history, weeks, rows)
    first = _learnt(fitted, _taken(rows, older), base[older], columns[older])
    if not newest.any():
        return first
    trust = _trusted(first, _taken(rows, newest), base[newest], columns[newest])
    return replace(_learnt(fitted, rows, base, columns, first), trust=trust) if trust else fitted


def _worth(known: Floats, rows: Sample, weeks: int, shorter: Fitted | None) -> float:
    """Independent weeks of a horizon: no fewer than of the next shorter, in step with it if unknown."""
    least = min(shorter.worth, float(weeks)) if shorter else 1.0
    if rows.happened.any():
        return fit_worth(known, rows.happened, rows.weight, least, float(weeks))
    return least * weeks / shorter.weeks if shorter else float(weeks)


def _parted(history: History, weeks: int, rows: Sample) -> tuple[Flags, Flags]:
    """Older rows, whose horizon ended before the newest begin, and the newest."""
    allowed = learnable(history, weeks)
    border = int(allowed[int(len(allowed) * (1 - NEWEST))])
    older, newest = rows.week + weeks <= border, rows.week >= border
    if min(rows.happened[older].sum(), rows.happened[newest].sum()) < LEAST_TO_CHOOSE:
        return np.ones(len(older), bool), np.zeros(len(older), bool)
    return older, newest


def _taken(rows: Sample, which: Flags) -> Sample:
    return Sample(
        rows.actor[which], rows.recipient[which], rows.week[which], rows.happened[which], rows.weight[which]
    )


def _learnt(
    shape: Fitted, rows: Sample, base: Floats, columns: Floats, start: Fitted | None = None
) -> Fitted:
    """The coefficients, from ``start`` if given; with full trust."""
    full = np.column_stack([columns, odds(base)])
    share = rows.weight / rows.weight.sum()
    centre = share @ full
    scale = np.sqrt(np.maximum(share @ (full - centre) ** 2, 1e-12))
    scale = np.where(scale < 1e-5, 1.0, scale)  # a column that says the same of all is left as it is: zero
    scaled = np.column_stack([(full - centre) / scale, np.ones(len(full))])
    weight = rows.weight / rows.weight[rows.happened].mean() / shape.weeks
    first = np.zeros(full.shape[1] + 1) if start is None else np.append(start.slope, start.intercept)
    free = np.ones(len(first), bool)
    while True:
        part = newton(scaled[:, free], rows.happened, weight, odds(base), PENALTY, first[free])
        found = np.zeros(len(first))
        found[free] = part
        against = _own(shape.features) & (found[:-1] < 0)
        if not against.any():
            break
        free[:-1] &= ~against
        first = found
    return replace(shape, centre=centre, scale=scale, slope=found[:-1], intercept=float(found[-1]), trust=1.0)


def _own(features: tuple[Feature, ...]) -> Flags:
    """[columns + 1] the columns of the deed itself, A to B: more of it never speaks against it."""
    target = features[0].subject
    return np.array([*(feature.subject == target for feature in features), False])


def _trusted(first: Fitted, rows: Sample, base: Floats, columns: Floats) -> float:
    """The share of what was learnt under which the newest rows were likeliest."""
    losses = [
        log_loss(replace(first, trust=trust).probability(base, columns), rows.happened, rows.weight)
        for trust in _TRUSTS
    ]
    return _TRUSTS[int(np.argmin(losses))]


def newton(
    columns: Floats, happened: Flags, weight: Floats, offset: Floats, penalty: float, start: Floats
) -> Floats:
    """[columns] coefficients of least penalised loss; ``columns`` [rows, columns], the others [rows].

    The loss is convex: Newton steps, halved until it falls.
    """
    found = start
    loss = _penalised(columns, happened, weight, offset, penalty, found)
    for _ in range(_STEPS):
        chance = expit(offset + columns @ found)
        slope = columns.T @ (weight * (chance - happened)) + penalty * found
        bend = (columns * (weight * chance * (1 - chance))[:, None]).T @ columns
        step = cho_solve(cho_factor(bend + penalty * np.eye(len(found))), slope)
        length, before = 1.0, loss
        while length > 1e-4:
            tried = _penalised(columns, happened, weight, offset, penalty, found - length * step)
            if tried <= loss:
                found, loss = found - length * step, tried
                break
            length /= 2
        if before - loss <= _ENOUGH * before:
            break
    return found


def _penalised(
    columns: Floats, happened: Flags, weight: Floats, offset: Floats, penalty: float, found: Floats
) -> float:
    odds = offset + columns @ found
    return float((weight * (np.logaddexp(0, odds) - happened * odds)).sum() + penalty / 2 * found @ found)


def odds(probability: Floats) -> Floats:
    return np.asarray(logit(np.clip(probability, _SURELY, 1 - _SURELY)))
