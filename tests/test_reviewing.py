"""Questions answered: the record and the queue follow at once, and every step can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from dragoman import merging
from dragoman.record.queue import QuestionKind
from dragoman.reviewing import REMEMBERED, Answer, Effect, Review
from dragoman.store import Store, open_store
from dragoman.terms import EditField, JudgementKind, Link, Mention, Reading
from tests.contracts.merging_contract import put
from tests.store import samples


@pytest.fixture
def store() -> Iterator[Store]:
    """Two documents whose tellings may be one event, and a third that may tell nothing."""
    with open_store(":memory:") as store:
        first, second, _ = put(store, 1, 2, 3)
        _link(store, first, second, 0.45)
        yield store


def _link(store: Store, one: str, other: str, score: float) -> None:
    with store.transaction():
        store.put_links([], [Link(min(one, other), max(one, other), score)])


def test_a_yes_joins_and_says_what_changed(store: Store) -> None:
    """Two events become one, and the numbers of the two sides are told."""
    review = Review(store, "Aigul", [QuestionKind.SAME])
    question = review.current()
    assert question is not None
    effect = review.answer(question, Answer.YES)
    assert (len(effect.before), len(effect.after)) == (2, 1)
    assert (effect.judgement.kind, effect.judgement.author) == (JudgementKind.SAME, "Aigul")
    assert [(count.one, count.other, count.number) for count in effect.counts] == [("KAZ", "RUS", 2)]
    assert (review.current(), review.decided) == (None, 1)


def test_back_undoes_and_asks_again(store: Store) -> None:
    """The judgement is taken back, nothing is deleted, and another answer can be given."""
    review = Review(store, "Aigul", [QuestionKind.SAME])
    question = review.current()
    assert question is not None
    review.answer(question, Answer.YES)
    taken = review.back()
    assert isinstance(taken, Effect)
    assert (taken.judgement.kind, len(taken.after), review.decided) == (JudgementKind.UNDO, 2, 0)
    assert review.current() == question
    review.answer(question, Answer.NO)
    kinds = [judgement.kind for judgement in store.judgements()]
    assert kinds == [JudgementKind.SAME, JudgementKind.UNDO, JudgementKind.NOT_SAME]
    assert review.current() is None


def test_what_was_skipped_comes_back_with_back(store: Store) -> None:
    """A skipped question is not asked again in this review, but in the next."""
    review = Review(store, "Aigul", [QuestionKind.SAME])
    question = review.current()
    assert question is not None
    review.skip(question)
    assert review.current() is None
    assert review.back() == review.current() == question
    assert (review.back(), store.judgements()) == (None, ())
    review.skip(question)
    assert Review(store, "Aigul", [QuestionKind.SAME]).current() == question


def test_what_others_decided_is_not_asked(store: Store) -> None:
    """In any later review, by whomever."""
    review = Review(store, "Aigul", [QuestionKind.SAME])
    question = review.current()
    assert question is not None
    review.answer(question, Answer.NO)
    assert Review(store, "Boris", [QuestionKind.SAME]).questions == ()


def test_a_telling_is_taken_out_or_vouched_for() -> None:
    """A no rejects it; a yes sets the type that was read, which is then a person's word."""
    with open_store(":memory:") as store:
        put(store, 1, 2)
        review = Review(store, "Aigul", [QuestionKind.EVENT])
        one, other = review.questions
        effect = review.answer(one, Answer.NO)
        assert (effect.after, effect.counts[0].number) == ((), 1)
        review.answer(other, Answer.YES)
        kinds = [judgement.kind for judgement in store.judgements()]
        assert kinds == [JudgementKind.REJECT, JudgementKind.EDIT]
        assert ([event.id for event in store.events()], review.left) == ([*other.subjects], 0)


@pytest.mark.parametrize(
    ("answer", "entity"),
    [(Answer.YES, "Vladimir Putin"), (Answer.NO, "Kassym-Jomart Tokayev"), (Answer.NEITHER, None)],
)
def test_who_is_meant_is_set(answer: Answer, entity: str | None) -> None:
    """Whom it is asked about, the other, or just the words."""
    he = Mention("He", "Vladimir Putin", "RUS", "GOV", samples.ASTANA.span, runner_up="Kassym-Jomart Tokayev")
    with open_store(":memory:") as store:
        _put_actor(store, he)
        review = Review(store, "Aigul", [QuestionKind.WHO])
        (question,) = review.questions
        assert (question.field, question.position) == (EditField.ACTORS, 0)
        effect = review.answer(question, answer)
        assert [actor.entity for actor in effect.after[0].actors] == [entity]
        assert review.questions == ()


def test_ten_steps_are_remembered() -> None:
    """And no more."""
    with open_store(":memory:") as store:
        put(store, *range(REMEMBERED + 2))
        review = Review(store, "Aigul", [QuestionKind.EVENT])
        while (question := review.current()) is not None:
            review.answer(question, Answer.YES)
        taken = [review.back() for _ in range(REMEMBERED + 1)]
        assert [step is None for step in taken] == [False] * REMEMBERED + [True]
        assert (review.decided, len(review.questions)) == (2, REMEMBERED)


def test_the_queue_that_was_brought_up_to_date_is_the_one_made_anew(store: Store) -> None:
    """After each of a few answers."""
    third = store.mentions(samples.document(3).id)[0]
    question = Review(store, "Aigul", [QuestionKind.SAME]).current()
    assert question is not None
    _link(store, question.subjects[0], third, 0.4)
    review = Review(store, "Aigul")
    for answer in (Answer.YES, Answer.NO, Answer.YES):
        question = review.current()
        if question is None:
            break
        review.answer(question, answer)
        assert review.questions == Review(store, "Aigul").questions


def _put_actor(store: Store, actor: Mention) -> None:
    """One document whose telling has this actor, merged."""
    document = samples.document(1)
    read = samples.reading(document)
    mention = msgspec.structs.replace(read.events[0], actors=(actor,))
    with store.transaction():
        store.put_document(document, "key")
        merging.put(store, document, Reading(document.id, read.reader, read.actors, (mention,), ()), {})
