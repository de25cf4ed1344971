"""A telling as the review shows it: where it stands, what it says, and the whole event beside it."""

from __future__ import annotations

import msgspec

from dragoman.faces import asking, wording
from dragoman.faces.api import Record
from dragoman.faces.asking import Told
from dragoman.faces.web.telling import marks
from dragoman.faces.web.telling.marks import Lane, Mark, Segment
from dragoman.record.queue import Question, QuestionKind
from dragoman.terms import Document, Event, EventMention, Span

_BEFORE, _BEHIND = 420, 260  # characters of whole sentences around the evidence
_LONGEST = 2000  # characters of a sentence that are shown; one that is longer is no sentence
_OTHERS = 6  # other tellings of the event that are named


class Line(msgspec.Struct, frozen=True):
    """Another telling of the same event, by its sentence."""

    telling: str
    document: str
    outlet: str
    published: str
    sentence: str


class Card(msgspec.Struct, frozen=True):
    """The event that a telling is part of.

    Attributes:
        day, status, place, support: in words.
        others: its other tellings, not all of many; ``more`` are left out.
    """

    id: str
    sentence: str
    day: str
    status: str
    place: str
    support: str
    outlets: tuple[str, ...]
    others: tuple[Line, ...]
    more: int


class ToldView(msgspec.Struct, frozen=True):
    """One telling of a question.

    Attributes:
        says: who says so: "says Aibek Smadiyarov:".
        before, behind: the sentences around it.
        sentences: the evidence with the act and those who take part marked.
        act: the words that name the act.
        read_as: what was read, as a sentence; empty where the question says so itself.
        card: ``None`` when it is part of no event any more.
    """

    telling: str
    document: str
    headline: str
    outlet: str
    published: str
    says: str
    before: str
    sentences: tuple[tuple[Segment, ...], ...]
    behind: str
    act: str
    read_as: str
    card: Card | None


def told_view(record: Record, told: Told, question: Question) -> ToldView:
    """What is shown of a telling."""
    mention, document = told.mention, told.document
    spans = [_cut(mention, span) for span in sorted(mention.evidence) or [mention.trigger]]
    cast = marks.cast(mention)
    if question.kind is QuestionKind.WHO:
        meant = asking.participant(question, mention)
        cast += [Mark(meant.span, Lane.HIT, "who is meant")] if meant.span else []
    return ToldView(
        telling=mention.id,
        document=document.id,
        headline=_flat(document.title or ""),
        outlet=document.outlet or "outlet not named",
        published=asking.published(document),
        says=asking.speakers(told),
        before=_beside(document, Span(max(0, spans[0].start - _BEFORE), spans[0].start)),
        sentences=tuple(marks.segments(document.text, span, cast) for span in spans),
        behind=_beside(document, Span(spans[-1].end, spans[-1].end + _BEHIND)),
        act=_flat(mention.trigger.of(document.text)),
        read_as="" if question.kind is QuestionKind.EVENT else wording.sentence(mention, ()),
        card=_card(record, told.event, mention) if told.event else None,
    )


def _cut(mention: EventMention, span: Span) -> Span:
    """A sentence; of one that never ends, what stands around the act."""
    if span.end - span.start <= _LONGEST:
        return span
    middle = mention.trigger.start if span.contains(mention.trigger) else span.start
    start = max(span.start, min(middle - _LONGEST // 2, span.end - _LONGEST))
    return Span(start, start + _LONGEST)


def _beside(document: Document, within: Span) -> str:
    """The whole sentences of a stretch, without what is not the article."""
    return _flat(
        " ".join(
            span.of(document.text)
            for span in document.sentences
            if within.contains(span) and not any(span.overlaps(other) for other in document.furniture)
        )
    )


def _card(record: Record, event: Event, mention: EventMention) -> Card:
    others = [id for id in event.tellings if id != mention.id]
    return Card(
        id=event.id,
        sentence=wording.sentence(event),
        day=wording.heading(event),
        status=wording.status(event.status),
        place=wording.place(event.where) if event.where else "",
        support=wording.support(event),
        outlets=event.outlets,
        others=tuple(_line(record, id) for id in others[:_OTHERS]),
        more=max(0, len(others) - _OTHERS),
    )


def _line(record: Record, telling: str) -> Line:
    mention = record.store.event_mention(telling)
    document = record.document(mention.document)
    words = " ".join(span.of(document.text) for span in mention.evidence)
    return Line(
        telling=telling,
        document=document.id,
        outlet=document.outlet or "outlet not named",
        published=asking.published(document),
        sentence=_flat(words)[:_LONGEST],
    )


def _flat(words: str) -> str:
    return " ".join(words.split())
