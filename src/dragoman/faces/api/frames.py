"""Events as tables of the data libraries, when those are installed."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dragoman.faces.export.rows import EventRow, flat
from dragoman.terms import DragomanError, Event

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


def to_arrow(events: Iterable[Event]) -> pyarrow.Table:
    """An Arrow table, one row an event; dates are ``date32``, unknown ones null."""
    return library("pyarrow").table(_columns(events))


def to_pandas(events: Iterable[Event]) -> pandas.DataFrame:
    """A pandas frame, one row an event; dates are `datetime.date`, unknown ones ``None``."""
    return library("pandas").DataFrame(_columns(events))


def to_polars(events: Iterable[Event]) -> polars.DataFrame:
    """A polars frame, one row an event; unknown dates are null."""
    return library("polars").DataFrame(_columns(events))


def _columns(events: Iterable[Event]) -> dict[str, list[Any]]:
    rows = [flat(event) for event in events]
    return {field: [getattr(row, field) for row in rows] for field in EventRow.__struct_fields__}


def library(name: str) -> Any:
    """A data library, if it is installed.

    Raises:
        DragomanError: it is not.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise DragomanError(f"{name} is not installed. Run: pip install 'dragoman[frames]'") from error
