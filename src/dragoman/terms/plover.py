"""The names of PLOVER's event types and of the states an event can be in.

Quads, scores and modes are tables of `dragoman.world.plover`; here stand only the words.
"""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """The sixteen event types of the PLOVER manual, in its order."""

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


class Status(StrEnum):
    """Whether a telling says that the thing happened (PLOVER's auxiliary modes)."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    CALLED_FOR = "called_for"
