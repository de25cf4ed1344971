"""What every store keeps for the merging, and what the merging makes; a part of `Store`.

All of it is derived. What it means is decided elsewhere; here it is kept and looked up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from dragoman.store.answers import Pair, StoryCount
from dragoman.terms import Claim, Copy, Event, Indexed, Link, Telling


class Merging(Protocol):
    """Copies, tellings that are alike, events, and stories.

    Ids are given in full. What is written about ids that are not in the record is left out, and so is
    what is asked about them.
    """

    def put_events(self, mentions: Collection[str], events: Sequence[Event]) -> None:
        """Keep the events derived from these event mentions, in place of the former events of those.

        Every former event that has one of the mentions for a telling goes as a whole: give all that is told
        in it. An event without any telling is not kept. One given without a story belongs to that of its
        documents.
        """
        ...

    def clear_merged(self) -> None:
        """Remove all events and all links, also those between documents.

        Traces, blocks, copies, subjects and stories stay.
        """
        ...

    def mentions(self, document: str) -> tuple[str, ...]:
        """Ids of the event mentions of a document, in order."""
        ...

    def mention_ids(self) -> Iterator[str]:
        """Ids of all event mentions, those kept first before others, a page at a time."""
        ...

    def mentions_beside(self, document: str) -> tuple[str, ...]:
        """Ids of the event mentions of other documents in one event with any of this document's, sorted."""
        ...

    def tellings_of(self, mentions: Collection[str]) -> tuple[Telling, ...]:
        """These event mentions with what their documents bring, by document and place in it."""
        ...

    def claims_of(self, mentions: Collection[str]) -> tuple[Claim, ...]:
        """The claims that belong to these event mentions, by document and place in it."""
        ...

    def put_prints(self, document: str, prints: Sequence[int]) -> None:
        """Keep the prints of a document (signed 64-bit numbers), in place of the former."""
        ...

    def sharing_prints(self, document: str) -> tuple[str, ...]:
        """Ids of the other documents that have a print or the fingerprint in common with this one, sorted.

        A print that more than 64 documents hold is passed over: it is a phrase that newspapers print again
        and again, and would make every two of them a pair.
        """
        ...

    def put_copies(self, document: str, copies: Sequence[Copy]) -> None:
        """Keep every pair this document is a side of, in place of the former."""
        ...

    def copies(self, documents: Collection[str] | None = None) -> tuple[Copy, ...]:
        """All pairs, or those with one of these documents on either side; by copy, then original."""
        ...

    def copy_group(self, documents: Collection[str]) -> tuple[Copy, ...]:
        """All pairs that lead from these documents to others, and on from those; by copy, then original."""
        ...

    def put_indexed(self, document: str, indexed: Sequence[Indexed]) -> None:
        """Keep how the event mentions of a document are found again, in place of the former."""
        ...

    def candidates(self, mentions: Sequence[str]) -> tuple[Pair, ...]:
        """Each pair of one of these and any other telling that share a block, sorted.

        The block is an own one of at least one of the two. To go through all tellings, see
        `members_of_blocks`.
        """
        ...

    def traces(self, mentions: Sequence[str]) -> dict[str, bytes]:
        """The traces of these event mentions, by id."""
        ...

    def all_traces(self) -> Iterator[tuple[str, bytes]]:
        """Every event mention that has a trace, and the trace, a page at a time."""
        ...

    def numbered_traces(self) -> Iterator[tuple[int, bytes]]:
        """Every trace with a number that stands for its event mention, by number, a page at a time."""
        ...

    def members_of_blocks(self) -> Iterator[Sequence[int]]:
        """The members of every block that holds a pair, block after block, a page at a time.

        For each of them twice its number in `numbered_traces`, plus 1 where it is an own block of it; -1
        stands between two blocks of a page.
        """
        ...

    def all_blocks(self) -> Iterator[tuple[int, str, bool]]:
        """Block, event mention, and whether it is an own one, by block, a page at a time."""
        ...

    def put_links(self, mentions: Collection[str], links: Sequence[Link]) -> None:
        """Keep all links that touch these event mentions, in place of the former.

        After `clear_merged` there are none, and without mentions the links are only added.
        """
        ...

    def component(self, mentions: Collection[str], least: float = 0.0) -> tuple[str, ...]:
        """Ids of these event mentions and all that links lead to from them, sorted.

        Args:
            least: follow only links whose score is at least that.
        """
        ...

    def links(self, mentions: Collection[str]) -> tuple[Link, ...]:
        """The links with both ends among these event mentions, sorted."""
        ...

    def doubtful_links(self, least: float, limit: int) -> tuple[Link, ...]:
        """Links that speak against how things stand, at most so many, the strongest first.

        Args:
            least: for the score of two that are in different events, and for 1 minus the score of two that
                are in one.
        """
        ...

    def unsure_mentions(self, most: float, limit: int) -> tuple[str, ...]:
        """Ids of event mentions that alone tell their event, no surer than that, the least sure first."""
        ...

    def rivalled_mentions(self, limit: int) -> tuple[str, ...]:
        """Ids of event mentions where somebody else may be meant, those of events with most reports first."""
        ...

    def events_of(self, mentions: Collection[str]) -> tuple[Event, ...]:
        """The events that these event mentions tell, by id."""
        ...

    def put_subject(self, document: str, data: bytes, keys: Sequence[int]) -> None:
        """Keep what a document is about, and the keys (signed 64-bit numbers) by which it is found.

        It stands in place of the former.
        """
        ...

    def subjects_with(self, keys: Sequence[int]) -> tuple[bytes, ...]:
        """What the documents that have any of these keys are about, each once, in no order."""
        ...

    def subjects(self) -> Iterator[tuple[str, bytes]]:
        """Every document of which it is kept what it is about, and that, a page at a time."""
        ...

    def put_story_links(self, document: str, links: Sequence[Link]) -> None:
        """Keep all links this document is an end of, in place of the former.

        The ends of these links are ids of documents.
        """
        ...

    def story_component(self, documents: Collection[str], least: float = 0.0) -> tuple[str, ...]:
        """Ids of these documents and all that links lead to from them, sorted.

        Args:
            least: follow only links whose score is at least that.
        """
        ...

    def story_links(self, documents: Collection[str]) -> tuple[Link, ...]:
        """The links with both ends among these documents, sorted."""
        ...

    def all_links(self, least: float) -> tuple[Link, ...]:
        """Every link of at least that score, in no order; all of them are held at once."""
        ...

    def put_stories(self, pairs: Mapping[str, str]) -> None:
        """Keep the story of each of these documents, in place of the former; an empty one is none.

        Events told in them belong to the story of their documents from then on; of several stories, to
        that with the smallest id.
        """
        ...

    def stories(self, limit: int | None = None, offset: int = 0) -> tuple[StoryCount, ...]:
        """The stories, those of most documents first."""
        ...

    def story_documents(self, story: str) -> tuple[str, ...]:
        """Ids of the documents of a story, sorted."""
        ...
