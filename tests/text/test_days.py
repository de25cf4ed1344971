"""Reading one written date."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.terms import Interval
from dragoman.text.days import FORMS, Form, find_date, read_date


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_reads_its_example(form: Form) -> None:
    """The example in the table is the test."""
    assert read_date(form.example) == Interval.parse(form.means)


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("2022-10-07", "2022-10-07"),
        ("2022-10", "2022-10"),
        ("2022", "2022"),
        ("2022-10-01/2022-10-05", "2022-10-01/2022-10-05"),
        ("2022/10/07", "2022-10-07"),
        ("2022-10-07 23:59:59Z", "2022-10-07"),
        ("October 7, 2022", "2022-10-07"),
        ("oct 7 2022", "2022-10-07"),
        ("7 Oct 2022", "2022-10-07"),
        ("7th of October, 2022", "2022-10-07"),
        ("7-Oct-2022", "2022-10-07"),
        ("Sept. 30, 2022", "2022-09-30"),
        ("7. 10. 2022", "2022-10-07"),
        ("25/10/2022", "2022-10-25"),
        ("10/25/2022", "2022-10-25"),
        ("7/7/2022", "2022-07-07"),
        ("7-10-2022", "2022-07-10/2022-10-07"),
        ("20221007", "2022-10-07"),
        ("20221007101500", "2022-10-07"),
        ("1665136800.5", "2022-10-07"),
        ("1665136800000", "2022-10-07"),
        ("2022년 10월 7일", "2022-10-07"),
    ],
)
def test_usual_ways_to_write_a_date(written: str, means: str) -> None:
    """As exact as written, no more."""
    assert read_date(written) == Interval.parse(means)


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "3 hours ago", "October 7", "31 June 2022", "2022-13-01", "32/32/2022", "1234",
     "07.10.22", "2022-10-05/2022-10-01", "may 2022nd", "/", "99999999999999"],
)  # fmt: skip
def test_what_is_no_date_with_a_year_is_none(written: str) -> None:
    """No guess is made."""
    assert read_date(written) is None


def test_the_first_date_counts() -> None:
    """Whatever its form."""
    found = find_date("Kyiv, 12 March 2022 - after the talks of March 3, 2022")
    assert found is not None
    assert found[0][0] == "12 March 2022"


@settings(deadline=None)
@given(text=st.text(alphabet="0123456789/-. ,TZ:octmayjun年月日", max_size=40))
def test_any_text_is_read_or_not(text: str) -> None:
    """Nothing raises, and no interval is upside down."""
    interval = read_date(text)
    if interval is not None and interval.earliest and interval.latest:
        assert interval.earliest <= interval.latest


@pytest.mark.parametrize("unit", ["1", "1 ", "1/", "oct ", "2022", "2022-", "october 7, ", "年"])
def test_a_long_line_is_no_trouble(unit: str) -> None:
    """Every pattern is linear."""
    begun = time.monotonic()
    find_date(unit * (500_000 // len(unit)))
    assert time.monotonic() - begun < 5
