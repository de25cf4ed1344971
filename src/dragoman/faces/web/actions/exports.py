"""What a list of events can be taken along as, and what the files are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated

import msgspec

from dragoman.faces.export import EXPORTERS
from dragoman.faces.web.telling import links
from dragoman.faces.web.telling.events_request import EventsRequest

_LONGEST_PART, _LONGEST = 24, 80  # characters of a part of a file's name, and of all
_UNNAMED = re.compile(r"[^A-Za-z0-9]+")
_Most = Annotated[int, msgspec.Meta(ge=1, description="At most so many; all without it.")]
_After = Annotated[int, msgspec.Meta(ge=0, le=10**9, description="After so many others.")]
_Format = Annotated[str, msgspec.Meta(description=f"One of {', '.join(each.name for each in EXPORTERS)}.")]


class ExportRequest(msgspec.Struct, frozen=True):
    """A format, and the filters of `/events`; all events that pass them, unless ``limit`` says otherwise."""

    format: _Format
    actor: str | None = None
    recipient: str | None = None
    about: str | None = None
    type: str | None = None
    status: str | None = None
    outlet: str | None = None
    said_by: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None
    story: str | None = None
    disputed: bool = False
    undated: bool = False
    members: bool = False
    limit: _Most | None = None
    offset: _After = 0


class Export(msgspec.Struct, frozen=True):
    """A format in which the events of a list can be had.

    Attributes:
        use: what it is for.
        lacks: what it cannot hold; empty when nothing is lost.
        missing: what to install first; empty when it can be had.
        link: the file; ``package`` is a ZIP of it with the description of its fields.
    """

    name: str
    meaning: str
    use: str
    lacks: str
    missing: str
    link: str
    package: str


def exports_of(request: EventsRequest) -> tuple[Export, ...]:
    """Every format, for all events that pass the filters of a list."""
    return tuple(
        Export(
            name=each.name,
            meaning=each.meaning,
            use=each.use,
            lacks=each.lacks,
            missing=each.missing,
            link=_link(each.name, request),
            package=_link(f"{each.name}.zip", request),
        )
        for each in EXPORTERS
    )


def _link(file: str, request: EventsRequest) -> str:
    return links.address(f"/export/{file}", request, limit=None, offset=None)


def file_name(parts: Iterable[str | None], ending: str) -> str:
    """A name that every file system takes, and that says what is in the file.

    Example:
        >>> file_name(["KAZ", "2022-06"], ".csv")
        'dragoman-KAZ-2022-06.csv'
    """
    plain = (_UNNAMED.sub("-", _letters(part))[:_LONGEST_PART].strip("-") for part in parts if part)
    return "-".join(["dragoman", *filter(None, plain)])[:_LONGEST].rstrip("-") + ending


def period(since: str | None, until: str | None) -> str | None:
    """A period in the name of a file: "2022-06", "2022-06-to-2022-08", "since-2022"."""
    if since and until:
        return since if since == until else f"{since}-to-{until}"
    return f"since-{since}" if since else f"until-{until}" if until else None


def attachment(name: str) -> dict[str, str]:
    """The header that makes a browser keep a file under this name."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _letters(text: str) -> str:
    """Without accents, in the letters that every file system takes."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
