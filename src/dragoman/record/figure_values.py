"""Whether two figures can both be true, by their numbers alone."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.terms import Claim


class Comparison(StrEnum):
    """How two values stand to each other."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    CONTRADICTING = "contradicting"


# "About 2,500": a share of the value on each side. Small, since who says "about 100,000" of 94,300 gives
# another figure, and a reader of disagreements wants to see both. Tuned on the disagreements of the corpus.
ABOUT = 0.025
_LOOSE = frozenset(
    {"about", "around", "some", "approximately", "roughly", "nearly", "almost", "estimated", "probably"}
    | {"an estimated", "close to", "not quite", "just under", "just over"}
)
# An open side ends where nobody would have put it so: who knows of 600 does not say "at least 440", and who
# means 13,000 not "up to 30,000". A share of the value. By judgement; the corpus needs less than 0.33.
REACH = 0.3
_ROUNDING = 0.0051  # of a share: two thirds are 66.7 and 67 per cent
# Vague words ("dozens", "thousands") carry a dispute only when they are off by more than this factor.
_VAGUE_SPAN, _VAGUE_SLACK = 1.9, 2.0
_VAGUE_WORDS = ("dozen", "score", "hundred", "thousand", "million", "several")


class Values(msgspec.Struct, frozen=True):
    """The lowest and the highest value somebody can have meant."""

    low: float
    high: float


def is_vague(claim: Claim) -> bool:
    """Whether the number is only an order of magnitude: "dozens", "thousands"."""
    is_wide = None not in (claim.low, claim.high) and (claim.high or 0) > (claim.low or 0) * _VAGUE_SPAN
    return is_wide and any(word in claim.about.lower() for word in _VAGUE_WORDS)


def meant(claim: Claim) -> Values:
    """The values a claim allows, with what its qualifier forgives."""
    low, high = claim.low, claim.high
    if low is None and high is None:
        return Values(0.0, float("inf"))
    if low is None:
        low = (high or 0.0) * (1 - REACH)
    elif high is None:
        high = low * (1 + REACH)
    loose = ABOUT if claim.qualifier.lower() in _LOOSE else 0.0
    if claim.unit == "percent":
        loose = max(loose, _ROUNDING)
    if is_vague(claim):
        return Values(low / _VAGUE_SLACK, (high or low) * _VAGUE_SLACK)
    return Values(low * (1 - loose), (high if high is not None else low) * (1 + loose))


def compare_values(one: Claim, other: Claim) -> Comparison:
    """Whether two figures agree; the units are not looked at.

    Equal are figures with the same bounds; compatible are those that some value fits both.
    """
    if (one.low, one.high) == (other.low, other.high):
        return Comparison.EQUAL
    first, second = meant(one), meant(other)
    if first.low <= second.high and second.low <= first.high:
        return Comparison.COMPATIBLE
    return Comparison.CONTRADICTING


def middle(claim: Claim) -> float:
    """One number to order claims by: the stated one, or the middle of a range."""
    ends = [value for value in (claim.low, claim.high) if value is not None]
    return sum(ends) / len(ends) if ends else 0.0


def ratio(one: Claim, other: Claim) -> float:
    """How many times the larger is the smaller; 1 when equal, infinite against nothing."""
    low, high = sorted((middle(one), middle(other)))
    return 1.0 if low == high else (high / low if low else float("inf"))
