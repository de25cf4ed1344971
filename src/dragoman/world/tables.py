"""The compiled world: frozen tables that one file holds and the loader turns into a `World`."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.terms import Entity, Interval

LEADER = "leader"  # office words that mean another office in each state
HEAD_OF_STATE = "head_of_state"
HEAD_OF_GOVERNMENT = "head_of_government"
# Who leads a bloc or a group
LEADING_GROUPS = ("secretary_general", "bloc_president", "group_leader", "rebel_leader", "party_leader")
MONARCH = "monarch"  # may be that of another state, see `State.crown`


class NameSense(StrEnum):
    """In which sense a surface names its entity."""

    NAME = "name"  # Kazakhstan, Republic of Kazakhstan
    ADJECTIVE = "adjective"  # Kazakh
    DEMONYM = "demonym"  # Kazakhs
    CAPITAL = "capital"  # Astana
    SEAT = "seat"  # Akorda, the Kremlin
    ACRONYM = "acronym"  # UAE, CSTO
    ALIAS = "alias"  # Burma, Turkiye
    FULL_NAME = "full_name"  # Kassym-Jomart Tokayev
    SURNAME = "surname"  # Tokayev


class CodeScheme(StrEnum):
    """Who gave a state its code."""

    ISO2 = "iso2"
    ISO3 = "iso3"  # the id of the state
    NUMERIC = "numeric"  # ISO 3166-1 numeric, which is also UN M49
    COW = "cow"  # Correlates of War
    GW = "gw"  # Gleditsch and Ward
    FIPS = "fips"  # FIPS 10-4, used by GDELT for places
    CAMEO = "cameo"  # the country codes of CAMEO, used by GDELT and ICEWS for actors


class MembershipStatus(StrEnum):
    """How a state belongs to a bloc."""

    MEMBER = "member"
    ASSOCIATE = "associate"
    OBSERVER = "observer"
    PARTNER = "partner"
    SUSPENDED = "suspended"


class Name(msgspec.Struct, frozen=True, array_like=True):
    """A surface that names an entity; case matters ("Turkey", never "turkey").

    Attributes:
        surface: the characters as they stand in a text.
        entity: id of the `Entity`.
        sense: how it names it.
        valid: the days on which the surface means this entity; open where no day is known.
        bones: what other spellings of it have in common (`dragoman.world.sounds`); none for surfaces that are
            not compared: acronyms and very short ones.
    """

    surface: str
    entity: str
    sense: NameSense
    valid: Interval = Interval()
    bones: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True, array_like=True):
    """The codes of a state; ``None`` where a scheme has none for it.

    Attributes:
        id: ISO 3166 alpha-3, or three letters of our own for entities ISO does not list.
        leading: for "leader", "head_of_state" and "head_of_government" the office ids that it means here,
            each with its days.
        crown: the state whose monarch is also this one's.
        claimed_by: alpha-3 of the states that claim the territory, empty for undisputed states.
    """

    id: str
    name: str
    official: str | None = None
    iso2: str | None = None
    numeric: int | None = None
    cow: int | None = None
    gw: int | None = None
    fips: str | None = None
    cameo: str | None = None
    exists: Interval = Interval()
    leading: dict[str, tuple[tuple[str, Interval], ...]] = {}
    crown: str | None = None
    claimed_by: tuple[str, ...] = ()

    def code(self, scheme: CodeScheme) -> str | None:
        """Its code in a scheme as text; ISO numeric codes have three digits ("004")."""
        match scheme:
            case CodeScheme.ISO3:
                return self.id
            case CodeScheme.NUMERIC:
                return None if self.numeric is None else f"{self.numeric:03d}"
            case CodeScheme.COW:
                return None if self.cow is None else str(self.cow)
            case CodeScheme.GW:
                return None if self.gw is None else str(self.gw)
            case CodeScheme.ISO2:
                return self.iso2
            case CodeScheme.FIPS:
                return self.fips
            case CodeScheme.CAMEO:
                return self.cameo


class Membership(msgspec.Struct, frozen=True, array_like=True):
    """One stretch of time in which a state belonged to a bloc."""

    state: str
    status: MembershipStatus
    valid: Interval


class Office(msgspec.Struct, frozen=True, array_like=True):
    """What an office word means.

    Attributes:
        id: the office as `Term.office` names it ("foreign_minister").
        sector: PLOVER sector code of its holder.
        single: whether a state has at most one holder at a time.
        complete: whether the files list everybody who held it, so that a sole holder is the one meant.
    """

    id: str
    sector: str
    single: bool = False
    complete: bool = False


class Term(msgspec.Struct, frozen=True, array_like=True):
    """A person in an office.

    Attributes:
        person: id of the person.
        office: id of the office.
        of: alpha-3 of the state, or id of the bloc or group, whose office it is.
        valid: first and last day in office.
    """

    person: str
    office: str
    of: str
    valid: Interval


class WorldTables(msgspec.Struct, frozen=True):
    """Everything the compiled file holds, in a fixed order.

    Attributes:
        weak_names: surnames that name their person only behind a title ("Prime Minister May").
        blocs: memberships of each bloc, oldest first.
        global_blocs: blocs whose members are those of the United Nations.
        regions: members of each region.
        sectors: of groups whose sector changed, each sector with its days.
        sector_nouns: lower-case noun, singular or plural, to PLOVER sector code.
        offices: office word in lower case to what it means.
        ambiguous: surfaces that several entities share or that mean other things too, with the reason.
    """

    entities: tuple[Entity, ...]
    names: tuple[Name, ...]
    weak_names: tuple[Name, ...]
    states: tuple[State, ...]
    blocs: dict[str, tuple[Membership, ...]]
    global_blocs: tuple[str, ...]
    regions: dict[str, tuple[str, ...]]
    sectors: dict[str, tuple[tuple[str, Interval], ...]]
    sector_nouns: dict[str, str]
    offices: dict[str, Office]
    terms: tuple[Term, ...]
    ambiguous: dict[str, str]
