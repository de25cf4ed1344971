"""Sides taken together: either direction of a pair as one, a bloc or region by what its members do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.system.ledger import Ledger

_ALWAYS = (1, 2**31 - 1)


class Member(msgspec.Struct, frozen=True):
    """A side that belongs to a group, from one day to another, as proleptic ordinals, both inclusive."""

    side: str
    first: int = _ALWAYS[0]
    last: int = _ALWAYS[1]


def undirected(ledger: Ledger) -> Ledger:
    """Who is in an event with whom, whoever began: the side that comes first by its id stands as actor."""
    swap = (ledger.actor > ledger.recipient) & (ledger.recipient >= 0) | (ledger.actor < 0)
    turned = replace(
        ledger,
        actor=np.where(swap, ledger.recipient, ledger.actor),
        recipient=np.where(swap, ledger.actor, ledger.recipient),
    )
    return once(turned)


def once(ledger: Ledger) -> Ledger:
    """Each event once for each pair of sides."""
    number = ledger.number
    repeated = _repeated(number)
    if not len(repeated):
        return ledger
    pair = ledger.actor[repeated].astype(np.int64) << 32 | (ledger.recipient[repeated].astype(np.int64) + 1)
    order = np.lexsort([pair, number[repeated]])
    same = np.zeros(len(order), bool)
    same[1:] = (np.diff(number[repeated][order]) == 0) & (np.diff(pair[order]) == 0)
    kept = np.ones(len(ledger), bool)
    kept[repeated[order[same]]] = False
    return ledger.where(kept)


def once_each(ledger: Ledger) -> Ledger:
    """One row for each event, whoever takes part in it."""
    number = ledger.number
    return ledger.where(np.sort(np.unique(number, return_index=True)[1]))


def once_for_each_side(ledger: Ledger) -> NDArray[np.int64]:
    """The places of the sides of every event, each side of an event once."""
    number = ledger.number
    sides = np.concatenate([ledger.actor, ledger.recipient]).astype(np.int64)
    numbers = np.concatenate([number, number])
    known = sides >= 0
    order = np.lexsort((numbers[known], sides[known]))
    side, event = sides[known][order], numbers[known][order]
    new = np.ones(len(side), bool)
    new[1:] = (np.diff(side) != 0) | (np.diff(event) != 0)
    return side[new]


def _repeated(number: NDArray[np.int64]) -> NDArray[np.intp]:
    """Places of the values that occur more than once; few events have many sides, so the rest is spared."""
    if bool((number[1:] > number[:-1]).all()):
        return np.zeros(0, np.intp)
    order = np.argsort(number, kind="stable")
    ordered = number[order]
    same = ordered[1:] == ordered[:-1]
    return np.sort(order[np.concatenate([same, [False]]) | np.concatenate([[False], same])])


def grouped(ledger: Ledger, name: str, members: Sequence[Member]) -> Ledger:
    """The same events with a group in place of its members, on the days on which they belonged to it.

    What the group does in its own name is its own too. What members do to each other is an affair of the
    group with itself; an event of several members counts once.
    """
    sides = tuple(sorted({*ledger.sides, name}))
    place = {side: number for number, side in enumerate(sides)}
    to = np.array([*(place[side] for side in ledger.sides), -1], np.int32)
    actor, recipient = to[ledger.actor], to[ledger.recipient]
    first, last = _membership(sides, members)
    own = np.int32(place[name])
    columns = []
    for column in (actor, recipient):
        belongs = (column >= 0) & (ledger.first >= first[column]) & (ledger.first <= last[column])
        columns.append(np.where(belongs, own, column))
    return once(replace(ledger, sides=sides, actor=columns[0], recipient=columns[1]))


def _membership(
    sides: Sequence[str], members: Sequence[Member]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First and last day of each side in the group; the last before the first for those never in it.

    A side that left and came back is taken as a member from its first day to its last.
    """
    first, last = np.full(len(sides) + 1, _ALWAYS[1]), np.full(len(sides) + 1, 0)
    place = {side: number for number, side in enumerate(sides)}
    for member in members:
        if member.side in place:
            number = place[member.side]
            first[number] = min(first[number], member.first)
            last[number] = max(last[number], member.last)
    return first, last
