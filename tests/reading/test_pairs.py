"""What one marked actor does to one marked recipient."""

from __future__ import annotations

import pytest

from dragoman.reading.pairs import pair_type
from dragoman.terms import Span
from tests.reading.readings import reader


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "kind"),
    [
        ("Iran attacked Iraq and thanked Chad.", "Iran", "Iraq", "ASSAULT"),
        ("Iran attacked Iraq and thanked Chad.", "Iran", "Chad", "SUPPORT"),
        ("The wardens arrested the poachers.", "wardens", "poachers", "COERCE"),
        ("The delegation met the Xanadu League in Oslo.", "delegation", "Xanadu League", "CONSULT"),
    ],
)
def test_act_between_the_two(text: str, actor: str, recipient: str, kind: str) -> None:
    """Of several acts the one whose roles fit the pair counts; nobody has to be known."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (actor, recipient)]
    found = pair_type(reader(), text, *spans)
    assert found is not None
    assert found.value == kind


def test_no_act_is_none() -> None:
    """Where nothing happens there is no type."""
    assert pair_type(reader(), "Chad and Mali.", Span(0, 4), Span(9, 13)) is None
