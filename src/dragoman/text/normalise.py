"""What makes two texts the same text."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from hashlib import blake2b

from dragoman.terms import Span

_DIGEST_BYTES = 16


def document_id(text: str) -> str:
    """32 hexadecimal digits (BLAKE2b, 128 bits) of the normalised text."""
    return blake2b(normalised(text).encode("utf-8"), digest_size=_DIGEST_BYTES).hexdigest()


def fingerprint(text: str, furniture: Sequence[Span] = ()) -> str:
    """The id that the text would have without its furniture."""
    return document_id(without(text, furniture))


def normalised(text: str) -> str:
    """NFKC, case folded, every run of blanks one space: what does not change what is said."""
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return " ".join(folded.split())


def without(text: str, spans: Sequence[Span]) -> str:
    """The text with the spans left out; they are in order and do not overlap."""
    kept: list[str] = []
    start = 0
    for span in spans:
        kept.append(text[start : span.start])
        start = span.end
    return "\n".join((*kept, text[start:])) if spans else text
