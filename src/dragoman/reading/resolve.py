"""Whom a noun phrase names, with the reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
from rapidfuzz import fuzz, process

from dragoman.reading.phrases import Phrase, Piece, PieceKind
from dragoman.reading.tokens import Token
from dragoman.terms import Entity, EntityKind, Interval, Mention, Span
from dragoman.world import Name, NameSense, Office, World

# Two spellings of one surname score above this (rapidfuzz ratio); by judgement, on names of our own choice.
_SPELT_ALIKE = 80
# Sectors in which a country's people act for the state itself; a crowd, a party or a company does not.
STATE_SECTORS = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG"})


def resolve(phrase: Phrase, tokens: Sequence[Token], text: str, world: World, day: date | None) -> Mention:
    """The mention a phrase makes.

    Args:
        phrase: the phrase; not a pronoun.
        tokens: the sentence it stands in.
        text: the document's text.
        world: what is known.
        day: a day the document belongs to, if known; decides between namesakes and office holders.
    """
    span = Span(tokens[phrase.first].start, tokens[phrase.last].end)
    words = span.of(text)
    person = _first(phrase, PieceKind.PERSON)
    if person is not None and not _is_belonging(phrase, person):
        return _as_entity(words, span, _entity(person, world, day), world, "named")
    owner = _first(phrase, PieceKind.NAME) or _first(phrase, PieceKind.ADJECTIVE) or person
    head = _last_noun(phrase)
    if owner is None:
        sector = head.sector if head else None
        return Mention(words, None, None, sector, span, "nobody the world knows is named")
    entity = _entity(owner, world, day)
    if head is None or (head.last < owner.first and not head.sector):
        unknown = _first(phrase, PieceKind.UNKNOWN)
        if unknown is not None:
            return Mention(words, None, entity.country, None, span, f"a name nobody knows, of {entity.name}")
        return _as_entity(words, span, entity, world, _sense_words(owner))
    return _belonging(words, span, entity, head, world, day, phrase, tokens)


def _belonging(
    words: str,
    span: Span,
    entity: Entity,
    head: Piece,
    world: World,
    day: date | None,
    phrase: Phrase,
    tokens: Sequence[Token],
) -> Mention:
    """A noun with an owner: a ministry, an army, a president, a crowd of some country or bloc."""
    sector = head.sector or entity.sector
    unknown = _first(phrase, PieceKind.UNKNOWN)
    if head.office is not None and entity.country and unknown is not None:
        surname = tokens[unknown.last].text
        titled = _titled(surname, entity.country, world, day)
        known = titled or _spelt_like(surname, entity.country, world)
        if known is not None:
            reason = f"{known.id}, {'named behind a title' if titled else 'spelt otherwise'}"
            return Mention(words, known.id, known.country, known.sector, span, reason)
    single = head.office is not None and head.office.single
    if head.office is not None and single and entity.country and day is not None and unknown is None:
        holder = world.holder(entity.country, head.office.id, day)
        if holder is not None:
            reason = f"{head.office.id} of {entity.name} on {day}"
            return Mention(words, holder.id, holder.country, holder.sector or sector, span, reason)
    if unknown is not None and head.office is not None:
        return Mention(words, None, entity.country, sector, span, f"a name nobody knows, of {entity.name}")
    if entity.kind in (EntityKind.BLOC, EntityKind.REGION):
        return Mention(words, entity.id, None, entity.sector or sector, span, f"of {entity.name}")
    acts_for_state = sector in STATE_SECTORS
    reason = f"{'acts for' if acts_for_state else 'from'} {entity.name}"
    state = entity.country or entity.id
    owner = state if acts_for_state or entity.kind is EntityKind.GROUP else None
    return Mention(words, owner, entity.country, sector, span, reason)


def belonging_to(
    mention: Mention, owner: Mention, office: Office | None, world: World, day: date | None
) -> Mention:
    """A common noun of nobody, given to an owner that stands beside it."""
    country, acts = owner.country, mention.sector in STATE_SECTORS
    if office is not None and country is not None and day is not None and office.single:
        holder = world.holder(country, office.id, day)
        if holder is not None:
            reason = f"{office.id} of {country} on {day}"
            return Mention(
                mention.text, holder.id, holder.country, holder.sector or mention.sector, mention.span, reason
            )
    entity = world.entities.get(owner.entity or "")
    joint = entity is not None and entity.kind in (EntityKind.BLOC, EntityKind.REGION, EntityKind.GROUP)
    return msgspec.structs.replace(
        mention,
        entity=owner.entity if joint else (country if acts else None),
        country=country,
        sector=(entity.sector if joint and entity else None) or mention.sector,
        reason=f"of {owner.text or country}",
    )


def office_of(phrase: Phrase) -> Office | None:
    """The office a phrase names, if it names one."""
    head = _last_noun(phrase)
    return head.office if head else None


def _titled(surname: str, country: str, world: World, day: date | None) -> Entity | None:
    """A person of the country whom a common surname names behind a title: "Premier Li".

    Of several, those in office on the day; nobody when more than one is left.
    """
    named = (world.entities[name.entity] for name in world.weak_names if name.surface == surname)
    on = Interval.day(day) if day else Interval()
    people = {e.id: e for e in named if e.country == country and e.exists.overlaps(on)}
    return next(iter(people.values())) if len(people) == 1 else None


def _spelt_like(surname: str, country: str, world: World) -> Entity | None:
    """A person of the country whose surname is nearly this one, as other alphabets are spelt in many ways."""
    people = [e for e in world.entities_of_country(country) if e.kind is EntityKind.PERSON]
    surnames = {person.id: person.id.rsplit(" ", 1)[-1] for person in people}
    best = process.extractOne(surname, surnames, scorer=fuzz.ratio, score_cutoff=_SPELT_ALIKE)
    return world.entities[best[2]] if best else None


def _as_entity(words: str, span: Span, entity: Entity, world: World, reason: str) -> Mention:
    sector = entity.sector or ("GOV" if entity.kind is EntityKind.STATE else None)
    return Mention(words, entity.id, entity.country, sector, span, f"{reason}: {entity.name}")


def _is_belonging(phrase: Phrase, person: Piece) -> bool:
    """Whether the person only owns the head: "Lukashenko's forces"."""
    return phrase.pieces[-1].kind is PieceKind.NOUN and phrase.pieces[-1].first > person.last


def _first(phrase: Phrase, kind: PieceKind) -> Piece | None:
    return next((piece for piece in phrase.pieces if piece.kind is kind), None)


def _last_noun(phrase: Phrase) -> Piece | None:
    """The noun that says what sort of actor it is: before "of" the first, otherwise the last."""
    nouns = [piece for piece in phrase.pieces if piece.kind is PieceKind.NOUN]
    names = [piece for piece in phrase.pieces if piece.kind is PieceKind.NAME]
    if nouns and names and nouns[0].last < names[-1].first:
        return nouns[0]
    return nouns[-1] if nouns else None


def _entity(piece: Piece, world: World, day: date | None) -> Entity:
    """The sense that holds on the day; the first listed when the day does not decide."""
    on = Interval.day(day) if day else Interval()
    valid = [name for name in piece.senses if name.valid.overlaps(on)] or list(piece.senses)
    alive = [name for name in valid if world.entities[name.entity].exists.overlaps(on)] or valid
    return world.entities[alive[0].entity]


def _sense_words(piece: Piece) -> str:
    """The reason a bare name resolves, by its sense."""
    words: dict[NameSense, str] = {
        NameSense.CAPITAL: "a capital standing for its government",
        NameSense.SEAT: "a seat of power standing for its government",
        NameSense.ADJECTIVE: "an adjective of the country",
        NameSense.DEMONYM: "people of the country",
    }
    name: Name = piece.senses[0]
    return words.get(name.sense, "named")
