"""The system of actors on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from . import systems
from .test_cli import Run, run

__all__ = ["run"]  # the fixture


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of that record."""
    file = tmp_path_factory.mktemp("system") / "s.dragoman"
    systems.fill(file)
    return file


@pytest.fixture
def call(run: Run, path: Path) -> Run:
    """The command line in a folder with that record."""
    shutil.copy(path, "s.dragoman")
    return run


def test_the_whole_in_short(call: Run) -> None:
    """How much there is, from where, and who moved."""
    out = call("system").out
    assert "1 read" in out
    assert "imported" in out
    assert "Kazakhstan – Russia  apart, probability" in out
    (found,) = (json.loads(line) for line in call("system", "--json").out.splitlines())
    assert found["at"] == "2022-11-06"


def test_a_relation_opens_its_evidence(call: Run) -> None:
    """Figures with their intervals, a picture, and what they rest on."""
    out = call("relations", "KAZ", "RUS").out
    assert "everything" in out
    assert "conflict" in out
    assert "Astana rejected Moscow's proposal" in call("relations", "KAZ", "RUS", "--using", "read").out
    (found,) = (json.loads(line) for line in call("relations", "KAZ", "RUS", "--json").out.splitlines())
    assert found["found"]["sides"] == ["KAZ", "RUS"]
    assert len(found["read"]) == 1


def test_a_series_is_one_line_a_period(call: Run) -> None:
    """As JSON Lines, for other programs."""
    lines = call("relations", "KAZ", "RUS", "--series", "--step", "month", "--json").out.splitlines()
    assert json.loads(lines[0])["start"] == "2021-01-01"


def test_movers_come_with_their_sentences(call: Run) -> None:
    """And alarms with what was expected."""
    assert "Kazakhstan – Russia" in call("movers", "KAZ").out
    rows = [json.loads(line) for line in call("movers", "--watch", "KAZ-RUS", "--json").out.splitlines()]
    assert rows[0]["imported"]
    assert "not SIDE-SIDE" in call("movers", "--watch", "KAZ").err


def test_orbits_have_a_map(call: Run) -> None:
    """Where it is more than chance, with everybody's id on it."""
    out = call("orbits", "--centre", "Russia", "--enough", "20", "--at", "2022-03-01").out
    assert "reliability" in out
    assert "Map of news interaction" in out


def test_forecasts_say_the_base_rate(call: Run) -> None:
    """Of two sides, of everybody, and what they would have been worth."""
    assert "base rate" in call("forecast", "RUS", "USA", "--type", "verbal conflict").out
    assert "Russia" in call("forecast", "--type", "verbal conflict", "--weeks", "4").out
    assert "--type" in call("forecast").err


def test_imports_are_listed_and_forgotten(call: Run) -> None:
    """A number that is none is an error."""
    assert "events.tab" in call("imports").out
    call("imports", "--forget", "1")
    assert "Nothing was imported" in call("imports").err
    assert "unknown import" in call("imports", "--forget", "1").err


def test_who_is_next_comes_with_reasons(call: Run) -> None:
    """Of those with whom there was such an act; and the way round."""
    assert "To whom Russia turns" in call("next", "RUS", "--type", "ACCUSE").out
    rows = [
        json.loads(line)
        for line in call("next", "RUS", "--type", "ACCUSE", "--receives", "--json").out.splitlines()
    ]
    assert {row["recipient"] for row in rows} == {"RUS"}
    assert abs(sum(row["probability"] for row in rows)) <= 1
    assert rows[0]["causes"]
