"""Dates that know how exact they are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms import DragomanError, Interval

days = st.dates()


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (" 2022-10-07 ", date(2022, 10, 7), date(2022, 10, 7)),
        ("2022-10-07T23:59:59Z", date(2022, 10, 7), date(2022, 10, 7)),
        ("2022-10-07 9:15", date(2022, 10, 7), date(2022, 10, 7)),
        ("2022 / 2023-03", date(2022, 1, 1), date(2023, 3, 31)),
        ("2022-10/", date(2022, 10, 1), None),
        ("/2022-10", None, date(2022, 10, 31)),
        ("/", None, None),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_prefixes_and_pairs_are_read(text: str, earliest: date | None, latest: date | None) -> None:
    """A prefix covers all its days; an empty side of the slash is open."""
    assert Interval.parse(text) == Interval(earliest, latest)


@pytest.mark.parametrize(
    "text",
    (
        "| soon | 0000 | 10000 | 2022-2 | 2022-00 | 2022-10-00 | 2022-13 | 2022-02-29 | 2022 October | // | "
        "2022-10-07 or later | 2022-10/2022-09 | 2022/2023/2024 | 2022/10/07 | \u0662\u0660\u0662\u0662"
    ).split("|"),
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Nothing is guessed from a text that only begins like a date."""
    with pytest.raises(DragomanError, match=r"not a date|calendar|before it begins"):
        Interval.parse(text)


@given(days, days)
def test_what_is_printed_can_be_read(one: date, other: date) -> None:
    """Closed intervals come back from their own words, in whatever century."""
    interval = Interval(min(one, other), max(one, other))
    assert Interval.parse(str(interval)) == interval
    for whole in (str(one), str(one)[:7], str(one)[:4]):
        assert str(Interval.parse(whole)) == whole


@given(st.none() | days, st.none() | days, days)
def test_overlap_is_sharing_a_day(earliest: date | None, latest: date | None, day: date) -> None:
    """A day overlaps an interval exactly when it lies in it; overlap is mutual."""
    interval = Interval(earliest, latest)
    inside = (earliest is None or earliest <= day) and (latest is None or day <= latest)
    assert interval.overlaps(Interval.day(day)) == Interval.day(day).overlaps(interval) == inside


def test_precision_is_the_width() -> None:
    """A day is one day wide, an open side has no width, nothing known is unknown."""
    assert Interval.parse("2022-10-07").width_days == 1
    assert Interval.parse("2024").width_days == 366
    assert Interval.parse("2022/").width_days is None
    assert (Interval().is_unknown, Interval.parse("2022/").is_unknown) == (True, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [("2022-10/", "from 2022-10-01"), ("/2022-10", "until 2022-10-31"), ("/", "unknown")],
)
def test_open_sides_are_said_in_words(text: str, words: str) -> None:
    """What is not known is not shown as a date."""
    assert str(Interval.parse(text)) == words
