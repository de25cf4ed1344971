"""Acts that have the day of a happening everybody knows."""

from __future__ import annotations

import pytest

from tests.reading.readings import events

_DAY = "2022-10-14"


def _when(sentence: str, trigger: str, published: str | None = _DAY) -> str:
    """The days of the act that a word of a sentence names."""
    found = {event.trigger.of(sentence).split()[-1]: event for event in events(sentence, published=published)}
    return str(found[trigger].when)


@pytest.mark.parametrize(
    ("sentence", "trigger", "days"),
    [
        ("Chad condemned the invasion of Ukraine.", "invasion", "2022-02-24"),
        ("Chad condemned Russia’s invasion of Ukraine.", "invasion", "2022-02-24"),
        ("Japan has sent aid since Russia invaded Ukraine.", "invaded", "2022-02-24"),
        ("Mali condemned the annexation of Crimea.", "annexation", "2014-02-27/2014-03-18"),
        ("Chad condemned the September 11 attacks on the United States.", "attacks", "2001-09-11"),
        ("Iraq's invasion of Kuwait was condemned by Chad.", "invasion", "1990-08-02"),
        ("Russia launched an invasion of Ukraine.", "invasion", "2022-02-24"),
    ],
)
def test_known_happening_lends_its_days(sentence: str, trigger: str, days: str) -> None:
    """An act that is named as something known has the days of it."""
    assert _when(sentence, trigger) == days


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("China invaded Ukraine.", "invaded"),
        ("Turkey's invasion of Ukraine was condemned by Chad.", "invasion"),
        ("Chad condemned another invasion of Ukraine by Russia.", "invasion"),
        ("Chad condemned Russia's invasion of Ukraine's airspace.", "invasion"),
        ("Russia will begin the invasion of Ukraine.", "invasion"),
        ("Israel invaded Lebanon.", "invaded"),
        ("Russia accused Ukraine of a Crimean Bridge attack.", "attack"),
        ("The United States invaded Afghanistan after the September 11 attacks.", "invaded"),
    ],
)
def test_other_acts_keep_no_day(sentence: str, trigger: str) -> None:
    """Another's act, another act of the same name, a part of it and a plan are not the known one."""
    assert _when(sentence, trigger) == "unknown"


@pytest.mark.parametrize("published", ["2021-10-14", None])
def test_nothing_is_known_before_it_was(published: str | None) -> None:
    """What is told before it happened, or nobody knows when, is not dated by short words for it."""
    assert _when("Chad condemned Russia's invasion of Ukraine.", "invasion", published) == "unknown"


def test_day_of_its_own_stays() -> None:
    """A day the sentence gives goes before what is known."""
    assert _when("Russia's invasion of Ukraine in 2014 shocked Chad.", "invasion") == "2014"


def test_latest_of_several_is_meant_when_it_is_recent() -> None:
    """Of two happenings of one name that of lately is meant, and long after neither."""
    sentence = "Chad condemned the invasion of Somalia."
    assert _when(sentence, "invasion", "2011-12-01") == "2011-10-16"
    assert _when(sentence, "invasion", "2022-10-14") == "unknown"
