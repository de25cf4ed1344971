"""Where the English of a text probably does not say what the original said."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.terms.span import Span


class DoubtKind(StrEnum):
    """What went wrong between the original and the English."""

    PHRASE = "set phrase"  # an idiom, taken word by word
    WORD = "wrong word"  # another meaning of the word was meant
    HEARSAY = "hearsay"  # what somebody says came out as fact, duty or hypothesis, or the other way round
    SUBJECT = "who acts"  # a subject was dropped, made up or changed places with the object
    NAME = "name"
    FIGURE = "figure"  # a number by another scale, a unit
    TIME = "time"
    LEFT = "left untranslated"


class Doubt(msgspec.Struct, frozen=True):
    """Words of a translation that probably do not say what the original said.

    Attributes:
        span: where they stand.
        says: the words as written.
        likely: what the original is likely to say.
        why: what in which language comes out so.
        languages: ISO 639-1 codes of the languages that do this.
        confidence: 0 to 1, by judgement: how sure it is that the words mislead.
    """

    span: Span
    kind: DoubtKind
    says: str
    likely: str
    why: str
    languages: tuple[str, ...]
    confidence: float


class Translation(msgspec.Struct, frozen=True):
    """A text looked at as a translation.

    Attributes:
        languages: codes of those it may be translated from, the likeliest first; empty when it reads like no
            translation, or nothing tells from what.
        signs: how many different rows of the table speak for the first of them.
        doubts: in the order of the text.
    """

    languages: tuple[str, ...] = ()
    signs: int = 0
    doubts: tuple[Doubt, ...] = ()
