"""The merged record follows from documents, their last readings and judgements, however they came."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import deciding, merging
from dragoman.record import cluster
from dragoman.store import Store, open_store
from dragoman.terms import Edit, EditField, Event, EventMention, EventType, JudgementKind, Status
from tests import piles
from tests.piles import (
    ARMY,
    EXPELLED,
    MINISTRY,
    NOT_SHELLED,
    RUSSIA,
    SENDS,
    SENT,
    SHELLED,
    SHELLED_AGAIN,
    SHELLING,
    UKRAINE,
    WILL_SEND,
    Report,
    Told,
    derived,
    judgements,
    misread,
    put,
    read,
    record_of,
    report,
)

seeds = st.integers(0, 2**32)
BOMBED = Told(
    "Moscow bombarded turbines at Kupiansk on Friday night, an engineer told us.",
    "bombarded", EventType.ASSAULT, (RUSSIA,), (UKRAINE,), 1, "2022-10-07",
)  # fmt: skip
PILE = (
    report(SHELLED, SENT),
    report(SHELLED, SENT, outlet="Volna", end="Nobody else was there."),
    report(SHELLING, EXPELLED, outlet="Volna", day="2022-10-08"),
    report(NOT_SHELLED, outlet="Kitahama Shimbun", day="2022-10-09"),
    report(SENDS, WILL_SEND),
    report(SHELLED_AGAIN, EXPELLED, day="2022-11-09"),
    report(BOMBED, outlet="Kitahama Shimbun", day="2022-10-08"),
)


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty record."""
    with open_store(":memory:") as store:
        yield store


def only(store: Store) -> Event:
    """The one event that all tellings tell."""
    (event,) = store.events()
    return event


def mention(report: Report, number: int = 0) -> EventMention:
    """One of the tellings of a report."""
    return report.reading.events[number]


def groups(store: Store) -> list[int]:
    """How many tellings the events have, the most first."""
    return sorted((len(event.tellings) for event in store.events()), reverse=True)


def shuffled(reports: Sequence[Report], seed: int) -> list[Report]:
    """The reports in another order."""
    return random.Random(seed).sample(reports, len(reports))


@settings(max_examples=15, deadline=None)
@given(piles.piles, seeds)
def test_the_order_of_documents_does_not_matter(pile: list[Report], seed: int) -> None:
    """Events, copies and stories are the same byte for byte, and so they are when all is made anew."""
    with record_of(pile) as one, record_of(shuffled(pile, seed)) as other:
        before = derived(one)
        assert derived(other) == before
        for store in (one, other):
            merging.rebuild(store)
            assert derived(store) == before


@settings(max_examples=15, deadline=None)
@given(piles.piles, seeds)
def test_only_the_last_reading_counts(pile: list[Report], seed: int) -> None:
    """A record in which documents were read before, at any time, is like one in which they were not."""
    dice = random.Random(seed)
    seen: set[str] = set()
    with open_store(":memory:") as store:
        for each in shuffled([*pile, *pile], seed):
            is_last = each.document.id in seen
            seen.add(each.document.id)
            put(store, each if is_last else misread(each, dice))
        with record_of(pile) as fresh:
            assert derived(store) == derived(fresh)
        assert store.check() == ()


def test_the_pile_has_something_of_everything() -> None:
    """Joined events, an event of one telling, a copy, a story: the properties here say something."""
    with record_of(PILE) as store:
        assert groups(store)[0] >= 3
        assert len(store.copies()) == 1
        assert len(store.stories()) >= 1
        assert {event.status for event in store.events()} == {Status.HAPPENED}


def test_five_hundred_judgements_in_any_order() -> None:
    """As they were made, all at once in another order, before any document, or rebuilt: it is the same."""
    made = judgements(PILE, 500)
    with record_of(PILE) as one, record_of(PILE) as other, open_store(":memory:") as early:
        for start, end in ((0, 10), *((start, start + 35) for start in range(10, 500, 35))):
            portion = made[start:end]
            with one.transaction():
                for judgement in portion:
                    one.put_judgement(judgement)
                for told in [[each] for each in portion] if end == 10 else [portion]:
                    deciding.obey(one, told)
        dice = random.Random(2)
        with other.transaction(), early.transaction():
            for judgement in dice.sample(made, len(made)):
                other.put_judgement(judgement)
                early.put_judgement(judgement)
            deciding.obey(other, dice.sample(made, len(made)))
        put(early, *reversed(PILE))
        before = derived(one)
        assert groups(one)[0] > 1
        assert derived(other) == before
        assert derived(early) == before
        merging.rebuild(one)
        assert derived(one) == before


