"""The day of the month on which what is counted happened, where its sentence begins with one."""

from __future__ import annotations

import re
from datetime import timedelta

from dragoman.record.figure_stated import Stated

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|aug|sept?|oct|nov|dec"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# "On the 15th, ...", "On October 10 ...", "On 10 October ...", "On Monday ...".
_BEGINS = re.compile(
    rf"\W*on (?:the )?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?: (?:of )?(?:{_MONTHS})\b)?"
    rf"|(?:{_MONTHS})\.? (?P<behind>\d{{1,2}})\b|(?P<weekday>{'|'.join(_WEEKDAYS)})\b)",
    re.I,
)
# Behind one of these the day is that of the saying.
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys)|announc\w+|report\w*|stat(?:ed|es)|told|tells|declar\w+|claim\w*|inform\w*|admit\w*"
    r"|confirm\w*|wrote|writes|put|puts)\b",
    re.I,
)


def day_of_month(stated: Stated, start: int) -> int | None:
    """The day of the month that opens the sentence of a figure; ``None`` where none does, or somebody says so
    on it. A weekday is the last before the document came out, if that is known to a day.

    Args:
        start: where the figure begins in its sentence.
    """
    found = _BEGINS.match(stated.sentence, 0, start)
    if found is None or _SAYS.search(stated.sentence, found.end(), start):
        return None
    if found["weekday"]:
        return _last(stated, _WEEKDAYS.index(found["weekday"].lower()))
    return int(found["day"] or found["behind"])


def _last(stated: Stated, weekday: int) -> int | None:
    published = stated.published
    if published.latest is None or published.earliest != published.latest:
        return None
    return (published.latest - timedelta((published.latest.weekday() - weekday) % 7)).day
