"""Heads of state and government since 1990."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dragoman.world import State, load

FIRST, LAST, STEP = date(1990, 1, 15), date(2026, 5, 1), timedelta(days=91)
# Days on which nobody held the office: no government in Somalia, interregna, a few captains regent nobody
# lists.
MOST_MISSING = 0.005


def members() -> list[State]:
    """The members of the United Nations."""
    world = load()
    return [state for state in world.states if state.id in world.members("UN")]


def days(state: State) -> list[date]:
    """A day of every quarter in which the state existed."""
    first = max(FIRST, state.exists.earliest or FIRST)
    return [first + STEP * number for number in range((LAST - first) // STEP)]


@pytest.mark.parametrize("office", ["head_of_state", "head_of_government"])
def test_every_member_of_the_united_nations_has_its_heads(office: str) -> None:
    """In nearly every quarter somebody holds the office."""
    world = load()
    asked = [(state.id, day) for state in members() for day in days(state)]
    missing = [(state, str(day)) for state, day in asked if not world.holders(state, office, day)]
    assert len(asked) > 20_000
    assert len(missing) <= MOST_MISSING * len(asked), missing[:40]


def test_a_crown_is_shared() -> None:
    """The head of state of Canada is the monarch of the United Kingdom."""
    holder = load().holder("CAN", "head_of_state", date(2023, 5, 1))
    assert holder is not None
    assert holder.id == "Charles III"
