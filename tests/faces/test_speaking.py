"""Which sentences speak for a movement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

import dragoman
from dragoman.faces.api.system import System
from dragoman.store import CodedRow
from dragoman.terms import Alert, Event, EventType, Movement, Rise
from tests.faces import systems

REPORTS = (
    ("Meridian Wire", "2022-10-05", "Putin met Tokayev in Astana on Tuesday."),
    ("Volna State News", "2022-10-06", '"Russia is selling Kazakhstan the same carpet again."'),
    ("Dnipro Dispatch", "2022-10-07", "Moscow accused Astana of helping Ukraine with aid to the army."),
    (
        "Baltic Lantern",
        "2022-10-14",
        "Russia sent humanitarian aid to Kazakhstan on Thursday. Putin telephoned Tokayev on Wednesday.",
    ),
    ("Steppe Courier", "2022-10-28", "Kyiv accused Moscow of lying."),
)
CLOSER = Movement(
    ("KAZ", "RUS"), date(2022, 10, 3), date(2022, 9, 5), 1.0, 0.0, 2.0, 0.97, 3.0, 1.0, 0.0, 0.0, certain=True
)
APART = msgspec.structs.replace(CLOSER, closer=0.03)


@pytest.fixture(scope="module")
def system() -> Iterator[System]:
    """What these reports say of two sides."""
    with dragoman.open(":memory:") as record:
        for outlet, day, text in REPORTS:
            record.add_text(text, origin=f"{outlet}.txt", outlet=outlet, published=day)
        yield record.system("2022-10-30")


def sentences(system: System, found: Movement | Alert, most: int = 3) -> list[str]:
    """The sentences that speak for it."""
    return [each.sentence for each in system.speaking_for(found, most) if isinstance(each, Event)]


def test_deeds_come_before_words_and_quotations_not_at_all(system: System) -> None:
    """Aid before a meeting; the irony of somebody quoted is no evidence as long as there is other."""
    first, second = sentences(system, CLOSER)
    assert first == "Russia sent humanitarian aid to Kazakhstan on Thursday."
    assert second == "Putin met Tokayev in Astana on Tuesday."


def test_a_report_speaks_once(system: System) -> None:
    """The telephone call of the report that tells of the aid is left out."""
    assert not any("telephoned" in each for each in sentences(system, CLOSER))


def test_what_speaks_for_apart_is_conflict(system: System) -> None:
    """The aid in the accusation is what the accused is said to have done, and speaks for nothing closer."""
    assert sentences(system, APART) == [REPORTS[2][2]]
    assert REPORTS[2][2] not in sentences(system, CLOSER)


def test_an_alarm_has_the_sentence_of_its_week(system: System) -> None:
    """Of conflict where that is what there was more of."""
    alert = Alert(("KAZ", "RUS"), date(2022, 10, 3), Rise.CONFLICT, 0.01, 3.0, 0.1, 0.0, 1.0, 0.1)
    assert sentences(system, alert, 1) == [REPORTS[2][2]]


def test_a_quotation_speaks_where_nothing_else_does() -> None:
    """Rather than nothing."""
    with dragoman.open(":memory:") as record:
        record.add_text(REPORTS[1][2], origin="a.txt", outlet="Wire", published="2022-10-06")
        record.add_text(REPORTS[4][2], origin="b.txt", outlet="Wire", published="2022-10-28")
        assert sentences(record.system("2022-10-30"), CLOSER) == [REPORTS[1][2]]


def test_imported_rows_come_behind_what_was_read(tmp_path: Path) -> None:
    """They have no sentence; those of most outlets first."""
    path = tmp_path / "camps.dragoman"
    systems.fill(path)
    with dragoman.open(path) as record:
        system = record.system()
        found = system.speaking_for(msgspec.structs.replace(APART, since=date(2022, 6, 6)))
    assert isinstance(found[0], Event)
    assert [each.type for each in found[1:] if isinstance(each, CodedRow)] == [EventType.ACCUSE] * 2
