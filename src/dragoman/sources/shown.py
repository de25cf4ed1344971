"""Names and reasons that may be printed.

File names, archive members and error messages come from outside. A line break in one would make two lines
out of the one that a user is promised, and an escape could take over the terminal.
"""

from __future__ import annotations

import re

import msgspec

from dragoman.sources.encoding import legible
from dragoman.terms import Clipping, Skip

# C0 and C1 controls, line and paragraph separators, signs that turn the direction of writing, surrogates.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

_LONGEST = 400


def printable(name: str) -> str:
    r"""``name`` with what cannot be shown as escapes: ``a\nb``, ``\x1b``, ``\xff`` for a stray byte."""
    return name if name.isascii() and name.isprintable() else _UNPRINTABLE.sub(_escape, name)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    # Bytes of file names that are not UTF-8 arrive as U+DC80 to U+DCFF (PEP 383).
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else ascii(match[0])[1:-1]


def fit_to_keep(found: Clipping | Skip) -> Clipping | Skip:
    """The same with an origin and a reason of one printable line, and no half characters in any field."""
    origin = printable(found.origin)
    if isinstance(found, Skip):
        reason = printable(" ".join(found.reason.split()))
        return Skip(origin, reason if len(reason) <= _LONGEST else f"{reason[:_LONGEST]} ...", found.kind)
    return msgspec.structs.replace(
        found,
        origin=origin,
        charset=_whole(found.charset),
        title=_whole(found.title),
        url=_whole(found.url),
        outlet=_whole(found.outlet),
        published=_whole(found.published),
    )


def _whole(text: str | None) -> str | None:
    return None if text is None else legible(text)
