"""Stretches of capitalised words that the atlas knows, or that say by a word what they are ("Lake Vesta")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.reading.places.candidates import Candidates
from dragoman.reading.places.words import Word

_LONGEST = 6
_INNER = frozenset(
    "of the de del della di do dos da la le les los las el al on upon sur am an der den und y and en".split()
)
# Behind or in front of a name that the atlas does not know, they make it a place all the same.
_KINDS_BEHIND = frozenset(
    "county township river creek lake island islands valley mountain mountains bay oblast raion province "
    "district peninsula canyon falls reservoir strait gulf desert governorate prefecture parish borough "
    "beach ridge basin plateau glacier forest".split()
)
_KINDS_BEFORE = frozenset("lake mount mt. cape port fort camp isle river".split())
_BEHIND_WASHINGTON = frozenset({"D.C.", "DC", "D.C"})


class Window(msgspec.Struct, frozen=True):
    """Words that may be a place name.

    Attributes:
        first, last: the words, both inclusive.
        known: whether the atlas has the name.
    """

    first: int
    last: int
    known: bool


def windows_at(text: str, words: Sequence[Word], index: int, candidates: Candidates) -> Iterator[Window]:
    """The place names that begin at a word, the longest first."""
    if not words[index].is_capital:
        return
    last = _run_end(words, index)
    for end in range(last, index - 1, -1):
        if not (words[end].is_capital):
            continue
        surface = text[words[index].start : words[end].end]
        if candidates.knows(surface):
            yield Window(index, end, known=True)
        elif end > index and _says_kind(words, index, end):
            yield Window(index, end, known=False)


def _run_end(words: Sequence[Word], index: int) -> int:
    end = index
    for following in range(index + 1, min(index + _LONGEST, len(words))):
        if not _joined(words, following):
            break
        if (
            words[following].is_capital
            or words[following].lower in _INNER
            or words[following].text[0].isdigit()
        ):
            end = following
        else:
            break
    return end


def _joined(words: Sequence[Word], index: int) -> bool:
    if words[index].text in _BEHIND_WASHINGTON and words[index - 1].text == "Washington":
        return words[index].gap in {" ", ", "}
    return words[index].gap in {" ", "\n", "-", "–"} and not words[index - 1].is_possessive


def _says_kind(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a run says by its last or first word that it is a place: "Pine Creek", "Lake Vesta"."""
    if any(not word.is_capital for word in words[first : last + 1]):
        return False
    if last - first + 1 > _MOST_UNKNOWN:
        return False
    return words[last].lower in _KINDS_BEHIND or (last == first + 1 and words[first].lower in _KINDS_BEFORE)


_MOST_UNKNOWN = 3
