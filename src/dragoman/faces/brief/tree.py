"""What a brief consists of. Every form is written from this tree and adds nothing to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec

from dragoman.faces.brief.lookup import Lookup
from dragoman.terms import Interval

MOST = 40  # events told by day, unless somebody asks for more or fewer


class SectionKind(StrEnum):
    """What a section of a brief tells."""

    HAPPENED = "happened"
    OPEN = "open"  # planned, possible, called for, denied
    DISPUTED = "disputed"
    MOVED = "moved"
    NEXT = "next"
    UNKNOWN = "unknown"


class Scope(msgspec.Struct, frozen=True):
    """What a brief is about.

    Attributes:
        about: id of the side; empty where only a story is meant.
        other: id of the other side of a dyad.
        story: id of the story.
        since, until: days, inclusive; ``None`` where the record begins or ends.
        at: as of when the sides are measured; ``None`` where there is nothing to measure.
    """

    about: str = ""
    other: str = ""
    story: str = ""
    since: date | None = None
    until: date | None = None
    at: date | None = None

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that are named: none, one or two."""
        return tuple(filter(None, (self.about, self.other)))


class Citation(msgspec.Struct, frozen=True):
    """Words of one document that statements rest on.

    Attributes:
        number: as statements name it, from 1.
        outlet: the newspapers it stands in; empty where none is named.
        published: when the document came out.
        sentences: the evidence as written, without line ends and invisible characters.
        document: its id; of an imported table the table and the row.
        url: where to read it; empty where unknown.
        copies: outlets, or ids of documents, that took it over.
        copy_of: outlet, or id of the document, that it was taken from; empty where it is an original.
        is_imported: whether it is a row of an imported table; its fields stand there, and are no quotation.
        telling: id of the event mention whose evidence it is; empty for a figure without one, and for rows.
        figure: id of the figure, where it states one that belongs to no event mention.
        start: where the first sentence begins in the text of the document.
        row: number of the row of an imported table in the record; 0 for words.
    """

    number: int
    outlet: str
    title: str
    published: Interval
    sentences: tuple[str, ...]
    document: str
    url: str = ""
    copies: tuple[str, ...] = ()
    copy_of: str = ""
    is_imported: bool = False
    telling: str = ""
    start: int = 0
    row: int = 0
    figure: str = ""


class Statement(msgspec.Struct, frozen=True):
    """One sentence put together from fields of the record; no quotation.

    It has citations, or what lists all that it counts, or stands under one that has.

    Attributes:
        citations: numbers, in order.
        uncited: how many more reports tell it.
        event: id of the event it tells; empty where it tells none.
        voices, reports: who says so, and in how many independent reports; 0 where it tells no event.
        disputed: the fields of the event in which voices contradict each other.
        confidence: 0 to 1, how sure the reader was of the event; ``None`` where it tells none.
        parts: what belongs under it.
        shows: what to look up to see what it rests on; empty where the citations are all.
        opens: the same as commands of the terminal.
    """

    text: str
    citations: tuple[int, ...] = ()
    uncited: int = 0
    event: str = ""
    voices: int = 0
    reports: int = 0
    disputed: tuple[str, ...] = ()
    confidence: float | None = None
    parts: tuple[Statement, ...] = ()
    shows: tuple[Lookup, ...] = ()
    opens: str = ""

    def __post_init__(self) -> None:
        """Word the commands."""
        msgspec.structs.force_setattr(self, "opens", " ; ".join(each.command for each in self.shows))


class More(msgspec.Struct, frozen=True):
    """How many more there are of what a group shows.

    Attributes:
        shows: what lists them all.
        commands: the same as commands of the terminal.
    """

    text: str
    shows: tuple[Lookup, ...]
    commands: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Word the commands."""
        msgspec.structs.force_setattr(self, "commands", tuple(each.command for each in self.shows))


class Group(msgspec.Struct, frozen=True):
    """Statements under one heading: a day, a status; the heading is empty where there is only one group."""

    title: str
    statements: tuple[Statement, ...]
    more: More | None = None


class Section(msgspec.Struct, frozen=True):
    """A part of a brief.

    Attributes:
        notes: what is to be known before reading it, or why it is empty.
    """

    kind: SectionKind
    title: str
    groups: tuple[Group, ...] = ()
    notes: tuple[str, ...] = ()
    more: More | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Those of all groups."""
        return tuple(each for group in self.groups for each in group.statements)


class Brief(msgspec.Struct, frozen=True):
    """A cited account.

    Attributes:
        title: whom it is about; ``period``: from when to when.
        headline: what the record holds, in numbers.
        advice: what to do where there is nothing to tell.
        citations: by number; each is named by a statement.
    """

    scope: Scope
    title: str
    period: str
    headline: Statement
    sections: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    advice: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the record has nothing of what was asked."""
        return not self.sections

    def section(self, kind: SectionKind) -> Section | None:
        """The section of a kind, if there is one."""
        return next((each for each in self.sections if each.kind is kind), None)

    def statements(self) -> Iterator[Statement]:
        """Every statement in the order of reading, each before its parts."""
        yield from _with_parts(self.headline)
        for section in self.sections:
            for statement in section.statements:
                yield from _with_parts(statement)

    def to_markdown(self) -> str:
        """As Markdown, with every word of others escaped."""
        from dragoman.faces.brief.markdown import to_markdown

        return to_markdown(self)

    def to_html(self) -> str:
        """As one HTML page that needs nothing beside it and runs no script."""
        from dragoman.faces.brief.html import to_html

        return to_html(self)

    def to_pdf(self) -> bytes:
        """As PDF. Needs ``pip install dragoman[pdf]``.

        Raises:
            DragomanError: typst is not installed.
        """
        from dragoman.faces.brief.pdf import to_pdf

        return to_pdf(self)


def _with_parts(statement: Statement) -> Iterator[Statement]:
    yield statement
    for part in statement.parts:
        yield from _with_parts(part)
