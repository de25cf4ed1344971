"""Days that words name; every rule reads its own example."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading.when import EXAMPLE_DAY, RULES, find_days
from dragoman.terms import Interval, Span


def _days(text: str, anchor: Interval) -> list[Interval]:
    return [day.interval for day in find_days(text, Span(0, len(text)), anchor)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_rule_reads_its_example(rule: object) -> None:
    """Counted from the example day, the words mean what the rule says."""
    example, reads = rule.example, rule.reads  # type: ignore[attr-defined]  # the record is private
    assert _days(example, EXAMPLE_DAY) == [Interval.parse(reads)]


@pytest.mark.parametrize("words", ["on Friday", "yesterday", "last week", "on the 7th", "in August"])
def test_near_days_need_a_day_to_count_from(words: str) -> None:
    """Without the document's own date they stay unknown."""
    assert all(interval.is_unknown for interval in _days(words, Interval()))


@pytest.mark.parametrize("words", ["30 February 2022", "in the 19th century", "35% of", "May 2022.5"])
def test_no_day_is_made_up(words: str) -> None:
    """What is no day of the calendar names none."""
    assert not [i for i in _days(words, EXAMPLE_DAY) if i.width_days == 1]


def test_the_turn_of_the_year_is_crossed() -> None:
    """In January "28 December" lies in the year before."""
    new_year = Interval.day(date(2023, 1, 3))
    assert _days("on 28 December", new_year) == [Interval.parse("2022-12-28")]
    assert _days("last month", new_year) == [Interval.parse("2022-12")]
