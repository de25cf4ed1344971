"""From the words of an address to the typed request of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, TypeVar

import msgspec

from dragoman.faces.nearest import nearest
from dragoman.terms import DragomanError, UnknownName

T = TypeVar("T", bound=msgspec.Struct)

Limit = Annotated[int, msgspec.Meta(ge=1, le=200, description="At most so many.")]
Offset = Annotated[int, msgspec.Meta(ge=0, le=10**9, description="After so many others.")]
_LONGEST = 2000  # characters of one value; a search of more words is none


def taken(kind: type[T], path: Mapping[str, str], query: Iterable[tuple[str, str]]) -> T:
    """The request that an address makes.

    A field given several times has all its values, parted by commas; an empty one was left out in a form.

    Raises:
        UnknownName: a name that the page does not take, with the nearest it does.
        DragomanError: a value of the wrong sort.
    """
    found: dict[str, str] = {}
    for name, value in query:
        if name not in kind.__struct_encode_fields__ or name in path:
            known = tuple(field for field in kind.__struct_encode_fields__ if field not in path)
            raise UnknownName("filter", name, nearest(name, known), _expected(known))
        if len(value) > _LONGEST:
            raise DragomanError(f"{name} has {len(value):,} characters. Give at most {_LONGEST:,}.")
        if value.strip():
            found[name] = f"{found[name]},{value.strip()}" if name in found else value.strip()
    try:
        return msgspec.convert({**found, **path}, kind, strict=False)
    except msgspec.ValidationError as error:
        raise DragomanError(f"the address asks for what there is not: {error}.") from None


def _expected(known: tuple[str, ...]) -> str:
    return f"Expected one of {', '.join(known)}." if known else "This page takes none."
