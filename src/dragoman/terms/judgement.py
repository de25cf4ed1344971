"""What a person decided about the record."""

from __future__ import annotations

from enum import StrEnum
from hashlib import blake2b

import msgspec


class JudgementKind(StrEnum):
    """What is decided."""

    PUBLISHED = "published"  # when a document was published; an empty value takes an earlier decision back
    SAME = "same"  # two tellings tell one event
    NOT_SAME = "not same"  # they do not
    REJECT = "reject"  # a telling tells no event, or not this one
    EDIT = "edit"  # a field of a telling is another: actors, recipients, type, status, when, where
    NOTE = "note"  # a remark that changes nothing
    UNDO = "undo"  # an earlier judgement does not hold


class Judgement(msgspec.Struct, frozen=True):
    """One decision. They are only ever added; the latest about a subject holds, and every rebuild obeys it.

    Attributes:
        subject: what it is about: id of a document; for `SAME` to `NOTE` a telling as `Anchor` writes it, so
            that it is found again when another reader reads the document; for `UNDO` id of a judgement.
        value: what was decided; for `PUBLISHED` an interval as `Interval.parse` reads it, for `SAME` and
            `NOT_SAME` the other telling, for `EDIT` an `Edit` as JSON.
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
