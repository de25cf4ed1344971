"""Time expressions: every row reads its own example, and what is not known stays open."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.times import RULES, find_times
from dragoman.reading.times.kept import Rule
from dragoman.reading.times.values import interval_of
from dragoman.terms import Interval, TimeExpression

FRIDAY = Interval.day(date(2022, 10, 14))  # the day the examples are counted from


def _words(example: str) -> tuple[str, str]:
    """An example as text, and the words of it that are the expression: those in brackets, or all."""
    text = example.replace("[", "").replace("]", "")
    return text, example.partition("[")[2].partition("]")[0] or text


def _values(text: str, published: Interval = FRIDAY) -> list[str]:
    return [time.value for time in find_times(text, published)]


def _one(text: str, published: Interval = FRIDAY) -> TimeExpression:
    (found,) = find_times(text, published)
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_a_row_reads_its_example(rule: Rule) -> None:
    """The whole example is one expression and means what the row says."""
    text, words = _words(rule.example)
    found = _one(text)
    assert (found.span.of(text), found.value, found.rule) == (words, rule.reads, rule.name)


_NO_DIGITS_APART = [rule for rule in RULES if rule.example.isascii()]


@given(
    rule=st.sampled_from(_NO_DIGITS_APART),
    shout=st.sampled_from([str.upper, str.lower, str.title]),
    blank=st.sampled_from(["  ", "\n", " \n ", "\t", "\r\n"]),
)
def test_case_spaces_and_line_breaks_change_nothing(rule: Rule, shout: type[str], blank: str) -> None:
    """What an expression means does not depend on how it is set."""
    text = f"They met {_words(rule.example)[0]} , they said ."
    plain, changed = find_times(text, FRIDAY), find_times(shout(text).replace(" ", blank), FRIDAY)
    assert [(t.value, t.interval, t.kind) for t in changed] == [(t.value, t.interval, t.kind) for t in plain]


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """Nothing stumbles, and expressions stand in order without overlap."""
    found = find_times(text, FRIDAY)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Friday", "XXXX-WXX-5"),
        ("yesterday", "XXXX-XX-XX"),
        ("on the 7th", "XXXX-XX-07"),
        ("last week", "XXXX-WXX"),
    ],
)
def test_without_a_day_to_count_from_the_days_stay_open(words: str, value: str) -> None:
    """The value keeps its X and the interval is unknown."""
    found = _one(words, Interval())
    assert (found.value, found.interval) == (value, Interval())


def test_what_is_counted_from_a_stretch_covers_a_stretch() -> None:
    """ "Yesterday" in a text of the 7th, 8th or 9th is one of three days; Friday is the same for all."""
    some_days = Interval(date(2022, 10, 7), date(2022, 10, 9))
    assert _one("yesterday", some_days).interval == Interval(date(2022, 10, 6), date(2022, 10, 8))
    assert _one("on Friday", some_days).interval == Interval.day(date(2022, 10, 7))


def test_numbers_are_read_both_ways_until_the_text_decides() -> None:
    """7/5/2019 may be May or July; beside 25/5/2019 it is May."""
    open_date = _one("on 7/5/2019")
    assert {reading.value for reading in open_date.alternatives} == {"2019-05-07", "2019-07-05"}
    assert open_date.interval == Interval(date(2019, 5, 7), date(2019, 7, 5))
    assert _values("on 7/5/2019 and on 25/5/2019") == ["2019-05-07", "2019-05-25"]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They met on Monday.", "2022-10-10"),
        ("They will meet on Monday.", "2022-10-17"),
        ("It was signed in March.", "2022-03"),
        ("It will be signed in March.", "2023-03"),
        ("Elections are in November.", "2022-11"),
        ("It began on December 28.", "2022-12-28"),
    ],
)
def test_the_sentence_says_which_of_several_days(sentence: str, value: str) -> None:
    """A deed lies behind and a plan ahead, and a near day is the nearest."""
    assert _values(sentence) == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In the third quarter of 2021 it fell. A year earlier it rose.", ["2021-Q3", "2020-Q3"]),
        ("On 3 May 2021 it fell. Two days later it rose.", ["2021-05-03", "2021-05-05"]),
        ("It closed on 3 May 2021. That year it lost.", ["2021-05-03", "2021"]),
    ],
)
def test_some_times_are_counted_from_the_one_before(text: str, values: list[str]) -> None:
    """What is named only to compare with is left aside."""
    assert _values(text) == values


@pytest.mark.parametrize(
    "words", ["30 February 2022", "$2014", "2000 soldiers", "may go", "a march of 300", "spent 1,950 dollars"]
)
def test_no_time_is_made_up(words: str) -> None:
    """What is no day of the calendar, a sum or a verb names none."""
    assert not [time for time in find_times(words, FRIDAY) if not time.interval.is_unknown]


def test_early_and_late_narrow_a_month() -> None:
    """ "Early October" is its first third, "late" its last."""
    assert _one("early October 2022").interval == Interval(date(2022, 10, 1), date(2022, 10, 11))
    assert _one("late October 2022").mod == "END"


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9990, 1, 1)))
def test_values_allow_their_own_day(day: date) -> None:
    """A day lies in its month, its week and its year."""
    year, week, _ = day.isocalendar()
    for value in (str(day), str(day)[:7], str(day)[:4], str(day)[:3], f"{year:04}-W{week:02}"):
        assert interval_of(value).contains(day)
