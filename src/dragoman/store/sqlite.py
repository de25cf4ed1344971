"""The store in one SQLite file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, Self, TypeVar

from dragoman.store import counts, events, judgements, lookup, queries, writing
from dragoman.store.answers import ActorCount, Count, Found, Provenance, Summary
from dragoman.store.base import EVERYTHING
from dragoman.store.cells import interval, listed
from dragoman.store.queries import Clause
from dragoman.store.session import Row, Session
from dragoman.store.sqlite_browsing import SqliteBrowsing
from dragoman.store.sqlite_coded import SqliteCoded
from dragoman.store.sqlite_listing import SqliteListing
from dragoman.store.sqlite_merging import SqliteMerging
from dragoman.terms import (
    Appearance,
    Claim,
    Document,
    Event,
    EventMention,
    EventQuery,
    Judgement,
    JudgementKind,
    Published,
    Reading,
    Skip,
    SkipKind,
    Telling,
)

T = TypeVar("T")

_PAGE = 256  # records put together at once while listing

_KNOWN = f"SELECT key FROM intake WHERE key IN (SELECT value FROM json_each(?)) \
AND kind IS NOT '{SkipKind.FAILED}'"
_SKIPS = "SELECT origin, reason, kind FROM intake WHERE outcome = 'skip' ORDER BY origin, key"
# Snippets of the best only: making one takes longer than finding a document. Ids too, which order those of
# one score, are looked up only of those that are as good as the last one wanted.
_SEARCH = """WITH found (number, score) AS MATERIALIZED (
  SELECT rowid, bm25(document_fts) FROM document_fts WHERE document_fts MATCH ?1),
best (number, id, score) AS MATERIALIZED (
  SELECT d.number, d.id, found.score FROM found CROSS JOIN document d ON d.number = found.number
  WHERE found.score <= COALESCE((SELECT score FROM found ORDER BY score LIMIT 1 OFFSET ?6), 9e999)
  ORDER BY 3, 2 LIMIT ?4 OFFSET ?5)
SELECT d.id, d.title, d.outlet, d.published_earliest, d.published_latest,
  snippet(document_fts, 1, ?2, ?3, ' … ', 24)
