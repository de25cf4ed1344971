"""What a brief leaves open: days that nobody names, and words that may mean somebody else."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.faces.brief import names
from dragoman.faces.brief.citing import Citations
from dragoman.faces.brief.lookup import Lookup, Verb
from dragoman.faces.brief.sentences import days
from dragoman.faces.brief.shown import UNSURE
from dragoman.faces.brief.subject import Subject, is_rough
from dragoman.faces.brief.told import Weighty, statement
from dragoman.faces.brief.tree import Group, More, Section, SectionKind, Statement
from dragoman.terms import Event, Mention

_SHOWN = 8


def unknown(told: Weighty) -> Section | None:
    """Events without a day, those known only roughly, doubtful names, doubtful readings."""
    subject = told.subject
    groups = [
        group
        for group in (
            _days(subject),
            _rough(told),
            _doubtful(subject, told.citations),
            _nobody(subject, told.citations),
            _unsure(subject, told.citations),
        )
        if group is not None
    ]
    return Section(SectionKind.UNKNOWN, "What is not known", tuple(groups)) if groups else None


def _days(subject: Subject) -> Group | None:
    statements = []
    unnamed = [each for each in subject.events if each.when.is_unknown and not each.reported.is_unknown]
    if unnamed:
        text = (
            f"{_counted(len(unnamed), 'event')} of {len(subject.events):,} "
            f"{'names' if len(unnamed) == 1 else 'name'} no day and "
            f"{'stands' if len(unnamed) == 1 else 'stand'} under that of the first report."
        )
        statements.append(Statement(text, shows=subject.every()[:1]))
    if subject.undatable:
        more = "event" if subject.undatable == 1 else "events"
        text = (
            f"{subject.undatable:,} further {more} can be dated by nothing, not even by a report, and "
            f"{'is' if subject.undatable == 1 else 'are'} left out here."
        )
        statements.append(Statement(text, shows=subject.listing()[:1]))
    return Group("Days", tuple(statements)) if statements else None


def _rough(told: Weighty) -> Group | None:
    """What can have happened in the period, or long before or after it."""
    found = [
        each
        for each in told.subject.events
        if is_rough(each) and not each.when.is_unknown and each.status.value in ("happened", "ongoing")
    ]
    if not found:
        return None
    shown = tuple(statement(told.citations, each, names.capital(days(each.when))) for each in found[:_SHOWN])
    left = len(found) - len(shown)
    more = More(f"and {_counted(left, 'event')} more", told.subject.every()) if left else None
    return Group("Known only roughly; it may lie outside the period", shown, more)


class _Doubt(msgspec.Struct):
    """Words whose meaning is in doubt, and the events they stand in."""

    text: str
    events: list[Event]


def _doubtful(subject: Subject, citations: Citations) -> Group | None:
    """Names that were taken for one and could be another of another state."""
    found: dict[str, _Doubt] = {}
    for event in subject.events:
        for mention in (*event.actors, *event.recipients):
            text = _doubt(mention)
            if text:
                found.setdefault(text, _Doubt(text, [])).events.append(event)
    return _group("Names that may mean somebody else", list(found.values()), citations)


def _doubt(mention: Mention) -> str:
    """In words; empty where the choice changes nothing: a president or his state, a town or its country."""
    rival, words = mention.runner_up, names.clean(mention.text)
    if rival is None or not words:
        return ""
    if mention.doubtful:
        return f'"{words}" may not mean {names.side(rival)}; it is taken for nobody.'
    if mention.entity is None or names.state_of(rival) == (mention.country or mention.entity):
        return ""
    return f'"{words}" is taken for {names.name(mention)}; it could be {names.side(rival)}.'


def _nobody(subject: Subject, citations: Citations) -> Group | None:
    """Words that take part and mean nobody the world knows."""
    found: dict[str, _Doubt] = {}
    for event in subject.events:
        for mention in (*event.actors, *event.recipients):
            if mention.entity is None and not mention.doubtful and names.is_named(mention):
                text = f'"{names.clean(mention.text)}"'
                found.setdefault(text, _Doubt(text, [])).events.append(event)
    return _group("Words that mean nobody the world knows", list(found.values()), citations)


def _unsure(subject: Subject, citations: Citations) -> Group | None:
    found = [event for event in subject.events if event.confidence < UNSURE]
    if not found:
        return None
    numbers = citations.of_events(found, _SHOWN)
    were, they_are = ("was", "it is") if len(found) == 1 else ("were", "they are")
    text = (
        f"{_counted(len(found), 'event')} {were} read with a confidence under {UNSURE} of 1; {they_are} "
        "marked where told, and the words decide."
    )
    return Group("Readings", (Statement(text, numbers, max(0, len(found) - _SHOWN)),))


def _group(title: str, doubts: Sequence[_Doubt], citations: Citations) -> Group | None:
    """Those of most events first."""
    ranked = sorted(doubts, key=lambda each: (-len(each.events), each.text))
    if not ranked:
        return None
    shown = tuple(Statement(each.text, citations.of_events(each.events, 3)) for each in ranked[:_SHOWN])
    left = len(ranked) - len(shown)
    more = More(f"and {left:,} more", (Lookup(Verb.REVIEW),)) if left else None
    return Group(title, shown, more)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
