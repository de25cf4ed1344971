"""What every store keeps and answers.

The law of this room: a document is wholly there or not there. Everything that belongs to one document
(its text, what was read in it, the events derived from it, the note that its input was handled) is
written in one `transaction`, and no reader, in this process or another, ever sees a part of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Protocol, Self

from dragoman.store.answers import ActorCount, Count, Found, Provenance, Summary
from dragoman.store.base_browsing import Browsing
from dragoman.store.base_coded import Coded
from dragoman.store.base_listing import Listing
from dragoman.store.base_merging import Merging
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
    Telling,
)

EVERYTHING = EventQuery()


class Store(Merging, Coded, Browsing, Listing, Protocol):
    """A record of documents, what was read in them, and the events derived from that.

    Writing is only possible inside `transaction`. Where one document, event mention, event or judgement is
    asked for, its id may be given by any prefix that only one of them has. See `Merging`, `Coded`,
    `Browsing` and `Listing` for the rest.
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

    def put_reading(self, reading: Reading, *, world: str = "", code: str = "") -> None:
        """Keep what was read in a document, in place of what was there before.

        The same reading again changes its `Provenance` at most. Another one takes the tellings of this
        document out of their events, and all that the merging kept of them; events without any telling
        are gone. Ask for `mentions_beside` before, and `put_events` after.

        Args:
            world: version of the tables it was read with.
            code: version of the program that read it.

        Raises:
            DragomanError: the document is not in the record, or two findings share an id.
        """
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

    def judgements(
        self, subject: str | None = None, kind: JudgementKind | None = None
    ) -> tuple[Judgement, ...]:
        """What people decided, about one subject or all, of one kind or any, in the order they did."""
        ...

    def judgements_about(self, documents: Collection[str]) -> tuple[Judgement, ...]:
        """What people decided about these documents and the tellings in them, in the order they did.

        Also what names one of these tellings second, and every `UNDO`, whatever it takes back.
        """
        ...

    def judgement(self, id: str) -> Judgement:
        """One decision.

        Raises:
            UnknownName: none or more than one has this id or prefix.
        """
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

    def provenance(self, document: str) -> Provenance | None:
        """Who read the document with this id, and with what; ``None`` when nobody did."""
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
        """One event, by its id or that of any of its tellings.

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
