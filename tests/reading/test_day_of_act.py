"""Which day belongs to which act."""

from __future__ import annotations

import pytest

from tests.reading.readings import events


@pytest.mark.parametrize(
    ("sentence", "trigger", "day"),
    [
        ("Iran attacked Herat on Monday.", "attacked", "2022-10-10"),
        ("On Monday Iran attacked Herat and Chad condemned Iran.", "condemned", "2022-10-10"),
        ("Iran on Monday attacked Herat and expelled the Chadian envoy.", "expelled", "2022-10-10"),
        ("Chad warned Iran of measures of a kind not used in 2014.", "warned", "unknown"),
        ("Mali said on Monday that Iran had attacked Herat.", "attacked", "unknown"),
        ("OSLO, Oct 14 (Wire) - Iran attacked Herat.", "attacked", "unknown"),
        ("Iran attacked Herat after Chad met Mali on Monday.", "attacked", "unknown"),
    ],
)
def test_day_goes_to_its_own_act(sentence: str, trigger: str, day: str) -> None:
    """A day of another verb, of the report or of the dateline is not the day of the act."""
    found = {
        event.trigger.of(sentence).split()[0]: event for event in events(sentence, published="2022-10-14")
    }
    assert str(found[trigger].when) == day


def test_day_is_unknown_in_an_undated_document() -> None:
    """ "On Monday" needs a day to count from."""
    (event,) = events("Iran attacked Herat on Monday.")
    assert event.when.is_unknown
