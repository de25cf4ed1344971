"""GDELT tables of three widths and the reduced ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.sources.coded import read
from dragoman.terms import CodedEvent, CodedSide, EventType, Interval, RejectReason
from tests.sources.coded.rows import REDUCED, gdelt, only, rejected, table, written


@pytest.mark.parametrize("columns", [57, 58, 61])
def test_the_three_widths_say_the_same(tmp_path: Path, columns: int) -> None:
    """57, 58 and 61 columns are told apart by themselves; only the oldest has no address."""
    event = only("gdelt", written(tmp_path, gdelt(columns)))
    assert event.actors == (CodedSide("KAZAKH ARMY", "KAZMIL", "KAZ", "KAZ", "MIL"),)
    assert event.recipients == (CodedSide("REBEL", "RUSREB", None, "RUS", "REB"),)
    assert (event.type, event.mode, event.code) == (EventType.ASSAULT, "firearms", "193")
    assert (event.day, event.known) == (Interval.day(date(2022, 10, 14)), date(2022, 10, 15))
    assert (event.place, event.country, event.latitude) == ("Aqtobe, Kazakhstan", "KAZ", 50.28)
    assert (event.reports, event.outlets, event.score, event.is_root) == (7, 2, -10.0, True)
    assert event.outlet == ("" if columns == 57 else "paper.example")


def test_reduced_files_have_actors_by_code_alone(tmp_path: Path) -> None:
    """The historical files give no names, no ids and no articles."""
    row = "19850312 RUSGOV USAMIL 112 1 4 3 -2.0 1 55.7 37.6 1 38.9 -77.0 1 50.1 14.4".split()
    event = only("gdelt", table(tmp_path, REDUCED, row))
    assert event.actors == (CodedSide("", "RUSGOV", "SUN", "SUN", "GOV"),)
    assert event.recipients == (CodedSide("", "USAMIL", "USA", "USA", "MIL"),)
    assert (event.key, event.reports, event.latitude, event.url) == ("line 2", 4, 50.1, "")


def test_an_export_with_a_header_is_read_by_its_names(tmp_path: Path) -> None:
    """Databases write a header, commas and quotes, in whatever order."""
    header = "SourceURL,GLOBALEVENTID,SQLDATE,EventCode," + ",".join(
        f"Actor{one}{name}"
        for one in "12"
        for name in "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code "
        "Type1Code Type2Code Type3Code".split()
    )
    actors = 'IRN,"IRAN, TEHRAN",IRN,,,,,,,,ISR,ISRAEL,ISR,,,,,,,'
    event = only("gdelt", written(tmp_path, header, f"https://a.example/1,7,20240105,111,{actors}"))
    assert [side.side for side in event.actors + event.recipients] == ["IRN", "ISR"]
    assert (event.actors[0].name, event.outlet, event.key) == ("IRAN, TEHRAN", "a.example", "7")


@pytest.mark.parametrize(
    ("changed", "reason", "given"),
    [
        ({"day": "20221314"}, RejectReason.DAY, "20221314"),
        ({"event_code": "999"}, RejectReason.CODE, "999"),
        ({"event_code": "14"}, RejectReason.CODE, "14"),
        ({"event_code": "010"}, RejectReason.NO_ACT, "010"),
        (
            {"actor1_code": "", "actor1_name": "", "actor2_code": "", "actor2_name": ""},
            RejectReason.NO_ACTOR,
            "",
        ),
        ({"url": "https://a.example\textra"}, RejectReason.COLUMNS, "62 instead of 61"),
        ({"actor1_name": "A\0B"}, RejectReason.DAMAGED, ""),
        ({"actor1_name": "A" * 1_000_001}, RejectReason.LONG, ""),
    ],
)
def test_bad_rows_are_rejected_and_good_ones_kept(
    tmp_path: Path, changed: dict[str, str], reason: RejectReason, given: str
) -> None:
    """Each says its line, why, and how it begins; the rows around it are read."""
    path = written(tmp_path, gdelt(), gdelt(**changed), gdelt(id="900000003"))
    (row,) = rejected("gdelt", path)
    assert (row.line, row.reason, row.given, row.file) == (2, reason, given, path.name)
    assert row.start.startswith("900000001\t2022")
    assert len(list(read("gdelt", path))) == 3


def test_a_lost_zero_is_put_back_where_only_one_code_is_meant(tmp_path: Path) -> None:
    """A spreadsheet makes 0231 of 231; but 14 may be a root or 014."""
    event = only("gdelt", written(tmp_path, gdelt(event_code="231")))
    assert (event.type, event.mode, event.code) == (EventType.REQUEST, "assist", "231")


def test_a_missing_actor_is_nobody(tmp_path: Path) -> None:
    """Many rows name only one side."""
    event = only(
        "gdelt", written(tmp_path, gdelt(actor1_code="", actor1_name="", actor1_country="", actor1_type=""))
    )
    assert (event.actors, event.recipients[0].country) == ((), "RUS")


def test_one_event_of_an_article_is_the_same_however_often_it_stands_there(tmp_path: Path) -> None:
    """Number, code and the name of a state do not count; article, place, day, type and sides do."""
    rows = [
        gdelt(),
        gdelt(id="2", actor1_name="ASTANA"),
        gdelt(url="https://b.example/2"),
        gdelt(event_code="194"),
    ]
    events = [row for row in read("gdelt", written(tmp_path, *rows)) if isinstance(row, CodedEvent)]
    assert [events[0].same_as == other.same_as for other in events] == [True, True, False, False]


def test_the_two_rows_of_a_visit_are_the_same(tmp_path: Path) -> None:
    """Who visits and who hosts are one meeting, in which both act."""
    rows = [
        gdelt(
            event_code=code, actor1_code=a, actor1_country=a, actor1_type="", actor2_code=b, actor2_country=b
        )
        for code, a, b in (("042", "KAZ", "RUS"), ("043", "RUS", "KAZ"))
    ]
    path = written(tmp_path, *(row.replace("\tREB\t", "\t\t") for row in rows))
    guest, host = [row for row in read("gdelt", path) if isinstance(row, CodedEvent)]
    assert ({side.side for side in guest.actors}, guest.recipients) == ({"KAZ", "RUS"}, ())
    assert (guest.same_as, guest.mode) == (host.same_as, "visit")
