"""Definite descriptions."""

from __future__ import annotations

import pytest

from tests.reading.readings import events, mentions


def parties(*sentences: str) -> list[str]:
    """Who takes part in the last event."""
    last = events(*sentences)[-1]
    return sorted(mention.country or "" for mention in (*last.actors, *last.recipients))


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("Kenya met Chad.", "The two countries signed a treaty."), ["KEN", "TCD"]),
        (("Kenya met Chad and Mali.", "The three countries signed a treaty."), ["KEN", "MLI", "TCD"]),
        (("Kenya met Chad.", "All left.", "Both sides signed a treaty."), ["KEN", "TCD"]),
        (("NATO met Finland, Sweden and Turkey.", "The two Nordic states signed a treaty."), ["FIN", "SWE"]),
    ],
)
def test_a_number_takes_up_just_so_many(sentences: tuple[str, ...], expected: list[str]) -> None:
    """ "The three countries" are the three named near; of a region only its members."""
    assert parties(*sentences) == expected


def test_the_country_is_the_one_named_near() -> None:
    """ "The country" takes up the only state, and the organs of the country are its own."""
    found = mentions("Kenya held a vote.", "The country closed its roads.", "The country's army left.")
    assert (found["country"].entity, found["country's army"].entity) == ("KEN", "KEN")


def test_between_two_countries_nothing_is_decided() -> None:
    """Two states side by side, and neither acted: "the country" stays open."""
    found = mentions("Talks on Kenya and Chad failed.", "Snow fell on the country.")
    assert found["country"].entity is None


def test_counterpart_holds_the_same_office() -> None:
    """ "His Kazakh counterpart" is who holds there the office that he holds here on the day."""
    (event,) = events("Lavrov met his Armenian counterpart.", published="2022-05-01")
    assert [mention.entity for mention in (*event.actors, *event.recipients)] == [
        "Sergei Lavrov",
        "Ararat Mirzoyan",
    ]


def test_a_leader_without_a_day_is_who_was_named() -> None:
    """ "The Russian leader" in a text without a date is the president it named."""
    found = mentions("Medvedev left.", "The Russian leader left.")
    assert found["Russian leader"].entity == "Dmitry Medvedev"


def test_a_leader_of_nobody_named_acts_for_his_state() -> None:
    """Without a day and without a name there is no guess."""
    assert mentions("The Russian leader left.")["Russian leader"].entity == "RUS"


def test_a_pronoun_has_a_runner_up() -> None:
    """ "He" takes up the last who acted; whoever else was named is shown beside."""
    (event,) = events("Putin met Erdogan.", "He signed a treaty.")[1:]
    assert event.actors[0].entity is not None
    assert event.actors[0].runner_up in {"Vladimir Putin", "Recep Tayyip Erdogan"}
