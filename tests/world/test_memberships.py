"""Who belonged to what, and when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms import UnknownName
from dragoman.world import MembershipStatus, load

MEMBER, ASSOCIATE, OBSERVER, PARTNER, SUSPENDED = (
    MembershipStatus.MEMBER,
    MembershipStatus.ASSOCIATE,
    MembershipStatus.OBSERVER,
    MembershipStatus.PARTNER,
    MembershipStatus.SUSPENDED,
)

QUIZ = [
    ("CSTO", "UZB", "2008-08-08", MEMBER),
    ("CSTO", "UZB", "2013-01-01", None),
    ("CSTO", "UZB", "2003-01-01", None),
    ("CSTO", "GEO", "1998-06-01", MEMBER),
    ("CSTO", "GEO", "1999-05-01", None),
    ("CSTO", "AZE", "2020-10-01", None),
    ("CSTO", "KAZ", "2022-01-06", MEMBER),
    ("CSTO", "ARM", "2022-09-13", MEMBER),
    ("CIS", "GEO", "2008-08-08", MEMBER),
    ("CIS", "GEO", "2010-01-01", None),
    ("CIS", "UKR", "2013-12-01", ASSOCIATE),
    ("CIS", "UKR", "2022-02-24", None),
    ("CIS", "TKM", "2022-10-14", ASSOCIATE),
    ("CIS", "TKM", "2000-01-01", MEMBER),
    ("CIS", "MDA", "2022-10-14", MEMBER),
    ("CIS", "EST", "1995-01-01", None),
    ("EAEU", "KGZ", "2015-07-01", None),
    ("EAEU", "KGZ", "2022-01-01", MEMBER),
    ("EAEU", "UZB", "2022-01-01", OBSERVER),
    ("EAEU", "TJK", "2022-01-01", None),
    ("SCO", "IRN", "2022-09-16", OBSERVER),
    ("SCO", "IRN", "2023-07-05", MEMBER),
    ("SCO", "IND", "2016-01-01", OBSERVER),
    ("SCO", "IND", "2017-06-10", MEMBER),
    ("SCO", "BLR", "2024-07-04", MEMBER),
    ("SCO", "TUR", "2022-09-16", PARTNER),
    ("SCO", "TKM", "2022-09-16", None),
    ("OTS", "UZB", "2018-01-01", None),
    ("OTS", "UZB", "2022-11-11", MEMBER),
    ("OTS", "HUN", "2022-11-11", OBSERVER),
    ("GUAM", "UZB", "2000-01-01", MEMBER),
    ("GUAM", "UZB", "2006-01-01", None),
    ("AU", "MLI", "2020-09-01", SUSPENDED),
    ("AU", "MLI", "2021-01-01", MEMBER),
    ("AU", "SDN", "2019-07-01", SUSPENDED),
    ("AU", "NER", "2023-08-22", SUSPENDED),
    ("AU", "GAB", "2025-05-01", MEMBER),
    ("SCO", "LAO", "2025-09-01", PARTNER),
    ("EU", "GBR", "2020-01-31", MEMBER),
    ("EU", "GBR", "2020-02-01", None),
    ("EU", "POL", "2004-04-30", None),
    ("EU", "POL", "2004-05-01", MEMBER),
    ("EU", "HRV", "2013-06-30", None),
    ("EU", "BGR", "2007-01-01", MEMBER),
    ("EU", "NOR", "2022-01-01", None),
    ("EU", "TUR", "2022-01-01", None),
    ("NATO", "FIN", "2022-10-14", None),
    ("NATO", "FIN", "2023-04-04", MEMBER),
    ("NATO", "SWE", "2023-04-04", None),
    ("NATO", "SWE", "2024-03-07", MEMBER),
    ("NATO", "TUR", "2022-06-29", MEMBER),
    ("NATO", "EST", "2004-03-28", None),
    ("NATO", "MNE", "2017-06-05", MEMBER),
    ("NATO", "UKR", "2022-09-30", None),
    ("COE", "RUS", "2014-03-18", MEMBER),
    ("COE", "RUS", "2022-03-01", SUSPENDED),
    ("COE", "RUS", "2022-03-16", None),
    ("COE", "BLR", "2022-01-01", None),
    ("BRICS", "ZAF", "2010-01-01", None),
    ("BRICS", "IRN", "2024-01-01", MEMBER),
    ("BRICS", "SAU", "2024-06-01", None),
    ("BRICS", "IDN", "2025-01-06", MEMBER),
    ("BRICS", "KAZ", "2025-06-01", PARTNER),
    ("G8", "RUS", "2013-06-17", MEMBER),
    ("G8", "RUS", "2014-06-04", None),
    ("LAS", "SYR", "2010-01-01", MEMBER),
    ("LAS", "SYR", "2015-01-01", SUSPENDED),
    ("LAS", "SYR", "2023-05-19", MEMBER),
    ("OPEC", "QAT", "2018-12-31", MEMBER),
    ("OPEC", "QAT", "2019-01-01", None),
    ("OPEC", "AGO", "2024-01-01", None),
    ("OPEC+", "KAZ", "2022-10-05", MEMBER),
    ("OPEC+", "RUS", "2016-01-01", None),
    ("ECOWAS", "NER", "2023-07-01", MEMBER),
    ("ECOWAS", "NER", "2024-01-01", SUSPENDED),
    ("ECOWAS", "MLI", "2025-01-29", None),
    ("AU", "MAR", "2000-01-01", None),
    ("AU", "MAR", "2017-01-30", MEMBER),
    ("WTO", "RUS", "2012-08-21", None),
    ("WTO", "RUS", "2012-08-22", MEMBER),
    ("WTO", "KAZ", "2015-11-30", MEMBER),
    ("WTO", "BLR", "2022-01-01", MembershipStatus.OBSERVER),
    ("ICC", "PHL", "2018-01-01", MEMBER),
    ("ICC", "PHL", "2019-03-17", None),
    ("ICC", "ARM", "2024-02-01", MEMBER),
    ("ICC", "UKR", "2025-01-01", MEMBER),
    ("ICC", "RUS", "2022-01-01", None),
    ("UN", "SUN", "1991-12-01", MEMBER),
    ("UN", "RUS", "1991-12-01", None),
    ("UN", "CHE", "2002-09-09", None),
    ("UN", "PSE", "2022-01-01", OBSERVER),
    ("UN", "XKX", "2022-01-01", None),
    ("IMF", "KAZ", "2022-01-01", MEMBER),
    ("ASEAN", "TLS", "2024-01-01", OBSERVER),
]

COUNTS = [
    ("EU", "2003-01-01", 15),
    ("EU", "2013-12-01", 28),
    ("EU", "2022-10-14", 27),
    ("NATO", "1990-01-01", 16),
    ("NATO", "2022-10-14", 30),
    ("NATO", "2024-06-01", 32),
    ("G7", "2022-06-26", 7),
    ("OSCE", "2022-12-01", 57),
    ("COE", "2022-10-14", 46),
    ("LAS", "2023-06-01", 22),
    ("AU", "2023-01-01", 55),
    ("ASEAN", "2022-11-11", 10),
    ("G20", "2022-11-15", 19),
    ("GCC", "2022-12-09", 6),
    ("OECD", "2022-01-01", 38),
    ("OIC", "2026-01-01", 57),
    ("COMMONWEALTH", "2023-01-01", 56),
]


@pytest.mark.parametrize(("bloc", "state", "on", "status"), QUIZ)
def test_membership_on_a_day(bloc: str, state: str, on: str, status: MembershipStatus | None) -> None:
    """A state belongs to a bloc from its first to its last day, and only in the way it did."""
    assert load().member_status(bloc, state, date.fromisoformat(on)) is status


@pytest.mark.parametrize(("bloc", "on", "count"), COUNTS)
def test_size_of_a_bloc(bloc: str, on: str, count: int) -> None:
    """Observers and partners aside, a bloc has as many members as it says."""
    inside = [
        row
        for row in load().members(bloc, date.fromisoformat(on)).values()
        if row.status in (MEMBER, SUSPENDED)
    ]
    assert len(inside) == count


def test_without_a_day_members_of_now_are_given() -> None:
    """Britain is no member of the European Union now, and Finland is one of NATO."""
    assert "GBR" not in load().members("EU")
    assert "FIN" in load().members("NATO")


def test_blocs_of_a_state() -> None:
    """Uzbekistan in 2010 was in the CSTO, and Kazakhstan is in no European Union."""
    world = load()
    assert "CSTO" in world.blocs_of("UZB", date(2010, 1, 1))
    assert "CSTO" not in world.blocs_of("UZB", date(2022, 1, 1))
    assert "EU" not in world.blocs_of("KAZ", date(2022, 1, 1))


def test_unknown_bloc_names_the_nearest() -> None:
    """A bloc nobody knows is an error that names the closest one."""
    with pytest.raises(UnknownName) as refused:
        load().members("CSTOO")
    assert "CSTO" in refused.value.nearest


def test_regions() -> None:
    """Central Asia has five states, and Kazakhstan lies in it and in the former Soviet republics."""
    world = load()
    assert world.region("CENTRAL_ASIA") == ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    assert {"CENTRAL_ASIA", "POST_SOVIET"} <= set(world.regions_of("KAZ"))
    assert len(world.region("POST_SOVIET")) == 15


@given(st.dates(date(1990, 1, 1), date(2026, 1, 1)), st.data())
def test_nobody_belongs_before_existing(on: date, draw: st.DataObject) -> None:
    """A dated membership never begins before its state does."""
    world = load()
    bloc = draw.draw(st.sampled_from(["UN", "EU", "NATO", "CIS", "CSTO", "SCO", "OIC", "WTO"]))
    for iso3, row in world.members(bloc, on).items():
        born = world.state(iso3).exists.earliest
        assert row.valid.earliest is None or born is None or born <= row.valid.earliest
