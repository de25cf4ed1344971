"""The quiz: questions about the world with dates, written from memory by people who had not seen the files.

``quiz.jsonl`` holds three kinds of questions: who held an office, how a state belonged to a bloc, whom a name
means. No answer was changed afterwards; where it showed a gap in the files (observers of the WTO, Indonesia's
absence from the United Nations, a few aliases) the files were mended.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec
from rapidfuzz import fuzz

from dragoman.reading import identify
from dragoman.terms import UnknownName
from dragoman.world import MembershipStatus, World, load

FILE = Path(__file__).with_name("quiz.jsonl")
_ALIKE = 80  # spellings of one person's name


class Question(msgspec.Struct, frozen=True):
    """One question; which fields are set depends on its kind."""

    kind: str
    answer: str
    date: str | None = None
    of: str = ""
    office: str = ""
    bloc: str = ""
    state: str = ""
    surface: str = ""


def questions() -> list[Question]:
    """All of them."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=Question) for line in lines]


def is_right(question: Question) -> bool:
    """Whether the world answers as the quiz expects."""
    world = load()
    if question.kind == "holder":
        return _holder(world, question)
    if question.kind == "member":
        return _membership(world, question) == question.answer
    return _alias(world, question)


def wrong(asked: Sequence[Question]) -> list[Question]:
    """The questions that the world answers otherwise."""
    return [question for question in asked if not is_right(question)]


def _holder(world: World, question: Question) -> bool:
    holders = world.holders(question.of, question.office, date.fromisoformat(str(question.date)))
    names = [name.surface for entity in holders for name in world.names if name.entity == entity.id]
    known = any(fuzz.ratio(question.answer.lower(), name.lower()) >= _ALIKE for name in names)
    return known or any(question.answer.split()[-1] in entity.id for entity in holders)


def _membership(world: World, question: Question) -> str:
    """The status on the day; ``left`` for who was a full member before, else ``none``."""
    day = date.fromisoformat(str(question.date))
    status = world.member_status(question.bloc, question.state, day)
    if status is not None:
        return status.value
    before = (
        world.member_status(question.bloc, question.state, date(year, 7, 1)) for year in range(1946, day.year)
    )
    return "left" if MembershipStatus.MEMBER in before else "none"


def _alias(world: World, question: Question) -> bool:
    """The entity expected, or an institution of the state expected (the Knesset for Israel)."""
    day = date.fromisoformat(question.date) if question.date else None
    mention = identify(question.surface, day)
    try:
        expected = world.resolve(question.answer).id
    except UnknownName:
        expected = question.answer.replace("'", "")
    return expected in {mention.entity, mention.country}
