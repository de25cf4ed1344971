"""Forecasts of a ledger: its events as the outlook takes them in, and the way back from reasons to rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.system.contact import ContactModel, History
from dragoman.system.counts import Counts, Step, spread
from dragoman.system.ledger import COUNTED, QUAD_OF_TYPE, STATUS_INDEX, TYPES, Ledger
from dragoman.system.outlook import HORIZONS, Events, OutlookModel, fit, replay
from dragoman.system.outlook.events import FORECAST
from dragoman.terms import Status
from dragoman.terms.outlook import Calibration, Deed, Outlook

_SAID = (Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR)  # what may announce an act
FURTHER = tuple(f"{kind.value} that is planned, possible or called for" for kind in TYPES)


@dataclass(frozen=True, eq=False, slots=True)
class Foreseen:
    """What is needed to forecast, and to tell on what a forecast rests.

    Attributes:
        ledger: the rows that count; ``row`` leads from a row of ``events`` to one of these.
        events: the columns that the outlook takes in.
        week: the forecast week, counted from the first covered one.
    """

    ledger: Ledger
    row: NDArray[np.intp]
    events: Events
    week: int

    def rows(self, places: Sequence[int]) -> Ledger:
        """The rows of the ledger behind a reason."""
        return self.ledger.where(np.unique(self.row[list(places)]))


def foreseen(ledger: Ledger, counts: Counts) -> Foreseen:
    """The events of a ledger for a forecast of the weeks that follow the last one of the counts.

    Args:
        ledger: of every status; what is planned, possible or called for is looked at, and never forecast.
        counts: by week, of what was done.
    """
    abroad = ledger.abroad()
    statuses = [STATUS_INDEX[each] for each in (*COUNTED, *_SAID)]
    kept = abroad.where(np.isin(abroad.status, statuses))
    row, period, weight = spread(kept, Step.WEEK)
    week = period - counts.start
    inside = (week >= 0) & (week < counts.periods)
    row, week, weight = row[inside], week[inside], weight[inside]
    said = np.isin(kept.status[row], [STATUS_INDEX[each] for each in _SAID])
    kind = kept.type[row].astype(np.int16) + np.where(said, FORECAST, 0).astype(np.int16)
    events = Events(
        kept.actor[row], kept.recipient[row], week, kind, weight, len(kept.sides), counts.exposure
    )
    return Foreseen(kept, row, events, counts.periods)


def contacts(ledger: Ledger, day: int) -> ContactModel:
    """The model of who turns to whom next, learned from all days before one.

    Args:
        ledger: what was done, between different known sides; what takes several days counts on the last.
        day: a proleptic ordinal.
    """
    columns = (ledger.last, ledger.actor, ledger.type, ledger.recipient)
    history = History.of(
        *(column.astype(np.int64) for column in columns),
        actors=len(ledger.sides),
        relations=len(TYPES),
    )
    return ContactModel.fit(history, day, groups=QUAD_OF_TYPE.astype(np.int64))


def learnt(found: Foreseen, kinds: Iterable[Deed], names: Sequence[str]) -> OutlookModel:
    """The outlook for some kinds, at 1, 4 and 12 weeks.

    Args:
        names: of the sides, for the words of the reasons.
    """
    return fit(found.events, found.week, HORIZONS, kinds=kinds, sides=names, further=FURTHER)


def log(found: Foreseen, kinds: Iterable[Deed], weeks: int) -> tuple[Calibration, ...]:
    """How good forecasts were that would have been made in the last so many weeks, each four weeks apart."""
    first = max(1, found.week - weeks)
    return replay(found.events, first, found.week - 1, 4, kinds=kinds) if found.week > first else ()


def in_quad(kind: Deed) -> tuple[Deed, ...]:
    """A kind with the quad it belongs to, which holds it down."""
    deeds = tuple(Deed)
    place = deeds.index(kind)
    if place >= len(TYPES):
        return (kind,)
    return (kind, deeds[len(TYPES) + int(QUAD_OF_TYPE[place])])


__all__ = ["Foreseen", "Outlook", "contacts", "foreseen", "in_quad", "learnt", "log"]
