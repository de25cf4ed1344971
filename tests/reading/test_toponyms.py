"""Which words of a text name a place."""

from __future__ import annotations

import pytest

from dragoman.reading.places import ToponymSense, find_toponyms
from dragoman.terms import Span
from tests.reading.places import document, found, names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Kupiansk and Izium overnight.", ["Kupiansk", "Izium"]),
        ("A ferry left Saint Petersburg for Helsinki.", ["Saint Petersburg", "Helsinki"]),
        ("ODESA, Ukraine - Two ships left port.", ["ODESA", "Ukraine"]),
        ("Ships waited in the Strait of Hormuz.", ["Strait of Hormuz"]),
        ("He moved to Paris, Ill., last year.", ["Paris", "Ill."]),
        ("The United States and Bosnia and Herzegovina signed.", ["United States", "Bosnia and Herzegovina"]),
        ("The Hague is quiet today.", ["The Hague"]),
        ("China and Saudi Arabia agreed.", ["China", "Saudi Arabia"]),
        ("They flew to Washington, D.C., last week.", ["Washington, D.C."]),
        ("The Middle East and Central Asia grew drier.", ["Middle East", "Central Asia"]),
        ("Fighting went on in Lviv Oblast and near Coles County.", ["Lviv Oblast", "Coles County"]),
        ("Anglers met at Pine Hollow Creek, Ohio.", ["Pine Hollow Creek", "Ohio"]),
    ],
)
def test_places_are_found(text: str, expected: list[str]) -> None:
    """Names of one or more words, in capitals, with the word for what they are, shortened states."""
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Houston said the roof leaks.",
        "John Paris scored twice. Paris left early.",
        "Madison Keller, the mayor, smiled.",
        "May is warm and March was cold.",
        "Reading is fun. Mobile phones rang.",
        "The White House declined to comment.",
        "NATO met the World Bank.",
        "Many Russians and Kenyans came.",
        "The President spoke to the General.",
    ],
)
def test_what_is_no_place(text: str) -> None:
    """Persons, months, ordinary words at the head of a sentence, seats of power, organisations, peoples."""
    assert names(text) == []


def test_an_ordinary_word_is_a_place_where_the_text_says_so() -> None:
    """Behind "in", and with its state."""
    assert names("She lives in Mobile, Alabama, and he in Reading, Pennsylvania.") == [
        "Mobile", "Alabama", "Reading", "Pennsylvania",
    ]  # fmt: skip


def test_an_adjective_counts_before_a_noun_only() -> None:
    """ "Russian troops", not "the Russian said" or "in Russian"."""
    assert names("Russian troops left.") == ["Russian"]
    assert names("The Russian said nothing.") == []


def test_small_towns_are_believed_near_sure_ones() -> None:
    """ "Toledo" alone could be anybody; between Mattoon and Charleston, Illinois, Ashmore is a village."""
    text = "Fire crews from Charleston, Illinois, and Mattoon helped. Ashmore sent an engine as well."
    assert "Ashmore" in names(text)


@pytest.mark.parametrize(
    ("text", "name", "sense"),
    [
        ("Moscow said it would not sign.", "Moscow", ToponymSense.GOVERNMENT),
        ("Talks with Washington failed.", "Washington", ToponymSense.GOVERNMENT),
        ("Sanctions against Iran were lifted.", "Iran", ToponymSense.GOVERNMENT),
        ("It rained in Moscow all day.", "Moscow", ToponymSense.PLACE),
        ("Russian troops left the town.", "Russian", ToponymSense.MODIFIER),
        ("France's parliament voted.", "France", ToponymSense.MODIFIER),
        ("She studied at the University of Toronto.", "Toronto", ToponymSense.PART),
        ("He owns the Chicago Tribune building.", "Chicago", ToponymSense.PART),
    ],
)
def test_what_a_name_stands_for(text: str, name: str, sense: ToponymSense) -> None:
    """The place, its government, a property of something else, a part of another name."""
    assert {toponym.span.of(text): toponym.sense for toponym in found(text)}[name] is sense


def test_spans_of_another_tagger_are_looked_up_whole() -> None:
    """What the atlas does not have stays without a place."""
    text = "He walked from Sarnath Hollow to northern Iraq."
    spans = [Span(33, 46), Span(15, 29)]
    toponyms = find_toponyms(document(text), lambda _: spans)
    assert [toponym.span for toponym in toponyms] == sorted(spans)
    assert toponyms[0].place is None
    assert toponyms[0].candidates == 0
    assert toponyms[1].place is not None
    assert toponyms[1].place.country == "IRQ"


def test_a_text_without_names_gives_nothing() -> None:
    """Also an empty one."""
    assert found("") == found("it rained all day.") == []
