"""Comparing all tellings of a record: what `likeness.link` gives for each two that share a block.

Of what a trace holds, only that by which most pairs are passed over is kept at hand: some twenty bytes a
telling and its gist. The few pairs that are left are weighed with their whole traces.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.record import likeness
from dragoman.record.likeness import _FAR as FAR
from dragoman.record.meetings import Meetings, Places
from dragoman.record.trace import Trace, unpacked
from dragoman.terms import Link

_ACTS = 4  # words for an act at hand; a telling with more of them is always weighed
_CHUNK = 65_536  # pairs looked at together
_KEPT = 20_000  # traces kept unpacked, about 100 MB: in the order of days most pairs are of neighbours

Fetch = Callable[[Sequence[str]], Mapping[str, bytes]]


class Linked(msgspec.Struct, frozen=True):
    """Some links, and how many tellings have been compared with all before them."""

    links: list[Link]
    done: int


class Sieve(msgspec.Struct, frozen=True):
    """What most pairs are passed over by: other words for the act, and a gist that points elsewhere.

    Attributes:
        acts: numbers that stand for the words for the act, -1 where there are no more.
        has_more: whether there are more than have room.
        gists: a row for each telling, and their lengths; 0 where there is none.
    """

    acts: NDArray[np.int32]
    has_more: NDArray[np.bool_]
    gists: NDArray[np.int8]
    lengths: NDArray[np.float32]

    def passes(self, one: Places, other: Places) -> NDArray[np.bool_]:
        """Which of these pairs have to be weighed; for all others `likeness.link` gives none."""
        passed = self.has_more[one] | self.has_more[other]
        passed |= (self.lengths[one] == 0) | (self.lengths[other] == 0)
        for left in self.acts.T:
            for right in self.acts.T:
                passed |= (left[one] == right[other]) & (left[one] >= 0)
        rest = np.flatnonzero(~passed)
        for start in range(0, len(rest), _CHUNK):
            some = rest[start : start + _CHUNK]
            passed[some] = self._closeness(one[some], other[some]) >= FAR
        return passed

    def _closeness(self, one: Places, other: Places) -> NDArray[np.float32]:
        left, right = (self.gists[side].astype(np.float32) for side in (one, other))
        products: NDArray[np.float32] = np.einsum("ij,ij->i", left, right)
        return products / (self.lengths[one] * self.lengths[other])


class _Seen:
    """What is looked at of each telling, gathered trace by trace."""

    def __init__(self) -> None:
        self.numbers, self.days, self._acts = array("q"), array("q"), array("i")
        self.ids: list[str] = []
        self._has_more = bytearray()
        self._gists: list[bytes] = []
        self._words: dict[str, int] = {}

    def put(self, number: int, trace: Trace) -> None:
        known = [self._words.setdefault(stem, len(self._words)) for stem in trace.act[:_ACTS]]
        day = trace.near or trace.published
        self.numbers.append(number)
        self.days.append(day[0] if day else 0)
        self.ids.append(trace.mention)
        self._acts.extend((*known, *(-1,) * (_ACTS - len(known))))
        self._has_more.append(len(trace.act) > _ACTS)
        self._gists.append(trace.gist)

    def sieve(self, order: NDArray[np.intp]) -> Sieve:
        """The sieve with the tellings in this order."""
        width = max(map(len, self._gists), default=0)
        together = b"".join(gist.ljust(width, b"\0") for gist in self._gists)
        gists = np.frombuffer(together, dtype=np.int8).reshape(len(self._gists), width)[order]
        acts = np.array(self._acts, dtype=np.int32).reshape(-1, _ACTS)[order]
        used = int((acts >= 0).any(axis=0).sum())
        squares = np.einsum("ij,ij->i", gists, gists, dtype=np.int64)
        return Sieve(
            acts[:, :used],
            np.frombuffer(self._has_more, dtype=np.bool_)[order],
            gists,
            np.sqrt(squares).astype(np.float32),
        )


class _Kept:
    """The traces looked at last, unpacked."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._traces: dict[str, Trace] = {}

    def of(self, ids: Collection[str]) -> dict[str, Trace]:
        """The traces of these; those that are gone by now are left out."""
        missing = [id for id in ids if id not in self._traces]
        found = {id: unpacked(data) for id, data in self._fetch(missing).items()} if missing else {}
        for id in ids:
            if id in self._traces:
                found[id] = self._traces.pop(id)
        self._traces.update(found)
        for id in list(islice(self._traces, max(0, len(self._traces) - _KEPT))):
            del self._traces[id]
        return found


def compare(
    traces: Iterable[tuple[int, bytes]], pages: Iterable[Sequence[int]], fetch: Fetch
) -> Iterator[Linked]:
    """The links of all tellings with each other, each once, day by day.

    Args:
        traces: every telling's number and packed trace.
        pages: the members of their blocks, see `Meetings`.
        fetch: the packed traces of tellings by id.
    """
    seen = _Seen()
    for number, data in traces:
        seen.put(number, unpacked(data))
    numbers = np.array(seen.numbers, dtype=np.int64)
    order = np.argsort(np.array(seen.days), kind="stable")
    place = np.full(int(numbers.max(initial=-1)) + 1, -1, dtype=np.int32)
    place[numbers[order]] = np.arange(len(order))
    sieve, ids = seen.sieve(order), [seen.ids[number] for number in order.tolist()]
    del seen
    kept = _Kept(fetch)
    for met in Meetings(pages, place).pairs():
        weighed = sieve.passes(met.one, met.other)
        pairs = [
            (ids[one], ids[other])
            for one, other in zip(met.one[weighed].tolist(), met.other[weighed].tolist(), strict=True)
        ]
        known = kept.of(dict.fromkeys(id for pair in pairs for id in pair))
        pairs = [pair for pair in pairs if pair[0] in known and pair[1] in known]
        yield Linked(likeness.links(known, pairs) if pairs else [], met.done)
