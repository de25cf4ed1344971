"""Events that tests of the formats write, and any event at all."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from dragoman.terms import Event, EventType, Interval, Mention, Span, Status, StatusStep

from ..samples import ALLIANCE, ARMY, DRIVERS, KAZAKHSTAN, PUTIN, TOKAYEV, event

ASTANA = Mention("Astana", "KAZ/Astana:Astana", "KAZ")
NOWHERE = Mention("Brigadoon")
SUMMIT = event(id="1" * 24, actors=(PUTIN, TOKAYEV, ALLIANCE), recipients=(), where=ASTANA)
CLASH = event(
    id="2" * 24,
    type=EventType.ASSAULT,
    mode="heavy-weapons",
    actors=(ARMY,),
    recipients=(DRIVERS, KAZAKHSTAN),
    where=KAZAKHSTAN,
)
PLANNED = event(id="3" * 24, status=Status.PLANNED)
DISPUTED = event(
    voices=3,
    disputed=("when", "where"),
    story="77aa01c2",
    history=(
        StatusStep(Status.PLANNED, Interval.parse("2022-09-01"), ("t1", "t2")),
        StatusStep(Status.HAPPENED, Interval.parse("/2022-09-03"), ("t3",)),
    ),
)


def _days(bounds: tuple[date | None, date | None]) -> Interval:
    first, last = bounds
    return Interval(*sorted((first, last))) if first and last else Interval(first, last)


_words = st.text(max_size=20)
_maybe = st.none() | _words
_several = st.lists(_words, max_size=3).map(tuple)
_stretches = st.tuples(st.none() | st.dates(), st.none() | st.dates()).map(_days)
_spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(*sorted(ends)))
_mentions = st.builds(
    Mention, _words, _maybe, _maybe, _maybe, st.none() | _spans, _words, _maybe, st.booleans()
)
_sides = st.lists(_mentions, max_size=3).map(tuple)
_modes: Any = _maybe | st.sampled_from(["phone", "economic", "aerial", "demo", "sign"])
any_event: st.SearchStrategy[Event] = st.builds(
    Event,
    id=_words,
    type=st.sampled_from(EventType),
    actors=_sides,
    recipients=_sides,
    status=st.sampled_from(Status),
    when=_stretches,
    tellings=_several,
    documents=_several,
    outlets=_several,
    reports=st.integers(0, 2**40),
    said_by=_several,
    reported=_stretches,
    mode=_modes,
    where=st.none() | _mentions,
    confidence=st.floats(0, 1),
    sentence=_words,
    voices=st.integers(0, 2**40),
    disputed=_several,
    history=st.lists(st.builds(StatusStep, st.sampled_from(Status), _stretches, _several), max_size=3).map(
        tuple
    ),
    story=_words,
)