@settings(max_examples=15, deadline=None)
@given(piles.piles, seeds, st.integers(1, 12))
def test_judgements_hold_whenever_they_are_made(pile: list[Report], seed: int, number: int) -> None:
    """Between two documents or after the last; a judgement waits for the documents it names."""
    if sum(len(each.reading.events) for each in pile) < 2:
        return
    made = judgements(pile, number, seed)
    with record_of(pile[:1]) as one, record_of(pile) as other:
        for judgement in made:
            deciding.judge(one, judgement)
            deciding.judge(other, judgement)
        put(one, *pile[1:])
        before = derived(other)
        assert derived(one) == before
        merging.rebuild(one)
        assert derived(one) == before


@settings(max_examples=20, deadline=None)
@given(seeds, st.integers(1, 6))
def test_what_is_undone_never_was(seed: int, number: int) -> None:
    """Once every judgement is taken back, in whatever order, all is as before."""
    with record_of(PILE) as store:
        before = derived(store)
        every = {each.id: each for each in judgements(PILE, number, seed)}
        made = [each for each in every.values() if each.kind is not JudgementKind.UNDO]
        for judgement in made:
            deciding.judge(store, judgement)
        for judgement in random.Random(seed).sample(made, len(made)):
            deciding.undo(store, judgement.id, "Boris")
        assert derived(store) == before


def test_a_rejection_that_is_taken_back_leaves_no_trace(store: Store) -> None:
    """Tellings that share no word for the act find each other again by their gists."""
    one, other = report(SHELLED), report(BOMBED, outlet="Volna")
    put(store, one, other)
    before = derived(store)
    rejected = deciding.reject(store, mention(one).id, "Aigul")
    assert only(store).tellings == (mention(other).id,)
    merging.rebuild(store)
    deciding.undo(store, rejected.id, "Aigul")
    assert derived(store) == before
    assert groups(store) == [2]


@pytest.mark.parametrize("kind", ["same", "not same", "reject"])
def test_a_judgement_survives_another_reader(store: Store, kind: str) -> None:
    """The telling has another id, and stands at the same words."""
    one, other, far = report(SHELLED), report(SHELLING, outlet="Volna"), report(EXPELLED)
    put(store, one, other, far)
    if kind == "reject":
        deciding.reject(store, mention(one).id, "Aigul")
    else:
        second = far if kind == "same" else other
        deciding.judge_same(store, mention(one).id, mention(second).id, "Aigul", same=kind == "same")
    before = groups(store)
    again = read(one.document, [SHELLED], "sample/2")
    put(store, again)
    assert mention(again).id != mention(one).id
    assert groups(store) == before == {"same": [3], "not same": [1, 1, 1], "reject": [1, 1]}[kind]


def test_a_judgement_waits_for_the_telling_it_means(store: Store) -> None:
    """A reader that misses it loses nothing; the next one that finds it is told."""
    one, far = report(SHELLED), report(EXPELLED)
    put(store, one, far)
    deciding.judge_same(store, mention(one).id, mention(far).id, "Aigul", same=True)
    put(store, read(one.document, [], "sample/2"))
    assert groups(store) == [1]
    assert len(merging.decided(store, [one.document.id]).lost) == 1
    put(store, one)
    assert groups(store) == [2]


def test_copies_are_no_further_reports(store: Store) -> None:
    """However many newspapers print a dispatch, one reports."""
    put(store, *(report(SHELLED, SENT, outlet=outlet, end=outlet) for outlet in piles.OUTLETS))
    assert len(store.copies()) >= 2
    everywhere = tuple(sorted(piles.OUTLETS))
    assert [(event.reports, event.outlets) for event in store.events()] == [(1, everywhere)] * 2
    put(store, report(SHELLING, outlet="Dnipro Dispatch"))
    assert sorted(event.reports for event in store.events()) == [1, 2]


