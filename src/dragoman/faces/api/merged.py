"""What a record knows beyond single documents: agreement, copies, stories, figures in dispute."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from dragoman.store import Store
from dragoman.terms import Document, DragomanError, Event, EventQuery, Interval

if TYPE_CHECKING:
    from dragoman.disputing import Disputed
    from dragoman.record import Agreement, Change, Family
    from dragoman.record.likeness import Reason

OnProgress = Callable[[str, int, int], None]

# The parts of the program that merge are imported where they are asked: loading them takes longer than most
# answers.


class StoryLine(msgspec.Struct, frozen=True):
    """A story in one line.

    Attributes:
        headline: the title of the document most like the others of its story.
        when: first and last day of its dated events.
        published: first and last day of its dated documents.
        documents, events, outlets: how many.
    """

    id: str
    headline: str
    documents: int
    events: int
    outlets: int
    when: Interval
    published: Interval


class Story(msgspec.Struct, frozen=True):
    """A story with all that belongs to it.

    Attributes:
        documents: by day of publication.
        events: by day.
    """

    line: StoryLine
    documents: tuple[Document, ...]
    events: tuple[Event, ...]


class Likeness(msgspec.Struct, frozen=True):
    """How likely two tellings tell one event, and why.

    Attributes:
        score: 0 to 1; from one half on they are joined, if those around them agree.
        reasons: what speaks for and against, the strongest first.
    """

    score: float
    reasons: tuple[Reason, ...]


class Merged:
    """The part of `Record` that asks what many reports say together."""

    store: Store

    def agreement(self, event: Event) -> tuple[Agreement, ...]:
        """For each field of an event what is taken, who says so, and who says something else."""
        from dragoman import merging

        return merging.agreements(self.store, event)

    def stories(self, *, limit: int | None = None, offset: int = 0) -> Iterator[StoryLine]:
        """What several documents report, the stories of most documents first."""
        for count in self.store.stories(limit, offset):
            documents = _documents(self.store, count.story)
            yield StoryLine(
                id=count.story,
                headline=_headline(self.store, documents),
                documents=count.documents,
                events=count.events,
                outlets=count.outlets,
                when=count.when,
                published=_extent(document.published.reported for document in documents),
            )

    def story(self, id: str) -> Story:
        """A story by its id or that of any of its documents, or the first characters.

        Raises:
            UnknownName: no document, or several, have an id that begins so.
            DragomanError: the document stands alone.
        """
        found = self.story_id(id)
        documents = _documents(self.store, found)
        events = tuple(self.store.events(EventQuery(story=found)))
        outlets = {
            place.outlet for each in documents for place in self.store.appearances(each.id) if place.outlet
        }
        line = StoryLine(
            id=found,
            headline=_headline(self.store, documents),
            documents=len(documents),
            events=len(events),
            outlets=len(outlets),
            when=_extent(event.when for event in events),
            published=_extent(document.published.reported for document in documents),
        )
        return Story(line, documents, events)

    def story_id(self, id: str) -> str:
        """The whole id of a story; see `story`."""
        from dragoman.record import stories

        document = self.store.document(id).id
        if self.store.story_documents(document):
            return document
        # The story has the id of one of the documents that hang together with this one
        for other in self.store.story_component([document], stories.THRESHOLD):
            if document in self.store.story_documents(other):
                return other
        raise DragomanError(f"document {document[:8]} belongs to no story; nobody else reports what it does.")

    def headline(self, story: str) -> str:
        """The title that says best what a story is about, by the whole id of the story."""
        return _headline(self.store, _documents(self.store, story))

    def copies(self) -> tuple[Family, ...]:
        """The documents that were printed more than once: who had each first, and who took it from whom.

        Those of most copies first.
        """
        from dragoman import record

        found = self.store.copies()
        ids = {id for copy in found for id in (copy.document, copy.original)}
        families = [family for family in record.lineage(ids, found) if family.copies]
        return tuple(sorted(families, key=lambda family: (-len(family.copies), family.original)))

    def family(self, id: str) -> Family:
        """A document with all that were taken from it, or the original it was taken from with all its copies.

        Raises:
            UnknownName: no document, or several, have an id that begins so.
        """
        from dragoman import record

        document = self.store.document(id).id
        found = self.store.copy_group([document])
        ids = {document, *(id for copy in found for id in (copy.document, copy.original))}
        return next(each for each in record.lineage(ids, found) if document in each.documents)

    def changes(self, original: str, copy: str) -> tuple[Change, ...]:
        """What a copy left out, added and worded anew, by the ids of the two documents."""
        from dragoman import record

        return record.changes(self.store.document(original), self.store.document(copy))

    def disputes(
        self,
        about: str | None = None,
        *,
        story: str | None = None,
        event: Event | None = None,
        on_progress: OnProgress | None = None,
    ) -> Iterator[Disputed]:
        """The quantities for which voices give figures that cannot all be true, as they are found.

        Args:
            about: a part of the words counted, or of the unit, of one of the figures.
            story: id of the only story to look into.
            event: the only event whose figures are meant.
            on_progress: called with what is being done, how much of it is done, and how much there is.
        """
        from dragoman import disputing

        if event is not None:
            yield from disputing.of_event(self.store, event)
            return
        name = None if story is None else self.story_id(story)
        yield from disputing.in_dispute(self.store, about, name, on_progress)

    def why_same(self, one: str, other: str) -> Likeness:
        """How likely two tellings are taken for one event, and why.

        Args:
            one, other: ids of event mentions, or the first characters.

        Raises:
            UnknownName: no telling, or several, have an id that begins so.
            DragomanError: people rejected one of them, so it is compared with nothing.
        """
        from dragoman import merging
        from dragoman.record import likeness, trace

        ids = [self.store.event_mention(id).id for id in (one, other)]
        told, kept = merging.told(self.store, ids).tellings, self.store.traces(ids)
        for id in ids:
            if id not in told:
                raise DragomanError(
                    f"telling {id[:8]} is compared with none; it was rejected. See: dragoman judgements"
                )
            if id not in kept:
                raise DragomanError(f"telling {id[:8]} was not compared yet. Run: dragoman rebuild")
        first, second = (trace.unpacked(kept[id]) for id in ids)
        return Likeness(likeness.score(first, second), likeness.reasons(first, second))


def _documents(store: Store, story: str) -> tuple[Document, ...]:
    """Those of a story by day of publication, undated ones last."""
    found = [store.document(id) for id in store.story_documents(story)]
    return tuple(sorted(found, key=_day))


def _day(document: Document) -> tuple[str, str]:
    published = document.published.reported
    return str(published.earliest or published.latest or "~"), document.id


def _headline(store: Store, documents: tuple[Document, ...]) -> str:
    """The title of the document that is most like the others, and no copy; of equal ones the first."""
    likeness = dict.fromkeys((document.id for document in documents), 0.0)
    for link in store.story_links(likeness):
        likeness[link.one] += link.score
        likeness[link.other] += link.score
    copies = {copy.document for copy in store.copies(likeness)}

    def rank(document: Document) -> tuple[bool, bool, float]:
        return bool(document.title), document.id not in copies, round(likeness[document.id], 2)

    best = max(documents, key=rank)
    first = best.sentences[0].of(best.text) if best.sentences else ""
    return " ".join((best.title or first).split())


def _extent(intervals: Iterable[Interval]) -> Interval:
    """First and last day that any of the intervals names."""
    days = [day for each in intervals for day in (each.earliest, each.latest) if day]
    return Interval(min(days, default=None), max(days, default=None))
