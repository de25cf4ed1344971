"""Keeping the merged record up to date: what follows from the tellings, when tellings or judgements change.

Everything here is derived. Adding a document touches only what hangs together with it by links, and the
result is the one a rebuild from nothing gives: scores belong to pairs, and groups to what hangs together.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from itertools import islice

import msgspec

from dragoman import record
from dragoman.reading.gist.name import gist_name
from dragoman.record import cluster, likeness, stories, trace
from dragoman.record.comparing import compare
from dragoman.store import Store
from dragoman.terms import (
    Anchor,
    Copy,
    Document,
    Event,
    EventMention,
    Indexed,
    Judgement,
    JudgementKind,
    Link,
    Reading,
    Telling,
)
from dragoman.world import load as load_world

Gists = Mapping[str, bytes]

STALE = "merging"  # the remark a record carries whose events were merged by an older program
MERGED_BY = "merged by"  # and that which says by which weights, and by what tellings and stories are found
_FOUND_BY = 2  # to be raised with blocks or keys of stories: what is kept no longer finds what comes in
_ABOUT_TELLINGS = frozenset(
    {JudgementKind.SAME, JudgementKind.NOT_SAME, JudgementKind.REJECT, JudgementKind.EDIT, JudgementKind.UNDO}
)
_ABOUT_ONE = frozenset({JudgementKind.REJECT, JudgementKind.EDIT})  # telling, of a pair or not
_PORTION = 500  # components merged in one transaction on a rebuild


class Decided(msgspec.Struct, frozen=True):
    """What people decided about the tellings of some documents.

    Attributes:
        tellings: the tellings as corrected, by id, of the documents that somebody decided something about.
        documents: ids of those documents.
        same, apart: pairs of tellings joined and parted.
        lost: judgements that find no telling, or nothing in it to change.
    """

    tellings: dict[str, EventMention]
    documents: frozenset[str]
    same: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]
    lost: tuple[Judgement, ...] = ()

    def corrected(self, mentions: Iterable[EventMention]) -> list[EventMention]:
        """The event mentions as people corrected them, rejected ones left out."""
        return [
            self.tellings.get(mention.id, mention)
            for mention in mentions
            if mention.document not in self.documents or mention.id in self.tellings
        ]


class Chorus(msgspec.Struct, frozen=True):
    """Some tellings with what the merging needs to know of them.

    Attributes:
        tellings: by id, as people corrected them; those they rejected are left out.
        originals: for each document that is a copy or has one, the document it goes back to.
    """

    tellings: dict[str, Telling]
    originals: dict[str, str]
    decided: Decided


def put(store: Store, document: Document, reading: Reading, gists: Gists) -> None:
    """Keep what was read in a document, and bring copies, stories and events up to date.

    To be called inside the document's transaction.

    Args:
        gists: of each event mention of the reading.
    """
    _note_weights(store)
    beside = set(store.mentions_beside(document.id))
    beside.update(store.component(store.mentions(document.id), cluster.THRESHOLD))
    store.put_reading(reading, world=load_world().version, code=code_version())
    relatives = find_copies(store, document, reading)
    place_in_story(store, document)
    beside.update(mention for relative in relatives for mention in store.mentions(relative))
    _index(store, document, reading.events, gists)
    _merge_around(store, [document.id], beside)


@cache
def code_version() -> str:
    """The version of the program and of the gists it works out."""
    return f"{version('dragoman')}+{gist_name()}"


def _note_weights(store: Store) -> None:
    """Keep by which weights events are merged; a record merged by others is to be rebuilt."""
    known = store.meta(MERGED_BY)
    if known is None:
        store.put_meta(MERGED_BY, _merged_by())
    elif known != _merged_by():
        store.put_meta(STALE, "stale")


def _merged_by() -> str:
    return f"{likeness.version()}+{_FOUND_BY}"


def obey(store: Store, judgements: Collection[Judgement]) -> None:
    """Bring the record to new judgements about tellings; each document they name is indexed again.

    To be called inside a transaction, after they were put.
    """
    documents = sorted({document for each in judgements for document in _named(store, each)})
    beside: set[str] = set()
    for id in documents:
        reading = store.reading(id)
        if reading is None:
            continue
        beside.update(store.mentions_beside(id))
        beside.update(store.component(store.mentions(id), cluster.THRESHOLD))
        _index(store, store.document(id), reading.events, gists_of(store, reading))
    _merge_around(store, documents, beside)


def find_copies(store: Store, document: Document, reading: Reading) -> set[str]:
    """Find what a document was taken from, and what from it; ids of all that hangs together by that."""
    former = _relatives(store, document.id)
    store.put_prints(document.id, record.prints(document, reading))
    own = record.essence(document, reading)
    found = []
    for id in store.sharing_prints(document.id):
        other = store.document(id)
        copy = record.compare_essences(own, record.essence(other, store.reading(id)))
        if copy is not None:
            found.append(copy)
    store.put_copies(document.id, found)
    return former | _relatives(store, document.id)


def place_in_story(store: Store, document: Document) -> None:
    """Put a document into the story it belongs to, and move others where that changes theirs."""
    moved = set(store.story_component([document.id], stories.THRESHOLD))
    own = stories.subject(document)
    store.put_subject(document.id, stories.packed(own), stories.keys(own))
    others = [stories.unpacked(data) for data in store.subjects_with(stories.sought(own))]
    found = (stories.link(own, other) for other in others if other.document != own.document)
    links = [link for link in found if link is not None]
    store.put_story_links(document.id, links)
    moved.update(store.story_component([*moved, document.id], stories.THRESHOLD))
    store.put_stories(_stories(moved, store.story_links(moved)))


def gists_of(store: Store, reading: Reading) -> dict[str, bytes]:
    """The gists of a reading's event mentions, as they were worked out when it was read."""
    kept = store.traces([mention.id for mention in reading.events])
    return {id: trace.unpacked(data).gist for id, data in kept.items()}


