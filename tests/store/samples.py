"""Small whole documents with everything that belongs to them, made by number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from hashlib import blake2b

from dragoman.store import Store
from dragoman.terms import (
    Attribution,
    Claim,
    Clue,
    Document,
    Event,
    EventMention,
    EventType,
    Interval,
    Judgement,
    JudgementKind,
    Mention,
    Published,
    Reading,
    Span,
    StatusStep,
    Telling,
)

TEXT = "Astana rejected Moscow's proposal number {number}, Tokayev said. Some 40 trucks waited at the border."
ASTANA = Mention("Astana", "KAZ", "KAZ", "GOV", Span(0, 6), "capital")
MOSCOW = Mention("Moscow", "RUS", "RUS", "GOV", Span(16, 22), "capital")
READER = "sample/1"


def digest(text: str) -> str:
    """A short id for a text."""
    return blake2b(text.encode(), digest_size=12).hexdigest()


def day(number: int) -> Interval:
    """A day of 2022, a later one for a higher number."""
    return Interval.day(date(2022, 1, 1) + timedelta(days=number % 365))


def document(number: int, outlet: str = "Steppe Wire") -> Document:
    """A document of two sentences."""
    text = TEXT.format(number=number)
    end = text.index("Some") - 1
    return Document(
        id=digest(text),
        fingerprint=digest("fingerprint" + text),
        text=text,
        origin=f"clips/{number}.txt",
        title=f"Proposal {number}",
        outlet=outlet,
        published=Published(day(number), (Clue("given", str(day(number)), day(number)),)),
        sentences=(Span(0, end), Span(end + 1, len(text))),
    )


def reading(document: Document, type: EventType = EventType.REJECT) -> Reading:
    """One event that Tokayev tells, and one claim."""
    said_by = (Attribution(Mention("Tokayev", "Kassym-Jomart Tokayev", "KAZ", "GOV"), Span(45, 49)),)
    mention = EventMention(
        id=digest(document.id + type),
        document=document.id,
        type=type,
        actors=(ASTANA,),
        recipients=(MOSCOW,),
        trigger=Span(7, 15),
        evidence=(document.sentences[0],),
        said_by=said_by,
        when=document.published.interval,
        reader=READER,
    )
    claim = Claim(
        id=digest(document.id + "claim"),
        document=document.id,
        about="trucks",
        low=40,
        high=40,
        unit="trucks",
        span=document.sentences[1],
        evidence=document.sentences[1],
        qualifier="some",
        reader=READER,
    )
    return Reading(document.id, READER, (ASTANA, MOSCOW), (mention,), (claim,))


def events(tellings: Iterable[Telling]) -> list[Event]:
    """One event for each telling."""
    return [joined([telling]) for telling in tellings]


def joined(tellings: Sequence[Telling]) -> Event:
    """One event that all of these tell, as the first of them tells it."""
    first = tellings[0]
    ids = tuple(sorted(telling.mention.id for telling in tellings))
    return Event(
        id=ids[0],
        type=first.mention.type,
        actors=first.mention.actors,
        recipients=first.mention.recipients,
        status=first.mention.status,
        when=first.mention.when,
        tellings=ids,
        documents=tuple(sorted({telling.mention.document for telling in tellings})),
        outlets=tuple(sorted({outlet for telling in tellings for outlet in telling.outlets})),
        reports=len({telling.fingerprint for telling in tellings}),
        said_by=("Tokayev",),
        reported=first.published,
        sentence=first.sentence,
        voices=2,
        disputed=("when",),
        history=(StatusStep(first.mention.status, first.published, ids),),
    )


def judgement(number: int = 1, value: str = "2022-10-07", hour: int = 10) -> Judgement:
    """Somebody dates a document by hand."""
    at = f"2022-11-01T{hour:02}:00:00+00:00"
    return Judgement(JudgementKind.PUBLISHED, document(number).id, value, "Aigul", at, "printed edition")


def put_telling(store: Store, id: str, *sentences: str) -> Document:
    """Write a document of these sentences, each of which tells an event."""
    text, spans = "\n".join(sentences), list[Span]()
    for sentence in sentences:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(sentence)))
    told = Document(digest(id), digest("fingerprint" + id), text, f"{id}.txt", sentences=tuple(spans))
    mentions = [
        EventMention(
            id=digest(f"{id} {number}"),
            document=told.id,
            type=EventType.REJECT,
            actors=(),
            recipients=(),
            trigger=Span(span.start, span.start + 1),
            evidence=(span,),
            reader=READER,
        )
        for number, span in enumerate(spans)
    ]
    put(store, told, Reading(told.id, READER, (), tuple(mentions), ()))
    return told


def put(store: Store, document: Document, reading_: Reading | None = None) -> None:
    """Write one document whole, in one transaction."""
    with store.transaction():
        store.put_document(document, document.origin)
        store.put_reading(reading_ or reading(document))
        tellings = store.tellings(document.fingerprint)
        store.put_events([telling.mention.id for telling in tellings], events(tellings))
