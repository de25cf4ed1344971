"""What the bundled reports say of who moved: thin as they are, the signs are those of history."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import dragoman
from dragoman import corpus
from dragoman.faces.api import Record
from dragoman.faces.api.system import System
from dragoman.terms import Event


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    """The bundled corpus, read."""
    with dragoman.open(":memory:") as record:
        record.add(*(str(path) for path in corpus.reports()))
        yield record


@pytest.fixture(scope="module")
def system(record: Record) -> System:
    """Everything it says, as known at its end."""
    return record.system()


@pytest.mark.parametrize(
    ("one", "other", "since"), [("KAZ", "RUS", "2022-06-01"), ("RUS", "UKR", "2022-05-16")]
)
def test_who_moved_away_from_russia(system: System, one: str, other: str, since: str) -> None:
    """Kazakhstan since June 2022, Ukraine in the last half year; both open their sentences."""
    (found,) = (each for each in system.movers(since) if each.sides == (one, other))
    assert found.change < 0
    assert found.conflict > found.cooperation
    evidence = [each for each in system.evidence(one, other, since=found.since) if isinstance(each, Event)]
    assert len(evidence) >= found.conflict
    assert all(each.sentence for each in evidence)


def test_so_few_reports_give_no_tone(system: System) -> None:
    """Six events are not enough for a figure, and it is said."""
    relation = system.relation("KAZ", "RUS")
    assert relation is not None
    assert relation.standings[0].tone is None


def test_a_map_of_so_few_events_is_refused(system: System) -> None:
    """With the reason in a sentence."""
    assert "would show chance" in system.orbits("RUS", enough=2).map_refused
