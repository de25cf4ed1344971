"""What a person decided about the record."""

from __future__ import annotations

from enum import StrEnum
from hashlib import blake2b

import msgspec


class JudgementKind(StrEnum):
    """What is decided."""

    PUBLISHED = "published"  # when a document was published; an empty value takes an earlier decision back


class Judgement(msgspec.Struct, frozen=True):
    """One decision. They are only ever added; the latest about a subject holds, and every rebuild obeys it.

    Attributes:
        subject: id of what it is about, here a document.
        value: what was decided; for `JudgementKind.PUBLISHED` an interval as `Interval.parse` reads it.
        author: who decided.
        at: when, ISO 8601 with the zone.
        remark: why, in the author's words.
    """

    kind: JudgementKind
    subject: str
    value: str
    author: str
    at: str
    remark: str = ""

    @property
    def id(self) -> str:
        """Hash of all of it."""
        return blake2b(msgspec.json.encode(self), digest_size=12).hexdigest()
