"""Comparing all tellings at once gives what comparing them two by two gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record import comparing, meetings
from dragoman.record.blocks import blocks
from dragoman.record.comparing import compare
from dragoman.record.likeness import link
from dragoman.record.meetings import Meetings
from dragoman.record.trace import Trace, packed
from dragoman.terms import Link
from tests.record.test_features import ONE
from tests.record.traces import traces

piles = st.lists(traces, max_size=12, unique_by=lambda trace: trace.mention)
members = st.dictionaries(st.integers(0, 9), st.booleans(), min_size=1)


def pages(held: Sequence[dict[int, bool]]) -> Iterator[list[int]]:
    """The members of blocks as the store gives them, two blocks a page."""
    flat = [[2 * number + is_own for number, is_own in block.items()] for block in held]
    for start in range(0, len(flat), 2):
        first, *others = flat[start : start + 2]
        yield [*first, *(value for block in others for value in (-1, *block))]


def compared(pile: Sequence[Trace]) -> list[Link]:
    """The links that are found when all are compared at once, with numbers that have gaps."""
    held: dict[int, dict[int, bool]] = {}
    for number, trace in enumerate(pile):
        own, wider = blocks(trace)
        for key in (*own, *wider):
            held.setdefault(key, {})[3 * number + 1] = key in own
    known = {trace.mention: packed(trace) for trace in pile}
    numbered = [(3 * number + 1, packed(trace)) for number, trace in enumerate(pile)]
    found = compare(numbered, pages(list(held.values())), lambda ids: {id: known[id] for id in ids})
    return sorted((link for some in found for link in some.links), key=lambda link: (link.one, link.other))


def meet(one: Trace, other: Trace) -> bool:
    """Whether they share a block that is an own one of either."""
    (own, wider), (owned, wide) = (tuple(map(set, blocks(each))) for each in (one, other))
    return bool(own & owned or own & wide or wider & owned)


@settings(deadline=None, max_examples=40)
@given(piles)
def test_all_at_once_is_two_by_two(pile: list[Trace]) -> None:
    """Each pair that shares a block is linked as it would be by itself, and once."""
    ordered = sorted(pile, key=lambda trace: trace.mention)
    pairs = [link(one, other) for one, other in combinations(ordered, 2) if meet(one, other)]
    assert compared(pile) == [made for made in pairs if made is not None]


@settings(deadline=None, max_examples=40)
@given(st.lists(members, max_size=8), st.permutations(range(10)), st.integers(1, 4), st.integers(1, 9))
def test_who_meets(held: list[dict[int, bool]], place: Sequence[int], portion: int, at_once: int) -> None:
    """All who share a block that is an own one of either, each pair once, whatever is done at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(meetings, "_PORTION", portion)
        patch.setattr(meetings, "_AT_ONCE", at_once)
        portions = list(Meetings(pages(held), np.array(place, dtype=np.int32)).pairs())
    found = [pair for each in portions for pair in zip(each.one.tolist(), each.other.tolist(), strict=True)]
    expected = {
        tuple(sorted((place[one], place[other]), reverse=True))
        for block in held
        for one, other in combinations(block, 2)
        if block[one] or block[other]
    }
    assert sorted(found) == sorted(expected)
    assert portions[-1].done == len(place)


def test_tellings_that_came_in_or_went_meanwhile_are_passed_over() -> None:
    """Their numbers are in blocks, and no trace of them was seen."""
    place = np.array([0, -1, 1], dtype=np.int32)
    (found,) = Meetings(pages([{0: True, 1: True, 2: True, 7: True}]), place).pairs()
    assert (found.one.tolist(), found.other.tolist()) == ([1], [0])


def test_few_traces_are_kept_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those used last; the others are fetched again."""
    monkeypatch.setattr(comparing, "_KEPT", 2)
    asked: list[list[str]] = []
    one = traces_named("abc")

    def fetch(ids: Sequence[str]) -> dict[str, bytes]:
        asked.append(list(ids))
        return {id: packed(one[id]) for id in ids if id in one}

    kept = comparing._Kept(fetch)
    assert kept.of(["a", "b"]) == {id: one[id] for id in "ab"}
    assert set(kept.of(["a", "c", "gone"])) == {"a", "c"}
    assert set(kept.of(["a"])) == {"a"}
    assert set(kept.of(["b", "c"])) == {"b", "c"}
    assert asked == [["a", "b"], ["c", "gone"], ["b"]]


def traces_named(names: str) -> dict[str, Trace]:
    """A trace of each name."""
    return {name: msgspec.structs.replace(ONE, mention=name) for name in names}
