"""Brief: a cited account, each number of which leads to the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from dragoman.faces import wording
from dragoman.faces.brief import Brief, Citation, Lookup, SectionKind, Statement
from dragoman.faces.brief import shown as forms
from dragoman.faces.web.keeping.briefs import BRIEFS, BriefRequest
from dragoman.faces.web.page import Context
from dragoman.faces.web.telling import links
from dragoman.faces.web.telling.downloads import BRIEF, BriefForm, brief_address, brief_forms
from dragoman.faces.web.telling.ways import Way, ways
from dragoman.terms import BrokenRecord, DragomanError, Event, Mention, UnknownName
from dragoman.world import load

_EXAMPLES = 6


class Example(msgspec.Struct, frozen=True):
    """A brief that could be asked for, and whether it is of a side, a pair or a story."""

    kind: str
    words: str
    value: str
    link: str


class StatementRow(msgspec.Struct, frozen=True):
    """A statement with one of its citations; it has a row for each, and one where it has none.

    Attributes:
        number: of the statement in the order of reading.
        under: number of the statement it is a part of; ``None`` where it stands by itself.
        event: id of the event it tells.
        citation: the number; what follows is of it.
    """

    number: int
    under: int | None
    section: SectionKind | None
    group: str
    text: str
    event: str
    voices: int
    reports: int
    disputed: tuple[str, ...]
    confidence: float | None
    citation: int | None = None
    outlet: str = ""
    title: str = ""
    published: str = ""
    sentence: str = ""
    document: str = ""
    url: str = ""


class BriefPage(msgspec.Struct, frozen=True, dict=True):
    """A brief, or what is needed to choose one.

    Attributes:
        brief: the account; ``None`` where nothing was asked for, or it is not there yet.
        problem: why it cannot be written; empty where it can.
        nearest: names like the one nobody knows, as links.
        is_waiting: whether it is being written; then ask again.
        forms: what can be downloaded.
        examples: briefs of this record.
    """

    request: BriefRequest
    brief: Brief | None
    problem: str
    nearest: tuple[Way, ...]
    is_waiting: bool
    forms: tuple[BriefForm, ...]
    examples: tuple[Example, ...]

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return f"Brief: {self.brief.title}" if self.brief else "Write a brief"

    @property
    def http_status(self) -> int:
        """What a program is told."""
        if self.problem:
            return 400
        return 202 if self.is_waiting else 200

    @property
    def rows(self) -> tuple[StatementRow, ...]:
        """See `PageRecord`."""
        return tuple(_rows(self.brief)) if self.brief else ()

    @cached_property
    def used(self) -> dict[int, list[int]]:
        """For each citation the numbers of the statements that name it."""
        return forms.used_by(self.brief) if self.brief else {}

    def support(self, statement: Statement) -> str:
        """How much a statement rests on, in words."""
        return forms.support(statement)

    def place(self, citation: Citation) -> str:
        """The day of a citation in words."""
        return forms.place(citation)

    def copied(self, citation: Citation) -> str:
        """Who took it over, or whom it was taken from."""
        return forms.copied(citation)

    def words(self, number: int) -> str:
        """The words of a citation, for whoever rests the pointer on its number."""
        return " […] ".join(self.brief.citations[number - 1].sentences) if self.brief else ""

    def ways(self, shows: tuple[Lookup, ...]) -> tuple[Way, ...]:
        """The pages that show what can be looked up."""
        return ways(shows)

    def sentence(self, citation: Citation) -> str:
        """Where the words stand in their document, or the row that was imported."""
        if citation.is_imported:
            return links.imported(citation.row)
        if citation.figure:
            return links.figure(citation.document, citation.figure, citation.start)
        path, _, mark = links.document(citation.document, citation.telling).partition("#")
        if citation.start > links.PORTION // 2:  # it may stand on a later page of a long text
            path = links.address(path, offset=citation.start)
        return f"{path}#{mark}" if mark else path


def brief(context: Context, request: BriefRequest) -> BriefPage:
    """The page `/brief`."""
    found: Brief | None = None
    problem, nearest = "", tuple[Way, ...]()
    try:
        if request.names_something:
            found = BRIEFS.now(context.settings, request)
    except BrokenRecord:
        raise
    except DragomanError as error:
        problem = str(error)
        nearest = _nearest(request, error)
    is_waiting = request.names_something and found is None and not problem
    return BriefPage(
        request=request,
        brief=found,
        problem=problem,
        nearest=nearest,
        is_waiting=is_waiting,
        forms=brief_forms(request) if found is not None else (),
        examples=() if found is not None or is_waiting else tuple(_examples(context)),
    )


def _nearest(request: BriefRequest, error: DragomanError) -> tuple[Way, ...]:
    """The same brief with a name that is known in the place of the one that is not."""
    if not isinstance(error, UnknownName):
        return ()
    fields = zip(request.__struct_fields__, request.__struct_encode_fields__, strict=True)
    wrong = [written for name, written in fields if getattr(request, name) == error.given]
    return tuple(
        Way(name, links.address(BRIEF, request, **dict.fromkeys(wrong, name))) for name in error.nearest
    )


def _examples(context: Context) -> Iterator[Example]:
    overview = context.overview
    for count in overview.facets.actors[:_EXAMPLES]:
        yield _example("side", wording.speaker(count.name), BriefRequest(about=count.name))
    pairs = dict.fromkeys(filter(None, map(_pair, overview.latest)))
    for one, other in list(pairs)[:_EXAMPLES]:
        words = f"{wording.speaker(one)} and {wording.speaker(other)}"
        yield _example("pair", words, BriefRequest(about=one, other=other))
    for story in overview.stories[:_EXAMPLES]:
        yield _example("story", story.headline or "(no headline)", BriefRequest(story=story.id))


def _example(kind: str, words: str, request: BriefRequest) -> Example:
    return Example(kind, words, request.story or request.about or "", brief_address(request))


def _pair(event: Event) -> tuple[str, str] | None:
    """The two states of an event, in the order of their ids, where it has two."""
    one, other = (_state(side) for side in (event.actors, event.recipients))
    return (min(one, other), max(one, other)) if one and other and one != other else None


def _state(mentions: Iterable[Mention]) -> str:
    known = load().entities
    named = (each.country or each.entity or "" for each in mentions)
    return next((id for id in named if id in known), "")


def _rows(brief: Brief) -> Iterator[StatementRow]:
    """Every statement in the order of reading, with each of its citations."""
    numbers = iter(range(1, 1_000_000))
    yield from _of_statement(brief, brief.headline, None, "", None, numbers)
    for section in brief.sections:
        for group in section.groups:
            for statement in group.statements:
                yield from _of_statement(brief, statement, section.kind, group.title, None, numbers)


def _of_statement(
    brief: Brief,
    statement: Statement,
    section: SectionKind | None,
    group: str,
    under: int | None,
    numbers: Iterator[int],
) -> Iterator[StatementRow]:
    number = next(numbers)
    row = StatementRow(
        number=number,
        under=under,
        section=section,
        group=group,
        text=statement.text,
        event=statement.event,
        voices=statement.voices,
        reports=statement.reports,
        disputed=statement.disputed,
        confidence=statement.confidence,
    )
    for cited in statement.citations:
        yield _cited(row, brief.citations[cited - 1])
    if not statement.citations:
        yield row
    for part in statement.parts:
        yield from _of_statement(brief, part, section, group, number, numbers)


def _cited(row: StatementRow, citation: Citation) -> StatementRow:
    return msgspec.structs.replace(
        row,
        citation=citation.number,
        outlet=citation.outlet,
        title=citation.title,
        published=forms.place(citation),
        sentence=" […] ".join(citation.sentences),
        document=citation.document,
        url=citation.url,
    )
