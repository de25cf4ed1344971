"""Whom a noun phrase names by its own words, with the reason and the runner-up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
from rapidfuzz import fuzz, process

from dragoman.reading.layout import PLACE_PREPOSITIONS
from dragoman.reading.phrases import Phrase, Piece, PieceKind
from dragoman.reading.standing import ELITE, Standing, as_holder, spoken, standing_of
from dragoman.reading.tokens import Token
from dragoman.terms import Entity, EntityKind, Interval, Mention, Span
from dragoman.world import NameSense, Office, World

# Two spellings of one surname score above this (rapidfuzz ratio); by judgement, on names of our own choice.
_SPELT_ALIKE, _SHORTEST = 80, 5
# Sectors in which a country's people act for the state itself; a crowd, a party or a company does not.
STATE_SECTORS = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG"})
_FORMER = frozenset("former ex erstwhile ousted deposed late then-former ex-".split())
# Sectors that organs of an organisation of states have of their own: its troops, its parliament, its courts.
_ORGANS = frozenset({"MIL", "LEG", "JUD", "COP", "HLH"})
# What the people of a group are called, whatever the group is.
_OF_A_GROUP = frozenset(
    "fighter fighters member members militant militants gunman gunmen rebel rebels".split()
)
_JOINT = frozenset({EntityKind.BLOC, EntityKind.REGION, EntityKind.GROUP})
_SPOKESPERSON = "spokesperson"
# Whose spokesperson it is says the noun or the seat before: "the Foreign Ministry's spokeswoman".
_SPEAKS_FOR = {
    "foreign ministry": "foreign_spokesperson",
    "ministry of foreign affairs": "foreign_spokesperson",
    "foreign office": "foreign_spokesperson",
    "state department": "foreign_spokesperson",
    "defence ministry": "defence_spokesperson",
    "defense ministry": "defence_spokesperson",
    "ministry of defence": "defence_spokesperson",
    "ministry of defense": "defence_spokesperson",
}
_SENSES = {
    NameSense.CAPITAL: "a capital standing for its government",
    NameSense.SEAT: "a seat of power standing for its government",
    NameSense.ADJECTIVE: "an adjective of the country",
    NameSense.DEMONYM: "people of the country",
}


class _Said(msgspec.Struct, frozen=True):
    """A phrase in its sentence, ready to be resolved."""

    phrase: Phrase
    tokens: Sequence[Token]
    words: str
    span: Span
    world: World
    day: date | None

    def mention(
        self,
        reason: str,
        entity: Entity | None = None,
        country: str | None = None,
        sector: str | None = None,
        runner_up: str | None = None,
    ) -> Mention:
        """A mention of these words."""
        return Mention(
            self.words,
            entity.id if entity else None,
            entity.country if entity else country,
            sector,
            self.span,
            reason,
            runner_up,
        )

    @property
    def is_former(self) -> bool:
        """Whether the words say that the office is over: "the former president", "ex-premier"."""
        names = [piece for piece in self.phrase.pieces if piece.kind is PieceKind.NAME]
        return any(
            self.tokens[i].lower in _FORMER and not any(name.first <= i <= name.last for name in names)
            for i in range(max(0, self.phrase.first - 2), self.phrase.last + 1)
        )


def resolve(phrase: Phrase, tokens: Sequence[Token], text: str, world: World, day: date | None) -> Mention:
    """The mention a phrase makes.

    Args:
        phrase: the phrase; not a pronoun.
        tokens: the sentence it stands in.
        text: the document's text.
        world: what is known.
        day: a day the document belongs to, if known; decides who holds an office.
    """
    span = Span(tokens[phrase.first].start, tokens[phrase.last].end)
    said = _Said(phrase, tokens, span.of(text), span, world, day)
    person = _last(phrase, PieceKind.PERSON)
    if person is not None and not _is_belonging(phrase, person):
        return _person(said, person)
    owner = _first(phrase, PieceKind.NAME) or _first(phrase, PieceKind.ADJECTIVE) or person
    head = _last_noun(phrase)
    if owner is None and head is not None and head.office is not None:
        titled = _titled_alone(said, head.office)
        if titled is not None:
            standing = standing_of(titled, world, day)
            reason = f"{spoken(head.office.id)} on {day}, named behind the title"
            return said.mention(reason, titled, sector=standing.sector)
    if owner is None:
        sector = _sector(said, head.office, head.sector) if head else None
        return said.mention("nobody the world knows is named", sector=sector)
    entity, runner_up = _meant(owner, world)
    if entity is None:
        return said.mention(f"{' or '.join(_choices(owner, world))} may be meant", runner_up=runner_up)
    apposed = head is not None and owner.joint and head.last + 1 == owner.first
    if head is None or apposed or (head.last < owner.first and not head.sector):
        return _bare(said, owner, entity, runner_up)
    return _belonging(said, owner, entity, head)


def _person(said: _Said, piece: Piece) -> Mention:
    """Somebody named, in the sector he acts in on the day."""
    entity, runner_up = _meant(piece, said.world)
    if entity is None:
        choices = _choices(piece, said.world)
        countries = {said.world.entities[person].country for person in choices}
        country = countries.pop() if len(countries) == 1 else None
        return said.mention(f"{' or '.join(choices)} may be meant", None, country, runner_up=runner_up)
    standing = standing_of(entity, said.world, said.day)
    if said.is_former:
        standing = Standing(ELITE, entity.country, "called a former holder of the office")
    reason = "; ".join(filter(None, (f"named: {entity.name}", piece.why, standing.reason)))
    mention = said.mention(reason, entity, sector=standing.sector, runner_up=runner_up)
    return msgspec.structs.replace(mention, country=standing.country)


def _bare(said: _Said, owner: Piece, entity: Entity, runner_up: str | None) -> Mention:
    """A name by itself: a state, a bloc, a capital for its government, a place."""
    if owner.doubt:
        return Mention(said.words, span=said.span, reason=owner.doubt, runner_up=entity.id, doubtful=True)
    unknown = _first(said.phrase, PieceKind.UNKNOWN)
    if unknown is not None:
        return said.mention(
            f"a name nobody knows, of {entity.name}", country=entity.country, runner_up=entity.id
        )
    sense = owner.senses[0].sense
    in_place = said.phrase.preposition in PLACE_PREPOSITIONS
    if entity.kind is EntityKind.PLACE:
        where = said.world.entities.get(entity.country or "")
        reason = f"a place in {where.name if where else 'no known country'}: {entity.name}"
        return said.mention(_with_why(reason, owner), entity, runner_up=runner_up or entity.country)
    if sense is NameSense.CAPITAL and in_place:
        reason = _with_why(f"a place: the capital of {entity.name}", owner)
        return said.mention(reason, entity, runner_up=runner_up)
    own = said.world.group_sector(entity, said.day)
    sector = own or ("GOV" if entity.kind is EntityKind.STATE else None)
    reason = _with_why(f"{_SENSES.get(sense, 'named')}: {entity.name}", owner)
    return said.mention(reason, entity, sector=sector, runner_up=runner_up)


def _belonging(said: _Said, owner: Piece, entity: Entity, head: Piece) -> Mention:
    """A noun with an owner: a ministry, an army, a president, a crowd of some country or bloc."""
    office = _office(said, owner, head)
    own = said.world.group_sector(entity, said.day)
    if entity.kind is EntityKind.PERSON and entity.sector not in STATE_SECTORS and entity.sector is not None:
        # the aides of an opposition leader are no government
        reason = f"of {entity.name}"
        return said.mention(reason, country=entity.country, sector=entity.sector, runner_up=entity.id)
    of_group = entity.kind is EntityKind.GROUP and said.tokens[head.last].lower in _OF_A_GROUP
    sector = _sector(said, office, own if of_group else head.sector or own)
    unknown = _first(said.phrase, PieceKind.UNKNOWN)
    if unknown is not None and office is not None:
        return _unknown_holder(said, unknown, entity, sector)
    if office is not None and not said.is_former:
        holder = holder_of(entity, office, said.world, said.day)
        if holder is not None:
            reason = f"{spoken(office.id)} of {entity.name} on {said.day}"
            mention = said.mention(reason, sector=sector)
            return as_holder(mention, holder, entity, reason, said.world, said.day)
    if entity.kind in (EntityKind.BLOC, EntityKind.REGION):
        reason = _with_why(f"of {entity.name}", owner)
        organ = head.sector if head.sector in _ORGANS else None
        return said.mention(reason, entity, sector=organ or entity.sector or sector)
    acts_for_state = sector in STATE_SECTORS
    reason = _with_why(f"{'acts for' if acts_for_state else 'from'} {entity.name}", owner)
    state = said.world.entities.get(entity.country or "")
    if entity.kind is EntityKind.GROUP and entity.country is None:
        return said.mention(reason, entity, sector=sector)
    if acts_for_state or entity.kind is EntityKind.GROUP:
        return said.mention(reason, state, sector=sector)
    return said.mention(reason, country=entity.country, sector=sector, runner_up=entity.country)


def _unknown_holder(said: _Said, unknown: Piece, entity: Entity, sector: str | None) -> Mention:
    """An office and a name nobody knows: perhaps a common surname, or a known one spelt otherwise."""
    surname = said.tokens[unknown.last].text
    country = entity.country
    if country is not None:
        titled = _titled(surname, country, said.world, said.day)
        known = titled or _spelt_like(surname, country, said.world)
        if known is not None:
            reason = f"{known.id}, {'named behind a title' if titled else 'spelt otherwise'}"
            return said.mention(reason, known, sector=known.sector, runner_up=country)
    reason = f"a name nobody knows, of {entity.name}"
    return said.mention(reason, country=country, sector=sector, runner_up=country)


def holder_of(owner: Entity, office: Office, world: World, day: date | None) -> Entity | None:
    """Who holds an office of a state, bloc or group on a day, when there is no doubt who is meant."""
    of = owner.id if owner.kind in (EntityKind.BLOC, EntityKind.GROUP) else owner.country
    if day is None or of is None or owner.kind is EntityKind.REGION:
        return None
    holders = world.holders(of, office.id, day)
    if not holders or not office.complete:
        return None
    return holders[0] if office.single or len(holders) == 1 else None


def belonging_to(
    mention: Mention, owner: Mention, office: Office | None, world: World, day: date | None
) -> Mention:
    """A common noun of nobody, given to an owner that stands beside it."""
    country, acts = owner.country, mention.sector in STATE_SECTORS
    entity = world.entities.get(owner.entity or "")
    possessor = entity if entity is not None and entity.kind in _JOINT else world.entities.get(country or "")
    if office is not None and possessor is not None:
        holder = holder_of(possessor, office, world, day)
        if holder is not None:
            reason = f"{spoken(office.id)} of {possessor.name} on {day}"
            return as_holder(mention, holder, possessor, reason, world, day)
    joint = entity is not None and entity.kind in _JOINT
    if entity is not None and entity.kind is EntityKind.PERSON and owner.sector not in STATE_SECTORS:
        reason = f"of {owner.text}"
        return msgspec.structs.replace(mention, country=country, sector=owner.sector, reason=reason)
    return msgspec.structs.replace(
        mention,
        entity=owner.entity if joint else (country if acts else None),
        country=country,
        sector=(entity.sector if joint and entity else None) or mention.sector,
        reason=f"of {owner.text or country}",
        runner_up=country if not joint and not acts else None,
    )


def office_of(phrase: Phrase) -> Office | None:
    """The office a phrase names, if it names one."""
    head = _last_noun(phrase)
    return head.office if head else None


def _office(said: _Said, owner: Piece, head: Piece) -> Office | None:
    """The office of the head noun; a spokesperson's is that of the house he speaks for."""
    office = head.office
    if office is None or office.id != _SPOKESPERSON:
        return office
    nouns = (piece for piece in said.phrase.pieces if piece.kind is PieceKind.NOUN and piece is not head)
    spoken_for = [_SPEAKS_FOR.get(_words(said.tokens, noun)) for noun in nouns]
    house = next(filter(None, spoken_for), None)
    if house is None and owner.senses and owner.senses[0].sense is NameSense.SEAT:
        house = "presidential_spokesperson"
    return office if house is None else Office(house, office.sector, complete=True)


