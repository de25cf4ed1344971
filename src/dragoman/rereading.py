"""Reading documents of a record again with what reads now, and saying what came out differently.

Everything that follows is brought up to date, and what people decided is obeyed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice

import msgspec

from dragoman import merging, pipeline
from dragoman.store import Provenance, Store
from dragoman.terms import (
    Document,
    EventMention,
    EventType,
    Interval,
    Judgement,
    Mention,
    Reading,
    Skip,
)
from dragoman.world import load as load_world

OnProgress = Callable[[str, int, int], None]


class Fate(StrEnum):
    """What became of an event that a document tells."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


class FieldChange(msgspec.Struct, frozen=True):
    """A field that is another now, in words."""

    field: str
    before: str
    after: str


class TellingChange(msgspec.Struct, frozen=True):
    """What became of one telling, as people corrected it.

    Attributes:
        before, after: ``None`` where there was, or is, none.
        words: the sentence it stands in.
        fields: what changed; empty when it was added or is gone.
    """

    fate: Fate
    before: EventMention | None
    after: EventMention | None
    words: str
    fields: tuple[FieldChange, ...] = ()


class Reread(msgspec.Struct, frozen=True):
    """What reading a document again changed.

    Attributes:
        was, now: who read it.
        published: its day before and after, where that is another now.
        figures_added, figures_gone: how many figures.
        lost: judgements that found their telling before and find none any more.
        failed: why it could not be read; it is as it was then.
    """

    document: str
    title: str
    was: Provenance | None
    now: Provenance | None
    changes: tuple[TellingChange, ...] = ()
    published: FieldChange | None = None
    figures_added: int = 0
    figures_gone: int = 0
    lost: tuple[Judgement, ...] = ()
    failed: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be told."""
        return bool(
            self.changes
            or self.published
            or self.figures_added
            or self.figures_gone
            or self.lost
            or self.failed
        )


class TypeCount(msgspec.Struct, frozen=True):
    """How often a type was added, gone and changed."""

    type: EventType
    added: int = 0
    gone: int = 0
    changed: int = 0


def reread(
    store: Store,
    documents: Sequence[str] | None = None,
    *,
    every: bool = False,
    on_progress: OnProgress | None = None,
) -> Iterator[Reread]:
    """Read documents again; what came of each, as it is kept.

    Args:
        documents: their ids; ``None`` for all of the record.
        every: also those that were read with what reads now.
        on_progress: called with what is being done, how much of it is done, and how much there is.
    """
    tell = on_progress or (lambda *_: None)
    # First all of them: their order changes where one is given another day
    ids = documents if documents is not None else [each.id for each in merging.all_documents(store)]
    found = map(store.document, ids)
    done = 0
    while batch := list(islice(found, pipeline.BATCH)):
        due = [document for document in batch if every or is_outdated(store, document.id)]
        yield from _reread(store, due)
        done += len(batch)
        tell("documents", done, len(ids))


def is_outdated(store: Store, document: str) -> bool:
    """Whether a document was not read with the reader, the world and the program of now."""
    before = store.provenance(document)
    return before is None or (before.reader, before.world, before.code) != _reads_now()


def by_type(found: Iterable[Reread]) -> tuple[TypeCount, ...]:
    """The changes counted by type, in the order of PLOVER; one that was given another type counts there."""
    counts: dict[EventType, dict[Fate, int]] = {}
    for change in (change for each in found for change in each.changes):
        told = change.after or change.before
        if told is not None:
            fates = counts.setdefault(told.type, {})
            fates[change.fate] = fates.get(change.fate, 0) + 1
    return tuple(
        TypeCount(type, **{fate.value: number for fate, number in counts[type].items()})
        for type in EventType
        if type in counts
    )


def _reads_now() -> tuple[str, str, str]:
    return pipeline.reader().name, load_world().version, merging.code_version()


def _reread(store: Store, documents: Sequence[Document]) -> Iterator[Reread]:
    dated = [_dated(store, document) for document in documents]
    readings, gists = pipeline.read_with_gists(dated)
    for before, after, reading, own in zip(documents, dated, readings, gists, strict=True):
        if isinstance(reading, Skip):
            was = store.provenance(before.id)
            yield Reread(before.id, before.title or "", was, was, failed=reading.reason)
        else:
            yield _kept(store, before, after, reading, own)


def _dated(store: Store, document: Document) -> Document:
    """The document with the day that what dates it now gives; one that is sure or set by hand stays."""
    chosen = pipeline.judged_day(store, document)
    if chosen is None and not document.published.is_sure:
        chosen = pipeline.undecided(document, store.retold(document.id))
    if chosen is None or chosen == document.published:
        return document
    return msgspec.structs.replace(document, published=chosen)


def _kept(store: Store, before: Document, after: Document, reading: Reading, gists: merging.Gists) -> Reread:
    """Keep what was read and compare it with what was there."""
    was, former = store.provenance(before.id), store.reading(before.id)
    held = merging.decided(store, [before.id])
    olds = held.corrected(former.events if former else ())
    with store.transaction():
        if after is not before:
            store.put_published(before.id, after.published)
        merging.put(store, after, reading, gists)
    now_held = merging.decided(store, [before.id])
    figures, old_figures = ({each.id for each in one.claims} if one else set() for one in (reading, former))
    return Reread(
        document=before.id,
        title=before.title or "",
        was=was,
        now=store.provenance(before.id),
        changes=tuple(_changes(before.text, olds, now_held.corrected(reading.events))),
        published=_changed("published", before.published.interval, after.published.interval),
        figures_added=len(figures - old_figures),
        figures_gone=len(old_figures - figures),
        lost=tuple(each for each in now_held.lost if each not in held.lost),
    )


def _changes(
    text: str, olds: Sequence[EventMention], news: Sequence[EventMention]
) -> Iterator[TellingChange]:
    """What became of each telling, in the order of the text."""
    pairs = _pairs(olds, news)
    former = {new.id: old for old, new in pairs}
    continued = {old.id for old, _ in pairs}
    found = []
    for new in news:
        old = former.get(new.id)
        fields = () if old is None else tuple(_fields(old, new))
        if old is None or fields:
            fate = Fate.ADDED if old is None else Fate.CHANGED
            found.append(TellingChange(fate, old, new, _words(text, new), fields))
    found += [
        TellingChange(Fate.GONE, old, None, _words(text, old)) for old in olds if old.id not in continued
    ]
    yield from sorted(found, key=lambda change: (change.after or change.before or olds[0]).trigger)


def _pairs(
    olds: Sequence[EventMention], news: Sequence[EventMention]
) -> list[tuple[EventMention, EventMention]]:
    """Which telling of now is which of before: the same id, else the same words, first of the same type."""
    by_id = {old.id: old for old in olds}
    pairs = [(by_id[new.id], new) for new in news if new.id in by_id]
    paired = {new.id for _, new in pairs}
    left = [old for old in olds if old.id not in paired]
    for is_alike in (_is_same_act, _is_same_place):
        for new in news:
            if new.id in paired:
                continue
            old = next((old for old in left if is_alike(old, new)), None)
            if old is not None:
                left.remove(old)
                paired.add(new.id)
                pairs.append((old, new))
    return pairs


def _is_same_act(one: EventMention, other: EventMention) -> bool:
    return one.type is other.type and one.trigger.overlaps(other.trigger)


def _is_same_place(one: EventMention, other: EventMention) -> bool:
    return one.trigger.overlaps(other.trigger)


def _fields(old: EventMention, new: EventMention) -> Iterator[FieldChange]:
    """The fields that are others now; a confidence that moved is none."""
    for field, before, after in (
        ("type", old.type.value, new.type.value),
        ("mode", old.mode, new.mode),
        ("status", old.status.value, new.status.value),
        ("actors", _names(old.actors), _names(new.actors)),
        ("recipients", _names(old.recipients), _names(new.recipients)),
        ("when", old.when, new.when),
        ("where", _names([old.where] if old.where else []), _names([new.where] if new.where else [])),
        ("said by", _names(s.source for s in old.said_by), _names(s.source for s in new.said_by)),
    ):
        change = _changed(field, before, after)
        if change is not None:
            yield change


def _changed(field: str, before: str | Interval | None, after: str | Interval | None) -> FieldChange | None:
    first, second = str(before or "none"), str(after or "none")
    return None if first == second else FieldChange(field, first, second)


def _names(mentions: Iterable[Mention]) -> str:
    return ", ".join(
        (each.entity or f'"{each.text}"') + (f" ({each.sector})" if each.sector not in (None, "GOV") else "")
        for each in mentions
    )


def _words(text: str, mention: EventMention) -> str:
    """The sentence of a telling."""
    spans = [span for span in mention.evidence if span.contains(mention.trigger)] or [*mention.evidence[:1]]
    return " ".join((spans[0] if spans else mention.trigger).of(text).split())
