"""What somebody is on a day: in which sector he acts, and for which country."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman.terms import Entity, EntityKind, Mention
from dragoman.world import World

ELITE = "ELI"  # PLOVER's sector of former officials
_GOVERNMENT = "GOV"
# Offices after which nobody holds a lesser one that the files do not know of.
_HEADS = frozenset("president prime_minister chancellor monarch supreme_leader governing_leader".split())


class Standing(msgspec.Struct, frozen=True):
    """What somebody is on a day.

    Attributes:
        sector: in which he acts; who left office is of the elite.
        country: for which; none for who heads an organisation of states.
        reason: why, where it is not the usual.
    """

    sector: str | None
    country: str | None
    reason: str = ""


def standing_of(person: Entity, world: World, day: date | None) -> Standing:
    """The sector and country somebody acts for on a day."""
    usual = Standing(person.sector, person.country)
    if day is None:
        return usual
    held = [
        (sector == _GOVERNMENT, term.of == person.country, place, term, sector)
        for place, term in enumerate(world.terms_of(person.id))
        if (sector := world.sector_of(term, day)) is not None
    ]
    if held:
        *_, term, sector = max(held, key=lambda each: each[:3])
        owner = world.entities[term.of]
        country = None if owner.kind is EntityKind.BLOC else person.country
        return Standing(sector, country, f"{spoken(term.office)} of {owner.name} on {day}")
    begun = [t for t in world.terms_of(person.id) if t.valid.earliest is None or t.valid.earliest <= day]
    if person.sector != _GOVERNMENT or not world.terms_of(person.id):
        return usual
    if not begun:
        return Standing(None, person.country, "in no office yet")
    last = max(begun, key=lambda term: term.valid.latest or date.min)
    if last.office not in _HEADS:
        return usual  # what else a minister became the files do not always say
    return Standing(ELITE, person.country, f"{spoken(last.office)} until {last.valid.latest}")


def as_holder(
    mention: Mention, holder: Entity, owner: Entity, reason: str, world: World, day: date | None
) -> Mention:
    """The words of a mention as whoever holds an office of the owner; if not him, the owner is meant."""
    standing = standing_of(holder, world, day)
    return msgspec.structs.replace(
        mention,
        entity=holder.id,
        country=standing.country,
        sector=standing.sector or mention.sector,
        reason=reason,
        runner_up=owner.id,
    )


def spoken(office: str) -> str:
    """An office as it stands in a reason."""
    return office.replace("_", " ")
