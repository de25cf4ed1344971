"""Variants of items say the same of others."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from dragoman.training.augment import replace, swap_states, vary
from tests.training import samples


def test_states_are_swapped_the_same_everywhere() -> None:
    """Roles stay where they were."""
    item = samples.items()[1]
    varied = swap_states(item, random.Random(3))
    (actor,), (recipient,) = varied.events[0].actors, varied.events[0].recipients
    assert "Peru" not in varied.text
    assert "Chile" not in varied.text
    assert (
        varied.text
        == f"{actor.of(varied.text)} refused to extradite the former minister to {recipient.of(varied.text)}."
    )
    assert varied.events[1].actors == (actor,)


@given(st.sampled_from(samples.items()), st.integers(0, 10_000))
def test_spans_keep_their_words(item, seed):  # type: ignore[no-untyped-def]
    """Triggers are not states or articles, so a variant has the same ones."""
    varied = vary(item, random.Random(seed))
    for before, after in zip(item.events, varied.events, strict=True):
        assert before.trigger.of(item.text) == after.trigger.of(varied.text)
        assert len(before.actors) == len(after.actors)
        assert all(span.of(varied.text).strip() for span in (*after.actors, *after.recipients))


def test_words_that_are_a_whole_span_are_not_taken_out() -> None:
    """A change that would leave a span empty is left out."""
    item = samples.items()[1]
    assert replace(item, [(0, 4, "")]) == item