def _sector(said: _Said, office: Office | None, sector: str | None) -> str | None:
    """The sector of a noun; who held an office of state is of the elite."""
    return ELITE if said.is_former and (office is not None or sector == "GOV") else sector


def _words(tokens: Sequence[Token], piece: Piece) -> str:
    return " ".join(token.lower for token in tokens[piece.first : piece.last + 1])


def _titled(surname: str, country: str, world: World, day: date | None) -> Entity | None:
    """A person of the country whom a common surname names behind a title: "Premier Li".

    Of several, those in office on the day; nobody when more than one is left.
    """
    on = Interval.day(day) if day else Interval()
    named = (world.entities[name.entity] for name in world.titled(surname))
    people = {e.id: e for e in named if e.country == country and e.exists.overlaps(on)}
    return next(iter(people.values())) if len(people) == 1 else None


def _titled_alone(said: _Said, office: Office) -> Entity | None:
    """Whom a common surname behind a title names when no country is: "President Bush", by the day.

    Nobody without a day, or when two of the name hold the office on it.
    """
    unknown = _last(said.phrase, PieceKind.UNKNOWN)
    if unknown is None or said.day is None:
        return None
    people = {name.entity for name in said.world.titled(said.tokens[unknown.last].text)}
    holding = [
        person
        for person in people
        for term in said.world.terms_of(person)
        if term.office == office.id and term.valid.contains(said.day)
    ]
    return said.world.entities[holding[0]] if len(set(holding)) == 1 else None


