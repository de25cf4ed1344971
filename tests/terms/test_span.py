"""Stretches of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms import Span

TEXT = "Astana rejected it."
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(*sorted(ends)))


def test_an_empty_span_is_still_a_span() -> None:
    """`if span` asks whether there is a place, not whether it has characters."""
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0


@given(spans, spans)
def test_overlap_and_containment_are_those_of_the_characters(one: Span, other: Span) -> None:
    """The answers are those of the sets of offsets."""
    first, second = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.overlaps(other) == bool(first & second)
    if other.start < other.end:
        assert one.contains(other) == (second <= first)
    assert len(one) == len(one.of(TEXT)) == len(first)


@given(spans, st.integers(0, 50))
def test_shifting_keeps_the_words(span: Span, by: int) -> None:
    """The same words stand later when something is put before them."""
    assert span.shifted(by).of(" " * by + TEXT) == span.of(TEXT)
