"""What stands behind made-up events: a document that holds their sentence and nothing else."""

from __future__ import annotations

from dragoman.faces.export.backing import Told
from dragoman.terms import Appearance, Document, Event, EventMention, Interval, Span

BEFORE, BEHIND = "First came this. ", " Then came that."
URL = "https://courier.example/2022/10/14/met"


class Papers:
    """Every event is told once, by a newspaper with an address."""

    def appearances(self, event: Event) -> tuple[Appearance, ...]:
        """One place on the web and one file."""
        return (
            Appearance("d1", "clippings/met.txt", published=Interval()),
            Appearance("d1", URL, "Steppe Courier", URL),
        )

    def tellings(self, event: Event) -> tuple[Told, ...]:
        """The sentence between two others."""
        text = f"{BEFORE}{event.sentence}{BEHIND}"
        span = Span(len(BEFORE), len(BEFORE) + len(event.sentence))
        mention = EventMention(
            id=f"t{event.id}",
            document="d1",
            type=event.type,
            actors=event.actors,
            recipients=event.recipients,
            trigger=span,
            evidence=(span,),
            status=event.status,
            mode=event.mode,
            when=event.when,
            where=event.where,
        )
        document = Document(id="d1", fingerprint="f1", text=text, origin=URL)
        return (Told(mention, document, self.appearances(event)),)
