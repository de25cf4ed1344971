"""A record as a system of actors, in Python."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

import dragoman
from dragoman.faces.api import Record
from dragoman.faces.api.system import System
from dragoman.store import CodedRow
from dragoman.terms import DragomanError, Event, UnknownName

from . import systems


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """That record, opened."""
    path = tmp_path_factory.mktemp("system") / "s.dragoman"
    systems.fill(path)
    with dragoman.open(path) as record:
        yield record


@pytest.fixture(scope="module")
def system(record: Record) -> System:
    """All of it, as of its last day."""
    return record.system()


def test_sides_go_by_any_name(system: System) -> None:
    """A person counts for the state; whom nobody knows is an error with the nearest names."""
    assert system.side("kz") == system.side("Kassym-Jomart Tokayev") == "KAZ"
    with pytest.raises(UnknownName, match="Kazakhstan"):
        system.side("Kazakhistann")


def test_a_series_is_a_frame_of_periods(system: System) -> None:
    """From the first week to the last, one row each."""
    series = system.series("Kazakhstan", "RUS")
    assert len(series) == systems.WEEKS
    assert series[0].start == systems.FIRST
    assert set(series.columns()) >= {"start", "verbal_cooperation", "exposure"}


def test_who_changed_camps_moved_apart(system: System) -> None:
    """With certainty, and the sentences that tell it open, read and imported ones."""
    first = system.movers(about="KAZ")[0]
    assert (first.sides, first.certain) == (("KAZ", "RUS"), True)
    assert first.change < 0
    evidence = system.evidence("KAZ", "RUS", since=first.since)
    assert {type(each) for each in evidence} == {Event, CodedRow}
    assert {each.type for each in evidence} == {"CONSULT", "REJECT", "ACCUSE"}


def test_orbits_tell_camps_apart(record: Record) -> None:
    """Before it left, Kazakhstan stood nearer to Russia than any state of the other camp."""
    orbits = record.system("2022-03-01").orbits("RUS", enough=20)
    order = [position.actor for position in orbits.positions]
    assert order[0] == "RUS"
    assert set(order[1:4]) == {"BLR", "CHN", "KAZ"}


def test_a_bloc_stands_for_its_members(system: System) -> None:
    """What Germany, France and Poland do is done by the European Union."""
    union = system.with_members("EU")
    assert union.relation("EU", "RUS") is not None
    assert union.relation("DEU", "RUS") is None
    with pytest.raises(DragomanError, match="no bloc"):
        system.with_members("Russia")


def test_a_forecast_stands_beside_its_base_rate(system: System) -> None:
    """Its reasons name events before the day."""
    (found,) = system.forecast("RUS", "USA", "verbal conflict", 4)
    assert found.since > system.at
    assert 0 <= found.base_rate <= 1
    assert found.causes
    with pytest.raises(UnknownName, match="kind of act"):
        system.forecast("RUS", "USA", "quarrel")


def test_replay_forgets_what_came_later(record: Record) -> None:
    """A year before, Kazakhstan had not moved."""
    then = record.system("2021-11-01")
    assert then.at == date(2021, 11, 1)
    assert not any(each.certain for each in then.movers(about="KAZ"))
    rows = [each for each in then.evidence("KAZ") if isinstance(each, CodedRow)]
    assert max(str(each.day.latest) for each in rows) <= str(then.at)


def test_what_was_read_can_be_looked_at_alone(record: Record) -> None:
    """One event, and a system of two."""
    assert record.system(using="read").sides() == ("KAZ", "RUS")
    (brought,) = record.imports()
    assert (brought.kind, brought.rejected) == ("icews", {"day": 1})
