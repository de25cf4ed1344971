"""The task of finding and locating place names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluation.places import PlaceScore, evaluate
from dragoman.terms import Document, GoldError, Span

OSLO = {"s": 8, "e": 12, "lat": 59.91, "lon": 10.75, "country": "Norway"}


def score(tmp_path: Path, *rows: dict[str, Any], spans: tuple[Span, ...] | None = None) -> PlaceScore:
    """The score of some rows; with spans, of a tagger that gives these."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))

    def tag(_: Document) -> tuple[Span, ...]:
        return spans or ()

    return evaluate([path], None if spans is None else tag)


def test_found_and_located(tmp_path: Path) -> None:
    """Everything right."""
    found = score(tmp_path, {"text": "Rain in Oslo.", "toponyms": [OSLO]})
    assert (found.tag_f1, found.country_acc, found.acc161, found.n) == (1.0, 1.0, 1.0, 1)
    assert found.median_error_km < 5


def test_other_characters_count_as_overlap_only(tmp_path: Path) -> None:
    """And are not asked where they lie."""
    found = score(tmp_path, {"text": "Rain in Oslo.", "toponyms": [OSLO]}, spans=(Span(5, 12),))
    assert (found.tag_f1, found.overlap_f1, found.located) == (0.0, 1.0, 0)


def test_a_far_place_is_wrong(tmp_path: Path) -> None:
    """Gold says that this Oslo lies in Minnesota."""
    row = {
        "text": "Rain in Oslo.",
        "toponyms": [OSLO | {"lat": 48.2, "lon": -97.1, "country": "United States"}],
    }
    found = score(tmp_path, row)
    assert (found.tag_f1, found.country_acc, found.acc161) == (1.0, 0.0, 0.0)
    assert found.median_error_km > 5000


def test_a_place_the_atlas_lacks_is_wrong(tmp_path: Path) -> None:
    """In both, and counted apart."""
    row = {"text": "Rain in Qqqx.", "toponyms": [OSLO]}
    found = score(tmp_path, row, spans=(Span(8, 12),))
    assert (found.country_acc, found.acc161, found.unknown) == (0.0, 0.0, 1.0)


def test_typed_names_without_a_position_are_no_gold(tmp_path: Path) -> None:
    """A people or a language; finding it is an error. Without types every name is gold."""
    people = {"s": 8, "e": 12, "type": "Demonym"}
    found = score(tmp_path, {"text": "Rain in Oslo.", "toponyms": [people]}, spans=(Span(8, 12),))
    assert (found.tag_precision, found.n) == (0.0, 0)
    found = score(tmp_path, {"text": "Rain in Oslo.", "toponyms": [{"s": 8, "e": 12}]})
    assert (found.tag_f1, found.located, found.n) == (1.0, 0, 1)


@pytest.mark.parametrize(
    ("latitude", "longitude", "asked"), [(59.91, 10.75, True), (47.62, 7.6, False), (45.0, -40.0, False)]
)
def test_a_country_is_asked_where_it_is_sure(
    tmp_path: Path, latitude: float, longitude: float, asked: bool
) -> None:
    """That of the nearest town; not at a border, not at sea."""
    name = OSLO | {"lat": latitude, "lon": longitude, "country": None, "type": "Literal"}
    found = score(tmp_path, {"text": "Rain in Oslo.", "toponyms": [name]})
    assert found.country_acc == float(asked)


def test_rows_of_another_format_are_refused(tmp_path: Path) -> None:
    """With the line and what was expected."""
    with pytest.raises(GoldError, match="line 1"):
        score(tmp_path, {"sentence": "Rain in Oslo."})
    (tmp_path / "empty.jsonl").write_text("")
    with pytest.raises(GoldError, match="no document in"):
        evaluate([tmp_path / "empty.jsonl"])
