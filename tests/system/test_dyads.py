"""The weeks of dyads without a full table of them."""

from __future__ import annotations

import tracemalloc

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.system import filter as filtering
from dragoman.system.counts import Counts, count
from dragoman.system.dyads import MATERIAL, VERBAL, dyads
from dragoman.system.filter import Weeks
from dragoman.system.ledger import Entry
from dragoman.system.pairs import undirected
from tests.system.ledgers import entries, entry, of
from tests.system.quiet import quiet


def counted(found: list[Entry]) -> Counts:
    """Their pairs by week."""
    return count(undirected(of(*found).with_status().abroad()))


@settings(max_examples=50, deadline=None)
@given(
    entries(),
    st.sampled_from([((0, 1), (2, 3)), *(tuple((quad,) for quad in acts) for acts in (VERBAL, MATERIAL))]),
)
def test_every_week_is_that_of_the_counts(
    found: list[Entry], kinds: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    """Week by week, whatever counts as cooperation and as conflict; what a dyad did not do is 0."""
    counts = counted(found)
    table = dyads(counts, 0.0)
    weeks = table.weeks(*kinds)
    for week in range(counts.periods):
        for told, quads in zip(weeks.week(week), kinds, strict=True):
            cells = counts.period == week
            known = dict(zip(counts.dyad[cells].tolist(), counts.events[cells], strict=True))
            wanted = [sum(known[each][list(quads)]) if each in known else 0.0 for each in table.numbers]
            assert told.tolist() == wanted


@settings(max_examples=50, deadline=None)
@given(entries())
def test_full_weeks_say_the_same(found: list[Entry]) -> None:
    """The filter comes to the same figures by them; the events of all weeks are those of the counts."""
    table = dyads(counted(found), 0.0)
    full = table.full(np.arange(len(table.numbers)))
    one, other = filtering.run(table.weeks()), filtering.run(full)
    assert one.cooperation.tolist() == other.cooperation.tolist()
    assert one.volume.fit.tolist() == other.volume.fit.tolist()
    assert np.allclose(table.totals(), (full.cooperation + full.conflict).sum(axis=1))


def test_a_dyad_without_events_has_weeks() -> None:
    """Who is on a watch-list is followed, whatever happened between them; no weeks are none."""
    counts = counted([entry(1, ["ARM"], ["KAZ"]), entry(2, ["KAZ"], ["RUS"])])
    table = dyads(counts, 1.0, (2,))
    assert [table.names(dyad) for dyad in range(3)] == [("ARM", "KAZ"), ("ARM", "RUS"), ("KAZ", "RUS")]
    assert table.weeks().week(0)[0].tolist() == [1.0, 0.0, 1.0]
    assert table.totals().tolist() == [1.0, 0.0, 1.0]
    nothing = dyads(counted([]))
    assert (len(nothing.weeks().sides), nothing.totals().tolist()) == (0, [])


def test_the_states_of_past_weeks_are_let_go() -> None:
    """What it takes does not grow with the weeks: the last state is all that is kept."""
    weeks = quiet(300, 200)
    tracemalloc.start()
    filtering.run(Weeks(weeks.cooperation[:, :20], weeks.conflict[:, :20], weeks.exposure[:20], weeks.sides))
    few = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    filtering.run(weeks)
    assert tracemalloc.get_traced_memory()[1] < 1.5 * few
    tracemalloc.stop()
