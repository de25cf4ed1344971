"""Which tellings are compared: those that share a block that is an own one of either."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dragoman.record.blocks import blocks, indexed
from dragoman.record.trace import Trace, unpacked
from dragoman.terms import EventType
from tests.record.test_features import ONE, OTHER
from tests.record.traces import START, days, traces


def meet(one: Trace, other: Trace) -> bool:
    """Whether two tellings are compared, as the store finds it."""
    (own, wider), (owned, wide) = (tuple(map(set, blocks(each))) for each in (one, other))
    return bool(own & owned or own & wide or wider & owned)


def on(trace: Trace, first: int, last: int | None = None) -> Trace:
    """The telling with other days, counted from the first of October."""
    known = (START + first, START + (first if last is None else last))
    return msgspec.structs.replace(trace, when=known, near=known)


def undated(trace: Trace, published: int) -> Trace:
    """The telling without a day, in a report of one."""
    day = START + published
    return msgspec.structs.replace(trace, when=None, near=(day - 4, day), published=(day, day))


@settings(deadline=None, max_examples=25)
@given(traces)
def test_blocks_are_numbers_of_the_store(trace: Trace) -> None:
    """64 bits with a sign, each once, and a wider one is no own one; the same telling gives the same."""
    own, wider = blocks(trace)
    every = [*own, *wider]
    assert len(set(every)) == len(every)
    assert all(-(2**63) <= key < 2**63 for key in every)
    kept = indexed(trace)
    assert (kept.mention, kept.own, kept.wider) == (trace.mention, own, wider)
    assert blocks(unpacked(kept.trace)) == (own, wider)


@settings(deadline=None, max_examples=25)
@given(traces, traces, st.integers(0, 90), st.integers(-2, 2))
def test_neighbouring_days_meet(one: Trace, other: Trace, day: int, aside: int) -> None:
    """Two tellings of what the same parties do, up to two days apart, whatever their words and types."""
    assume(len(set(one.sides)) > 1)
    other = msgspec.structs.replace(other, sides=one.sides)
    assert meet(on(one, day), on(other, day + aside))


@settings(deadline=None, max_examples=25)
@given(traces, traces, st.integers(0, 12), st.integers(30, 60), st.integers(0, 12))
def test_exactly_dated_tellings_a_month_apart_do_not_meet(
    one: Trace, other: Trace, width: int, gap: int, wide: int
) -> None:
    """Not even where everything else is the same."""
    assert not meet(on(one, 0, width), on(other, width + gap, width + gap + wide))
    assert not meet(on(one, 0, width), on(one, width + gap, width + gap + wide))


@settings(deadline=None, max_examples=25)
@given(traces, days(13), st.integers(14, 399))
def test_a_day_meets_a_month_that_holds_it(trace: Trace, exact: tuple[int, int], width: int) -> None:
    """Who knows less is compared with all that lies within it."""
    assume(len(set(trace.sides)) > 1)
    one = on(trace, exact[0] - START, exact[1] - START)
    assert meet(one, on(trace, exact[1] - START - width, exact[1] - START))


@pytest.mark.parametrize(
    ("other", "is_met"),
    [
        (undated(OTHER, 1), True),  # a report of the next day
        (undated(OTHER, 5), True),
        (undated(OTHER, 200), True),  # older news: by the deed in a report on the same things
        (undated(msgspec.structs.replace(OTHER, act=("bombard",), about=("flour",), words=()), 200), False),
        (msgspec.structs.replace(OTHER, sides=("KAZ", "KGZ"), about=("flour",)), False),
        (msgspec.structs.replace(OTHER, sides=("UKR",), about=("flour",)), True),  # a side and the place
        (
            msgspec.structs.replace(OTHER, sides=(), place="", about=("kupiansk",)),
            True,
        ),  # by what it is about
    ],
)
def test_who_is_met(other: Trace, is_met: bool) -> None:
    """By a telling of the first of October."""
    assert meet(ONE, other) is meet(other, ONE) is is_met


def test_one_party_goes_with_the_sort_of_act() -> None:
    """Alone it would meet everything that a great power does."""
    one, other = (
        msgspec.structs.replace(each, sides=("RUS",), place="", about=(), when=each.when)
        for each in (ONE, OTHER)
    )
    assert meet(one, msgspec.structs.replace(other, type=EventType.COERCE))
    assert not meet(one, msgspec.structs.replace(other, type=EventType.AID))


def test_a_stretch_of_years_is_no_day() -> None:
    """It falls into no bucket at all, so that there are never hundreds."""
    own, wider = blocks(on(ONE, 0, 5000))
    assert len(own) + len(wider) < 50
    assert not meet(on(ONE, 0, 5000), on(OTHER, 3))
