"""Groups of numbers against lists of lists."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store.groups import grouped, once, pairs, turned

members = st.lists(st.lists(st.integers(0, 2**31 - 1), max_size=4, unique=True), min_size=1, max_size=100)


@pytest.mark.parametrize("chosen", [slice(None), slice(None, None, 3), slice(0, 0), slice(-1, None)])
@given(members)
def test_groups_give_what_was_put_into_them(chosen: slice, members: list[list[int]]) -> None:
    """However many are asked for, in order and each number once."""
    owners = np.array([owner for owner, own in enumerate(members) for _ in own], np.int64)
    values = np.array(list(chain.from_iterable(members)), np.int64)
    groups = grouped(once(np.tile(pairs(owners, values), 2)), len(members))
    asked = list(range(len(members)))[chosen]
    expected = [value for owner in asked for value in sorted(members[owner])]
    assert groups.of(asked).tolist() == groups.of(np.array(asked, np.intp)).tolist() == expected


def test_pairs_can_be_turned() -> None:
    """What belonged to a group becomes one, and the group belongs to it."""
    found = pairs(np.array([0, 1, 1]), np.array([5, 5, 2**31 - 1]))
    assert turned(found).tolist() == pairs(np.array([5, 5, 2**31 - 1]), np.array([0, 1, 1])).tolist()
