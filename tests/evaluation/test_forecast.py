"""The task forecast: who is next, in a small invented world."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.evaluation import Request, run
from dragoman.evaluation.forecast import ForecastScore, GoldEntity, evaluate, traits_of
from dragoman.terms import GoldError

WORLD = Path(__file__).parent / "forecast"
QUADS, RELATIONS, ENTITIES = (WORLD / f"{name}.jsonl" for name in ("quads", "relations", "entities"))


@dataclass
class Figures:
    """A score without the time it took."""

    values: tuple[float, ...]

    @classmethod
    def of(cls, score: ForecastScore) -> Figures:
        """All but the seconds."""
        return cls((score.mrr, score.hits1, score.hits3, score.hits10, score.ece, score.n))


def test_what_comes_again_is_foreseen() -> None:
    """Two questions for each event of the split."""
    found = evaluate([QUADS], RELATIONS, ENTITIES)
    assert found.mrr > 0.6
    assert found.hits1 <= found.hits3 <= found.hits10 == 1.0
    assert found.n == 2 * QUADS.read_text().count('"test"')


def test_the_order_of_the_rows_does_not_matter(tmp_path: Path) -> None:
    """Nor how they are spread over files."""
    lines = QUADS.read_text().splitlines()
    random.Random(1).shuffle(lines)
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    one.write_text("\n".join(lines[:50]))
    two.write_text("\n".join(lines[50:]))
    shuffled = evaluate([two, one], RELATIONS, ENTITIES)
    assert Figures.of(shuffled) == Figures.of(evaluate([QUADS], RELATIONS, ENTITIES))


def test_the_split_to_test_can_be_named(tmp_path: Path) -> None:
    """Then what lies behind it is not even read."""
    without = tmp_path / "quads.jsonl"
    without.write_text("\n".join(line for line in QUADS.read_text().splitlines() if '"test"' not in line))
    request = Request([QUADS], relations=RELATIONS, entities=ENTITIES, test="valid")
    found = run("forecast", request)
    assert isinstance(found, ForecastScore)
    assert Figures.of(found) == Figures.of(evaluate([without], RELATIONS, ENTITIES, "valid"))
    with pytest.raises(GoldError, match="expected test or valid"):
        evaluate([QUADS], RELATIONS, ENTITIES, "train")


def test_names_tell_country_and_role() -> None:
    """A state is its own country, and has no role."""
    names = [("Police (Zenda)", "Zenda"), ("Zenda", None), ("Police (Ruritania)", "Ruritania"), ("X", None)]
    traits = traits_of([GoldEntity(i, name, country) for i, (name, country) in enumerate(names)])
    assert traits.country.tolist() == [1, 1, 0, -1]
    assert traits.role.tolist() == [0, -1, 0, -1]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    """The files of the numbers, the split, a day too early, an id too many."""
    with pytest.raises(GoldError, match="--relations FILE or --entities FILE is missing"):
        run("forecast", Request([QUADS]))
    path = tmp_path / "quads.jsonl"
    for text, message in (
        ('[0, 0, 0, 1, "train"]', "nothing of split 'test'"),
        ('[5, 0, 0, 1, "train"]\n[4, 0, 0, 1, "test"]', "not before day 4"),
        ('[0, 0, 0, 99, "train"]\n[4, 0, 0, 1, "test"]', "--entities or --relations does not have"),
        ('[0, 0, 0, "train"]', "line 1"),
    ):
        path.write_text(text)
        with pytest.raises(GoldError, match=message):
            evaluate([path], RELATIONS, ENTITIES)
