"""Event: one happening down to the words it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations, islice, product

import msgspec

from dragoman.faces import sheet as sheets
from dragoman.faces import translating, wording
from dragoman.faces.api.record import Record, SourcedTelling
from dragoman.faces.sheet import STANCES, EventSheet, Shown, Source
from dragoman.faces.web.page import Context
from dragoman.faces.web.pages.event_fields import FieldRow, field_rows
from dragoman.faces.web.taking import Limit, Offset
from dragoman.faces.web.telling import links, marks
from dragoman.faces.web.telling.marks import Segment
from dragoman.faces.web.telling.moment import Moment
from dragoman.record import Agreement, Stance
from dragoman.terms import (
    Appearance,
    EntityKind,
    Event,
    EventType,
    Interval,
    Mention,
    Span,
    Status,
)
from dragoman.world import load, plover

_AROUND = 260  # characters of the text shown before and behind the evidence
_MOST_PAIRS = 3  # of two sides that are linked
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
        confidence: 0 to 1, how sure the reader was of it.
        words_at: where its sentence stands under Evidence.
    """

    telling: str
    document: str
    title: str
    published: Interval
    outlet: str
    copy: str
    says_so: str
    stances: tuple[Said, ...]
    confidence: float
    words_at: str


class Evidence(msgspec.Struct, frozen=True):
    """A sentence in its context, and everywhere it stands.

    Attributes:
        before, behind: some of the text around it.
        places: where the texts stand that hold it.
        others: other documents that hold it word for word.
        tellings: ids of all tellings that have these words.
        doubts: what in the sentences a translation probably got wrong.
    """

    telling: str
    document: str
    before: str
    sentences: tuple[tuple[Segment, ...], ...]
    behind: str
    places: tuple[Appearance, ...]
    others: tuple[str, ...]
    tellings: tuple[str, ...]
    doubts: tuple[str, ...]


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
    """A figure that somebody states, and where it ``stands`` in its document."""

    value: str
    unit: str
    about: str
    says: str
    disputed: bool
    document: str
    stands: str


class Decision(msgspec.Struct, frozen=True):
    """What a person decided about it."""

    at: str
    author: str
    what: str
    state: str
    remark: str


class Pair(msgspec.Struct, frozen=True):
    """Two sides of it, and the page that shows how they stand."""

    one: str
    other: str
    link: str


class EventPage(msgspec.Struct, frozen=True):
    """One event.

    Attributes:
        dyads: every two sides of it that are states, blocs or groups, the first ones.
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
    dyads: tuple[Pair, ...]
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
    together = _same_words(shown)
    told = _tellings(sheet, differing, _places(together, found.id, request))
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
        evidence=tuple(
            _evidence(each, context.record)
            for each in together[request.offset : request.offset + request.limit]
        ),
        evidence_total=len(together),
        history=tuple(Step(each.status, each.reported, len(each.tellings)) for each in found.history),
        dyads=_dyads(found),
        figures=_figures(sheet),
        decisions=tuple(
            Decision(
                row.judgement.at[:10], row.judgement.author, row.what, row.state.value, row.judgement.remark
            )
            for row in sheet.judgements
        ),
        provenance=_provenance(sheet),
    )


def _places(together: list[list[SourcedTelling]], id: str, request: EventRequest) -> dict[str, str]:
    """Where under Evidence the sentence of each telling stands; it may be on another portion."""
    found = {}
    for number, tellings in enumerate(together):
        is_here = request.offset <= number < request.offset + request.limit
        page = links.address(
            links.event(id), limit=_other_limit(request), offset=number - number % request.limit
        )
        for each in tellings:
            found[each.mention.id] = f"{'' if is_here else page}#w-{each.mention.id}"
    return found


def _other_limit(request: EventRequest) -> int | None:
    """The limit, where it is not the one that holds when nothing is said."""
    return request.limit if request.limit != EventRequest(request.id).limit else None


def _dyads(event: Event) -> tuple[Pair, ...]:
    """Every two sides of an event, whoever acts; those of a mutual act are all on one side."""
    actors, recipients = _sides(event.actors), _sides(event.recipients)
    found = product(actors, recipients) if recipients else combinations(actors, 2)
    pairs = dict.fromkeys((one, other) for one, other in found if one != other)
    moment = Moment()
    return tuple(
        Pair(wording.speaker(one), wording.speaker(other), moment.dyad(one, other))
        for one, other in islice(pairs, _MOST_PAIRS)
    )


def _sides(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The states, blocs and groups behind those who take part, each once."""
    known = load().entities
    ids = (known[side] for each in mentions if (side := each.country or each.entity) and side in known)
    return tuple(dict.fromkeys(each.id for each in ids if each.kind is not EntityKind.PERSON))


def _tellings(
    sheet: EventSheet, differing: list[Agreement], places: dict[str, str]
) -> tuple[TellingRow, ...]:
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
            confidence=by_id[id].confidence,
            words_at=places[id],
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


def _evidence(tellings: list[SourcedTelling], record: Record) -> Evidence:
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
        tellings=tuple(each.mention.id for each in tellings),
        doubts=translating.near(record.translation(first.document), spans),
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
            document=each.claim.document,
            stands=links.figure(each.claim.document, each.claim.id, each.claim.evidence.start),
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
