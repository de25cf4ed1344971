"""The rows of the tables by which event data of others are read, as the YAML files here hold them."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.terms import EventType
from dragoman.world.plover.tables import Decision, Quad


class Parties(StrEnum):
    """How the two parties of a row stand to the act."""

    DIRECTED = "directed"  # the first acts, the second receives
    MUTUAL = "mutual"  # both act: a meeting, a signature, a battle
    REVERSED = "reversed"  # the second acts on the first
    FIRST = "first"  # the first acts; the second was there, but is not whom the act is meant for


class CodeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a code of another table is in PLOVER.

    Attributes:
        means: the code in our words.
        type: the PLOVER type; ``None`` where PLOVER has none, and then ``why`` says so.
        mode: where one is meant without a doubt.
        parties: who of the two acts.
        why: the reason, where the choice is not plain or differs from PLOVER's own crosswalk.
    """

    means: str
    type: EventType | None = None
    mode: str | None = None
    parties: Parties = Parties.DIRECTED
    why: str = ""


class CameoTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """CAMEO to PLOVER.

    Attributes:
        quads: quad category of each root, the first two digits.
        exceptions: beginning of a code to the reason why its PLOVER type lies in another quad.
        also: codes that are not in the code book but are used.
    """

    quads: dict[str, Quad]
    exceptions: dict[str, str]
    also: tuple[str, ...]
    decisions: tuple[Decision, ...]
    codes: dict[str, CodeRow]


class PloverNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Older names of PLOVER's types and modes, as POLECAT and its forerunners use them."""

    types: dict[str, EventType]
    modes: dict[EventType, dict[str, str]]


class SectorRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A role as another table codes it, and its PLOVER sector; of several, the first row decides."""

    code: str
    sector: str


class SideTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Codes and names of actors.

    Attributes:
        countries: names of countries that only these tables use, to alpha-3.
        predecessors: alpha-3 to the states it was part of or followed, the latest first.
        cameo_regions: CAMEO region codes to our region.
        cameo_groups: CAMEO codes of organisations and known groups to our id; ``|`` parts several, of which
            the one that exists on the day is meant.
        cameo_roles: CAMEO role codes, the most telling first.
        icews_sectors: ICEWS sectors, or their last words behind ``*``, the most telling first.
        acled_actors: ACLED actor type, as number or in words, to PLOVER sector.
        polecat_sectors: POLECAT sectors that are called otherwise here.
    """

    countries: dict[str, str]
    predecessors: dict[str, tuple[str, ...]]
    cameo_regions: dict[str, str]
    cameo_groups: dict[str, str]
    cameo_roles: tuple[SectorRow, ...]
    icews_sectors: tuple[SectorRow, ...]
    acled_actors: dict[str, str]
    polecat_sectors: dict[str, str]


class CodedTables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything the folder holds; an empty sector or mode means that none is known."""

    cameo: CameoTable
    acled: dict[str, dict[str, CodeRow]]
    polecat: PloverNames
    sides: SideTable
