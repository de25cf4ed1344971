"""Which place a name means."""

from __future__ import annotations

import pytest

from dragoman.reading.places import find_toponyms
from dragoman.terms import Span
from tests.reading.places import document, found, places


@pytest.mark.parametrize(
    ("text", "name", "identifier"),
    [
        ("She lives in Paris.", "Paris", "FRA/Île-de-France/Paris:Paris"),
        ("She lives in Paris, Texas.", "Paris", "USA/Texas/Lamar County:Paris"),
        ("She lives in Paris (Texas).", "Paris", "USA/Texas/Lamar County:Paris"),
        ("She lives in Paris, TX.", "Paris", "USA/Texas/Lamar County:Paris"),
        ("He was born in Georgia.", "Georgia", "GEO"),
        ("He flew from Tbilisi to Georgia's coast at Batumi.", "Georgia", "GEO"),
        ("He drove from Atlanta, Savannah and Macon through Georgia.", "Georgia", "USA/Georgia"),
        ("Talks with Washington failed.", "Washington", "USA/District of Columbia:Washington"),
        ("It rained in New York.", "New York", "USA/New York:New York City"),
        ("Floods in Kharkov region.", "Kharkov", "UKR/Kharkiv Oblast/Kharkiv Raion:Kharkiv"),
    ],
)
def test_a_name_means(text: str, name: str, identifier: str) -> None:
    """What everybody means, unless the text says otherwise."""
    assert places(text)[name] == identifier


def test_the_last_of_a_list_speaks_for_all() -> None:
    """ "in A, B and C, Ohio"."""
    text = "Offices in Dayton, Springfield and Xenia, Ohio, closed."
    assert all(str(place).startswith("USA/Ohio") for place in places(text).values())


def test_states_are_listed_with_states() -> None:
    """Among states, Georgia is one, however often the text names the United States."""
    text = "Russia, Armenia, Belarus and Georgia came; the United States and New York were not named."
    assert places(text)["Georgia"] == "GEO"


def test_an_alias_does_not_compete_with_a_metropolis() -> None:
    """There is a New York near Donetsk; a text about Donetsk that names the other one means the other one."""
    text = "Lyman, Donetsk, Luhansk and Kherson were on the list. In New York a resolution was vetoed."
    assert places(text)["New York"] == "USA/New York:New York City"


def test_a_name_keeps_its_meaning() -> None:
    """Said once, meant throughout."""
    text = "Athens, Ohio, has a new bridge. Buses run again. Athens paid for it."
    toponyms = found(text)
    assert {toponym.place and toponym.place.region for toponym in toponyms} == {"Ohio"}


def test_a_clause_is_no_address() -> None:
    """ "In Geneva, U.S. envoys ..." does not put Geneva into the United States."""
    text = "In Geneva, U.S. envoys waited."
    assert places(text)["Geneva"] == "CHE/Geneva/Geneva:Geneva"


def test_neighbours_decide() -> None:
    """Between Mattoon and Decatur, Charleston is not the large one."""
    text = "The road from Mattoon to Charleston is closed; Effingham and Decatur can be reached."
    assert places(text)["Charleston"] == "USA/Illinois/Coles County:Charleston"


def test_every_name_has_a_namesake_in_ohio() -> None:
    """Many faint ones do not outweigh the capitals that everybody means."""
    text = (
        "After Vienna, Geneva and Warsaw the envoys met in Moscow. Cuba, Brussels and Baltic states followed."
    )
    assert not any(str(place).startswith("USA") for place in places(text).values())


@pytest.mark.parametrize(
    ("url", "outlet"),
    [("http://www.theparisnews.com/a/1", None), (None, "Paris News")],
)
def test_a_paper_named_after_a_town_is_at_home(url: str | None, outlet: str | None) -> None:
    """A paper in English stands mostly where English is spoken."""
    place = places("The school board of Paris met on Monday in Paris.", url, outlet)["Paris"]
    assert str(place).startswith(("USA/", "CAN/", "GBR/"))


def test_the_address_says_which_country() -> None:
    """Two Newcastles, one in New South Wales."""
    text = "The harbour of Newcastle was closed."
    assert str(places(text, "https://www.harbour-post.com.au/1")["Newcastle"]).startswith("AUS")
    assert str(places(text, "https://www.harbour-post.co.uk/1")["Newcastle"]).startswith("GBR")


def test_the_reason_is_told() -> None:
    """In words, with how many places there were to choose from."""
    (paris, texas) = found("She lives in Paris, Texas.")
    assert paris.reason == "the text says where it lies"
    assert texas.reason == "another place is said to lie in it"
    assert found("She lives in Paris.")[0].candidates > 5


def test_what_stands_in_a_town_is_placed_there() -> None:
    """A building the atlas does not have is looked up by the town it is named after."""
    text = "Drones hit Kherson Central Hospital."
    (toponym,) = find_toponyms(document(text), lambda _: [Span(11, 35)])
    assert toponym.place is not None
    assert toponym.place.name == "Kherson"


def test_an_adjective_says_whose_city_it_is() -> None:
    """There, and wherever the text names it again; alone it is the capital."""
    text = "A bomb went off in the northern Lebanese city of Tripoli. Nobody in Tripoli slept."
    assert {toponym.place and toponym.place.country for toponym in found(text)} == {"LBN"}
    assert places("A bomb went off in Tripoli.")["Tripoli"] == "LBY/Tripoli:Tripoli"
