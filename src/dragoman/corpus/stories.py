"""The records of ``stories.json``: what only several reports together show."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.terms import CopyKind


class Outcome(StrEnum):
    """What became of a plan."""

    HAPPENED = "happened"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class Disagreement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One quantity for which reports give different values; `values` stand in the order of `reports`."""

    claim: str
    reports: tuple[str, ...]
    values: tuple[int | float | str, ...]


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A planned event and, where it is known, the event that fulfilled or ended the plan."""

    event: str
    outcome: Outcome
    outcome_event: str | None


class Stories(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Disagreements, plans, and copies as (copy, original, kind)."""

    disagreements: tuple[Disagreement, ...]
    plans: tuple[Plan, ...]
    copies: tuple[tuple[str, str, CopyKind], ...]
