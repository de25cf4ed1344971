"""What a page is: a function from a typed request to a typed page record, and a template that shows it.

The record is the page. HTML, JSON and CSV are three renderings of it, so that none of them can say what the
others do not.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from dragoman.faces.api import Record
from dragoman.faces.web.keeping.adding import Adding
from dragoman.faces.web.keeping.desk import Desk
from dragoman.faces.web.keeping.overview import Overview, Overviews
from dragoman.faces.web.settings import Settings


class PageRecord(Protocol):
    """What a page function gives."""

    @property
    def title(self) -> str:
        """What stands in the title of the window."""
        ...

    @property
    def rows(self) -> Sequence[msgspec.Struct]:
        """The table of the page, which is its CSV twin."""
        ...


class Context:
    """What a page function may ask; it lives as long as one request.

    Attributes:
        desk: what is remembered of those who decide.
        visitor: the name of who asks, as the browser remembers it; empty when nobody has given one.
    """

    def __init__(
        self,
        record: Record,
        overviews: Overviews,
        adding: Adding,
        settings: Settings,
        desk: Desk,
        visitor: str = "",
    ) -> None:
        self.record = record
        self.adding = adding
        self.settings = settings
        self.desk = desk
        self.visitor = visitor
        self._overviews = overviews

    @property
    def overview(self) -> Overview:
        """The record at a glance."""
        return self._overviews.current()


TakenT = TypeVar("TakenT", bound=msgspec.Struct)
GivenT = TypeVar("GivenT", bound=msgspec.Struct)


class Page(msgspec.Struct, Generic[TakenT, GivenT], frozen=True):
    """A row of the table of routes.

    Attributes:
        path: with ``{name}`` for what the request takes from it. Its twins stand there with ``.json``
            and ``.csv``, those of ``/`` at ``/index.json`` and ``/index.csv``.
        show: the page function.
        takes: what may be asked, path and query together; a field without a default stands in the path.
        gives: the page record; see `PageRecord`.
        template: a file of ``templates``.
        says: what is on it, for the OpenAPI document.
        menu: its word in the menu; empty when it is reached from other pages only.
        is_of_all: whether it counts or lists the whole record; a large one has to be counted first.
        takes_seconds: of a large record, the first time; see `later`.
        is_personal: whether others are shown something else.
        awaits: waits, without a reading thread, for what takes long: so many seconds for HTML, which then
            says so, and to the end (``None``) for its twins.
    """

    path: str
    show: Callable[[Context, TakenT], GivenT]
    takes: type[TakenT]
    gives: type[GivenT]
    template: str
    says: str
    menu: str = ""
    is_of_all: bool = False
    takes_seconds: bool = False
    is_personal: bool = False
    awaits: Callable[[Settings, TakenT, float | None], Awaitable[None]] | None = None

    def twin(self, kind: str) -> str:
        """The path of its JSON or CSV twin."""
        return f"{'/index' if self.path == '/' else self.path}.{kind}"

    @property
    def in_path(self) -> tuple[str, ...]:
        """The fields of the request that stand in the path."""
        return tuple(name for name in self.takes.__struct_fields__ if f"{{{name}}}" in self.path)
