"""A record as a Python object."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, Unpack

import msgspec

from dragoman.faces.api.days import checked
from dragoman.faces.api.frames import to_arrow, to_pandas, to_polars
from dragoman.faces.api.judging import Judging
from dragoman.faces.api.merged import Merged, OnProgress
from dragoman.faces.api.modelled import Modelled
from dragoman.faces.api.query import EventFilters, build_query
from dragoman.faces.nearest import nearest
from dragoman.store import ActorCount, Count, Found, Store, Summary, open_store
from dragoman.terms import (
    Appearance,
    BrokenRecord,
    Claim,
    Document,
    Event,
    EventMention,
    EventQuery,
    Reading,
    Skip,
    Translation,
    UnknownName,
)

if TYPE_CHECKING:
    from datetime import date

    import pandas
    import polars
    import pyarrow

    from dragoman.faces.brief import Brief
    from dragoman.intake import AddReport, Progress
    from dragoman.sources import SourceOptions

# The pipeline is imported where something is added: asking a record needs no reader, and loading one takes
# longer than most answers.


class Events:
    """The events a query finds. Iterate over it as often as needed; nothing is held in memory."""

    def __init__(self, store: Store, query: EventQuery) -> None:
        self._store = store
        self.query = query

    def __iter__(self) -> Iterator[Event]:
        return self._store.events(self.query)

    def __len__(self) -> int:
        """How many there are, limit and offset taken into account."""
        found = max(0, self._store.count_events(self.query) - self.query.offset)
        return found if self.query.limit is None else min(found, self.query.limit)

    @property
    def total(self) -> int:
        """How many pass the filters, limit and offset aside."""
        return self._store.count_events(self.query)

    def to_arrow(self) -> pyarrow.Table:
        """One row an event, as in the CSV export. Needs ``pip install dragoman[frames]``."""
        return to_arrow(self)

    def to_pandas(self) -> pandas.DataFrame:
        """One row an event, as in the CSV export. Needs ``pip install dragoman[frames]``."""
        return to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """One row an event, as in the CSV export. Needs ``pip install dragoman[frames]``."""
        return to_polars(self)


class SourcedTelling(msgspec.Struct, frozen=True):
    """One telling of an event with the document it stands in."""

    mention: EventMention
    document: Document
    appearances: tuple[Appearance, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The evidence as written."""
        return tuple(span.of(self.document.text) for span in self.mention.evidence)


