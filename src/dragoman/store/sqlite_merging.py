"""The part of the store in one SQLite file that serves the merging."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from dragoman.store import copying, doubtful, lookup, merging, stories, subjects
from dragoman.store.answers import Pair, StoryCount
from dragoman.store.events import mentions_beside, put_events
from dragoman.store.links import STORIES, TELLINGS, among, component, every, put_links
from dragoman.store.session import Session
from dragoman.terms import Claim, Copy, Event, Indexed, Link, Telling


class SqliteMerging:
    """See `Merging`, whose documentation holds here."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put_events(self, mentions: Collection[str], events: Sequence[Event]) -> None:
        put_events(self._session, mentions, events)

    def clear_merged(self) -> None:
        merging.clear(self._session)

    def mentions(self, document: str) -> tuple[str, ...]:
        with self._session.snapshot():
            return merging.mentions(self._session, document)

    def mention_ids(self) -> Iterator[str]:
        return merging.mention_ids(self._session)

    def mentions_beside(self, document: str) -> tuple[str, ...]:
        with self._session.snapshot():
            return mentions_beside(self._session, document)

    def tellings_of(self, mentions: Collection[str]) -> tuple[Telling, ...]:
        with self._session.snapshot():
            return lookup.tellings_of(self._session, mentions)

    def claims_of(self, mentions: Collection[str]) -> tuple[Claim, ...]:
        with self._session.snapshot():
            return lookup.claims_of(self._session, mentions)

    def put_prints(self, document: str, prints: Sequence[int]) -> None:
        copying.put_prints(self._session, document, prints)

    def sharing_prints(self, document: str) -> tuple[str, ...]:
        with self._session.snapshot():
            return copying.sharing_prints(self._session, document)

    def put_copies(self, document: str, copies: Sequence[Copy]) -> None:
        copying.put_copies(self._session, document, copies)

    def copies(self, documents: Collection[str] | None = None) -> tuple[Copy, ...]:
        with self._session.snapshot():
            return copying.copies(self._session, documents)

    def copy_group(self, documents: Collection[str]) -> tuple[Copy, ...]:
        with self._session.snapshot():
            return copying.group(self._session, documents)

    def put_indexed(self, document: str, indexed: Sequence[Indexed]) -> None:
        merging.put_indexed(self._session, document, indexed)

    def candidates(self, mentions: Sequence[str]) -> tuple[Pair, ...]:
        with self._session.snapshot():
            return merging.candidates(self._session, mentions)

    def traces(self, mentions: Sequence[str]) -> dict[str, bytes]:
        with self._session.snapshot():
            return merging.traces(self._session, mentions)

    def all_traces(self) -> Iterator[tuple[str, bytes]]:
        return merging.all_traces(self._session)

    def numbered_traces(self) -> Iterator[tuple[int, bytes]]:
        return merging.numbered_traces(self._session)

    def members_of_blocks(self) -> Iterator[Sequence[int]]:
        return merging.members_of_blocks(self._session)

    def all_blocks(self) -> Iterator[tuple[int, str, bool]]:
        return merging.all_blocks(self._session)

    def put_links(self, mentions: Collection[str], links: Sequence[Link]) -> None:
        put_links(self._session, TELLINGS, mentions, links)

    def component(self, mentions: Collection[str], least: float = 0.0) -> tuple[str, ...]:
        with self._session.snapshot():
            return component(self._session, TELLINGS, mentions, least)

    def links(self, mentions: Collection[str]) -> tuple[Link, ...]:
        with self._session.snapshot():
            return among(self._session, TELLINGS, mentions)

    def doubtful_links(self, least: float, limit: int) -> tuple[Link, ...]:
        with self._session.snapshot():
            return doubtful.links(self._session, least, limit)

    def unsure_mentions(self, most: float, limit: int) -> tuple[str, ...]:
        with self._session.snapshot():
            return doubtful.alone(self._session, most, limit)

    def rivalled_mentions(self, limit: int) -> tuple[str, ...]:
        with self._session.snapshot():
            return doubtful.rivalled(self._session, limit)

    def events_of(self, mentions: Collection[str]) -> tuple[Event, ...]:
        with self._session.snapshot():
            return doubtful.events_of(self._session, mentions)

    def put_subject(self, document: str, data: bytes, keys: Sequence[int]) -> None:
        subjects.put(self._session, document, data, keys)

    def subjects_with(self, keys: Sequence[int]) -> tuple[bytes, ...]:
        with self._session.snapshot():
            return subjects.having(self._session, keys)

    def subjects(self) -> Iterator[tuple[str, bytes]]:
        return subjects.everything(self._session)

    def put_story_links(self, document: str, links: Sequence[Link]) -> None:
        put_links(self._session, STORIES, [document], links)

    def story_component(self, documents: Collection[str], least: float = 0.0) -> tuple[str, ...]:
        with self._session.snapshot():
            return component(self._session, STORIES, documents, least)

    def story_links(self, documents: Collection[str]) -> tuple[Link, ...]:
        with self._session.snapshot():
            return among(self._session, STORIES, documents)

    def all_links(self, least: float) -> tuple[Link, ...]:
        with self._session.snapshot():
            return every(self._session, TELLINGS, least)

    def put_stories(self, pairs: Mapping[str, str]) -> None:
        stories.put(self._session, pairs)

    def stories(self, limit: int | None = None, offset: int = 0) -> tuple[StoryCount, ...]:
        with self._session.snapshot():
            return stories.listing(self._session, limit, offset)

    def story_documents(self, story: str) -> tuple[str, ...]:
        with self._session.snapshot():
            return stories.documents(self._session, story)