def test_who_is_quoted_by_two_newspapers_is_one_voice(store: Store) -> None:
    """A ministry is no more certain of a thing for being printed twice."""
    first, second = (msgspec.structs.replace(one, by=(MINISTRY,)) for one in (SHELLED, SHELLING))
    put(store, report(first), report(second, outlet="Volna"))
    assert (only(store).reports, only(store).voices) == (2, 1)
    put(store, report(BOMBED, outlet="Kitahama Shimbun"))
    assert (only(store).reports, only(store).voices) == (3, 2)


def test_what_was_planned_and_happened_is_one_event(store: Store) -> None:
    """Its history says since when."""
    put(store, report(SENT, day="2022-10-11"), report(WILL_SEND, outlet="Volna", day="2022-10-08"))
    event = only(store)
    assert (event.status, event.disputed) == (Status.HAPPENED, ())
    steps = [(step.status, str(step.reported)) for step in event.history]
    assert steps == [(Status.PLANNED, "2022-10-08"), (Status.HAPPENED, "2022-10-11")]


def test_what_somebody_denies_is_disputed(store: Store) -> None:
    """It is one event, and holds as having happened."""
    put(store, report(SHELLED), report(NOT_SHELLED, outlet="Volna"))
    assert (only(store).status, only(store).disputed) == (Status.HAPPENED, ("status",))
    (status,) = (each for each in merging.agreements(store, only(store)) if each.field.value == "status")
    assert status.is_disputed
    assert len(status.accounts) == 2


def test_a_deed_of_another_month_is_another_event(store: Store) -> None:
    """Though the same troops shell the same country."""
    put(store, report(SHELLED), report(SHELLED_AGAIN, outlet="Volna", day="2022-11-08"))
    assert groups(store) == [1, 1]


def test_a_document_touches_only_what_hangs_together_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Events elsewhere are not written again, and keep their rows."""
    path, new = tmp_path / "r.dragoman", report(SHELLING)
    written: list[set[str]] = []
    with open_store(path) as store:
        put(store, *PILE)
        before, write = rows(path), store.put_events
        component = set(store.component([mention(PILE[0]).id], cluster.THRESHOLD))

        def watched(mentions: Collection[str], events: Sequence[Event]) -> None:
            written.append(set(mentions))
            write(mentions, events)

        monkeypatch.setattr(store, "put_events", watched)
        put(store, new)
        assert written == [component | {mention(new).id}]
        assert component < set(store.mention_ids())
    elsewhere = {id: number for id, number in before.items() if id not in component}
    assert elsewhere
    assert elsewhere.items() <= rows(path).items()


def rows(path: Path) -> dict[str, int]:
    """The row of each event."""
    with sqlite3.connect(path) as connection:
        found = dict(connection.execute("SELECT id, number FROM event").fetchall())
    connection.close()
    return found


def test_a_rebuild_that_was_interrupted_is_remembered(store: Store) -> None:
    """Until it is made good; it says how far it is."""
    put(store, *PILE)
    before, seen = derived(store), set[str]()

    def stop(what: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        merging.rebuild(store, stop)
    assert merging.is_stale(store)
    merging.rebuild(store, lambda what, done, total: seen.add(what))
    assert not merging.is_stale(store)
    assert seen == {"documents", "tellings compared", "tellings merged"}
    assert derived(store) == before


def test_a_record_whose_tellings_are_found_otherwise_is_to_be_rebuilt(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it keeps would not meet what comes in."""
    put(store, PILE[0])
    monkeypatch.setattr(merging, "_FOUND_BY", 0)
    put(store, PILE[1])
    assert merging.is_stale(store)
    merging.rebuild(store)
    put(store, PILE[2])
    assert not merging.is_stale(store)


def test_a_correction_brings_tellings_together(store: Store) -> None:
    """What is compared is what people say, not what was read."""
    wrong = msgspec.structs.replace(SHELLING, actors=(UKRAINE,), recipients=(RUSSIA,), when="2022-12-24")
    one = report(wrong, outlet="Volna")
    put(store, report(SHELLED), one)
    assert groups(store) == [1, 1]
    for change in (
        Edit(EditField.WHEN, "2022-10-07"),
        Edit(EditField.ACTORS, "RUS", 0),
        Edit(EditField.RECIPIENTS, "UKR", 0),
    ):
        deciding.edit(store, mention(one).id, change, "Aigul")
    assert only(store).actors[0].country == ARMY.country
