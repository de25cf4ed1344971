"""Which field of a JSON object or a table column holds what."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

import msgspec

from dragoman.terms import UnreadableInput

FIELDS = ("text", "title", "url", "published", "outlet")

# Other names that exports of news archives use. Taken only when exactly one of a row is filled, or all
# that are filled say the same.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "text": ("content", "body", "article", "article_text", "full_text", "fulltext", "maintext"),
    "title": ("headline", "heading"),
    "url": ("link", "uri", "permalink"),
    "published": (
        "date",
        "published_at",
        "publishedat",
        "publish_date",
        "publication_date",
        "pubdate",
        "datepublished",
        "date_published",
        "date_publish",
        "datetime",
    ),
    "outlet": ("source", "publisher", "newspaper", "publication", "source_name", "sitename"),
}


class Fields(msgspec.Struct, frozen=True):
    """One article as a row of fields."""

    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    outlet: str | None = None


def nearest_field(name: str) -> tuple[str, ...]:
    """Known fields that ``name`` may have meant."""
    owners = tuple(field for field, others in SYNONYMS.items() if name.casefold() in others)
    return owners or tuple(difflib.get_close_matches(name, FIELDS, n=2)) or FIELDS


def pick(row: Mapping[str, object], mapping: Mapping[str, str]) -> Fields:
    """The fields of one row; ``mapping`` is `SourceOptions.fields`.

    Raises:
        UnreadableInput: there is no text, or several fields could be it.
    """
    folded = {str(key).strip().casefold(): value for key, value in row.items()}
    text = _mapped(row, mapping, "text") if "text" in mapping else _text(row, folded)
    if not text.strip():
        raise UnreadableInput("its text is empty")
    rest = {field: _optional(row, folded, mapping, field) for field in FIELDS[1:]}
    return Fields(text, **rest)


def _mapped(row: Mapping[str, object], mapping: Mapping[str, str], field: str) -> str:
    value = _reach(row, mapping[field])
    if value is None:
        raise UnreadableInput(f"no field {mapping[field]!r} in it; its fields are {_names(row)}")
    return _as_text(value) or ""


def _text(row: Mapping[str, object], folded: Mapping[str, object]) -> str:
    candidates = _candidates(folded, "text")
    if len(candidates) > 1:
        names = " and ".join(repr(name) for name in candidates)
        raise UnreadableInput(f"{names} could each be the text; say which one is")
    for value in candidates.values():
        return value
    raise UnreadableInput(f"no text in it; its fields are {_names(row)}; say which: --field text=NAME")


def _optional(
    row: Mapping[str, object], folded: Mapping[str, object], mapping: Mapping[str, str], field: str
) -> str | None:
    if field in mapping:
        return _as_text(_reach(row, mapping[field]))
    candidates = _candidates(folded, field)
    return next(iter(candidates.values())) if len(candidates) == 1 else None


def _candidates(folded: Mapping[str, object], field: str) -> dict[str, str]:
    """The filled fields that can be ``field``: its own name, else every synonym with a new value."""
    if field in folded:
        own = _as_text(folded[field])
        if own is not None:
            return {field: own}
    found: dict[str, str] = {}
    for name in SYNONYMS[field]:
        value = _as_text(folded.get(name))
        if value is not None and value.strip() and value not in found.values():
            found[name] = value
    return found


def _reach(row: Mapping[str, object], name: str) -> object:
    if name in row or "." not in name:
        return row.get(name)
    first, rest = name.split(".", 1)
    inner = row.get(first)
    return _reach(inner, rest) if isinstance(inner, Mapping) else None


def _as_text(value: object) -> str | None:
    """A string or a number as text; a list, an object or nothing is no field."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return None


def _names(row: Mapping[str, object]) -> str:
    """The first names of a row, for a message; a row of a thousand columns does not fill the screen."""
    names = [str(name)[:40] for name in row]
    return ", ".join(names[:8]) + (" ..." if len(names) > 8 else "") if names else "none"
