"""The shapes of the YAML files; an unknown or missing key is refused when a file is read."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

import msgspec

from dragoman.world.tables import MembershipStatus

Content = TypeVar("Content")


class Filed(msgspec.Struct, Generic[Content], frozen=True):
    """Something read from a file, and the file, so that an error can name it."""

    file: str
    content: Content


class Dates(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """``from`` and ``until``: first and last day, as YYYY, YYYY-MM or YYYY-MM-DD."""

    since: str | None = None
    until: str | None = None


class DatedText(Dates, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A surface or word that holds for some time only."""

    text: str


Texts = tuple[str | DatedText, ...]


class StateFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``states/<id>.yml``."""

    id: str
    name: str
    official: str | None = None
    iso2: str | None = None
    numeric: int | None = None
    cow: int | None = None
    gw: int | None = None
    fips: str | None = None
    cameo: str | None = None
    aliases: Texts = ()
    adjectives: Texts = ()
    demonyms: Texts = ()
    capital: Texts = ()
    seats: Texts = ()
    leader: Texts = ()
    head_of_state: Texts = ()
    head_of_government: Texts = ()
    crown: str | None = None
    exists: Dates = Dates()
    claimed_by: tuple[str, ...] = ()


class MemberRow(Dates, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One stretch of membership; without ``from`` the state is a founder or the day is not known."""

    state: str
    status: MembershipStatus = MembershipStatus.MEMBER


class BlocFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``blocs/<id>.yml``; ``members: global`` stands for the members of the United Nations."""

    id: str
    name: str
    aliases: Texts = ()
    adjectives: Texts = ()
    seats: Texts = ()
    sector: str = "IGO"
    exists: Dates = Dates()
    members: tuple[MemberRow, ...] | Literal["global"] = ()


class RegionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``regions/<id>.yml``."""

    id: str
    name: str
    members: tuple[str, ...]
    aliases: Texts = ()
    adjectives: Texts = ()
    demonyms: Texts = ()


class TermRow(Dates, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An office held; ``of`` is the person's state unless another state, bloc or group is named."""

    office: str
    of: str | None = None


class PersonRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person; ``surnames`` may stand alone in a text, ``titled`` only behind a title."""

    id: str
    surnames: Texts = ()
    titled: Texts = ()
    aliases: Texts = ()
    sector: str = "GOV"
    offices: tuple[TermRow, ...] = ()


class PeopleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``people/<state>.yml``."""

    state: str
    people: tuple[PersonRow, ...]


class PlaceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A town or province; ``aliases`` are its other spellings."""

    name: str
    aliases: Texts = ()
    adjectives: Texts = ()


class PlacesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``places/<state>.yml``."""

    state: str
    places: tuple[PlaceRow, ...]


class GroupFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``groups/<name>.yml``; a sector that changed is a list of dated ones, the last of them that of
    today."""

    id: str
    sector: str | Texts
    country: str | None = None
    aliases: Texts = ()
    adjectives: Texts = ()
    demonyms: Texts = ()
    exists: Dates = Dates()


class InstitutionRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group that is best kept beside others of its state: a parliament, an agency, a newspaper."""

    id: str
    sector: str
    aliases: Texts = ()
    adjectives: Texts = ()
    exists: Dates = Dates()


class InstitutionsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``institutions/<state>.yml``."""

    state: str
    institutions: tuple[InstitutionRow, ...]


class OfficeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One office of ``offices.yml``."""

    words: tuple[str, ...]
    sector: str = "GOV"
    single: bool = False
    complete: bool = False


class Sources(msgspec.Struct, frozen=True):
    """All files of the world, each with its name."""

    states: tuple[Filed[StateFile], ...]
    blocs: tuple[Filed[BlocFile], ...]
    regions: tuple[Filed[RegionFile], ...]
    people: tuple[Filed[PeopleFile], ...]
    groups: tuple[Filed[GroupFile], ...]
    institutions: tuple[Filed[InstitutionsFile], ...]
    places: tuple[Filed[PlacesFile], ...]
    sectors: Filed[dict[str, tuple[str, ...]]]
    offices: Filed[dict[str, OfficeRow]]
    ambiguous: Filed[dict[str, str]]
    spellings: Filed[dict[str, tuple[str, ...]]]
