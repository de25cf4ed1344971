"""Every row of the status table reads its own example."""

from __future__ import annotations

import pytest

from dragoman.terms import Status
from dragoman.world.language import StatusCue, load
from tests.reading.readings import events


@pytest.mark.parametrize("row", load().status, ids=lambda row: f"{row.cue} > {row.reads}")
def test_row_reads_its_example(row: StatusCue) -> None:
    """The act named by the row's trigger gets the row's status."""
    found = [e for e in events(row.example) if row.trigger.lower() in e.trigger.of(row.example).lower()]
    assert row.reads in [event.status for event in found]


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("Kigali denies it and accuses Uganda of theatre.", "accuses", Status.HAPPENED),
        ("Prague refused to name the attack on Minsk.", "attack", Status.HAPPENED),
        ("Prague refused to hold talks with Minsk.", "hold talks", Status.DENIED),
        ("Chile would come to the summit if Peru does not attack Bolivia.", "attack", Status.POSSIBLE),
        ("Russian troops are to withdraw from Abkhazia.", "withdraw", Status.PLANNED),
        ("The airfield is being shelled by Iran.", "shelled", Status.ONGOING),
        ("An attack on Latvia would be answered by Poland.", "attack", Status.PLANNED),
        ("France accused Mali of arrests under a false pretext.", "accused", Status.HAPPENED),
    ],
)
def test_status_holds_only_for_its_own_act(sentence: str, trigger: str, status: Status) -> None:
    """A denial, a plan or a condition holds for the act it governs and not for the one beside it."""
    found = [e.status for e in events(sentence) if e.trigger.of(sentence).startswith(trigger)]
    assert found == [status]


@pytest.mark.parametrize("called", ["urged", "called on", "asked"])
def test_what_is_asked_for_is_called_for_and_the_asking_happened(called: str) -> None:
    """The request is an act that happened; what it asks for is only called for."""
    sentence = f"The African Union {called} Eritrea to release the envoys."
    found = {event.type.value: event.status for event in events(sentence)}
    assert found["REQUEST"] is Status.HAPPENED
    assert found["RETREAT"] is Status.CALLED_FOR


def test_an_object_of_nothing_denies_the_act() -> None:
    """Who recognises none of them recognises nobody."""
    (event,) = events("Kazakhstan recognised none of Russia's conquests.")
    assert event.status is Status.DENIED
