"""Since when two sides have had more, or less, to do with each other: a change with names and days."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman.terms.relation import Rise


class Turn(msgspec.Struct, frozen=True):
    """A stretch of weeks in which something came at another rate than in all others, dated in hindsight.

    Attributes:
        what: events of any kind, or conflict.
        since: the Monday on which it began; ``earliest`` to ``latest``: where that can be, with nine chances
            in ten.
        until: the last day of its last week; ``None`` when it lasts to the end of what is known.
        before, during: events a week, at the usual amount of news.
        p: how often chance alone gives as sharp a change in a series as restless.
    """

    what: Rise
    since: date
    earliest: date
    latest: date
    until: date | None
    before: float
    during: float
    p: float
