"""A record as a brief: what belongs into it, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from dragoman.faces.api.record import Record
from dragoman.faces.brief import disputed, moved, told, unknown
from dragoman.faces.brief.citing import Citations
from dragoman.faces.brief.lookup import Lookup, Verb
from dragoman.faces.brief.names import listed
from dragoman.faces.brief.subject import Subject, chosen, counted_on, extent, stretch
from dragoman.faces.brief.tree import MOST, Brief, Section, SectionKind, Statement
from dragoman.terms import DragomanError, Event, Status

if TYPE_CHECKING:
    from dragoman.faces.api.system import System

Opening = Callable[[str | date | None], "System"]

_DISPUTES = 8
_IMPORTED = "Rows of imported tables count here; they are not told one by one above."


def build(
    record: Record,
    about: str | None = None,
    *,
    other: str | None = None,
    story: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    at: str | date | None = None,
    most: int = MOST,
    opening: Opening | None = None,
) -> Brief:
    """See `dragoman.faces.api.Record.brief`.

    Args:
        opening: gives the system as of the end of a day, for whoever keeps it open; that of the record else.
    """
    subject = chosen(record, about, other, story, since, until)
    if not subject.events:
        return _empty(record, subject)
    citations = Citations(record)
    headline = _headline(record, subject)
    found = told.Weighty(subject, citations, most)
    sections: list[Section | None] = [
        told.happened(found),
        told.still_open(found),
        disputed.disputed(record, subject, citations, _DISPUTES),
    ]
    measured, day = _measured(record, subject, citations, at, opening or record.system)
    sections += measured
    sections.append(unknown.unknown(found))
    return Brief(
        scope=msgspec.structs.replace(subject.scope, at=day),
        title=subject.title,
        period=subject.period,
        headline=headline,
        sections=tuple(each for each in sections if each is not None),
        citations=citations.all(),
    )


def _measured(
    record: Record, subject: Subject, citations: Citations, at: str | date | None, opening: Opening
) -> tuple[list[Section | None], date | None]:
    """What the system says of the sides, and as of when; a note where nothing is known by then."""
    try:
        system = opening(at or subject.last)
    except DragomanError as error:
        if at is not None:
            raise
        note = f"Nothing can be measured: {error}"
        return [
            Section(SectionKind.MOVED, "Who moved, and what was out of the ordinary", notes=(note,))
        ], None
    found = moved.moved(system, subject, citations)
    if record.imports():
        found = msgspec.structs.replace(found, notes=(*found.notes, _IMPORTED))
    sections = [found, moved.likely(system, subject, citations)]
    return sections, system.at


def _headline(record: Record, subject: Subject) -> Statement:
    """What the record holds of it, in numbers."""
    events = subject.events
    documents = {document for event in events for document in event.documents}
    outlets = {outlet for event in events for outlet in event.outlets}
    days = {counted_on(event).earliest for event in events if counted_on(event).width_days == 1}
    copied = {copy.document for copy in record.store.copies(documents)} & documents
    reports = _count(len(documents) - len(copied), "independent report")
    if copied:
        reports += f" (and {_count(len(copied), 'copy', 'copies')})"
    where = f" of {_count(len(outlets), 'named outlet')}" if outlets else ""
    about = (
        f"of {subject.name}" if subject.scope.story and not subject.scope.about else f"about {subject.name}"
    )
    if subject.scope.other:
        about = f"between {subject.name}"
    span = extent(map(counted_on, events))
    period = f" {_period(subject)}".rstrip()
    text = f"The record holds {_count(len(events), 'event')} {about}{period}, told in {reports}{where}"
    text += f" and spread over {_count(len(days), 'day')}" if len(days) > 1 else ""
    text += f", the last on {span.latest}" if subject.scope.until is None and span.latest else ""
    text += f". {_rest(events)}"
    return Statement(text, shows=subject.every())


def _period(subject: Subject) -> str:
    return stretch(subject.scope.since, subject.scope.until)


def _rest(events: tuple[Event, ...]) -> str:
    """As what they are told, and how many name no day."""
    unnamed = sum(event.when.is_unknown for event in events)
    told_as = {
        words: sum(event.status in statuses for event in events)
        for words, statuses in (
            ("happened or going on", told.DONE),
            *((status.value.replace("_", " "), (status,)) for status in Status if status not in told.DONE),
        )
    }
    if len(events) == 1:
        (words,) = (words for words, number in told_as.items() if number)
        return f"It is told as {words}, and names {'no' if unnamed else 'its'} day."
    parts = [f"{number:,} as {words}" for words, number in told_as.items() if number]
    undated = f"{unnamed:,} {'names' if unnamed == 1 else 'name'} no day" if unnamed else "each names its day"
    if len(parts) == 1:
        return f"All are told {parts[0].split(maxsplit=1)[1]}; {undated}."
    number, first = parts[0].split(maxsplit=1)
    parts[0] = f"{number} {'is' if number == '1' else 'are'} told {first}"
    return f"Of these, {listed(parts)}; {undated}."


def _empty(record: Record, subject: Subject) -> Brief:
    """That there is nothing, and what to do."""
    between = "between" if subject.scope.other else "about"
    text = f"The record holds no event {between} {subject.name} {_period(subject)}".rstrip() + "."
    advice = ["Who takes part in anything: dragoman actors. To read more into the record: dragoman add PATH"]
    if record.imports():
        relations = Lookup(Verb.RELATIONS, sides=subject.scope.sides)
        advice.append(
            f"Rows of imported tables are not told one by one. What they come to: {relations.command}"
        )
    elsewhere = subject.elsewhere
    if not elsewhere.is_unknown:
        advice.insert(
            0,
            f"Outside this period it holds events from {elsewhere.earliest} to {elsewhere.latest}: choose "
            "another with --since and --until.",
        )
    if subject.undatable:
        advice.insert(
            0,
            f"{_count(subject.undatable, 'event')} may lie in this period: neither the texts nor the reports "
            "say when. They stand at the end of: "
            f"{subject.listing()[0].command}",
        )
    headline = Statement(text, shows=subject.every())
    return Brief(subject.scope, subject.title, subject.period, headline, advice=tuple(advice))


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
