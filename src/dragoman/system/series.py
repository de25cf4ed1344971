"""The events of a dyad as a regular frame of periods."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from dragoman.system.counts import QUADS, Counts, first_day, spread
from dragoman.system.ledger import COUNTED, Ledger
from dragoman.system.pairs import undirected
from dragoman.terms import Dyad, Period, Series, Status

Floats = NDArray[np.float64]


def series(ledger: Ledger, counts: Counts, dyad: Dyad, statuses: Iterable[Status] = COUNTED) -> Series:
    """What a dyad did in each period from the first of the system's to the last.

    Args:
        ledger: everything of the system, of any status.
        counts: of the same system; they say which periods are covered.
        statuses: what to count; what is planned, possible, called for or denied makes series of its own.
    """
    chosen = tuple(statuses)
    rows = ledger.between(dyad.actor, dyad.recipient, directed=dyad.directed).with_status(chosen)
    rows = rows if dyad.directed else undirected(rows)
    row, period, weight = spread(rows, counts.step)
    place = period - counts.start
    inside = (place >= 0) & (place < counts.periods)
    row, place, weight = row[inside], place[inside], weight[inside]
    cells = place.astype(np.int64) * QUADS + rows.quad[row]
    quads = np.bincount(cells, weight, minlength=counts.periods * QUADS).reshape(-1, QUADS)
    reports, outlets = (
        np.bincount(place, weight * column[row], minlength=counts.periods)
        for column in (rows.reports, rows.outlets)
    )
    return Series(
        dyad=dyad,
        step=counts.step.value,
        status=tuple(each.value for each in chosen),
        periods=tuple(
            _period(counts, number, quads[number], reports[number], outlets[number])
            for number in range(counts.periods)
        ),
        undated=int(rows.by_report.sum()),
    )


def _period(counts: Counts, number: int, quads: Floats, reports: float, outlets: float) -> Period:
    start = first_day(counts.start + number, counts.step)
    exposure = float(counts.exposure[number])
    if not exposure:
        return Period(start, None, None, None, None, None, None, None, 0.0)
    figures = [round(float(value), 3) for value in (*quads, quads.sum(), reports, outlets, exposure)]
    return Period(start, *figures)
