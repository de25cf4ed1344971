"""What people decide is kept, checked and obeyed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dragoman import deciding
from dragoman.store import Store, open_store
from dragoman.terms import (
    Anchor,
    DragomanError,
    Edit,
    EditField,
    Event,
    Judgement,
    JudgementKind,
    Status,
    UnknownName,
)
from tests.piles import EXPELLED, SHELLED, SHELLING, derived, put, report

ONE, OTHER, FAR = report(SHELLED), report(SHELLING, outlet="Volna"), report(EXPELLED, outlet="Volna")
FIRST, SECOND, THIRD = (each.reading.events[0] for each in (ONE, OTHER, FAR))


@pytest.fixture
def store() -> Iterator[Store]:
    """Two tellings of one event, and one of another."""
    with open_store(":memory:") as store:
        put(store, ONE, OTHER, FAR)
        yield store


def of(store: Store, mention: str) -> Event:
    """The event that is told there."""
    return store.event(mention)


def test_two_tellings_are_one(store: Store) -> None:
    """Whichever is named first; what hangs on them comes along."""
    made = deciding.judge_same(store, THIRD.id, FIRST.id, "Aigul", same=True, remark="one evening")
    assert of(store, THIRD.id).tellings == tuple(sorted((FIRST.id, SECOND.id, THIRD.id)))
    assert (made.kind, made.author, made.remark) == (JudgementKind.SAME, "Aigul", "one evening")
    assert [made.subject, made.value] == sorted([str(Anchor.of(FIRST)), str(Anchor.of(THIRD))])
    assert store.judgements() == (made,)


def test_two_tellings_are_two(store: Store) -> None:
    """Until somebody says otherwise; the latest holds."""
    assert of(store, FIRST.id) == of(store, SECOND.id)
    deciding.judge_same(store, FIRST.id, SECOND.id, "Aigul", same=False)
    assert of(store, FIRST.id) != of(store, SECOND.id)
    deciding.judge_same(store, SECOND.id, FIRST.id, "Boris", same=True)
    assert of(store, FIRST.id) == of(store, SECOND.id)
    assert len(store.judgements()) == 2


def test_a_telling_that_tells_nothing_is_in_no_event(store: Store) -> None:
    """It stays in the record, and the others stay an event."""
    deciding.reject(store, FIRST.id, "Aigul")
    assert of(store, SECOND.id).tellings == (SECOND.id,)
    with pytest.raises(UnknownName):
        of(store, FIRST.id)
    assert store.event_mention(FIRST.id) == FIRST


def test_a_correction_shows_in_the_event(store: Store) -> None:
    """The reading stays as it was read."""
    deciding.edit(store, THIRD.id, Edit(EditField.STATUS, "planned"), "Aigul")
    deciding.edit(store, THIRD.id, Edit(EditField.RECIPIENTS, "UZB", -1), "Aigul")
    event = of(store, THIRD.id)
    assert (event.status, [each.entity for each in event.recipients]) == (Status.PLANNED, ["RUS", "UZB"])
    assert store.event_mention(THIRD.id) == THIRD


def test_a_remark_changes_nothing(store: Store) -> None:
    """It is kept."""
    before = derived(store)
    made = deciding.note(store, FIRST.id, "Aigul", "ask the photographer")
    assert (derived(store), store.judgements()) == (before, (made,))


@pytest.mark.parametrize(
    "decide",
    [
        lambda store: deciding.judge_same(store, FIRST.id, THIRD.id, "Aigul", same=True),
        lambda store: deciding.judge_same(store, FIRST.id, SECOND.id, "Aigul", same=False),
        lambda store: deciding.reject(store, FIRST.id, "Aigul"),
        lambda store: deciding.edit(store, FIRST.id, Edit(EditField.TYPE, "AID"), "Aigul"),
    ],
    ids=["same", "not same", "reject", "edit"],
)
def test_a_decision_can_be_taken_back_once(store: Store, decide: Callable[[Store], Judgement]) -> None:
    """By the first characters of its id; nothing is left of it but the two judgements."""
    before = derived(store)
    made = decide(store)
    assert derived(store) != before
    undone = deciding.undo(store, made.id[:12], "Boris")
    assert derived(store) == before
    with pytest.raises(DragomanError, match="taken back already"):
        deciding.undo(store, made.id, "Boris")
    after = deciding.undo(store, undone.id, "Aigul")  # and so can that
    assert derived(store) != before
    assert store.judgements() == (made, undone, after)


@pytest.mark.parametrize(
    "decide",
    [
        lambda store: deciding.reject(store, "nobody", "Aigul"),
        lambda store: deciding.reject(store, FIRST.id, " "),
        lambda store: deciding.judge_same(store, FIRST.id, FIRST.id, "Aigul", same=True),
        lambda store: deciding.undo(store, "nothing", "Aigul"),
        lambda store: deciding.edit(store, FIRST.id, Edit(EditField.TYPE, "PARTY"), "Aigul"),
        lambda store: deciding.judge(
            store, Judgement(JudgementKind.UNDO, "f" * 24, "", "A", "2026-11-25T00Z")
        ),
        lambda store: deciding.judge_day(store, "nobody", "2022-10-07", "Aigul"),
    ],
)
def test_what_makes_no_sense_leaves_nothing(store: Store, decide: Callable[[Store], Judgement]) -> None:
    """An error says what is wrong, and the record is as it was."""
    before = derived(store)
    with pytest.raises(DragomanError):
        decide(store)
    assert (derived(store), store.judgements()) == (before, ())
    assert store.check() == ()
