"""The records of ``translations.json``: doubtful words of the translated reports."""

from __future__ import annotations

import msgspec


class AnsweredDoubt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a report that do not say what the original said.

    Attributes:
        text: the words as they stand in the report; they are meant wherever they stand.
        likely: what the original said.
        core: whether they mislead; else they are odd, and a mark on them is neither right nor wrong.
    """

    text: str
    likely: str
    core: bool


class TranslatedReport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A report, the language it is translated from, and its doubtful words."""

    report: str
    language: str
    doubts: tuple[AnsweredDoubt, ...]
