"""Figures in dispute in a record: what their comparing needs to know of each, portion by portion.

All pairs of a large record would take for ever. So documents are compared in portions, in the order of their
days, and those of one story stand in one portion.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from dragoman.reading.places import Toponym, ToponymSense, find_toponyms
from dragoman.record import stories
from dragoman.record.figures import Dispute, Stated, counted_words, disputes, proper_names
from dragoman.store import Store
from dragoman.terms import Claim, Document, DragomanError, Event, Mention, Span

OnProgress = Callable[[str, int, int], None]

_PORTION = 150  # documents compared together; takes a second or two
# What is common among few documents says nothing, so few are compared beside others of the record.
_BACKGROUND = 60


class Disputed(msgspec.Struct, frozen=True):
    """A dispute with its evidence.

    Attributes:
        dispute: what is counted and who says what.
        figures: each figure with its sentence, document and day, in the order of the voices.
    """

    dispute: Dispute
    figures: tuple[Stated, ...]


class Background:
    """The figures of documents from all over a record, read once for several comparisons."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def figures(self) -> dict[str, tuple[Stated, ...]]:
        """By document; those without figures are left out."""
        found = {}
        for document in _spread(self._store):
            claims = tuple(self._store.claims(document=document))
            if claims:
                found[document] = tuple(_of_document(self._store, document, claims, ""))
        return found


def in_dispute(
    store: Store,
    about: str | None = None,
    story: str | None = None,
    on_progress: OnProgress | None = None,
    background: Background | None = None,
) -> Iterator[Disputed]:
    """The figures in dispute, portion by portion as they are found.

    Args:
        about: a part of the words counted, or of the unit, of one of the figures.
        story: id of the only story to look into.
        on_progress: called with what is being done, how much of it is done, and how much there is.
        background: of the same record, for whoever looks into several stories.
    """
    behind = background or Background(store)
    tell = on_progress or (lambda *_: None)
    wanted = _wanted(store, about, story)
    told_in = _stories(store, wanted)
    total = store.summary().documents if wanted is None else len(wanted)
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        tell("documents", min(done, total), total)

    for portion in _portions(_groups(store, wanted, told_in)):
        for each in _among(store, portion, told_in, behind, step):
            if wanted is None or any(one.claim.id in wanted.get(one.document, ()) for one in each.figures):
                yield each


def of_event(store: Store, event: Event, background: Background | None = None) -> tuple[Disputed, ...]:
    """The figures that belong to an event and are in dispute."""
    claims = store.claims_of(event.tellings)
    own = {claim.id for claim in claims}
    if len({(claim.low, claim.high) for claim in claims}) < 2:
        return ()
    told_in = dict.fromkeys(event.documents, event.story)
    found = _among(store, event.documents, told_in, background or Background(store))
    return tuple(each for each in found if any(one.claim.id in own for one in each.figures))


def _wanted(store: Store, about: str | None, story: str | None) -> dict[str, set[str]] | None:
    """Ids of the claims that are asked for, by document; ``None`` when all are."""
    if about is None and story is None:
        return None
    among = None if story is None else frozenset(store.story_documents(story))
    found: dict[str, set[str]] = {}
    if about is None:
        for id in among or ():
            found[id] = {claim.id for claim in store.claims(document=id)}
        return found
    for claim in store.claims(about=about):
        if among is None or claim.document in among:
            found.setdefault(claim.document, set()).add(claim.id)
    return found


def _stories(store: Store, wanted: Collection[str] | None) -> dict[str, str]:
    """The story of each document that has one; of those wanted, and what hangs together with them."""
    if wanted is None:
        names: Iterable[str] = (each.story for each in store.stories())
    else:  # a story has the id of one of its documents
        names = store.story_component(wanted, stories.THRESHOLD)
    return {id: name for name in names for id in store.story_documents(name)}


def _groups(
    store: Store, wanted: Collection[str] | None, told_in: dict[str, str]
) -> Iterator[tuple[str, ...]]:
    """The documents of a story together, others alone, by day."""
    every = store.documents() if wanted is None else sorted(map(store.document, wanted), key=_day)
    seen: set[str] = set()
    for document in every:
        if document.id not in seen:
            story = told_in.get(document.id)
            group = (document.id,) if story is None else store.story_documents(story)
            seen.update(group)
            yield group


