"""Noun phrases that name an actor or a place, put together from names, titles and common nouns.

``Russian Foreign Minister Sergei Lavrov`` is one phrase with one head; ``Ukraine's army`` is another. What
a phrase resolves to is decided in `resolve`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from dragoman.reading.gazetteer import Gazetteer, NameHit
from dragoman.reading.inflect import Form
from dragoman.reading.tokens import Token
from dragoman.reading.verbs import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBORDINATORS, is_adverb, lexicon
from dragoman.terms import EntityKind
from dragoman.world import Name, NameSense, Office, World


class PieceKind(StrEnum):
    """What a part of a noun phrase is."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PERSON = "person"
    NOUN = "noun"
    UNKNOWN = "unknown"
    PRONOUN = "pronoun"


class Piece(msgspec.Struct, frozen=True):
    """Part of a noun phrase, as token indices, both inclusive.

    Attributes:
        senses: what a name can mean, the likeliest first.
        sector, office: what a common noun stands for.
        why, open, doubt: as in `NameHit`.
        joint: whether a name is that of a group or bloc.
        follows: whether a noun is of whoever stands before it: "Trump supporters".
    """

    first: int
    last: int
    kind: PieceKind
    senses: tuple[Name, ...] = ()
    sector: str | None = None
    office: Office | None = None
    why: str = ""
    open: bool = False
    doubt: str = ""
    joint: bool = False
    follows: bool = False


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase.

    Attributes:
        first, last: token indices, both inclusive, without the article.
        pieces: its parts, in order.
        possessive: followed by 's.
        preposition: the one that governs it, through its article and adjectives.
    """

    first: int
    last: int
    pieces: tuple[Piece, ...]
    possessive: bool = False
    preposition: str | None = None

    @property
    def is_adjective(self) -> bool:
        """Only an adjective of a country ("Russian" in "Russian missiles")."""
        return all(piece.kind is PieceKind.ADJECTIVE for piece in self.pieces)

    @property
    def is_pronoun(self) -> bool:
        """A personal pronoun."""
        return self.pieces[0].kind is PieceKind.PRONOUN


_NEVER_A_NAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december mr mrs ms dr i god ii iii internet covid".split()
)
_OPENERS = frozenset(
    "the a an in on at by for from with to of as but and or so if it he she they we you i this that these "
    "those there here after before since while when where who what why how all some many more most several "
    "other another both each no not now then also however meanwhile earlier later still yet nearly about "
    "according despite during under over following amid among speaking asked separately moreover "
    "furthermore thus therefore instead although though because once until unless".split()
)
_LINKED_BY = frozenset({"backed", "led", "aligned", "installed", "controlled", "occupied", "held", "funded"})
_ATTITUDES = frozenset({"pro", "anti", "non", "ex", "mid"})
_COLLECTIVES = frozenset({"police", "people", "public", "staff", "personnel", "clergy", "militia", "youth"})
_PRONOUNS = frozenset({"he", "she"})
# Nouns that name parties only behind "both" and numbers.
PARTIES = frozenset("sides countries nations states neighbours neighbors republics capitals".split())
# Nouns that take up a state behind "the" and "this".
STATE_NOUNS = frozenset({"country", "nation", "republic", "kingdom"})
_TAKING_UP = frozenset({"the", "this", "that"})
_SO_MANY = frozenset({"both", "two", "three", "four", "five", "six", "seven"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_TIMES = frozenset(
    "noon midnight dawn dusk night morning evening afternoon pm am today yesterday hours days weeks months "
    "years week month year spring summer autumn winter".split()
)
_MAX_MODIFIERS = 2
# Nouns that belong to the person named right before them.
_FOLLOWERS = frozenset(
    "supporters forces troops loyalists allies ally aide aides lawyer lawyers administration government "
    "regime officials official fighters militia opponents critics envoy adviser advisers spokesman".split()
)
# What parts clauses; what is neither a modifier of a noun nor a noun itself.
_PARTING = SUBORDINATORS | {"and", "or", "but"}
_NO_MODIFIER = PREPOSITIONS | DETERMINERS | _PARTING | {"-", "–"}
_NO_NOUN = PREPOSITIONS | DETERMINERS | AUXILIARIES | _PARTING | {"there", "here"}


def find_phrases(
    tokens: Sequence[Token], hits: Iterable[NameHit], gazetteer: Gazetteer, world: World
) -> list[Phrase]:
    """The noun phrases of a sentence that can name an actor or a place, in order.

    Args:
        tokens: the sentence.
        hits: the known names that stand in it.
    """
    pieces = _pieces(tokens, hits, gazetteer, world)
    phrases: list[Phrase] = []
    group: list[Piece] = []
    for piece in pieces:
        if group and not _joins(tokens, group, piece):
            phrases.append(_phrase(tokens, group))
            group = []
        group.append(piece)
    if group:
        phrases.append(_phrase(tokens, group))
    return phrases


def _pieces(
    tokens: Sequence[Token], hits: Iterable[NameHit], gazetteer: Gazetteer, world: World
) -> list[Piece]:
    starts = {token.start: i for i, token in enumerate(tokens)}
    ends = {token.end: i for i, token in enumerate(tokens)}
    taken: dict[int, Piece] = {}
    for hit in hits:
        if hit.span.start in starts and hit.span.end in ends:
            first, last = starts[hit.span.start], ends[hit.span.end]
            if not _is_attribute(tokens, first, last):
                _take(taken, _name_piece(first, last, hit, world))
    for noun in gazetteer.nouns(tokens):
        follows = tokens[noun.last].text in _FOLLOWERS
        piece = Piece(
            noun.first, noun.last, PieceKind.NOUN, sector=noun.sector, office=noun.office, follows=follows
        )
        free = not any(i in taken for i in range(noun.first, noun.last + 1))
        if free and not _describes(tokens, noun.last):
            _take(taken, piece)
    for index, token in enumerate(tokens):
        before = tokens[index - 1].lower if index else ""
        parties = token.lower in PARTIES and before in _SO_MANY
        state = token.text in STATE_NOUNS and before in _TAKING_UP and not _describes(tokens, index)
        if (parties or state) and index not in taken:
            _take(taken, Piece(index, index, PieceKind.NOUN, sector="GOV"))
    for first, last in _unknown_runs(tokens, taken):
        _take(taken, Piece(first, last, PieceKind.UNKNOWN))
    for index, token in enumerate(tokens):
        if token.lower in _PRONOUNS and index not in taken:
            _take(taken, Piece(index, index, PieceKind.PRONOUN))
    return sorted({id(p): p for p in taken.values()}.values(), key=lambda p: p.first)


def _name_piece(first: int, last: int, hit: NameHit, world: World) -> Piece:
    kind = _name_kind(hit.senses, world)
    joint = world.entities[hit.senses[0].entity].kind in (EntityKind.GROUP, EntityKind.BLOC)
    return Piece(first, last, kind, hit.senses, why=hit.why, open=hit.open, doubt=hit.doubt, joint=joint)


def _take(taken: dict[int, Piece], piece: Piece) -> None:
    for index in range(piece.first, piece.last + 1):
        taken[index] = piece


def _describes(tokens: Sequence[Token], last: int) -> bool:
    """Whether a noun only describes the common noun behind it: "official visit", "police station"."""
    if last + 1 >= len(tokens):
        return False
    behind = tokens[last + 1]
    plain = behind.text.isalpha() and behind.text.islower() and behind.lower not in _NO_NOUN
    singular = not tokens[last].lower.endswith("s") and tokens[last].lower not in _COLLECTIVES
    verb = lexicon().get(behind.lower)
    could_act = verb is not None and verb.form is not Form.BASE
    return plain and singular and not could_act and not is_adverb(behind.lower)


def _name_kind(senses: Sequence[Name], world: World) -> PieceKind:
    if all(name.sense is NameSense.ADJECTIVE for name in senses):
        return PieceKind.ADJECTIVE
    entity = world.entities.get(senses[0].entity)
    person = entity is not None and entity.kind is EntityKind.PERSON
    if person:
        return PieceKind.PERSON
    return PieceKind.ADJECTIVE if senses[0].sense is NameSense.ADJECTIVE else PieceKind.NAME


def _is_attribute(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name only colours another one: "pro-Russian", "Moscow-backed"."""
    behind = [token.lower for token in tokens[last + 1 : last + 3]]
    before = [token.lower for token in tokens[max(0, first - 2) : first]]
    return (len(behind) == 2 and behind[0] == "-" and behind[1] in _LINKED_BY) or (
        len(before) == 2 and before[1] == "-" and before[0] in _ATTITUDES
    )


