"""The tone from week to week."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.system.model import Model
from tests.system.test_model import AT, model, world

__all__ = ["model"]


def test_the_last_tone_is_that_of_the_relation(model: Model) -> None:
    """And it has fallen since the two fell out."""
    tones, relation = model.tones("RUS", "KAZ"), model.relation("KAZ", "RUS")
    assert relation is not None
    last = AT - timedelta(days=AT.weekday())
    assert tones[last] == relation.standings[0].tone
    assert tones[last].value < tones[last - timedelta(weeks=24)].value


def test_there_is_no_tone_of_few_events(model: Model) -> None:
    """Nor of two who never met."""
    first = date.fromordinal(min(each.first for each in world()))
    assert min(model.tones("KAZ", "RUS")) > first + timedelta(weeks=5)
    assert model.tones("RUS", "NATO") == {}
