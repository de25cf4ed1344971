"""Judgements as people read them: who, when, what about which sentence, and whether it holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum

import msgspec

from dragoman.faces import wording
from dragoman.faces.judgement_file import documents_of
from dragoman.record.judging import decided, find, standing, taken_back
from dragoman.store import Store
from dragoman.terms import (
    Anchor,
    Document,
    DragomanError,
    Edit,
    EditField,
    EventMention,
    Interval,
    Judgement,
    JudgementKind,
    Mention,
    Status,
    UnknownName,
)
from dragoman.terms.anchor import ADD
from dragoman.world import load

_PLAIN = {
    JudgementKind.SAME: "these tell one event",
    JudgementKind.NOT_SAME: "these tell two events",
    JudgementKind.REJECT: "this tells no such event",
    JudgementKind.NOTE: "a note about this",
}


class JudgementState(StrEnum):
    """Whether a judgement holds."""

    HOLDS = "holds"
    UNDONE = "undone"
    REPLACED = "replaced"  # by a later one about the same
    LOST = "lost"  # it holds, but what it is about is not in the record, or is not read so any more


class ListedJudgement(msgspec.Struct, frozen=True):
    """A judgement with what people need to understand it.

    Attributes:
        state: whether it holds, and `LOST` when it comes to nothing.
        what: what was decided, in plain words.
        sentences: the sentences it is about; the title for a decision about a whole document.
    """

    id: str
    judgement: Judgement
    state: JudgementState
    what: str
    sentences: tuple[str, ...]


def listed(store: Store, only: Collection[str] | None = None) -> tuple[ListedJudgement, ...]:
    """Every judgement of a record, in the order they were made known to it.

    Args:
        only: ids of those that are wanted; all unless said otherwise.
    """
    return _Listing(store, only).rows()


def about(store: Store, rows: Sequence[ListedJudgement], id: str) -> tuple[ListedJudgement, ...]:
    """Those of the rows that are about a document or an event; or a judgement, and what takes it back.

    Args:
        id: of a document, an event or a judgement, or the first characters of it.

    Raises:
        UnknownName: nothing has it.
    """
    found = tuple(row for row in rows if any(name.startswith(id) for name in _names(row))) if id else ()
    return found or _about_event(store, rows, id)


def _names(row: ListedJudgement) -> tuple[str, ...]:
    """The ids by which a judgement is asked for."""
    undone = (row.judgement.subject,) if row.judgement.kind is JudgementKind.UNDO else ()
    return (row.id, *undone, *_documents(row.judgement))


def _about_event(store: Store, rows: Sequence[ListedJudgement], id: str) -> tuple[ListedJudgement, ...]:
    try:
        tellings = [store.event_mention(telling) for telling in store.event(id).tellings]
    except UnknownName:
        store.document(id)  # nobody judged it, or it is not there and says so
        return ()
    found = []
    for row in rows:
        anchors = [anchor for written in _tellings(row.judgement) if (anchor := _anchor(written))]
        if any(find(anchor, tellings) for anchor in anchors):
            found.append(row)
    return tuple(found)


class _Listing:
    """A record's judgements, and what of it they are about."""

    def __init__(self, store: Store, only: Collection[str] | None) -> None:
        self._store = store
        every = store.judgements()
        self._by_id = {judgement.id: judgement for judgement in every}
        self._judgements = [each for id, each in self._by_id.items() if only is None or id in only]
        self._undone = taken_back(every)
        # Of two days for one document the later decision holds
        held = standing(every)
        days = {each.subject: each.id for each in held if each.kind is JudgementKind.PUBLISHED}
        self._standing = {each.id for each in held if days.get(each.subject, each.id) == each.id}
        wanted = {judgement.id for judgement in self._judgements}
        concerned = dict.fromkeys(id for judgement in self._judgements for id in _documents(judgement))
        self._texts = {id: document for id in concerned if (document := self._document(id))}
        shown = [each for each in held if each.id in wanted]
        self._lost = {judgement.id for judgement in decided(self._mentions(), shown).lost}

    def rows(self) -> tuple[ListedJudgement, ...]:
        """See `listed`."""
        return tuple(
            ListedJudgement(each.id, each, self._state(each), self._what(each), self._sentences(each))
            for each in self._judgements
        )

    def _mentions(self) -> list[EventMention]:
        readings = [self._store.reading(id) for id in self._texts]
        return [mention for reading in readings if reading for mention in reading.events]

    def _document(self, id: str) -> Document | None:
        try:
            found = self._store.document(id)
        except UnknownName:
            return None
        return found if found.id == id else None

    def _state(self, judgement: Judgement) -> JudgementState:
        if judgement.id in self._undone:
            return JudgementState.UNDONE
        if judgement.id not in self._standing:
            return JudgementState.REPLACED
        is_here = all(id in self._texts for id in _documents(judgement))
        if judgement.kind is JudgementKind.UNDO:
            is_here = judgement.subject in self._by_id
        return JudgementState.LOST if judgement.id in self._lost or not is_here else JudgementState.HOLDS

    def _what(self, judgement: Judgement) -> str:
        if judgement.kind is JudgementKind.PUBLISHED:
            return (
                f"published {_days(judgement.value)}" if judgement.value else "published: ask the clues again"
            )
        if judgement.kind is JudgementKind.UNDO:
            before = self._by_id.get(judgement.subject)
            said = f"{before.author}, {before.at[:10]}: {self._what(before)}" if before else judgement.subject
            return f"takes back ({said})"
        return _PLAIN.get(judgement.kind) or edit_in_words(judgement.value)

    def _sentences(self, judgement: Judgement) -> tuple[str, ...]:
        if judgement.kind is JudgementKind.PUBLISHED:
            document = self._texts.get(judgement.subject)
            return ((document.title or document.id) if document else judgement.subject,)
        return tuple(self._sentence(telling) for telling in _tellings(judgement))

    def _sentence(self, telling: str) -> str:
        """The sentence in which a telling stands; how it is named where the record has no such sentence."""
        anchor = _anchor(telling)
        document = self._texts.get(anchor.document) if anchor else None
        if anchor is None or document is None:
            return telling
        around = [span for span in document.sentences if span.contains(anchor.span)]
        words = (around[0] if around else anchor.span).of(document.text)
        return " ".join(words.split()) or telling


