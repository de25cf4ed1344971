"""Words with their places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.tokens import tokenize
from dragoman.terms import Span


def _words(text: str) -> list[str]:
    return [token.text for token in tokenize(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Iran's talks", ["Iran", "'s", "talks"]),
        ("the U.S. envoy", ["the", "U.S.", "envoy"]),
        ("Russia-Ukraine talks", ["Russia", "-", "Ukraine", "talks"]),
        ("a follow-up call", ["a", "follow-up", "call"]),
        ("1,300 people, 7th", ["1,300", "people", ",", "7th"]),
        ("didn't", ["didn't"]),
        ("N'Djamena", ["N'Djamena"]),
    ],
)
def test_words_are_parted(text: str, words: list[str]) -> None:
    """Possessives and linked countries are parted; acronyms, numbers and contractions stay whole."""
    assert _words(text) == words


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    """Every token is the text between its offsets, in order, and none overlap."""
    tokens = tokenize(text, Span(0, len(text)))
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


def test_only_the_span_is_read() -> None:
    """Offsets count from the start of the text, not of the span."""
    (token,) = tokenize("Oslo met Riga", Span(5, 8))
    assert (token.text, token.start, token.end) == ("met", 5, 8)
