"""Who plays which part in an act."""

from __future__ import annotations

import pytest

from tests.reading.readings import events


@pytest.mark.parametrize(
    ("sentence", "kind", "actors", "recipients"),
    [
        ("Iran attacked Iraq.", "ASSAULT", ["Iran"], ["Iraq"]),
        ("Iraq was attacked by Iran.", "ASSAULT", ["Iran"], ["Iraq"]),
        ("Iran's attack on Iraq failed.", "ASSAULT", ["Iran"], ["Iraq"]),
        ("Iran launched an attack on Iraq.", "ASSAULT", ["Iran"], ["Iraq"]),
        ("Iraq suffered an attack by Iran.", "ASSAULT", ["Iran"], ["Iraq"]),
        ("Weapons were delivered to Chad by Germany.", "AID", ["Germany"], ["Chad"]),
        ("Sanctions were imposed on Chad by Brussels.", "SANCTION", ["Brussels"], ["Chad"]),
        ("Talks were held between Iran and Iraq.", "CONSULT", ["Iran", "Iraq"], []),
        ("The treaty was signed by Chile and Peru.", "SUPPORT", ["Chile", "Peru"], []),
    ],
)
def test_parts_are_found(sentence: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    """Active, passive, nominal and light-verb tellings of an act have the same participants."""
    found = [
        ([m.text for m in event.actors], [m.text for m in event.recipients])
        for event in events(sentence)
        if event.type.value == kind
    ]
    assert (actors, recipients) in found


def test_nobody_is_on_both_sides() -> None:
    """The same words are never actor and recipient of one act."""
    for event in events("Iran and Iraq attacked each other in Iran."):
        assert {m.span for m in event.actors}.isdisjoint(m.span for m in event.recipients)


def test_the_forces_that_move_are_no_recipient() -> None:
    """What is sent or withdrawn is not to whom."""
    (event,) = events("Belarus withdrew soldiers on Friday.")
    assert ([actor.entity for actor in event.actors], event.recipients) == (["BLR"], ())
