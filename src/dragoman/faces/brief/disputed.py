"""Where voices contradict each other: in the fields of an event, and in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.disputing import Background, Disputed, in_dispute, of_event
from dragoman.faces import wording
from dragoman.faces.api.record import Record
from dragoman.faces.brief import names
from dragoman.faces.brief.citing import Citations
from dragoman.faces.brief.lookup import Lookup, Verb
from dragoman.faces.brief.sentences import act, days
from dragoman.faces.brief.subject import Subject
from dragoman.faces.brief.tree import Group, More, Section, SectionKind, Statement
from dragoman.record import Account, Agreement, Field, Stance
from dragoman.record.figures import Relation, Stated
from dragoman.record.figures import Voice as Side
from dragoman.record.voices import NOT_NAMED
from dragoman.terms import Event

_COMPARED = 20  # stories whose figures are compared, and events of none; each takes part of a second
_QUESTIONS = {
    Field.TYPE: "what it was",
    Field.STATUS: "whether it happened",
    Field.WHEN: "when it was",
    Field.WHERE: "where it was",
    Field.ACTORS: "who acted",
    Field.RECIPIENTS: "towards whom it was",
    Field.MODE: "how it was done",
}
_FIGURES = {
    Relation.CONTRADICTING: "Figures that cannot all be true",
    Relation.UPDATED: "Counts that grew from one report to a later one",
}


def disputed(record: Record, subject: Subject, citations: Citations, most: int) -> Section | None:
    """Fields first, then figures; nothing where nobody contradicts anybody."""
    events = [event for event in subject.events if event.disputed]
    fields = [
        _field(citations, event, each)
        for event in events[:most]
        for each in record.agreement(event)
        if each.is_disputed
    ]
    groups = []
    if fields:
        groups.append(
            Group("What reports say of one event", tuple(fields), _more_fields(subject, events, most))
        )
    stories = _heaviest(subject)
    found = list(_figures(record, subject, stories[:_COMPARED]))
    for relation, title in _FIGURES.items():
        figures = [each for each in found if each.dispute.relation is relation]
        if figures:
            groups.append(_group(title, figures, citations, most))
    if not groups:
        return None
    is_only_grown = [group.title for group in groups] == [_FIGURES[Relation.UPDATED]]
    heading = "What changed from report to report" if is_only_grown else "What is disputed"
    notes: tuple[str, ...] = ()
    if len(stories) > _COMPARED:
        notes = (f"Figures were compared in the {_COMPARED} stories with most of this, of {len(stories):,}.",)
    return Section(SectionKind.DISPUTED, heading, tuple(groups), notes)


def _group(title: str, every: Sequence[Disputed], citations: Citations, most: int) -> Group:
    # The same figures can meet in two stories, and would be told twice
    found = list({_told(each): each for each in reversed(every)}.values())[::-1]
    statements = tuple(_figure(citations, each) for each in found[:most])
    left = len(found) - len(statements)
    more = More(f"and {left:,} more", (Lookup(Verb.CLAIMS, disputed=True),)) if left else None
    return Group(title, statements, more)


def _told(found: Disputed) -> tuple[object, ...]:
    """What is told of a dispute."""
    sides = ((side.low, side.high, names.clean(side.words), side.who) for side in found.dispute.voices)
    return found.dispute.relation, names.clean(found.dispute.about), *sides


def _more_fields(subject: Subject, events: Sequence[Event], most: int) -> More | None:
    left = len(events) - most
    return More(f"and {left:,} disputed events more", subject.every(disputed=True)) if left > 0 else None


def _field(citations: Citations, event: Event, agreement: Agreement) -> Statement:
    """A disputed field with what is taken and what contradicts it, each with its voices."""
    taken, *others = agreement.accounts
    against = [each for each in others if each.stance is Stance.CONTRADICTING]
    sides = tuple(_account(citations, event, each) for each in (taken, *against))
    numbers = tuple(sorted({number for each in sides for number in each.citations}))
    when = "" if event.when.is_unknown else f"{names.capital(days(event.when))}: "
    question = _QUESTIONS[agreement.field]
    text = f"{when}{names.capital(act(event))} ({event.type.value}): voices differ on {question}."
    shows = (Lookup(Verb.EVENT, event=event.id),)
    return Statement(text, numbers, event=event.id, shows=shows, parts=sides)


def _account(citations: Citations, event: Event, account: Account) -> Statement:
    voices = list(
        dict.fromkeys(
            "a report of no named outlet" if each.name == NOT_NAMED else names.voice(each.name)
            for each in account.voices
        )
    )
    numbers, left = citations.of_event(event, 4, account.tellings)
    value = names.clean(account.value).replace("_", " ")
    said = names.listed(voices if len(voices) < 5 else [*voices[:4], f"{len(voices) - 4} others"])
    return Statement(names.capital(f"{value}, according to {said}."), numbers, left)


def _heaviest(subject: Subject) -> list[str]:
    """The stories of these events, those with most of them first."""
    return [
        story for story, _ in Counter(event.story for event in subject.events if event.story).most_common()
    ]


def _figures(record: Record, subject: Subject, stories: Sequence[str]) -> Iterator[Disputed]:
    """Disputes in these stories, and in events that stand alone, each once."""
    ids = {event.id for event in subject.events}
    documents = {document for event in subject.events for document in event.documents}
    seen: set[str] = set()
    for found in _candidates(record, subject, stories):
        own = [one for one in found.figures if one.document in documents]
        related = subject.scope.story or any(one.event in ids or _is_about(one, subject) for one in own)
        if found.dispute.id not in seen and own and related:
            seen.add(found.dispute.id)
            yield found


def _candidates(record: Record, subject: Subject, stories: Sequence[str]) -> Iterator[Disputed]:
    background = Background(record.store)
    for story in stories:
        yield from in_dispute(record.store, story=story, background=background)
    alone = [event for event in subject.events if not event.story and len(event.documents) > 1]
    for event in sorted(alone, key=lambda each: -each.reports)[:_COMPARED]:
        yield from of_event(record.store, event, background)


def _is_about(stated: Stated, subject: Subject) -> bool:
    """Whether the sentence of a figure, or its words, name all sides that are asked for."""
    named = {*stated.entities, *stated.counted}
    return {subject.scope.about, subject.scope.other or subject.scope.about} <= named


def _figure(citations: Citations, found: Disputed) -> Statement:
    sides = tuple(_side(citations, found, voice) for voice in found.dispute.voices)
    numbers = tuple(sorted({number for each in sides for number in each.citations}))
    return Statement(f"{names.capital(names.clean(found.dispute.about))}:", numbers, parts=sides)


def _side(citations: Citations, found: Disputed, voice: Side) -> Statement:
    value = wording.figure(_rounded(voice.low), _rounded(voice.high)) + _percent(found, voice)
    words = names.clean(voice.words)
    shown = value if words == value else f'{value} ("{words}")'
    outlets = ", ".join(map(names.clean, voice.outlets)) or "a report of no named outlet"
    who = outlets if voice.who in voice.documents else names.party(voice.who)
    where = "" if who == outlets else f", in {outlets}"
    text = f"{shown}, according to {who}{where}."
    return Statement(text, citations.of_figures(found, voice.claims))


def _percent(found: Disputed, voice: Side) -> str:
    """The sign, where a voice gives a share; the words of others say what they count."""
    units = {one.claim.unit for one in found.figures if one.claim.id in voice.claims}
    return " %" if units == {"percent"} else ""


def _rounded(value: float | None) -> float | None:
    """To two places; "two thirds" is kept as a long fraction."""
    return None if value is None else round(value, 2)
