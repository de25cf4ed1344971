"""When an article was published, and why we say so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.terms import Interval
from dragoman.text.published import Sources, dated

BODY = "The minister arrived on 3 May 2021 and left on 5 May 2021. He spoke of March 2, 2020."


def _days(**sources: str) -> str:
    return str(dated(Sources(**sources)).interval)


def test_without_clues_it_stays_unknown() -> None:
    """Days that an article tells of are not the day it appeared on."""
    assert dated(Sources(text=BODY)).interval.is_unknown
    assert dated(Sources(text=BODY)).clues == ()


def test_a_given_date_is_quoted() -> None:
    """The clue holds the words it was read from."""
    (clue,) = dated(Sources(given=" Fri, 07 Oct 2022 10:00:00 +0500 ")).clues
    assert (clue.kind, clue.quotation) == ("given", "Fri, 07 Oct 2022 10:00:00 +0500")
    assert str(clue.interval) == "2022-10-07"


def test_a_given_date_that_cannot_be_read_is_kept_as_a_clue() -> None:
    """People can see what stood there; it decides nothing."""
    published = dated(Sources(given="3 hours ago", url="https://a.example/2022/10/07/x"))
    assert [str(clue.interval) for clue in published.clues] == ["unknown", "2022-10-07"]
    assert str(published.interval) == "2022-10-07"


@pytest.mark.parametrize(
    ("path", "days"),
    [
        ("/2022/10/07/visit", "2022-10-07"),
        ("/world/2022-10-07-visit.html", "2022-10-07"),
        ("/world/20221007/visit", "2022-10-07"),
        ("/2022/oct/07/visit", "2022-10-07"),
        ("/2022/10/visit", "2022-10"),
        ("/2022-10/07/content_1.htm", "2022-10-07"),
        ("/2022-10-visit", "unknown"),
        ("/doc/20991231", "unknown"),
        ("/2022/02/30/visit", "unknown"),
        ("/2022/13/07/", "unknown"),
        ("/id/202210071234", "unknown"),
        ("/", "unknown"),
    ],
)
def test_addresses_tell_days(path: str, days: str) -> None:
    """A day or month in the path, not any number."""
    assert _days(url=f"https://a.example{path}") == days


@pytest.mark.parametrize(
    ("head", "days"),
    [
        ("ASTANA, Oct 7, 2022", "2022-10-07"),
        ("KYIV, 12 March 2022 (Agency) - The president spoke.", "2022-03-12"),
        ("ASTANA, October 7, 2022 /Agency/. The minister left.", "2022-10-07"),
        ("Tashkent, Friday, 7 October 2022 – The minister left.", "2022-10-07"),
        ("NUR-SULTAN (Agency), Oct. 7, 2022 - The minister left.", "2022-10-07"),
        ("Minister leaves\n\nBy Aida Bekova\n\nOctober 7, 2022, 10:15\n\nHe left.", "2022-10-07"),
        ("Minister leaves\nPublished on: 7 October 2022 | 10:15 am\nHe left.", "2022-10-07"),
        ("Geneva (7 October 2022) – The envoy left.", "2022-10-07"),
        ("Aktau. October 7, 2022. CaspianWire - The envoy left.", "2022-10-07"),
        ("7 October 2022, 10:15 GMT+5 · Aida Bekova · 9 300 views", "2022-10-07"),
        ("By Aida Bekova | 7 Oct 2022 | 3 min read", "2022-10-07"),
        ("Published October 7, 2022 Updated October 9, 2022", "2022-10-07"),
        ("7 October 2022, Nur-Sultan", "2022-10-07"),
        ("On October 7, 2022 the envoy left", "unknown"),
        ("By October 7, 2022, the army", "unknown"),
        ("October 7, 2022 was a day of war", "unknown"),
        ("The truce of October 7, 2022 | Gazette", "unknown"),
        ("On Friday, October 7, 2022, the president left.", "unknown"),
        ("The treaty of October 7, 2022 (the third) holds.", "unknown"),
        ("Founded May 3, 1999. It has grown since.", "unknown"),
        ("October 7, 2022 was the day on which all of them met.", "unknown"),
        ("\n".join(["A line."] * 6 + ["ASTANA, Oct 7, 2022 - He left."]), "unknown"),
    ],
)
def test_datelines_tell_days(head: str, days: str) -> None:
    """At the very start and in the form of a dateline only."""
    assert _days(text=f"{head}\n{BODY}") == days


def test_agreeing_clues_narrow() -> None:
    """A month and a day in it are that day."""
    assert _days(given="October 2022", url="https://a.example/2022/10/07/x") == "2022-10-07"


def test_another_clue_decides_between_two_readings() -> None:
    """7/10/2022 covers July to October until the page says more."""
    assert _days(given="7/10/2022") == "2022-07-10/2022-10-07"
    assert _days(given="7/10/2022", metadata="2022-10-07") == "2022-10-07"


def test_the_more_reliable_clue_wins_and_both_are_kept() -> None:
    """A page that was dated anew shows it."""
    published = dated(Sources(given="2022-10-08", text="ASTANA, Oct 7, 2022 - He left."))
    assert str(published.interval) == "2022-10-08"
    assert [clue.kind for clue in published.clues] == ["given", "dateline"]


@settings(deadline=None)
@given(*[st.one_of(st.none(), st.text(max_size=60)) for _ in range(3)], st.text(max_size=200))
def test_any_clues_give_an_interval(
    given: str | None, metadata: str | None, url: str | None, text: str
) -> None:
    """Nothing raises."""
    assert isinstance(dated(Sources(given, metadata, url, text)).interval, Interval)
