"""A copy beside its original, word by word."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.faces.word_diff import Piece, PieceKind, pieces
from dragoman.record import changes

FIRST = "Ministers of Kazakhstan met in Astana on Monday."
SECOND = "They spoke about the price of grain for two hours."
THIRD = "Nobody signed anything, a spokesman told reporters."


def compared(original: str, copy: str) -> tuple[Piece, ...]:
    """The pieces of two texts."""
    one, other = (dragoman.read(text).document for text in (original, copy))
    return pieces(one, other, changes(one, other))


def words(found: tuple[Piece, ...], *kinds: PieceKind) -> list[str]:
    """The words of pieces of some kinds, without signs, sorted."""
    return sorted(word.strip(".,") for piece in found if piece.kind in kinds for word in piece.words.split())


def shown(found: tuple[Piece, ...]) -> str:
    """The pieces as running text with their signs."""
    signs = {PieceKind.KEPT: "{}", PieceKind.LEFT_OUT: "[-{}-]", PieceKind.ADDED: "{{+{}+}}"}
    return " ".join(signs[piece.kind].format(piece.words) for piece in found)


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ([FIRST, SECOND, THIRD], [FIRST, SECOND, THIRD]),
        ([FIRST, SECOND, THIRD], [THIRD, FIRST]),
        ([FIRST, THIRD], [FIRST, SECOND, THIRD]),
        ([SECOND], [SECOND.replace("two", "almost three")]),
        ([FIRST, SECOND, THIRD], [SECOND.replace("grain", "oil"), FIRST.replace(" on Monday", "")]),
    ],
)
def test_every_word_of_both_texts_is_in_a_piece(original: list[str], copy: list[str]) -> None:
    """What stayed and was left out is the original, what stayed and was added the copy."""
    texts = (" ".join(original), " ".join(copy))
    found = compared(*texts)
    old, new = (sorted(word.strip(".,") for word in text.split()) for text in texts)
    assert words(found, PieceKind.KEPT, PieceKind.LEFT_OUT) == old
    assert words(found, PieceKind.KEPT, PieceKind.ADDED) == new


def test_what_was_left_out_stands_where_it_stood() -> None:
    """Words within their sentence, and a whole sentence behind the one before it."""
    found = compared(f"{FIRST} {SECOND} {THIRD}", f"{FIRST.replace('Monday', 'Friday')} {THIRD}")
    assert shown(found) == (
        "Ministers of Kazakhstan met in Astana on [-Monday.-] {+Friday.+} "
        "[-They spoke about the price of grain for two hours.-] "
        "Nobody signed anything, a spokesman told reporters."
    )
    assert [piece.ends for piece in found] == [False, False, True, True, True]


def test_a_sentence_that_ends_sooner_has_its_full_stop_behind() -> None:
    """Not in front of what was left out."""
    found = compared(FIRST, FIRST.replace(" on Monday", ""))
    assert shown(found) == "Ministers of Kazakhstan met in Astana [-on Monday.-]"
