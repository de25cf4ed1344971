"""What pages of decisions and the forms on them both know: where they stand, and what is still open."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.record import taken_back
from dragoman.record.queue import Question
from dragoman.reviewing import Review
from dragoman.terms import DragomanError, Judgement, JudgementKind

REVIEW, JUDGEMENTS = "/review", "/judgements"
_ANSWERS = (JudgementKind.SAME, JudgementKind.NOT_SAME, JudgementKind.REJECT, JudgementKind.EDIT)


def decisions(judgements: Sequence[Judgement], name: str) -> tuple[Judgement, ...]:
    """The answers of a person that were not taken back, the latest first; of everybody without a name."""
    undone = taken_back(judgements)
    own = [
        each
        for each in judgements
        if each.kind in _ANSWERS and each.id not in undone and name in ("", each.author)
    ]
    return tuple(sorted(own, key=lambda each: each.at, reverse=True))


def question_of(found: Review, id: str) -> Question:
    """The open question with this id.

    Raises:
        DragomanError: it is not open any more.
    """
    question = next((each for each in found.questions if each.id == id), None)
    if question is None:
        raise DragomanError("that question was settled meanwhile. Here is the next one.")
    return question
