"""What stands behind an event: where it was printed, and the sentences it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

import msgspec

from dragoman.store import Store
from dragoman.terms import Appearance, Document, Event, EventMention


class Told(msgspec.Struct, frozen=True):
    """A telling, the document it stands in, and where that was met."""

    mention: EventMention
    document: Document
    appearances: tuple[Appearance, ...]


class Backing(Protocol):
    """Answers what an `Event` alone does not say. Nothing is held in memory."""

    def appearances(self, event: Event) -> Iterable[Appearance]:
        """Where its documents were met, in their order."""
        ...

    def tellings(self, event: Event) -> Iterable[Told]:
        """Its tellings as people corrected them."""
        ...


class NoBacking:
    """Events without a record: there are no addresses and no evidence."""

    def appearances(self, event: Event) -> tuple[Appearance, ...]:
        """None."""
        return ()

    def tellings(self, event: Event) -> tuple[Told, ...]:
        """None."""
        return ()


class RecordBacking:
    """The record that the events are from."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def appearances(self, event: Event) -> Iterator[Appearance]:
        """Where its documents were met, in their order."""
        for document in event.documents:
            yield from self._store.appearances(document)

    def tellings(self, event: Event) -> Iterator[Told]:
        """Its tellings as people corrected them, in their order."""
        from dragoman import merging  # the command line lists the formats without a reader at hand

        told = merging.told(self._store, event.tellings).tellings
        for id in event.tellings:
            if id in told:
                mention = told[id].mention
                document = self._store.document(mention.document)
                yield Told(mention, document, self._store.appearances(document.id))


def urls(appearances: Iterable[Appearance]) -> tuple[str, ...]:
    """The addresses on the web, each once; files and notes have none."""
    given = (each.url for each in appearances if each.url)
    return tuple(dict.fromkeys(url for url in given if url.startswith(("http://", "https://"))))
