"""A document as a line of a list."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.faces import wording
from dragoman.faces.api import Record
from dragoman.store import ListedDocument
from dragoman.terms import Interval, Published

_WORDS = 240  # characters of the beginning that are shown


class DocumentLine(msgspec.Struct, frozen=True):
    """A document in a list.

    Attributes:
        title: empty where it has none.
        begins: its first words behind the headline.
        precision: how its day is known: ``known``, ``inferred`` from clues in the text, or ``unknown``.
        events, figures: how many it tells and states.
        copy: what it was taken from, in words; ``original`` is its id. Empty for an original.
        story: id of the story it tells; empty when nobody else tells it.
    """

    id: str
    title: str
    begins: str
    outlets: tuple[str, ...]
    language: str
    published: Interval
    precision: str
    events: int
    figures: int
    copy: str
    original: str
    story: str


def lines(record: Record, found: Sequence[ListedDocument]) -> tuple[DocumentLine, ...]:
    """The lines of documents, in their order."""
    originals = [each.copies[0].original for each in found if each.copies]
    outlets = {id: _outlets(record, id) for id in dict.fromkeys(originals)}
    return tuple(_line(each, outlets) for each in found)


def _line(found: ListedDocument, outlets: dict[str, str]) -> DocumentLine:
    copy = found.copies[0] if found.copies else None
    return DocumentLine(
        id=found.id,
        title=found.title,
        begins=_behind_title(found.begins, found.title),
        outlets=found.outlets,
        language=found.language,
        published=found.published.interval,
        precision=precision(found.published),
        events=found.events,
        figures=found.figures,
        copy=wording.taken_from(copy, outlets[copy.original]) if copy else "",
        original=copy.original if copy else "",
        story=found.story,
    )


def _behind_title(words: str, title: str) -> str:
    """The words without the headline before them, and no more of them than a line or two hold."""
    rest = words[len(title) :].lstrip(" .") if title and words.startswith(title) else words
    rest = rest or words
    return rest if len(rest) <= _WORDS else f"{rest[:_WORDS].rpartition(' ')[0]} …"


def precision(published: Published) -> str:
    """How a day of publication is known, in a word."""
    if published.interval.is_unknown:
        return "unknown"
    return "known" if published.best is None else "inferred"


def _outlets(record: Record, id: str) -> str:
    places = record.store.appearances(id)
    return ", ".join(dict.fromkeys(place.outlet for place in places if place.outlet))