def _unknown_runs(tokens: Sequence[Token], taken: dict[int, Piece]) -> list[tuple[int, int]]:
    """Runs of capitalised words nobody knows: "Henry Jackson Society", "Al-Shabaab"."""
    runs: list[tuple[int, int]] = []
    shouting = sum(t.text.isupper() for t in tokens) > len(tokens) / 2
    index = 0
    while index < len(tokens) and not shouting:
        if not _can_be_name(tokens, index, taken):
            index += 1
            continue
        last = index
        while last + 1 < len(tokens) and _continues_name(tokens, last + 1, taken):
            last += 1
        while tokens[last].text == "-":
            last -= 1
        if index > 0 or last > index or (tokens[index].text.isupper() and len(tokens[index].text) > 1):
            runs.append((index, last))
        index = last + 1
    return runs


def _can_be_name(tokens: Sequence[Token], index: int, taken: dict[int, Piece]) -> bool:
    token = tokens[index]
    if not token.text[0].isupper() or index in taken or token.lower in _NEVER_A_NAME:
        return False
    opens = index == 0 or tokens[index - 1].text in {'"', "“", "”", ":", "‘"}
    return token.lower not in _OPENERS and not (opens and token.lower in lexicon())


def _continues_name(tokens: Sequence[Token], index: int, taken: dict[int, Piece]) -> bool:
    if tokens[index].text == "-":
        return tokens[index].start == tokens[index - 1].end and index + 1 < len(tokens)
    token = tokens[index]
    return index not in taken and token.is_capital and token.lower not in _NEVER_A_NAME | _OPENERS


