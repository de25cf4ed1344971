"""Which document was taken from which."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class CopyKind(StrEnum):
    """How a document was taken from another."""

    EXACT = "exact"  # the same words, furniture and headline aside
    NEAR = "near"  # edited here and there
    EXCERPT = "excerpt"  # a part of it, or it is a part of something longer
    TRANSLATION = "translation"  # other words, the same facts in the same order


class Copy(msgspec.Struct, frozen=True):
    """A document that was taken from another; it is no independent report of what it tells.

    Attributes:
        document: id of the copy.
        original: id of the document it was taken from.
        share: 0 to 1; how much of the copy stands in the original: of its words, for a translation of its
            names and numbers.
    """

    document: str
    original: str
    kind: CopyKind
    share: float
