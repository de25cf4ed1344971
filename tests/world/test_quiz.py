"""The dated quiz: written by people who had not seen the files."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.world import foreign
from tests.world.quiz import Question, questions, wrong

LEAST = 0.99


def asked(kind: str) -> list[Question]:
    """The questions of a kind; other alphabets only where they can be read."""
    here = (question for question in questions() if question.kind == kind)
    return [question for question in here if foreign.is_installed() or question.surface.isascii()]


def test_the_quiz_is_large_enough() -> None:
    """Every kind has its share."""
    kinds = Counter(question.kind for question in questions())
    assert sum(kinds.values()) >= 300
    assert min(kinds.values()) >= 50


@pytest.mark.parametrize("kind", ["holder", "member", "alias"])
def test_the_world_answers(kind: str) -> None:
    """At least ninety-nine of a hundred answers are those of the quiz."""
    found = asked(kind)
    assert len(wrong(found)) <= (1 - LEAST) * len(found), wrong(found)
