"""From a row of fields to a clipping; shared by JSON and tables."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.sources.base import failed, too_large
from dragoman.sources.encoding import as_bytes, legible
from dragoman.sources.fields import pick
from dragoman.sources.options import SourceOptions
from dragoman.sources.sniff import is_page
from dragoman.terms import Clipping, MediaType, Skip, UnreadableInput


def read_row(origin: str, row: object, options: SourceOptions) -> Clipping | Skip:
    """The clipping a row holds, or why it holds none."""
    if not isinstance(row, Mapping):
        return failed(origin, f"expected an object with named fields, found {_kind(row)}")
    try:
        fields = pick(row, options.fields)
    except UnreadableInput as error:
        return failed(origin, str(error))
    content, charset = as_bytes(fields.text)
    if len(content) > options.max_bytes:
        return Skip(origin, too_large(options))
    return Clipping(
        origin,
        content,
        MediaType.HTML if is_page(content[:4000]) else MediaType.TEXT,
        charset,
        title=_legible(fields.title),
        url=_legible(fields.url),
        outlet=_legible(fields.outlet),
        published=_legible(fields.published),
    )


def _legible(text: str | None) -> str | None:
    return None if text is None else legible(text).strip() or None


def _kind(row: object) -> str:
    if isinstance(row, str):
        return "a string"
    if isinstance(row, list):
        return "a list"
    return "nothing" if row is None else f"a {type(row).__name__}"
