"""Which surfaces a file's entity goes by, and in which sense."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.terms import Interval
from dragoman.world.files import (
    BlocFile,
    DatedText,
    Dates,
    GroupFile,
    PersonRow,
    PlaceRow,
    RegionFile,
    StateFile,
    Texts,
)
from dragoman.world.sounds import SHORTEST, skeletons
from dragoman.world.tables import Name, NameSense


def interval(dates: Dates) -> Interval:
    """First and last day of ``from`` and ``until``; a year or month counts from its first to its last day."""
    first = Interval.parse(dates.since).earliest if dates.since else None
    last = Interval.parse(dates.until).latest if dates.until else None
    return Interval(first, last)


def dated(text: str | DatedText) -> tuple[str, Interval]:
    """The words and the days they hold."""
    return (text, Interval()) if isinstance(text, str) else (text.text, interval(text))


def is_acronym(surface: str) -> bool:
    """Whether it is written in capitals: UAE, U.S., G20, C5+1."""
    return surface.upper() == surface and any(letter.isalpha() for letter in surface)


def state_names(state: StateFile) -> Iterator[Name]:
    """Every surface of a state."""
    yield from _names(state.id, NameSense.NAME, tuple(filter(None, (state.name, state.official))))
    yield from _names(state.id, NameSense.ALIAS, state.aliases)
    yield from _names(state.id, NameSense.ADJECTIVE, state.adjectives)
    yield from _names(state.id, NameSense.DEMONYM, state.demonyms)
    yield from _names(state.id, NameSense.CAPITAL, state.capital)
    yield from _names(state.id, NameSense.SEAT, state.seats)


def bloc_names(bloc: BlocFile) -> Iterator[Name]:
    """Every surface of a bloc."""
    yield from _names(bloc.id, NameSense.NAME, (bloc.name,))
    yield from _names(bloc.id, NameSense.ALIAS, bloc.aliases)
    yield from _names(bloc.id, NameSense.ADJECTIVE, bloc.adjectives)
    yield from _names(bloc.id, NameSense.SEAT, bloc.seats)


def region_names(region: RegionFile) -> Iterator[Name]:
    """Every surface of a region."""
    yield from _names(region.id, NameSense.NAME, (region.name,))
    yield from _names(region.id, NameSense.ALIAS, region.aliases)
    yield from _names(region.id, NameSense.ADJECTIVE, region.adjectives)
    yield from _names(region.id, NameSense.DEMONYM, region.demonyms)


def group_names(group: GroupFile) -> Iterator[Name]:
    """Every surface of a group."""
    yield from _names(group.id, NameSense.NAME, (group.id,))
    yield from _names(group.id, NameSense.ALIAS, group.aliases)
    yield from _names(group.id, NameSense.ADJECTIVE, group.adjectives)
    yield from _names(group.id, NameSense.DEMONYM, group.demonyms)


def person_names(person: PersonRow) -> Iterator[Name]:
    """Surfaces that name a person without a title."""
    yield from _names(person.id, NameSense.FULL_NAME, (person.id, *person.aliases))
    yield from _names(person.id, NameSense.SURNAME, person.surnames)


def titled_names(person: PersonRow) -> Iterator[Name]:
    """Surfaces that name a person only behind a title."""
    yield from _names(person.id, NameSense.SURNAME, person.titled)


def place_id(place: PlaceRow, state: str) -> str:
    """Towns share names: the state's letters tell them apart."""
    return f"{place.name} ({state})"


def place_names(place: PlaceRow, state: str) -> Iterator[Name]:
    """Every surface of a town or province."""
    identity = place_id(place, state)
    yield from _names(identity, NameSense.NAME, (place.name,))
    yield from _names(identity, NameSense.ALIAS, place.aliases)
    yield from _names(identity, NameSense.ADJECTIVE, place.adjectives)


def spelt_names(entity: str, surfaces: tuple[str, ...], is_person: bool) -> Iterator[Name]:
    """What engines and other languages make of a name; one word of a person stands for the surname."""
    for surface in surfaces:
        alone = NameSense.FULL_NAME if " " in surface else NameSense.SURNAME
        yield from _names(entity, alone if is_person else NameSense.ALIAS, (surface,))


def _names(entity: str, sense: NameSense, texts: Texts) -> Iterator[Name]:
    """Names, with capitals told apart from other names and aliases, and both kinds of apostrophe."""
    for text in texts:
        surface, valid = dated(text)
        named = sense in (NameSense.NAME, NameSense.ALIAS) and is_acronym(surface)
        for spelling in dict.fromkeys((surface, surface.replace("'", "\u2019"))):
            compared = not named and len(spelling) >= SHORTEST
            bones = skeletons(spelling) if compared else ()
            yield Name(spelling, entity, NameSense.ACRONYM if named else sense, valid, bones)
