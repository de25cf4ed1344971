"""What people decided about tellings."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.judging import Decisions, check, decided, find, obeyed, standing, taken_back
from dragoman.terms import (
    Anchor,
    DragomanError,
    Edit,
    EditField,
    EventMention,
    EventType,
    Interval,
    Judgement,
    JudgementKind,
    Mention,
    Span,
    Status,
)

PUTIN = Mention("Putin", "Vladimir Putin", "RUS", "GOV", Span(0, 5))
TROOPS = Mention("troops", "RUS", "RUS", "MIL", Span(20, 26))


def telling(number: int, type: EventType = EventType.CONSULT, at: Span | None = None) -> EventMention:
    """One of a document's tellings; two documents take turns."""
    return EventMention(
        id=f"m{number}",
        document=f"d{number % 2}",
        type=type,
        actors=(PUTIN, TROOPS),
        recipients=(),
        trigger=at or Span(10 * number, 10 * number + 5),
        evidence=(Span(0, 100),),
        mode="phone",
        reader="sample/1",
    )


ONE, TWO, THREE = telling(1), telling(2), telling(3)


def said(kind: JudgementKind, subject: object, value: object = "", hour: int = 10) -> Judgement:
    """A decision of somebody at some hour."""
    return Judgement(kind, str(subject), str(value), "Aigul", f"2026-11-25T{hour:02}:00:00+00:00")


def edit(
    mention: EventMention, field: EditField, value: str | None, position: int | None = None
) -> Judgement:
    """Something is set in a telling."""
    return said(JudgementKind.EDIT, Anchor.of(mention), Edit(field, value, position))


def reject(mention: EventMention) -> Judgement:
    """A telling tells nothing."""
    return said(JudgementKind.REJECT, Anchor.of(mention))


def pair(kind: JudgementKind, one: EventMention, other: EventMention, hour: int = 10) -> Judgement:
    """Two tellings are one, or not."""
    return said(kind, Anchor.of(one), Anchor.of(other), hour)


def undo(judgement: Judgement, hour: int = 20) -> Judgement:
    """A decision is taken back."""
    return said(JudgementKind.UNDO, judgement.id, hour=hour)


def test_a_later_judgement_about_the_same_replaces_the_earlier() -> None:
    """Of a pair in whatever order, whichever of them came first into the record."""
    same = pair(JudgementKind.SAME, ONE, TWO, 9)
    apart = pair(JudgementKind.NOT_SAME, TWO, ONE, 11)
    first, second = edit(ONE, EditField.TYPE, "AID"), edit(ONE, EditField.TYPE, "AGREE")
    second = msgspec.structs.replace(second, at="2026-11-25T15:30:00+05:00")  # 10:30 in Greenwich
    assert standing([apart, second, same, first]) == (second, apart)


def test_participants_are_set_each_by_itself() -> None:
    """One position does not replace another, and additions stand beside each other."""
    edits = [
        edit(ONE, EditField.ACTORS, value, at) for value, at in (("KAZ", 0), ("UZB", 1), ("A", -1), ("B", -1))
    ]
    assert set(standing(edits)) == set(edits)


def test_an_undo_takes_back_and_can_be_taken_back() -> None:
    """However long the chain; what was replaced holds again."""
    first, second = edit(ONE, EditField.TYPE, "AID"), edit(ONE, EditField.TYPE, "AGREE")
    second = msgspec.structs.replace(second, at="2026-11-25T11:00:00+00:00")
    gone = undo(second)
    again = undo(gone, 21)
    assert first in standing([first, second, gone])
    assert taken_back([first, second, gone]) == {second.id}
    assert first not in standing([first, second, gone, again])
    assert taken_back([again, gone, second]) == {gone.id}


def test_a_telling_is_found_again_where_another_reader_reads_it() -> None:
    """By the overlap of its words, its type first; nothing stands where nothing overlaps."""
    anchor = Anchor("d0", 10, 20, EventType.CONSULT)
    longer = telling(2, EventType.AGREE, Span(8, 20))
    shorter = telling(4, EventType.CONSULT, Span(18, 25))
    elsewhere = telling(6, EventType.CONSULT, Span(20, 25))
    other_document = telling(1, EventType.CONSULT, Span(10, 20))
    assert find(anchor, [longer, shorter, elsewhere, other_document]) == shorter
    assert find(anchor, [longer, elsewhere]) == longer
    assert find(anchor, [elsewhere, other_document]) is None


def test_a_rejected_telling_is_left_out() -> None:
    """The others stay, in their order."""
    assert obeyed([THREE, ONE, TWO], [reject(ONE)]) == (THREE, TWO)