def _joins(tokens: Sequence[Token], group: Sequence[Piece], piece: Piece) -> bool:
    """Whether the next piece belongs to the same phrase."""
    last = group[-1]
    if PieceKind.PRONOUN in (last.kind, piece.kind):
        return False
    between = [token.lower for token in tokens[last.last + 1 : piece.first]]
    if not between:
        return _adjoins(last, piece)
    if between[0] in ("'s", "’s"):
        return piece.kind is PieceKind.NOUN and _are_modifiers(between[1:], after_name=True)
    if between[0] == "of":
        named = piece.kind is PieceKind.NAME and last.kind in (PieceKind.NOUN, PieceKind.PERSON)
        described = piece.kind in (PieceKind.NOUN, PieceKind.UNKNOWN) and piece.first > 0
        proper = described and tokens[piece.first].is_capital and tokens[last.last].is_capital
        return (named or (proper and last.kind is PieceKind.NOUN)) and set(between[1:]) <= {"the"}
    if last.kind in (PieceKind.ADJECTIVE, PieceKind.NAME) and piece.kind is PieceKind.NOUN:
        return _are_modifiers(between, after_name=last.kind is PieceKind.NAME)
    return False


def _adjoins(last: Piece, piece: Piece) -> bool:
    """Whether two neighbouring pieces make one phrase: adjective and noun, title and name."""
    if piece.kind is PieceKind.NOUN:
        return last.kind is not PieceKind.PERSON or piece.follows
    if piece.kind in (PieceKind.PERSON, PieceKind.UNKNOWN):
        named = last.kind is PieceKind.NAME and piece.kind is PieceKind.UNKNOWN
        return named or last.kind in (PieceKind.NOUN, PieceKind.ADJECTIVE)
    if piece.joint and last.kind is PieceKind.NOUN:
        return True  # "the rights group Viasna"
    return piece.kind is PieceKind.ADJECTIVE and last.kind is PieceKind.ADJECTIVE


def _are_modifiers(words: Sequence[str], *, after_name: bool) -> bool:
    """Whether words between a country and a noun only describe the noun ("armed", "two remaining")."""
    return len(words) <= _MAX_MODIFIERS and all(
        (word.isalpha() or word.isdigit())
        and word not in _NO_MODIFIER
        and not (after_name and word in lexicon())
        for word in words
    )


def _phrase(tokens: Sequence[Token], group: Sequence[Piece]) -> Phrase:
    first, last = group[0].first, group[-1].last
    behind = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    possessive = behind in ("'s", "’s") or (behind in ("'", "’") and tokens[last].lower.endswith("s"))
    governed = None if group[0].kind is PieceKind.PRONOUN else governing_preposition(tokens, first)
    return Phrase(first, last, tuple(group), possessive, governed)


def governing_preposition(tokens: Sequence[Token], first: int) -> str | None:
    """The preposition in front of a phrase, seen through its article and up to three describing words.

    A time or a name in between has taken the preposition: "In 2014 Russia", "In Geneva American diplomats".
    """
    for index in range(first - 1, max(-1, first - 5), -1):
        word = tokens[index].lower
        if word in PREPOSITIONS:
            return word
        if _takes_preposition(tokens, index):
            return None
        if not word.isalpha() and not word.isdigit() and word != "-":
            return None
        if word in _PARTING or (
            word in lexicon() and word not in DETERMINERS and not word.endswith(("ed", "ing"))
        ):
            return None
    return None


def _takes_preposition(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word ends a prepositional phrase of its own: a year, a day, an hour, a name."""
    token = tokens[index]
    named = token.is_capital and index > 0 and token.lower not in DETERMINERS
    return named or token.lower in _TIMES or bool(_YEAR.fullmatch(token.text))


def naming(phrases: Sequence[Phrase]) -> Phrase:
    """Of phrases that make one mention, the one that says who: "MI5" in "Britain's MI5", the general in
    "UN chief X".

    A phrase gives way to the one right behind its 's, and to a name that stands right behind it.
    """
    chosen = phrases[0]
    for phrase in phrases[1:]:
        gap = phrase.first - chosen.last - 1
        owned = chosen.possessive and 1 <= gap <= 1 + _MAX_MODIFIERS
        named = phrase.pieces[0].kind in (PieceKind.PERSON, PieceKind.NAME)
        beside = gap == 0 and named and chosen.pieces[-1].kind is not PieceKind.PERSON
        if not owned and not beside:
            break
        chosen = phrase
    return chosen
