"""Who gives a figure by a verb of counting."""

from __future__ import annotations

import pytest

from tests.reading.readings import read


@pytest.mark.parametrize(
    ("sentence", "country", "sector"),
    [
        ("Kenya's defence minister put the force at about 2,500.", "KEN", "GOV"),
        ("Peru's police estimated 300 dead.", "PER", "COP"),
        ("Peru raised the number of its dead soldiers to 135.", "PER", "GOV"),
        ("The General Prosecutor's Office put the number of the dead at 225.", None, "JUD"),
        ("Peru's government puts the loss of the strike at 90 million dollars.", "PER", "GOV"),
        ("Peru's army announced 498 dead.", "PER", "MIL"),
    ],
)
def test_who_counts_states_the_figure(sentence: str, country: str | None, sector: str) -> None:
    """Who puts a number at so many, estimates it or raises it says so."""
    (claim,) = read(sentence).claims
    source = claim.said_by[0].source
    assert (source.country, source.sector) == (country, sector)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya put 300 soldiers on trains.",
        "Kenya raised 40 flags.",
        "The number was put at 300 soldiers in Kenya.",
    ],
)
def test_who_acts_counts_nothing(sentence: str) -> None:
    """Putting soldiers on trains is no counting, and in the passive nobody counts."""
    assert all(not claim.said_by for claim in read(sentence).claims)


def test_figures_joined_by_and_are_of_one_source() -> None:
    """What a source gives first and what "and" joins to it are both its own."""
    first, second = read(
        "Peru's police announced 200,000 marchers in Peru, and 90,000 marchers in Lima."
    ).claims
    assert first.said_by == second.said_by != ()