def _spelt_like(surname: str, country: str, world: World) -> Entity | None:
    """A person of the country whose surname is nearly this one, as other alphabets are spelt in many ways."""
    if len(surname) < _SHORTEST:
        return None
    people = [e for e in world.entities_of_country(country) if e.kind is EntityKind.PERSON]
    surnames = {person.id: person.id.rsplit(" ", 1)[-1] for person in people}
    best = process.extractOne(surname, surnames, scorer=fuzz.ratio, score_cutoff=_SPELT_ALIKE)
    return world.entities[best[2]] if best else None


def _meant(piece: Piece, world: World) -> tuple[Entity | None, str | None]:
    """Whom a name means and whom it could mean instead; nobody when nothing tells the two apart."""
    first = piece.senses[0].entity
    rival = next((name.entity for name in piece.senses if name.entity != first), None)
    return (None if piece.open else world.entities[first]), rival


def _choices(piece: Piece, world: World) -> list[str]:
    return list(dict.fromkeys(world.entities[name.entity].name for name in piece.senses))


def _is_belonging(phrase: Phrase, person: Piece) -> bool:
    """Whether the person only owns the head: "Lukashenko's forces"."""
    return phrase.pieces[-1].kind is PieceKind.NOUN and phrase.pieces[-1].first > person.last


def _first(phrase: Phrase, kind: PieceKind) -> Piece | None:
    return next((piece for piece in phrase.pieces if piece.kind is kind), None)


def _last(phrase: Phrase, kind: PieceKind) -> Piece | None:
    return next((piece for piece in reversed(phrase.pieces) if piece.kind is kind), None)


def _last_noun(phrase: Phrase) -> Piece | None:
    """The noun that says what sort of actor it is: before "of" the first, otherwise the last."""
    nouns = [piece for piece in phrase.pieces if piece.kind is PieceKind.NOUN]
    names = [piece for piece in phrase.pieces if piece.kind is PieceKind.NAME]
    if nouns and names and nouns[0].last < names[-1].first:
        return nouns[0]
    return nouns[-1] if nouns else None


def _with_why(reason: str, piece: Piece) -> str:
    return f"{reason}; {piece.why}" if piece.why else reason
