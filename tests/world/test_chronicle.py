"""The chronicle: what happened when, and by which words it is known."""

from __future__ import annotations

from collections import Counter
from datetime import date
from importlib import resources
from itertools import pairwise

import msgspec
import pytest

from dragoman.terms import Interval, WorldError
from dragoman.world import chronicle, load
from dragoman.world.chronicle.tables import Sources, build

CHRONICLE = chronicle.load()
WRITTEN = date(2026, 11, 25)  # nothing is known of later days, unless it was foretold


def sources(**lists: object) -> Sources:
    """The folder as it is written, with one file of each kind."""
    empty: dict[str, object] = {
        "happenings": {},
        "keys": {},
        "births": [],
        "summits": [],
        "votes": [],
        "roles": [],
    }
    return msgspec.convert(empty | lists, Sources)


def test_there_is_much_of_it() -> None:
    """Enough that most news name something."""
    assert len(CHRONICLE.happenings) >= 400
    assert len(CHRONICLE.lives) >= 200
    assert len(CHRONICLE.series) >= 30
    assert len(CHRONICLE.roles) >= 100


def test_names_and_phrases_are_written_once() -> None:
    """A phrase means one happening; a case of letters makes no other."""
    names = Counter(happening.name for happening in CHRONICLE.happenings)
    phrases = Counter(phrase.casefold() for happening in CHRONICLE.happenings for phrase in happening.called)
    called = Counter(phrase.casefold() for series in CHRONICLE.series for phrase in series.called)
    people = Counter(life.person for life in CHRONICLE.lives)
    for counted in (names, phrases, called, people, Counter(series.name for series in CHRONICLE.series)):
        assert [name for name, times in counted.items() if times > 1] == []


def test_every_happening_can_be_named() -> None:
    """By a phrase or by a key; a key is two to five beginnings of words in lower case."""
    for happening in CHRONICLE.happenings:
        assert happening.called or happening.keys, happening.name
        assert all(phrase == phrase.strip() and phrase for phrase in happening.called), happening.name
        for key in happening.keys:
            assert 2 <= len(key) <= 5, happening.name
            assert all(stem == stem.lower() and stem for stem in key), happening.name


def test_every_happening_has_a_first_day() -> None:
    """It could not be named after it, and lies in the past unless it was foretold."""
    for happening in CHRONICLE.happenings:
        first = happening.when.earliest
        assert first is not None, happening.name
        assert happening.since <= first, happening.name
        assert happening.since <= WRITTEN, happening.name
        assert happening.when.latest is None or happening.when.latest >= first, happening.name


def test_births_are_of_people_of_the_world() -> None:
    """Their ids are ids there, and nobody died before he was born."""
    assert [life.person for life in CHRONICLE.lives if life.person not in load().entities] == []
    for life in CHRONICLE.lives:
        assert life.born.earliest is not None, life.person
        if life.died is not None and life.died.latest is not None:
            assert life.died.latest > life.born.earliest, life.person


def test_meetings_come_in_order() -> None:
    """By day and by number, each with a first and a last day."""
    for series in CHRONICLE.series:
        assert series.called, series.name
        for meeting in series.meetings:
            assert meeting.when.width_days is not None, series.name
        days = [meeting.when.earliest or date.min for meeting in series.meetings]
        numbers = [meeting.number for meeting in series.meetings if meeting.number is not None]
        assert all(one <= two for one, two in pairwise(days)), series.name
        assert all(one < two for one, two in pairwise(numbers)), series.name


def test_roles_begin_before_they_end() -> None:
    """With a first day each."""
    for role in CHRONICLE.roles:
        assert role.valid.earliest is not None, role
        assert role.valid.latest is None or role.valid.latest >= role.valid.earliest, role


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Dissolution of the Soviet Union", date(1991, 12, 25)),
        ("Russian invasion of Ukraine", date(2022, 2, 24)),
        ("Boston Marathon bombing", date(2013, 4, 15)),
        ("Sinking of the Moskva", date(2022, 4, 14)),
    ],
)
def test_well_known_days_are_right(name: str, day: date) -> None:
    """As any history book has them."""
    (happening,) = [happening for happening in CHRONICLE.happenings if happening.name == name]
    assert happening.when.earliest == day


def test_the_tables_are_loaded_once_and_have_a_version() -> None:
    """The version is part of each reading's provenance."""
    assert chronicle.load() is CHRONICLE
    assert len(chronicle.version()) == 16
    assert resources.files("dragoman.world.chronicle").joinpath("compiled.msgpack").is_file()


def test_written_lists_become_tables() -> None:
    """Days become intervals; keys join the happening they name."""
    flood = {"name": "Flood of Osh", "when": "2019-03", "called": ["Osh flood"], "foretold": "2019-02-27"}
    made = build(
        sources(happenings={"a": [flood]}, keys={"a": [{"name": "Flood of Osh", "keys": ["Osh floo"]}]})
    )
    (happening,) = made.happenings
    assert (happening.when, happening.since) == (Interval.parse("2019-03"), date(2019, 2, 27))
    assert happening.keys == (("osh", "floo"),)


FLOOD = {"name": "Flood of Osh", "when": "2019-03-04", "called": ["Osh flood"]}


@pytest.mark.parametrize(
    ("lists", "said"),
    [
        ({"happenings": {"a": [FLOOD, FLOOD]}}, "'Flood of Osh' is written twice"),
        ({"happenings": {"a": [FLOOD | {"when": "soon"}]}}, "'Flood of Osh'"),
        ({"happenings": {"a": [FLOOD | {"when": "/2019"}]}}, "no first day"),
        ({"happenings": {"a": [FLOOD | {"foretold": "2020"}]}}, "foretold after it began"),
        ({"keys": {"a": [{"name": "Flood", "keys": ["osh flood"]}]}}, "no happening is called 'Flood'"),
        (
            {"happenings": {"a": [FLOOD]}, "keys": {"a": [{"name": "Flood of Osh", "keys": ["flood"]}]}},
            "2 to 5 word beginnings",
        ),
        ({"births": [{"id": "Aigul", "born": "1952-13-01"}]}, "'Aigul'"),
    ],
)
def test_a_wrong_entry_is_named(lists: dict[str, object], said: str) -> None:
    """Whoever wrote it finds it."""
    with pytest.raises(WorldError, match=said):
        build(sources(**lists))
