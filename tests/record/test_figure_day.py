"""The day of the month that opens the sentence of a figure."""

from __future__ import annotations

import pytest

from dragoman.record.figure_day import day_of_month
from dragoman.record.figure_stated import Stated
from dragoman.terms import Claim, Interval, Span


@pytest.mark.parametrize(
    ("sentence", "published", "day"),
    [
        ("On the 15th, Israel fired 100 missiles.", "", 15),
        ("On October 10 Israel fired 100 missiles.", "", 10),
        ("On 3 May, Israel fired 100 missiles.", "", 3),
        ("On Monday Israel fired 100 missiles.", "2022-10-12", 10),
        ("On Monday Israel fired 100 missiles.", "2022-10", None),
        ("On the 15th the army said it had fired 100 missiles.", "", None),
        ("Israel fired 100 missiles.", "2022-10-12", None),
    ],
)
def test_day_opens_the_sentence(sentence: str, published: str, day: int | None) -> None:
    """A date, or a weekday where the day of printing is known; not the day on which somebody says so."""
    start = sentence.index("100")
    claim = Claim("id", "doc", "100 missiles", 100, 100, "missiles", Span(start, start + 12), Span(0, 99))
    days = Interval.parse(published) if published else Interval()
    assert day_of_month(Stated(claim, "doc", published=days, sentence=sentence), start) == day
