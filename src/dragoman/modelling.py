"""From the record to the model: which events count, on which days, and the rows behind a figure.

An event that names its day counts on it; one known to a month counts a part in each of its days. One that
names none counts on the day of its first report, and is marked so. What names a day only roughly, or only
that it was before or after another, counts nowhere: nobody said when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal

from dragoman.store import Happening, Store
from dragoman.system import ledger as columns
from dragoman.system.ledger import READ, UNKNOWN_DAY, Entry, Ledger
from dragoman.terms import Status

Known = Literal["known", "happened"]
OnProgress = Callable[[str, int, int], None]

WIDEST = 62  # days; what is known less exactly than to two months lies in no period
_REPORTED_WIDEST = 21  # days; a report of a month says little of when its undated news happened
_PORTION = 20_000  # events asked for at once
# What is said about something that may come is dated by when it is said.
_SAID = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR, Status.DENIED})


def ledger_of(store: Store, on_progress: OnProgress | None = None) -> Ledger:
    """Everything that was read here and imported, of every status, as one ledger.

    Args:
        on_progress: called with what is being done, how much of it is done, and how much there is.
    """
    read = columns.ledger_of(entries(_happenings(store, on_progress)))
    parts = [columns.unpacked(data) for data in store.ledger_parts()]
    return columns.joined([read, *parts])


def replayed(ledger: Ledger, at: date, by: Known = "known") -> Ledger:
    """The ledger as it stood on a day: by what was known then, or by what had happened by then."""
    day = at.toordinal()
    return ledger.as_of(day) if by == "known" else ledger.happened_by(day)


def entries(happenings: Iterable[Happening]) -> Iterator[Entry]:
    """The events as the ledger takes them in; see the rules at the top of this file."""
    for happening in happenings:
        days, by_report = _days(happening)
        if days is None:
            continue
        yield Entry(
            event=happening.number,
            type=happening.type,
            status=happening.status,
            first=days[0],
            last=days[1],
            known=_known(happening, days),
            actors=happening.actors,
            recipients=happening.recipients,
            reports=happening.reports,
            outlets=happening.outlets,
            origin=READ,
            by_report=by_report,
        )


def _days(happening: Happening) -> tuple[tuple[int, int] | None, bool]:
    """The days it counts on, and whether they are only those of its first report."""
    reported = happening.reported
    if reported is not None and reported[1] - reported[0] >= _REPORTED_WIDEST:
        reported = None
    if happening.status in _SAID:
        return (reported, False) if reported else (_exact(happening), False)
    if happening.days is not None or happening.open_end:
        return _exact(happening), False
    return reported, True


def _exact(happening: Happening) -> tuple[int, int] | None:
    days = happening.days
    return days if days is not None and days[1] - days[0] < WIDEST else None


def _known(happening: Happening, days: tuple[int, int]) -> int:
    """The day from which on it could be known: that of the first report, and not before it began."""
    return max(happening.reported[1], days[0]) if happening.reported else UNKNOWN_DAY


def _happenings(store: Store, on_progress: OnProgress | None) -> Iterator[Happening]:
    tell = on_progress or (lambda *_: None)
    total = store.summary().events
    done = 0
    for happening in store.happenings(_PORTION):
        yield happening
        done += 1
        if done % _PORTION == 0:
            tell("events taken in", done, total)
    tell("events taken in", done, total)
