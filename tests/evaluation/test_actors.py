"""The task of resolving phrases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluation.actors import ActorScore, evaluate
from dragoman.terms import GoldError


def score(tmp_path: Path, *rows: dict[str, Any]) -> ActorScore:
    """The score of some rows."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return evaluate([path])


def test_countries_and_sectors_are_counted_apart(tmp_path: Path) -> None:
    """A right country with a wrong sector is half right."""
    found = score(tmp_path, {"phrase": "Kenyan police", "country": "KEN", "code_1": "MIL"})
    assert (found.country_acc, found.sector_acc, found.n) == (1.0, 0.0, 1)


def test_what_is_not_expected_is_not_asked(tmp_path: Path) -> None:
    """Rows without a field, and "????", count neither way."""
    rows = (
        {"phrase": "Kenyan police", "country": "KEN"},
        {"phrase": "Peru", "country": "????", "code_1": ""},
    )
    found = score(tmp_path, *rows)
    assert (found.countries, found.sectors, found.n) == (1, 1, 2)


@pytest.mark.parametrize(
    ("phrase", "country", "code"),
    [("NATO", "IGO", "IGO"), ("the UN", "UNO", "IGO"), ("the European Commission", "EUR", "IGO"),
     ("Abkhazia", "GEO", "PRE"), ("Kosovo", "XKX", ""), ("gunmen", "", "UAF")],
)  # fmt: skip
def test_codes_are_those_of_the_set(tmp_path: Path, phrase: str, country: str, code: str) -> None:
    """Organisations have codes of their own, a state by itself no sector."""
    found = score(tmp_path, {"phrase": phrase, "country": country, "code_1": code})
    assert (found.country_acc, found.sector_acc) == (1.0, 1.0)


@pytest.mark.parametrize("day", ["2009-05-01", "1 May 2009"])
def test_the_date_decides(tmp_path: Path, day: str) -> None:
    """Dates are read as the set writes them."""
    row = {"phrase": "the Russian president", "date": day, "country": "RUS", "code_1": "GOV"}
    assert score(tmp_path, row).sector_acc == 1.0


def test_a_wrong_date_is_told(tmp_path: Path) -> None:
    """The error says what was given."""
    with pytest.raises(GoldError, match="'soon' is no date"):
        score(tmp_path, {"phrase": "Peru", "date": "soon", "country": "PER"})
