"""Agreement between annotations."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from dragoman.reading import Annotation
from dragoman.terms import EventType, Span, Status
from dragoman.training.calibrate import Bin, outcomes, platt, reliability
from dragoman.training.measure import agreement
from tests.training import samples


def test_everybody_agrees_with_himself() -> None:
    """In every measure."""
    items = samples.items()
    found = agreement(items, items)
    values = [getattr(found, name) for name in found.__struct_fields__ if name not in ("by_type", "n")]
    assert values == [1.0] * len(values)
    assert found.n == 4


def test_silence_agrees_in_nothing() -> None:
    """Without a crash."""
    items = samples.items()
    found = agreement(items, [Annotation()] * len(items))
    assert (found.located_f1, found.mention_f1, found.status_acc) == (0.0, 0.0, 0.0)


def test_another_type_is_located_and_not_typed() -> None:
    """The status is still compared."""
    (item,) = samples.items()[:1]
    event = msgspec.structs.replace(item.events[0], type=EventType.AID, status=Status.DENIED)
    found = agreement([item], [msgspec.structs.replace(item, events=(event,))])
    assert (found.located_f1, found.type_f1, found.status_acc) == (1.0, 0.0, 0.0)
    assert found.actor_f1 == 1.0


def test_a_trigger_elsewhere_is_another_event() -> None:
    """Even of the same type."""
    (item,) = samples.items()[:1]
    event = msgspec.structs.replace(item.events[0], trigger=Span(0, 3))
    assert agreement([item], [msgspec.structs.replace(item, events=(event,))]).located_f1 == 0.0


def test_platt_makes_confidence_true() -> None:
    """Half of the events said with .9 are right; afterwards they are said with .5."""
    given, right = np.repeat([0.9, 0.1], 40), np.tile([1.0, 0.0], 40)
    right[40:] = 0.0
    slope, offset = platt(given, right)
    raised = 1 / (1 + np.exp(-(slope * np.log(0.9 / 0.1) + offset)))
    assert raised == pytest.approx(0.5, abs=0.02)


def test_reliability_counts_what_is_right() -> None:
    """Bins of like confidence."""
    items = samples.items()
    unsure = [
        msgspec.structs.replace(
            item, events=tuple(msgspec.structs.replace(event, confidence=0.75) for event in item.events)
        )
        for item in items
    ]
    assert reliability(items, unsure) == [Bin(0.75, 1.0, 4)]
    assert outcomes(items, unsure)[1].sum() == 4
