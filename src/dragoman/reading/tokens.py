"""Words of a sentence with their places in the document."""

from __future__ import annotations

import re

import msgspec

from dragoman.terms import Span

# A word keeps inner apostrophes and the full stops of "U.S."; the possessive is a word of its own. A hyphen
# stays inside "follow-up" but parts "Russia-Ukraine" and "Moscow-backed", whose halves are actors.
_TOKEN = re.compile(
    r"[’']s\b|(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b%?"
    r"|[a-z]+(?:-[a-z]+)+(?!\w)|[^\W\d_]+(?:[’'](?![sS]\b)[^\W\d_]+)*|\d+|[^\w\s]|_"
)


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word or mark.

    Attributes:
        text: as written; ``lower`` the same in lower case.
        start, end: offsets into the document's text.
    """

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters or digits, not a mark."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of one stretch of ``text``, in order, offsets counted from the start of the text.

    Example:
        >>> [t.text for t in tokenize("Iran's U.S. talks", Span(0, 17))]
        ['Iran', "'s", 'U.S.', 'talks']
    """
    return tuple([_token(match) for match in _TOKEN.finditer(text, span.start, span.end)])


def _token(match: re.Match[str]) -> Token:
    text = match.group()
    return Token(text, text.lower(), *match.span())
