"""What was known before a week: cells of pairs and of sides, who was in contact, and which weeks count."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.system.outlook.cells import FIXED, HIT_HALF_LIFE, Cells, Last, cells_of
from dragoman.system.outlook.events import FORECAST, QUAD_OF, TYPES, Events, Floats, Ints

MEMORY = 260  # weeks; what is older would count less than a thirtieth, and is not looked at


@dataclass(frozen=True, eq=False, slots=True)
class History:
    """Everything before the forecast week, ready to be asked about any earlier week as well.

    Attributes:
        sides: number of sides, S.
        week: the forecast week, T.
        groups: kinds, further kinds, and last "anything"; a segment of a pair is group * S^2 + A * S + B.
        dyads: cells of pairs; ``actors`` and ``recipients`` those of sides, segment group * S + side.
        everybody: [groups, T + 1] pairs with an act in the weeks before each, decayed.
        trials: [T + 1] covered weeks before each week, decayed likewise.
        covered: [T] 1 for weeks that somebody covered, 0 for others.
        pairs: [pairs] A * S + B of those in contact in either direction, ascending.
        start: [pairs] the first week in which they were.
        partners_out, partners_in: [S, T + 1] pairs in contact before each week, by actor and by recipient.
        newcomers: [groups] acts in the first weeks of contact.
        strangers: pairs times covered weeks without any contact so far.
    """

    sides: int
    week: int
    groups: int
    dyads: Cells
    actors: Cells
    recipients: Cells
    everybody: Floats
    trials: Floats
    covered: Ints
    pairs: Ints
    start: Ints
    partners_out: Ints
    partners_in: Ints
    newcomers: Floats
    strangers: float

    @property
    def anything(self) -> int:
        """The group that counts acts of every kind."""
        return self.groups - 1

    def dyad(self, group: int, actor: Ints, recipient: Ints, week: Ints) -> Last:
        """Last cells of pairs before weeks; all [queries]."""
        return self.dyads.last((group * self.sides + actor) * self.sides + recipient, week)

    def actor(self, group: int, actor: Ints, week: Ints) -> Last:
        """Last cells of what sides did to anybody."""
        return self.actors.last(group * self.sides + actor, week)

    def recipient(self, group: int, recipient: Ints, week: Ints) -> Last:
        """Last cells of what anybody did to sides."""
        return self.recipients.last(group * self.sides + recipient, week)


def history_of(events: Events, week: int, memory: int = MEMORY) -> History:
    """What is known before ``week``, of ``memory`` weeks; rows and exposure of later ones are not looked at.

    Raises:
        ValueError: ``week`` is negative or beyond the weeks of the exposure.
    """
    if not 0 <= week <= len(events.exposure):
        raise ValueError(f"forecast week {week} is not in 0 to {len(events.exposure)}")
    known = events.where(events.usable(max(0, week - memory), week))
    covered = (events.exposure[:week] > 0).astype(np.int64)
    covered[: max(0, week - memory)] = 0
    sides, span = events.sides, week + 1
    groups = max(FORECAST, int(known.kind.max(initial=0)) + 1) + 1
    pair = known.actor.astype(np.int64) * sides + known.recipient
    segment, when, count = _grouped(known, pair, groups, sides * sides, span)
    one = np.ones(len(segment), np.int64)
    dyads = cells_of(segment, when, count, one, span)
    group, dyad = np.divmod(segment, sides * sides)
    actor, recipient = np.divmod(dyad, sides)
    everybody = _by_week(group, when, groups, week)
    pairs, start = _contacts(segment[group == groups - 1], when[group == groups - 1], sides)
    new, strangers = _first_meetings(group, dyad, when, pairs, start, groups, covered, sides)
    return History(
        sides,
        week,
        groups,
        dyads,
        cells_of(group * sides + actor, when, count, one, span),
        cells_of(group * sides + recipient, when, count, one, span),
        everybody,
        _faded(covered.astype(np.float64)),
        covered,
        pairs,
        start,
        _partners(pairs // sides, start, sides, week),
        _partners(pairs % sides, start, sides, week),
        new,
        strangers,
    )


def _grouped(known: Events, pair: Ints, groups: int, square: int, span: int) -> tuple[Ints, Ints, Ints]:
    """Rows summed to cells of type, quad, further kind and "anything": segment, week and count, sorted."""
    kind, week = known.kind.astype(np.int64), known.week.astype(np.int64)
    parts = np.rint(known.weight.astype(np.float64) * FIXED).astype(np.int64)
    key, count = _summed((kind * square + pair) * span + week, parts)
    kind, rest = np.divmod(key, square * span)
    typed = kind < TYPES
    quad = QUAD_OF[kind[typed]] * (square * span) + rest[typed]
    acts = kind < FORECAST
    every = (groups - 1) * (square * span) + rest[acts]
    key, count = _summed(
        np.concatenate([key, quad, every]), np.concatenate([count, count[typed], count[acts]])
    )
    segment, week = np.divmod(key, span)
    return segment, week, count


def _summed(key: Ints, count: Ints) -> tuple[Ints, Ints]:
    order = np.argsort(key)  # in any order: the sums are of whole numbers
    key = key[order]
    start = np.flatnonzero(np.diff(key, prepend=-1))
    return key[start], np.add.reduceat(count[order], start) if len(start) else count


def _by_week(group: Ints, week: Ints, groups: int, weeks: int) -> Floats:
    hits = np.bincount(group * weeks + week, minlength=groups * weeks).reshape(groups, weeks)
    return _faded(hits.astype(np.float64))


def _faded(values: Floats) -> Floats:
    """[..., T + 1] the decayed sum of what was before each week of [..., T]."""
    weeks = values.shape[-1]
    found = np.zeros((*values.shape[:-1], weeks + 1))
    for week in range(weeks):
        found[..., week + 1] = found[..., week] * 2.0 ** (-1 / HIT_HALF_LIFE) + values[..., week]
    return found


def _contacts(segment: Ints, week: Ints, sides: int) -> tuple[Ints, Ints]:
    """Pairs in contact, in both directions, and since when."""
    pair = segment % (sides * sides)
    turned = pair % sides * sides + pair // sides
    both, weeks = np.concatenate([pair, turned]), np.concatenate([week, week])
    span = int(weeks.max(initial=0)) + 1
    pair, week = np.divmod(np.sort(both * span + weeks), span)
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    return pair[first], week[first]


def _partners(side: Ints, start: Ints, sides: int, weeks: int) -> Ints:
    """[sides, T + 1] how many of the pairs of each side were in contact before each week."""
    new = np.bincount(side * (weeks + 1) + start + 1, minlength=sides * (weeks + 1))
    return np.cumsum(new.reshape(sides, weeks + 1), axis=1)


def _first_meetings(
    group: Ints, dyad: Ints, week: Ints, pairs: Ints, start: Ints, groups: int, covered: Ints, sides: int
) -> tuple[Floats, float]:
    """Acts by which pairs came into contact, by group, and for how many pairs and weeks none did."""
    first = np.full(len(dyad), -1)  # of a pair of which only plans are known there was no meeting
    if len(pairs):
        place = np.minimum(np.searchsorted(pairs, dyad), len(pairs) - 1)
        first = np.where(pairs[place] == dyad, start[place], -1)
    met = np.bincount(group[week == first], minlength=groups).astype(np.float64)
    weeks = float(covered.sum())
    before = np.concatenate([[0], np.cumsum(covered)])[start]
    return met, sides * (sides - 1) * weeks - float((weeks - before).sum())
