"""All events as columns of numbers, in the order of listing: what filters choose from, and counts count.

A filter that a third of a million events pass takes seconds in SQL, and counting what they are like takes
longer. Over columns both take milliseconds. Only words of the evidence and stories are asked of the file,
and whether the events of a page are still what was asked for.
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

from dragoman.store import lookup, queries
from dragoman.store.answers import Facets, Selection
from dragoman.store.catalogue_columns import Columns, among
from dragoman.store.catalogue_counts import STATUSES, TYPES, Counting
from dragoman.store.derived import IN_STORY
from dragoman.store.groups import Groups, Mask, Numbers, Places
from dragoman.store.rows import ACTOR, RECIPIENT
from dragoman.store.session import Session
from dragoman.terms import EventQuery

_KEPT = 12  # selections; of a million events one takes 8 MB at most
_MENTIONED = "SELECT rowid FROM evidence_fts WHERE evidence_fts MATCH ?"
_IN_STORY = f"SELECT number FROM event WHERE story = ? AND {IN_STORY}"


class _Selected(msgspec.Struct, frozen=True):
    """All that a query finds, and what that is like.

    Attributes:
        found: the places of the events, in order.
        tellings: the places of the tellings that have the words asked for.
    """

    found: Places
    facets: Facets
    tellings: Places


class EventCatalogue:
    """The events of a record as they were at one moment; it holds no connection and may be shared."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._counting = Counting(columns)
        self._last: OrderedDict[object, _Selected] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._columns.number)

    def packed(self) -> bytes:
        """As bytes, for `catalogue_from`."""
        fields = [getattr(self._columns, field) for field in Columns.__struct_fields__]
        return msgspec.msgpack.encode([_packed(field) for field in fields])

    def browse(self, session: Session, query: EventQuery, *, with_facets: bool) -> Selection:
        """What `Browsing.browse` gives, counted in all that is found."""
        selected = self._selected(session, query, with_facets)
        total, end = len(selected.found), None if query.limit is None else query.offset + query.limit
        page = self._found_still(session, query, selected, selected.found[query.offset : end])
        events = tuple(lookup.events(session, page)) if page else ()
        return Selection(events, total, total if with_facets else 0, selected.facets)

    def _found_still(
        self, session: Session, query: EventQuery, selected: _Selected, places: Places
    ) -> list[int]:
        """The row numbers of the events of a page that the query finds in the file as it is now.

        An event may have changed since the columns were made, and the row number of a telling that is gone
        may be that of another one now.
        """
        own = self._columns
        page: list[int] = own.number[places].tolist()
        if not page or queries.is_everything(query):
            return page
        tellings = selected.tellings[self._of(places)[own.told_in[selected.tellings]]]
        still = queries.still(query, page, own.mention[tellings].tolist())
        found = set(session.numbers(still.sql, still.values))
        return [number for number in page if number in found]

    def _selected(self, session: Session, query: EventQuery, with_facets: bool) -> _Selected:
        """What a query finds, and what that is like; of the last ones it is known for their next page."""
        key = (_without_page(query), with_facets)
        with self._lock:
            known = self._last.get(key)
            if known is not None:
                self._last.move_to_end(key)
                return known
        tellings = self._worded(session, query.text)
        chosen = self._chosen(session, query, tellings)
        found = np.flatnonzero(chosen).astype(np.int32)
        facets = self._counting.facets(chosen, found) if with_facets else Facets()
        known = _Selected(found, facets, tellings)
        with self._lock:
            self._last[key] = known
            self._last.move_to_end(key)
            while len(self._last) > _KEPT:
                self._last.popitem(last=False)
        return known

    def _chosen(self, session: Session, query: EventQuery, tellings: Places) -> Mask:
        own = self._columns
        chosen: Mask = np.ones(len(self), np.bool_)
        behind = dict(query.behind)
        asked = ((query.actor, (ACTOR,)), (query.recipient, (RECIPIENT,)), (query.about, (ACTOR, RECIPIENT)))
        for name, roles in asked:
            if name:
                chosen &= self._taking_part(roles, (name, *behind.get(name, ())))
        if query.type:
            chosen &= _one_of(own.type, [TYPES[type] for type in query.type])
        if query.status:
            chosen &= _one_of(own.status, [STATUSES[status] for status in query.status])
        if query.outlet:
            chosen &= self._of(own.tells.of(_codes(own.outlets, (query.outlet,))))
        if query.said_by:
            chosen &= self._said_by(query.said_by)
        if query.text:
            chosen &= self._of(own.told_in[tellings])
        if query.story:
            chosen &= self._of(self._places(session.numbers(_IN_STORY, (query.story,))))
        if query.disputed:
            chosen &= own.is_disputed
        if query.undated:
            chosen &= own.is_undated
        if query.since is not None or query.until is not None:
            chosen &= self._in_period(query.since, query.until)
        return chosen

    def _of(self, places: Numbers) -> Mask:
        """The events at these places."""
        found: Mask = np.zeros(len(self), np.bool_)
        found[places] = True
        return found

    def _places(self, numbers: Sequence[int]) -> Numbers:
        """Where the events with these row numbers are; later ones are not known."""
        _, places = among(self._columns.by_number, np.asarray(numbers, np.int64))
        found: Numbers = self._columns.at_number[places]
        return found

    def _taking_part(self, roles: Sequence[str], names: Sequence[str]) -> Mask:
        """See `queries`: a party of a mutual act stands on either side."""
        own = self._columns
        codes = _codes(own.names, names)
        acts = self._of(own.acts.of(codes))
        if roles == (ACTOR,):
            return acts
        if roles == (RECIPIENT,):
            acts &= own.is_mutual
        acts[own.receives.of(codes)] = True
        return acts

    def _said_by(self, name: str) -> Mask:
        """By id, or by a part of the words; letter case aside, as SQLite does it (ASCII)."""
        own, sought = self._columns, _folded(name)
        said = zip(own.sources, own.speakers, strict=True)
        return self._of(
            own.said.of(
                [code for code, (words, id) in enumerate(said) if sought in _folded(words) or id == name]
            )
        )

    def _worded(self, session: Session, text: str | None) -> Places:
        """The places of the tellings with these words."""
        expression = queries.matching(text) if text else None
        if expression is None:
            return np.zeros(0, np.int32)
        mentions = np.asarray(session.numbers(_MENTIONED, (expression,)), np.int64)
        return among(self._columns.mention, mentions)[1].astype(np.int32)

    def _in_period(self, since: date | None, until: date | None) -> Mask:
        own = self._columns
        found: Mask = own.is_dated
        if since is not None:
            found = found & (own.end >= since.toordinal())
        if until is not None:
            found = found & (own.start <= until.toordinal())
        return found


