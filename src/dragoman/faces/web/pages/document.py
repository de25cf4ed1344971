"""Document: a text with what was read in it, a lane for each sort of thing."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.faces import translating, wording
from dragoman.faces.api import Record
from dragoman.faces.web.page import Context
from dragoman.faces.web.taking import Offset
from dragoman.faces.web.telling import links, marks
from dragoman.faces.web.telling.marks import Lane, Mark, Segment
from dragoman.terms import (
    Appearance,
    Clue,
    Copy,
    Document,
    Doubt,
    DoubtKind,
    EventMention,
    EventType,
    Interval,
    Published,
    Reading,
    Span,
    Status,
    TimeExpression,
    Translation,
)

PORTION = links.PORTION
_MOST_COPIES = 50


class DocumentRequest(msgspec.Struct, frozen=True):
    """The id of the document or its beginning; from which character on, where the text is long."""

    id: str
    offset: Offset = 0


class Told(msgspec.Struct, frozen=True):
    """An event as this document tells it."""

    telling: str
    type: EventType
    mode: str
    status: Status
    who: str
    arrow: str
    whom: str
    when: Interval
    where: str
    said_by: str
    act: str
    start: int


class ClueLine(msgspec.Struct, frozen=True):
    """A clue to the day of publication, and whether it speaks against the day that is taken."""

    clue: Clue
    against: bool


class DoubtLine(msgspec.Struct, frozen=True):
    """Words that a translation probably got wrong.

    Attributes:
        number: of the note in the text, from 1.
        languages: the languages that do this, by name.
        sure: 0 to 1.
        start: the first character.
    """

    number: int
    kind: DoubtKind
    says: str
    likely: str
    why: str
    languages: str
    sure: float
    start: int


class Kin(msgspec.Struct, frozen=True):
    """A document of the same family.

    Attributes:
        how: what was taken from what; "had it first" for the original.
    """

    document: str
    title: str
    outlet: str
    published: Interval
    how: str


class DocumentPage(msgspec.Struct, frozen=True):
    """A document.

    Attributes:
        length: characters of the whole text; ``segments`` are a portion of it.
        times: the time expressions of the portion.
        translated: from which language it reads like a translation; empty when nothing tells.
        doubts: words that probably do not say what the original said, of the whole text.
        reader: who read it; empty when nobody did.
    """

    request: DocumentRequest
    id: str
    headline: str
    language: str
    appearances: tuple[Appearance, ...]
    published: Published
    clues: tuple[ClueLine, ...]
    repairs: tuple[str, ...]
    length: int
    portion: links.Portion
    segments: tuple[Segment, ...]
    told: tuple[Told, ...]
    times: tuple[TimeExpression, ...]
    translated: str
    doubts: tuple[DoubtLine, ...]
    kin: tuple[Kin, ...]
    reader: str

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return self.headline or f"Document {self.id[: links.ID_LENGTH]}"

    @property
    def rows(self) -> tuple[Told, ...]:
        """See `PageRecord`."""
        return self.told


def document(context: Context, request: DocumentRequest) -> DocumentPage:
    """The page `/documents/{id}`."""
    record = context.record
    found = record.document(request.id)
    reading = record.reading(found)
    start = min(request.offset, len(found.text))
    within = Span(start, _end(found, start))
    times = _times(found, within)
    translation = record.translation(found)
    path = links.document(found.id)
    return DocumentPage(
        request=request,
        id=found.id,
        headline=" ".join((found.title or "").split()),
        language=found.language,
        appearances=record.appearances(found),
        published=found.published,
        clues=tuple(ClueLine(clue, found.published.contradicts(clue)) for clue in found.published.clues),
        repairs=found.repairs,
        length=len(found.text),
        portion=_portion(path, request, within, len(found.text)),
        segments=marks.segments(
            found.text, within, [*_marks(found, reading, times), *_doubtful(translation)]
        ),
        told=tuple(_told(each, found.text) for each in reading.events) if reading else (),
        times=times,
        translated=translating.origin(translation),
        doubts=tuple(_doubt(number, each) for number, each in enumerate(translation.doubts, start=1)),
        kin=_kin(record, found),
        reader=reading.reader if reading else "",
    )


def _end(document: Document, start: int) -> int:
    """Where a portion ends: behind a sentence, if one ends in its second half."""
    end = start + PORTION
    if end >= len(document.text):
        return len(document.text)
    ends = [span.end for span in document.sentences if start + PORTION // 2 < span.end <= end]
    return max(ends, default=end)


def _portion(path: str, request: DocumentRequest, within: Span, length: int) -> links.Portion:
    before = links.address(path, offset=max(0, within.start - PORTION)) if within.start else ""
    after = links.address(path, offset=within.end) if within.end < length else ""
    return links.Portion(within.start + 1 if length else 0, within.end, length, before, after)


def _times(document: Document, within: Span) -> tuple[TimeExpression, ...]:
    from dragoman.reading import find_times  # loads the grammar, which no other page wants

    found = find_times(within.of(document.text), document.published.anchor)
    there = (msgspec.structs.replace(each, span=each.span.shifted(within.start)) for each in found)
    return tuple(each for each in there if not any(span.overlaps(each.span) for span in document.furniture))


def _marks(document: Document, reading: Reading | None, times: tuple[TimeExpression, ...]) -> Iterator[Mark]:
    for span in document.furniture:
        yield Mark(span, Lane.FURNITURE, "not the article")
    for time in times:
        says = time.value if time.interval.is_unknown else f"{time.value}: {time.interval}"
        yield Mark(time.span, Lane.TIME, says)
    if reading is None:
        return
    for actor in reading.actors:
        if actor.span is not None:
            yield Mark(actor.span, Lane.ACTOR, wording.name(actor))
    for claim in reading.claims:
        yield Mark(
            claim.span, Lane.FIGURE, f"figure: {wording.figure(claim.low, claim.high)}", figure=claim.id
        )
    for event in reading.events:
        yield from marks.cast(event, f"{event.type.value}, {wording.status(event.status)}")
        if event.said_by:
            for span in event.evidence:
                yield Mark(span, Lane.SPEECH)


def _doubtful(translation: Translation) -> Iterator[Mark]:
    for number, each in enumerate(translation.doubts, start=1):
        yield Mark(each.span, Lane.DOUBT, f"doubtful, {translating.spoken(each)}", note=number)


def _doubt(number: int, doubt: Doubt) -> DoubtLine:
    return DoubtLine(
        number=number,
        kind=doubt.kind,
        says=doubt.says,
        likely=doubt.likely,
        why=doubt.why,
        languages=translating.one_of(doubt.languages),
        sure=round(doubt.confidence, 2),
        start=doubt.span.start,
    )


def _told(event: EventMention, text: str) -> Told:
    sides = wording.sides(event)
    return Told(
        telling=event.id,
        type=event.type,
        mode=event.mode or "",
        status=event.status,
        who=wording.names(sides.left),
        arrow=sides.arrow,
        whom=wording.names(sides.right),
        when=event.when,
        where=wording.place(event.where) if event.where else "",
        said_by=wording.names(said.source for said in event.said_by) if event.said_by else "",
        act=" ".join(event.trigger.of(text).split()),
        start=event.trigger.start,
    )


def _kin(record: Record, document: Document) -> tuple[Kin, ...]:
    """The original and its copies, when there are any."""
    family = record.family(document.id)
    if not family.copies:
        return ()
    copies: dict[str, Copy] = {copy.document: copy for copy in family.copies}
    shown = [record.document(id) for id in family.documents[:_MOST_COPIES]]
    outlets = {each.id: _outlets(record, each) for each in shown}
    found = []
    for each in shown:
        copy = copies.get(each.id)
        how = wording.taken_from(copy, outlets.get(copy.original, "")) if copy else "had it first"
        title = " ".join((each.title or "").split())
        found.append(Kin(each.id, title, outlets[each.id], each.published.reported, how))
    return tuple(found)


def _outlets(record: Record, document: Document) -> str:
    return ", ".join(dict.fromkeys(each.outlet for each in record.appearances(document) if each.outlet))
