"""The records of an answer file: what a careful reader found in one bundled report."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from dragoman.terms import CopyKind, EventType, Status


class Style(StrEnum):
    """How a report is written."""

    WIRE = "wire"
    STATE = "state"
    MT_JA = "mt-ja"
    MT_KO = "mt-ko"
    MT_DE = "mt-de"
    MT_ZH = "mt-zh"
    FARM = "farm"
    LOCAL = "local"
    ANALYSIS = "analysis"


class PublicationDay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a report is meant to have come out."""

    earliest: date
    latest: date
    best: date


class Days(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First and last day an event can have happened; ``None`` where unknown."""

    earliest: date | None
    latest: date | None


class Actor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who acts or is acted upon; `text` is empty when only understood."""

    text: str
    id: str | None
    country: str | None
    sector: str | None


class AnsweredEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One happening as one report tells it; `types` and `status` list every accepted value, best first."""

    event: str
    types: tuple[EventType, ...]
    status: tuple[Status, ...]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    date: Days
    place: str | None
    attributed_to: tuple[str, ...]
    evidence: tuple[str, ...]
    trigger: tuple[str, ...]
    background: bool
    core: bool


class AnsweredClaim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure somebody states; a range is written ``"low-high"``."""

    claim: str
    about: str
    value: int | float | str
    unit: str
    qualifier: str | None
    attributed_to: tuple[str, ...]
    evidence: str
    event: str | None


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is to be found in one report. The fields are explained in the folder's README."""

    file: str
    title: str
    outlet: str
    published: PublicationDay
    dated: bool
    style: Style
    copy_of: str | None
    boilerplate: tuple[str, ...]
    events: tuple[AnsweredEvent, ...]
    claims: tuple[AnsweredClaim, ...]
    copy: CopyKind | None = None
