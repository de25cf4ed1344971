"""Events as columns: pairs of sides, what was known when, and the same whatever the order."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.system.ledger import COLUMNS, NOBODY, Entry, joined, packed, unpacked
from dragoman.terms import EventType, Status
from tests.system.ledgers import MONDAY, entries, entry, of


def test_a_summit_pairs_everybody_with_everybody() -> None:
    """Nobody is the recipient of a summit of three, so each meets the two others."""
    summit = of(entry(1, ["RUS", "KAZ", "ARM"], []))
    assert len(summit) == 6
    assert set(summit.event) == {1}


def test_who_attacks_nobody_known_stands_alone() -> None:
    """Two that attack somebody unknown did not attack each other."""
    attack = of(entry(1, ["RUS", "KAZ"], [], type=EventType.ASSAULT))
    assert list(attack.recipient) == [NOBODY, NOBODY]
    assert not len(attack.abroad())


def test_a_side_is_found_by_its_id() -> None:
    """Sides stand in the order of their names; who takes part in nothing is nobody."""
    ledger = of(entry(1, ["RUS"], ["KAZ"]))
    assert ledger.sides == ("KAZ", "RUS")
    assert (ledger.index("RUS"), ledger.index("USA")) == (1, NOBODY)
    assert len(ledger.between("KAZ", "RUS")) == 1
    assert not len(ledger.between("KAZ", "RUS", directed=True))


def test_the_past_holds_what_was_reported_by_then() -> None:
    """An event told a week later is not known on its own day, though it has happened."""
    ledger = of(entry(1, ["RUS"], ["KAZ"], known=MONDAY + 7))
    assert not len(ledger.as_of(MONDAY))
    assert len(ledger.happened_by(MONDAY)) == len(ledger.as_of(MONDAY + 7)) == 1


def test_what_is_planned_is_not_counted() -> None:
    """Only what happened or goes on counts, unless somebody asks for more."""
    ledger = of(entry(1, ["RUS"], ["KAZ"], status=Status.PLANNED), entry(2, ["RUS"], ["KAZ"]))
    assert list(ledger.with_status().event) == [2]
    assert list(ledger.with_status([Status.PLANNED]).event) == [1]


@given(entries())
def test_a_ledger_comes_back_from_its_bytes(found: list[Entry]) -> None:
    """Nothing is lost or turned around by keeping it."""
    ledger = of(*found)
    again = unpacked(packed(ledger))
    assert again.sides == ledger.sides
    assert all(np.array_equal(getattr(again, name), getattr(ledger, name)) for name in COLUMNS)


@given(entries(), st.integers(0, 20))
def test_two_ledgers_together_are_one_of_everything(found: list[Entry], cut: int) -> None:
    """Cutting the events in two and joining the ledgers changes no row."""
    whole, parts = of(*found), joined([of(*found[:cut]), of(*found[cut:])])
    assert parts.sides == whole.sides
    assert all(np.array_equal(getattr(parts, name), getattr(whole, name)) for name in COLUMNS)
