"""A page record as HTML, JSON or CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from importlib import resources
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup

from dragoman import __version__
from dragoman.faces import wording
from dragoman.faces.web.charts import paths
from dragoman.faces.web.telling import dates, links, marks
from dragoman.terms import EventType, Interval, Status
from dragoman.world import plover

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
# Controls that mean nothing in a page, and those that turn the direction of all that follows
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def visible(value: object) -> object:
    """What a template prints: nothing for unknown, and no sign that would rule over its neighbours."""
    if value is None:
        return ""
    if isinstance(value, Markup):  # filters make it of strangers' words as well
        # Only signs are replaced in what is markup already
        return Markup(_INVISIBLE.sub(_REPLACEMENT, value)) if _INVISIBLE.search(value) else value  # noqa: S704
    if isinstance(value, Enum):
        value = value.value
    return _INVISIBLE.sub(_REPLACEMENT, value) if isinstance(value, str) else value


def environment() -> jinja2.Environment:
    """The templates; everything they print is escaped and made visible."""
    found = jinja2.Environment(
        loader=jinja2.FunctionLoader(_template),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(version=__version__, links=links, wording=wording, quad=_quad)
    found.globals.update(types=tuple(EventType), statuses=tuple(Status))
    found.filters.update(short=lambda id: str(id)[: links.ID_LENGTH], number=lambda value: f"{value:,}")
    found.filters.update(hits=marks.hits, timed=dates.timed, tenth=paths.tenth)
    found.tests["web_address"] = links.is_web
    return found


def _template(name: str) -> str | None:
    """Read once; the names come from the table of routes and from other templates, never from a request."""
    file = resources.files("dragoman.faces.web").joinpath("templates", name)
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _quad(type: str) -> plover.Quad:
    return plover.quad(EventType(type))


def as_json(page: object) -> bytes:
    """The page record itself."""
    return msgspec.json.encode(page)


def as_csv(rows: Sequence[msgspec.Struct]) -> str:
    """The table of a page, RFC 4180 with a header.

    A record in a field becomes columns, a list is joined by semicolons, and text that a spreadsheet would
    take for a formula gets an apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for number, row in enumerate(rows):
        cells = list(_cells(row))
        if not number:
            writer.writerow([name for name, _ in cells])
        writer.writerow([cell for _, cell in cells])
    return out.getvalue()


def _cells(record: msgspec.Struct, prefix: str = "") -> Iterator[tuple[str, str]]:
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, msgspec.Struct) and not isinstance(value, Interval):
            yield from _cells(value, f"{prefix}{name}_")
        else:
            yield f"{prefix}{name}", _cell(value)


def _cell(value: Any) -> str:
    text = _text(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) and isinstance(value, str | tuple) else text


def _text(value: Any) -> str:
    if value is None or (isinstance(value, Interval) and value.is_unknown):
        return ""
    if isinstance(value, tuple):
        return ";".join(_text(each) for each in value)
    if isinstance(value, msgspec.Struct) and not isinstance(value, Interval):
        return " ".join(filter(None, (_text(getattr(value, name)) for name in value.__struct_fields__)))
    return str(value.value) if isinstance(value, Enum) else str(value)
