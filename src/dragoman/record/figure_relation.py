"""How two figures of one quantity stand to each other: equal, grown, or contradicting."""

from __future__ import annotations

from enum import StrEnum

from dragoman.record.figure_quantity import Quantity
from dragoman.record.figure_stated import Stated, days_apart
from dragoman.record.figure_values import Comparison, compare_values, is_vague, middle, ratio

OTHER_SIZE = 10  # times from which on two figures are not of like size, and vague words not compatible
_SETTLED = 3  # days after which a first count is seldom taken back


class Relation(StrEnum):
    """How two figures stand to each other."""

    DIFFERENT = "different"  # figures of different quantities
    EQUAL = "equal"
    COMPATIBLE = "compatible"
    UPDATED = "updated"  # a count that has grown from one day to a later one, or that its source has revised
    CONTRADICTING = "contradicting"


def related(one: Stated, first: Quantity, other: Stated, second: Quantity) -> Relation:
    """How two figures of the same quantity stand to each other."""
    compared = compare_values(one.claim, other.claim)
    if compared is Comparison.EQUAL:
        return Relation.EQUAL
    if compared is Comparison.COMPATIBLE:
        return Relation.COMPATIBLE
    if is_vague(one.claim) or is_vague(other.claim):
        return Relation.COMPATIBLE if ratio(one.claim, other.claim) < OTHER_SIZE else Relation.CONTRADICTING
    revised = first.voice == second.voice and _may_revise(one, other)
    grown = (first.grows or second.grows) and (_grown(one, other) or revised)
    return Relation.UPDATED if grown else Relation.CONTRADICTING


def shrunk(one: Stated, other: Stated) -> bool:
    """Whether the later of two documents that are some days apart says less."""
    days = days_apart(one, other)
    if days is None or days < _SETTLED or middle(one.claim) == middle(other.claim):
        return False
    return not _grown(one, other)


def _may_revise(one: Stated, other: Stated) -> bool:
    """Whether a source that gives both can have counted again: in two documents that are not of one day."""
    if not (one.claim.said_by and other.claim.said_by):
        return False
    one_day = one.published.width_days == 1 and one.published == other.published
    return one.document != other.document and not one_day


def _grown(one: Stated, other: Stated) -> bool:
    """Whether both documents have known, different days and the later says more."""
    if one.published.is_unknown or other.published.is_unknown or one.published.overlaps(other.published):
        return False
    first, second = one.published.latest, other.published.latest
    if first is None or second is None:
        return False
    earlier, later = (one, other) if first < second else (other, one)
    return middle(later.claim) > middle(earlier.claim)
