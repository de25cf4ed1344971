"""In what tellings of one event agree, and in what they contradict each other."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.account import MUTUAL, agreements, event_of
from dragoman.record.agreement import NEIGHBOURS, Agreement, Field, Stance
from dragoman.terms import EventType, Interval, Mention, Status, Telling
from dragoman.world import plover
from tests.record.test_account import (
    ARMY,
    GUNMEN,
    KAZAKHSTAN,
    KHARKIV,
    KUPIANSK,
    LVIV,
    MINISTRY,
    PUTIN,
    RUSSIA,
    UKRAINE,
    UKRAINE_AT_LARGE,
    piles,
    told,
)

NATO = Mention("NATO", "NATO", None, "IGO")
DNIPRO = Mention("the Dnipro", "river:Dnipro River")
DONBAS = Mention("Donbas", "area:Donbas", "UKR")
VILLAGE = Mention("the village")


def of(field: Field, *tellings: Telling, **copies: str) -> Agreement:
    """What the tellings say of one field; each keyword is a copy and names its original."""
    return agreements(tellings, copies)[list(Field).index(field)]


def stances(field: Field, *tellings: Telling, **copies: str) -> list[str]:
    """How each telling stands to what is taken."""
    found = of(field, *tellings, **copies)
    return [found.stance(one.mention.id).value for one in tellings]


def test_every_account_is_kept() -> None:
    """What is taken stands first, with its voices; the others follow by weight; who is silent is listed."""
    pile = [told("a"), told("b", when="2022-10-08"), told("c", when="2022-10-07", by=(MINISTRY,))]
    days = of(Field.WHEN, *pile, told("d", when="2022-10-07"))
    assert [(each.value, each.weight, each.tellings) for each in days.accounts] == [
        ("2022-10-07", 2, ("c1", "d1")),
        ("2022-10-08", 1, ("b1",)),
    ]
    assert [voice.name for voice in days.accounts[0].voices] == ["the Defence Ministry", "Outlet d"]
    assert (days.silent, days.is_disputed) == (("a1",), True)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2022-10-07", "2022-10"), ["agreed", "less exact"]),
        (("2022-10-07", "2022-10-08"), ["agreed", "contradicting"]),
        (("2022-10-07/2022-10-08", "2022-10-14"), ["agreed", "contradicting"]),
        (("2022-10-08", "2022-10-07"), ["agreed", "contradicting"]),
        (("2022-10-07", ""), ["agreed", "silent"]),
        (("2022-10-01/2022-10-09", "2022-10-05/2022-10-13"), ["agreed", "compatible"]),
        (("2022-10-07", "2022-10-06/"), ["agreed", "less exact"]),
        (("2022-10-07", "2022-09", "2022-09"), ["contradicting", "agreed", "agreed"]),
        (("2022-10", "2022-10", "2022-10-07"), ["less exact", "less exact", "agreed"]),
        (
            ("2022-10-06/2022-10-07", "2022-10-06/2022-10-07", "2022-10-09"),
            ["agreed", "agreed", "contradicting"],
        ),
    ],
)
def test_days(days: tuple[str, ...], expected: list[str]) -> None:
    """The most exact day with no more voices against it than for it is taken; of equal ones the first."""
    pile = [told("abc"[number], when=day) for number, day in enumerate(days)]
    assert stances(Field.WHEN, *pile) == expected


def test_a_reprint_does_not_move_the_day() -> None:
    """ "On Friday" of a later copy is another Friday; it is listed, weighs nothing and disputes nothing."""
    original = told("a", when="2022-10-07/2022-10-08", on="2022-10-09")
    reprint = told("b", when="2022-10-14", on="2022-10-16")
    found = of(Field.WHEN, original, reprint, b="a")
    assert [(each.weight, each.stance.value) for each in found.accounts] == [
        (1, "agreed"),
        (0, "contradicting"),
    ]
    assert event_of([original, reprint], {"b": "a"}).disputed == ()
    assert event_of([original, reprint], {}).disputed == ("when",)


def test_a_plan_does_not_date_what_happened() -> None:
    """Planned for the 10th and done on the 12th is no dispute."""
    pile = [told("a", status=Status.PLANNED, when="2022-10-10"), told("b", when="2022-10-12")]
    event = event_of(pile, {})
    assert (str(event.when), event.disputed) == ("2022-10-12", ())
    assert str(event_of(pile[:1], {}).when) == "2022-10-10"


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((UKRAINE_AT_LARGE, KUPIANSK), ["less exact", "agreed"]),
        ((KHARKIV, KUPIANSK), ["less exact", "agreed"]),
        ((KUPIANSK, LVIV), ["agreed", "contradicting"]),
        ((LVIV, RUSSIA), ["agreed", "contradicting"]),
        ((KUPIANSK, None), ["agreed", "silent"]),
        ((KUPIANSK, VILLAGE), ["agreed", "compatible"]),
        ((KUPIANSK, DNIPRO), ["agreed", "compatible"]),
        ((DONBAS, UKRAINE_AT_LARGE), ["agreed", "less exact"]),
        ((RUSSIA, DONBAS), ["agreed", "contradicting"]),
        ((DNIPRO, UKRAINE_AT_LARGE), ["agreed", "less exact"]),
    ],
)
def test_places(places: tuple[Mention | None, ...], expected: list[str]) -> None:
    """A town in its region and state is more exact; a river lies in each of its states."""
    pile = [told("abc"[number], where=place) for number, place in enumerate(places)]
    assert stances(Field.WHERE, *pile) == expected


@pytest.mark.parametrize(
    ("type", "actors", "expected"),
    [
        (EventType.ASSAULT, ((RUSSIA,), (PUTIN,)), ["agreed", "more exact"]),
        (EventType.ASSAULT, ((ARMY,), (RUSSIA,)), ["agreed", "less exact"]),
        (EventType.ASSAULT, ((ARMY,), (PUTIN,)), ["agreed", "compatible"]),
        (EventType.ASSAULT, ((RUSSIA, KAZAKHSTAN), (RUSSIA,)), ["agreed", "less exact"]),
        (EventType.ASSAULT, ((RUSSIA,), ()), ["agreed", "silent"]),
        (EventType.ASSAULT, ((RUSSIA,), (GUNMEN,)), ["agreed", "compatible"]),
        (EventType.ASSAULT, ((RUSSIA,), (KAZAKHSTAN,)), ["agreed", "contradicting"]),
        (EventType.ASSAULT, ((KAZAKHSTAN,), (NATO,)), ["agreed", "compatible"]),
        (EventType.AID, ((RUSSIA,), (KAZAKHSTAN,)), ["agreed", "compatible"]),
        (EventType.AID, ((RUSSIA,), (UKRAINE,)), ["agreed", "contradicting"]),
        (EventType.CONSULT, ((RUSSIA,), (UKRAINE,)), ["agreed", "compatible"]),
    ],
)
def test_actors(type: EventType, actors: tuple[tuple[Mention, ...], ...], expected: list[str]) -> None:
    """Another state did the violence, or the helped one helps: contradicting; who meets whom has no roles."""
    pile = [told("abc"[number], those, type=type) for number, those in enumerate(actors)]
    assert stances(Field.ACTORS, *pile) == expected


def test_exchanged_roles_contradict() -> None:
    """ "Russia shelled Ukraine" and "Ukraine shelled Russia" cannot both be the event."""
    pile = [told("a"), told("b", (UKRAINE,), (RUSSIA,))]
    for field in (Field.ACTORS, Field.RECIPIENTS):
        assert stances(field, *pile) == ["agreed", "contradicting"]


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ((EventType.CONSULT, EventType.COOPERATE), "compatible"),
        ((EventType.COERCE, EventType.ASSAULT), "compatible"),
        ((EventType.ACCUSE, EventType.REJECT), "compatible"),
        ((EventType.CONSULT, EventType.ASSAULT), "contradicting"),
        ((EventType.AID, EventType.SANCTION), "contradicting"),
    ],
)
def test_types(types: tuple[EventType, EventType], expected: str) -> None:
    """Types of one quad and neighbours are wording, other quads contradict."""
    assert stances(Field.TYPE, told("a", type=types[0]), told("b", type=types[1])) == ["agreed", expected]


def test_neighbours_are_of_two_quads() -> None:
    """Pairs within a quad need no row."""
    assert all(len({plover.quad(type) for type in pair}) == 2 for pair in NEIGHBOURS)
    assert {type for pair in NEIGHBOURS for type in pair} >= MUTUAL


def test_more_voices_say_the_type() -> None:
    """Two newspapers outweigh a sure one; of as many the surer counts."""
    pile = [told("a", type=EventType.AID, confidence=0.9), told("b"), told("c")]
    assert event_of(pile, {}).type is EventType.ASSAULT
    assert event_of(pile[:2], {}).type is EventType.AID


P, H, D, C = Status.PLANNED, Status.HAPPENED, Status.DENIED, Status.CALLED_FOR


@pytest.mark.parametrize(
    ("pile", "expected"),
    [
        ([told("a", on="2022-10-08"), told("b", status=P, on="2022-10-02")], "compatible"),
        ([told("a", on="2022-10-08"), told("b", status=P, on="2022-10-09")], "compatible"),
        ([told("a", on="2022-10-08"), told("b", status=P, on="2022-10-09", when="2022-11")], "contradicting"),
        ([told("a", on="2022-10-08"), told("b", status=P, on="2022-10-02", when="2022-11")], "compatible"),
        ([told("a"), told("b", status=D)], "contradicting"),
        ([told("a", when="2022-10-07"), told("b", status=D, on="2022-10-02")], "compatible"),
        ([told("a", when="2022-10-07"), told("b", status=D, on="2022-10-09")], "contradicting"),
        ([told("a", status=D, on="2022-10-09"), told("b", status=P, on="2022-10-02")], "compatible"),
        ([told("a", status=P, on="2022-10-02"), told("b", status=D, on="2022-10-02")], "contradicting"),
        ([told("a", status=P, on="2022-10-09"), told("b", status=D, on="2022-10-02")], "compatible"),
        ([told("a", status=P), told("b", status=C)], "compatible"),
    ],
)
def test_statuses(pile: list[Telling], expected: str) -> None:
    """A plan before the act is history; a denial after it, or a plan still to come, is not."""
    assert stances(Field.STATUS, *pile) == ["agreed", expected]
    assert event_of(pile, {}).disputed == (("status",) if expected == "contradicting" else ())


def test_who_says_both_disputes_nothing() -> None:
    """A ministry that names another day in a later report corrects itself."""
    first, second = told("a", by=(MINISTRY,), when="2022-10-07"), told("b", by=(MINISTRY,), when="2022-10-08")
    assert stances(Field.WHEN, first, second) == ["agreed", "contradicting"]
    assert not of(Field.WHEN, first, second).is_disputed


def test_modes_belong_to_their_type() -> None:
    """Modes never contradict, and who says another type says nothing of the mode."""
    pile = [told("a", mode="drone"), told("b", mode="artillery", confidence=0.4)]
    other = told("c", type=EventType.COERCE, mode="arrest")
    assert stances(Field.MODE, *pile, other) == ["agreed", "compatible", "silent"]


@settings(deadline=None)
@given(piles, st.randoms(use_true_random=False))
def test_every_telling_stands_in_each_field_once(pile: list[Telling], dice: random.Random) -> None:
    """It is in one account or silent, in whatever order they come; and disputes are those of the event."""
    shuffled = list(pile)
    dice.shuffle(shuffled)
    found = agreements(pile, {"b": "a"})
    assert agreements(shuffled, {"b": "a"}) == found
    for each in found:
        listed = [id for account in each.accounts for id in account.tellings]
        assert sorted([*listed, *each.silent]) == sorted(one.mention.id for one in pile)
        assert [account.stance for account in each.accounts[:1]] in ([], [Stance.AGREED])
    if len(pile) > 1:
        disputed = tuple(each.field.value for each in found if each.is_disputed)
        assert event_of(pile, {"b": "a"}).disputed == disputed


def test_the_field_names_the_value_as_people_know_it() -> None:
    """Accounts are printed by name, a place with what it lies in."""
    one = told("a", (ARMY, GUNMEN), where=KUPIANSK, when="2022-10")
    shown = [account.value for each in agreements([one], {}) for account in each.accounts]
    assert shown == [
        "ASSAULT", "happened", "2022-10", "Kupiansk, Kharkiv, Ukraine", 'Russia (MIL), "gunmen"', "Ukraine",
    ]  # fmt: skip
    unknown = msgspec.structs.replace(one, published=Interval())
    assert agreements([unknown], {}) == agreements([one], {})
