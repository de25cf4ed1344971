"""Reading one text without keeping it."""

from __future__ import annotations

import msgspec

from dragoman.faces.api.days import checked
from dragoman.terms import (
    Claim,
    Document,
    EventMention,
    Mention,
    Reading,
    Skip,
    Span,
    Translation,
    UnreadableInput,
)


class TextReading(msgspec.Struct, frozen=True):
    """A text and what was read in it."""

    document: Document
    reading: Reading

    @property
    def events(self) -> tuple[EventMention, ...]:
        """Who did what to whom, in the order of the text."""
        return self.reading.events

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The figures somebody states."""
        return self.reading.claims

    @property
    def actors(self) -> tuple[Mention, ...]:
        """Everybody named, whether or not they take part in an event."""
        return self.reading.actors

    @property
    def translation(self) -> Translation:
        """From which language the text seems to be translated, and which of its words are doubtful."""
        from dragoman.reading import as_translation

        return as_translation(self.document, self.reading)

    def words(self, span: Span) -> str:
        """The characters of a span: of a trigger, of evidence."""
        return span.of(self.document.text)


def read(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> TextReading:
    """Read one text.

    Args:
        text: the article; page furniture around it does no harm.
        published: when it appeared, as YYYY-MM-DD or any date a page would carry. Without it, days that
            count from it ("on Friday") stay unknown.
        title, outlet, url: what else is known about it.

    Raises:
        UnreadableInput: no English sentence in it.
        DragomanError: ``published`` is no date.

    Example:
        >>> reading = read("Putin met Tokayev in Astana on Friday.", published="2022-10-14")
        >>> event = reading.events[0]
        >>> event.type, [actor.entity for actor in event.actors], str(event.when)
        (<EventType.CONSULT: 'CONSULT'>, ['Vladimir Putin', 'Kassym-Jomart Tokayev'], '2022-10-14')
    """
    from dragoman import pipeline
    from dragoman.intake import clipping_of

    clipping = clipping_of(
        text, origin="<text>", title=title, url=url, outlet=outlet, published=checked(published)
    )
    document = pipeline.prepared(clipping)
    if isinstance(document, Skip):
        raise UnreadableInput(f"the text cannot be read: {document.reason}")
    return TextReading(document, pipeline.read_document(document))
