"""Which tellings are compared at all: those that share a block.

A block is who is meant, what sort of act, and about when. Each telling has own blocks, which fit how exactly
it is known, and wider ones in which it only meets tellings that are known less exactly. So two exactly
dated tellings never meet in the block of a whole month, and a heavy pair of states is cut up by days.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import combinations

from dragoman.record.trace import Trace, packed
from dragoman.terms import Indexed
from dragoman.world import plover, words

_FINE, _COARSE = 4, 32  # days in a bucket
_EXACT = 14  # days; a telling known to these is compared by fine buckets
_SLACK = 1  # day: abroad it is tomorrow already
_LONGEST = 400  # days; a wider interval is as good as none
_PARTIES = 4  # states and blocs of one telling that are combined
_CONFLICT = (plover.Quad.VERBAL_CONFLICT, plover.Quad.MATERIAL_CONFLICT)
_SUBJECTS = 6  # words that tell best what a report is about; they stand in for parties that nobody knows
_RARE = 5.0  # of a word for an act: "annex" but not "attack"
# Words that tell best what the report is about, of which two with the act stand in for a day. One was not
# enough: such blocks grew with the record, and joined what only shares a topic (precision of read tellings
# in bench/merging.py .590 with one of ten, .807 with two of five).
_TOPICS = 5
_DETAILS = 4  # rare words of the sentence, of which two together stand in for a day


def indexed(trace: Trace) -> Indexed:
    """A telling as the store keeps it for the merging."""
    own, wider = blocks(trace)
    return Indexed(trace.mention, packed(trace), own, wider)


def blocks(trace: Trace) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The own blocks of a telling and its wider ones, as signed 64-bit numbers."""
    exact, loose = _parties(trace)
    fine, coarse = _buckets(trace)
    details = _details(trace, exact)
    by_fine = [f"{party} {bucket}" for party in (*exact, *trace.about[:_SUBJECTS]) for bucket in fine]
    by_coarse = [f"{party} {bucket}" for party in exact for bucket in coarse]
    wide = [f"{party} {bucket}" for party in loose for bucket in fine or coarse]
    own = by_fine or by_coarse
    if trace.when is None:
        own = [*own, *details]  # it may be older news than the report, or have no day at all
    wider = [*(by_coarse if fine else []), *wide, *(details if trace.when else [])]
    return _numbers(own), _numbers(wider, but=own)


def _details(trace: Trace, exact: list[str]) -> list[str]:
    """What stands in for a day: rare words of the sentence, a rare deed, a deed in a report on something."""
    rare = [act for act in trace.act if words.rarity(act) >= _RARE]
    topics = trace.about[:_TOPICS]
    return [
        *(" ".join(sorted(pair)) for pair in combinations(trace.words[:_DETAILS], 2)),
        *(f"{party} {act}" for party in exact for act in rare),
        *(f"{act} {' '.join(sorted(pair))}" for act in trace.act for pair in combinations(topics, 2)),
    ]


def _parties(trace: Trace) -> tuple[list[str], list[str]]:
    """Who is meant, in pairs and one by one; one party alone goes with the sort of act."""
    sides = list(trace.sides[:_PARTIES])
    place = trace.place.partition("/")[0]
    if place and place not in sides:
        sides.append(place)
    sort = _sort(trace)
    single = [f"{side} {sort}" for side in sides] or [f"- {sort}"]
    pairs = [f"{one} {other}" for one, other in combinations(sorted(sides), 2)]
    return (pairs or single), single


def _sort(trace: Trace) -> str:
    return "conflict" if plover.quad(trace.type) in _CONFLICT else "cooperation"


def _buckets(trace: Trace) -> tuple[list[str], list[str]]:
    """The fine and the coarse stretches of days it can have happened in."""
    if trace.near is None or trace.near[1] - trace.near[0] >= _LONGEST:
        return [], []
    first, last = trace.near
    coarse = [f"m{number}" for number in range(first // _COARSE, last // _COARSE + 1)]
    if last - first >= _EXACT:
        return [], coarse
    return [f"d{number}" for number in range((first - _SLACK) // _FINE, (last + _SLACK) // _FINE + 1)], coarse


def _numbers(names: list[str], but: list[str] | None = None) -> tuple[int, ...]:
    left_out = set(but or ())
    return tuple(_number(name) for name in dict.fromkeys(names) if name not in left_out)


def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)
