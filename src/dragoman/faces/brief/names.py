"""Who is named in a sentence of a brief: articles, parts of a state, and words that name nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from dragoman.faces import wording
from dragoman.terms import Entity, EntityKind, Mention
from dragoman.world import load

NOBODY = "somebody not named"
_SHOWN = 5  # names in a sentence; a summit of twenty is counted
_LONG_NAME = 16  # as in `wording`: a bloc with a longer name is better known by its letters
_PART = {
    "MIL": "the military of",
    "COP": "the police of",
    "PRM": "paramilitaries of",
    "SPY": "the secret service of",
    "JUD": "the courts of",
    "LEG": "the parliament of",
    "OPP": "the opposition of",
    "REB": "rebels of",
    "SEP": "separatists of",
    "CVL": "people of",
    "MED": "media of",
    "BUS": "companies of",
}
_MANY = frozenset({"COP", "PRM", "JUD", "REB", "SEP", "CVL", "MED", "BUS"})
_UNSAID = frozenset(
    (
        "he him his she her it its they them their we us our i who which that this each other others both "
        "the a an"
    ).split()
)
_ARTICLE = re.compile(
    r"United |.*\b(?:Emirates|Nations|States|Union|Republic|Federation|Commonwealth|Consortium|Committee|"
    r"Council|Court|Organi[sz]ation|Agency|Bank|Fund|Commission|Alliance|Army|Forces|Ministry|Taliban|"
    r"Netherlands|Philippines|Maldives|Gambia|Bahamas|Houthis|Seven|Twenty|Vatican|West|Staff)(?: of .*)?$"
)
_BARE_LETTERS = frozenset({"NATO", "ASEAN", "OPEC", "BRICS", "UNESCO", "MERCOSUR", "ECOWAS", "OPEC+"})
_NO_WORD = re.compile(r"[\W_]*")


def clean(text: str) -> str:
    """Text of others as it may be shown: on one line, without characters that are not seen.

    Signs that turn the direction of writing, tags and controls are left out, for they could make a page
    read otherwise than it is written. The joiners of Persian and Indian scripts stay.
    """
    return " ".join(_INVISIBLE.sub("", text).split())


_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)


def name(mention: Mention) -> str:
    """A participant in a sentence: "the CSTO", "the military of Russia"; words nobody resolves in quotes."""
    entity = load().entities.get(mention.entity or "")
    if entity is None:
        return _unresolved(mention)
    if entity.kind is EntityKind.STATE and mention.sector in _PART:
        return f"{_PART[mention.sector]} {with_article(entity)}"
    if entity.kind is EntityKind.STATE:
        return _sector(with_article(entity), mention.sector)
    return with_article(entity)


def side(id: str) -> str:
    """A side by its id, as it stands within a sentence."""
    entity = load().entities.get(id)
    return clean(id) if entity is None else with_article(entity)


def with_article(entity: Entity) -> str:
    """A name with "the" where English wants one."""
    if entity.kind is EntityKind.PERSON:
        return entity.name
    if entity.kind is EntityKind.PLACE:
        return _place(entity)
    if entity.kind is EntityKind.BLOC and len(entity.name) > _LONG_NAME and entity.id.isupper():
        return entity.id if entity.id in _BARE_LETTERS else f"the {entity.id}"
    return f"the {entity.name}" if _ARTICLE.match(entity.name) else entity.name


def capital(words: str) -> str:
    """The words with a capital at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def names(mentions: Sequence[Mention]) -> list[str]:
    """Those on one side, each once; a state that its own people stand for is not named beside them."""
    present = {
        mention.country for mention in mentions if mention.entity and mention.entity != mention.country
    }
    kept = [each for each in mentions if not (each.sector in (None, "GOV") and each.entity in present)]
    found = list(dict.fromkeys(map(name, kept)))
    known = [each for each in found if each != NOBODY] or found
    if len(known) > _SHOWN + 1:
        known = [*known[:_SHOWN], f"{len(known) - _SHOWN} others"]
    return known or [NOBODY]


def speakers(sources: Iterable[Mention], shown: int = 3) -> list[str]:
    """Who says so, each once; whoever a mere "he" stands for is not named, and no place speaks."""
    found = [each for each in dict.fromkeys(map(_speaker, sources)) if each != NOBODY]
    return found if len(found) <= shown + 1 else [*found[:shown], f"{len(found) - shown} others"]


def voice(name: str) -> str:
    """A voice of the record by the name people know."""
    entity = load().entities.get(name)
    return clean(name) if entity is None else with_article(entity)


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    return wording.joined(words)


def _speaker(source: Mention) -> str:
    """As a participant; of "analysts in Almaty" the words, for the town says nothing."""
    entity = load().entities.get(source.entity or "")
    is_place = entity is not None and entity.kind is EntityKind.PLACE
    return _unresolved(msgspec.structs.replace(source, country=None)) if is_place else name(source)


def _place(entity: Entity) -> str:
    """A place by name; with its state where a state is called so too, as Georgia is."""
    country = load().entities.get(entity.country or "")
    if country is None or entity.name not in _states():
        return entity.name
    return f"{entity.name} in {with_article(country)}"


@cache
def _states() -> frozenset[str]:
    return frozenset(each.name for each in load().entities.values() if each.kind is EntityKind.STATE)


def _sector(state: str, sector: str | None) -> str:
    return state if sector in (None, "GOV") else f"{state} ({sector})"


def _unresolved(mention: Mention) -> str:
    """The words in quotes with the state they belong to; where they name nobody, only that."""
    words = clean(mention.text)
    country = load().entities.get(mention.country or "")
    if _NO_WORD.fullmatch(words) or words.casefold() in _UNSAID:
        return NOBODY if country is None else f"somebody of {with_article(country)}"
    bare = words.replace('"', "'")
    return f'"{bare}"' if country is None or country.name in words else f'"{bare}" of {with_article(country)}'


def is_named(mention: Mention) -> bool:
    """Whether the words name somebody, known or not."""
    words = clean(mention.text)
    return not (_NO_WORD.fullmatch(words) or words.casefold() in _UNSAID)


def is_people(mention: Mention) -> bool:
    """Whether a person or people are meant, and no state, town or bloc."""
    entity = load().entities.get(mention.entity or "")
    return entity.kind is EntityKind.PERSON if entity else mention.country is None or is_named(mention)


def is_one_body(mentions: Sequence[Mention]) -> bool:
    """Whether one state, bloc or organisation acts, of which English says "its"."""
    entities = {mention.entity: load().entities.get(mention.entity or "") for mention in mentions}
    (entity, *others) = entities.values()
    if others or entity is None or entity.kind is EntityKind.PERSON:
        return False
    return not any(is_many(name(each)) for each in mentions)


def is_many(words: str) -> bool:
    """Whether a name in a sentence is one of many: "the police of Russia", "protesters" in quotes."""
    many = tuple(part.partition(" of")[0] for sector, part in _PART.items() if sector in _MANY)
    quoted = words.startswith('"') and words.rpartition('"')[0].endswith("s")
    return words.startswith(many) or (quoted and not words.rpartition('"')[0].endswith("ss"))


def state_of(id: str) -> str:
    """The state somebody belongs to, or the id itself."""
    entity = load().entities.get(id)
    return id if entity is None else entity.country or entity.id


def party(who: str) -> str:
    """Who states a figure, by the name people know: "the military of Ukraine" for "UKR/MIL"."""
    entity, _, sector = who.partition("/")
    if entity not in load().entities:
        return clean(who)
    return name(Mention("", entity, entity, sector or None))
