"""What every store keeps and answers.

The law of this room: a document is wholly there or not there. Everything that belongs to one document
(its text, what was read in it, the events derived from it, the note that its input was handled) is
written in one `transaction`, and no reader, in this process or another, ever sees a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Protocol, Self

import msgspec

from dragoman.terms import (
    Appearance,
    Claim,
    Document,
    Event,
    EventMention,
    EventQuery,
    Interval,
    Judgement,
    Published,
    Reading,
    Skip,
    Telling,
)

EVERYTHING = EventQuery()


class Found(msgspec.Struct, frozen=True):
    """A document that a search found, and the words around the first hits."""

    document: str
    title: str | None
    outlet: str | None
    published: Interval
    snippet: str


class ActorCount(msgspec.Struct, frozen=True):
    """How often somebody acts and is acted upon.

    Attributes:
        entity: id of the entity; ``None`` when nobody known is meant.
        text: the words that name it; for an entity the first of them in alphabetical order.
        as_actor, as_recipient: number of events on either side.
        documents: number of documents these events are told in.
    """

    entity: str | None
    text: str
    country: str | None
    sector: str | None
    as_actor: int
    as_recipient: int
    documents: int


class Count(msgspec.Struct, frozen=True):
    """How many there are of a named sort: documents of an outlet, documents read by a reader."""

    name: str
    number: int


class Summary(msgspec.Struct, frozen=True):
    """What a record holds, in numbers.

    Attributes:
        skipped: inputs that are not for us.
        failed: inputs that should have worked and did not.
        when: first and last day of the dated events.
        published: first and last day of the dated documents.
        undated: events without any date.
        readers: name of each reader used and how many documents it read.
    """

    documents: int
    appearances: int
    event_mentions: int
    events: int
    claims: int
    outlets: int
    skipped: int
    failed: int
    undated: int
    when: Interval
    published: Interval
    readers: tuple[Count, ...]


class Store(Protocol):
    """A record of documents, what was read in them, and the events derived from that.

    Writing is only possible inside `transaction`. Ids of documents, event mentions and events may be
    given by any prefix that only one of them has.
    """

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def close(self) -> None:
        """Let the file go; closing twice is allowed."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """Everything written inside is kept when the block ends well, nothing of it otherwise.

        Leaving the block is the acknowledgment, unless a `batch` is open. One transaction holds one
        document; they do not nest.

        Raises:
            DragomanError: another process kept the file busy for too long, or the disk is full.
            RuntimeError: a transaction is open already.
        """
        ...

    def batch(self) -> AbstractContextManager[None]:
        """Commit the transactions inside together, which is faster; leaving it is the acknowledgment.

        Each transaction still holds or fails alone. An error that leaves the batch does not undo the
        transactions that had ended well before it, with one exception: a disk that is full or fails can
        undo the whole batch, and then nothing more can be written in it and leaving it raises.

        Raises:
            DragomanError: the disk is full or failing, and the batch was undone.
            RuntimeError: a batch or a transaction is open already.
        """
        ...

    def put_document(self, document: Document, key: str) -> bool:
        """Keep a document and note that the input ``key`` is handled; whether the document is new.

        A document whose id is known only gains an `Appearance`, if its origin, outlet or url is new;
        its events are to be merged again then, for their outlets may have changed.
        """
        ...

    def put_reading(self, reading: Reading) -> None:
        """Keep what was read in a document, in place of what was there before.

        The same reading again changes nothing. Another one removes the events derived from the document
        and its copies; `put_events` brings them back.

        Raises:
            DragomanError: the document is not in the record, or two findings share an id.
        """
        ...

    def put_events(self, fingerprint: str, events: Sequence[Event]) -> None:
        """Keep the events derived from the documents with this fingerprint, in place of the former."""
        ...

    def put_skip(self, skip: Skip, key: str) -> None:
        """Note that the input ``key`` was left out, and why."""
        ...

    def put_judgement(self, judgement: Judgement) -> None:
        """Keep a person's decision; the same one again changes nothing. Nothing is derived from it here."""
        ...

    def put_published(self, document: str, published: Published) -> None:
        """Give a document another day of publication, and every place it was met in that had its day.

        What was read in it is not changed; read it again.

        Raises:
            DragomanError: the document is not in the record.
        """
        ...

    def judgements(self, subject: str | None = None) -> tuple[Judgement, ...]:
        """What people decided, about one subject or all, in the order they did."""
        ...

    def retold(self, document: str) -> tuple[Document, ...]:
        """Other documents in which several of this document's sentences stand word for word.

        Only long sentences that tell an event are compared; of many such documents the first are given.
        """
        ...

    def put_meta(self, name: str, value: str) -> None:
        """Keep a remark about the record itself ("world version")."""
        ...

    def known(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that need not be handled again.

        An input that failed is not among them: it may work next time.
        """
        ...

    def meta(self, name: str) -> str | None:
        """A remark about the record itself; ``None`` when there is none."""
        ...

    def tellings(self, fingerprint: str) -> tuple[Telling, ...]:
        """Every event mention of the documents with this fingerprint, by document and place in it."""
        ...

    def document(self, id: str) -> Document:
        """One document.

        Raises:
            UnknownName: no document or more than one has this id or prefix.
        """
        ...

    def documents(
        self, *, outlet: str | None = None, limit: int | None = None, offset: int = 0
    ) -> Iterator[Document]:
        """Documents by first day of publication, then id; undated ones last."""
        ...

    def appearances(self, document: str) -> tuple[Appearance, ...]:
        """Where the document with this id was found, in the order it was met there."""
        ...

    def reading(self, document: str) -> Reading | None:
        """What was read in the document with this id; ``None`` when nobody read it."""
        ...

    def event_mention(self, id: str) -> EventMention:
        """One telling.

        Raises:
            UnknownName: none or more than one has this id or prefix.
        """
        ...

    def events(self, query: EventQuery = EVERYTHING) -> Iterator[Event]:
        """Events that the query asks for, by first possible day, then id; undated ones last.

        The selection is made at the call; events removed while iterating are left out.
        """
        ...

    def count_events(self, query: EventQuery = EVERYTHING) -> int:
        """How many events the query finds, its limit and offset aside."""
        ...

    def event(self, id: str) -> Event:
        """One event.

        Raises:
            UnknownName: none or more than one has this id or prefix.
        """
        ...

    def claims(
        self,
        *,
        document: str | None = None,
        about: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[Claim]:
        """Claims by document and place in it; ``about`` is a part of the words counted or the unit."""
        ...

    def actor_counts(self, *, limit: int | None = None, offset: int = 0) -> tuple[ActorCount, ...]:
        """Who takes part in events, busiest first; one row for each sector an entity acts in."""
        ...

    def search(
        self, text: str, *, limit: int = 20, offset: int = 0, marks: tuple[str, str] = ("[", "]")
    ) -> tuple[Found, ...]:
        """Documents that hold all the words, best first; words in double quotes stand together.

        Args:
            text: what the user typed; nothing in it is an operator.
            limit, offset: at most ``limit`` documents, after ``offset`` others.
            marks: what to put before and behind each hit in the snippet.
        """
        ...

    def outlets(self) -> tuple[Count, ...]:
        """The newspapers and the number of their documents, busiest first."""
        ...

    def skips(self) -> Iterator[Skip]:
        """What was left out, by origin."""
        ...

    def summary(self) -> Summary:
        """What the record holds, in numbers."""
        ...

    def check(self) -> tuple[str, ...]:
        """Look through the whole file for damage; what was found, nothing when it is sound."""
        ...
