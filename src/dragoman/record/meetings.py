"""Which tellings of a whole record are compared: what share of blocks says, held as arrays.

Looking up block by block for each telling what a store keeps takes longest where all are compared. Here
the members of every block are read once, in the order of the blocks, and pairs follow from that in bulk.
A telling is a place in an order that the caller chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]

_PORTION = 2_000  # tellings whose pairs are found together
_AT_ONCE = 2_000_000  # pairs at once, counted in each of their blocks; some 100 MB
_PLACE = 2**32 - 1  # the part of a number of 64 bits that is a place


class Pairs(msgspec.Struct, frozen=True):
    """Pairs of tellings, each once.

    Attributes:
        one, other: their places; that of the other is the smaller.
        done: how many tellings have been gone through with these.
    """

    one: Places
    other: Places
    done: int


class Meetings:
    """The tellings that stand in blocks together.

    Args:
        pages: the members of some blocks, block after block: for each of them twice its number, plus 1 where
            it is an own block of that telling, and -1 between two blocks.
        place: of the telling with each number, and -1 where there is none; each place once.
    """

    def __init__(self, pages: Iterable[Sequence[int]], place: Places) -> None:
        member, is_own, start = _sorted(pages, place)
        # Who stands in an own block meets all, else those whose own it is: these follow behind all
        own_before = np.cumsum(is_own, dtype=np.int32) - is_own
        self._members = np.concatenate([member, member[is_own]])
        first = np.where(is_own, start, own_before[start] + len(member)).astype(np.int32)
        last = np.where(is_own, np.arange(len(member)), own_before + len(member)).astype(np.int32)
        meets = np.flatnonzero(first < last)
        order = meets[np.argsort(member[meets], kind="stable")]
        self._first, self._last = first[order], last[order]
        self._offset = _ends(np.bincount(member[order], minlength=int(place.max(initial=-1)) + 1))
        self._met = _ends(self._last - self._first)[self._offset]

    def pairs(self) -> Iterator[Pairs]:
        """Every pair that shares a block which is an own one of either, by the larger place."""
        start, tellings = 0, len(self._met) - 1
        while start < tellings:
            stop = int(np.searchsorted(self._met, self._met[start] + _AT_ONCE, side="right")) - 1
            stop = min(max(stop, start + 1), start + _PORTION, tellings)
            yield self._between(start, stop)
            start = stop

    def _between(self, start: int, stop: int) -> Pairs:
        """The pairs of the tellings with these places and those before each of them."""
        rows = slice(self._offset[start], self._offset[stop])
        first = self._first[rows].astype(np.int64)
        counts = self._last[rows] - first
        behind = np.cumsum(counts)
        at = np.arange(counts.sum()) + np.repeat(first - behind + counts, counts)
        own = np.repeat(np.arange(start, stop), np.diff(self._offset[start : stop + 1]))
        found = np.sort(np.repeat(own, counts) << 32 | self._members[at])
        found = found[np.diff(found, prepend=-1) != 0]
        return Pairs((found >> 32).astype(np.int32), (found & _PLACE).astype(np.int32), stop)


def _sorted(pages: Iterable[Sequence[int]], place: Places) -> tuple[Places, NDArray[np.bool_], Places]:
    """Of all blocks, the members by place, whether it is an own block of each, and where the block begins."""
    members, owned, starts = [np.empty(0, np.int32)], [np.empty(0, np.bool_)], [np.empty(0, np.int32)]
    before = 0
    for page in pages:
        values = np.asarray(page, dtype=np.int64)
        block = np.cumsum(values < 0)
        is_known = (values >= 0) & (values >> 1 < len(place))  # others may have come in since
        is_known[is_known] = place[values[is_known] >> 1] >= 0
        values, block = values[is_known], block[is_known]
        codes = np.sort(block << 33 | place[values >> 1].astype(np.int64) << 1 | values & 1)
        sizes = np.bincount(block)
        members.append((codes >> 1 & _PLACE).astype(np.int32))
        owned.append((codes & 1).astype(np.bool_))
        starts.append((before + np.repeat(_ends(sizes)[:-1], sizes)).astype(np.int32))
        before += len(codes)
    return np.concatenate(members), np.concatenate(owned), np.concatenate(starts)


def _ends(counts: NDArray[np.integer]) -> NDArray[np.int64]:
    """Where each of so many things one behind the other begins, and where the last ends."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])
