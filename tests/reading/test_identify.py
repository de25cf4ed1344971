"""Whom a phrase names that stands alone."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading import identify


@pytest.mark.parametrize(
    ("phrase", "day", "entity", "country", "sector"),
    [
        ("the Russian president", "2009-05-01", "Dmitry Medvedev", "RUS", "GOV"),
        ("the Russian president", None, "RUS", "RUS", "GOV"),
        ("the Ukrainian Foreign Ministry's spokesman", None, "UKR", "UKR", "GOV"),
        ("the Kremlin spokesman", "2022-05-01", "Dmitry Peskov", "RUS", "GOV"),
        ("NATO chief", "2022-05-01", "Jens Stoltenberg", None, "IGO"),
        ("Kenyan police officers in Haiti", None, "KEN", "KEN", "COP"),
        ("a spokesman for the Chadian army", None, "TCD", "TCD", "GOV"),
        ("former Kazakh president Nursultan Nazarbayev", None, "Nursultan Nazarbayev", "KAZ", "ELI"),
        ("the former Russian president", "2022-05-01", None, "RUS", "ELI"),
        ("Kherson officials", None, "UKR", "UKR", "GOV"),
        ("Taliban leader", "2022-05-01", "Haibatullah Akhundzada", "AFG", "GOV"),
        ("gunmen", None, None, None, "UAF"),
    ],
)
def test_phrase_is_identified(
    phrase: str, day: str | None, entity: str | None, country: str | None, sector: str | None
) -> None:
    """Names, offices on a day, organs and crowds; each with a reason."""
    found = identify(phrase, date.fromisoformat(day) if day else None)
    assert (found.entity, found.country, found.sector) == (entity, country, sector)
    assert found.reason


def test_who_left_office_is_of_the_elite() -> None:
    """The sector is that of the day."""
    assert identify("Angela Merkel", date(2020, 5, 1)).sector == "GOV"
    later = identify("Angela Merkel", date(2023, 5, 1))
    assert later.sector == "ELI"
    assert "chancellor until 2021" in later.reason


def test_an_office_has_its_state_as_runner_up() -> None:
    """If not the man, then the house."""
    assert identify("the Russian president", date(2009, 5, 1)).runner_up == "RUS"


@pytest.mark.parametrize(("year", "who"), [(1990, "George H. W. Bush"), (2005, "George W. Bush")])
def test_a_title_and_the_day_name_a_common_surname(year: int, who: str) -> None:
    """ "President Bush" needs no country."""
    assert identify("President Bush", date(year, 5, 1)).entity == who


def test_followers_are_not_the_man() -> None:
    """Putin's aides, without the 's."""
    found = identify("Putin aides", date(2022, 5, 1))
    assert (found.entity, found.country) == ("RUS", "RUS")


def test_nobody_holds_an_office_before_his_first() -> None:
    """A future president acts in no sector that the world knows of."""
    assert identify("Emmanuel Macron", date(2010, 5, 1)).sector is None


@pytest.mark.parametrize("phrase", ["Европейский союз", "Антарктида", "Косово", "..."])
def test_words_of_any_kind_are_answered(phrase: str) -> None:
    """Names of no state, of a state of another day, and nonsense raise nothing."""
    assert identify(phrase, date(2000, 6, 1)).reason
