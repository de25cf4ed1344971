"""Lists of documents and figures, the latest first, with what there is to choose from."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from dragoman.store import lookup, periods, queries
from dragoman.store.answers import Count
from dragoman.store.cells import as_json, day, from_json, interval, listed
from dragoman.store.derived import IS_DISPUTED
from dragoman.store.list_answers import (
    DocumentFacets,
    DocumentQuery,
    DocumentSelection,
    FigureQuery,
    FigureSelection,
    ListedDocument,
)
from dragoman.store.queries import Clause
from dragoman.store.session import Session, Value
from dragoman.terms import Clue, Copy, CopyKind, Published

_KEPT = 16  # countings
_SHOWN = 12  # of each sort; more is a list to read, not a choice
_FEW = 2000  # figures that are sorted sooner than all documents are looked through
_CHOSEN = "(SELECT value FROM json_each(?))"
_BEGINNING = 500  # characters of the first sentences, at most
_FIRST = "COALESCE(d.published_earliest, d.published_latest, '~')"  # as the index of the documents has it
_IS_DATED = f"{_FIRST} < '~'"
_DOCUMENTS = "FROM document d"

_LINES = f"""SELECT d.number, d.id, d.title,
  substr(d.text, 1 + COALESCE(json_extract(d.sentences, '$[0][0]'), 0), min({_BEGINNING},
    COALESCE(json_extract(d.sentences, '$[1][1]') - json_extract(d.sentences, '$[0][0]'), {_BEGINNING}))),
  d.language, d.published_earliest, d.published_latest, d.published_best, d.clues,
  (SELECT json_group_array(DISTINCT a.outlet) FROM appearance a
   WHERE a.document = d.number AND a.outlet IS NOT NULL),
  (SELECT count(DISTINCT t.event) FROM event_mention m JOIN event_telling t ON t.event_mention = m.number
   WHERE m.document = d.number),
  (SELECT count(*) FROM claim c WHERE c.document = d.number),
  COALESCE((SELECT s.story FROM story s WHERE s.document = d.number), '')
