"""Countries that a translator put where the original said something else."""

from __future__ import annotations

import pytest

from dragoman.reading.misplaced import MISPLACED, Misplaced
from tests.reading.readings import mentions

RUSSIAN = ("Russia called up reservists.", "Russia lost Lyman.", "Russian men left Russia.")


@pytest.mark.parametrize("row", MISPLACED, ids=lambda row: row.surfaces[0])
def test_the_example_of_every_row_is_doubted(row: Misplaced) -> None:
    """Among sentences about another country it is shown as doubtful, with whom the words name."""
    name = row.surfaces[0]
    found = mentions(*RUSSIAN, row.example)[name]
    assert (found.entity, found.country, found.doubtful) == (None, None, True)
    assert found.runner_up in row.countries
    assert "translator" in found.reason


def test_a_country_with_people_of_its_own_is_meant() -> None:
    """Where anything else supports it the country is coded."""
    found = mentions(*RUSSIAN, "In Korea, the Korean army marched through Seoul.")["Korea"]
    assert found.country == "KOR"
    assert not found.doubtful


def test_a_country_that_acts_is_meant() -> None:
    """Who does something is no place at home."""
    assert mentions(*RUSSIAN, "Korea sent tents.")["Korea"].country == "KOR"


def test_a_text_about_nobody_else_is_believed() -> None:
    """Without another country that prevails there is nothing to doubt."""
    assert mentions("In Korea, drivers queue for fuel.")["Korea"].country == "KOR"
