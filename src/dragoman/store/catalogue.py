"""All events as columns of numbers, in the order of listing: what filters choose from, and counts count.

A filter that a third of a million events pass takes seconds in SQL, and counting what they are like takes
longer. Over columns both take milliseconds. Only words of the evidence and stories are asked of the file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Sequence
from datetime import date
from threading import Lock
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.store import lookup, periods, queries
from dragoman.store.answers import Count, Facets, Selection
from dragoman.store.catalogue_columns import ENDLESS, Columns
from dragoman.store.derived import IN_STORY
from dragoman.store.rows import ACTOR, RECIPIENT
from dragoman.store.session import Session
from dragoman.terms import EventQuery, EventType, Status

_KEPT = 12  # selections; of a million events one takes 4 MB at most
_SHOWN = 12  # of each sort; more is a list to read, not a choice
_MENTIONED = "SELECT rowid FROM evidence_fts WHERE evidence_fts MATCH ?"
_IN_STORY = f"SELECT number FROM event WHERE story = ? AND {IN_STORY}"

Mask = NDArray[np.bool_]
Places = NDArray[np.int32]


class EventCatalogue:
    """The events of a record as they were at one moment; it holds no connection and may be shared."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._begin, self._end = _months(columns.start), _months(columns.end)
        self._last: OrderedDict[object, tuple[Places, Facets]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._columns.number)

    def packed(self) -> bytes:
        """As bytes, for `catalogue_from`."""
        names, columns = {}, {}
        for field in Columns.__struct_fields__:
            value = getattr(self._columns, field)
            if isinstance(value, tuple):
                names[field] = value
            else:
                columns[field] = (value.dtype.str, value.tobytes())
        return msgspec.msgpack.encode(_Packed(names, columns))

    def browse(self, session: Session, query: EventQuery, *, with_facets: bool) -> Selection:
        """What `Browsing.browse` gives, counted in all that is found."""
        found, facets = self._selected(session, query, with_facets)
        end = None if query.limit is None else query.offset + query.limit
        page: list[int] = self._columns.number[found[query.offset : end]].tolist()
        events = tuple(lookup.events(session, page))
        return Selection(events, len(found), len(found) if with_facets else 0, facets)

    def _selected(self, session: Session, query: EventQuery, with_facets: bool) -> tuple[Places, Facets]:
        """What a query finds, and what that is like; of the last ones it is known for their next page."""
        key = (msgspec.structs.replace(query, limit=None, offset=0), with_facets)
        known = self._last.get(key)
        if known is None:
            found = np.flatnonzero(self._chosen(session, query)).astype(np.int32)
            known = (found, self._counted(found) if with_facets else Facets())
            with self._lock:
                self._last[key] = known
                while len(self._last) > _KEPT:
                    self._last.popitem(last=False)
        return known

    def _chosen(self, session: Session, query: EventQuery) -> Mask:
        own = self._columns
        chosen: Mask = np.ones(len(self), np.bool_)
        behind = dict(query.behind)
        asked = ((query.actor, (ACTOR,)), (query.recipient, (RECIPIENT,)), (query.about, (ACTOR, RECIPIENT)))
        for name, roles in asked:
            if name:
                chosen &= self._taking_part(roles, (name, *behind.get(name, ())))
        if query.type:
            chosen &= np.isin(own.type, [_TYPES[type] for type in query.type])
        if query.status:
            chosen &= np.isin(own.status, [_STATUSES[status] for status in query.status])
        if query.outlet:
            chosen &= self._of(own.told_by[own.outlet == _place(own.outlets, query.outlet)])
        if query.said_by:
            chosen &= self._said_by(query.said_by)
        if query.text:
            chosen &= self._worded(session, query.text)
        if query.story:
            chosen &= self._of(self._places(session.numbers(_IN_STORY, (query.story,))))
        if query.disputed:
            chosen &= own.is_disputed
        if query.undated:
            chosen &= own.is_undated
        return chosen & self._in_period(query.since, query.until)

    def _of(self, places: NDArray[Any]) -> Mask:
        """The events at these places."""
        found: Mask = np.zeros(len(self), np.bool_)
        found[places] = True
        return found

    def _places(self, numbers: Sequence[int]) -> NDArray[Any]:
        """Where the events with these row numbers are; later ones are not known."""
        return _found(self._columns.by_number, np.asarray(numbers, np.int64), self._columns.at_number)

    def _taking_part(self, roles: Sequence[str], names: Sequence[str]) -> Mask:
        """See `queries`: a party of a mutual act stands on either side."""
        own = self._columns
        codes = [code for name in names if (code := _place(own.names, name)) >= 0]
        among = np.isin(own.entity, codes) | np.isin(own.country, codes)
        if len(roles) > 1:
            return self._of(own.takes_part[among])
        if roles == (ACTOR,):
            return self._of(own.takes_part[among & ~own.is_recipient])
        return self._of(own.takes_part[among & own.is_recipient]) | (
            self._of(own.takes_part[among & ~own.is_recipient]) & own.is_mutual
        )

    def _said_by(self, name: str) -> Mask:
        """By id, or by a part of the words; letter case aside, as SQLite does it (ASCII)."""
        own, sought = self._columns, _folded(name)
        words = [code for code, text in enumerate(own.sources) if sought in _folded(text)]
        chosen = np.isin(own.source, words) | (own.source_entity == _place(own.names, name))
        return self._of(own.said_in[chosen])

    def _worded(self, session: Session, text: str) -> Mask:
        expression = queries.matching(text)
        if expression is None:
            return self._of(np.zeros(0, np.int64))
        mentions = np.asarray(session.numbers(_MENTIONED, (expression,)), np.int64)
        return self._of(_found(self._columns.mention, mentions, self._columns.told_in))

    def _in_period(self, since: date | None, until: date | None) -> Mask:
        own = self._columns
        if since is None and until is None:
            return np.ones(len(self), np.bool_)
        found: Mask = own.is_dated
        if since is not None:
            found = found & (own.end >= since.toordinal())
        if until is not None:
            found = found & (own.start <= until.toordinal())
        return found

    def _counted(self, found: NDArray[Any]) -> Facets:
        own, chosen = self._columns, self._of(found)
        known = self._bounds(found[own.is_dated[found]])
        return Facets(
            types=_most(np.bincount(own.type[found]), list(_TYPES), len(_TYPES)),
            statuses=_most(np.bincount(own.status[found]), list(_STATUSES), len(_STATUSES)),
            actors=_most(np.bincount(own.named[chosen[own.named_in]]), own.names, _SHOWN),
            outlets=_most(np.bincount(own.outlet[chosen[own.told_by]]), own.outlets, _SHOWN),
            months=periods.by_month(known),
            years=periods.by_year(known),
        )

    def _bounds(self, dated: NDArray[Any]) -> periods.Bounds:
        begin, end = self._begin[dated], self._end[dated]
        return periods.Bounds(
            begun=_numbers(begin[begin >= 0]),
            ended=_numbers(end[end >= 0]),
            open=int(np.count_nonzero(begin < 0)),
        )


