"""Documents that tell one story."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.stories import (
    KEPT,
    THRESHOLD,
    Subject,
    alike,
    keys,
    link,
    packed,
    sought,
    stories,
    subject,
    subject_of,
    unpacked,
)
from dragoman.record.trace import Days
from dragoman.terms import Link
from tests.piles import EXPELLED, SENDS, SENT, SHELLED, SHELLING, WILL_SEND, report
from tests.record.traces import STEMS, days

weighed = st.dictionaries(st.sampled_from(STEMS), st.floats(0.1, 20), max_size=10).map(
    lambda found: tuple(found.items())
)
subjects = st.builds(subject_of, st.text("abc", min_size=1, max_size=4), weighed, st.none() | days(20))


@settings(deadline=None, max_examples=25)
@given(subjects)
def test_a_subject_is_a_direction(one: Subject) -> None:
    """Of length 1 where it says anything; found by its words, and kept without loss."""
    length = math.sqrt(sum(weight**2 for weight in one.stems.values()))
    assert length == pytest.approx(1.0 if one.stems else 0.0)
    assert len(set(keys(one))) == min(8, len(one.stems)) * (2 if one.published else 1)
    assert unpacked(packed(one)) == one


@settings(deadline=None, max_examples=25)
@given(subjects, subjects)
def test_likeness_is_a_symmetric_probability(one: Subject, other: Subject) -> None:
    """To the last bit, and nothing is as like it as itself."""
    found = alike(one, other)
    assert alike(other, one) == found
    assert 0 <= found <= 1
    assert found <= alike(one, one) + 1e-9 or not one.stems
    first, second = sorted((one.document, other.document))
    assert link(one, other) == (Link(first, second, round(found, 4)) if found >= KEPT else None)


@settings(deadline=None, max_examples=25)
@given(weighed, st.integers(0, 400), st.integers(0, 400))
def test_a_story_comes_to_an_end(words: tuple[tuple[str, float], ...], soon: int, late: int) -> None:
    """The longer after, the less likely it is told on; who does not know when is held back a little."""
    first, last = sorted((soon, late))
    begun, undated = subject_of("a", words, (1000, 1001)), subject_of("u", words, None)
    then, later = (subject_of("b", words, (1001 + gap, 1003 + gap)) for gap in (first, last))
    assert alike(begun, begun) >= alike(begun, then) >= alike(begun, later)
    assert alike(begun, begun) >= alike(begun, undated)


def test_reports_of_one_flood_are_a_story() -> None:
    """In whatever words; the shelling is another."""
    pile = [
        report(SENT),
        report(SENDS, WILL_SEND, outlet="Volna"),
        report(SHELLED),
        report(SHELLING, outlet="Volna"),
        report(EXPELLED),
    ]
    found = [subject(each.document) for each in pile]
    names = {each.document.id: name for each, name in zip(pile, "abcde", strict=True)}
    links = [made for place, one in enumerate(found) for other in found[:place] if (made := link(one, other))]
    groups = stories(names, links)
    assert sorted("".join(sorted(names[id] for id in group)) for group in groups) == ["ab", "cd", "e"]


def test_documents_that_can_be_one_story_share_a_key() -> None:
    """What is alike is found."""
    one, other = (subject(report(*told).document) for told in ((SENT,), (SENDS, WILL_SEND)))
    assert alike(one, other) > THRESHOLD
    assert set(sought(one)) & set(keys(other))
    assert set(keys(one)) & set(sought(other))


@settings(deadline=None, max_examples=50)
@given(weighed, st.none() | days(20), st.none() | days(20), st.integers(0, 400))
def test_no_link_is_out_of_reach(
    words: tuple[tuple[str, float], ...], one: Days | None, other: Days | None, later: int
) -> None:
    """Documents of the same words find each other, from either side, as long as they can be linked."""
    first = subject_of("a", words, one)
    second = subject_of("b", words, other and (other[0] + later, other[1] + later))
    assert set(sought(first)) & set(keys(second)) or link(first, second) is None
    assert set(sought(second)) & set(keys(first)) or link(first, second) is None


def test_silent_documents_stand_alone() -> None:
    """Nothing is said, so nothing is shared."""
    empty = subject_of("a", (), None)
    assert keys(empty) == ()
    assert link(empty, subject_of("b", (), None)) is None
    assert stories(["b", "a"], []) == (("a",), ("b",))
