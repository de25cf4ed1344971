"""The evidence as annotations of the documents: W3C Web Annotation Data Model (2017), JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

import msgspec

from dragoman.faces.export.backing import Backing, NoBacking, Told, urls
from dragoman.faces.export.layout import Column, Layout, not_held
from dragoman.faces.export.tally import Tally
from dragoman.terms import Event, EventMention, Span

_CONTEXT = 32  # characters of prefix and suffix, as browsers and Hypothesis take them
_MENTION_FIELDS = "actors recipients status type mode when where said_by confidence"

LAYOUT = Layout(
    media='application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
    columns=(
        Column("id", "string", "urn:dragoman:telling:ID#NUMBER of the evidence.", ("tellings",)),
        Column("type", "string", "Annotation."),
        Column("motivation", "string", "classifying."),
        Column(
            "body",
            "array",
            "What the telling says happened: the event (linking), PLOVER type and status (classifying), who, "
            "whom, when, where, who says so (describing).",
            ("id", *_MENTION_FIELDS.split()),
        ),
        Column(
            "target",
            "object",
            "The document and its addresses, with the words of the evidence and their place in its text, "
            "in Unicode code points.",
            ("documents", "outlets", "sentence"),
        ),
    ),
    not_held=not_held(
        [
            (
                _MENTION_FIELDS,
                "What the voices agree upon; here stands what each telling says.",
            ),
            ("reports reported voices disputed history story", "They are of the event, not of its tellings."),
        ]
    ),
    note="One annotation for each sentence of evidence of each telling. Places count in the text as it is "
    "kept in the record (dragoman document ID), which is not that of the page; on the page the quotation "
    "finds it.",
)


class Body(msgspec.Struct, frozen=True, omit_defaults=True, rename={"kind": "type"}):
    """Something said of the evidence: a text, or a link to the event."""

    purpose: str
    kind: str | None = None
    value: str | None = None
    source: str | None = None


class Quote(msgspec.Struct, frozen=True, tag_field="type", tag="TextQuoteSelector"):
    """The words, and those around them."""

    exact: str
    prefix: str
    suffix: str


class Position(msgspec.Struct, frozen=True, tag_field="type", tag="TextPositionSelector"):
    """Where they stand."""

    start: int
    end: int


class Source(msgspec.Struct, frozen=True, omit_defaults=True, rename={"publisher": "dcterms:publisher"}):
    """The document, and where on the web and in which newspapers it was met."""

    id: str
    type: str
    format: str
    language: str
    via: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()


class Target(msgspec.Struct, frozen=True):
    """The words in the document; either selector finds them."""

    type: str
    source: Source
    selector: tuple[Quote, Position]


class Annotation(msgspec.Struct, frozen=True, tag_field="type", tag="Annotation"):
    """One sentence of evidence and what was read from it."""

    id: str
    motivation: str
    body: tuple[Body, ...]
    target: Target


def write_annotations(events: Iterable[Event], stream: TextIO, backing: Backing | None = None) -> Tally:
    """Write one annotation for each sentence of evidence; how many events these are of."""
    known = backing or NoBacking()
    tally = Tally()
    begun = False
    stream.write('{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:dragoman:annotations",')
    stream.write('"type":"AnnotationPage","items":[')
    for event in events:
        found = False
        for told in known.tellings(event):
            for annotation in _annotations(event, told):
                stream.write(",\n" if begun else "\n")
                stream.write(msgspec.json.encode(annotation).decode())
                begun = found = True
        if found:
            tally.events += 1
        else:
            tally.leave_out("without evidence in a document of the record")
    stream.write("\n]}\n")
    return tally


def _annotations(event: Event, told: Told) -> Iterator[Annotation]:
    mention, document = told.mention, told.document
    body = tuple(_bodies(event, mention))
    outlets = dict.fromkeys(each.outlet for each in told.appearances if each.outlet)
    source = Source(
        id=f"urn:dragoman:document:{document.id}",
        type="Text",
        format="text/plain",
        language=document.language,
        via=urls(told.appearances),
        publisher=tuple(outlets),
    )
    for number, span in enumerate(mention.evidence or (mention.trigger,), 1):
        target = Target("SpecificResource", source, _selectors(span, document.text))
        yield Annotation(f"urn:dragoman:telling:{mention.id}#{number}", "classifying", body, target)


def _selectors(span: Span, text: str) -> tuple[Quote, Position]:
    before, behind = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    return Quote(span.of(text), before, behind), Position(span.start, span.end)


def _bodies(event: Event, mention: EventMention) -> Iterator[Body]:
    yield Body("linking", "SpecificResource", source=f"urn:dragoman:event:{event.id}")
    for value in (mention.type.value, mention.mode, mention.status.value):
        if value:
            yield Body("classifying", "TextualBody", value)
    said = [
        ("who", [one.entity or one.text for one in mention.actors]),
        ("whom", [one.entity or one.text for one in mention.recipients]),
        ("when", [] if mention.when.is_unknown else [str(mention.when)]),
        ("where", [mention.where.entity or mention.where.text] if mention.where else []),
        ("said by", [one.source.entity or one.source.text for one in mention.said_by]),
        ("confidence", [f"{mention.confidence:.2f}"]),
    ]
    for field, values in said:
        if values:
            yield Body("describing", "TextualBody", f"{field}: {'; '.join(values)}")
