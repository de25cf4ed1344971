"""Records of every shape, for hypothesis."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import msgspec
from hypothesis import strategies as st

from dragoman.terms import (
    Attribution,
    Claim,
    Clue,
    Document,
    Event,
    EventMention,
    EventType,
    Interval,
    Mention,
    Published,
    Reading,
    Skip,
    SkipKind,
    Span,
    Status,
    StatusStep,
)

T = TypeVar("T")

texts = st.text(max_size=20)
ids = st.text("0123456789abcdef", min_size=4, max_size=12)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
intervals = st.builds(Interval, st.none() | days, st.none() | days)
offsets = st.integers(0, 40)
spans = st.builds(Span, offsets, offsets)
mentions = st.builds(
    Mention, texts, st.none() | texts, st.none() | texts, st.none() | texts, st.none() | spans, texts
)
attributions = st.builds(Attribution, mentions, st.none() | spans)
shares = st.floats(0, 1)
figures = st.none() | st.floats(allow_nan=False, allow_infinity=False)
modes = st.none() | texts


def several(one: st.SearchStrategy[T], at_most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    """A tuple of a few."""
    return st.lists(one, max_size=at_most).map(tuple)


documents = st.builds(
    Document,
    id=ids,
    fingerprint=ids,
    text=st.text(max_size=60),
    origin=texts,
    title=st.none() | texts,
    url=st.none() | texts,
    outlet=st.none() | texts,
    language=texts,
    published=st.builds(Published, intervals, several(st.builds(Clue, texts, texts, intervals))),
    furniture=several(spans),
    sentences=several(spans),
    repairs=several(texts),
)
_event_mentions = st.builds(
    EventMention,
    id=ids,
    document=ids,
    type=st.sampled_from(EventType),
    actors=several(mentions),
    recipients=several(mentions),
    trigger=spans,
    evidence=several(spans),
    status=st.sampled_from(Status),
    said_by=several(attributions),
    mode=modes,
    contexts=several(texts),
    when=intervals,
    where=st.none() | mentions,
    confidence=shares,
    reader=texts,
)
_claims = st.builds(
    Claim,
    id=ids,
    document=ids,
    about=texts,
    low=figures,
    high=figures,
    unit=texts,
    span=spans,
    evidence=spans,
    qualifier=texts,
    said_by=several(attributions),
    event=st.none() | ids,
    reader=texts,
)
skips = st.builds(Skip, texts, texts, st.sampled_from(SkipKind))


@st.composite
def read_documents(draw: st.DrawFn) -> tuple[Document, Reading]:
    """A document and a reading that belongs to it."""
    document = draw(documents)
    found = draw(st.lists(_event_mentions, max_size=3, unique_by=lambda mention: mention.id))
    stated = draw(st.lists(_claims, max_size=3, unique_by=lambda claim: claim.id))
    reading = Reading(
        document=document.id,
        reader=draw(texts),
        actors=draw(several(mentions)),
        events=tuple(msgspec.structs.replace(mention, document=document.id) for mention in found),
        claims=tuple(msgspec.structs.replace(claim, document=document.id) for claim in stated),
    )
    return document, reading


@st.composite
def events_of(draw: st.DrawFn, reading: Reading) -> Event:
    """An event that every mention of the reading tells; it has one at least."""
    tellings = tuple(sorted(mention.id for mention in reading.events))
    return Event(
        id=tellings[0],
        type=draw(st.sampled_from(EventType)),
        actors=draw(several(mentions)),
        recipients=draw(several(mentions)),
        status=draw(st.sampled_from(Status)),
        when=draw(intervals),
        tellings=tellings,
        documents=(reading.document,),
        outlets=tuple(sorted(draw(st.sets(texts, max_size=3)))),
        reports=draw(st.integers(0, 1000)),
        said_by=draw(several(texts)),
        mode=draw(modes),
        where=draw(st.none() | mentions),
        confidence=draw(shares),
        sentence=draw(texts),
        voices=draw(st.integers(0, 1000)),
        disputed=draw(several(texts)),
        history=draw(several(st.builds(StatusStep, st.sampled_from(Status), intervals, several(ids)))),
        story=draw(texts),
    )
