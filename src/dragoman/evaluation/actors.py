"""Task ``actors``: a phrase, with a date or none, to the country and sector of whom it names.

Gold: JSON Lines, ``{"phrase": "the Kenyan police", "date": "2022-05-01", "country": "KEN",
"code_1": "COP"}``.
Codes are those of NGEC: alpha-3 countries; ``IGO``, ``UNO`` and ``EUR`` for organisations of states; PLOVER
sectors. A field that a row lacks is not asked for, nor is one that says ``????``; an empty one expects that
nothing is said. A phrase without a date is taken as of April 2023, when NGEC was published: it resolves such
phrases as of the present.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import msgspec

from dragoman.evaluation.gold import read_lines
from dragoman.reading import identify
from dragoman.terms import Entity, EntityKind, GoldError, Mention
from dragoman.world import NameSense, World, load

_EXPECTED = '{"phrase": "the Kenyan police", "country": "KEN", "code_1": "COP", "date": null}'
_OPEN = "????"
_PUBLISHED = date(2023, 4, 3)
_DATES = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%Y-%m", "%Y")
# What NGEC writes for a sector it does not know.
_NO_SECTOR = {"UNK": "", "JNK": "", "NON": ""}
# Who acts for a breakaway territory that NGEC files under the state that claims it.
_BREAKAWAY = "PRE"
_UN_FAMILY = frozenset(
    "UN UNSC UNGA UNESCO UNICEF UNHCR UNRWA WFP WHO IAEA ICJ OHCHR FAO ILO UNDP UNODC UNEP ICAO IMO ITU "
    "WMO".split()
)
_EU_FAMILY = frozenset("EU EUROPEAN_COMMISSION EUROPEAN_COUNCIL EUROPEAN_PARLIAMENT ECB".split())


class ActorScore(msgspec.Struct, frozen=True):
    """How well phrases were resolved.

    Attributes:
        country_acc, sector_acc: share of the asked countries and sectors that are right.
        countries, sectors: how many of either were asked for; ``n`` phrases.
    """

    country_acc: float
    sector_acc: float
    countries: int
    sectors: int
    n: int


class _Row(msgspec.Struct, frozen=True):
    """A phrase and what is expected; unset fields are not asked for."""

    phrase: str
    date: str | None = None
    country: str | msgspec.UnsetType | None = msgspec.UNSET
    code_1: str | msgspec.UnsetType | None = msgspec.UNSET


def evaluate(paths: Sequence[Path]) -> ActorScore:
    """How well the phrases of gold files are resolved.

    Raises:
        GoldError: a file is not in the format above.
    """
    rows = list(read_lines(paths, _Row, _EXPECTED))
    if not rows:
        raise GoldError(f"{paths[0]}: holds no phrases; expected lines like {_EXPECTED}")
    world = load()
    countries: list[bool] = []
    sectors: list[bool] = []
    for row in rows:
        day = _day(row.date)
        mention = identify(row.phrase, day)
        if _is_asked(row.country):
            countries.append(_country(mention, world, day) == (row.country or ""))
        if _is_asked(row.code_1):
            expected = str(row.code_1 or "")
            sectors.append(_sector(mention, row.phrase, world) == _NO_SECTOR.get(expected, expected))
    return ActorScore(_share(countries), _share(sectors), len(countries), len(sectors), len(rows))


def _is_asked(expected: str | msgspec.UnsetType | None) -> bool:
    return expected is not msgspec.UNSET and expected != _OPEN


def _day(text: str | None) -> date:
    """The day of a row; that of the set when it has none.

    Raises:
        GoldError: it is no date.
    """
    for form in _DATES if text else ():
        try:
            return datetime.strptime(str(text), form).date()  # noqa: DTZ007
        except ValueError:
            continue
    if text:
        raise GoldError(f"{text!r} is no date; write 2022-05-01")
    return _PUBLISHED


def _organisation(entity: Entity | None, world: World, day: date) -> str | None:
    """The organisation of states that somebody is, or heads on the day."""
    if entity is None or entity.kind is EntityKind.BLOC:
        return entity.id if entity else None
    terms = (term for term in world.terms_of(entity.id) if term.valid.contains(day))
    return next((t.of for t in terms if world.entities[t.of].kind is EntityKind.BLOC), None)


def _country(mention: Mention, world: World, day: date) -> str:
    """The country as NGEC codes it."""
    entity = world.entities.get(mention.entity or "")
    bloc = _organisation(entity, world, day)
    if bloc is not None:
        if bloc in _UN_FAMILY:
            return "UNO"
        return "EUR" if bloc in _EU_FAMILY else "IGO"
    claimant = _claimant(mention, world)
    return claimant or mention.country or ""


def _sector(mention: Mention, phrase: str, world: World) -> str:
    """The sector as NGEC codes it: none for a state named by itself."""
    entity = world.entities.get(mention.entity or "")
    if entity is not None and entity.kind is EntityKind.STATE and _is_bare(phrase, entity.id, world):
        return _BREAKAWAY if _claimant(mention, world) else ""
    return mention.sector or ""


def _claimant(mention: Mention, world: World) -> str | None:
    """The state that claims a territory ISO has no code for."""
    state = next((state for state in world.states if state.id == mention.country), None)
    return state.claimed_by[0] if state is not None and state.claimed_by and not state.iso2 else None


def _is_bare(phrase: str, state: str, world: World) -> bool:
    """Whether a phrase is a name of the state and no seat of its government."""
    words = phrase.strip().removeprefix("the ").removeprefix("The ")
    own = (name for name in world.names if name.entity == state and name.sense is not NameSense.SEAT)
    return any(name.surface == words for name in own)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0
