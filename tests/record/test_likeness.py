"""How likely two tellings are one event, and the reasons for it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dragoman.record import likeness
from dragoman.record.features import FEATURES, OF_WORDS
from dragoman.record.likeness import KEPT, Weights, link, links, reasons, score, score_of_words, weights
from dragoman.record.trace import Trace
from dragoman.terms import Link, WorldError
from tests.record.test_features import LATER, ONE, OTHER
from tests.record.traces import traces


def odds(one: Trace, other: Trace) -> float:
    """The logarithm of the odds that two tellings are one event."""
    found = score(one, other)
    return math.log(found / (1 - found))


@pytest.fixture
def damaged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A file of weights that is read instead of the one that ships."""
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    weights.cache_clear()
    yield tmp_path / likeness.WEIGHTS
    weights.cache_clear()


@settings(deadline=None, max_examples=25)
@given(traces, traces)
def test_the_score_is_a_symmetric_probability(one: Trace, other: Trace) -> None:
    """And the link has the smaller id first."""
    assume(one.mention != other.mention)
    found = score(one, other)
    assert score(other, one) == found
    assert 0 <= found <= 1
    assert score_of_words(other, one) == score_of_words(one, other)
    assert 0 <= score_of_words(one, other) <= 1
    first, second = sorted((one.mention, other.mention))
    assert link(one, other) == link(other, one)
    assert link(one, other) == (Link(first, second, round(found, 4)) if found >= KEPT else None)


@settings(deadline=None, max_examples=25)
@given(traces, traces)
def test_reasons_add_up_to_the_odds(one: Trace, other: Trace) -> None:
    """With the bias, to what rounding takes; the strongest stands first, and silence is no reason."""
    found = reasons(one, other)
    assert found == tuple(sorted(found, key=lambda each: (-abs(each.push), each.words)))
    assert len({each.words for each in found}) == len(found)
    if score(one, other) > 0:
        total = weights().bias + sum(each.push for each in found)
        assert odds(one, other) == pytest.approx(total, abs=0.005 * len(found) + 1e-6)


@settings(deadline=None, max_examples=25)
@given(traces, traces, st.sampled_from(["place", "figures", "gist", "words"]))
def test_silence_counts_neither_way(one: Trace, other: Trace, field: str) -> None:
    """Where one tells no place, the odds lose what the places brought, and nothing comes in its stead."""
    silent = msgspec.structs.replace(other, **{field: type(getattr(other, field))()})
    assume(score(one, other) > 0 and score(one, silent) > 0)
    change = sum(
        weights().weights[feature.__name__] * (before - (after or 0.0))
        for feature in FEATURES
        if (before := feature(one, other)) is not None and (after := feature(one, silent)) != before
    )
    assert odds(one, other) - odds(one, silent) == pytest.approx(change, abs=1e-6)


@settings(deadline=None, max_examples=25)
@given(st.lists(traces, min_size=2, max_size=6, unique_by=lambda each: each.mention))
def test_many_links_are_those_of_each_pair(pile: list[Trace]) -> None:
    """Looked at together, none is lost and none comes in."""
    every = {each.mention: each for each in pile}
    pairs = [(one.mention, other.mention) for place, one in enumerate(pile) for other in pile[place + 1 :]]
    singly = [link(every[one], every[other]) for one, other in pairs]
    assert links(every, pairs) == [each for each in singly if each is not None]


def test_every_feature_has_a_weight() -> None:
    """And no weight is left of one that is gone."""
    found = weights()
    assert set(found.weights) == {feature.__name__ for feature in FEATURES}
    assert set(found.words) == {feature.__name__ for feature in OF_WORDS}
    assert all(math.isfinite(each) for each in (*found.weights.values(), *found.words.values(), found.bias))


def test_the_same_told_twice_is_likely_one_event() -> None:
    """The same a month later, by others, or in other words that mean something else is not."""
    assert score(ONE, OTHER) > 0.8
    for others in (LATER, {"actors": ("KAZ|KAZ",), "recipients": ("KGZ|KGZ",), "sides": ("KAZ", "KGZ")}):
        assert odds(ONE, msgspec.structs.replace(OTHER, **others)) < odds(ONE, OTHER) - 1
    away = bytes(256 - byte for byte in ONE.gist)
    assert score(ONE, msgspec.structs.replace(OTHER, act=("bombard",), gist=away)) == 0.0


def test_what_speaks_is_said_in_words() -> None:
    """Each reason is the explanation of its feature."""
    found = {each.words: each.push for each in reasons(ONE, msgspec.structs.replace(OTHER, **LATER))}
    assert found["both say when, and the days are apart"] < 0
    assert found["the act means the same in its sentence"] > 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "cannot be read"),
        (b"", "cannot be read"),
        (msgspec.json.encode(Weights(0.0, {"same_type": 1.0})), "no weight for same_words_for_it"),
    ],
)
def test_damaged_weights_are_named(damaged: Path, content: bytes, message: str) -> None:
    """What is wrong with them, and what helps."""
    damaged.write_bytes(content)
    with pytest.raises(WorldError, match=f"{message}.*Reinstall dragoman"):
        weights()
