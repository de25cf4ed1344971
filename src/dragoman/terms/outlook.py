"""How likely something is next, on what that rests, and how well earlier forecasts did."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Deed(StrEnum):
    """What is forecast: one of the sixteen event types, or anything of a quad category.

    The order is that of the numbers in the columns of events: types 0 to 15, quads 16 to 19.
    """

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


class Reason(msgspec.Struct, frozen=True):
    """One term of a forecast, in words.

    Attributes:
        words: a clause without a full stop, as "3 x ASSAULT by A on B in the last 4 weeks".
        weight: what it adds to the natural logarithm of the odds, against an ordinary pair of sides.
        rows: places in the columns of events of what it counts, ascending; all before the forecast week.
    """

    words: str
    weight: float
    rows: tuple[int, ...]


class Outlook(msgspec.Struct, frozen=True):
    """How likely it is that one side does something to another within some weeks.

    Attributes:
        actor, recipient: places in the list of sides.
        at_week: the forecast week; the forecast knows what was before it and is about it and those after.
        weeks: how many weeks it is about.
        probability: 0 to 1, that it happens at least once.
        base_rate: 0 to 1, the same from how often this actor did it to this recipient, and nothing else.
        low, high: a 90 per cent interval for the share of such weeks in which it happens; ``None`` where
            ``enough`` is false.
        n: past events between the two, in both directions, that it rests on.
        reasons: the largest terms, largest first; empty where the forecast is the base rate.
        enough: whether there was enough to go beyond the base rate; if not, ``probability`` is that rate.
    """

    actor: int
    recipient: int
    kind: Deed
    at_week: int
    weeks: int
    probability: float
    base_rate: float
    low: float | None
    high: float | None
    n: int
    reasons: tuple[Reason, ...]
    enough: bool


class ReliabilityBin(msgspec.Struct, frozen=True):
    """Forecasts of about one probability, and how often it came so.

    Attributes:
        low, high: the probabilities from and below which a forecast stands here.
        n: forecasts.
        forecast: their mean probability.
        observed: the share of them in which it happened.
    """

    low: float
    high: float
    n: int
    forecast: float
    observed: float


class Calibration(msgspec.Struct, frozen=True):
    """How well forecasts did that were made as on past weeks.

    Attributes:
        kind, weeks: what was forecast, and for how many weeks; ``None`` stands for all together.
        from_week, to_week: the first and the last forecast week.
        n: forecasts, one for each pair of sides and forecast week.
        happened: in how many of them it happened.
        brier: mean of (probability - happened)^2; 0 is perfect.
        brier_climatology: the same of one rate for all pairs, known beforehand.
        brier_base_rate: the same of each pair's own base rate, known beforehand.
        skill: 1 - brier / brier_climatology; ``None`` where that is 0.
        skill_base_rate: 1 - brier_base_rate / brier_climatology.
        skill_over_base_rate: 1 - brier / brier_base_rate.
        auc: probability that a case where it happened was given more than one where it did not; ``None``
            without both.
        error: expected calibration error over ``bins``: mean distance of forecast and observed, by forecasts.
        bins: reliability in tenths of probability; empty ones are left out.
    """

    kind: Deed | None
    weeks: int | None
    from_week: int
    to_week: int
    n: int
    happened: int
    brier: float
    brier_climatology: float
    brier_base_rate: float
    skill: float | None
    skill_base_rate: float | None
    skill_over_base_rate: float | None
    auc: float | None
    error: float
    bins: tuple[ReliabilityBin, ...]
