"""Whom each phrase of a sentence names, with what the sentences before it left behind.

The order of the steps is the order of trust: the phrase's own words; an owner or a name that stands right
beside it; somebody named before whom a definite description takes up; the setting of the text. A step that
finds two candidates finds nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from dragoman.reading.descriptions import (
    COUNTERPARTS,
    counterpart,
    distinct,
    each_of,
    earlier_holder,
    names_a_state,
    nouns_of,
    number_of,
    rival_of,
    state_meant,
)
from dragoman.reading.discourse import Discourse, Named, taken_up
from dragoman.reading.layout import PLACE_PREPOSITIONS, Layout
from dragoman.reading.phrases import Phrase, PieceKind
from dragoman.reading.resolve import belonging_to, office_of, resolve
from dragoman.reading.verbs import DETERMINERS
from dragoman.terms import EntityKind, Mention, Span
from dragoman.world import World

# How many sentences back a description looks: the nearest stretch that has a candidate decides. By judgement.
_REACHES = (1, 4, 12)
_BLOC_NOUNS = frozenset("alliance bloc union organisation organization grouping community pact".split())
_ARTICLES = frozenset({"the", "this", "that"})
_PLAIN_ADJECTIVES = frozenset("same military security defence defense economic regional".split())
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
_OWN = frozenset({"its", "their"})
# How far behind the owner's last word a noun begins that the 's belongs to.
_POSSESSIVE_REACH = 4
_POSSESSIVE = _OWN | {"his", "her", "our", "my"}
# What may stand between a noun and the name of its owner: "the leaders of the six countries in the X".
_OF_MEMBERS = frozenset("six five nine seven eight countries states members nations member".split())
_OWNING = frozenset({"of", "for", "from"})


class Mentions:
    """The mentions of one sentence.

    Args:
        layout: the sentence.
        text: the document's text.
        world: what is known.
        day: a day the document belongs to, if known.
        discourse: what the sentences before left; everybody known is remembered there.
    """

    def __init__(
        self, layout: Layout, text: str, world: World, day: date | None, discourse: Discourse
    ) -> None:
        self._layout = layout
        self._text = text
        self._world = world
        self._day = day
        self._discourse = discourse
        self._raw: dict[tuple[int, int], Mention] = {}
        self._known: dict[tuple[int, int], Mention] = {}
        self._scene = self._place()
        for phrase in layout.phrases:
            self.of(phrase)
        if self._scene is not None:
            discourse.scene, discourse.scene_at = self._scene, discourse.sentence

    def of(self, phrase: Phrase) -> Mention:
        """The mention a phrase makes."""
        place = (phrase.first, phrase.last)
        if place not in self._known:
            mention = self._pronoun(phrase) if phrase.is_pronoun else self._named(phrase)
            self._known[place] = mention
            if not phrase.is_pronoun:
                self._discourse.remember(mention, nouns_of(phrase, self._layout), self._kind(mention))
        return self._known[place]

    def each(self, phrase: Phrase) -> tuple[Mention, ...]:
        """The same, where "both presidents" and "the three sides" make two or three."""
        mention, number = self.of(phrase), number_of(phrase, self._layout)
        if not number or self._kind(mention) not in (None, EntityKind.REGION, EntityKind.BLOC):
            return (mention,)
        taken = each_of(phrase, number, mention, self._layout, self._discourse, self._world)
        return taken or (mention,)

    def _named(self, phrase: Phrase) -> Mention:
        mention = self._described(phrase, self._own_words(phrase))
        for step in (self._beside, self._before_named):
            if mention.entity is not None or mention.country is not None:
                return mention
            mention = step(phrase, mention)
        if mention.doubtful or number_of(phrase, self._layout) or self._is_proper(phrase):
            return mention
        return mention if self._is_owned(phrase) else self._discourse.settle(mention, self._scene)

    def _is_owned(self, phrase: Phrase) -> bool:
        """Whether a possessive says whose it is, though nobody knows whom that takes up."""
        words = self._layout.tokens[max(0, phrase.first - 2) : phrase.first]
        return any(token.lower in _POSSESSIVE for token in words)

    def _described(self, phrase: Phrase, mention: Mention) -> Mention:
        """ "The country", "his Kazakh counterpart", "the Russian leader" where no day says who that is."""
        if names_a_state(phrase, self._layout):
            return self._of_the_country(phrase, mention)
        if self._kind(mention) is not EntityKind.STATE:
            return mention
        if self._day is None:
            earlier = earlier_holder(phrase, mention, self._layout, self._discourse, self._world)
            return taken_up(mention, earlier) if earlier is not None else mention
        if not nouns_of(phrase, self._layout) & COUNTERPARTS:
            return mention
        person = self._person_before(phrase) or self._discourse.person
        return counterpart(mention, person, self._world, self._day)

    def _of_the_country(self, phrase: Phrase, mention: Mention) -> Mention:
        """ "The country" and "the country's president"."""
        state = state_meant(phrase, self._layout, self._discourse, self._world)
        if state is None or not self._is_definite(phrase):
            return mention
        if len(phrase.pieces) > 1:
            return belonging_to(mention, state, office_of(phrase), self._world, self._day)
        return msgspec.structs.replace(taken_up(mention, state), runner_up=state.runner_up)

    def _place(self) -> str | None:
        """The country that is the only one the sentence says something happens in."""
        places = (p for p in self._layout.phrases if p.preposition in PLACE_PREPOSITIONS and not p.is_pronoun)
        countries = {self._own_words(phrase).country for phrase in places if not _is_noun(phrase)}
        return countries.pop() if len(countries) == 1 else None

    def _is_proper(self, phrase: Phrase) -> bool:
        """Whether it is written as a name ("the Security Council"), which belongs to no country by itself."""
        words = self._layout.tokens[phrase.first : phrase.last + 1]
        inside = phrase.first > 0 and not self._layout.tokens[0].text.isupper()
        return inside and len(words) > 1 and all(token.is_capital for token in words) and _is_noun(phrase)

    def _own_words(self, phrase: Phrase) -> Mention:
        place = (phrase.first, phrase.last)
        if place not in self._raw:
            self._raw[place] = resolve(phrase, self._layout.tokens, self._text, self._world, self._day)
        return self._raw[place]

    def _beside(self, phrase: Phrase, mention: Mention) -> Mention:
        """An owner behind "of", a name in apposition, or the owner "its" takes up."""
        name = self._name_beside(phrase)
        if name is not None:
            return taken_up(mention, name)
        owner = self._owner_behind(phrase) or self._owner_in_front(phrase)
        if owner is None:
            return mention
        if mention.sector is None:
            country, reason = owner.country, f"a name nobody knows, of {owner.text}"
            return msgspec.structs.replace(mention, country=country, reason=reason, runner_up=owner.entity)
        return belonging_to(mention, owner, office_of(phrase), self._world, self._day)

    def _name_beside(self, phrase: Phrase) -> Mention | None:
        """ "the alliance CSTO", "Ukraine's minister, Jan Nowak,": whoever stands in apposition."""
        layout = self._layout
        position = layout.phrase_ending(phrase.last)
        if position is None:
            return None
        if position + 1 < len(layout.phrases):
            behind = layout.phrases[position + 1]
            names = all(piece.kind in (PieceKind.NAME, PieceKind.PERSON) for piece in behind.pieces)
            if names and behind.first == phrase.last + 1 and _is_noun(phrase):
                return self._known_own(behind)
        if position and phrase.pieces[-1].kind is PieceKind.UNKNOWN:
            before = layout.phrases[position - 1]
            if _is_noun(before) and _parted_by_comma(layout, before.last, phrase.first):
                return self._known_own(before)
        return None

    def _owner_behind(self, phrase: Phrase) -> Mention | None:
        """Whose the noun is: "the troops of X", "leaders of the six countries in X", "a spokesman for X"."""
        layout, index = self._layout, phrase.last + 1
        if index >= len(layout.tokens) or layout.tokens[index].lower not in _OWNING:
            return None
        behind = next((p for p in layout.phrases if p.first > index), None)
        if behind is None or behind.is_pronoun:
            return None
        between = [token.lower for token in layout.tokens[index + 1 : behind.first]]
        plain = all(word in DETERMINERS or word in _OF_MEMBERS | {"in", "of"} for word in between)
        described = len(between) <= 3 and all(word.isalpha() or word == "-" for word in between)
        return self._known_own(behind) if (plain or described) and len(between) <= 6 else None

    def _owner_in_front(self, phrase: Phrase) -> Mention | None:
        """Whose the noun is: "Mexico's missing students", or whom "its" in front of it takes up."""
        before = next((p for p in reversed(self._layout.phrases) if p.last < phrase.first), None)
        if before is not None and before.possessive and phrase.first - before.last <= _POSSESSIVE_REACH:
            return self._known_own(before)
        words = [token.lower for token in self._layout.tokens[max(0, phrase.first - 2) : phrase.first]]
        if not _OWN.intersection(words):
            return None
        acting = self._acting_before(phrase.first) or self._discourse.subject
        return acting[0] if len(acting) == 1 and self._kind(acting[0]) is not EntityKind.PERSON else None

    def _acting_before(self, index: int) -> tuple[Mention, ...]:
        """The phrases without preposition in front of a position in this sentence, the nearest known one."""
        for phrase in reversed(self._layout.phrases):
            if phrase.last < index and phrase.preposition is None and not phrase.is_pronoun:
                known = self._known_own(phrase)
                if known is not None:
                    return (known,)
        return ()

    def _before_named(self, phrase: Phrase, mention: Mention) -> Mention:
        """Somebody named before: by the surname, by the same noun, or as the only bloc."""
        surname = self._by_surname(phrase, self._discourse.recent(_REACHES[-1]))
        return taken_up(mention, surname or self._by_noun(phrase))

    def _by_surname(self, phrase: Phrase, recent: Sequence[Named]) -> Mention | None:
        """ "Tokayeb" again, of whom the text said before which president he is."""
        if phrase.pieces[-1].kind is not PieceKind.UNKNOWN:
            return None
        surname = self._layout.tokens[phrase.last].text
        same = [named for named in recent if surname in named.mention.text.split()]
        return self._discourse.only(same)

    def _by_noun(self, phrase: Phrase) -> Mention | None:
        """ "The ministry", "the army", "the bloc": the only one near that was called so."""
        nouns = nouns_of(phrase, self._layout)
        if not nouns or not self._is_definite(phrase):
            return None
        prevailing = self._discourse.bloc
        if nouns & _BLOC_NOUNS and prevailing is not None and not self._is_distinguished(phrase):
            same = [n for n in self._discourse.recent(_REACHES[-1]) if n.mention.entity == prevailing]
            if same:
                return same[-1].mention
        for reach in _REACHES:
            called = [named for named in self._discourse.recent(reach) if _is_called(named, nouns)]
            if called:
                return self._discourse.only(called)
        return None

    def _is_distinguished(self, phrase: Phrase) -> bool:
        """Whether an adjective tells it from others: "the western alliance" is not the one spoken of."""
        words = [token.lower for token in self._layout.tokens[max(0, phrase.first - 3) : phrase.last]]
        article = max((place for place, word in enumerate(words) if word in _ARTICLES), default=-1)
        return any(word not in _PLAIN_ADJECTIVES for word in words[article + 1 :])

    def _is_definite(self, phrase: Phrase) -> bool:
        before = [token.lower for token in self._layout.tokens[max(0, phrase.first - 3) : phrase.first]]
        return bool({"the", "this", "that", "same"}.intersection(before))

    def _pronoun(self, pronoun: Phrase) -> Mention:
        tokens = self._layout.tokens
        span = Span(tokens[pronoun.first].start, tokens[pronoun.last].end)
        bare = Mention(span.of(self._text), span=span, reason="a pronoun")
        word = tokens[pronoun.first].lower
        if word in _PERSONAL:
            person = self._person_before(pronoun) or self._discourse.person
            rival = rival_of(person, self._discourse.recent(_REACHES[1]), EntityKind.PERSON)
            return msgspec.structs.replace(taken_up(bare, person), runner_up=rival if person else None)
        if word in {"we", "us"}:
            return bare
        return taken_up(bare, self._group_before(pronoun, word))

    def _person_before(self, pronoun: Phrase) -> Mention | None:
        """The last person named in front of a pronoun in its sentence."""
        for phrase in reversed(self._layout.phrases):
            if phrase.first < pronoun.first and not phrase.is_pronoun:
                mention = self.of(phrase)
                if self._kind(mention) is EntityKind.PERSON:
                    return mention
        return None

    def _group_before(self, pronoun: Phrase, word: str) -> Mention | None:
        """The only organisation in front of the pronoun in its sentence, else who acted in the one before."""
        here = [p for p in self._layout.phrases if p.last < pronoun.first and self._can_act(p)]
        known = [mention for phrase in here if (mention := self._known_own(phrase)) is not None]
        acting = distinct(
            m for m in known or self._discourse.subject if self._kind(m) is not EntityKind.PERSON
        )
        return acting[0] if len(acting) == 1 or (acting and word in {"they", "them"}) else None

    def _can_act(self, phrase: Phrase) -> bool:
        return not phrase.is_pronoun and not phrase.is_adjective and phrase.preposition in (None, "to", "by")

    def _known_own(self, phrase: Phrase) -> Mention | None:
        place = (phrase.first, phrase.last)
        mention = self._known.get(place) or self._own_words(phrase)
        if names_a_state(phrase, self._layout):
            mention = self._of_the_country(phrase, mention)
        return mention if mention.entity is not None or mention.country is not None else None

    def _kind(self, mention: Mention) -> EntityKind | None:
        entity = self._world.entities.get(mention.entity or "")
        return entity.kind if entity else None


def _is_called(named: Named, nouns: frozenset[str]) -> bool:
    """Whether somebody can be meant by these nouns: a bloc by what blocs are called, others by the same."""
    return named.kind is EntityKind.BLOC if nouns & _BLOC_NOUNS else nouns <= named.nouns


def _is_noun(phrase: Phrase) -> bool:
    return phrase.pieces[-1].kind is PieceKind.NOUN


def _parted_by_comma(layout: Layout, last: int, first: int) -> bool:
    return [token.text for token in layout.tokens[last + 1 : first]] == [","]
