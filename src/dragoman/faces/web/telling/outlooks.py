"""What is likely next between two sides, with the base rate beside it and the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec
import numpy as np

from dragoman.faces import wording
from dragoman.faces.api.system import System
from dragoman.faces.web.keeping.systems import Opened
from dragoman.faces.web.telling import links
from dragoman.faces.web.telling.behind import chosen
from dragoman.faces.web.telling.moment import Moment
from dragoman.terms.forecast import Cause, Forecast

_CAUSES = 4
_LOG_WEEKS = 52
_LEAST = 0.05  # a base rate below it is not worth a row


class Latest(msgspec.Struct, frozen=True):
    """One of the last events, or imported rows, behind a reason."""

    id: str
    link: str


class Because(msgspec.Struct, frozen=True):
    """A reason: what it counts, and whether it makes the forecast larger."""

    words: str
    is_for: bool
    events: int
    latest: tuple[Latest, ...]


class Horizon(msgspec.Struct, frozen=True):
    """A forecast for some weeks. ``low`` to ``high`` is its 90 % interval; ``None``: base rate only."""

    weeks: int
    probability: float
    base_rate: float
    low: float | None
    high: float | None
    is_enough: bool


class Prospect(msgspec.Struct, frozen=True):
    """How likely one kind of act of one side towards the other is.

    Attributes:
        who, whom: by name.
        since: the Monday on which the time that is meant begins.
        rests_on: past events between the two.
        happened: how often it was done until now; ``link`` leads there.
    """

    who: str
    whom: str
    kind: str
    since: date
    horizons: tuple[Horizon, ...]
    rests_on: int
    happened: int
    link: str
    reasons: tuple[Because, ...]

    @property
    def is_enough(self) -> bool:
        """Whether anything goes beyond the base rate."""
        return any(each.is_enough for each in self.horizons)

    @property
    def is_likely(self) -> bool:
        """Whether it is worth a row: anything is known of it, or it may well happen."""
        return self.is_enough or any(each.probability >= _LEAST for each in self.horizons)


class LogRow(msgspec.Struct, frozen=True):
    """How good forecasts of a kind would have been in the last year; see `dragoman.terms.outlook`."""

    kind: str
    weeks: int | None
    forecasts: int
    happened: int
    brier: float
    skill: float | None
    skill_base_rate: float | None
    auc: float | None
    error: float


def prospects(
    opened: Opened, path: Path, sides: tuple[str, str], moment: Moment
) -> tuple[Prospect, ...] | None:
    """The four kinds of acts in either direction, for 1, 4 and 12 weeks; ``None`` while it takes time."""
    one, other = sides

    def both(system: System) -> tuple[tuple[Forecast, ...], tuple[Forecast, ...]]:
        return tuple(system.forecast(one, other)), tuple(system.forecast(other, one))

    ways = opened.later(("forecast", one, other), path, both)
    if ways is None:
        return None
    ledger = opened.model.ledger
    rows = {
        "forth": ledger.between(one, other, directed=True),
        "back": ledger.between(other, one, directed=True),
    }
    return tuple(
        _prospect(
            [each for each in found if each.kind is kind],
            len(np.unique(chosen(rows[way], kind=kind.value).number)),
            moment.between(*sides, kind=kind, way=way),
        )
        for way, found in zip(rows, ways, strict=True)
        for kind in dict.fromkeys(each.kind for each in found)
    )


def _prospect(found: Sequence[Forecast], happened: int, link: str) -> Prospect:
    first = found[0]
    best = max(found, key=lambda each: (len(each.causes), -each.weeks))
    return Prospect(
        who=wording.speaker(first.actor),
        whom=wording.speaker(first.recipient),
        kind=first.kind.value,
        since=first.since,
        horizons=tuple(
            Horizon(each.weeks, each.probability, each.base_rate, each.low, each.high, each.enough)
            for each in found
        ),
        rests_on=first.n,
        happened=happened,
        link=link,
        reasons=tuple(_because(each) for each in best.causes[:_CAUSES]),
    )


def _because(cause: Cause) -> Because:
    latest = tuple(
        Latest(each.id, links.event(each.id) if each.row is None else links.imported(each.row))
        for each in cause.latest
    )
    return Because(cause.words, cause.weight > 0, cause.events, latest)


def log_rows(opened: Opened, path: Path) -> tuple[LogRow, ...] | None:
    """How good the forecasts of the last year would have been, by kind and horizon; ``None`` as above."""
    found = opened.later(
        "log", path, lambda system: tuple(system.forecast_log(_LOG_WEEKS)), takes_minutes=True
    )
    if found is None:
        return None
    return tuple(
        LogRow(
            kind=each.kind.value if each.kind else "all",
            weeks=each.weeks,
            forecasts=each.n,
            happened=each.happened,
            brier=each.brier,
            skill=each.skill if each.happened else None,
            skill_base_rate=each.skill_base_rate if each.happened else None,
            auc=each.auc,
            error=each.error,
        )
        for each in found
    )