FROM document d WHERE d.number IN {_CHOSEN}"""
_COPIES = f"""SELECT c.document, d.id, o.id, c.kind, c.share FROM copy c
JOIN document d ON d.number = c.document JOIN document o ON o.number = c.original
WHERE c.document IN {_CHOSEN} ORDER BY c.share DESC, o.id"""

_OUTLETS = f"SELECT outlet, count(DISTINCT document) AS found FROM appearance \
WHERE document IN {_CHOSEN} AND outlet IS NOT NULL GROUP BY 1 ORDER BY found DESC, 1 LIMIT {_SHOWN}"
_LANGUAGES = f"SELECT language, count(*) AS found FROM document WHERE number IN {_CHOSEN} \
GROUP BY 1 ORDER BY found DESC, 1 LIMIT {_SHOWN}"
_STORIES = f"SELECT story, count(*) AS found FROM story WHERE document IN {_CHOSEN} \
GROUP BY 1 ORDER BY found DESC, 1 LIMIT {_SHOWN}"
_MONTHS = f"SELECT substr(d.published_earliest, 1, 7), substr(d.published_latest, 1, 7), count(*) \
FROM document d WHERE d.number IN {_CHOSEN} AND {_IS_DATED} GROUP BY 1, 2"

_DISPUTED = f"SELECT story, count(*) FROM event WHERE story IN {_CHOSEN} AND story <> '' AND {IS_DISPUTED} \
GROUP BY story"
_TITLES = f"SELECT id, title FROM document WHERE id IN {_CHOSEN}"


class _Counted(msgspec.Struct, frozen=True):
    """How many a query finds in all, and what was counted in how many of them."""

    total: int
    counted: int
    facets: DocumentFacets


class Countings:
    """What was counted last, for whoever goes on to the next page. It belongs to one connection."""

    def __init__(self) -> None:
        self._state: tuple[Value, ...] = ()
        self._found: OrderedDict[tuple[DocumentQuery, int], _Counted] = OrderedDict()

    def find(self, session: Session, query: DocumentQuery, sample: int) -> _Counted:
        """What the query finds, limit and offset aside, in the present state of the file."""
        state = session.state()
        if state != self._state:  # somebody else wrote, or this connection did
            self._state = state
            self._found.clear()
        key = (msgspec.structs.replace(query, limit=None, offset=0), sample)
        if key not in self._found:
            self._found[key] = _count(session, query, sample)
            if len(self._found) > _KEPT:
                self._found.popitem(last=False)
        self._found.move_to_end(key)
        return self._found[key]


def _count(session: Session, query: DocumentQuery, sample: int) -> _Counted:
    where = _conditions(query)
    if not sample:
        total = session.numbers(f"SELECT count(*) {_DOCUMENTS} WHERE {where.sql}", where.values)[0]
        return _Counted(total, 0, DocumentFacets())
    every = _by_day(session, where)
    chosen = [int(number) for number in every[:: max(1, -(-len(every) // sample))]]
    return _Counted(len(every), len(chosen), _facets(session, chosen))


def _by_day(session: Session, where: Clause) -> list[str]:
    """The row numbers of all that is found, by their days; as one text, of which SQLite makes the best."""
    listing = f"SELECT d.number {_DOCUMENTS} WHERE {where.sql} ORDER BY {_FIRST}, d.id"
    found = session.first(f"SELECT group_concat(number) FROM ({listing})", where.values)
    return str(found[0]).split(",") if found and found[0] is not None else []


def documents(session: Session, query: DocumentQuery, sample: int, countings: Countings) -> DocumentSelection:
    """See `Listing.list_documents`."""
    where, found = _conditions(query), countings.find(session, query, sample)
    listing = Clause(f"SELECT d.number {_DOCUMENTS} WHERE ({where.sql})", where.values)
    if query.from_first:  # '~' stands for no day, and sorts behind every day
        order = f"ORDER BY {_FIRST}, d.id LIMIT ? OFFSET ?"
        window = queries.window(query.limit, query.offset)
        page = list(session.numbers(f"{listing.sql} {order}", (*listing.values, *window)))
    else:
        page = _latest_first(session, listing, "", query.limit, query.offset)
    return DocumentSelection(_lines(session, page), found.total, found.counted, found.facets)


def _conditions(query: DocumentQuery) -> Clause:
    clauses = [*_from(query.outlet, query.story), *_in_period(query.since, query.until)]
    if query.language is not None:
        clauses.append(Clause("d.language = ?", (query.language,)))
    if query.copies:
        clauses.append(Clause("d.number IN (SELECT document FROM copy)"))
    if query.text is not None:
        clauses.append(_worded(query.text))
    if query.undated:
        clauses.append(Clause(f"NOT {_IS_DATED}"))
    return queries.together(clauses)


def _from(outlet: str | None, story: str | None) -> list[Clause]:
    clauses = []
    if outlet is not None:
        clauses.append(Clause("d.number IN (SELECT document FROM appearance WHERE outlet = ?)", (outlet,)))
    if story is not None:
        clauses.append(Clause("d.number IN (SELECT document FROM story WHERE story = ?)", (story,)))
    return clauses


def _in_period(since: date | None, until: date | None) -> list[Clause]:
    if since is None and until is None:
        return []
    clauses = [Clause(_IS_DATED)]
    if since is not None:
        clauses.append(Clause("COALESCE(d.published_latest, '~') >= ?", (since.isoformat(),)))
    if until is not None:
        clauses.append(Clause("COALESCE(d.published_earliest, '') <= ?", (until.isoformat(),)))
    return clauses


def _worded(words: str) -> Clause:
    expression = queries.matching(words)
    if expression is None:
        return Clause("FALSE")
    return Clause("d.number IN (SELECT rowid FROM document_fts WHERE document_fts MATCH ?)", (expression,))


def _latest_first(
    session: Session, listing: Clause, within: str, limit: int | None, offset: int
) -> list[int]:
    """A page of row numbers: those of the latest day first, as the index has them, those of no day behind.

    Args:
        listing: a SELECT that ends in its conditions; the document is called ``d`` in it.
        within: the order of what has one document in common.
    """
    most, begin = queries.window(limit, offset)
    order = f"ORDER BY {_FIRST} DESC, d.id DESC{within} LIMIT ? OFFSET ?"
    dated = f"{listing.sql} AND {_IS_DATED}"
    found = list(session.numbers(f"{dated} {order}", (*listing.values, most, begin)))
    if 0 <= most <= len(found):
        return found
    before = session.numbers(f"SELECT count(*) FROM ({dated})", listing.values)[0]
    left = most if most < 0 else most - len(found)
    undated = f"{listing.sql} AND NOT {_IS_DATED} {order}"
    return [*found, *session.numbers(undated, (*listing.values, left, max(0, begin - before)))]


def _lines(session: Session, numbers: Sequence[int]) -> tuple[ListedDocument, ...]:
    among = listed(list(numbers))
    copies: dict[int, list[Copy]] = {}
    taken: list[Any] = session.rows(_COPIES, (among,))
    for number, id, original, kind, share in taken:
        copies.setdefault(number, []).append(Copy(id, original, CopyKind(kind), share))
    found: list[Any] = session.rows(_LINES, (among,))
    rows = {number: _line(row, tuple(copies.get(number, ()))) for number, *row in found}
    return tuple(rows[number] for number in numbers if number in rows)


def _line(row: Sequence[Any], copies: tuple[Copy, ...]) -> ListedDocument:
    id, title, begins, language, earliest, latest, best, clues, outlets, events, figures, story = row
    return ListedDocument(
        id=id,
        title=" ".join((title or "").split()),
        begins=" ".join((begins or "").split()),
        outlets=tuple(sorted(from_json(outlets, tuple[str, ...]))),
        language=language,
        published=Published(interval(earliest, latest), from_json(clues, tuple[Clue, ...]), day(best)),
        events=events,
        figures=figures,
        story=story,
        copies=copies,
    )


def _facets(session: Session, numbers: Sequence[int]) -> DocumentFacets:
    among = listed(list(numbers))

    def counts(statement: str) -> tuple[Count, ...]:
        found: list[Any] = session.rows(statement, (among,))
        return tuple(Count(name, number) for name, number in found)

    days: list[Any] = session.rows(_MONTHS, (among,))
    known = periods.bounds(days)
    return DocumentFacets(
        outlets=counts(_OUTLETS),
        languages=counts(_LANGUAGES),
        stories=counts(_STORIES),
        months=periods.by_month(known),
        years=periods.by_year(known),
    )


def figures(session: Session, query: FigureQuery) -> FigureSelection:
    """See `Listing.list_figures`."""
    where = _figure_conditions(query)
    if query == FigureQuery(about=query.about, limit=query.limit, offset=query.offset) and query.about:
        # An index has these words, and of few that hold them the documents can be looked up
        chosen = session.numbers(f"SELECT c.number FROM claim c WHERE {where.sql}", where.values)
        if len(chosen) <= _FEW:
            source = f"FROM claim c JOIN document d ON d.number = c.document WHERE c.number IN {_CHOSEN}"
            among = Clause(f"SELECT c.number {source}", (listed(list(chosen)),))
            page = _latest_first(session, among, ", c.position", query.limit, query.offset)
            return FigureSelection(tuple(lookup.claims(session, page)), len(chosen))
        return _figures_in_order(session, query, where, len(chosen))
    return _figures_in_order(session, query, where, None)


def _figures_in_order(
    session: Session, query: FigureQuery, where: Clause, total: int | None
) -> FigureSelection:
    """A page of the figures, document after document; ``total`` where it is known."""
    # CROSS JOIN keeps the tables in this order, so that a page needs no sorting of everything.
    source = f"FROM document d CROSS JOIN claim c ON c.document = d.number WHERE ({where.sql})"
    counted = "FROM claim" if where == queries.together([]) else source
    if total is None:
        total = session.numbers(f"SELECT count(*) {counted}", where.values)[0]
    listing = Clause(f"SELECT c.number {source}", where.values)
    page = _latest_first(session, listing, ", c.position", query.limit, query.offset)
    return FigureSelection(tuple(lookup.claims(session, page)), total)


def _figure_conditions(query: FigureQuery) -> Clause:
    clauses = _from(query.outlet, query.story)
    if query.about is not None:
        about, unit = queries.holding("c.about", query.about), queries.holding("c.unit", query.about)
        clauses.append(Clause(f"{about.sql} OR {unit.sql}", about.values + unit.values))
    if query.document is not None:
        clauses.append(Clause("d.id = ?", (query.document,)))
    return queries.together(clauses)


def disputed_in(session: Session, stories: Sequence[str]) -> tuple[Count, ...]:
    """See `Listing.disputed_in`."""
    rows: list[Any] = session.rows(_DISPUTED, (as_json(stories),))
    found = dict(rows)
    return tuple(Count(story, found.get(story, 0)) for story in stories)


def titles(session: Session, documents: Sequence[str]) -> tuple[str, ...]:
    """See `Listing.titles`."""
    rows: list[Any] = session.rows(_TITLES, (as_json(documents),))
    found = dict(rows)
    return tuple(" ".join((found.get(id) or "").split()) for id in documents)
