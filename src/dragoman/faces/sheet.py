"""All that a record knows about one event."""

from __future__ import annotations

import msgspec

from dragoman.disputing import Disputed
from dragoman.faces import wording
from dragoman.faces.api import Record
from dragoman.faces.api.record import SourcedTelling
from dragoman.faces.judgement_list import ListedJudgement, about, listed
from dragoman.record import Agreement, Stance, Voice
from dragoman.record.voices import NOT_NAMED
from dragoman.store import Provenance
from dragoman.terms import Appearance, Claim, Copy, Event, EventMention, Interval

# How a telling stands to what is taken, in words
STANCES = {
    Stance.AGREED: "agrees",
    Stance.MORE_EXACT: "more exact",
    Stance.LESS_EXACT: "less exact",
    Stance.COMPATIBLE: "not against it",
    Stance.CONTRADICTING: "contradicts",
    Stance.SILENT: "silent",
}


class Source(msgspec.Struct, frozen=True):
    """A document that tells an event.

    Attributes:
        tellings: ids of the event mentions in it.
        sentences: the evidence, as written.
        copy: what it was taken from; ``None`` when it is an original.
        provenance: who read it, and with what.
    """

    document: str
    title: str
    published: Interval
    tellings: tuple[str, ...]
    sentences: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    copy: Copy | None = None
    provenance: Provenance | None = None

    @property
    def outlet(self) -> str:
        """The newspapers it stands in."""
        return ", ".join(dict.fromkeys(place.outlet for place in self.appearances if place.outlet))


class Figure(msgspec.Struct, frozen=True):
    """A figure claimed in an event.

    Attributes:
        who: who states it, by name; the newspaper where the text names nobody.
        disputed: id of the dispute it takes part in; empty where nobody contradicts it.
    """

    claim: Claim
    who: str
    outlet: str
    published: Interval
    disputed: str = ""


class EventSheet(msgspec.Struct, frozen=True):
    """An event with everything that is known about it; what ``--json`` prints.

    Attributes:
        sentence: one plain sentence put together from the fields; not a quotation.
        agreement: for each field what is taken, and who says what.
        headline: of its story.
    """

    sentence: str
    event: Event
    agreement: tuple[Agreement, ...]
    tellings: tuple[EventMention, ...]
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    disputes: tuple[Disputed, ...]
    judgements: tuple[ListedJudgement, ...]
    headline: str = ""


class Shown(msgspec.Struct, frozen=True):
    """A sheet, and the texts that are needed to show it."""

    sheet: EventSheet
    sourced: tuple[SourcedTelling, ...]


def of(record: Record, id: str) -> Shown:
    """The sheet of the event with this id, or with a telling of this id.

    Raises:
        UnknownName: no event, or several, have an id that begins so.
    """
    event = record.event(id)
    sourced = record.tellings(event)
    speakers = dict.fromkeys(wording.name(said.source) for each in sourced for said in each.mention.said_by)
    sources = _sources(record, event, sourced)
    disputes = tuple(record.disputes(event=event))
    sheet = EventSheet(
        sentence=wording.sentence(event, tuple(speakers)),
        event=event,
        agreement=record.agreement(event),
        tellings=tuple(each.mention for each in sourced),
        sources=sources,
        figures=_figures(record, event, sources, disputes),
        disputes=disputes,
        judgements=_judgements(record, event),
        headline=record.headline(event.story) if event.story else "",
    )
    return Shown(sheet, sourced)


def speaker(voice: Voice) -> str:
    """Who says so, by the name people know."""
    return "a report of no named outlet" if voice.name == NOT_NAMED else wording.speaker(voice.name)


def _sources(record: Record, event: Event, sourced: tuple[SourcedTelling, ...]) -> tuple[Source, ...]:
    """The documents by day, each original before its copies."""
    families = [record.family(id) for id in event.documents]
    copies = {copy.document: copy for family in families for copy in family.copies}
    originals = {id: family.original for family in families for id in family.documents}
    found = []
    for id in event.documents:
        own = [each for each in sourced if each.document.id == id]
        if not own:
            continue
        document = own[0].document
        found.append(
            Source(
                document=id,
                title=document.title or "",
                published=document.published.reported,
                tellings=tuple(each.mention.id for each in own),
                sentences=tuple(dict.fromkeys(words for each in own for words in each.sentences)),
                appearances=own[0].appearances,
                copy=copies.get(id),
                provenance=record.store.provenance(id),
            )
        )
    by_id = {source.document: source for source in found}

    def rank(source: Source) -> tuple[str, str, bool, str]:
        """By day, and a copy behind what it goes back to."""
        first = by_id.get(originals[source.document], source)
        return _day(first), first.document, source is not first, _day(source)

    return tuple(sorted(found, key=rank))


def _day(source: Source) -> str:
    return str(source.published.earliest or source.published.latest or "~")


def _figures(
    record: Record, event: Event, sources: tuple[Source, ...], disputes: tuple[Disputed, ...]
) -> tuple[Figure, ...]:
    by_document = {source.document: source for source in sources}
    disputed = {one.claim.id: each.dispute.id for each in disputes for one in each.figures}
    found = []
    for claim in record.store.claims_of(event.tellings):
        source = by_document[claim.document]
        said = ", ".join(dict.fromkeys(wording.name(one.source) for one in claim.said_by))
        found.append(
            Figure(claim, said or source.outlet, source.outlet, source.published, disputed.get(claim.id, ""))
        )
    return tuple(sorted(found, key=lambda each: (each.claim.unit, str(each.published), each.claim.id)))


def _judgements(record: Record, event: Event) -> tuple[ListedJudgement, ...]:
    """What people decided about its tellings, and about the days of its documents."""
    rows = listed(record.store)
    own = about(record.store, rows, event.id) if rows else ()
    dated = [row for row in rows if row.judgement.subject in event.documents]
    ids = {row.id for row in (*own, *dated)}
    return tuple(row for row in rows if row.id in ids)
