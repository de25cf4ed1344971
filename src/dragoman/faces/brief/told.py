"""What the record says happened, day by day, and what is only planned, possible, called for or denied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from dragoman.faces.brief import names
from dragoman.faces.brief.citing import Citations
from dragoman.faces.brief.lookup import Lookup, Verb
from dragoman.faces.brief.sentences import days, sentence
from dragoman.faces.brief.subject import Subject, counted_on, is_rough
from dragoman.faces.brief.tree import Group, More, Section, SectionKind, Statement
from dragoman.terms import Event, Interval, Status

DONE = (Status.HAPPENED, Status.ONGOING)
_DONE_WORDS = ",".join(each.value for each in DONE)
_CITED = 6  # reports of one event that are cited; what shows it has them all
_A_DAY = 6  # events told of one day
_HEADINGS = {
    Status.PLANNED: "Planned",
    Status.POSSIBLE: "Possible",
    Status.CALLED_FOR: "Called for",
    Status.DENIED: "Denied, or said not to have happened",
}
_ALONE = "Unless a number of voices is given, one voice says so in one report."


class Weighty(msgspec.Struct, frozen=True):
    """How events are told: with whose citations, and how many."""

    subject: Subject
    citations: Citations
    most: int


def happened(told: Weighty) -> Section:
    """By day; where there are too many the heaviest, that most voices in most reports tell."""
    every = [each for each in told.subject.events if each.status in DONE and not is_rough(each)]
    kept = {event.id for event in _heaviest(_distinct(every), told.most)}
    by_day: dict[tuple[Interval, bool], list[Event]] = {}
    for event in every:
        by_day.setdefault((counted_on(event), event.when.is_unknown), []).append(event)
    groups, left_days, left = [], 0, 0
    for (day, is_reported), events in sorted(by_day.items(), key=lambda item: _first_day(*item[0])):
        shown = _heaviest([each for each in events if each.id in kept], _A_DAY)
        if not shown:
            left_days, left = left_days + 1, left + len(events)
            continue
        statements = tuple(statement(told.citations, each) for each in _by_words(shown))
        of_day = told.subject.listing(day.earliest, day.latest, status=_DONE_WORDS)
        more_of_it = _more(len(events) - len(shown), of_day)
        groups.append(Group(heading(day, is_reported=is_reported), statements, more_of_it))
    more = None
    if left:
        text = f"and {_events(left)} more on {_counted(left_days, 'other day')}"
        more = More(text, told.subject.every(status=_DONE_WORDS))
    notes = (_ALONE,) if groups else ("Nothing is reported to have happened.",)
    return Section(SectionKind.HAPPENED, "What happened", tuple(groups), notes, more)


def still_open(told: Weighty) -> Section | None:
    """What did not happen, or not yet, by status."""
    groups = []
    for status, heading in _HEADINGS.items():
        every = [each for each in told.subject.events if each.status is status]
        shown = _heaviest(every, max(told.most // 3, 5))
        if not shown:
            continue
        all_of_it = told.subject.every(status=status.value)
        statements = tuple(statement(told.citations, each, _dated(each)) for each in _in_order(shown, every))
        groups.append(Group(heading, statements, _more(len(every) - len(shown), all_of_it)))
    if not groups:
        return None
    return Section(SectionKind.OPEN, "Planned, possible, called for or denied", tuple(groups))


def statement(citations: Citations, event: Event, when: str = "") -> Statement:
    """An event as a statement, its reports cited.

    Args:
        when: the days in words, where no heading says them.
    """
    numbers, left = citations.of_event(event, _CITED)
    sources = [said.source for each in citations.tellings(event) for said in each.mention.said_by]
    text = sentence(event, names.speakers(sources))
    return Statement(
        text=f"{when}: {text}" if when else text,
        citations=numbers,
        uncited=left,
        event=event.id,
        voices=event.voices,
        reports=event.reports,
        disputed=event.disputed,
        confidence=event.confidence,
        shows=(Lookup(Verb.EVENT, event=event.id),) if left else (),
    )


def heading(day: Interval, *, is_reported: bool) -> str:
    """The heading of a day, which says so where it is only that of the report."""
    if day.is_unknown:
        return "Day not known"
    shown = _weekday(day) if day.width_days == 1 else str(day).replace("/", " to ")
    if is_reported:
        return f"Day not named; first reported {shown}"
    return shown if day.width_days == 1 else f"{shown}, not known more exactly"


def _distinct(events: Sequence[Event]) -> list[Event]:
    """Without those that say less of the same: of one sentence and type, and with fewer participants."""
    told = [(event.sentence, event.type, event.status) for event in events]
    named = [_named(event) for event in events]
    # A sentence that stands in many papers is told often, but by few different sets of participants
    fuller: dict[tuple[str, str, Status], set[frozenset[str]]] = {}
    for same, who in zip(told, named, strict=True):
        fuller.setdefault(same, set()).add(who)
    return [
        event
        for event, same, who in zip(events, told, named, strict=True)
        if not any(who < more for more in fuller[same])
    ]


def _named(event: Event) -> frozenset[str]:
    """Everybody on either side who is known by a name."""
    return frozenset((*names.names(event.actors), *names.names(event.recipients))) - {names.NOBODY}


def _by_words(events: Sequence[Event]) -> list[Event]:
    """The heaviest first, and behind each what the same words tell."""
    same: dict[str, list[Event]] = {}
    for event in events:
        same.setdefault(event.sentence, []).append(event)
    return [event for group in same.values() for event in group]


def _heaviest(events: Iterable[Event], most: int) -> list[Event]:
    return sorted(events, key=_weight)[:most]


def _weight(event: Event) -> tuple[int, int, float, str]:
    """Sorts what most reports and voices tell first, and what the reader was surest of."""
    return -event.reports, -event.voices, -round(event.confidence, 2), event.id


def _in_order(shown: Sequence[Event], every: Sequence[Event]) -> list[Event]:
    ids = {event.id for event in shown}
    return [event for event in every if event.id in ids]


def _dated(event: Event) -> str:
    if not event.when.is_unknown:
        return names.capital(days(event.when))
    if event.reported.is_unknown:
        return "Day not known"
    return f"Reported {days(event.reported)}"


def _first_day(day: Interval, is_reported: bool) -> tuple[date, date, bool]:
    first = day.earliest or day.latest or date.max
    return first, day.latest or first, is_reported


def _weekday(day: Interval) -> str:
    return f"{day}, {day.earliest:%A}" if day.earliest else str(day)


def _more(left: int, shows: tuple[Lookup, ...]) -> More | None:
    return More(f"and {_events(left)} more", shows) if left > 0 else None


def _events(number: int) -> str:
    return _counted(number, "event")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