class Record(Merged, Judging, Modelled):
    """A sourced record of who did what to whom, in one file. Made by `open_record`.

    Use it as a context manager, or `close` it. It belongs to the thread that opened it.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self.store.close()

    def add(
        self,
        *places: str | Path | Document,
        options: SourceOptions | None = None,
        jobs: int | None = 1,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> AddReport:
        """Read files, folders, globs, addresses and documents into the record.

        Reading the same pile again changes nothing. Bad input is reported and never stops the rest.

        Args:
            places: what `dragoman add` takes, and documents laid out already (``read(...).document``, those
                of another record).
            options: field names, limits, what is known about everything found.
            jobs: processes to read in; ``None`` takes one for each core.
            on_progress: called once for each input.

        Raises:
            TypeError: something else was given.
        """
        from dragoman import pipeline
        from dragoman.engines import choose

        for place in places:
            if not isinstance(place, (str, Path, Document)):
                raise TypeError(f"add takes paths, addresses and documents, not {type(place).__name__}")
        checked(options.published if options else None)
        engine = choose(jobs, preload=pipeline.reader)
        return pipeline.add(self.store, places, engine, options, on_progress)

    def add_bytes(
        self,
        name: str,
        stream: BinaryIO,
        *,
        options: SourceOptions | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> AddReport:
        """Read bytes at hand into the record: an upload, a member of something else.

        Args:
            name: a file name; it tells the kind, and is how you will recognise them. Nothing is opened by it.
            stream: the bytes.
            options, on_progress: as in `add`.
        """
        from dragoman import pipeline, sources
        from dragoman.engines import choose

        checked(options.published if options else None)
        found = sources.find_in(name, stream, options or sources.SourceOptions())
        return pipeline.add_found(self.store, found, choose(1), on_progress)

    def add_text(
        self,
        text: str,
        *,
        origin: str,
        title: str | None = None,
        url: str | None = None,
        outlet: str | None = None,
        published: str | None = None,
    ) -> AddReport:
        """Read one text at hand into the record; ``origin`` is how you will recognise it."""
        from dragoman import pipeline
        from dragoman.engines import choose
        from dragoman.intake import clipping_of

        clipping = clipping_of(
            text, origin=origin, title=title, url=url, outlet=outlet, published=checked(published)
        )
        return pipeline.add_found(self.store, [clipping], choose(1))

    def events(self, **filters: Unpack[EventFilters]) -> Events:
        """The events that pass every filter, by day.

        Raises:
            UnknownName: a filter, actor, type or status nobody knows, or an outlet that is not in the
                record, with the nearest known ones.
            DragomanError: a day or number that is none.
        """
        query = build_query(**filters)
        if query.outlet is not None:
            query = msgspec.structs.replace(query, outlet=self._outlet(query.outlet))
        if query.story is not None:
            query = msgspec.structs.replace(query, story=self.story_id(query.story))
        return Events(self.store, query)

    def _outlet(self, written: str) -> str:
        """The outlet as the record spells it."""
        known = [count.name for count in self.store.outlets()]
        for name in known:
            if name.casefold() == written.casefold():
                return name
        raise UnknownName("outlet", written, nearest(written, known))

    def event(self, id: str) -> Event:
        """One event by its id, that of any of its tellings, or the first characters.

        Raises:
            UnknownName: no event, or several, have an id that begins so.
        """
        return self.store.event(id)

    def tellings(self, event: Event) -> tuple[SourcedTelling, ...]:
        """Where an event is told, as people corrected it, with the documents and where those were met."""
        from dragoman import merging

        told = merging.told(self.store, event.tellings).tellings
        return tuple(self._sourced(told[id].mention) for id in event.tellings if id in told)

    def _sourced(self, mention: EventMention) -> SourcedTelling:
        document = self.store.document(mention.document)
        return SourcedTelling(mention, document, self.store.appearances(document.id))

    def document(self, id: str) -> Document:
        """One document by its id or the first characters of it."""
        return self.store.document(id)

    def documents(self, *, outlet: str | None = None, limit: int | None = None) -> Iterator[Document]:
        """The documents, oldest first."""
        return self.store.documents(outlet=outlet, limit=limit)

    def appearances(self, document: Document) -> tuple[Appearance, ...]:
        """Where a document was met."""
        return self.store.appearances(document.id)

    def reading(self, document: Document) -> Reading | None:
        """What was read in a document."""
        return self.store.reading(document.id)

    def translation(self, document: Document) -> Translation:
        """From which language a document seems to be translated, and which of its words are doubtful."""
        from dragoman.reading import as_translation

        return as_translation(document, self.reading(document))

    def claims(
        self, *, document: str | None = None, about: str | None = None, limit: int | None = None
    ) -> Iterator[Claim]:
        """The figures stated, in the order of the documents."""
        return self.store.claims(document=document, about=about, limit=limit)

    def actors(self, *, limit: int | None = None) -> tuple[ActorCount, ...]:
        """Who takes part in events and how often, busiest first."""
        return self.store.actor_counts(limit=limit)

    def search(self, text: str, *, limit: int = 20) -> tuple[Found, ...]:
        """Documents that hold the words, best first."""
        return self.store.search(text, limit=limit)

    def outlets(self) -> tuple[Count, ...]:
        """The newspapers and how many documents each has."""
        return self.store.outlets()

    def skips(self) -> Iterator[Skip]:
        """What was left out and why."""
        return self.store.skips()

    def summary(self) -> Summary:
        """What the record holds, in numbers."""
        return self.store.summary()

    def brief(
        self,
        about: str | None = None,
        *,
        other: str | None = None,
        story: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        at: str | date | None = None,
        most: int = 40,
    ) -> Brief:
        """A cited account of a side, of two sides or of a story over a period.

        Args:
            about, other: the sides, written in any way the world knows.
            story: id of a story or of any of its documents, or the first characters.
            since, until: days, inclusive: YYYY, YYYY-MM or YYYY-MM-DD.
            at: as of the end of which day the sides are measured; the last of the period unless said
                otherwise.
            most: events told by day at most; of other kinds fewer.

        Raises:
            UnknownName: a side or a story nobody knows.
            DragomanError: neither a side nor a story is named, or a day is none.
        """
        from dragoman.faces.brief.build import build

        return build(self, about, other=other, story=story, since=since, until=until, at=at, most=most)


def open_record(
    path: str | Path,
    *,
    create: bool = True,
    read_only: bool = False,
    on_progress: OnProgress | None = None,
) -> Record:
    """The record in a file; made when absent.

    The events of a record that an older program merged are made anew, which takes a while.

    Args:
        path: the file, by custom ``NAME.dragoman``; ``":memory:"`` for one that is not kept.
        create: whether to make it when it is not there.
        read_only: never write, not even to bring an older file up to date.
        on_progress: called while events are made anew, with what is being done, how much of it is done, and
            how much there is.

    Raises:
        BrokenRecord: the file is not a record, is damaged, is newer than this program, or is to be brought
            up to date and may not be written.
    """
    record = Record(open_store(path, create=create, read_only=read_only))
    if not record.is_stale:
        return record
    if read_only:
        record.close()
        raise BrokenRecord(
            f"the events of {path} were merged by an older program, or their merging was interrupted. "
            f"Make them anew with: dragoman rebuild --record {path}"
        )
    try:
        record.rebuild(on_progress=on_progress)
    except BaseException:
        record.close()
        raise
    return record
