"""Event: one happening down to the words it rests on."""

from __future__ import annotations

import re

import msgspec

from dragoman.faces import sheet as sheets
from dragoman.faces import wording
from dragoman.faces.api.record import SourcedTelling
from dragoman.faces.sheet import STANCES, EventSheet, Shown, Source
from dragoman.faces.web import marks
from dragoman.faces.web.marks import Segment
from dragoman.faces.web.page import Context
from dragoman.faces.web.pages.event_fields import FieldRow, field_rows
from dragoman.faces.web.taking import Limit, Offset
from dragoman.record import Agreement, Stance
from dragoman.terms import Appearance, EventType, Interval, Span, Status
from dragoman.world import plover

_AROUND = 260  # characters of the text shown before and behind the evidence
_MOST_TELLINGS = 200  # rows of the table; all of them are in `dragoman event --json`


class EventRequest(msgspec.Struct, frozen=True):
    """The id of the event or of any of its tellings, or its beginning; and which of the evidence."""

    id: str
    limit: Limit = 10
    offset: Offset = 0


class Said(msgspec.Struct, frozen=True):
    """How a telling stands to what is taken of a field; ``value`` is what it says instead."""

    field: str
    stance: Stance
    words: str
    value: str


class TellingRow(msgspec.Struct, frozen=True):
    """One document's telling.

    Attributes:
        copy: what the document was taken from, in words; empty for an original.
        says_so: who in the text says so; empty when the report speaks in its own voice.
    """

    telling: str
    document: str
    title: str
    published: Interval
    outlet: str
    copy: str
    says_so: str
    stances: tuple[Said, ...]


class Evidence(msgspec.Struct, frozen=True):
    """A sentence in its context, and everywhere it stands.

    Attributes:
        before, behind: some of the text around it.
        places: where the texts stand that hold it.
        others: other documents that hold it word for word.
    """

    telling: str
    document: str
    before: str
    sentences: tuple[tuple[Segment, ...], ...]
    behind: str
    places: tuple[Appearance, ...]
    others: tuple[str, ...]


class Printing(msgspec.Struct, frozen=True):
    """A document in the lineage of the reports: an original, or a copy with what it was taken from."""

    document: str
    title: str
    outlet: str
    published: Interval
    original: str
    copy: str


class Step(msgspec.Struct, frozen=True):
    """From when on reports give the event a status."""

    status: Status
    reported: Interval
    tellings: int


class FigureLine(msgspec.Struct, frozen=True):
    """A figure that somebody states."""

    value: str
    unit: str
    about: str
    says: str
    disputed: bool


class Decision(msgspec.Struct, frozen=True):
    """What a person decided about it."""

    at: str
    author: str
    what: str
    state: str
    remark: str


class EventPage(msgspec.Struct, frozen=True):
    """One event.

    Attributes:
        sentence: put together from the fields; no quotation.
        columns: the fields in which the tellings differ.
        shown: how many of the tellings stand in the table.
        lineage: the documents, each original before its copies; empty when nothing was copied.
        evidence_total: how many sentences there are; ``evidence`` is a portion of them.
    """

    request: EventRequest
    id: str
    sentence: str
    type: EventType
    mode: str
    definition: str
    status: Status
    story: str
    headline: str
    fields: tuple[FieldRow, ...]
    columns: tuple[str, ...]
    tellings: tuple[TellingRow, ...]
    tellings_total: int
    lineage: tuple[Printing, ...]
    evidence: tuple[Evidence, ...]
    evidence_total: int
    history: tuple[Step, ...]
    figures: tuple[FigureLine, ...]
    decisions: tuple[Decision, ...]
    provenance: tuple[str, ...]

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return self.sentence

    @property
    def rows(self) -> tuple[TellingRow, ...]:
        """See `PageRecord`."""
        return self.tellings


def event(context: Context, request: EventRequest) -> EventPage:
    """The page `/events/{id}`."""
    shown = sheets.of(context.record, request.id)
    sheet, found = shown.sheet, shown.sheet.event
    differing = [each for each in sheet.agreement if len(each.accounts) > 1]
    told = _tellings(sheet, differing)
    together = _same_words(shown)
    return EventPage(
        request=request,
        id=found.id,
        sentence=sheet.sentence,
        type=found.type,
        mode=found.mode or "",
        definition=plover.load().type(found.type).definition,
        status=found.status,
        story=found.story,
        headline=sheet.headline,
        fields=field_rows(sheet),
        columns=tuple(each.field.value for each in differing),
        tellings=told[:_MOST_TELLINGS],
        tellings_total=len(told),
        lineage=_lineage(sheet),
        evidence=tuple(_evidence(each) for each in together[request.offset : request.offset + request.limit]),
        evidence_total=len(together),
        history=tuple(Step(each.status, each.reported, len(each.tellings)) for each in found.history),
        figures=_figures(sheet),
        decisions=tuple(
            Decision(
                row.judgement.at[:10], row.judgement.author, row.what, row.state.value, row.judgement.remark
            )
            for row in sheet.judgements
        ),
        provenance=_provenance(sheet),
    )


