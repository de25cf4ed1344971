"""A day of publication: how well it must be known for what."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.terms import Clue, Interval, Published


def published(days: str, best: date | None = None) -> Published:
    """Published on some days."""
    return Published(Interval.parse(days), best=best)


@pytest.mark.parametrize(
    ("days", "best", "day"),
    [
        ("2022-10-07", None, date(2022, 10, 7)),
        ("2022-10", None, date(2022, 10, 31)),
        ("2022", date(2022, 10, 8), date(2022, 10, 8)),
        ("2019/2022", date(2022, 10, 8), None),
        ("2022-10-07/", None, None),
        ("/", None, None),
    ],
)
def test_one_day_stands_for_no_more_than_a_year(days: str, best: date | None, day: date | None) -> None:
    """The likeliest, else the last."""
    assert published(days, best).day == day


@pytest.mark.parametrize(
    ("days", "is_anchor"),
    [("2022-10-07", True), ("2022-10", True), ("2022", False), ("2022/", False), ("/", False)],
)
def test_days_are_counted_from_no_more_than_two_months(days: str, is_anchor: bool) -> None:
    """Otherwise "on Friday" stays unknown."""
    assert published(days).anchor == (Interval.parse(days) if is_anchor else Interval())


@pytest.mark.parametrize(("days", "against"), [("2022-10", False), ("2023/", True), ("/", False)])
def test_a_clue_that_shares_no_day_contradicts(days: str, against: bool) -> None:
    """One that allows nothing in particular does not."""
    assert published("2022-10-07").contradicts(Clue("url", "words", Interval.parse(days))) is against


def test_a_wide_guess_is_no_day_of_a_report() -> None:
    """It stays with the document; lists take what is said, however wide, and a guess to two months."""
    year, weeks = Interval.parse("2022"), Interval.parse("2022-10-01/2022-10-20")
    assert Published(year).reported == year
    assert Published(year, best=date(2022, 6, 1)).reported == Interval()
    assert Published(weeks, best=date(2022, 10, 2)).reported == weeks
