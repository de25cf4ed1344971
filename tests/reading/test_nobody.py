"""Which words name nobody, and which say at least what somebody is."""

from __future__ import annotations

import pytest

from dragoman.reading.nobody import is_empty, names_somebody
from dragoman.terms import Mention

EMPTY = "it|They|them|each side|Both sides|all sides|the other side|both|both countries|each other"
EMPTY += "|some of them|11 of them|others|somebody|whoever|94|100,|,"
SAYING = "soldiers|three countries|143 states|the country|both presidents|thousands|parties|our army"


@pytest.mark.parametrize("words", EMPTY.split("|"))
def test_words_that_name_nobody(words: str) -> None:
    """Pronouns, sides, quantities and bare numbers."""
    assert is_empty(words)
    assert not names_somebody(Mention(words))
    assert names_somebody(Mention(words, country="KAZ"))


@pytest.mark.parametrize("words", SAYING.split("|"))
def test_words_that_say_what_somebody_is(words: str) -> None:
    """A role or a number of states is known, though not whose or which."""
    assert not is_empty(words)
