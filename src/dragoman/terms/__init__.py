"""The frozen records that the rooms hand to each other. Standard library and msgspec only."""

from dragoman.terms.anchor import Anchor, Edit, EditField
from dragoman.terms.appearance import Appearance
from dragoman.terms.clipping import Clipping, MediaType, Skip, SkipKind
from dragoman.terms.coded import CodedEvent, CodedSide, Rejected, RejectReason
from dragoman.terms.copy import Copy, CopyKind
from dragoman.terms.document import Clue, Document, Published
from dragoman.terms.entity import Entity, EntityKind, Mention
from dragoman.terms.errors import (
    BrokenModel,
    BrokenRecord,
    DragomanError,
    GoldError,
    UnknownName,
    UnreadableInput,
    WorldError,
)
from dragoman.terms.event import Event, StatusStep
from dragoman.terms.indexed import Indexed, Link
from dragoman.terms.interval import Interval
from dragoman.terms.judgement import Judgement, JudgementKind
from dragoman.terms.place import Place, PlaceKind
from dragoman.terms.plover import EventType, Status
from dragoman.terms.query import EventQuery
from dragoman.terms.reading import Attribution, Claim, EventMention, Reading
from dragoman.terms.series import Dyad, Period, Series
from dragoman.terms.span import Span
from dragoman.terms.telling import Telling
from dragoman.terms.time import TimeExpression, TimeKind, TimeReading

__all__ = [
    "Anchor",
    "Appearance",
    "Attribution",
    "BrokenModel",
    "BrokenRecord",
    "Claim",
    "Clipping",
    "Clue",
    "CodedEvent",
    "CodedSide",
    "Copy",
    "CopyKind",
    "Document",
    "DragomanError",
    "Dyad",
    "Edit",
    "EditField",
    "Entity",
    "EntityKind",
    "Event",
    "EventMention",
    "EventQuery",
    "EventType",
    "GoldError",
    "Indexed",
    "Interval",
    "Judgement",
    "JudgementKind",
    "Link",
    "MediaType",
    "Mention",
    "Period",
    "Place",
    "PlaceKind",
    "Published",
    "Reading",
    "RejectReason",
    "Rejected",
    "Series",
    "Skip",
    "SkipKind",
    "Span",
    "Status",
    "StatusStep",
    "Telling",
    "TimeExpression",
    "TimeKind",
    "TimeReading",
    "UnknownName",
    "UnreadableInput",
    "WorldError",
]
