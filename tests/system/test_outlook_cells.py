"""Decayed counts and drawn rows against their definitions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.system.outlook import sample as sampling
from dragoman.system.outlook.cells import FIXED, HALF_LIVES, HIT_HALF_LIFE, cells_of
from dragoman.system.outlook.history import history_of
from tests.system.outlooks import ASSAULT, busy

rows = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 30), st.integers(1, 9)), max_size=40)


@settings(deadline=None, max_examples=50)
@given(rows, st.integers(0, 3), st.integers(0, 31))
def test_a_decayed_count_is_the_sum_it_stands_for(
    table: list[tuple[int, int, int]], of: int, at: int
) -> None:
    """Of all rows before a week, each halved once per half-life; the week just past counts in full."""
    segment, week, count = np.array(table, np.int64).reshape(-1, 3).T
    parts = (count * FIXED).astype(np.int64)
    cells = cells_of(segment, week, parts, np.ones(len(week), np.int64), 32)
    last = cells.last(np.array([of]), np.array([at]))
    past = (segment == of) & (week < at)
    for number, half in enumerate(HALF_LIVES):
        assert np.isclose(last.counts(number)[0], (count * 2.0 ** ((week - at + 1) / half))[past].sum(), 1e-5)
    assert np.isclose(last.hits()[0], (2.0 ** ((week - at + 1) / HIT_HALF_LIFE))[past].sum(), 1e-5)
    since = at - 1 - week[past].max() if past.any() else 52
    assert last.weeks_since(52)[0] == since


@settings(deadline=None, max_examples=10)
@given(st.integers(0, 2**32 - 1), st.sampled_from([1, 4]))
def test_all_rows_are_learnt_from_where_they_are_few(seed: int, weeks: int) -> None:
    """Every pair in contact and every week whose horizon is over, once, each with what came."""
    record = busy(seed)
    history = history_of(record, 30)
    found = sampling.sample(history, ASSAULT, weeks, seed=1)
    expected = {
        (pair // 8, pair % 8, week)
        for pair, start in zip(history.pairs.tolist(), history.start.tolist(), strict=True)
        for week in range(max(start + 1, sampling.WARM_UP), 30 - weeks + 1)
    }
    assert sorted(zip(found.actor, found.recipient, found.week, strict=True)) == sorted(expected)
    for actor, recipient, week, came in zip(
        found.actor, found.recipient, found.week, found.happened, strict=True
    ):
        acts = (record.actor == actor) & (record.recipient == recipient) & (record.kind == ASSAULT)
        assert came == (acts & (record.week >= week) & (record.week < week + weeks)).any()
    assert (found.weight == 1).all()


def test_drawn_rows_stand_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are too many, those drawn weigh as much as all, with and without an act."""
    history = history_of(busy(11, sides=12, number=3000), 40)
    whole = sampling.sample(history, ASSAULT, 4, seed=1)
    monkeypatch.setattr(sampling, "HAPPENED", 50)
    monkeypatch.setattr(sampling, "OTHERS", 200)
    part = sampling.sample(history, ASSAULT, 4, seed=1)
    assert len(part.week) < len(whole.week) / 3
    for which in (True, False):
        drawn, all_of_them = part.weight[part.happened == which], whole.weight[whole.happened == which]
        assert np.isclose(drawn.sum(), all_of_them.sum())
