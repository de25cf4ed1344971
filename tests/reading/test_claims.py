"""Figures somebody states."""

from __future__ import annotations

import pytest

from tests.reading.readings import read


@pytest.mark.parametrize(
    ("sentence", "low", "high", "unit"),
    [
        ("Iran lost 440 tanks.", 440, 440, "tanks"),
        ("Iran lost at least 440 tanks.", 440, None, "tanks"),
        ("Iran lost up to 440 tanks.", None, 440, "tanks"),
        ("Iran lost between 40 and 60 tanks.", 40, 60, "tanks"),
        ("Iran lost 1,300 soldiers.", 1300, 1300, "soldiers"),
        ("Iran pays $2 million.", 2e6, 2e6, "USD"),
        ("Prices rose 12%.", 12, 12, "percent"),
        ("Dozens of soldiers left.", 20, 99, "soldiers"),
    ],
)
def test_figure_keeps_its_bounds(sentence: str, low: float | None, high: float | None, unit: str) -> None:
    """Qualifiers open a side; vague words are ranges."""
    (claim,) = read(sentence).claims
    assert (claim.low, claim.high, claim.unit) == (low, high, unit)
    assert claim.span.of(sentence)


@pytest.mark.parametrize("sentence", ["In 2014 Iran left.", "On 7 October Iran left.", "It lasted 3 days."])
def test_dates_count_nothing(sentence: str) -> None:
    """Years, days and durations are no claims."""
    assert read(sentence).claims == ()


def test_figure_is_stated_by_its_source() -> None:
    """A figure somebody else states is theirs."""
    (claim,) = read("The Kenyan ministry said 40 soldiers had left.").claims
    assert claim.said_by[0].source.country == "KEN"
