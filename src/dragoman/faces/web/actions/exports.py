"""What may be asked of a list of events that is taken along, and what files are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated

import msgspec

from dragoman.faces.export import EXPORTERS
from dragoman.faces.web.telling.events_request import EventFilter

_LONGEST_PART, _LONGEST = 24, 80  # characters of a part of a file's name, and of all
_UNNAMED = re.compile(r"[^A-Za-z0-9]+")
_Most = Annotated[int, msgspec.Meta(ge=1, description="At most so many; all without it.")]
_After = Annotated[int, msgspec.Meta(ge=0, le=10**9, description="After so many others.")]
_Format = Annotated[str, msgspec.Meta(description=f"One of {', '.join(each.name for each in EXPORTERS)}.")]


class ExportRequest(EventFilter, frozen=True, kw_only=True):
    """A format, and the filters of `/events`; all events that pass them, unless ``limit`` says otherwise."""

    format: _Format
    limit: _Most | None = None
    offset: _After = 0


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
