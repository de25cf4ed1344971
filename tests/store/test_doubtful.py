"""What a store finds to be in doubt."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from dragoman.store import Store, open_store
from dragoman.terms import Link, Mention
from tests.contracts.merging_contract import join, put
from tests.store import samples


@pytest.fixture
def store() -> Iterator[Store]:
    """A new, empty one."""
    with open_store(":memory:") as store:
        yield store


def test_links_against_how_things_stand(store: Store) -> None:
    """Strong ones between two events and weak ones within one, the strongest doubt first."""
    a, b, c, d = sorted(put(store, 1, 2, 3, 4))
    join(store, a, b)
    links = [Link(a, b, 0.45), Link(a, c, 0.6), Link(b, c, 0.2), Link(c, d, 0.35)]
    with store.transaction():
        store.put_links([], links)
    assert store.doubtful_links(0.3, 9) == (links[1], links[0], links[3])
    assert store.doubtful_links(0.3, 1) == (links[1],)


def test_a_surely_joined_pair_is_in_no_doubt(store: Store) -> None:
    """Nor one that is hardly alike and apart."""
    a, b, c = sorted(put(store, 1, 2, 3))
    join(store, a, b)
    with store.transaction():
        store.put_links([], [Link(a, b, 0.9), Link(a, c, 0.2)])
    assert store.doubtful_links(0.3, 9) == ()


def test_unsure_tellings_that_nobody_else_tells(store: Store) -> None:
    """The least sure first; those that share their event are not among them."""
    for number, confidence in enumerate((0.6, 0.3, 0.9, 0.2)):
        document = samples.document(number)
        reading = samples.reading(document)
        mention = msgspec.structs.replace(reading.events[0], confidence=confidence)
        samples.put(store, document, msgspec.structs.replace(reading, events=(mention,)))
    ids = [store.mentions(samples.document(number).id)[0] for number in range(4)]
    assert store.unsure_mentions(0.7, 9) == (ids[3], ids[1], ids[0])
    join(store, ids[3], ids[0])
    assert store.unsure_mentions(0.7, 9) == (ids[1],)


def test_tellings_where_somebody_else_may_be_meant(store: Store) -> None:
    """Those of events with more reports first."""
    (plain,) = put(store, 9)
    ids = []
    for number in (1, 2):
        document = samples.document(number)
        reading = samples.reading(document)
        actor = Mention("He", "Vladimir Putin", "RUS", "GOV", runner_up="KAZ")
        mention = msgspec.structs.replace(reading.events[0], actors=(actor,))
        samples.put(store, document, msgspec.structs.replace(reading, events=(mention,)))
        ids.append(mention.id)
    join(store, max(ids), plain)
    assert store.rivalled_mentions(9) == (max(ids), min(ids))


def test_the_events_of_tellings(store: Store) -> None:
    """Each once, by id; what is in no event is passed over."""
    a, b, c = put(store, 1, 2, 3)
    joined = join(store, a, b)
    assert store.events_of([a, b, "nobody"]) == (joined,)
    assert [event.id for event in store.events_of([c, a])] == sorted((joined.id, c))
