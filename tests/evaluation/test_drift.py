"""The task of finding dated shocks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from dragoman.evaluation import Request, explain, run
from dragoman.evaluation.drift import Drift, evaluate
from dragoman.terms import GoldError

NAMES = ("France", "Italy", "Police (Spain)", "Portugal", "A company")


def files(folder: Path, shock: int = 200, more: int = 40, name: str = "events14.jsonl") -> list[Path]:
    """A year of events between four states; on one day France and Italy fall out."""
    rng = np.random.default_rng(0)
    rows: list[list[int | str]] = []
    for day in sorted(rng.integers(0, 364, 3000).tolist()):
        sides = rng.permutation(4)
        rows.append([day, int(sides[0]), int(rng.random() < 0.2), int(sides[1]), "train"])
    rows += [[shock, 0, 1, 1, "train"]] * more
    suffix = (None, None, "Spain", None, None)
    entities = [
        {"id": place, "name": each, "country_suffix": suffix[place]} for place, each in enumerate(NAMES)
    ]
    relations = [{"id": 0, "root": "04"}, {"id": 1, "root": "11"}]
    tables: dict[str, Sequence[object]] = {
        name: rows,
        "relations.jsonl": relations,
        "entities.jsonl": entities,
    }
    for file, lines in tables.items():
        (folder / file).write_text("\n".join(json.dumps(line) for line in lines))
    return [folder / file for file in tables]


def drift(folder: Path, *shocks: Mapping[str, object], first: date | None = None, **made: object) -> Drift:
    """The score of some shocks on these events."""
    events, relations, entities = files(folder, **made)  # type: ignore[arg-type]  # passed on as given
    gold = folder / "shocks.jsonl"
    gold.write_text("\n".join(json.dumps(shock) for shock in shocks))
    return evaluate([gold], [events], relations, entities, first)


def test_a_shock_is_found_on_its_day(tmp_path: Path) -> None:
    """Day 200 of 2014 is 20 July; sides may be named."""
    found = drift(tmp_path, {"dyad": ["Italy", "FRA"], "day": "2014-07-20"})
    (seen,) = found.sightings
    assert (found.score.found, found.score.within_7_days, found.score.n, found.score.dyads) == (1, 1, 1, 6)
    assert (seen.week, seen.alarm) == (date(2014, 7, 14), True)
    assert found.score.p == seen.p < 0.001
    assert 0 < found.score.chance < 0.2


def test_a_quiet_dyad_is_missed(tmp_path: Path) -> None:
    """Chance and alarms are counted all the same."""
    score = drift(tmp_path, {"dyad": ["ESP", "PRT"], "day": "2014-07-20"}).score
    assert (score.found, score.n) == (0, 1)
    assert 0 < score.alarms_per_dyad_year < 0.5


def test_shocks_outside_the_events_are_left_out(tmp_path: Path) -> None:
    """And an error when none is left."""
    inside, outside = ({"dyad": ["FRA", "ITA"], "day": day} for day in ("2014-07-20", "1990-08-02"))
    score = drift(tmp_path, inside, outside).score
    assert (score.n, score.outside) == (1, 1)
    with pytest.raises(GoldError, match="none of 1 shocks"):
        drift(tmp_path, outside)


def test_the_first_day_comes_from_the_name_or_is_given(tmp_path: Path) -> None:
    """A name without a year needs it."""
    shock = {"dyad": ["FRA", "ITA"], "day": "2020-07-19"}
    with pytest.raises(GoldError, match="--first-day"):
        drift(tmp_path, shock, name="events.jsonl")
    assert drift(tmp_path, shock, name="events.jsonl", first=date(2020, 1, 1)).score.found == 1


def test_bad_gold_names_what_is_wrong(tmp_path: Path) -> None:
    """A side nobody knows, a relation that is not in its file, an option left out."""
    with pytest.raises(GoldError, match="Atlantis"):
        drift(tmp_path, {"dyad": ["FRA", "Atlantis"], "day": "2014-07-20"})
    with pytest.raises(GoldError, match="--entities FILE"):
        explain("drift", Request([tmp_path / "shocks.jsonl"]))
    events, relations, entities = files(tmp_path)
    relations.write_text('{"id": 0, "root": "04"}')
    (tmp_path / "shocks.jsonl").write_text('{"dyad": ["FRA", "ITA"], "day": "2014-07-20"}')
    with pytest.raises(GoldError, match="relation 1 is not in"):
        evaluate([tmp_path / "shocks.jsonl"], [events], relations, entities)


def test_people_read_a_line_for_each_shock(tmp_path: Path) -> None:
    """With its day, its p and what it was."""
    events, relations, entities = files(tmp_path)
    gold = tmp_path / "shocks.jsonl"
    gold.write_text('{"dyad": ["FRA", "ITA"], "day": "2014-07-20", "what": "They fall out"}')
    (line,) = explain("drift", Request([gold], events=[events], relations=relations, entities=entities)).lines
    assert line.startswith("2014-07-20  FRA - ITA  found (p ")
    assert line.endswith("They fall out")


def test_events_in_several_files_are_one_year(tmp_path: Path) -> None:
    """``--events a b`` leaves b among the files of shocks; it is known by its rows."""
    events, relations, entities = files(tmp_path)
    rows = events.read_text().splitlines()
    rest, gold = tmp_path / "rest14.jsonl", tmp_path / "shocks.jsonl"
    events.write_text("\n".join(rows[:1000]))
    rest.write_text("\n".join(rows[1000:]))
    gold.write_text('{"dyad": ["FRA", "ITA"], "day": "2014-07-20"}')
    request = Request([gold, rest], events=[events], relations=relations, entities=entities)
    assert run("drift", request).found == 1  # type: ignore[attr-defined]  # of a DriftScore
