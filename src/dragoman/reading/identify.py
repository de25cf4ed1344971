"""Whom a phrase names that stands alone, as a user types it or a table lists it."""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from dragoman.reading.discourse import Discourse
from dragoman.reading.layout import Layout
from dragoman.reading.lexis import Lexis
from dragoman.reading.mentions import Mentions
from dragoman.reading.phrases import find_phrases, naming
from dragoman.reading.tokens import tokenize
from dragoman.terms import Mention, Span, UnknownName
from dragoman.world import CodeScheme, State, foreign


def identify(phrase: str, on: date | None = None, lexis: Lexis | None = None) -> Mention:
    """The mention a phrase makes: who it is, of which country and sector, why, and who it could be instead.

    Args:
        phrase: "the Russian president", "Kenyan police", "Tokayev".
        on: the day to look at; decides who holds an office.
        lexis: the tables to look into; those that ship when left out.

    Example:
        >>> identify("the Russian president", date(2009, 5, 1)).entity
        'Dmitry Medvedev'
    """
    tables = lexis or _shipped()
    words = " ".join(phrase.split())
    mention = _named(words, on, tables)
    return mention if mention.entity or mention.country or words.isascii() else _abroad(words, on, tables)


def _abroad(words: str, on: date | None, tables: Lexis) -> Mention:
    """A name in another language or alphabet; needs the extra for languages."""
    span = Span(0, len(words))
    states = [state for code in foreign.countries(words) for state in _states(code, on, tables)]
    if states:
        rival = states[1].id if len(states) > 1 else None
        reason = f"named in another language: {states[0].name}"
        return Mention(words, states[0].id, states[0].id, "GOV", span, reason, rival)
    mention = _named(foreign.in_latin_letters(words) or words, on, tables)
    return msgspec.structs.replace(mention, text=words, span=span)


def _states(code: str, on: date | None, tables: Lexis) -> list[State]:
    """The state of an ISO code on a day; the locale data have codes of more than states."""
    try:
        return [tables.world.state(code, CodeScheme.ISO2, on)]
    except UnknownName:
        return []


def _named(words: str, on: date | None, tables: Lexis) -> Mention:
    tokens = tokenize(words, Span(0, len(words)))
    hits = tables.casting.names(words, on)
    phrases = tuple(find_phrases(tokens, hits, tables.gazetteer, tables.world))
    mentions = Mentions(Layout(tokens, phrases, ()), words, tables.world, on, Discourse())
    if not phrases:
        return Mention(words, span=Span(0, len(words)), reason="nobody the world knows is named")
    return mentions.of(naming(phrases))


@cache
def _shipped() -> Lexis:
    return Lexis()
