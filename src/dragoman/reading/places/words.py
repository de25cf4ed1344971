"""The words of a sentence as the tagger of place names sees them."""

from __future__ import annotations

import re

import msgspec

from dragoman.terms import Span

# The stop of "St." and "Calif." is part of the word, as is that of "U.S."; so are inner hyphens and
# apostrophes.
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|W\.\s?Va\.|[A-Z]\.(?=\s?[A-Z])|\d[\d.,:]*\w*|[^\W\d_]+(?:['’`-](?![sS]\b)[^\W\d_]+)*"
)
_WITH_STOP = frozenset(
    "st ste mt ft mr mrs ms dr rev sen rep gov sgt capt lt col gen maj prof jr sr no ala alas ariz ark "
    "calif colo conn "
    "del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore pa penn tenn "
    "tex vt va "
    "wash wis wisc wyo ont que alta sask man ave blvd rd pt".split()
)


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word.

    Attributes:
        text: as written, with the full stop of an abbreviation; ``lower`` the same in lower case.
        start, end: offsets into the document's text.
        gap: what stands between it and the word before; empty for the first.
        after: the characters right behind it up to the next word.
    """

    text: str
    lower: str
    start: int
    end: int
    gap: str
    after: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_all_capitals(self) -> bool:
        """Whether it is written in capitals only, and longer than an initial."""
        return len(self.text) > 2 and self.text.isupper() and "." not in self.text

    @property
    def is_initial(self) -> bool:
        """Whether it is a single letter of a name: "J." """
        return len(self.text) <= 2 and self.text[0].isupper() and self.text.endswith(".")

    @property
    def ends_with_comma(self) -> bool:
        """Whether a comma or another mark parts it from the next word."""
        return self.after[:1] in {",", ";", ":", "(", ")", '"', "”", "“", "—", "–", "?", "!"}

    @property
    def is_possessive(self) -> bool:
        """Whether 's stands behind it, or only the apostrophe."""
        return self.after[:2] in {"'s", "’s", "`s"} or self.after[:2] in {"' ", "’ "}


def words_of(text: str, sentence: Span) -> tuple[Word, ...]:
    """The words of a sentence in order."""
    spans = []
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        end = match.end()
        if text[end : end + 1] == "." and _keeps_stop(match.group(), text, end, sentence.end):
            end += 1
        if (
            match.group() not in ("s", "S")
            or match.start() == sentence.start
            or text[match.start() - 1] == " "
        ):
            spans.append((match.start(), end))
    words = []
    before = sentence.start
    for index, (start, end) in enumerate(spans):
        following = spans[index + 1][0] if index + 1 < len(spans) else sentence.end
        word = text[start:end]
        words.append(Word(word, word.lower(), start, end, text[before:start], text[end:following]))
        before = end
    return tuple(words)


def _keeps_stop(word: str, text: str, end: int, sentence_end: int) -> bool:
    """Whether the full stop behind a word belongs to it: not when it ends the sentence."""
    return word.lower() in _WITH_STOP and word[0].isupper() and end + 1 < sentence_end