def test_a_rejection_does_not_fall_on_another_act() -> None:
    """A reader that now finds a refusal where there was a meeting may be right; the judgement is shown."""
    refusal = telling(3, EventType.REJECT, Span(2, 15))
    judgements = [reject(ONE)]
    assert obeyed([refusal], judgements) == (refusal,)
    assert decided([refusal], judgements).lost == tuple(judgements)
    assert obeyed([refusal, ONE], judgements) == (refusal,)


def test_a_telling_is_rejected_under_its_corrected_type() -> None:
    """As people saw it then."""
    corrected = edit(ONE, EditField.TYPE, "AGREE")
    (shown,) = obeyed([ONE], [corrected])
    assert obeyed([ONE], [reject(shown), corrected]) == ()


def test_a_participant_is_somebody_else() -> None:
    """The words stay, with whom they mean, his country, and who says so; soldiers stay soldiers."""
    judgements = [edit(ONE, EditField.ACTORS, "KAZ", 1), edit(ONE, EditField.ACTORS, "Emomali Rahmon", 0)]
    (found,) = obeyed([ONE], judgements)
    assert found.id == ONE.id
    reason = "set by Aigul, 2026-11-25"
    assert found.actors == (
        Mention("Putin", "Emomali Rahmon", "TJK", "GOV", Span(0, 5), reason),
        Mention("troops", "KAZ", "KAZ", "MIL", Span(20, 26), reason),
    )
    assert found.reader == "sample/1, corrected by Aigul"


def test_participants_come_and_go() -> None:
    """Positions are those that the reader gave, whatever else goes."""
    changes = (("KAZ", -1), (None, 0), ("the drivers", 1))
    (found,) = obeyed([ONE], [edit(ONE, EditField.ACTORS, value, at) for value, at in changes])
    assert [(actor.text, actor.entity) for actor in found.actors] == [("the drivers", None), ("", "KAZ")]
    assert found.actors[1].sector == "GOV"


def test_circumstances_are_set() -> None:
    """Days, status, and a place that the atlas knows or that only has words."""
    changes = ((EditField.WHEN, "2022-10"), (EditField.STATUS, "denied"), (EditField.WHERE, "KAZ"))
    (found,) = obeyed([ONE], [edit(ONE, field, value) for field, value in changes])
    assert found.when == Interval(date(2022, 10, 1), date(2022, 10, 31))
    assert found.status is Status.DENIED
    assert found.where is not None
    assert (found.where.text, found.where.entity, found.where.country) == ("Kazakhstan", "KAZ", "KAZ")
    (found,) = obeyed([ONE], [edit(ONE, EditField.WHERE, "the old mill")])
    assert found.where == Mention("the old mill", reason="set by Aigul, 2026-11-25")


def test_another_type_drops_a_mode_it_does_not_have() -> None:
    """Unless a person gives one."""
    other = edit(ONE, EditField.TYPE, "COOPERATE")
    assert [each.mode for each in obeyed([ONE], [other])] == [None]
    assert [each.mode for each in obeyed([ONE], [edit(ONE, EditField.MODE, "economic"), other])] == [
        "economic"
    ]


def test_pairs_are_joined_and_kept_apart() -> None:
    """By the ids of the tellings, sorted; those rejected are out."""
    judgements = [pair(JudgementKind.SAME, THREE, ONE), pair(JudgementKind.NOT_SAME, ONE, TWO)]
    mentions = [ONE, TWO, THREE]
    assert decided(mentions, judgements) == Decisions((("m1", "m3"),), (("m1", "m2"),))
    assert decided(mentions, [*judgements, reject(TWO)]) == Decisions((("m1", "m3"),))


def test_what_finds_nothing_is_lost_and_said() -> None:
    """No telling there, no such participant, or words of a later version."""
    judgements = (
        pair(JudgementKind.SAME, ONE, telling(5)),
        said(JudgementKind.NOTE, Anchor.of(telling(7))),
        edit(ONE, EditField.ACTORS, "KAZ", 2),
        said(JudgementKind.EDIT, Anchor.of(ONE), "gibberish"),
        said(JudgementKind.REJECT, "gibberish"),
    )
    assert set(decided([ONE], judgements).lost) == set(judgements)
    assert obeyed([ONE], judgements) == (ONE,)


