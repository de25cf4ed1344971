"""The outlook: what it may look at, where it stays at the base rate, and that its forecasts agree."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.system.outlook import Events, fit
from dragoman.system.outlook.coherence import rising
from dragoman.system.outlook.events import FORECAST
from dragoman.system.outlook.model import LEAST_EVENTS, MOST
from dragoman.terms import UnknownName
from dragoman.terms.outlook import Deed
from tests.system.outlooks import ACCUSE, ASSAULT, busy, events, two

KINDS = (Deed.ASSAULT, Deed.ACCUSE, Deed.VERBAL_CONFLICT, Deed.MATERIAL_CONFLICT)
PLANNED = FORECAST + ASSAULT
seeds = st.integers(0, 2**32 - 1)


@settings(deadline=None, max_examples=6)
@given(seeds)
def test_the_order_of_the_rows_does_not_matter(seed: int) -> None:
    """Shuffled rows give the same forecasts to the last digit, and reasons with the same rows."""
    record = busy(seed)
    order = np.random.default_rng(seed).permutation(len(record))
    one, other = fit(record, 36, kinds=KINDS), fit(record.where(order), 36, kinds=KINDS)
    for here, there in zip(one.all(Deed.ASSAULT, 4, 5), other.all(Deed.ASSAULT, 4, 5), strict=True):
        blank = [msgspec.structs.replace(each, reasons=()) for each in (here, there)]
        assert blank[0] == blank[1]
        for reason, turned in zip(here.reasons, there.reasons, strict=True):
            assert (reason.words, reason.weight) == (turned.words, turned.weight)
            assert sorted(order[list(turned.rows)]) == list(reason.rows)


@settings(deadline=None, max_examples=6)
@given(seeds)
def test_nothing_after_the_forecast_date_changes_it(seed: int) -> None:
    """Neither events of that week and later, nor how well those weeks are covered."""
    record = busy(seed)
    past = record.where(np.flatnonzero(record.week < 30))
    exposure = np.where(np.arange(40) < 30, record.exposure, 0.0)
    for weeks in (1, 4, 12):
        whole = fit(record, 30, kinds=KINDS).grid(Deed.ASSAULT, weeks)
        cut = fit(replace(past, exposure=exposure), 30, kinds=KINDS).grid(Deed.ASSAULT, weeks)
        assert np.array_equal(whole.probability, cut.probability)
        assert np.array_equal(whole.base_rate, cut.base_rate)


@settings(deadline=None, max_examples=6)
@given(seeds, st.sampled_from([6, 20, 40]))
def test_forecasts_agree(seed: int, week: int) -> None:
    """More weeks are never less likely, and a quad never less than its types; so are the base rates."""
    model = fit(busy(seed), week, (1, 2, 4, 12), kinds=KINDS)
    for kind in KINDS:
        grids = [model.grid(kind, weeks) for weeks in model.horizons]
        for column in ("probability", "base_rate"):
            values = np.array([getattr(grid, column) for grid in grids])
            assert (np.diff(values, axis=0) >= -1e-12).all()
            assert (values >= 0).all()
            assert (values <= MOST).all()
    quad, part = model.grid(Deed.MATERIAL_CONFLICT, 4), model.grid(Deed.ASSAULT, 4)
    assert (quad.probability >= part.probability).all()
    assert (quad.base_rate >= part.base_rate).all()


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_rising_is_the_nearest_rising_row(values: list[float]) -> None:
    """It rises, leaves what rises as it is, and keeps the mean."""
    found = rising(np.array(values)[:, None])[:, 0]
    assert (np.diff(found) >= -1e-12).all()
    assert np.isclose(found.mean(), np.mean(values))
    assert np.allclose(rising(found[:, None])[:, 0], found)


def test_a_thin_pair_gets_the_base_rate() -> None:
    """With few events between two sides nothing but their base rate is said, and that it is that."""
    record = busy(1)
    model = fit(record, 40, kinds=KINDS)
    thin = model.grid(Deed.ASSAULT, 4).n < LEAST_EVENTS
    grid = model.grid(Deed.ASSAULT, 4)
    assert thin.any()
    assert np.array_equal(grid.probability[thin], grid.base_rate[thin])
    assert not grid.enough[thin].any()
    place = int(np.flatnonzero(thin)[0])
    found = model.outlook(int(grid.actor[place]), int(grid.recipient[place]), Deed.ASSAULT, 4)
    assert (found.enough, found.low, found.high) == (False, None, None)
    assert len(found.reasons) == 1  # how often it was


def test_a_thin_record_gets_the_base_rate() -> None:
    """A record of some weeks gives base rates only, and an empty one gives them too."""
    young = fit(busy(2), 8).outlook(0, 1, Deed.ASSAULT, 1)
    assert (young.enough, young.probability) == (False, young.base_rate)
    assert 0 < young.base_rate < 1
    empty = fit(events([], 3, 5), 5).outlook(0, 1, Deed.ASSAULT, 12)
    assert (empty.enough, empty.n) == (False, 0)
    assert empty.probability == empty.base_rate < 1e-4
    assert fit(events([], 3, 5), 0).all(Deed.ASSAULT, 1) == ()


def test_a_pair_that_fights_every_week_is_near_one() -> None:
    """Among quiet pairs, those that fought in each of sixty weeks go on; strangers do not begin."""
    dice = np.random.default_rng(3)
    always = [(side, side + 1, week, ASSAULT) for week in range(60) for side in (0, 4, 8)]
    seldom = [(*two(dice, 20), int(week), ACCUSE) for week in dice.integers(0, 60, 400)]
    model = fit(events(always + seldom, 21, 60), 60, kinds=(Deed.ASSAULT,))
    assert model.outlook(0, 1, Deed.ASSAULT, 1).probability > 0.85
    assert model.outlook(0, 1, Deed.ASSAULT, 4).probability > 0.9
    assert model.outlook(2, 20, Deed.ASSAULT, 4).probability < 0.01


def test_reasons_point_at_rows_of_the_pair_before_the_date() -> None:
    """Every row of a reason is older than the forecast, of the sides that the words name, and there once."""
    record = busy(4)
    model = fit(record, 33, kinds=KINDS, sides=[f"side {number}" for number in range(8)])
    found = next(each for each in model.all(Deed.ASSAULT, 1) if each.enough)
    a, b = f"side {found.actor}", f"side {found.recipient}"
    assert found.reasons
    for reason in found.reasons:
        rows = np.array(reason.rows, int)
        assert (record.week[rows] < 33).all()
        assert len(set(reason.rows)) == len(rows)
        if f"from {a}" in reason.words:
            assert (record.actor[rows] == found.actor).all()
        if f"to {b}" in reason.words:
            assert (record.recipient[rows] == found.recipient).all()
    assert any(reason.words.startswith(f"ASSAULT from {a} to {b} in ") for reason in found.reasons)


def test_what_was_announced_can_be_a_reason() -> None:
    """Further kinds are no acts, but where they go before acts they are seen, and named."""
    dice = np.random.default_rng(5)
    rows: list[tuple[int, int, int, int]] = []
    for week in range(2, 148):
        actor, recipient = two(dice, 6)
        rows += [(actor, recipient, week, 20), (actor, recipient, week + 1, ASSAULT)]
        rows += [(*two(dice, 6), week, ACCUSE)]
    rows += [(0, 1, 149, 20)]
    model = fit(events(rows, 6, 151), 150, (1,), kinds=(Deed.ASSAULT,), further=("planned assault",))
    found = model.outlook(0, 1, Deed.ASSAULT, 1)
    assert found.probability > 3 * found.base_rate
    assert "planned assault from A to B" in found.reasons[0].words
    assert len(rows) - 1 in found.reasons[0].rows


def test_the_interval_holds_the_forecast() -> None:
    """It lies within 0 and 1 and holds the probability; without enough there is none."""
    found = fit(busy(6), 40, kinds=KINDS).all(Deed.ASSAULT, 4, 60)
    assert {each.enough for each in found} == {True, False}
    for each in found:
        assert each.enough == (each.low is not None) == (each.high is not None)
        if each.low is not None and each.high is not None:
            assert 0 <= each.low < each.probability < each.high <= 1


def test_what_is_asked_wrongly_is_said() -> None:
    """Unknown horizons, kinds, sides, weeks and columns of different length are errors."""
    record = busy(7)
    model = fit(record, 40, kinds=(Deed.ASSAULT,))
    with pytest.raises(UnknownName, match="horizon in weeks '3'"):
        model.outlook(0, 1, Deed.ASSAULT, 3)
    with pytest.raises(UnknownName, match="fitted kind 'AID'"):
        model.grid(Deed.AID, 1)
    with pytest.raises(ValueError, match="two different"):
        model.outlook(1, 1, Deed.ASSAULT, 1)
    with pytest.raises(ValueError, match="forecast week 41"):
        fit(record, 41)
    with pytest.raises(ValueError, match="different length"):
        Events(
            record.actor[1:], record.recipient, record.week, record.kind, record.weight, 8, record.exposure
        )


def test_a_pair_of_which_only_plans_are_known_has_not_met() -> None:
    """What may announce an act is looked at, and is no contact."""
    record = events([(0, 1, week, ACCUSE) for week in range(30)] + [(2, 3, 5, PLANNED)], 4, 36)
    model = fit(record, 36, kinds=KINDS)
    assert model.outlook(0, 1, Deed.ACCUSE, 4).probability > 0.5
    assert [(each.actor, each.recipient) for each in model.all(Deed.ACCUSE, 4)] == [(0, 1), (1, 0)]
