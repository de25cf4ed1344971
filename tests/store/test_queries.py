"""Questions to the record against the plainest possible way of answering them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import closing
from datetime import date, timedelta
from itertools import groupby

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.store import MEMORY, open_store, queries
from dragoman.store.opening import connect
from dragoman.terms import (
    Attribution,
    Document,
    Event,
    EventMention,
    EventQuery,
    EventType,
    Interval,
    Mention,
    Published,
    Reading,
    Span,
    Status,
    Telling,
)
from tests.store import samples

SENTENCES = ("Gas talks ended.", "No talks on gas; 50% left.", "Café owners met under_score 😀.", "?!")
NAMES = ("Tokayev", "the ministry's spokesman", "50%", "under_score", "half\x1fwritten")

# A few days only, so that they often touch, with open sides and unknown ones among them.
days = st.integers(0, 5).map(lambda number: date(2022, 10, 1) + timedelta(days=number))
intervals = st.builds(Interval, st.none() | days, st.none() | days).filter(
    lambda one: one.width_days is None or one.width_days > 0
)
entities = st.sampled_from((None, "KAZ", "RUS", "A General"))
people = st.builds(
    Mention, st.sampled_from(NAMES), entities, st.sampled_from((None, "KAZ", "RUS")), st.none(), st.none()
)
casts = st.lists(people, max_size=2).map(tuple)
types = st.sampled_from([EventType.REJECT, EventType.ACCUSE, EventType.AGREE])
statuses = st.sampled_from([Status.HAPPENED, Status.DENIED])
outlets = st.none() | st.sampled_from(("Steppe Wire", "Steppe"))
questions = st.builds(
    EventQuery,
    actor=entities,
    recipient=entities,
    about=entities,
    type=st.lists(types, max_size=2).map(tuple),
    status=st.lists(statuses, max_size=2).map(tuple),
    outlet=outlets,
    said_by=st.none() | st.sampled_from(("tok", "A General", "%", "_", "'s", "nobody")),
    text=st.none() | st.sampled_from(("gas", "GAS Talks", '"gas talks"', "cafe", "NOT", "50%", "😀", '"')),
    since=st.none() | days,
    until=st.none() | days,
    story=st.none() | st.sampled_from(("Ga", "No", "nowhere")),
    disputed=st.booleans(),
    undated=st.booleans(),
)


@st.composite
def told(draw: st.DrawFn, number: int) -> tuple[Document, Reading]:
    """A document with one event mention."""
    sentence = draw(st.sampled_from(SENTENCES))
    document = Document(
        id=f"document{number}",
        fingerprint=f"fingerprint{draw(st.integers(0, 3))}",
        text=sentence,
        origin=f"{number}.txt",
        outlet=draw(outlets),
        published=Published(draw(intervals)),
    )
    mention = EventMention(
        id=f"mention{number}",
        document=document.id,
        type=draw(types),
        actors=draw(casts),
        recipients=draw(casts),
        trigger=Span(0, 1),
        evidence=(Span(0, len(sentence)),),
        status=draw(statuses),
        said_by=tuple(Attribution(source) for source in draw(casts)),
        when=draw(intervals),
        where=draw(st.none() | people),
    )
    return document, Reading(document.id, "sample/1", events=(mention,))


piles = st.integers(0, 6).flatmap(lambda count: st.tuples(*(told(number) for number in range(count))))


@settings(deadline=None, max_examples=300)
@given(piles, st.lists(questions, min_size=1, max_size=5), st.integers(0, 3), st.none() | st.integers(0, 3))
def test_a_query_finds_what_looking_at_every_event_finds(
    pile: tuple[tuple[Document, Reading], ...], asked: list[EventQuery], offset: int, limit: int | None
) -> None:
    """Every combination of filters, in order, in pages, and counted; by SQL and over columns."""
    mentions = {mention.id: mention for _, reading in pile for mention in reading.events}
    sentences = {mention.id: document.text for document, reading in pile for mention in reading.events}
    with open_store(MEMORY) as store:
        for document, reading in pile:
            with store.transaction():
                store.put_document(document, document.id)
                store.put_reading(reading)
                tellings = store.tellings(document.fingerprint)
                store.put_events([telling.mention.id for telling in tellings], _joined(tellings))
        everything = sorted(store.events(), key=_place)
        assert list(store.events()) == everything
        for query in asked:
            expected = [event for event in everything if _is_asked_for(event, query, mentions, sentences)]
            assert list(store.events(query)) == expected
            page = msgspec.structs.replace(query, limit=limit, offset=offset)
            assert list(store.events(page)) == expected[offset:][:limit]
            assert store.count_events(page) == len(expected)
            by_sql = store.browse(page)
            store.use(store.catalogue())
            assert store.browse(page) == by_sql
            store.use(None)


def _joined(tellings: Iterable[Telling]) -> list[Event]:
    """Tellings of one type are one event."""
    ordered = sorted(tellings, key=lambda telling: telling.mention.type)
    grouped = [list(group) for _, group in groupby(ordered, key=lambda telling: telling.mention.type)]
    return [
        msgspec.structs.replace(
            samples.joined(group),
            story=group[0].sentence[:2],
            disputed=("when",) if len(group) > 1 else (),
        )
        for group in grouped
    ]


def _place(event: Event) -> tuple[str, str]:
    days = (event.when.earliest, event.when.latest, event.reported.earliest, event.reported.latest)
    return (next((str(day) for day in days if day is not None), "~"), event.id)


def _is_asked_for(
    event: Event, query: EventQuery, mentions: dict[str, EventMention], sentences: dict[str, str]
) -> bool:
    tellings = [mentions[id] for id in event.tellings]
    speakers = [said.source for telling in tellings for said in telling.said_by]
    return all(
        (
            not query.actor or _is_among(query.actor, event.actors),
            not query.recipient or _is_among(query.recipient, event.recipients or _parties(event)),
            not query.about or _is_among(query.about, event.actors + event.recipients),
            not query.type or event.type in query.type,
            not query.status or event.status in query.status,
            not query.outlet or query.outlet in event.outlets,
            not query.said_by or any(_is_source(query.said_by, speaker) for speaker in speakers),
            not query.text or any(_has_words(query.text, sentences[id]) for id in event.tellings),
            _is_in_period(event, query),
            not query.story or event.story == query.story,
            not query.disputed or event.disputed,
            not query.undated or event.when.is_unknown,
        )
    )


def _parties(event: Event) -> tuple[Mention, ...]:
    """Those of a mutual act, who stand on either side."""
    return event.actors if len(event.actors) > 1 else ()


def _is_among(name: str, cast: Iterable[Mention]) -> bool:
    return any(name in (mention.entity, mention.country) for mention in cast)


def _is_source(name: str, speaker: Mention) -> bool:
    return name == speaker.entity or name.lower() in speaker.text.lower()


def _has_words(words: str, sentence: str) -> bool:
    tokens = re.findall(r"\w+", sentence.lower().replace("é", "e").replace("_", " "))
    text = f" {' '.join(tokens)} "
    phrases = re.findall(r'"([^"]+)"|(\w+)', words.lower())
    return bool(phrases) and all(f" {quoted or bare} " in text for quoted, bare in phrases)


def _is_in_period(event: Event, query: EventQuery) -> bool:
    if query.since is None and query.until is None:
        return True
    day = event.reported if event.when.is_unknown else event.when
    return not day.is_unknown and day.overlaps(Interval(query.since, query.until))


@pytest.mark.parametrize(
    "words", [" ".join(f"word{number}" for number in range(3000)), "x" * 100_000, "a\0b", "\U0001e900", "²"]
)
def test_search_survives_what_people_paste(words: str) -> None:
    """Neither length nor letters younger than SQLite's tables break a search."""
    with open_store(MEMORY) as store:
        assert store.search(words) == ()
        assert store.count_events(EventQuery(text=words)) == 0


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (EventQuery(), "event_order"),
        (EventQuery(since=date(2022, 10, 1)), "event_order"),
        (EventQuery(actor="KAZ"), "event_participant_country"),
        (EventQuery(about="KAZ"), "event_participant_entity"),
        (EventQuery(outlet="Steppe Wire"), "event_outlet_outlet"),
        (EventQuery(text="gas"), "event_telling_mention"),
        (EventQuery(story="a"), "event_story"),
        (EventQuery(disputed=True), "event_disputed"),
    ],
)
def test_common_questions_are_answered_from_an_index(query: EventQuery, index: str) -> None:
    """No filter that people use all day looks at every row of a table."""
    asked = queries.selected(query)
    with closing(connect(MEMORY, create=True, read_only=False)) as session:
        plan = [str(step[3]) for step in session.rows(f"EXPLAIN QUERY PLAN {asked.sql}", asked.values)]
    assert any(index in step for step in plan)
    assert not [step for step in plan if step.startswith("SCAN event") and "INDEX" not in step]


def test_a_page_beyond_all_numbers_is_empty() -> None:
    """An address with an absurd page is answered, not an error of the file."""
    with open_store(MEMORY) as store:
        assert list(store.events(EventQuery(limit=10**30, offset=10**30))) == []
        assert store.search("gas", limit=10**30) == ()