MENTIONS = [telling(number, type) for number, type in enumerate(list(EventType)[:6])]
_anchors = st.sampled_from([*map(Anchor.of, MENTIONS), Anchor("d0", 900, 905, EventType.AID)])
_edits = st.one_of(
    st.builds(Edit, st.just(EditField.TYPE), st.sampled_from(EventType)),
    st.builds(Edit, st.just(EditField.STATUS), st.sampled_from(Status)),
    st.builds(
        Edit,
        st.sampled_from((EditField.ACTORS, EditField.RECIPIENTS)),
        st.sampled_from(("KAZ", "the drivers")),
        st.integers(-1, 2),
    ),
    st.builds(Edit, st.just(EditField.ACTORS), st.none(), st.integers(0, 2)),
)
_hours = st.integers(0, 3)
_judgements = st.one_of(
    st.builds(said, st.just(JudgementKind.EDIT), _anchors, _edits, _hours),
    st.builds(said, st.just(JudgementKind.REJECT), _anchors, st.just(""), _hours),
    st.builds(
        said, st.sampled_from((JudgementKind.SAME, JudgementKind.NOT_SAME)), _anchors, _anchors, _hours
    ),
)


@settings(deadline=None)  # the world is loaded by the first
@given(st.lists(_judgements, max_size=8), st.randoms())
def test_the_order_of_the_judgements_does_not_matter(judgements: list[Judgement], random: object) -> None:
    """Nor whether one is given twice."""
    mixed = [*judgements, *judgements[:2]]
    random.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert standing(mixed) == standing(judgements)
    assert obeyed(MENTIONS, mixed) == obeyed(MENTIONS, judgements)
    assert decided(MENTIONS, mixed) == decided(MENTIONS, judgements)


@settings(deadline=None)
@given(st.lists(_judgements, max_size=8))
def test_obeying_twice_is_obeying_once(judgements: list[Judgement]) -> None:
    """What was corrected is not corrected again."""
    once = obeyed(MENTIONS, judgements)
    assert obeyed(once, judgements) == once


@settings(deadline=None)
@given(st.lists(_judgements, max_size=8), st.integers(1, 4))
def test_what_is_undone_leaves_everything_as_it_was(judgements: list[Judgement], times: int) -> None:
    """And taking the undoing back brings it back."""
    every = list(judgements)
    last = list(dict.fromkeys(judgements))
    for _ in range(times):
        last = [undo(judgement) for judgement in last]
        every += last
    held = judgements if times % 2 == 0 else []
    assert obeyed(MENTIONS, every) == obeyed(MENTIONS, held)
    assert decided(MENTIONS, every) == decided(MENTIONS, held)


@settings(deadline=None)
@given(st.lists(_judgements, max_size=8))
def test_every_judgement_is_obeyed_or_lost(judgements: list[Judgement]) -> None:
    """And no pair is both one and two."""
    found = decided(MENTIONS, judgements)
    assert not set(found.same) & set(found.apart)
    assert set(found.lost) <= set(standing(judgements))
    for pairs in (found.same, found.apart):
        assert all(first < second for first, second in pairwise(pairs))
        assert all(one < other for one, other in pairs)


def test_a_long_chain_of_undoings_is_followed() -> None:
    """Ten thousand people may change their minds."""
    chain = [reject(ONE)]
    for _ in range(10_000):
        chain.append(undo(chain[-1]))
    assert reject(ONE) in standing(chain)


@pytest.mark.parametrize(
    ("judgement", "words"),
    [
        (Judgement(JudgementKind.NOTE, "d@1-2:AID", "", " ", "2026-11-25T10:00:00Z"), "author"),
        (Judgement(JudgementKind.NOTE, "d@1-2:AID", "", "A", "2026-11-25T10:00:00"), "with the zone"),
        (Judgement(JudgementKind.NOTE, "d@1-2:AID", "", "A", "soon"), "is no time"),
        (said(JudgementKind.PUBLISHED, "d", "soon"), "is not a date"),
        (said(JudgementKind.PUBLISHED, "d", "/"), "names no day"),
        (said(JudgementKind.UNDO, ""), "about nothing"),
        (said(JudgementKind.REJECT, "d"), "does not name a telling"),
        (said(JudgementKind.SAME, "d@1-2:AID", "d"), "does not name a telling"),
        (said(JudgementKind.SAME, "d@1-2:AID", "d@1-2:AID"), "compared with itself"),
        (said(JudgementKind.EDIT, "d@1-2:AID", "{}"), "is not an edit"),
    ],
)
def test_a_judgement_that_says_nothing_is_refused(judgement: Judgement, words: str) -> None:
    """With what was expected."""
    with pytest.raises(DragomanError, match=words):
        check(judgement)


@settings(deadline=None)
@given(_judgements.filter(lambda judgement: judgement.subject != judgement.value))
def test_a_judgement_that_says_something_is_taken(judgement: Judgement) -> None:
    """Of every kind, and days that are taken back."""
    check(judgement)
    check(undo(judgement))
    check(said(JudgementKind.PUBLISHED, "d"))
