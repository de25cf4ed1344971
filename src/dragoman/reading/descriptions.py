"""Definite descriptions: "the country", "the three leaders", "his Kazakh counterpart", "the Russian leader".

What a description takes up stands in the sentences before, or follows from who was named and the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dragoman.reading.discourse import Discourse, Named, taken_up
from dragoman.reading.layout import Layout
from dragoman.reading.phrases import PARTIES, STATE_NOUNS, Phrase, PieceKind
from dragoman.reading.resolve import holder_of, office_of
from dragoman.reading.standing import as_holder, spoken
from dragoman.terms import EntityKind, Mention
from dragoman.world import Office, World

# How many sentences back "the two leaders" and "the country" look; the nearest stretch that fits decides. By
# judgement.
_PARTIES_REACHES = (0, 1, 2, 4)
_STATE_REACHES = (0, 1, 4)
_HEADS = frozenset({"presidents", "ministers", "leaders", "premiers", "chiefs", "diplomats"})
_JOINT_NOUNS = PARTIES | _HEADS | {"parties", "governments", "armies", "delegations", "republics", "capitals"}
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
COUNTERPARTS = frozenset({"counterpart", "counterparts"})


def number_of(phrase: Phrase, layout: Layout) -> int:
    """How many a description says there are: 2 for "both leaders" and "the two sides"; 0 when it does not."""
    if phrase.is_pronoun:
        return 0
    before = [token.lower for token in layout.tokens[max(0, phrase.first - 2) : phrase.first]]
    number = _NUMBERS.get(before[-1], 0) if before else 0
    definite = before[-1:] == ["both"] or before[:1] in (["the"], ["all"])
    joint = office_of(phrase) is not None or layout.tokens[phrase.last].lower in _JOINT_NOUNS
    return number if number and definite and joint else 0


def each_of(
    phrase: Phrase, number: int, mention: Mention, layout: Layout, discourse: Discourse, world: World
) -> tuple[Mention, ...]:
    """The ones that "the two countries" take up, when just so many were named; nobody otherwise.

    "The two Nordic states" are two members of the region that were named.
    """
    start = layout.tokens[phrase.first].start
    among = world.expand(mention.entity, None) if mention.entity else ()
    personal = office_of(phrase) is not None or bool(nouns_of(phrase, layout) & _HEADS)
    for reach in _PARTIES_REACHES:
        near = discourse.recent(reach)
        before = [n for n in near if n.mention.span is not None and n.mention.span.start < start]
        persons = distinct(n.mention for n in before if n.kind is EntityKind.PERSON)
        states = distinct(n.mention for n in before if n.mention.country and n.kind is not EntityKind.PLACE)
        if among:
            states = [state for state in states if state.country in among]
        elif personal and len(persons) == number:
            return tuple(taken_up(mention, one) for one in persons)
        if len(states) == number:
            return tuple(taken_up(mention, one) for one in states)
    return ()


def state_meant(phrase: Phrase, layout: Layout, discourse: Discourse, world: World) -> Mention | None:
    """Which state "the country" is: the only one named near; of several the one the text is set in.

    ``None`` when nothing decides.
    """
    start = layout.tokens[phrase.first].start
    for reach in _STATE_REACHES:
        near = discourse.recent(reach)
        named = [n.mention for n in near if n.mention.span is None or n.mention.span.start < start]
        countries = [country for country in dict.fromkeys(m.country for m in named) if country]
        if not countries:
            continue
        subject = {m.country for m in discourse.subject} - {None}
        likeliest = [c for c in countries if c == discourse.setting] or [c for c in countries if c in subject]
        meant = countries[0] if len(countries) == 1 else likeliest[0] if len(likeliest) == 1 else None
        if meant is None:
            return None
        rival = next((country for country in countries if country != meant), None)
        name = world.entities[meant].name if meant in world.entities else meant
        return Mention(name, meant, meant, "GOV", runner_up=rival)
    return None


def names_a_state(phrase: Phrase, layout: Layout) -> bool:
    """Whether a phrase begins with "country" or the like: "the country", "the country's president"."""
    first = phrase.pieces[0]
    return first.kind is PieceKind.NOUN and layout.tokens[first.last].lower in STATE_NOUNS


def counterpart(mention: Mention, person: Mention | None, world: World, day: date | None) -> Mention:
    """ "His Kazakh counterpart": who holds there the office that he holds here."""
    state = world.entities.get(mention.country or "")
    if person is None or state is None or day is None:
        return mention
    for term in reversed(world.terms_of(person.entity or "")):
        if not term.valid.contains(day):
            continue
        holder = holder_of(state, Office(term.office, "GOV", single=True, complete=True), world, day)
        if holder is not None:
            office = spoken(term.office)
            reason = f"counterpart of {person.entity}: {office} of {state.name} on {day}"
            return as_holder(mention, holder, state, reason, world, day)
    return mention


def earlier_holder(
    phrase: Phrase, mention: Mention, layout: Layout, discourse: Discourse, world: World
) -> Mention | None:
    """ "The Russian leader" in a text without a day: the last person named who held that office there."""
    office = office_of(phrase)
    if office is None or not office.single or mention.country is None:
        return None
    people = [
        n for n in discourse.named if n.kind is EntityKind.PERSON and n.mention.country == mention.country
    ]
    for named in reversed(people):
        if _has_held(named, office, layout, phrase, world):
            return named.mention
    return None


def _has_held(named: Named, office: Office, layout: Layout, phrase: Phrase, world: World) -> bool:
    """Whether somebody was called by the same noun, or the world knows him to have had the office."""
    if nouns_of(phrase, layout) & named.nouns:
        return True
    country, person = named.mention.country or "", named.mention.entity or ""
    days = [term.valid.latest or term.valid.earliest for term in world.terms_of(person)]
    holders = [world.holders(country, office.id, day) for day in days if day is not None]
    return any(entity.id == person for found in holders for entity in found)


def nouns_of(phrase: Phrase, layout: Layout) -> frozenset[str]:
    """The common nouns of a phrase, the last word of each."""
    nouns = (piece for piece in phrase.pieces if piece.kind is PieceKind.NOUN)
    return frozenset(layout.tokens[piece.last].lower for piece in nouns)


def distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention for each country."""
    return list({mention.country or mention.entity: mention for mention in mentions}.values())


def rival_of(antecedent: Mention | None, named: Sequence[Named], kind: EntityKind) -> str | None:
    """The last one of a kind named besides the one a pronoun takes up."""
    taken = antecedent.entity if antecedent else None
    others = (n.mention.entity for n in reversed(named) if n.kind is kind and n.mention.entity != taken)
    return next(others, None)
