"""What makes two texts the same text."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.terms import Span
from dragoman.text.normalise import document_id, fingerprint, normalised


def test_an_id_is_128_bits_in_hexadecimal() -> None:
    """The same on every machine, for ever."""
    assert re.fullmatch(r"[0-9a-f]{32}", document_id("The minister left."))
    assert document_id("The minister left.") == "4c40735a8c6b5193738f5047a6ccbd40"


def test_blanks_and_capitals_make_no_difference() -> None:
    """Nor do ligatures and wide letters."""
    assert document_id("The  Minister\nLEFT the oﬀice.") == document_id(" the minister left the ｏffice. ")


def test_words_make_a_difference() -> None:
    """Another word, another document."""
    assert document_id("The minister left.") != document_id("The minister left us.")


def test_copies_on_different_pages_share_a_fingerprint() -> None:
    """Their ids differ, for their texts do."""
    one, other = "Home | World\nThe minister left.", "The minister left.\nShare this"
    assert document_id(one) != document_id(other)
    assert fingerprint(one, (Span(0, 12),)) == fingerprint(other, (Span(19, 29),))
    assert fingerprint("The minister left.") == document_id("The minister left.")


@settings(deadline=None)
@given(text=st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    """Ids do not depend on how often a text went through."""
    once = normalised(text)
    assert " ".join(once.split()) == once
