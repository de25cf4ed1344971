"""The log of forecasts: what it scores, and that the scores are what they are called."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dragoman.system.outlook import DEEDS, Log, fit, log_of, replay
from dragoman.terms.outlook import Deed
from tests.system.outlooks import ASSAULT, busy, events


def log(probability: list[float], happened: list[int]) -> Log:
    """Forecasts of one deed, with a climatology of .25 and a base rate of .5."""
    size = len(happened)
    number = np.full(size, ASSAULT)
    one, half = np.ones(size, int), np.full(size, 0.5)
    came = np.array(happened, bool)
    return Log(number, one, one, one, one, np.array(probability), half, half / 2, came)


def test_scores_are_those_computed_by_hand() -> None:
    """Brier, its references, skill, area and calibration error of four forecasts."""
    found = log([0.9, 0.2, 0.6, 0.6], [1, 0, 1, 0]).calibration(Deed.ASSAULT, 1)
    assert found is not None
    assert found.brier == pytest.approx((0.01 + 0.04 + 0.16 + 0.36) / 4)
    assert found.brier_climatology == pytest.approx((2 * 0.75**2 + 2 * 0.25**2) / 4)
    assert found.brier_base_rate == pytest.approx(0.25)
    assert found.skill == pytest.approx(1 - found.brier / found.brier_climatology)
    assert found.skill_over_base_rate == pytest.approx(1 - found.brier / 0.25)
    assert found.auc == pytest.approx(3.5 / 4)
    assert found.error == pytest.approx((0.1 + 0.2 + 2 * 0.1) / 4)
    assert [(each.low, each.n, each.observed) for each in found.bins] == [
        (0.2, 1, 0.0),
        (0.6, 2, 0.5),
        (0.9, 1, 1.0),
    ]


def test_a_log_without_forecasts_has_no_calibration() -> None:
    """Nor has one in which the kind was never forecast; without an act there is no area."""
    assert log([], []).calibration() is None
    assert log([0.5], [1]).calibration(Deed.AID) is None
    nothing = log([0.1, 0.2], [0, 0]).calibration()
    assert nothing is not None
    assert nothing.auc is None


def test_the_log_holds_what_would_have_been_forecast() -> None:
    """A line of it is the forecast of a model that was fitted then, and what came afterwards."""
    record = busy(8)
    found = log_of(record, 30, 32, 2, horizons=(1, 4), kinds=(Deed.ASSAULT,))
    then = (found.at_week == 32) & (found.weeks == 4)
    grid = fit(record, 32, (1, 4), kinds=(Deed.ASSAULT,)).grid(Deed.ASSAULT, 4)
    assert np.array_equal(found.probability[then], grid.probability)
    assert set(found.at_week) == {30, 32}
    for actor, recipient, came in zip(
        found.actor[then], found.recipient[then], found.happened[then], strict=True
    ):
        rows = (record.actor == actor) & (record.recipient == recipient) & (record.kind == ASSAULT)
        assert came == (rows & (record.week >= 32) & (record.week < 36)).any()


def test_only_what_is_over_and_covered_is_scored() -> None:
    """A horizon that runs past the record, or over a week nobody covered, is left out."""
    record = busy(9)
    dark = replace(record, exposure=np.where(np.arange(40) == 33, 0.0, record.exposure))
    found = log_of(dark, 28, 39, horizons=(1, 4), kinds=(Deed.ASSAULT,))
    assert set(found.at_week[found.weeks == 4]) == {28, 29, 34, 35, 36}
    assert 33 not in found.at_week[found.weeks == 1]
    assert not len(log_of(events([], 2, 3), 0, 2))


def test_a_replay_is_the_same_whatever_the_order() -> None:
    """Rows in another order give the same calibration, kind by kind and horizon by horizon."""
    record = busy(10)
    turned = record.where(np.arange(len(record))[::-1])
    kinds = (Deed.ASSAULT, DEEDS[19])
    one, other = (replay(each, 34, 38, 4, horizons=(1, 2), kinds=kinds) for each in (record, turned))
    assert one == other
    assert [(each.kind, each.weeks) for each in one] == [(kind, weeks) for kind in kinds for weeks in (1, 2)]
