"""Deeds that everybody knows and nobody dates."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dragoman.record import known
from dragoman.record.known import Told, deed_of
from dragoman.terms import EventType, Interval, Status


def days(first: str, last: str = "") -> tuple[int, int]:
    """The days from the first to the last."""
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last or first).toordinal()


def report(first: str, last: str = "") -> Interval:
    """A report of these days."""
    return Interval(date.fromisoformat(first), date.fromisoformat(last or first))


SINCE = Told(
    type=EventType.ASSAULT,
    status=Status.HAPPENED,
    act=("invad",),
    sides=("RUS", "UKR"),
    actors=frozenset({"RUS"}),
    stems={"refuge", "poland"},
    when=None,
    published=report("2022-07-23"),
)
INVASION = "2022-02-24 RUS UKR"
FEARED = {"act": ("attack",), "status": Status.POSSIBLE, "published": report("2022-01-13")}
SENT = {"act": ("sent", "troop"), "when": days("2022-02-01", "2022-02-28")}
LEFT = {"act": ("withdraw",), "published": report("2022-12-01")}
ANNEXED = {"act": ("annex",), "type": EventType.COERCE}


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({}, INVASION),  # "since the invasion"
        ({"published": Interval()}, INVASION),
        ({"published": report("2021-07-01")}, ""),  # not yet
        ({"sides": ("KAZ", "RUS")}, ""),
        ({"sides": ("RUS",), "stems": {"ukrain"}}, INVASION),  # named, but not read as a party
        ({"sides": ("RUS",)}, ""),
        ({"actors": frozenset({"UKR"})}, ""),
        ({"when": days("2022-02-24", "2022-03-08")}, INVASION),
        ({"when": days("2014-03-01")}, ""),
        ({"act": ("attack",)}, ""),  # one of many
        (FEARED, INVASION),
        ({**FEARED, "published": report("2021-03-01")}, ""),  # not soon
        ({**FEARED, "published": report("2022-05-01")}, ""),  # another one
        ({**FEARED, "published": Interval()}, ""),
        (SENT, INVASION),  # how it began, in other words
        ({**SENT, "when": days("2022-03-20")}, ""),
        ({**SENT, "when": None}, ""),
        ({**ANNEXED, "published": report("2022-10-06")}, "2022-09-30 RUS UKR"),  # the latest
        ({**ANNEXED, "published": report("2016-10-06")}, "2014-02-27 RUS UKR"),
        ({**ANNEXED, "published": report("2022-10-06"), "stems": {"crimea"}}, "2014-02-27 RUS UKR"),
        ({**ANNEXED, "published": Interval()}, ""),  # which one, nobody knows
        ({**LEFT, "stems": {"kherson"}}, "2022-11-11 RUS UKR"),
        (LEFT, ""),  # from where?
    ],
)  # fmt: skip
def test_what_a_telling_without_a_day_means(others: dict[str, object], expected: str) -> None:
    """The happening of the chronicle that its words, parties and report allow, and none where two do."""
    found = deed_of(msgspec.structs.replace(SINCE, **others))
    assert (found.id if found else "") == expected


def test_what_is_signed_for_it_is_told_for_it() -> None:
    """ "Signed the treaties" in a sentence about annexation, on its day."""
    signed = {"act": ("sign", "treati"), "stems": {"annex"}, "when": days("2022-09-30")}
    found = deed_of(msgspec.structs.replace(SINCE, **signed))
    assert found is not None
    assert found.act == "annex"


def test_known_deeds_are_between_two_and_have_a_day() -> None:
    """Each has a word for its act, two parties and a first day."""
    deeds = [deed for found in known._deeds().values() for deed in found]
    assert len(deeds) > 200
    for deed in deeds:
        assert len(deed.sides) == 2
        assert deed.act
        assert deed.days[0] <= deed.days[1]
        assert not deed.by or deed.by in deed.sides