def _without_page(query: EventQuery) -> EventQuery:
    """The query as a whole; all events are all events, whoever stands behind the names not asked for."""
    return (
        EventQuery() if queries.is_everything(query) else msgspec.structs.replace(query, limit=None, offset=0)
    )


def _one_of(column: Numbers, codes: Sequence[int]) -> Mask:
    found: Mask = np.zeros(len(column), np.bool_)
    for code in codes:
        found |= column == code
    return found


def _codes(names: Sequence[str], asked: Sequence[str]) -> list[int]:
    """Where names stand among sorted ones; those that do not are left out."""
    places = ((bisect_left(names, name), name) for name in asked)
    return [place for place, name in places if place < len(names) and names[place] == name]


def _folded(words: str) -> str:
    return words.lower() if words.isascii() else words.translate(_SMALL)


_SMALL = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


class _Field(msgspec.Struct, array_like=True):
    """Names, or the arrays of a column (one) or of groups (two), each with its kind."""

    names: tuple[str, ...] = ()
    arrays: tuple[tuple[str, bytes], ...] = ()


def _packed(value: Any) -> _Field:
    if isinstance(value, tuple):
        return _Field(value)
    arrays = (value.values, value.bounds) if isinstance(value, Groups) else (value,)
    return _Field(arrays=tuple((array.dtype.str, array.tobytes()) for array in arrays))


def unpacked(data: bytes) -> EventCatalogue:
    """The catalogue of `Catalogue.packed`."""
    fields = msgspec.msgpack.decode(data, type=list[_Field])
    return EventCatalogue(Columns(*(_unpacked(field) for field in fields)))


def _unpacked(field: _Field) -> Any:
    if not field.arrays:
        return field.names
    arrays = [np.frombuffer(raw, kind) for kind, raw in field.arrays]
    return Groups(*arrays) if len(arrays) > 1 else arrays[0]