def _day(document: Document) -> str:
    published = document.published.interval
    return str(published.earliest or published.latest or "~")


def _portions(groups: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    portion: list[str] = []
    for group in groups:
        portion += group
        if len(portion) >= _PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def _among(
    store: Store,
    documents: Collection[str],
    told_in: dict[str, str],
    background: Background,
    step: Callable[[], None] | None = None,
) -> tuple[Disputed, ...]:
    """The disputes in which figures of these documents stand; ``step`` is called for each document."""
    claims = {id: found for id in documents if (found := tuple(store.claims(document=id)))}
    values = {(claim.low, claim.high) for found in claims.values() for claim in found}
    if len(values) < 2:
        return ()
    own = set(claims)
    stated: list[Stated] = []
    told = step or (lambda: None)
    for id, found in claims.items():
        stated += _of_document(store, id, found, told_in.get(id, ""))
        told()
    if len(documents) < _BACKGROUND:
        for id, others in background.figures.items():
            if id not in own:
                stated += [msgspec.structs.replace(each, story=told_in.get(id)) for each in others]
    for _ in own.symmetric_difference(documents):  # those without figures
        told()
    figures = {(each.document, each.claim.id): each for each in stated}
    kept = (each for each in disputes(stated) if any(not own.isdisjoint(v.documents) for v in each.voices))
    return tuple(Disputed(each, _evidence(each, figures)) for each in kept)


def _spread(store: Store) -> list[str]:
    """Documents from all over the record."""
    total = store.summary().documents
    places = [number * total // _BACKGROUND for number in range(_BACKGROUND)]
    return [
        document.id for place in dict.fromkeys(places) for document in store.documents(limit=1, offset=place)
    ]


def _evidence(dispute: Dispute, figures: dict[tuple[str, str], Stated]) -> tuple[Stated, ...]:
    """Each once, in the order of the voices."""
    keys = (
        (document, claim)
        for voice in dispute.voices
        for document in voice.documents
        for claim in voice.claims
    )
    return tuple(figures[key] for key in dict.fromkeys(keys) if key in figures)


def _of_document(store: Store, id: str, claims: Sequence[Claim], story: str) -> Iterator[Stated]:
    """The claims of a document with the names around them."""
    document = store.document(id)
    reading = store.reading(id)
    actors = reading.actors if reading else ()
    toponyms = find_toponyms(document)
    around = {*_ids(actors), *_places(toponyms), *proper_names(document.text)}
    outlets = sorted({place.outlet for place in store.appearances(id) if place.outlet})
    for claim in claims:
        yield Stated(
            claim=claim,
            document=id,
            outlet=document.outlet or next(iter(outlets), ""),
            published=document.published.reported,
            sentence=claim.evidence.of(document.text),
            title=document.title or "",
            counted=_counted(document, actors, claim),
            entities=_ids(actors, claim.evidence),
            places=_places(toponyms, claim.evidence),
            around=tuple(sorted(around)),
            event=_event_of(store, claim),
            story=story or None,
        )


def _event_of(store: Store, claim: Claim) -> str | None:
    """Id of the merged event a claim belongs to; none where people rejected the telling."""
    if claim.event is None:
        return None
    try:
        return store.event(claim.event).id
    except DragomanError:
        return None


def _counted(document: Document, actors: Sequence[Mention], claim: Claim) -> tuple[str, ...]:
    """Who is named within the words of the figure."""
    named = [mention for mention in actors if mention.text != mention.text.lower()]
    spans = counted_words(claim, document.text)
    return tuple(sorted({id for span in spans for id in _ids(named, span)}))


def _ids(mentions: Sequence[Mention], within: Span | None = None) -> tuple[str, ...]:
    named = [each for each in mentions if within is None or (each.span and within.overlaps(each.span))]
    return tuple(sorted({id for each in named for id in (each.entity, each.country) if id}))


def _places(toponyms: Sequence[Toponym], within: Span | None = None) -> tuple[str, ...]:
    found = {
        each.place.id
        for each in toponyms
        if each.place and each.sense is ToponymSense.PLACE and (within is None or within.contains(each.span))
    }
    return tuple(sorted(found))
