"""Who there is to be named."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.terms.interval import Interval
from dragoman.terms.span import Span


class EntityKind(StrEnum):
    """What sort of actor an entity is."""

    STATE = "state"
    BLOC = "bloc"  # an organisation of states with dated members
    REGION = "region"  # a group without membership: Central Asia, the West
    GROUP = "group"  # an armed group, a party, a company
    PERSON = "person"
    PLACE = "place"  # a town or province; it acts for nobody, but lies in a country


class Entity(msgspec.Struct, frozen=True):
    """An actor the world knows.

    Attributes:
        id: ISO 3166 alpha-3 for states, the acronym for blocs, a word in capitals for regions
            (``WEST``, ``CENTRAL_ASIA``), the full name for persons and groups.
        name: how to print it.
        country: alpha-3 of the state it belongs to; ``None`` for blocs and regions.
        sector: PLOVER sector code (``GOV``, ``MIL``, ``IGO`` ...), ``None`` when nothing is implied.
        exists: when it exists or held the office that makes it an actor.
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    sector: str | None = None
    exists: Interval = Interval()


class Mention(msgspec.Struct, frozen=True):
    """A stretch of text that names an actor or a place, and whom it names.

    Attributes:
        text: the characters as written; empty when the actor is understood but not named.
        entity: id of the `Entity` it resolves to; ``None`` when nobody known is meant.
        country: alpha-3; may be known although the entity is not ("the Turkish opposition").
        sector: PLOVER sector code.
        span: where it stands; ``None`` when the actor is understood but not named.
        reason: why it resolves so, in words.
        runner_up: id of the entity it would be if not this one; ``None`` when nobody else is meant.
        doubtful: whether the words may not mean what they say, as when a translator put "in Korea" for "at
            home"; then nobody is resolved, and ``runner_up`` is whom the words name.
    """

    text: str
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    span: Span | None = None
    reason: str = ""
    runner_up: str | None = None
    doubtful: bool = False
