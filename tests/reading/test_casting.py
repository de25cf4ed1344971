"""Who the names of a whole text are."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading.gazetteer import NameHit
from tests.reading.readings import mentions, reader


def cast(text: str, day: date | None = None) -> dict[str, NameHit]:
    """The names of a text by their words."""
    return {hit.span.of(text): hit for hit in reader().casting.names(text, day)}


def whom(text: str, words: str, day: date | None = None) -> str | None:
    """Whom the words mean; ``None`` when they are no name."""
    hit = cast(text, day).get(words)
    return hit.senses[0].entity if hit else None


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("Belarus said Lukashenka left.", "Lukashenka", "Alexander Lukashenko"),
        ("Russia mourns as Prigozin is buried.", "Prigozin", "Yevgeny Prigozhin"),
        ("Indonesia is ready, said Zoko Widodo.", "Zoko Widodo", "Joko Widodo"),
        ("Kassym-Zomart Tokayev spoke.", "Kassym-Zomart Tokayev", "Kassym-Jomart Tokayev"),
        ("Ukrainian troops are near Lehman.", "Lehman", "Lyman (UKR)"),
        ("The Ukranians left Zaporiza.", "Zaporiza", "Zaporizhzhia (UKR)"),
        ("The Russian singer Fughacheva left.", "Fughacheva", "Alla Pugacheva"),
    ],
)
def test_broken_transliterations_are_found(text: str, words: str, entity: str) -> None:
    """A name spelt otherwise is the known one."""
    assert whom(text, words) == entity


def test_the_reason_names_the_known_spelling() -> None:
    """Who was found by sound says so."""
    assert "spelt otherwise: " in cast("Belarus said Lukashenkka left.")["Lukashenkka"].why


@pytest.mark.parametrize("text", ["Talks began.", "He went to Lehman Brothers.", "The Marines landed."])
def test_ordinary_words_are_no_names(text: str) -> None:
    """Nothing known is near, or nothing speaks for it."""
    assert not [hit for hit in cast(text).values() if "spelt" in hit.why]


def test_another_given_name_is_another_man() -> None:
    """The teacher Ivan Lavrov is not the minister, Michael Jordan no state."""
    assert whom("Russia said Ivan Lavrov, a teacher, left.", "Lavrov") is None
    assert whom("Michael Jordan left.", "Jordan") is None


def test_surname_belongs_to_who_was_named_in_full() -> None:
    """The text says which of two presidents."""
    text = "George W. Bush spoke. Bush left."
    assert whom(text, "Bush") == "George W. Bush"


@pytest.mark.parametrize(("year", "entity"), [(1999, "Hafez al-Assad"), (2005, "Bashar al-Assad")])
def test_surname_belongs_to_who_was_in_office(year: int, entity: str) -> None:
    """Without a full name the day decides."""
    assert whom("Assad left.", "Assad", date(year, 5, 1)) == entity


def test_nothing_decides_between_namesakes() -> None:
    """Two of one name, and the text says nothing: nobody is resolved, and the runner-up is shown."""
    found = mentions("Rabbani left.")["Rabbani"]
    assert (found.entity, found.country) == (None, "AFG")
    assert found.runner_up
    assert "may be meant" in found.reason


def test_unlikely_surnames_are_left_alone() -> None:
    """A long-gone president of a country the text does not name is not meant."""
    assert whom("Olter scored twice.", "Olter", date(2022, 5, 1)) is None
    assert whom("Micronesia mourns Olter.", "Olter", date(2022, 5, 1)) == "Bailey Olter"


def test_the_text_says_which_georgia() -> None:
    """A state of the union among American names, a country otherwise."""
    assert whom("Georgia met Armenia.", "Georgia") == "GEO"
    assert whom("Texas, Alabama and Georgia voted for Donald Trump.", "Georgia") == "Georgia (USA)"


def test_brussels_is_the_union_unless_belgium_is_named() -> None:
    """A capital may be the seat of a bloc."""
    assert whom("Brussels fined Hungary.", "Brussels") == "EU"
    assert whom("Belgium met France in Brussels.", "Brussels") == "BEL"


def test_a_long_name_is_taken_up_in_short() -> None:
    """ "The Union" is the European Union where that was named."""
    assert whom("The EU met. The ministers of the Union left.", "Union") == "EU"
    assert whom("The ministers of the Union left.", "Union") is None


@pytest.mark.parametrize(
    "text",
    ["Ships met in the Gulf of Mexico.", "The Minsk agreements failed.", "Jordan Peterson spoke."],
)
def test_seas_papers_and_first_names_are_nobody(text: str) -> None:
    """What is only named after a country or a city does not act for it."""
    assert cast(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theresa May met Donald Trump. May said no.", "Theresa May"),
        ("Theresa May spoke. Talks begin on 5 May.", None),
        ("May said no. Theresa May spoke.", None),
    ],
)
def test_a_weak_surname_stands_behind_the_full_name(text: str, expected: str | None) -> None:
    """ "May" is Theresa May once she was named, and no month."""
    assert whom(text, "May") == expected


def test_gandhi_is_nobody_spelt_otherwise() -> None:
    """A name that everybody knows is respelt only with the same first letter."""
    assert whom("India mourns Mahatma Gandhi.", "Gandhi") is None
