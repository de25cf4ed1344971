"""What people decide: kept for good, and obeyed at once by everything that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from dragoman import merging, pipeline, record
from dragoman.store import Store
from dragoman.terms import (
    Anchor,
    Document,
    DragomanError,
    Edit,
    Interval,
    Judgement,
    JudgementKind,
)


def judge_day(store: Store, document: str, value: str, author: str, remark: str = "") -> Document:
    """Date a document by hand, or take that back with an empty value; what counts from its day is read again.

    Args:
        document: its id.
        value: the day or days as `Interval.parse` reads them.

    Raises:
        UnknownName: no such document.
        DragomanError: the value is no date or lies ahead, or there is nothing to take back.
    """
    found = store.document(document)
    _check_day(value, is_decided=pipeline.judged_day(store, found) is not None)
    judgement = Judgement(JudgementKind.PUBLISHED, found.id, value, author, _now(), remark)
    with store.transaction():
        store.put_judgement(judgement)
        _obey_day(store, found)
    pipeline.date_by_others(store, [found.id])
    return store.document(found.id)


def judge_same(store: Store, one: str, other: str, author: str, *, same: bool, remark: str = "") -> Judgement:
    """Say whether two tellings tell one event.

    Args:
        one, other: ids of the event mentions.
    """
    kind = JudgementKind.SAME if same else JudgementKind.NOT_SAME
    first, second = sorted((_anchor(store, one), _anchor(store, other)))
    return judge(store, Judgement(kind, first, second, author, _now(), remark))


def reject(store: Store, mention: str, author: str, remark: str = "") -> Judgement:
    """Say that a telling tells no event."""
    anchor = _anchor(store, mention)
    return judge(store, Judgement(JudgementKind.REJECT, anchor, "", author, _now(), remark))


def edit(store: Store, mention: str, change: Edit, author: str, remark: str = "") -> Judgement:
    """Correct a field of a telling."""
    anchor = _anchor(store, mention)
    return judge(store, Judgement(JudgementKind.EDIT, anchor, str(change), author, _now(), remark))


def note(store: Store, mention: str, author: str, remark: str) -> Judgement:
    """Keep a remark about a telling; nothing follows from it."""
    anchor = _anchor(store, mention)
    return judge(store, Judgement(JudgementKind.NOTE, anchor, "", author, _now(), remark))


def undo(store: Store, judgement: str, author: str, remark: str = "") -> Judgement:
    """Take a judgement back.

    Args:
        judgement: its id, or the first characters of it.

    Raises:
        UnknownName: no judgement, or several, have an id that begins so.
        DragomanError: it was taken back already.
    """
    found = store.judgement(judgement)
    if found.id in record.taken_back(store.judgements()):
        raise DragomanError(f"judgement {found.id} was taken back already.")
    return judge(store, Judgement(JudgementKind.UNDO, found.id, "", author, _now(), remark))


def judge(store: Store, judgement: Judgement) -> Judgement:
    """Keep a judgement and obey it.

    Raises:
        DragomanError: it says nothing that can be understood.
    """
    record.check(judgement)
    with store.transaction():
        store.put_judgement(judgement)
        obey(store, [judgement])
    return judgement


def obey(store: Store, judgements: Sequence[Judgement]) -> None:
    """Bring the record to judgements that were just kept; inside a transaction."""
    days = sorted({id for each in judgements if (id := _dates(store, each)) is not None})
    for id in days:
        _obey_day(store, store.document(id))
    merging.obey(store, [each for each in judgements if _dates(store, each) is None])


def _dates(store: Store, judgement: Judgement) -> str | None:
    """The document of the record whose day a judgement decides, or takes back a decision about."""
    if judgement.kind is JudgementKind.UNDO:
        return _dates(store, store.judgement(judgement.subject))
    return judgement.subject if judgement.kind is JudgementKind.PUBLISHED else None


def _obey_day(store: Store, document: Document) -> None:
    """Give a document the day that holds now: a person's, or else the one it says itself."""
    chosen = pipeline.judged_day(store, document)
    pipeline.redate(store, document, chosen or pipeline.undecided(document, store.retold(document.id)))


def _check_day(value: str, *, is_decided: bool) -> None:
    days = Interval.parse(value) if value else Interval()
    if not value and not is_decided:
        raise DragomanError("nobody has dated this document by hand, so there is nothing to take back")
    if value and days.is_unknown:
        raise DragomanError(f"{value!r} names no day. Expected one such as 2022-10-07 or 2022-10.")
    if days.earliest and days.earliest > pipeline.today():
        raise DragomanError(f"{value} lies ahead of today. Expected the day the document was published.")


def _anchor(store: Store, mention: str) -> str:
    return str(Anchor.of(store.event_mention(mention)))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
