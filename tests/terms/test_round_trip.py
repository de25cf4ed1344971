"""Records survive every way in which they travel."""

from __future__ import annotations

import pickle
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import terms
from dragoman.terms import DragomanError, UnknownName

RECORDS = [
    kind for kind in vars(terms).values() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)
]
ERRORS = [kind for kind in vars(terms).values() if isinstance(kind, type) and issubclass(kind, DragomanError)]


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Every value that a field of this type may hold."""
    if isinstance(hint, UnionType):
        return st.one_of([values(one) for one in get_args(hint)])
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        if inner[-1] is not ...:
            return st.tuples(*map(values, inner))
        return st.lists(values(inner[0]), max_size=2).map(tuple)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return st.builds(hint, **{name: values(field) for name, field in get_type_hints(hint).items()})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    if hint is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if hint is int:
        return st.integers(-(2**63), 2**63 - 1)
    return st.none() if hint is NoneType else st.from_type(hint)


@pytest.mark.parametrize("kind", RECORDS)
@settings(deadline=None, max_examples=40)
@given(draw=st.data())
def test_records_come_back_equal(kind: type[msgspec.Struct], draw: st.DataObject) -> None:
    """As JSON, as msgpack and between processes, with their types."""
    record = draw.draw(values(kind))
    assert msgspec.json.decode(msgspec.json.encode(record), type=kind) == record
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(record), type=kind) == record
    assert pickle.loads(pickle.dumps(record)) == record


@pytest.mark.parametrize("kind", RECORDS)
def test_records_are_frozen_all_the_way(kind: type[msgspec.Struct]) -> None:
    """A record handed to another room is not changed there."""
    assert kind.__struct_config__.frozen
    fields = msgspec.structs.fields(kind)
    assert not [field.name for field in fields if get_origin(field.type) in (list, dict, set)]


@pytest.mark.parametrize("kind", ERRORS)
def test_errors_come_back_in_words(kind: type[DragomanError]) -> None:
    """An error from a worker says here what it said there."""
    error = UnknownName("actor", "Narnia", ("NAM",)) if kind is UnknownName else kind("a.txt is not there.")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (kind, str(error), vars(error))
