"""What one marked actor does to one marked recipient: the question of pair benchmarks.

The two phrases are given, so nobody has to be found or resolved; the cue whose roles fit them best
gives the type.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.clauses import Clauses
from dragoman.reading.cues import CueMatch
from dragoman.reading.lexis import Lexis
from dragoman.reading.phrases import Phrase, Piece, PieceKind, find_phrases, governing_preposition
from dragoman.reading.roles import participants
from dragoman.reading.tokens import Token, tokenize
from dragoman.reading.verbs import verb_groups
from dragoman.terms import EventType, Span
from dragoman.world.plover import Cue

# What each agreement between a cue's roles and the marked pair is worth; set by judgement, not fitted.
_BOTH_ROLES = 8.0
_ONE_ROLE = 3.0
_SWAPPED = 2.0
_BETWEEN = 2.0
_PER_WORD = 0.5
_PER_TOKEN_AWAY = 0.05


def pair_type(reader: Lexis, text: str, actor: Span | None, recipient: Span | None) -> EventType | None:
    """The type of what the actor does to the recipient; ``None`` when no cue names it.

    Args:
        reader: whose tables to use.
        text: one or a few sentences.
        actor, recipient: where the two stand; ``None`` when one is not marked.
    """
    tokens = tokenize(text, Span(0, len(text)))
    marked = {0: actor, 1: recipient}
    forced = {role: _phrase(tokens, span) for role, span in marked.items() if span is not None}
    clauses = _clauses(reader, text, tokens, [phrase for phrase in forced.values() if phrase])
    scored = [
        (_fit(clauses, match, event_type, forced.get(0), forced.get(1)), event_type)
        for match in reader.acts(clauses)
        if (event_type := reader.types[id(match.row)]) is not None
        and not _inside(match, [phrase for phrase in forced.values() if phrase])
    ]
    return max(scored, key=lambda each: each[0])[1] if scored else None


def _phrase(tokens: Sequence[Token], span: Span) -> Phrase | None:
    covered = [i for i, token in enumerate(tokens) if token.start < span.end and span.start < token.end]
    if not covered:
        return None
    first, last = covered[0], covered[-1]
    piece = Piece(first, last, PieceKind.UNKNOWN)
    possessive = last + 1 < len(tokens) and tokens[last + 1].lower in ("'s", "’s")
    return Phrase(first, last, (piece,), possessive, governing_preposition(tokens, first))


def _clauses(reader: Lexis, text: str, tokens: tuple[Token, ...], forced: Sequence[Phrase]) -> Clauses:
    """The sentence with the marked phrases in place of whatever was found there."""
    found = find_phrases(tokens, reader.gazetteer.names(text), reader.gazetteer, reader.world)
    free = [p for p in found if not any(p.first <= f.last and f.first <= p.last for f in forced)]
    phrases = sorted([*free, *forced], key=lambda phrase: phrase.first)
    nominal = frozenset(i for phrase in phrases for i in range(phrase.first, phrase.last + 1))
    return Clauses(tokens, tuple(phrases), tuple(verb_groups(tokens, nominal)))


def _fit(
    clauses: Clauses,
    match: CueMatch[Cue],
    event_type: EventType,
    actor: Phrase | None,
    recipient: Phrase | None,
) -> float:
    """How well a cue's roles fit the marked pair."""
    roles = participants(clauses, match, event_type)
    acts, suffers = actor in roles.actors, recipient in roles.recipients
    swapped = recipient in roles.actors or actor in roles.recipients
    score = _BOTH_ROLES if acts and suffers else _ONE_ROLE * (acts + suffers)
    score += _SWAPPED * swapped * (not (acts or suffers))
    score += _PER_WORD * len(match.words)
    if actor and recipient:
        low, high = sorted((actor.last, recipient.first))
        score += _BETWEEN * (low < match.head < high)
    nearest = [abs(match.head - phrase.first) for phrase in (actor, recipient) if phrase]
    return score - _PER_TOKEN_AWAY * min(nearest, default=0)


def _inside(match: CueMatch[Cue], forced: Sequence[Phrase]) -> bool:
    """Whether a cue is part of a marked phrase ("the striking workers")."""
    return any(phrase.first <= match.first and match.last <= phrase.last for phrase in forced)
