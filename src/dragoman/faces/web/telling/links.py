"""Addresses of pages, and what may be linked to."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote, urlencode, urlsplit

import msgspec

_PARTS = 2  # of the path of a file that are shown
PORTION = 12_000  # characters of text on one page; few articles have more
ID_LENGTH = 8  # characters of an id that are shown; the link has all of it


def address(path: str, request: msgspec.Struct | None = None, **changes: object) -> str:
    """A path with the fields of a request that differ from their defaults, and with changes to them."""
    asked: dict[str, object] = {}
    if request is not None:
        names = zip(request.__struct_fields__, request.__struct_encode_fields__, strict=True)
        asked = {written: getattr(request, name) for name, written in names}
        plain = _defaults(type(request))
        asked = {name: value for name, value in asked.items() if name in plain and value != plain[name]}
    asked.update(changes)
    pairs = [(name, _written(value)) for name, value in asked.items() if value not in (None, "", False, 0)]
    return f"{path}?{urlencode(pairs)}" if pairs else path


@cache  # a page has a hundred links, and asking msgspec takes as long as everything else on it
def _defaults(kind: type[msgspec.Struct]) -> dict[str, object]:
    """The fields that have a default; those without one stand in the path."""
    return {field.encode_name: field.default for field in msgspec.structs.fields(kind) if not field.required}


def _written(value: object) -> str:
    return "1" if value is True else str(value)


def event(id: str) -> str:
    """Where an event stands."""
    return f"/events/{quote(id, safe='')}"


def document(id: str, mark: str = "") -> str:
    """Where a document stands; ``mark`` is an event in it."""
    return f"/documents/{quote(id, safe='')}{f'#e-{quote(mark)}' if mark else ''}"


def figure(document: str, id: str, start: int) -> str:
    """Where a figure stands in its document; ``start`` is the first character of its sentence."""
    path = f"/documents/{quote(document, safe='')}"
    if start > PORTION // 2:  # it may stand on a later page of a long text
        path = address(path, offset=start)
    return f"{path}#c-{quote(id)}"


def imported(number: int) -> str:
    """Where a row of a table of others stands."""
    return f"/imported/{number}"


def copies(id: str) -> str:
    """Where a document stands beside those it was taken from, or that were taken from it."""
    return f"/documents/{quote(id, safe='')}/copies"


def story(id: str) -> str:
    """Where a story stands."""
    return f"/stories/{quote(id, safe='')}"


def last_parts(origin: str) -> str:
    """The last two parts of the path of a file, where it has more; addresses stay as they are.

    Example:
        "clippings/015-separatists.txt" of "/home/anna/news/clippings/015-separatists.txt"
    """
    if "://" in origin:
        return origin
    parts = [part for part in re.split(r"[/\\]", origin) if part]
    return origin if len(parts) <= _PARTS else "/".join(parts[-_PARTS:])


def is_web(url: str | None) -> bool:
    """Whether an address of a document may become a link: ``javascript:`` and its like may not."""
    if not url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


class Portion(msgspec.Struct, frozen=True):
    """Where a page stands in a long list.

    Attributes:
        first, last: numbers of the first and last row shown, counted from 1; both 0 when there are none.
        before, after: addresses of the neighbouring pages; empty at an end.
    """

    first: int
    last: int
    total: int
    before: str = ""
    after: str = ""


def portion(path: str, request: msgspec.Struct, limit: int, offset: int, total: int) -> Portion:
    """The portion of ``total`` rows that a request with limit and offset gets."""
    last = min(offset + limit, total)
    return Portion(
        first=offset + 1 if last > offset else 0,
        last=last if last > offset else 0,
        total=total,
        before=address(path, request, offset=max(0, offset - limit)) if offset else "",
        after=address(path, request, offset=offset + limit) if last < total else "",
    )
