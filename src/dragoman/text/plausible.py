"""How much a decoded text looks like one that people wrote.

Bytes read in the wrong encoding still give characters, but not words: scripts mix within a word, capitals
stand in its middle, rare characters abound. Each character outside ASCII gets a mark between 0 and 1 by
the word it stands in; the text's plausibility is the mean. The marks were set on round trips of made-up
sentences (tests/text/test_decode.py): there the right encoding leads by .19 or more, save that Western and
Central European readings of one text lie within .05 of each other, where the order of candidates decides.
"""

from __future__ import annotations

import re
from enum import Enum

from dragoman.text.frequent import CYRILLIC, GREEK, HAN, HANGUL, LATIN

_PIECE = re.compile(r"[A-Za-z\u00aa-\U0010ffff\x80-\xa9]+")
_TYPOGRAPHY = frozenset("“”„‟‘’‚‹›«»–—―…•·°§©®™€£¥№¿¡\u00a0\u3000")
_DASHES = frozenset("–—’…·")
_EXPECTED_HAN = frozenset(("gb18030", "cp932", "euc-jp", "big5"))
_JAPANESE = frozenset(("cp932", "euc-jp", "iso2022_jp", "shift_jis"))


class Script(Enum):
    """The scripts that matter for telling encodings apart."""

    LATIN = "latin"
    GREEK = "greek"
    CYRILLIC = "cyrillic"
    KANA = "kana"
    HAN = "han"
    HANGUL = "hangul"
    WIDE_MARK = "wide mark"
    OTHER_LETTER = "other letter"
    SYMBOL = "symbol"


_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x00C0, 0x00D6, Script.LATIN),
    (0x00D8, 0x00F6, Script.LATIN),
    (0x00F8, 0x024F, Script.LATIN),
    (0x0370, 0x03FF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0590, 0x06FF, Script.OTHER_LETTER),
    (0x0E00, 0x0E7F, Script.OTHER_LETTER),
    (0x3001, 0x303F, Script.WIDE_MARK),
    (0x3040, 0x30FF, Script.KANA),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xAC00, 0xD7A3, Script.HANGUL),
    (0xFF01, 0xFF5E, Script.WIDE_MARK),
)


def script_of(character: str) -> Script:
    """The script of one character outside ASCII."""
    code = ord(character)
    for first, last, script in _RANGES:
        if first <= code <= last:
            return script
    return Script.SYMBOL


def plausibility(text: str, encoding: str) -> float:
    """The mean mark of the characters outside ASCII, 0 to 1; 0 when there are none.

    ``encoding`` is the one ``text`` was decoded from: kana are usual in a Japanese one only.
    """
    total, count = 0.0, 0
    for match in _PIECE.finditer(text):
        piece = match[0]
        if not piece.isascii():
            marks = _marks(piece, encoding)
            total += sum(marks)
            count += len(marks)
    return total / count if count else 0.0


def legibility(text: str) -> float:
    """The share of characters that are printable ASCII, blanks, or of a script that is known here."""
    if not text:
        return 0.0
    legible = sum(
        character.isprintable() or character.isspace()
        if character.isascii()
        else character in _TYPOGRAPHY or script_of(character) is not Script.SYMBOL
        for character in text
    )
    return legible / len(text)


def _marks(piece: str, encoding: str) -> list[float]:
    """A mark for every character of a piece that is not ASCII; typographic marks part its words."""
    marks: list[float] = []
    word = ""
    for at, character in enumerate(piece):
        if character in _TYPOGRAPHY:
            marks += _word_marks(word, encoding)
            marks.append(_typography_mark(piece, at))
            word = ""
        else:
            word += character
    return marks + _word_marks(word, encoding)


def _typography_mark(piece: str, at: int) -> float:
    """Quotes and bullets stand at the edge of a word; dashes and apostrophes may stand inside."""
    inside = 0 < at < len(piece) - 1 and piece[at - 1].isalpha() and piece[at + 1].isalpha()
    return 0.1 if inside and piece[at] not in _DASHES else 0.8


def _word_marks(word: str, encoding: str) -> list[float]:
    foreign = [character for character in word if not character.isascii()]
    if not foreign:
        return []
    scripts = [script_of(character) for character in foreign]
    alphabets = {script for script in scripts if script in _ALPHABETS}
    has_ascii = len(foreign) < len(word)
    if len(alphabets) + (has_ascii and Script.LATIN not in alphabets) > 1:
        return [0.05] * len(foreign)
    if len(alphabets) == 1 and all(script in _ALPHABETS for script in scripts):
        return [_alphabet_mark(word, foreign, alphabets.pop())] * len(foreign)
    return [
        _wide_mark(character, script, encoding) for character, script in zip(foreign, scripts, strict=True)
    ]


_ALPHABETS: dict[Script, frozenset[str]] = {
    Script.LATIN: LATIN,
    Script.CYRILLIC: CYRILLIC,
    Script.GREEK: GREEK,
}


def _alphabet_mark(word: str, foreign: list[str], script: Script) -> float:
    """A word of one alphabet: by its capitals, its frequent letters and, in Latin, how few are accented."""
    frequent = sum(character in _ALPHABETS[script] for character in word.lower()) / len(word)
    if not (word.islower() or word.istitle() or (word[0].isupper() and word[1:].islower())):
        capitals = 0.6 if word.isupper() else 0.15
    else:
        capitals = 1.0
    if script is Script.LATIN:
        accented = [character.lower() in LATIN for character in foreign]
        crowded = len(foreign) * 2 > len(word) and len(word) > 1
        return capitals * (0.2 if crowded else 0.6 + 0.3 * sum(accented) / len(accented))
    return capitals * (0.4 + 0.6 * min(1.0, frequent / 0.6))


def _wide_mark(character: str, script: Script, encoding: str) -> float:
    """A character of East Asian writing, or a stray one."""
    if script is Script.KANA:
        return 0.95 if encoding in _JAPANESE else 0.3
    if script is Script.HANGUL:
        return 1.0 if character in HANGUL else 0.5
    if script is Script.HAN and encoding in _EXPECTED_HAN:
        return 1.0 if character in HAN else 0.45
    if script is Script.HAN:
        return 0.2
    return {Script.WIDE_MARK: 0.8, Script.OTHER_LETTER: 0.4}.get(script, 0.0)
