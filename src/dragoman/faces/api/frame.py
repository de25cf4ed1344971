"""Results of one kind as a table: a sequence of typed records that the data libraries take over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

import msgspec

from dragoman.faces.api.frames import library

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T = TypeVar("T", bound=msgspec.Struct)


class Frame(Sequence[T], Generic[T]):
    """Records of one type, in order. A field that is a record itself becomes columns: ``tone_value`` ...

    Lists are left as they are; one in which every row is empty keeps its column.
    """

    def __init__(self, rows: Sequence[T], kind: type[T]) -> None:
        self._rows = tuple(rows)
        self._kind = kind

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self._rows[place]

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {self._kind.__name__}: {', '.join(self.columns())}>"

    def columns(self) -> dict[str, list[Any]]:
        """Every column by its name."""
        rows = [dict(_cells(row)) for row in self._rows]
        names = dict.fromkeys(name for row in rows for name in row)
        names = names or dict.fromkeys(self._kind.__struct_fields__)
        taken_apart = {name for row in self._rows for name in _records(row)}
        for name in taken_apart:  # where it is missing in a row, it is so in each of its columns
            names.pop(name, None)
        return {name: [row.get(name) for row in rows] for name in names}

    def to_arrow(self) -> pyarrow.Table:
        """An Arrow table. Needs ``pip install dragoman[frames]``."""
        return library("pyarrow").table(self.columns())

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas frame. Needs ``pip install dragoman[frames]``."""
        return library("pandas").DataFrame(self.columns())

    def to_polars(self) -> polars.DataFrame:
        """A polars frame. Needs ``pip install dragoman[frames]``."""
        return library("polars").DataFrame(self.columns())


def _records(record: msgspec.Struct, prefix: str = "") -> Iterator[str]:
    """Names of the columns that a record in a field is in place of."""
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, msgspec.Struct):
            yield f"{prefix}{name}"
            yield from _records(value, f"{prefix}{name}_")


def _cells(record: msgspec.Struct, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, msgspec.Struct):
            yield from _cells(value, f"{prefix}{name}_")
        elif isinstance(value, tuple):
            yield f"{prefix}{name}", [msgspec.to_builtins(each) for each in value]
        else:
            yield f"{prefix}{name}", value
