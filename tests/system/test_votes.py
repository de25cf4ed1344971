"""Votes in the United Nations, from invented files in the public layouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.system.votes import ideal_points, roll_calls
from dragoman.terms import DragomanError, UnknownName, UnreadableInput
from dragoman.terms.position import VoteMeasure

VOTES = """rcid,country,country_code,vote
1,United States,US,yes
1,United Kingdom,GB,yes
1,Russia,RU,no
1,Namibia,NA,abstain
2,United States,US,no
2,United Kingdom,GB,abstain
2,Russia,RU,yes
3,United Kingdom,GB,yes
"""
CALLS = "rcid,session,date\n1,72,2018-01-10\n2,73,2018-10-01\n3,73,2018-10-02\n"
POINTS = """ccode,session,IdealPointAll,QO%5All,QO%95All,Countryname
2,73,2.5,2.3,2.7,United States of America
200,73,1.5,1.2,1.8,United Kingdom
365,73,-0.5,-0.7,-0.3,Russia
2,72,9,9,9,United States of America
"""


def written(folder: Path, text: str, name: str = "votes.csv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_disagreement_is_a_share_of_common_roll_calls(tmp_path: Path) -> None:
    """Yes against no is one, an abstention half a one; calls without a vote of the centre do not count."""
    found = roll_calls(written(tmp_path, VOTES), "USA")
    assert found.measure is VoteMeasure.AGREEMENT
    assert [(each.actor, each.distance, each.votes) for each in found.positions] == [
        ("USA", 0, 2), ("GBR", 0.25, 2), ("NAM", 0.5, 1), ("RUS", 1, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(("time", "votes"), [({"year": 2018}, 2), ({"session": 73}, 1)])
def test_roll_calls_are_chosen_by_date_or_session(tmp_path: Path, time: dict[str, int], votes: int) -> None:
    """A second file says when they were; a session runs into the next year."""
    calls = written(tmp_path, CALLS, "calls.csv")
    found = roll_calls(written(tmp_path, VOTES), "USA", calls, **time)
    assert found.positions[0].votes == votes


def test_votes_as_numbers_and_cow_codes(tmp_path: Path) -> None:
    """The table of Voeten has 1, 2, 3 for votes, 8 for who was absent, and the time in each row."""
    text = "rcid,ccode,session,vote\n5,2,73,1\n5,365,73,3\n5,200,73,8\n6,2,72,1\n6,365,72,1\n"
    found = roll_calls(written(tmp_path, text), "USA", session=73)
    assert [(each.actor, each.distance) for each in found.positions] == [("USA", 0), ("RUS", 1)]
    assert found.rejected == ()


def test_ideal_points_are_apart_by_their_difference(tmp_path: Path) -> None:
    """Quantiles give the least and the greatest distance; other sessions do not count."""
    found = ideal_points(written(tmp_path, POINTS), "USA", year=2018)
    centre, near, far = found.positions
    assert (centre.actor, centre.distance) == ("USA", 0)
    assert (near.actor, near.distance) == ("GBR", 1)
    assert near.low == pytest.approx(0.7)
    assert near.high == pytest.approx(1.3)
    assert (far.actor, far.distance) == ("RUS", 3)


def test_countries_nobody_knows_are_counted(tmp_path: Path) -> None:
    """Rows that cannot be read are left out, and the user sees how many of what."""
    text = VOTES + "1,Atlantis,,no\n2,Atlantis,,no\n2,France,FR,perhaps\n"
    found = roll_calls(written(tmp_path, text), "USA")
    assert [(each.given, each.rows) for each in found.rejected] == [
        ("Atlantis", 2),
        ("'perhaps' is no vote", 1),
    ]
    assert len(found.positions) == 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,land\n1,US\n", "has the columns id, land. Expected the roll call in a column called rcid"),
        ("rcid,vote\n1,yes\n", "Expected the state"),
        ("", r"\(none\)"),
    ],
)
def test_a_file_of_another_kind_is_an_error_with_its_columns(tmp_path: Path, text: str, said: str) -> None:
    """The message says what was found and what was expected."""
    with pytest.raises(UnreadableInput, match=said):
        roll_calls(written(tmp_path, text), "USA")


def test_a_missing_file_or_time_or_centre_is_an_error(tmp_path: Path) -> None:
    """Each says what is wrong with what was asked."""
    with pytest.raises(UnreadableInput, match="cannot be read"):
        roll_calls(tmp_path / "none.csv", "USA")
    points = written(tmp_path, POINTS)
    with pytest.raises(DragomanError, match="Say which"):
        ideal_points(points, "USA")
    with pytest.raises(DragomanError, match="nothing of session 3"):
        ideal_points(points, "USA", session=3)
    with pytest.raises(UnknownName, match="'KAZ'"):
        ideal_points(points, "KAZ", session=73)