def edit_in_words(value: str) -> str:
    """What an edit sets: "actor 2: Kazakhstan"; the text itself when it is no edit."""
    try:
        edit = Edit.parse(value)
    except DragomanError:
        return value
    if not edit.names_participant:
        return f"{edit.field}: {_value(edit)}"
    side = edit.field.removesuffix("s")
    who = wording.name(Mention("" if _is_entity(edit.value) else edit.value or "", edit.value))
    if edit.position == ADD:
        return f"one more {side}: {who}"
    return f"{side} {(edit.position or 0) + 1}: {who if edit.value else 'nobody'}"


def _is_entity(value: str | None) -> bool:
    return value in load().entities


def _value(edit: Edit) -> str:
    value = edit.value or ""
    if edit.field is EditField.STATUS:
        return wording.status(Status(value))
    if edit.field is EditField.WHEN:
        return wording.days(edit.interval)
    if edit.field is EditField.WHERE and value:
        country, slash, _ = value.partition("/")
        name = value.replace(":", "/").rpartition("/")[2]
        return wording.place(Mention(name, value, country if slash else None))
    return value or "none"


def _days(value: str) -> str:
    try:
        return str(Interval.parse(value))
    except DragomanError:
        return value


def _documents(judgement: Judgement) -> tuple[str, ...]:
    """Like `documents_of`; none where it cannot be read."""
    try:
        return documents_of(judgement)
    except DragomanError:
        return ()


def _tellings(judgement: Judgement) -> tuple[str, ...]:
    """The tellings that a judgement names."""
    if judgement.kind in (JudgementKind.PUBLISHED, JudgementKind.UNDO):
        return ()
    pair = judgement.kind in (JudgementKind.SAME, JudgementKind.NOT_SAME)
    return (judgement.subject, judgement.value) if pair else (judgement.subject,)


def _anchor(written: str) -> Anchor | None:
    try:
        return Anchor.parse(written)
    except DragomanError:
        return None