_TYPES = {type: place for place, type in enumerate(EventType)}
_STATUSES = {status: place for place, status in enumerate(Status)}
_EPOCH = date(1970, 1, 1).toordinal()
assert date.max.toordinal() < ENDLESS  # noqa: S101


def _most(numbers: NDArray[Any], names: Sequence[str], shown: int) -> tuple[Count, ...]:
    """Those of which there are any, most first, then by name; of a long list the first."""
    found = [(-int(numbers[place]), str(names[place])) for place in np.flatnonzero(numbers).tolist()]
    return tuple(Count(name, -number) for number, name in sorted(found)[:shown])


def _months(days: NDArray[Any]) -> NDArray[Any]:
    """The month of each day, by its number from the year 0 on; -1 of an open side."""
    is_day = (days >= 1) & (days < ENDLESS)
    since_1970 = (np.where(is_day, days, _EPOCH) - _EPOCH).astype("datetime64[D]").astype("datetime64[M]")
    return np.where(is_day, since_1970.astype(np.int32) + 12 * 1970, -1).astype(np.int32)


def _numbers(months: NDArray[Any]) -> dict[int, int]:
    found = np.bincount(months)
    return {place: int(found[place]) for place in np.flatnonzero(found).tolist()}


def _place(names: Sequence[str], name: str) -> int:
    """Where a name stands among sorted ones; -2, which is no place, when it does not."""
    place = bisect_left(names, name)
    return place if place < len(names) and names[place] == name else -2


def _found(known: NDArray[Any], asked: NDArray[Any], values: NDArray[Any]) -> NDArray[Any]:
    """The values of those asked for that are among the known ones, which are sorted."""
    places = np.searchsorted(known, asked)
    places[places == len(known)] = 0
    if not len(known):
        return values[:0]
    result: NDArray[Any] = values[places[known[places] == asked]]
    return result


def _folded(words: str) -> str:
    return "".join(chr(ord(letter) + 32) if "A" <= letter <= "Z" else letter for letter in words)


class _Packed(msgspec.Struct, array_like=True):
    names: dict[str, tuple[str, ...]]
    columns: dict[str, tuple[str, bytes]]


def unpacked(data: bytes) -> EventCatalogue:
    """The catalogue of `Catalogue.packed`."""
    found = msgspec.msgpack.decode(data, type=_Packed)
    columns: dict[str, Any] = {**found.names}
    columns |= {name: np.frombuffer(raw, kind) for name, (kind, raw) in found.columns.items()}
    return EventCatalogue(Columns(**columns))