def rebuild(store: Store, on_progress: Callable[[str, int, int], None] | None = None) -> None:
    """Make everything that is derived anew from documents, readings and judgements.

    Args:
        on_progress: called with what is being done, how much of it is done, and how much there is.
    """
    tell = on_progress or (lambda *_: None)
    total = store.summary().documents
    with store.transaction():
        store.put_meta(STALE, "stale")  # so that an interrupted rebuild is made good
        store.clear_merged()
    for number, document in enumerate(all_documents(store), 1):
        reading = store.reading(document.id)
        if reading is not None:
            with store.transaction():
                find_copies(store, document, reading)
                place_in_story(store, document)
                _index(store, document, reading.events, gists_of(store, reading))
        tell("documents", number, total)
    link_and_merge(store, tell)
    with store.transaction():
        store.put_meta(STALE, "")
        store.put_meta(MERGED_BY, _merged_by())


def link_and_merge(store: Store, tell: Callable[[str, int, int], None] = lambda *_: None) -> None:
    """Compare all tellings that are kept with their traces, and make all events of them."""
    _link_all(store, tell)
    _merge_all(store, tell)


def is_stale(store: Store) -> bool:
    """Whether the events were merged by an older program and should be made anew."""
    return store.meta(STALE) == "stale"


def _index(store: Store, document: Document, mentions: Sequence[EventMention], gists: Gists) -> None:
    """Keep how the tellings of a document are found again, as people corrected them."""
    corrected = {each.id: each for each in decided(store, [document.id]).corrected(mentions)}
    found = trace.traces(document, [corrected.get(each.id, each) for each in mentions], gists)
    # A rejected telling meets nobody, but its gist must be known when the rejection is taken back
    store.put_indexed(
        document.id,
        [
            record.indexed(each)
            if each.mention in corrected
            else Indexed(each.mention, trace.packed(each), ())
            for each in found
        ],
    )


def _merge_around(store: Store, documents: Sequence[str], touched: Collection[str]) -> None:
    """Link the tellings of documents, and merge all that hangs together with them or was touched."""
    own = [mention for document in documents for mention in store.mentions(document)]
    store.put_links(own, _links(store, own))
    store.put_links([], _joined(decided(store, documents).same, store.links))
    members = store.component({*own, *touched}, cluster.THRESHOLD)
    everything = sorted({*members, *own, *touched})
    store.put_events(everything, events_among(store, everything))


def _links(store: Store, mentions: Sequence[str]) -> list[Link]:
    """The links of these tellings with those that share a block with them."""
    pairs = store.candidates(mentions)
    data = store.traces(list({id for pair in pairs for id in (pair.one, pair.other)}))
    traces = {id: trace.unpacked(packed) for id, packed in data.items()}
    known = [(pair.one, pair.other) for pair in pairs if pair.one in traces and pair.other in traces]
    return likeness.links(traces, known) if known else []


def _joined(
    same: Iterable[tuple[str, str]], known: Callable[[Collection[str]], Sequence[Link]]
) -> list[Link]:
    """Links for what people joined, so that it hangs together."""
    return [
        Link(one, other, 1.0) for one, other in same if all(link.score < 1.0 for link in known((one, other)))
    ]


def told(store: Store, mentions: Collection[str]) -> Chorus:
    """These tellings as people corrected them, with what their documents were taken from."""
    found = {telling.mention.id: telling for telling in store.tellings_of(mentions)}
    documents = {telling.mention.document for telling in found.values()}
    known = decided(store, sorted(documents))
    corrected = known.corrected(telling.mention for telling in found.values())
    tellings = {
        mention.id: msgspec.structs.replace(found[mention.id], mention=mention) for mention in corrected
    }
    return Chorus(tellings, _originals(documents, store.copy_group(documents)), known)


