"""The tone of two sides after each week, as it stood then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from dragoman.system.filter import State, Weekly, states, world_share
from dragoman.system.relation import tones
from dragoman.terms import Level


def tone_course(weeks: Weekly, dyad: int) -> Iterator[Level | None]:
    """The tone of one dyad after each week with its interval; ``None`` while it has too few events.

    All dyads are followed, for what is ordinary changes with the world and the habits of both sides.
    """
    for state in islice(states(weeks), 1, None):
        yield tones(_only(state, dyad), world_share(state)).level(0)


def _only(state: State, dyad: int) -> State:
    own = slice(dyad, dyad + 1)
    return replace(
        state,
        cooperation=state.cooperation[own],
        conflict=state.conflict[own],
        sides=state.sides[own],
    )
