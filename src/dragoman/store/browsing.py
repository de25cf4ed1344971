"""Leafing through events: a page of them, and counts by type, actor, newspaper, status and month."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import msgspec

from dragoman.store import lookup, periods, queries
from dragoman.store.answers import Count, Facets, Selection
from dragoman.store.cells import listed
from dragoman.store.derived import FIRST_DAY
from dragoman.store.session import Session, Value
from dragoman.terms import Event, EventQuery, Status

_KEPT = 16  # selections; of 100,000 events one takes 0.8 MB
_SHOWN = 12  # of each sort; more is a list to read, not a choice
_CHOSEN = "(SELECT value FROM json_each(?))"

_COLUMN = f"SELECT {{column}}, count(*) AS found FROM event WHERE number IN {_CHOSEN} \
GROUP BY 1 ORDER BY found DESC, 1"
_OUTLETS = f"SELECT outlet, count(*) AS found FROM event_outlet WHERE event IN {_CHOSEN} \
GROUP BY 1 ORDER BY found DESC, 1 LIMIT {_SHOWN}"
_PARTIES = f"FROM event_participant WHERE event IN {_CHOSEN} AND role <> 'place'"
_ACTORS = f"SELECT name, count(*) AS found FROM (SELECT event, entity AS name {_PARTIES} \
AND entity IS NOT NULL UNION SELECT event, country {_PARTIES} AND country IS NOT NULL) \
GROUP BY 1 ORDER BY found DESC, 1 LIMIT {_SHOWN}"
_MONTHS = f"SELECT substr({queries.START}, 1, 7), substr({queries.END}, 1, 7), count(*) FROM event \
WHERE number IN {_CHOSEN} AND {FIRST_DAY} <> '~' GROUP BY 1, 2"

_DONE = (Status.HAPPENED, Status.ONGOING)
_LATEST = f"SELECT number FROM event WHERE {FIRST_DAY} < '~' AND status IN {_CHOSEN} \
AND (earliest IS NOT NULL OR latest IS NOT NULL) \
ORDER BY {FIRST_DAY} DESC, id DESC LIMIT ?"


class _Selected(msgspec.Struct, frozen=True):
    """All that a query finds, as row numbers in order, and what was counted in them."""

    numbers: Sequence[int]
    counted: int
    facets: Facets


class Selections:
    """What the last queries found, for whoever goes on to the next page. It belongs to one connection."""

    def __init__(self) -> None:
        self._state: tuple[Value, ...] = ()
        self._found: OrderedDict[tuple[EventQuery, int], _Selected] = OrderedDict()

    def find(self, session: Session, query: EventQuery, sample: int) -> _Selected:
        """Everything the query finds, limit and offset aside, in the present state of the file."""
        state = session.state()
        if state != self._state:  # somebody else wrote, or this connection did
            self._state = state
            self._found.clear()
        key = (msgspec.structs.replace(query, limit=None, offset=0), sample)
        if key not in self._found:
            self._found[key] = _select(session, *key)
            if len(self._found) > _KEPT:
                self._found.popitem(last=False)
        self._found.move_to_end(key)
        return self._found[key]


def browse(session: Session, query: EventQuery, sample: int, selections: Selections) -> Selection:
    """See `Browsing.browse`."""
    if queries.is_everything(query):
        return _browse_all(session, query, sample)
    found = selections.find(session, query, sample)
    end = None if query.limit is None else query.offset + query.limit
    page = list(found.numbers[query.offset : end])
    return Selection(tuple(lookup.events(session, page)), len(found.numbers), found.counted, found.facets)


def _browse_all(session: Session, query: EventQuery, sample: int) -> Selection:
    """Without filters a page is found in the index, and all need not be listed."""
    clause = queries.selected(query)
    page = list(session.numbers(clause.sql, clause.values))
    total = session.numbers("SELECT count(*) FROM event")[0]
    step = -(-total // sample) if sample else 0
    chosen = session.numbers(_every(step)) if step else ()
    return Selection(tuple(lookup.events(session, page)), total, len(chosen), _facets(session, chosen))


def _select(session: Session, query: EventQuery, sample: int) -> _Selected:
    clause = queries.selected(query)
    numbers = session.numbers(clause.sql, clause.values)
    chosen = numbers[:: max(1, -(-len(numbers) // sample))] if sample else ()
    return _Selected(numbers, len(chosen), _facets(session, chosen))


def _every(step: int) -> str:
    """Every so many events of all; row numbers are given in the order of writing, which is as good as any."""
    return f"SELECT number FROM event WHERE number % {step} = 0" if step > 1 else "SELECT number FROM event"


def _facets(session: Session, numbers: Sequence[int]) -> Facets:
    among = listed(list(numbers))

    def counts(statement: str, *others: str) -> tuple[Count, ...]:
        found: list[Any] = session.rows(statement, (among, *others))
        return tuple(Count(name, number) for name, number in found)

    days: list[Any] = session.rows(_MONTHS, (among,))
    known = periods.bounds(days)
    return Facets(
        types=counts(_COLUMN.format(column="type")),
        statuses=counts(_COLUMN.format(column="status")),
        actors=counts(_ACTORS, among),
        outlets=counts(_OUTLETS),
        months=periods.by_month(known),
        years=periods.by_year(known),
    )


def latest(session: Session, limit: int) -> tuple[Event, ...]:
    """See `Browsing.latest_events`."""
    statuses = listed([status.value for status in _DONE])
    return tuple(lookup.events(session, list(session.numbers(_LATEST, (statuses, limit)))))
