"""Whom a phrase names by its own words."""

from __future__ import annotations

import pytest

from tests.reading.readings import events, mentions


@pytest.mark.parametrize(
    ("sentence", "words", "entity", "country", "sector"),
    [
        ("Kazakhstan met Latvia.", "Kazakhstan", "KAZ", "KAZ", "GOV"),
        ("Astana met Riga.", "Astana", "KAZ", "KAZ", "GOV"),
        ("The Kenyan army left.", "Kenyan army", "KEN", "KEN", "MIL"),
        ("Kenyan protesters left.", "Kenyan protesters", None, "KEN", "OPP"),
        ("NATO leaders met.", "NATO leaders", "NATO", None, "IGO"),
        ("Minister Jonas Petraitis left.", "Minister Jonas Petraitis", None, None, "GOV"),
        ("Witnesses saw the African Union leave.", "African Union", "AU", None, "IGO"),
    ],
)
def test_phrase_resolves(
    sentence: str, words: str, entity: str | None, country: str | None, sector: str | None
) -> None:
    """Names name themselves, organs of a state the state, its people only the country."""
    found = mentions(sentence)[words]
    assert (found.entity, found.country, found.sector) == (entity, country, sector)
    assert found.reason


@pytest.mark.parametrize(
    ("day", "who"), [("2011-06-01", "Dmitry Medvedev"), ("2022-06-01", "Vladimir Putin")]
)
def test_office_is_held_on_the_day(day: str, who: str) -> None:
    """An office without a name is whoever held it when the document came out."""
    assert mentions("The Russian president left.", published=day)["Russian president"].entity == who


def test_name_is_known_in_another_spelling() -> None:
    """A surname of another alphabet, near to that of a person of the country, is that person."""
    found = mentions("Kazakhstan President Tokayeb left.")["Kazakhstan President Tokayeb"]
    assert found.entity == "Kassym-Jomart Tokayev"


@pytest.mark.parametrize(("published", "person"), [("2019-05-01", "Li Keqiang"), (None, None)])
def test_a_common_surname_needs_its_title_and_day(published: str | None, person: str | None) -> None:
    """ "Premier Li" is whoever held office on the day; without a day several could be meant."""
    (event,) = events("Chinese Premier Li met Putin.", published=published)
    assert (event.actors[0].entity, event.actors[0].country) == (person, "CHN")


def test_an_office_of_several_holders_names_nobody() -> None:
    """A state has many ambassadors; which one is meant is not known."""
    (event,) = events("Kazakhstan expelled the Ukrainian ambassador.", published="2022-10-06")
    assert [recipient.entity for recipient in event.recipients] == ["UKR"]


def test_aides_of_an_opposition_leader_are_no_government() -> None:
    """Whose man somebody is says in which sector he acts."""
    found = mentions("Aides of Alexei Navalny left.")["Aides"]
    assert (found.entity, found.country, found.sector) == (None, "RUS", "OPP")
