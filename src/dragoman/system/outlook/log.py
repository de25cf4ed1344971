"""What would have been forecast on past weeks, what came, and how good that was.

Brier score (Brier 1950); skill 1 - B / B_reference (Murphy 1973), with references that were known beforehand;
expected calibration error over ten equal bins (Naeini et al. 2015); area under the ROC curve by mean ranks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from scipy.stats import rankdata

from dragoman.system.outlook.events import DEEDS, QUADS, TYPES, Events, Flags, Floats, Ints
from dragoman.system.outlook.history import History, history_of
from dragoman.system.outlook.model import HORIZONS, Grid, OutlookModel, fit
from dragoman.system.outlook.sample import came
from dragoman.terms.outlook import Calibration, Deed, ReliabilityBin

BINS = 10
QUAD_DEEDS = DEEDS[TYPES : TYPES + QUADS]


@dataclass(frozen=True, eq=False, slots=True)
class Log:
    """Forecasts made as on past weeks, each with what came; every column has the shape [forecasts].

    Attributes:
        kind: place in `Deed`.
        weeks: the horizon.
        at_week: the forecast week.
        actor, recipient: sides.
        probability, base_rate: 0 to 1, as `Outlook` has them.
        climatology: the one rate of all pairs known then.
        happened: whether it came.
    """

    kind: Ints
    weeks: Ints
    at_week: Ints
    actor: Ints
    recipient: Ints
    probability: Floats
    base_rate: Floats
    climatology: Floats
    happened: Flags

    def __len__(self) -> int:
        return len(self.kind)

    def where(self, rows: Flags) -> Log:
        """Only these forecasts; [forecasts] bool."""
        return Log(**{field.name: getattr(self, field.name)[rows] for field in fields(Log)})

    def calibration(self, kind: Deed | None = None, weeks: int | None = None) -> Calibration | None:
        """How good the forecasts of a kind and a horizon were, of all by default; ``None`` without any."""
        chosen = np.ones(len(self), bool)
        if kind is not None:
            chosen &= self.kind == DEEDS.index(kind)
        if weeks is not None:
            chosen &= self.weeks == weeks
        return self.where(chosen)._scored(kind, weeks) if chosen.any() else None

    def _scored(self, kind: Deed | None, weeks: int | None) -> Calibration:
        happened = self.happened
        brier, usual, still = (
            brier_score(column, happened) for column in (self.probability, self.climatology, self.base_rate)
        )
        bins = reliability(self.probability, happened)
        return Calibration(
            kind=kind,
            weeks=weeks,
            from_week=int(self.at_week.min()),
            to_week=int(self.at_week.max()),
            n=len(happened),
            happened=int(happened.sum()),
            brier=brier,
            brier_climatology=usual,
            brier_base_rate=still,
            skill=_skill(brier, usual),
            skill_base_rate=_skill(still, usual),
            skill_over_base_rate=_skill(brier, still),
            auc=area(self.probability, happened),
            error=sum(each.n * abs(each.forecast - each.observed) for each in bins) / len(happened),
            bins=bins,
        )


def log_of(
    events: Events,
    from_week: int,
    to_week: int,
    step: int = 1,
    *,
    horizons: Sequence[int] = HORIZONS,
    kinds: Iterable[Deed] = QUAD_DEEDS,
) -> Log:
    """Forecast as on each of some past weeks, learning anew from what was before it, and see what came.

    Forecasts are made for every pair that had been in contact; those whose horizon is not over, or was not
    covered throughout, are left out.

    Args:
        from_week, to_week: the first and the last forecast week.
        step: weeks from one forecast week to the next.

    Raises:
        ValueError: a week, a horizon or the step out of range.
    """
    if step < 1:
        raise ValueError(f"step {step}: a whole number of weeks from 1 on is needed")
    asked = tuple(kinds)
    past = history_of(events, len(events.exposure), memory=len(events.exposure))
    parts = []
    for week in range(from_week, to_week + 1, step):
        scored = [weeks for weeks in horizons if _covered(events, week, weeks)]
        if scored:
            # all horizons are fitted, as they would have been then: they are made to agree
            model = fit(events, week, horizons, kinds=asked)
            for kind in asked:
                grids = zip(model.horizons, model.grids(kind), strict=True)
                parts += [_lines(model, past, kind, weeks, grid) for weeks, grid in grids if weeks in scored]
    return _joined(parts)


def replay(
    events: Events,
    from_week: int,
    to_week: int,
    step: int = 1,
    *,
    horizons: Sequence[int] = HORIZONS,
    kinds: Iterable[Deed] = QUAD_DEEDS,
) -> tuple[Calibration, ...]:
    """How good forecasts as on past weeks were, by kind and horizon; arguments and errors as `log_of`."""
    asked = tuple(kinds)
    log = log_of(events, from_week, to_week, step, horizons=horizons, kinds=asked)
    found = (log.calibration(kind, weeks) for kind in asked for weeks in sorted(set(horizons)))
    return tuple(each for each in found if each is not None)


def brier_score(probability: Floats, happened: Flags) -> float:
    """Mean of (probability - happened)^2; both [forecasts]."""
    return float(np.mean((probability - happened) ** 2))


def reliability(probability: Floats, happened: Flags) -> tuple[ReliabilityBin, ...]:
    """Forecasts by tenths of probability; both [forecasts]."""
    place = np.minimum((probability * BINS).astype(int), BINS - 1)
    return tuple(
        ReliabilityBin(
            number / BINS,
            (number + 1) / BINS,
            int(here.sum()),
            float(probability[here].mean()),
            float(happened[here].mean()),
        )
        for number in range(BINS)
        if (here := place == number).any()
    )


def area(probability: Floats, happened: Flags) -> float | None:
    """Area under the ROC curve; ``None`` where all of them happened, or none."""
    yes = int(happened.sum())
    no = len(happened) - yes
    if not (yes and no):
        return None
    return float((rankdata(probability)[happened].sum() - yes * (yes + 1) / 2) / (yes * no))


def _skill(brier: float, reference: float) -> float | None:
    return 1 - brier / reference if reference > 0 else None


def _covered(events: Events, week: int, weeks: int) -> bool:
    return week + weeks <= len(events.exposure) and bool((events.exposure[week : week + weeks] > 0).all())


def _lines(model: OutlookModel, past: History, kind: Deed, weeks: int, grid: Grid) -> Log:
    size, target = len(grid.actor), DEEDS.index(kind)
    week = np.full(size, model.at_week)
    return Log(
        np.full(size, target),
        np.full(size, weeks),
        week,
        grid.actor,
        grid.recipient,
        grid.probability,
        grid.base_rate,
        np.full(size, model.climatology(kind, weeks)),
        came(past, target, grid.actor, grid.recipient, week, weeks),
    )


def _joined(parts: Sequence[Log]) -> Log:
    names = [field.name for field in fields(Log)]
    if not parts:
        empty = {name: np.zeros(0) for name in ("probability", "base_rate", "climatology")}
        whole = {name: np.zeros(0, np.int64) for name in names if name not in empty}
        return Log(**{**whole, **empty, "happened": np.zeros(0, bool)})
    return Log(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})