FROM best CROSS JOIN document d ON d.number = best.number
CROSS JOIN document_fts ON document_fts.rowid = best.number
WHERE document_fts MATCH ?1 ORDER BY best.score, best.id"""


class SqliteStore(SqliteMerging, SqliteCoded, SqliteBrowsing, SqliteListing):
    """See `Store`, whose documentation holds here; made by `open_store`. Belongs to one thread."""

    _outlets: tuple[Row, tuple[Count, ...]] | None = None  # asked for again by each filter for one

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._session.close()

    def transaction(self) -> AbstractContextManager[None]:
        return self._session.transaction()

    def batch(self) -> AbstractContextManager[None]:
        return self._session.batch()

    def put_document(self, document: Document, key: str) -> bool:
        return writing.put_document(self._session, document, key)

    def put_reading(self, reading: Reading, *, world: str = "", code: str = "") -> None:
        writing.put_reading(self._session, reading, world, code)

    def put_skip(self, skip: Skip, key: str) -> None:
        writing.put_skip(self._session, skip, key)

    def put_judgement(self, judgement: Judgement) -> None:
        judgements.put(self._session, judgement)

    def put_published(self, document: str, published: Published) -> None:
        judgements.put_published(self._session, document, published)

    def judgements(
        self, subject: str | None = None, kind: JudgementKind | None = None
    ) -> tuple[Judgement, ...]:
        with self._session.snapshot():
            return judgements.listed(self._session, subject, kind)

    def judgements_about(self, documents: Collection[str]) -> tuple[Judgement, ...]:
        with self._session.snapshot():
            return judgements.about(self._session, documents)

    def judgement(self, id: str) -> Judgement:
        with self._session.snapshot():
            return judgements.one(self._session, id)

    def retold(self, document: str) -> tuple[Document, ...]:
        with self._session.snapshot():
            numbers = self._session.numbers(queries.RETOLD, (document, document))
            return tuple(lookup.documents(self._session, list(numbers)))

    def put_meta(self, name: str, value: str) -> None:
        writing.put_meta(self._session, name, value)

    def known(self, keys: Sequence[str]) -> set[str]:
        with self._session.snapshot():
            return {str(key) for (key,) in self._session.rows(_KNOWN, (listed(keys),))}

    def meta(self, name: str) -> str | None:
        with self._session.snapshot():
            found = self._session.first("SELECT value FROM meta WHERE name = ?", (name,))
        return str(found[0]) if found else None

    def tellings(self, fingerprint: str) -> tuple[Telling, ...]:
        with self._session.snapshot():
            return lookup.tellings(self._session, fingerprint)

    def document(self, id: str) -> Document:
        with self._session.snapshot():
            number = lookup.number_of(self._session, "document", "document", id)
            return lookup.documents(self._session, [number])[0]

    def documents(
        self, *, outlet: str | None = None, limit: int | None = None, offset: int = 0
    ) -> Iterator[Document]:
        numbers = self._numbers(queries.documents(outlet, limit, offset))
        return self._pages(numbers, lookup.documents)

    def appearances(self, document: str) -> tuple[Appearance, ...]:
        with self._session.snapshot():
            return lookup.appearances(self._session, document)

    def reading(self, document: str) -> Reading | None:
        with self._session.snapshot():
            return lookup.reading(self._session, document)

    def provenance(self, document: str) -> Provenance | None:
        with self._session.snapshot():
            return lookup.provenance(self._session, document)

    def event_mention(self, id: str) -> EventMention:
        with self._session.snapshot():
            return lookup.event_mention(self._session, id)

    def events(self, query: EventQuery = EVERYTHING) -> Iterator[Event]:
        return self._pages(self._numbers(queries.selected(query)), lookup.events)

    def count_events(self, query: EventQuery = EVERYTHING) -> int:
        return self._numbers(queries.counted(query))[0]

    def event(self, id: str) -> Event:
        with self._session.snapshot():
            number = events.number_of(self._session, id)
            return lookup.events(self._session, [number])[0]

    def claims(
        self,
        *,
        document: str | None = None,
        about: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[Claim]:
        listing = queries.claims(document, about, limit, offset)
        return self._pages(self._numbers(listing), lookup.claims)

    def actor_counts(self, *, limit: int | None = None, offset: int = 0) -> tuple[ActorCount, ...]:
        with self._session.snapshot():
            return counts.actor_counts(self._session, limit, offset)

    def search(
        self, text: str, *, limit: int = 20, offset: int = 0, marks: tuple[str, str] = ("[", "]")
    ) -> tuple[Found, ...]:
        expression = queries.matching(text)
        if expression is None:
            return ()
        with self._session.snapshot():
            most, begin = queries.window(limit, offset)
            last = 2**63 - 1 if most < 0 else min(begin + most, 2**63) - 1
            found: list[Any] = self._session.rows(_SEARCH, (expression, *marks, most, begin, last))
        return tuple(
            Found(id, title, outlet, interval(earliest, latest), snippet)
            for id, title, outlet, earliest, latest, snippet in found
        )

    def outlets(self) -> tuple[Count, ...]:
        with self._session.snapshot():
            state = self._session.state()
            if self._outlets is None or self._outlets[0] != state:
                self._outlets = (state, counts.outlets(self._session))
            return self._outlets[1]

    def skips(self) -> Iterator[Skip]:
        with self._session.snapshot():
            found: list[Any] = self._session.rows(_SKIPS)
        return (Skip(origin, reason, SkipKind(kind)) for origin, reason, kind in found)

    def summary(self) -> Summary:
        with self._session.snapshot():
            return counts.summary(self._session)

    def check(self) -> tuple[str, ...]:
        with self._session.snapshot():
            damage = [str(line) for (line,) in self._session.rows("PRAGMA integrity_check(20)")]
            orphans: list[Any] = self._session.rows("PRAGMA foreign_key_check")
        lost = [
            f"{table} row {row} belongs to a {parent} that is missing" for table, row, parent, _ in orphans
        ]
        return tuple(line for line in (*damage, *lost) if line != "ok")

    def _numbers(self, clause: Clause) -> Sequence[int]:
        """The one integer column of a SELECT, eight bytes each."""
        with self._session.snapshot():
            return self._session.numbers(clause.sql, clause.values)

    def _pages(
        self, numbers: Sequence[int], load: Callable[[Session, Sequence[int]], list[T]]
    ) -> Iterator[T]:
        """The records of these rows, a page at a time, each page one state of the file."""
        for start in range(0, len(numbers), _PAGE):
            with self._session.snapshot():
                page = load(self._session, list(numbers[start : start + _PAGE]))
            yield from page
