"""The frozen records that the rooms hand to each other. Standard library and msgspec only."""

from dragoman.terms.alert import Alert
from dragoman.terms.anchor import Anchor, Edit, EditField
from dragoman.terms.appearance import Appearance
from dragoman.terms.clipping import Clipping, MediaType, Skip, SkipKind
from dragoman.terms.coded import CodedEvent, CodedSide, Rejected, RejectReason
from dragoman.terms.copy import Copy, CopyKind
from dragoman.terms.document import Clue, Document, Published
from dragoman.terms.doubt import Doubt, DoubtKind, Translation
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
from dragoman.terms.movement import Movement
from dragoman.terms.place import Place, PlaceKind
from dragoman.terms.plover import EventType, Status
from dragoman.terms.position import Ellipse, Orbits, Position
from dragoman.terms.query import EventQuery
from dragoman.terms.reading import Attribution, Claim, EventMention, Reading
from dragoman.terms.relation import Acts, Alarm, Change, Level, Relation, Rise, Severity, Standing
from dragoman.terms.series import Dyad, Period, Series
from dragoman.terms.span import Span
from dragoman.terms.telling import Telling
from dragoman.terms.time import TimeExpression, TimeKind, TimeReading
from dragoman.terms.turn import Turn

__all__ = [
    "Acts",
    "Alarm",
    "Alert",
    "Anchor",
    "Appearance",
    "Attribution",
    "BrokenModel",
    "BrokenRecord",
    "Change",
    "Claim",
    "Clipping",
    "Clue",
    "CodedEvent",
    "CodedSide",
    "Copy",
    "CopyKind",
    "Document",
    "Doubt",
    "DoubtKind",
    "DragomanError",
    "Dyad",
    "Edit",
    "EditField",
    "Ellipse",
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
    "Level",
    "Link",
    "MediaType",
    "Mention",
    "Movement",
    "Orbits",
    "Period",
    "Place",
    "PlaceKind",
    "Position",
    "Published",
    "Reading",
    "RejectReason",
    "Rejected",
    "Relation",
    "Rise",
    "Series",
    "Severity",
    "Skip",
    "SkipKind",
    "Span",
    "Standing",
    "Status",
    "StatusStep",
    "Telling",
    "TimeExpression",
    "TimeKind",
    "TimeReading",
    "Translation",
    "Turn",
    "UnknownName",
    "UnreadableInput",
    "WorldError",
]
