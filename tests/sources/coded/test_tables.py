"""ICEWS, POLECAT and ACLED by the names of their columns."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.terms import CodedSide, EventType, Interval, RejectReason
from tests.sources.coded.rows import ACLED, ICEWS, POLECAT, acled, icews, only, polecat, rejected, table


@pytest.mark.parametrize("delimiter", ["\t", ","])
def test_icews_with_tabs_or_commas(tmp_path: Path, delimiter: str) -> None:
    """A consultation has two actors; what is NA is nothing."""
    event = only("icews", table(tmp_path, ICEWS, icews(), delimiter=delimiter))
    assert event.actors == (
        CodedSide("Ministry (Japan)", "Government", "JPN", "JPN", "GOV"),
        CodedSide("Vietnam", "", "VNM", "VNM", "GOV"),
    )
    assert (event.type, event.recipients, event.day) == (
        EventType.CONSULT,
        (),
        Interval.day(date(2018, 6, 1)),
    )
    assert (event.story, event.outlet, event.place, event.country) == ("501", "Hanoi Courier", "Hanoi", "VNM")
    assert (event.key, event.code, event.score, event.known) == ("17", "040", 1.0, None)


def test_icews_in_quotes(tmp_path: Path) -> None:
    """Some tables with tabs stand in quotes all the same."""
    header, row = ([f'"{cell}"' for cell in cells] for cells in (ICEWS, icews()))
    assert only("icews", table(tmp_path, header, row)).story == "501"


def test_polecat_lists_several_actors_in_a_cell(tmp_path: Path) -> None:
    """Each name gets the country in the same place of the list."""
    event = only("polecat", table(tmp_path, POLECAT, polecat()))
    assert [(side.name, side.side, side.sector) for side in event.actors] == [
        ("Poland", "POL", "GOV"),
        ("Latvia", "LVA", "GOV"),
    ]
    assert [side.side for side in event.recipients] == ["RUS"]
    assert (event.type, event.mode, event.code) == (EventType.ACCUSE, "disapprove", "ACCUSE/disapprove")
    assert (event.known, event.outlet, event.score) == (date(2022, 10, 15), "Invented Agency", -2.0)


def test_polecat_lists_of_other_lengths_are_not_guessed(tmp_path: Path) -> None:
    """Three countries for two names say nothing about either."""
    row = polecat(Actor_Name="The union; The council", Actor_Country="POL; LVA; EST")
    assert [side.country for side in only("polecat", table(tmp_path, POLECAT, row)).actors] == [None, None]


def test_polecat_lists_keep_their_empty_places(tmp_path: Path) -> None:
    """The first has no country; the one that is given is not spread over both."""
    row = polecat(Actor_Name="protesters; The army", Actor_Country="; RUS", Primary_Actor_Sector="CVL; MIL")
    actors = only("polecat", table(tmp_path, POLECAT, row)).actors
    assert [(one.country, one.sector) for one in actors] == [(None, "CVL"), ("RUS", "MIL")]


def test_polecat_with_a_header_of_too_many_columns(tmp_path: Path) -> None:
    """In some of its files the header names columns that the rows do not have."""
    header = [*POLECAT[:34], "Headline", "Body", *POLECAT[34:]]
    assert only("polecat", table(tmp_path, header, polecat())).known == date(2022, 10, 15)


def test_older_names_of_plover(tmp_path: Path) -> None:
    """DEMAND was renamed, a mode of that time may not exist any more."""
    event = only("polecat", table(tmp_path, POLECAT, polecat(Event_Type="DEMAND", Event_Mode="plead")))
    assert (event.type, event.mode, event.code) == (EventType.REQUEST, None, "DEMAND/plead")
    (row,) = rejected("polecat", table(tmp_path, POLECAT, polecat(Event_Type="MUTTER")))
    assert (row.reason, row.given) == (RejectReason.CODE, "MUTTER")


@pytest.mark.parametrize(("delimiter", "kind"), [(",", "1"), (";", "State forces")])
def test_acled_with_numbers_or_words(tmp_path: Path, delimiter: str, kind: str) -> None:
    """Of a battle nobody is said to have begun it; the sources are counted."""
    row = [cell.replace("; ", ";") if delimiter == "," else f'"{cell}"' for cell in acled(inter1=kind)]
    event = only("acled", table(tmp_path, ACLED, row, delimiter=delimiter))
    assert [(side.side, side.country, side.sector) for side in event.actors] == [
        ("RUS", "RUS", "MIL"),
        ("Taliban", "AFG", "GOV"),
    ]
    assert (event.type, event.mode, event.recipients) == (EventType.ASSAULT, "clash", ())
    assert (event.fatalities, event.outlets, event.outlet) == (3, 2, "Paper One")
    assert (event.known, event.code) == (date(2022, 10, 17), "Battles/Armed clash")


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [("1", (10, 14), (10, 14)), ("2", (10, 8), (10, 20)), ("3", (10, 1), (10, 31))],
)
def test_a_day_is_as_wide_as_the_table_is_unsure(
    tmp_path: Path, precision: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    """The code book's time precision: day, week, month."""
    event = only("acled", table(tmp_path, ACLED, acled(time_precision=precision), delimiter=","))
    assert event.day == Interval(date(2022, *first), date(2022, *last))


def test_force_against_protesters_is_the_deed_of_the_other_side(tmp_path: Path) -> None:
    """ACLED lists the protesters first; they are the ones who are hurt."""
    row = acled(
        event_type="Protests",
        sub_event_type="Excessive force against protesters",
        actor1="Protesters (Kazakhstan)",
        inter1="6",
        actor2="Police Forces of Kazakhstan (2019-)",
        inter2="1",
    )
    event = only("acled", table(tmp_path, ACLED, row, delimiter=","))
    assert event.actors == (CodedSide("Police Forces of Kazakhstan (2019-)", "1", "KAZ", "KAZ", "COP"),)
    assert event.recipients == (CodedSide("Protesters (Kazakhstan)", "6", None, "KAZ", "OPP"),)
    assert event.type is EventType.ASSAULT


def test_allies_are_added_where_they_are_known(tmp_path: Path) -> None:
    """Of those with an actor, states and groups count; the rest describes it."""
    row = acled(assoc_actor_1="Women (Russia); Wagner Group")
    event = only("acled", table(tmp_path, ACLED, row, delimiter=","))
    assert [side.side for side in event.actors] == ["RUS", "Wagner Group", "Taliban"]


def test_what_has_no_type_is_counted(tmp_path: Path) -> None:
    """A group that renames itself is no act between anybody."""
    row = acled(event_type="Strategic developments", sub_event_type="Change to group/activity")
    (out,) = rejected("acled", table(tmp_path, ACLED, row, delimiter=","))
    assert (out.reason, out.given) == (RejectReason.NO_ACT, "Strategic developments/Change to group/activity")
    assert "PLOVER has no type" in out.reason.sentence
