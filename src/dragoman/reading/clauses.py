"""Who stands where around a verb or an act noun: subject, objects, agents.

The theory of this file: an English news clause is [subject] [verb group] [object and prepositional
phrases]. A clause ends at a subordinator, a semicolon, a quotation mark or the next finite verb. A phrase
behind a preposition is not a subject. Everything below only walks left or right by these rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.layout import PLACE_PREPOSITIONS, QUOTES, RELATIVE, STOPS, Layout
from dragoman.reading.phrases import Phrase, Piece, PieceKind
from dragoman.reading.tokens import Token
from dragoman.reading.verbs import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    SUBORDINATORS,
    VerbGroup,
    word_before,
)

_BACK_REFERENCE = frozenset({"it", "they", "who", "which", "he", "she", "we", "i"})
_OPENS_ASIDE = frozenset({"who", "which", "whose", "where", "the", "a", "an", "himself", "itself", "whom"})
_TAKES_UP = frozenset({"it", "they", "we"})
_EMPTY_IT = frozenset("be seem appear become take remain happen turn follow rain".split())
# Verbs by which somebody makes known what he does himself.
_ANNOUNCING = frozenset(
    {"announce", "decide", "declare", "order", "agree", "rule", "decree", "promise", "vow"}
)
_OBJECT_PRONOUNS = frozenset({"him", "her", "them", "it", "us"})
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
# Words that are prepositions before a noun and open a clause before a noun with its verb.
_AMBIGUOUS = frozenset({"after", "before", "since", "until", "as", "than", "like"})
_MAX_NOUN_WORDS = 3
_BREAKS = SUBORDINATORS | AUXILIARIES | {"and", "or", "but", "nor"}
_COORDINATORS = frozenset({"and", "or", "but", "nor"})
# Verbs whose object does what the infinitive behind them says.
_OBJECT_CONTROL = frozenset(
    "urge ask call order force allow help want demand tell invite encourage persuade warn convince request "
    "press pressure push compel expect require advise instruct permit enable lead let make beg implore "
    "appeal authorize summon task pay prompt oblige forbid".split()
)


class Clauses(Layout, frozen=True):
    """A laid out sentence, ready to be asked who stands where."""

    def subjects(self, group: VerbGroup, *, depth: int = 0) -> tuple[Phrase, ...]:
        """The phrases that do what an active verb says, or undergo what a passive one says."""
        if depth > len(self.groups):
            return ()
        if group.infinitive or group.reduced:
            return self._controller(group, depth)
        return self._left_subject(group, depth)

    def objects(
        self, after: int, prepositions: frozenset[str] | None = None, *, until_verb: bool = True
    ) -> tuple[Phrase, ...]:
        """The phrases behind a cue.

        Args:
            after: index of the cue's last word.
            prepositions: only a phrase governed by one of these; any but a place phrase when ``None``.
            until_verb: whether the next finite verb ends the search.
        """
        end = self._clause_end(after, until_verb=until_verb)
        for position, phrase in enumerate(self.phrases):
            if phrase.first <= after or phrase.first >= end:
                continue
            if prepositions is None and phrase.preposition in PLACE_PREPOSITIONS | {"by"}:
                continue
            if prepositions is not None and phrase.preposition not in prepositions:
                continue
            return self.coordinated(position)
        return ()

    def places(self, after: int) -> tuple[Phrase, ...]:
        """The first phrase behind a cue that stands in, at or near something."""
        return self.objects(after, PLACE_PREPOSITIONS)

    def inside(self, words: Sequence[int]) -> tuple[Phrase, ...]:
        """A phrase in a gap of a cue or among its words: "accuse X of", "brief the Security Council"."""
        for position, phrase in enumerate(self.phrases):
            if words[0] < phrase.first <= words[-1]:
                return self.coordinated(position)
        return ()

    def after_word(self, words: Sequence[int], prepositions: frozenset[str]) -> tuple[Phrase, ...]:
        """What follows a preposition that is itself part of the cue: "talks with X"."""
        for index in words:
            if self.tokens[index].lower in prepositions:
                found = self.objects(index - 1, frozenset({self.tokens[index].lower}))
                if found:
                    return found
        return ()

    def plain_noun_before(self, first: int) -> tuple[Phrase, ...]:
        """The common noun in front of a verb, of nobody known: "witnesses", "a person in his office"."""
        group = self.group_at(first)
        last = word_before(self.tokens, group.first if group else first)
        start = last
        while start >= 0 and self._is_inner(start):
            start -= 1
        words = list(range(start + 1, last + 1))
        inner = next((i for i in words[1:] if self.tokens[i].lower in PREPOSITIONS), last + 1)
        head = [i for i in words if i < inner and _is_plain(self.tokens[i])]
        if (
            not head
            or self.tokens[head[-1]].lower in _BACK_REFERENCE
            or head[-1] + 1 not in (inner, last + 1)
        ):
            return ()
        return (self._plain_phrase(head),)

    def plain_noun_after(self, last: int) -> tuple[Phrase, ...]:
        """The common noun behind "according to" and the like."""
        index = last + 1
        while index < len(self.tokens) and self.tokens[index].lower in DETERMINERS:
            index += 1
        words: list[int] = []
        while index < len(self.tokens) and _is_plain(self.tokens[index]) and len(words) < _MAX_NOUN_WORDS:
            words.append(index)
            index += 1
        return (self._plain_phrase(words),) if words else ()

    def with_noun(self, phrase: Phrase) -> Phrase:
        """An adjective with the common noun it describes: "an American television channel"."""
        if not phrase.is_adjective:
            return phrase
        last = phrase.last
        while (
            last + 1 < len(self.tokens)
            and _is_plain(self.tokens[last + 1])
            and last - phrase.last < _MAX_NOUN_WORDS
        ):
            if self.group_at(last + 1) is not None:
                break
            last += 1
        return self._described(phrase, last) if last > phrase.last else phrase

    def _described(self, phrase: Phrase, last: int) -> Phrase:
        noun = Piece(phrase.last + 1, last, PieceKind.UNKNOWN)
        return Phrase(phrase.first, last, (*phrase.pieces, noun), phrase.possessive, phrase.preposition)

    def _is_inner(self, index: int) -> bool:
        """Whether a word can belong to a common noun phrase with its prepositions."""
        token = self.tokens[index]
        function = token.lower in PREPOSITIONS | DETERMINERS
        return (token.is_word and self.group_at(index) is None) and (function or token.lower not in _BREAKS)

    def _plain_phrase(self, words: Sequence[int]) -> Phrase:
        last = words[-1]
        first = next(
            i for i in words if last - i < _MAX_NOUN_WORDS and all(k in words for k in range(i, last))
        )
        return Phrase(first, last, (Piece(first, last, PieceKind.UNKNOWN),))

    def first_behind(self, last: int) -> tuple[Phrase, ...]:
        """The first phrase behind a position, whatever governs it."""
        for position, phrase in enumerate(self.phrases):
            if phrase.first > last:
                return self.coordinated(position)
        return ()

    def nearest_before(self, first: int) -> tuple[Phrase, ...]:
        """The phrase without preposition nearest in front of a position, else the nearest one."""
        before = [i for i, phrase in enumerate(self.phrases) if phrase.last < first]
        free = [i for i in before if self.phrases[i].preposition is None]
        chosen = free or before
        return self.coordinated_back(chosen[-1]) if chosen else ()

    def owner(self, first: int) -> tuple[Phrase, ...]:
        """The phrase that owns an act noun: "Iran's recent test", "the Iranian test", "Iran-Iraq talks"."""
        for position in range(len(self.phrases) - 1, -1, -1):
            phrase = self.phrases[position]
            if phrase.last >= first:
                continue
            between = self.tokens[phrase.last + 1 : first]
            owns = phrase.possessive or phrase.is_adjective or not between
            words = [t for t in between if t.is_word]
            blocked = any(
                g.first <= phrase.last + 1 + i <= g.head for g in self.groups for i in range(len(between))
            )
            if owns and len(words) <= 3 and not blocked and not self.has_stop(phrase.last + 1, first):
                return self.coordinated_back(position)
            return ()
        return ()

    def taken_up(self, first: int) -> tuple[Phrase, ...]:
        """Whom "its" or "their" in front of an act noun takes up: the nearest subject to the left."""
        before = [token.lower for token in self.tokens[max(0, first - 3) : first]]
        if not _POSSESSIVES.intersection(before):
            return ()
        for group in reversed([group for group in self.groups if group.head < first]):
            subjects = self.subjects(group)
            if subjects:
                return subjects
        return ()

    def governor(self, first: int) -> VerbGroup | None:
        """The verb in front of a position that has it as object, no mark between."""
        before = [group for group in self.groups if group.head < first]
        if not before or self.has_stop(before[-1].head + 1, first):
            return None
        return before[-1]

    def predicate(self, last: int) -> VerbGroup | None:
        """The finite verb with a modal behind an act noun that is its subject: "an attack would be met"."""
        behind = next((group for group in self.groups if group.first > last and group.is_finite), None)
        if (
            behind is None
            or not MODALS.intersection(behind.auxiliaries)
            or self.has_stop(last + 1, behind.first)
        ):
            return None
        between = self.tokens[last + 1 : behind.first]
        return None if any(token.lower in SUBORDINATORS for token in between) else behind

    def _left_subject(self, group: VerbGroup, depth: int) -> tuple[Phrase, ...]:
        shared = self.coordinated_with(group)
        if shared is not None:
            return self.subjects(shared, depth=depth + 1)
        fallback: tuple[Phrase, ...] = ()
        index = self.before_aside(word_before(self.tokens, group.first))
        while index >= 0:
            token = self.tokens[index]
            position = self.phrase_ending(index)
            if position is not None:
                phrase = self.phrases[position]
                chain = self.coordinated_back(position)
                if self._can_be_subject(chain, group) and not phrase.possessive:
                    return chain
                fallback = fallback or (chain if chain[0].preposition not in PLACE_PREPOSITIONS else ())
                index = chain[0].first - 1
                continue
            if token.lower in RELATIVE and index == group.first - 1 and index > 0:
                return self._antecedent(index)
            if token.text in STOPS:
                break
            verb = self.group_at(index)
            if verb is not None:
                return self._beyond_verb(verb, group, index, depth) or fallback
            if token.lower in _BACK_REFERENCE and not self.is_relative(index):
                return self._before(index, depth) or fallback or self._pronoun(index, group)
            index -= 1
        return fallback

    def coordinated_with(self, group: VerbGroup) -> VerbGroup | None:
        """The verb whose subject one behind "and" shares: behind a comma the main one, else the nearest."""
        joint = word_before(self.tokens, group.first)
        if joint < 1 or not group.is_finite or self.tokens[joint].lower not in {"and", "but"}:
            return None
        earlier = [g for g in self.groups if g.head < joint and g.is_finite and self._same_voice(g, group)]
        if not earlier:
            return None
        return earlier[0] if self.tokens[joint - 1].text in QUOTES | {","} else earlier[-1]

    def _same_voice(self, one: VerbGroup, other: VerbGroup) -> bool:
        """Whether both stand inside quotation marks or both outside."""
        return self._marks_before(one.head) % 2 == self._marks_before(other.head) % 2

    def _marks_before(self, index: int) -> int:
        return sum(token.text in QUOTES for token in self.tokens[:index])

    def announcer(self, group: VerbGroup) -> tuple[Phrase, ...]:
        """Who makes known what a passive verb without agent says: "X announced that Y will be"."""
        above = [g for g in self.groups if g.head < group.first]
        if not above or above[-1].lemma not in _ANNOUNCING or above[-1].passive or above[-1].negated:
            return ()
        return self.subjects(above[-1])

    def _pronoun(self, index: int, group: VerbGroup) -> tuple[Phrase, ...]:
        """A pronoun whose antecedent stands in a sentence before; "it is ..." stands for nobody."""
        empty = self.tokens[index].lower not in _TAKES_UP or group.lemma in _EMPTY_IT
        return () if empty else (Phrase(index, index, (Piece(index, index, PieceKind.PRONOUN),)),)

    def _can_be_subject(self, chain: tuple[Phrase, ...], group: VerbGroup) -> bool:
        """Whether nothing governs the phrase; "after Russia said" governs the clause, not the phrase."""
        opens_clause = chain[0].preposition in _AMBIGUOUS and chain[-1].last == group.first - 1
        return chain[0].preposition is None or opens_clause

    def before_aside(self, index: int) -> int:
        """Past an aside between commas: "Putin, who turned 70, said", "Danilov, secretary, said"."""
        if index < 1 or self.tokens[index].text != ",":
            return index
        for opening in range(index - 1, 0, -1):
            if self.tokens[opening].text in STOPS:
                return index
            if self.tokens[opening].text == "," and self._is_aside(opening, index):
                return opening - 1
        return index

    def _is_aside(self, opening: int, closing: int) -> bool:
        """Whether the words between two commas only say more of the phrase in front of them."""
        before = self.phrase_ending(opening - 1)
        if before is None:
            return False
        inside = [group for group in self.groups if opening < group.head < closing]
        participle = bool(inside) and inside[0].first == opening + 1 and inside[0].reduced
        if self.tokens[opening + 1].lower in _OPENS_ASIDE or participle:
            return True
        named = self.phrases[before].pieces[-1].kind in (PieceKind.PERSON, PieceKind.UNKNOWN)
        title = next((p for p in self.phrases if p.first == opening + 1), None)
        verbs = any(group.is_finite for group in inside)
        return named and not verbs and title is not None and title.pieces[0].kind is PieceKind.NOUN

    def _beyond_verb(self, verb: VerbGroup, group: VerbGroup, index: int, depth: int) -> tuple[Phrase, ...]:
        """The subject when an earlier verb lies between: it is shared, or the verb sits in a clause aside."""
        aside = self._opens_aside(verb)
        if aside is not None:
            return self._antecedent(aside)
        earlier = [g for g in self.groups if g.head < verb.first and g.is_finite]
        if group.is_finite and not verb.is_finite and earlier:
            return self.subjects(earlier[-1], depth=depth + 1)
        return self.subjects(verb, depth=depth + 1)

    def _opens_aside(self, verb: VerbGroup) -> int | None:
        """Index of the who/which in front of a verb of a relative clause."""
        index = verb.first - 1
        return index if index > 0 and self.tokens[index].lower in {"who", "which"} else None

    def _antecedent(self, index: int) -> tuple[Phrase, ...]:
        """The phrase in front of a relative pronoun."""
        for position in range(len(self.phrases) - 1, -1, -1):
            if self.phrases[position].last < index:
                near = index - self.phrases[position].last <= 3
                return self.coordinated_back(position) if near else (self.phrases[position],)
        return ()

    def _before(self, index: int, depth: int) -> tuple[Phrase, ...]:
        """Whom "it" or "they" takes up: the subject of the verb before."""
        earlier = [group for group in self.groups if group.head < index]
        return self.subjects(earlier[-1], depth=depth + 1) if earlier else ()

    def _controller(self, group: VerbGroup, depth: int) -> tuple[Phrase, ...]:
        """Who does an infinitive or a participle: object or subject of the verb above, or what follows."""
        noun = self.phrase_just_before(group.first)
        if group.reduced and group.passive and noun is not None:
            return self.coordinated_back(noun)
        earlier = [verb for verb in self.groups if verb.head < group.first]
        if not earlier:
            return self._subject_after_comma(group) if group.reduced else self._left_subject(group, depth)
        above = earlier[-1]
        between = [p for p in range(len(self.phrases)) if above.head < self.phrases[p].first < group.first]
        by_object = above.lemma in _OBJECT_CONTROL or self.tokens[group.first - 1].lower in {
            "of",
            "for",
            "from",
        }
        spoken_to = self._spoken_to(above, group)
        if by_object and not between and spoken_to:
            return spoken_to
        if between and (by_object or (group.reduced and noun is not None and group.form)):
            return self.coordinated_back(between[-1] if group.reduced else between[0])
        return self.subjects(above, depth=depth + 1)

    def _spoken_to(self, above: VerbGroup, group: VerbGroup) -> tuple[Phrase, ...]:
        """The pronoun between a verb of asking and its infinitive: "urged him to"."""
        index = group.first - 1
        is_object = index == above.head + 1 and self.tokens[index].lower in _OBJECT_PRONOUNS
        return (Phrase(index, index, (Piece(index, index, PieceKind.PRONOUN),)),) if is_object else ()

    def _subject_after_comma(self, group: VerbGroup) -> tuple[Phrase, ...]:
        """ "After meeting Xi, Putin said": the subject of the clause behind the comma."""
        for verb in self.groups:
            if verb.head > group.head and verb.is_finite:
                return self._left_subject(verb, len(self.groups))
        position = self.phrase_just_before(group.first)
        return self.coordinated_back(position) if position is not None else ()

    def _clause_end(self, after: int, *, until_verb: bool) -> int:
        """Index of the first token behind a cue that belongs to another clause."""
        verbs = {group.first for group in self.groups if group.is_finite and group.head > after}
        for index in range(after + 1, len(self.tokens)):
            token = self.tokens[index]
            if token.text in STOPS or (until_verb and index in verbs):
                return index
            if token.lower in SUBORDINATORS - {"that", "as", "after", "before", "since", "until"}:
                return index
        return len(self.tokens)


def _is_plain(token: Token) -> bool:
    """Whether a word can be part of a common noun phrase: lower case, no function word."""
    function = DETERMINERS | PREPOSITIONS | SUBORDINATORS | AUXILIARIES | _COORDINATORS
    return token.text.isalpha() and token.text.islower() and token.lower not in function


def joined(groups: Sequence[tuple[Phrase, ...]]) -> tuple[Phrase, ...]:
    """Several lists of phrases as one, each phrase once."""
    seen: dict[int, Phrase] = {}
    for phrases in groups:
        for phrase in phrases:
            seen.setdefault(phrase.first, phrase)
    return tuple(seen.values())
