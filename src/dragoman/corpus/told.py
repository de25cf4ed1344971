"""The answered events of a report as tellings, and which of a reader's tellings they are."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.corpus.answer import Actor, Answer, AnsweredEvent
from dragoman.terms import Document, EventMention, Interval, Mention, Span

Answered = tuple[AnsweredEvent, EventMention]


def tellings(document: Document, answer: Answer) -> tuple[Answered, ...]:
    """The answered events of a report whose words stand in the prepared text, each with its telling."""
    every = ((event, _telling(document, event, number)) for number, event in enumerate(answer.events))
    return tuple((event, telling) for event, telling in every if telling is not None)


def matched(found: Sequence[EventMention], answered: Sequence[Answered]) -> dict[str, str]:
    """The answered event of each telling that was read, by the telling's id.

    One to one, best first: evidence must overlap, and the trigger as well or the type be an accepted one.
    """
    rated = sorted(
        (-2 * mention.trigger.overlaps(telling.trigger) - (mention.type in event.types), i, j)
        for i, mention in enumerate(found)
        for j, (event, telling) in enumerate(answered)
        if any(one.overlaps(other) for one in mention.evidence for other in telling.evidence)
    )
    keys: dict[str, str] = {}
    used: set[int] = set()
    for rate, i, j in rated:
        if rate < 0 and found[i].id not in keys and j not in used:
            keys[found[i].id] = answered[j][0].event
            used.add(j)
    return keys


def _telling(document: Document, event: AnsweredEvent, number: int) -> EventMention | None:
    evidence = [span for words in event.evidence if (span := _find(document.text, words))]
    if not evidence:
        return None
    last = evidence[-1]  # behind a headline that tells the same
    triggers = (_find(document.text, words, inside) for inside in (last, None) for words in event.trigger)
    return EventMention(
        id=f"{document.id}-{number:02}",
        document=document.id,
        type=event.types[0],
        actors=tuple(map(_mention, event.actors)),
        recipients=tuple(map(_mention, event.recipients)),
        trigger=next((trigger for trigger in triggers if trigger), last),
        evidence=tuple(evidence),
        status=event.status[0],
        when=Interval(event.date.earliest, event.date.latest),
        reader="answers",
    )


def _mention(actor: Actor) -> Mention:
    return Mention(actor.text, actor.id, actor.country, actor.sector)


def _find(text: str, words: str, inside: Span | None = None) -> Span | None:
    start = text.find(words, inside.start if inside else 0)
    return Span(start, start + len(words)) if start >= 0 else None
