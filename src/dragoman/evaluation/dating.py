"""Task ``dating``: when an article was published, by its text alone.

Gold: JSON Lines, one article each: ``title``, ``text`` and ``date``, the day it was published. The date is
hidden and a dateline that stands at the head of the text is taken out before it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import msgspec

from dragoman import text
from dragoman.evaluation.gold import read_lines
from dragoman.reading import Dater
from dragoman.terms import Clipping, Document, GoldError, MediaType, Published

_EXPECTED = '{"title": "...", "text": "...", "date": "2016-05-31"}'
_NEAR_DAYS = 31
# No article is taken to be later; a fixed day, so that scores repeat.
_MEASURED_ON = date(2026, 12, 31)
_DATELINES = 3  # a headline, a dateline and a line of its own can each hold the day


class DatingScore(msgspec.Struct, frozen=True):
    """How well articles were dated.

    Attributes:
        inside: share of the articles given an interval whose interval holds the true day.
        median_width_days: of the intervals.
        within_31_days: share of all articles whose best day is no more than 31 days off; abstentions count as
            misses.
        median_error_days: between best and true day, of the articles dated.
        abstained: share of all articles left undated.
        n: articles.
    """

    inside: float
    median_width_days: float
    within_31_days: float
    median_error_days: float
    abstained: float
    n: int


class GoldArticle(msgspec.Struct, frozen=True):
    """One article and its day."""

    text: str
    date: date
    title: str | None = None


class Dated(msgspec.Struct, frozen=True):
    """An article's true day and what was made of it."""

    truth: date
    published: Published


def evaluate(paths: Sequence[Path]) -> DatingScore:
    """How well `dragoman.reading.Dater` dates the articles in ``paths``.

    Raises:
        GoldError: a file cannot be read, is not in the format above, or no article in it can be read.
    """
    dater = Dater.shipped()
    dated = [each for article in read_lines(paths, GoldArticle, _EXPECTED) if (each := judge(article, dater))]
    if not dated:
        raise GoldError(f"no article in {', '.join(map(str, paths)) or 'no file'}: expected {_EXPECTED}")
    found = [each for each in dated if each.published.best is not None]
    errors = [abs(each.published.best - each.truth) for each in found if each.published.best]
    widths = [each.published.interval.width_days or 0 for each in found]
    return DatingScore(
        inside=sum(each.published.interval.contains(each.truth) for each in found) / max(1, len(found)),
        median_width_days=float(median(widths)) if widths else 0.0,
        within_31_days=sum(error <= timedelta(days=_NEAR_DAYS) for error in errors) / len(dated),
        median_error_days=float(median(error.days for error in errors)) if errors else 0.0,
        abstained=1 - len(found) / len(dated),
        n=len(dated),
    )


def judge(article: GoldArticle, dater: Dater) -> Dated | None:
    """An article dated without its date; `None` when no article can be read in it."""
    document = undated(article)
    if document is None:
        return None
    return Dated(article.date, dater.date(document, _MEASURED_ON).published)


def undated(article: GoldArticle) -> Document | None:
    """The article as a document, without what its head says of its day."""
    body = article.text
    document = None
    for _ in range(_DATELINES + 1):  # the last round only looks
        found = text.prepare(
            Clipping("gold", body.encode(errors="replace"), MediaType.TEXT, "utf-8", article.title)
        )
        if not isinstance(found, Document):
            return None
        document = found
        clue = next((clue for clue in found.published.clues if clue.quotation in body), None)
        if clue is None:
            break
        body = body.replace(clue.quotation, "", 1)
    return msgspec.structs.replace(document, published=Published()) if document else None