def agreements(store: Store, event: Event) -> tuple[record.Agreement, ...]:
    """For each field of an event, every account of it and who gives it."""
    found = told(store, event.tellings)
    return record.agreements(found.tellings.values(), found.originals)


def events_among(store: Store, mentions: Collection[str]) -> list[Event]:
    """The events that these tellings tell; all that hangs together with each of them must be among them."""
    found = told(store, mentions)
    tellings, known = found.tellings, found.decided
    groups = cluster.clusters(tellings, store.links(tellings), known.same, known.apart)
    return [record.event_of([tellings[id] for id in group], found.originals) for group in groups]


def _originals(documents: Iterable[str], copies: Sequence[Copy]) -> dict[str, str]:
    """For each document that is a copy or has one, the document it goes back to."""
    every = {id for copy in copies for id in (copy.document, copy.original)}
    families = record.lineage(every, copies)
    return {id: family.original for family in families for id in family.documents}


def decided(store: Store, documents: Sequence[str]) -> Decided:
    """What people decided about the tellings of these documents."""
    judgements = [each for each in store.judgements_about(documents) if each.kind in _ABOUT_TELLINGS]
    if all(each.kind is JudgementKind.UNDO for each in judgements):
        return Decided({}, frozenset(), (), ())
    named = sorted({id for each in judgements for id in _anchored(each)})
    judgements += [each for each in store.judgements_about(named) if each.kind in _ABOUT_ONE]
    readings = [reading for id in named if (reading := store.reading(id)) is not None]
    mentions = [mention for reading in readings for mention in reading.events]
    pairs = record.decided(mentions, judgements)
    tellings = {mention.id: mention for mention in record.obeyed(mentions, judgements)}
    documents_judged = frozenset(reading.document for reading in readings)
    return Decided(tellings, documents_judged, pairs.same, pairs.apart, pairs.lost)


def _named(store: Store, judgement: Judgement) -> list[str]:
    """The documents whose tellings a judgement, or the one it takes back, is about."""
    if judgement.kind is JudgementKind.UNDO:
        return _named(store, store.judgement(judgement.subject))
    return _anchored(judgement)


def _anchored(judgement: Judgement) -> list[str]:
    """The documents that the tellings named in a judgement stand in."""
    if judgement.kind not in _ABOUT_TELLINGS or judgement.kind is JudgementKind.UNDO:
        return []
    found = [Anchor.parse(judgement.subject).document]
    if judgement.kind in (JudgementKind.SAME, JudgementKind.NOT_SAME):
        found.append(Anchor.parse(judgement.value).document)
    return found


def _relatives(store: Store, document: str) -> set[str]:
    """Ids of the other documents that hang together with this one by copies."""
    copies = store.copy_group([document])
    return {id for copy in copies for id in (copy.document, copy.original)} - {document}


def _stories(documents: Collection[str], links: Sequence[Link]) -> dict[str, str]:
    """The story of each document: the smallest id of those that tell it; none where one tells it alone."""
    groups = stories.stories(documents, links)
    return {id: group[0] if len(group) > 1 else "" for group in groups for id in group}


def all_documents(store: Store) -> Iterator[Document]:
    """Every document, a page at a time, so that writing in between does no harm."""
    offset = 0
    while page := list(store.documents(limit=_PORTION, offset=offset)):
        yield from page
        offset += len(page)


def _link_all(store: Store, tell: Callable[[str, int, int], None]) -> None:
    total = store.summary().event_mentions
    for found in compare(store.numbered_traces(), store.members_of_blocks(), store.traces):
        with store.transaction():
            store.put_links([], found.links)
        tell("tellings compared", found.done, total)
    with store.transaction():
        store.put_links([], _joined(_all_joined(store), store.links))


def _all_joined(store: Store) -> tuple[tuple[str, str], ...]:
    """Every pair of tellings that people joined."""
    documents = sorted({id for each in store.judgements(kind=JudgementKind.SAME) for id in _anchored(each)})
    return decided(store, documents).same if documents else ()


def _merge_all(store: Store, tell: Callable[[str, int, int], None]) -> None:
    """The events of all tellings, component by component."""
    ids = list(store.mention_ids())
    found = cluster.components(ids, store.all_links(cluster.THRESHOLD), (), cluster.THRESHOLD)
    # What was kept together lies together in the file; ids are digests, by which one would read all over it
    place = {id: number for number, id in enumerate(ids)}
    found.sort(key=lambda part: min(place[id] for id in part))
    parts, done = iter(found), 0
    while portion := list(islice(parts, _PORTION)):
        members = [id for part in portion for id in part]
        events = events_among(store, members)
        with store.transaction():
            store.put_events(members, events)
        done += len(members)
        tell("tellings merged", done, len(ids))
