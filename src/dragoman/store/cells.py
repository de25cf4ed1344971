"""Values to single cells and back; what `rows` and the modules beside it share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

import msgspec

from dragoman.store.session import Row, Value
from dragoman.terms import Interval, Span

T = TypeVar("T")

_encoder = msgspec.json.Encoder()


def listed(values: Sequence[str] | Sequence[int]) -> str:
    """A list as one parameter, for ``IN (SELECT value FROM json_each(?))``."""
    return as_json(values)


def interval(earliest: Value, latest: Value) -> Interval:
    """The interval of two columns of days."""
    return Interval(day(earliest), day(latest))


def day(value: Value) -> date | None:
    """The day of a column."""
    return date.fromisoformat(value) if isinstance(value, str) else None


def days(interval: Interval) -> tuple[str | None, str | None]:
    """The two columns of an interval."""
    earliest, latest = interval.earliest, interval.latest
    return (earliest.isoformat() if earliest else None, latest.isoformat() if latest else None)


def span_at(start: int | None, end: int | None) -> Span | None:
    """The span of two columns."""
    return None if start is None or end is None else Span(start, end)


def ends_of(span: Span | None) -> tuple[int | None, int | None]:
    """The two columns of a span."""
    return (None, None) if span is None else (span.start, span.end)


def as_json(values: Sequence[object]) -> str:
    """A list as text."""
    return _encoder.encode(values).decode()


def from_json(text: str, kind: type[T]) -> T:
    """The list of such a text."""
    return msgspec.json.decode(text, type=kind)


def untyped(row: Row) -> tuple[Any, ...]:
    """The row as the types its columns have; the schema, not the checker, answers for them."""
    return row