def _tellings(sheet: EventSheet, differing: list[Agreement]) -> tuple[TellingRow, ...]:
    by_id = {mention.id: mention for mention in sheet.tellings}
    outlets = {source.document: source.outlet for source in sheet.sources}
    return tuple(
        TellingRow(
            telling=id,
            document=source.document,
            title=" ".join(source.title.split()),
            published=source.published,
            outlet=source.outlet,
            copy=_copied(source, outlets),
            says_so=wording.names(one.source for one in by_id[id].said_by) if by_id[id].said_by else "",
            stances=tuple(_said(each, id) for each in differing),
        )
        for source in sheet.sources
        for id in source.tellings
    )


def _copied(source: Source, outlets: dict[str, str]) -> str:
    if source.copy is None:
        return ""
    return wording.taken_from(source.copy, outlets.get(source.copy.original, ""))


def _said(agreement: Agreement, telling: str) -> Said:
    stance = agreement.stance(telling)
    value = next((each.value for each in agreement.accounts if telling in each.tellings), "")
    own = "" if stance in (Stance.AGREED, Stance.SILENT) else value
    return Said(agreement.field.value, stance, STANCES[stance], own)


def _lineage(sheet: EventSheet) -> tuple[Printing, ...]:
    if not any(source.copy for source in sheet.sources):
        return ()
    outlets = {source.document: source.outlet for source in sheet.sources}
    return tuple(
        Printing(
            document=source.document,
            title=" ".join(source.title.split()),
            outlet=source.outlet,
            published=source.published,
            original=source.copy.original if source.copy else "",
            copy=_copied(source, outlets),
        )
        for source in sheet.sources
    )


def _same_words(shown: Shown) -> list[list[SourcedTelling]]:
    """The tellings whose evidence is the same together, in the order of the table."""
    order = {source.document: number for number, source in enumerate(shown.sheet.sources)}
    same: dict[str, list[SourcedTelling]] = {}
    for each in sorted(shown.sourced, key=lambda each: (order[each.document.id], each.mention.trigger)):
        same.setdefault(" ".join(" ".join(each.sentences).split()), []).append(each)
    return list(same.values())


def _evidence(tellings: list[SourcedTelling]) -> Evidence:
    first, *others = tellings
    text, spans = first.document.text, sorted(first.mention.evidence) or [first.mention.trigger]
    cast = marks.cast(first.mention)
    return Evidence(
        telling=first.mention.id,
        document=first.document.id,
        before=_context(text, Span(max(0, spans[0].start - _AROUND), spans[0].start), cut=0),
        sentences=tuple(marks.segments(text, span, cast) for span in spans),
        behind=_context(text, Span(spans[-1].end, min(len(text), spans[-1].end + _AROUND)), cut=-1),
        places=tuple(place for telling in tellings for place in telling.appearances),
        others=tuple(
            dict.fromkeys(each.document.id for each in others if each.document.id != first.document.id)
        ),
    )


def _context(text: str, span: Span, *, cut: int) -> str:
    """Some of the text beside the evidence; the word that is cut in two left out."""
    words = re.sub(r"\s*\n\s*", "\n", span.of(text))  # empty lines would push the evidence out of sight
    if cut == 0 and span.start == 0:
        words = words.lstrip()
    at_edge = span.start == 0 if cut == 0 else span.end == len(text)
    if at_edge or not words.strip():
        return words
    parts = words.split(" ")
    return "… " + " ".join(parts[1:]) if cut == 0 else " ".join(parts[:-1]) + " …"


def _figures(sheet: EventSheet) -> tuple[FigureLine, ...]:
    return tuple(
        FigureLine(
            value=wording.figure(each.claim.low, each.claim.high),
            unit=" ".join(each.claim.unit.split()),
            about=" ".join(each.claim.about.split()),
            says=f"{each.who or 'a report'}{'' if each.published.is_unknown else f', {each.published}'}",
            disputed=bool(each.disputed),
        )
        for each in sheet.figures
    )


def _provenance(sheet: EventSheet) -> tuple[str, ...]:
    """Who read the documents, with which tables and program; alike ones once."""
    found = [source.provenance for source in sheet.sources if source.provenance is not None]
    return tuple(
        dict.fromkeys(
            f"read {each.at[:10]} by {each.reader}, world {each.world}, dragoman {each.code}"
            for each in found
        )
    )
