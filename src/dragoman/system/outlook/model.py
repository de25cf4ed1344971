"""The outlook: how likely each thing is next, fitted on a record's own past."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import betaincinv

from dragoman.system.outlook.base import DEFAULT_WORTH, Frequency, fit_prior, frequency, in_contact
from dragoman.system.outlook.coherence import agreeing
from dragoman.system.outlook.events import DEEDS, FORECAST, Events, Flags, Floats, Ints, types_of
from dragoman.system.outlook.features import values
from dragoman.system.outlook.fit import Fitted
from dragoman.system.outlook.fit import fit as learn
from dragoman.system.outlook.history import History, history_of
from dragoman.system.outlook.reasons import Account, Words, reasons
from dragoman.system.outlook.sample import sample
from dragoman.terms import UnknownName
from dragoman.terms.outlook import Deed, Outlook, Reason

HORIZONS = (1, 4, 12)  # weeks
LEAST_EVENTS = 5  # between the two, in both directions; with fewer the forecast is the base rate
MOST = 0.995  # no forecast is surer: no record of some years can tell
SUREST = 20.0  # weeks an interval rests on at most, however long the past (docs/why/outlook.md)
_TAILS = (0.05, 0.95)


@dataclass(frozen=True, eq=False, slots=True)
class Grid:
    """Forecasts of one deed and horizon for many pairs; all [pairs], by actor and recipient.

    Attributes:
        probability, base_rate: 0 to 1.
        n: past events between the two.
        enough: whether the forecast goes beyond the base rate.
    """

    actor: Ints
    recipient: Ints
    probability: Floats
    base_rate: Floats
    n: Ints
    enough: Flags


@dataclass(frozen=True, eq=False, slots=True)
class OutlookModel:
    """What was learnt of the past before one week. Made by `fit`.

    Attributes:
        history: what was known.
        horizons: weeks, ascending.
        prior: by target, how many weeks the prior of the base rate is worth.
        fitted: by target and place of the horizon.
        account: the rows, to tell reasons by.
    """

    history: History
    horizons: tuple[int, ...]
    prior: dict[int, float]
    fitted: dict[int, tuple[Fitted, ...]]
    account: Account

    @property
    def at_week(self) -> int:
        """The forecast week; nothing of it or after it was looked at."""
        return self.history.week

    def outlook(self, actor: int, recipient: int, kind: Deed, weeks: int) -> Outlook:
        """How likely ``actor`` does ``kind`` to ``recipient`` in the next ``weeks`` weeks.

        Raises:
            UnknownName: a kind or a horizon that was not fitted.
            ValueError: a side that there is not, or twice the same.
        """
        sides = self.history.sides
        if not (0 <= actor < sides and 0 <= recipient < sides) or actor == recipient:
            raise ValueError(f"sides {actor} and {recipient}: two different ones below {sides} are needed")
        horizon = self._horizon(weeks)
        grid = self._grids(kind, np.array([actor]), np.array([recipient]))[horizon]
        return self._told(grid, 0, kind, weeks)

    def all(self, kind: Deed, weeks: int, top: int = 20) -> tuple[Outlook, ...]:
        """The likeliest pairs of all that were ever in contact, likeliest first; ties by the sides' order.

        Raises:
            UnknownName: a kind or a horizon that was not fitted.
        """
        grid = self.grid(kind, weeks)
        order = np.argsort(-grid.probability, kind="stable")[:top]
        return tuple(self._told(grid, int(place), kind, weeks) for place in order)

    def grid(self, kind: Deed, weeks: int) -> Grid:
        """Forecasts for all pairs that were ever in contact, without reasons.

        Raises:
            UnknownName: a kind or a horizon that was not fitted.
        """
        return self.grids(kind)[self._horizon(weeks)]

    def grids(self, kind: Deed) -> tuple[Grid, ...]:
        """The same for each horizon, at the price of one.

        Raises:
            UnknownName: a kind that was not fitted.
        """
        return self._grids(kind, *np.divmod(self.history.pairs, self.history.sides))

    def climatology(self, kind: Deed, weeks: int) -> float:
        """The one rate of all pairs in contact, 0 to 1, as known before the forecast week."""
        return self.fitted[self._target(kind)][self._horizon(weeks)].rate

    def _grids(self, kind: Deed, actor: Ints, recipient: Ints) -> tuple[Grid, ...]:
        target = self._target(kind)
        parts = types_of(target)
        n = self.account.between(actor, recipient)
        thin = n < LEAST_EVENTS
        raw = {each: self._raw(each, actor, recipient, thin) for each in (target, *parts)}
        forecasts = agreeing({each: moved for each, (moved, _) in raw.items()})[target]
        rates = agreeing({each: still for each, (_, still) in raw.items()})[target]
        probability, base = np.minimum(forecasts, MOST), np.minimum(rates, MOST)
        moved = any(one.trust > 0 for each in raw for one in self.fitted[each])
        enough = ~thin & moved
        chosen = np.where(enough, probability, base)
        return tuple(
            Grid(actor, recipient, one, still, n, enough) for one, still in zip(chosen, base, strict=True)
        )

    def _raw(self, target: int, actor: Ints, recipient: Ints, thin: Flags) -> tuple[Floats, Floats]:
        """[horizons, pairs] forecasts and base rates before they are made to agree."""
        fitted = self.fitted[target]
        weekly = self._frequency(target, actor, recipient).weekly(self.prior[target])
        week = np.full(len(actor), self.at_week)
        met = ~thin & in_contact(self.history, actor, recipient, week)
        base = np.array([one.base(weekly) for one in fitted])
        moved = base.copy()
        columns = values(self.history, fitted[0].features, actor[met], recipient[met], week[met])
        for place, one in enumerate(fitted):
            if place and not one.learnt:  # the next shorter horizon, for as much longer as this one is worth
                shorter = -np.log1p(-np.minimum(moved[place - 1][met], 1 - 1e-9))
                moved[place][met] = -np.expm1(-shorter * one.worth / fitted[place - 1].worth)
            else:
                moved[place][met] = one.probability(base[place][met], columns)
        return moved, base

    def _told(self, grid: Grid, place: int, kind: Deed, weeks: int) -> Outlook:
        target, fitted = self._target(kind), self.fitted[self._target(kind)][self._horizon(weeks)]
        actor, recipient = int(grid.actor[place]), int(grid.recipient[place])
        enough, probability = bool(grid.enough[place]), float(grid.probability[place])
        known = self._frequency(target, np.array([actor]), np.array([recipient]))
        weeks_known = float(known.trials[0] + self.prior[target])
        low, high = interval(probability, weeks_known / fitted.worth) if enough else (None, None)
        return Outlook(
            actor,
            recipient,
            kind,
            self.at_week,
            weeks,
            probability,
            float(grid.base_rate[place]),
            low,
            high,
            int(grid.n[place]),
            self._reasons(target, fitted, known, actor, recipient, enough),
            enough,
        )

    def _reasons(
        self, target: int, fitted: Fitted, known: Frequency, actor: int, recipient: int, enough: bool
    ) -> tuple[Reason, ...]:
        base = fitted.base(known.weekly(self.prior[target]))
        a, b = np.array([actor]), np.array([recipient])
        columns = values(self.history, fitted.features, a, b, np.array([self.at_week]))
        terms = fitted.terms(base, columns)[0] if enough else np.zeros(len(fitted.features) + 1)
        return reasons(self.account, target, fitted, float(base[0]), terms, actor, recipient)

    def _frequency(self, target: int, actor: Ints, recipient: Ints) -> Frequency:
        return frequency(self.history, target, actor, recipient, np.full(len(actor), self.at_week))

    def _target(self, kind: Deed) -> int:
        target = DEEDS.index(kind)
        if target not in self.fitted:
            raise UnknownName("fitted kind", kind.value, tuple(DEEDS[each].value for each in self.fitted)[:3])
        return target

    def _horizon(self, weeks: int) -> int:
        if weeks not in self.horizons:
            raise UnknownName("horizon in weeks", str(weeks), tuple(map(str, self.horizons)))
        return self.horizons.index(weeks)


def fit(
    events: Events,
    at_week: int,
    horizons: Sequence[int] = HORIZONS,
    *,
    kinds: Iterable[Deed] | None = None,
    sides: Sequence[str] = (),
    further: Sequence[str] = (),
) -> OutlookModel:
    """Learn from what was before a week what to expect of it and the weeks after it.

    Args:
        events: the record; rows of ``at_week`` and later are not looked at.
        at_week: the forecast week, 0 to the number of weeks of the exposure.
        horizons: weeks, each at least 1.
        kinds: what to forecast; all twenty by default. The types of a quad are fitted with it.
        sides: names of the sides for the reasons; "A" and "B" by default.
        further: names of the kinds from 20 on, for the reasons.

    Raises:
        ValueError: a week or a horizon out of range.
    """
    weeks = tuple(sorted(set(horizons)))
    if not weeks or weeks[0] < 1:
        raise ValueError(f"horizons {tuple(horizons)}: whole weeks from 1 on are needed")
    history = history_of(events, at_week)
    asked = range(FORECAST) if kinds is None else sorted({DEEDS.index(each) for each in kinds})
    targets = sorted({*asked, *(part for each in asked for part in types_of(each))})
    prior: dict[int, float] = {}
    fitted: dict[int, tuple[Fitted, ...]] = {}
    for target in targets:
        prior[target], fitted[target] = _learn(history, target, weeks)
    account = Account(events, at_week, history.anything, Words(sides, further))
    return OutlookModel(history, weeks, prior, fitted, account)


def _learn(history: History, target: int, horizons: tuple[int, ...]) -> tuple[float, tuple[Fitted, ...]]:
    """One target at all horizons, the shortest first."""
    prior, found = DEFAULT_WORTH, list[Fitted]()
    for weeks in horizons:
        rows = sample(history, target, weeks, seed=1000 * weeks + target)
        if weeks == 1 and rows.happened.any():
            known = frequency(history, target, rows.actor, rows.recipient, rows.week)
            prior = fit_prior(known, rows.happened, rows.weight)
        found.append(learn(history, target, weeks, rows, prior, found[-1] if found else None))
    return prior, tuple(found)


def interval(probability: float, weeks: float) -> tuple[float, float]:
    """The 90 per cent interval of a share whose mean is ``probability`` and which so many windows tell of.

    Quantiles of Beta(p c, (1 - p) c), 1/c = 1/weeks + 1/SUREST, widened by half a window each way.
    """
    size = 1 / (1 / max(weeks, 1e-9) + 1 / SUREST)
    low, high = betaincinv(probability * size + 0.5, (1 - probability) * size + 0.5, _TAILS)
    return min(float(low), probability), max(float(high), probability)
