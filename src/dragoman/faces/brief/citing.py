"""Numbers for the words that statements rest on, given in the order of first use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from dragoman.disputing import Disputed
from dragoman.faces.api.record import Record, SourcedTelling
from dragoman.faces.brief.names import clean
from dragoman.faces.brief.tree import Citation
from dragoman.record import Family
from dragoman.record.figures import Stated
from dragoman.store import CodedRow
from dragoman.terms import Appearance, Document, Event, Interval

_Key = tuple[str, tuple[str, ...]]


class _Place(msgspec.Struct, frozen=True):
    """Where words stand: the document, the event mention they tell, and where they begin."""

    document: Document
    telling: str
    start: int
    figure: str = ""


class Citations:
    """Hands out numbers; the same words of the same document have one number."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._numbers: dict[_Key, int] = {}
        self._made: list[Citation] = []
        self._tellings: dict[str, tuple[SourcedTelling, ...]] = {}
        self._families: dict[str, Family] = {}

    def all(self) -> tuple[Citation, ...]:
        """Those that were given a number, in order."""
        return tuple(self._made)

    def tellings(self, event: Event) -> tuple[SourcedTelling, ...]:
        """The tellings of an event, by day of the report."""
        found = self._tellings.get(event.id)
        if found is None:
            found = tuple(sorted(self._record.tellings(event), key=_by_day))
            self._tellings[event.id] = found
        return found

    def of_event(
        self, event: Event, most: int | None = None, only: Collection[str] | None = None
    ) -> tuple[tuple[int, ...], int]:
        """The citations of an event, one for each report that is no copy, and how many are left out.

        Args:
            most: how many at most.
            only: ids of the tellings that count; all without them.
        """
        told = [each for each in self.tellings(event) if only is None or each.mention.id in only]
        documents = {each.document.id for each in told}
        own = [each for each in told if self._is_kept(each.document.id, documents)]
        by_document: dict[str, list[SourcedTelling]] = {}
        for each in own:
            by_document.setdefault(each.document.id, []).append(each)
        groups = list(by_document.values())
        shown = groups if most is None else groups[:most]
        numbers = [self._telling(group) for group in shown]
        return tuple(sorted(set(numbers))), len(groups) - len(shown)

    def of_events(self, events: Iterable[Event | CodedRow], most: int) -> tuple[int, ...]:
        """One citation each for the first so many of these events and imported rows."""
        found: list[int] = []
        for event in list(events)[:most]:
            found += [self._row(event)] if isinstance(event, CodedRow) else self.of_event(event, 1)[0]
        return tuple(sorted(set(found)))

    def of_figures(self, disputed: Disputed, claims: Collection[str]) -> tuple[int, ...]:
        """The citations of the figures with these ids."""
        every = [each for each in disputed.figures if each.claim.id in claims]
        documents = {each.document for each in every}
        stated = [each for each in every if self._is_kept(each.document, documents)]
        return tuple(sorted({self._stated(each) for each in stated}))

    def _is_kept(self, document: str, among: Collection[str]) -> bool:
        """Whether a document is the original, or the original is not among these."""
        original = self._family(document).original
        return original == document or original not in among

    def _family(self, document: str) -> Family:
        found = self._families.get(document)
        if found is None:
            found = self._families[document] = self._record.family(document)
        return found

    def _copies(self, document: str) -> tuple[str, ...]:
        """Who took an original over."""
        family = self._family(document)
        others = [id for id in family.documents if id != document]
        return tuple(dict.fromkeys(map(self._printed_by, others))) if family.original == document else ()

    def _copy_of(self, document: str) -> str:
        """Whom a copy was taken from."""
        original = self._family(document).original
        return "" if original == document else self._printed_by(original)

    def _printed_by(self, document: str) -> str:
        return _outlets(self._record.store.appearances(document)) or f"document {document[:8]}"

    def _telling(self, told: Sequence[SourcedTelling]) -> int:
        first = told[0]
        sentences = tuple(dict.fromkeys(clean(words) for each in told[:1] for words in each.sentences))
        start = min((span.start for span in first.mention.evidence), default=0)
        place = _Place(first.document, first.mention.id, start)
        return self._number(place, first.appearances, sentences)

    def _stated(self, stated: Stated) -> int:
        document = self._record.document(stated.document)
        appearances = self._record.appearances(document)
        event = stated.claim.event or ""
        place = _Place(document, event, stated.claim.evidence.start, "" if event else stated.claim.id)
        return self._number(place, appearances, (clean(stated.sentence),))

    def _number(self, place: _Place, appearances: Sequence[Appearance], sentences: tuple[str, ...]) -> int:
        document = place.document
        key = document.id, sentences
        if key not in self._numbers:
            self._keep(
                key,
                Citation(
                    number=len(self._made) + 1,
                    outlet=_outlets(appearances) or clean(document.outlet or ""),
                    title=clean(document.title or ""),
                    published=document.published.reported,
                    sentences=sentences,
                    document=document.id,
                    url=_url(document, appearances),
                    copies=self._copies(document.id),
                    copy_of=self._copy_of(document.id),
                    telling=place.telling,
                    start=place.start,
                    figure=place.figure,
                ),
            )
        return self._numbers[key]

    def _row(self, row: CodedRow) -> int:
        fields = (f"{row.actors} → {row.recipients}: {row.code}",)
        key = f"{row.kind} {row.source} {row.key}", tuple(map(clean, fields))
        if key not in self._numbers:
            self._keep(
                key,
                Citation(
                    number=len(self._made) + 1,
                    outlet=clean(row.outlet or ""),
                    title="",
                    published=row.day,
                    sentences=key[1],
                    document=clean(f"{row.kind} {row.key}"),
                    url=clean(row.url or ""),
                    is_imported=True,
                    row=row.number,
                ),
            )
        return self._numbers[key]

    def _keep(self, key: _Key, citation: Citation) -> None:
        self._numbers[key] = citation.number
        self._made.append(citation)


def _by_day(told: SourcedTelling) -> tuple[str, str, int]:
    published: Interval = told.document.published.reported
    return str(published.earliest or published.latest or "~"), told.document.id, told.mention.trigger.start


def _outlets(appearances: Sequence[Appearance]) -> str:
    return ", ".join(dict.fromkeys(clean(place.outlet) for place in appearances if place.outlet))


def _url(document: Document, appearances: Sequence[Appearance]) -> str:
    found = (place.url for place in appearances if place.url)
    return clean(next(found, None) or document.url or "")
