"""What is worth asking a person, and what is not asked any more."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.account import event_of
from dragoman.record.queue import Question, QuestionKind, Sight, queue
from dragoman.record.settled import Settled
from dragoman.terms import (
    Anchor,
    Edit,
    EditField,
    Event,
    EventMention,
    EventType,
    Judgement,
    JudgementKind,
    Link,
    Mention,
    Span,
    Status,
    Telling,
)

ASTANA = Mention("Astana", "KAZ", "KAZ", "GOV")
MOSCOW = Mention("Moscow", "RUS", "RUS", "GOV")
SAME, APART = JudgementKind.SAME, JudgementKind.NOT_SAME


def told(
    name: str, confidence: float = 0.9, actor: Mention = ASTANA, status: Status = Status.HAPPENED
) -> Telling:
    """A telling in a document of that name."""
    mention = EventMention(
        name, f"of-{name}", EventType.CONSULT, (actor,), (MOSCOW,), Span(0, 3), (Span(0, 9),), status
    )
    return Telling(
        msgspec.structs.replace(mention, confidence=confidence), f"print-{name}", sentence="Astana met"
    )


def seen(*groups: str, links: dict[str, float], confidence: float = 0.9) -> Sight:
    """Tellings named by letters, those of a group in one event; links by two letters."""
    tellings = {name: told(name, confidence) for group in groups for name in group}
    events = [event_of([tellings[name] for name in group], {}) for group in groups]
    return Sight(
        events, tuple(tellings.values()), [Link(pair[0], pair[1], score) for pair, score in links.items()]
    )


def said(kind: JudgementKind, one: str, other: str = "", by: str = "Aigul", hour: int = 10) -> Judgement:
    """A decision about one telling or two."""
    names = [str(Anchor.of(told(name).mention)) for name in (one, other) if name]
    return Judgement(kind, names[0], "".join(names[1:]), by, f"2022-11-01T{hour}:00:00+00:00")


def asked(sight: Sight, *judgements: Judgement, author: str = "Aigul") -> list[str]:
    """Ids of the questions."""
    settled = Settled(judgements, [telling.mention for telling in sight.tellings])
    return [question.id for question in queue(sight, settled, author)]


def only(sight: Sight) -> Question:
    """The one question there is."""
    (question,) = queue(sight, Settled((), ()), "Aigul")
    return question


def test_what_is_most_in_doubt_comes_first() -> None:
    """Of equal effect; what the record is rather sure of is not asked."""
    sight = seen(*"abcdefgh", links={"ab": 0.45, "cd": 0.5, "ef": 0.1, "gh": 0.35})
    assert asked(sight) == ["same c d", "same a b", "same g h"]


def test_effect_counts_reports_and_the_numbers_of_two_sides() -> None:
    """Joining moves the reports of the smaller event, and the two sides have one event less."""
    question = only(seen("abc", "de", links={"ad": 0.5}))
    assert (question.moved, question.sides, question.effect) == (2, (("KAZ", "RUS"),), 3)


def test_what_was_planned_counts_for_nobody() -> None:
    """Only what happened is in the published numbers."""
    telling = told("a", 0.4, status=Status.PLANNED)
    question = only(Sight([event_of([telling], {})], [telling], []))
    assert (question.kind, question.sides, question.effect) == (QuestionKind.EVENT, (), 1)


def test_a_weak_join_is_asked_with_what_would_go() -> None:
    """Each of the others goes with the one it is more like."""
    question = only(seen("abc", links={"ab": 0.5, "ac": 0.9, "bc": 0.8}))
    assert (question.id, question.joined, question.moved) == ("same a b", True, 1)


def test_what_stands_against_its_score_is_wholly_in_doubt() -> None:
    """Averages can keep apart what a pair alone would join."""
    assert only(seen("a", "b", links={"ab": 0.9})).doubt == 1.0


def test_one_pair_of_two_events_is_asked() -> None:
    """The one most in doubt, for all of them come to the same."""
    assert asked(seen("ab", "cd", links={"ac": 0.4, "bd": 0.45, "ad": 0.42})) == ["same b d"]


def test_what_follows_is_not_asked() -> None:
    """a is b and b is c, so a is c; and what is not b is not a either."""
    sight = seen("abc", "d", links={"ab": 0.5, "bc": 0.5, "ac": 0.5, "ad": 0.5})
    same = (said(SAME, "a", "b"), said(SAME, "b", "c"))
    assert asked(sight, *same) == ["same a d"]
    assert asked(sight, *same, said(APART, "b", "d")) == []


def test_an_answer_is_for_both_events() -> None:
    """Two that were parted stay two events whatever is said of their other tellings."""
    sight = seen("ab", "cd", links={"ac": 0.5, "bd": 0.5})
    assert asked(sight, said(APART, "a", "c")) == []


def test_what_was_rejected_is_not_asked_about() -> None:
    """Neither whether it is an event nor whether it is another one."""
    sight = seen("a", "b", links={"ab": 0.5}, confidence=0.4)
    assert asked(sight, said(JudgementKind.REJECT, "a")) == ["event b"]


def test_what_was_answered_is_asked_again_when_undone() -> None:
    """And not before."""
    sight, answer = seen("a", "b", links={"ab": 0.5}), said(APART, "a", "b")
    undo = Judgement(JudgementKind.UNDO, answer.id, "", "Boris", "2022-11-02T10:00:00+00:00")
    assert asked(sight, answer) == []
    assert asked(sight, answer, undo) == ["same a b"]


def test_a_disagreement_ends_when_two_are_of_one_mind() -> None:
    """Until then whoever has not judged the pair is asked, with full doubt."""
    sight = seen("a", "b", links={"ab": 0.01})
    two = (said(SAME, "a", "b"), said(APART, "a", "b", by="Boris", hour=11))
    assert asked(sight, *two, author="Aigul") == []
    assert asked(sight, *two, author="Clara") == ["same a b"]
    assert asked(sight, *two, said(APART, "a", "b", by="Clara", hour=12), author="Dana") == []


def test_a_telling_that_somebody_took_for_an_event_is_one() -> None:
    """Whoever joined or corrected it saw it."""
    sight = seen("a", "b", links={}, confidence=0.4)
    edit = msgspec.structs.replace(said(JudgementKind.EDIT, "a"), value=str(Edit(EditField.TYPE, "CONSULT")))
    assert asked(sight, edit) == ["event b"]
    assert asked(sight, said(SAME, "a", "b")) == []


def test_who_is_meant_is_asked_where_somebody_else_may_be() -> None:
    """It counts for two sides only where the other is of another state."""
    he = Mention("He", "Vladimir Putin", "RUS", "GOV", runner_up="Kassym-Jomart Tokayev")
    telling = told("a", actor=he)
    question = only(Sight([event_of([telling], {})], [telling], []))
    assert (question.id, question.entity, question.rival) == (
        "who a actors 0",
        "Vladimir Putin",
        "Kassym-Jomart Tokayev",
    )
    edit = msgspec.structs.replace(
        said(JudgementKind.EDIT, "a"), value=str(Edit(EditField.ACTORS, "Vladimir Putin", 0))
    )
    assert asked(Sight([event_of([telling], {})], [telling], []), edit) == []


_names = st.sampled_from("abcdef")
_pairs = st.tuples(_names, _names).filter(lambda pair: pair[0] < pair[1])


@settings(deadline=None)
@given(st.data())
def test_the_queue_does_not_depend_on_order(data: st.DataObject) -> None:
    """Of events, tellings, links and judgements."""
    scores = data.draw(st.dictionaries(_pairs, st.sampled_from((0.2, 0.4, 0.5, 0.6, 0.9))))
    cut = data.draw(st.integers(1, 5))
    sight = seen(
        "abcdef"[:cut], *"abcdef"[cut:], links={a + b: s for (a, b), s in scores.items()}, confidence=0.5
    )
    chosen = data.draw(
        st.lists(st.tuples(st.sampled_from((SAME, APART)), _pairs, st.sampled_from("AB")), max_size=6)
    )
    judgements = [said(kind, *pair, by=by, hour=10 + n) for n, (kind, pair, by) in enumerate(chosen)]
    shuffled = Sight(
        data.draw(st.permutations(list[Event](sight.events))),
        data.draw(st.permutations(list(sight.tellings))),
        data.draw(st.permutations(list(sight.links))),
    )
    assert asked(shuffled, *data.draw(st.permutations(judgements))) == asked(sight, *judgements)
