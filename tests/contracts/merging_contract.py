"""What every store must do for the merging; part of `StoreContract`."""

from __future__ import annotations

from itertools import groupby, pairwise

import msgspec
import pytest

from dragoman.store import Pair, Store
from dragoman.terms import Event, EventQuery, EventType, Indexed, Link, UnknownName
from tests.store import samples


class MergingContract:
    """Inherit and provide the fixture ``store``: a new, empty, open one."""

    def test_an_event_joins_tellings_of_different_documents(self, store: Store) -> None:
        """With everything that is said about it, and found by the id of each of its tellings."""
        first, second = put(store, 1, 2)
        event = join(store, first, second)
        assert list(store.events()) == [event]
        assert set(event.documents) == {samples.document(1).id, samples.document(2).id}
        for mention in (first, second):
            assert store.event(mention) == store.event(mention[:10]) == event
        assert store.count_events(EventQuery(disputed=True)) == 1
        assert store.check() == ()

    def test_new_events_replace_all_that_had_one_of_the_mentions(self, store: Store) -> None:
        """The former ones go as a whole, the others stay."""
        first, second, third = put(store, 1, 2, 3)
        join(store, first, second)
        join(store, second, third)
        assert [event.tellings for event in store.events()] == [tuple(sorted((second, third)))]
        with store.transaction():
            store.put_events([second], [])
        assert list(store.events()) == []

    def test_an_event_that_stays_is_listed_while_it_changes(self, store: Store) -> None:
        """It keeps its place in a listing that has begun."""
        first, second = sorted(put(store, 1, 2))
        listing = store.events()
        joined = join(store, first, second)
        assert list(listing) == [joined]

    def test_an_event_without_tellings_is_not_kept(self, store: Store) -> None:
        """Neither one whose tellings are not in the record, nor one that had its tellings taken away."""
        (mention,) = put(store, 1)
        stranger = msgspec.structs.replace(next(store.events()), id="f" * 24, tellings=("f" * 24,))
        with store.transaction():
            store.put_events([], [stranger])
        assert [event.id for event in store.events()] == [mention]
        read_again(store, 1, EventType.ACCUSE)
        assert list(store.events()) == []
        assert store.actor_counts() == ()

    def test_reading_again_leaves_the_event_of_others(self, store: Store) -> None:
        """Its telling is gone from the event; whoever asked before knows whose events to make anew."""
        first, second, third = put(store, 1, 2, 3)
        join(store, first, second, third)
        assert store.mentions_beside(samples.document(1).id) == tuple(sorted((second, third)))
        read_again(store, 1, EventType.ACCUSE)
        assert [event.tellings for event in store.events()] == [tuple(sorted((second, third)))]
        assert store.mentions_beside(samples.document(1).id) == ()
        assert store.check() == ()

    def test_reading_again_takes_all_that_was_derived(self, store: Store) -> None:
        """Traces, blocks and links go with the telling; the same reading leaves them."""
        first, second = put(store, 1, 2)
        index(store, 1, own=(7,))
        index(store, 2, own=(7,))
        link(store, first, second)
        for type, left in ((EventType.REJECT, 2), (EventType.ACCUSE, 1)):
            read_again(store, 1, type)
            assert len(list(store.all_traces())) == len(list(store.all_blocks())) == left
            assert len(store.component([second])) == left
        assert store.check() == ()

    def test_mentions_of_a_document_and_of_all(self, store: Store) -> None:
        """In their order in the document; all of them in the order in which they were kept."""
        told = samples.put_telling(store, "one", "Astana rejected it.", "Moscow rejected it.")
        assert store.mentions(told.id) == (samples.digest("one 0"), samples.digest("one 1"))
        everything = (*store.mentions(told.id), *put(store, 2), *put(store, 1))
        assert tuple(store.mention_ids()) == everything

    def test_tellings_by_mention(self, store: Store) -> None:
        """The same as by fingerprint, of any documents, by document; unknown ids are left out."""
        mentions = put(store, 1, 2, 3)
        expected = [store.tellings(samples.document(number).fingerprint)[0] for number in (1, 2)]
        expected.sort(key=lambda telling: telling.mention.document)
        assert store.tellings_of([*mentions[:2], "nobody"]) == tuple(expected)
        assert store.tellings_of([]) == ()

    def test_claims_by_mention(self, store: Store) -> None:
        """Only those that belong to the event mention."""
        documents = [samples.document(number) for number in (1, 2)]
        for document in documents:
            reading = samples.reading(document)
            claim = msgspec.structs.replace(reading.claims[0], event=reading.events[0].id)
            other = msgspec.structs.replace(claim, id=samples.digest(claim.id), event=None)
            samples.put(store, document, msgspec.structs.replace(reading, claims=(other, claim)))
        (claim,) = store.claims_of(store.mentions(documents[0].id))
        assert (claim.document, claim.event) == (documents[0].id, store.mentions(documents[0].id)[0])

    @pytest.mark.parametrize(
        ("ours", "theirs", "met"),
        [
            (Indexed("", b"", (7,)), Indexed("", b"", (7,)), True),
            (Indexed("", b"", (7,)), Indexed("", b"", (8,), (7,)), True),
            (Indexed("", b"", (8,), (7,)), Indexed("", b"", (7,)), True),
            (Indexed("", b"", (1,), (7,)), Indexed("", b"", (2,), (7,)), False),
            (Indexed("", b"", (1,), (7,)), Indexed("", b"", (7, -1, 2**63 - 1), (7, -(2**63))), True),
            (Indexed("", b"", (1, 2, 3)), Indexed("", b"", (4,)), False),
        ],
    )
    def test_tellings_meet_in_a_block_that_is_an_own_one(
        self, store: Store, ours: Indexed, theirs: Indexed, met: bool
    ) -> None:
        """Of one of them at least; two that only have it for a wider one do not meet."""
        first, second = put(store, 1, 2)
        index(store, 1, ours.own, ours.wider)
        index(store, 2, theirs.own, theirs.wider)
        pair = Pair(*sorted((first, second)))
        for asked in ([first], [second], [first, second], [first, first, "nobody"]):
            assert store.candidates(asked) == (pair,) * met

    def test_the_members_of_all_blocks_that_hold_a_pair(self, store: Store) -> None:
        """Block after block, with whose own it is; blocks of one, or nobody's own, are left out."""
        put(store, 1, 2, 3)
        index(store, 1, own=(7, -(2**63), 2**63 - 1), wider=(9,))
        index(store, 2, own=(7, 2**63 - 1), wider=(9, -(2**63)))
        index(store, 3, own=(8,), wider=(7,))
        first, second, third = (2 * number for number, _ in store.numbered_traces())
        blocks = [
            sorted(block)
            for page in store.members_of_blocks()
            for is_end, block in groupby(page, key=lambda member: member == -1)
            if not is_end
        ]
        assert sorted(map(sorted, blocks)) == [
            sorted(block)
            for block in ([first + 1, second], [first + 1, second + 1], [third, first + 1, second + 1])
        ]

    def test_traces_are_numbered(self, store: Store) -> None:
        """By numbers that rise; each is found by its id too."""
        put(store, 1, 2)
        index(store, 1, own=(7,), trace=b"one")
        index(store, 2, own=(7,), trace=b"two")
        numbers, traces = zip(*store.numbered_traces(), strict=True)
        assert list(numbers) == sorted(set(numbers))
        assert sorted(traces) == [b"one", b"two"]

    def test_what_is_indexed_replaces_the_former(self, store: Store) -> None:
        """Of its document; the others keep theirs, and what is no mention of the document is left out."""
        first, second = put(store, 1, 2)
        index(store, 1, own=(7,))
        index(store, 2, own=(7,), wider=(9,))
        index(store, 1, own=(8,), trace=b"\0again")
        assert store.traces([first, second, "nobody"]) == {first: b"\0again", second: b"trace"}
        assert list(store.all_traces()) == [(first, b"\0again"), (second, b"trace")]
        assert list(store.all_blocks()) == [(7, second, True), (8, first, True), (9, second, False)]
        with store.transaction():
            store.put_indexed(samples.document(1).id, [Indexed(second, b"", (1,))])
        assert list(store.all_traces()) == [(second, b"trace")]

    def test_links_lead_to_a_component(self, store: Store) -> None:
        """From either end, as far as they reach."""
        mentions = put(store, *range(6))
        for pair in pairwise(mentions[:4]):
            link(store, *pair)
        for mention in mentions[:4]:
            assert store.component([mention]) == tuple(sorted(mentions[:4]))
        assert store.component([mentions[4], "nobody"]) == (mentions[4],)
        assert store.component([]) == ()

    def test_only_links_of_a_least_score_are_followed(self, store: Store) -> None:
        """A link of exactly that score is; without a score all are."""
        first, second, third = sorted(put(store, 1, 2, 3))
        with store.transaction():
            store.put_links([], [Link(first, second, 0.4), Link(second, third, 0.75)])
        assert store.component([third], least=0.75) == (second, third)
        assert store.component([first], least=0.75) == (first,)
        assert store.component([first], least=0.4) == store.component([first]) == (first, second, third)

    def test_links_replace_the_former(self, store: Store) -> None:
        """All that touch the mentions, and no others."""
        first, second, third = sorted(put(store, 1, 2, 3))
        link(store, first, second)
        link(store, second, third)
        assert store.links([first, second]) == (Link(first, second, 0.5),)
        assert len(store.links([third, second, first])) == 2
        with store.transaction():
            store.put_links([first], [Link(first, third, 0.9), Link(first, "nobody", 0.9)])
        assert store.links([first, second, third]) == (Link(first, third, 0.9), Link(second, third, 0.5))

    def test_what_was_merged_can_be_cleared(self, store: Store) -> None:
        """Events and links go, what they are made of stays."""
        first, second = put(store, 1, 2)
        index(store, 1, own=(7,))
        link(store, first, second)
        join(store, first, second)
        with store.transaction():
            store.clear_merged()
        assert (list(store.events()), store.links([first, second]), store.actor_counts()) == ([], (), ())
        assert list(store.all_traces()) == [(first, b"trace")]
        assert join(store, first, second) == store.event(first)
        assert store.check() == ()

    def test_a_prefix_of_tellings_of_two_events_is_unknown(self, store: Store) -> None:
        """What fits is named."""
        mentions = put(store, *range(40))
        shared = next(letter for letter in "0123456789abcdef" if len(_starting(mentions, letter)) > 1)
        with pytest.raises(UnknownName) as caught:
            store.event(shared)
        assert set(caught.value.nearest) <= _starting(mentions, shared)
        join(store, *_starting(mentions, shared))
        assert store.event(shared).tellings == tuple(sorted(_starting(mentions, shared)))

    def test_it_is_noted_who_read_a_document(self, store: Store) -> None:
        """The last one counts, also when it found the same."""
        document = samples.document(1)
        samples.put(store, document)
        assert store.provenance("nobody") is None
        for world in ("w1", "w2"):
            with store.transaction():
                store.put_reading(samples.reading(document), world=world, code="1.0")
            provenance = store.provenance(document.id)
            assert provenance is not None
            assert (provenance.reader, provenance.world, provenance.code) == (samples.READER, world, "1.0")
        assert store.count_events() == 1


def put(store: Store, *numbers: int) -> tuple[str, ...]:
    """Keep these documents; the ids of their event mentions, one each."""
    for number in numbers:
        samples.put(store, samples.document(number))
    return tuple(samples.reading(samples.document(number)).events[0].id for number in numbers)


def read_again(store: Store, number: int, type: EventType) -> None:
    """Keep another reading of a document and nothing that follows from it."""
    with store.transaction():
        store.put_reading(samples.reading(samples.document(number), type))


def join(store: Store, *mentions: str) -> Event:
    """Make one event of these event mentions."""
    event = samples.joined(store.tellings_of(mentions))
    with store.transaction():
        store.put_events(mentions, [event])
    return event


def index(
    store: Store, number: int, own: tuple[int, ...], wider: tuple[int, ...] = (), trace: bytes = b"trace"
) -> None:
    """Keep the blocks of a document's only event mention."""
    document = samples.document(number)
    with store.transaction():
        store.put_indexed(document.id, [Indexed(store.mentions(document.id)[0], trace, own, wider)])


def link(store: Store, one: str, other: str) -> None:
    """Add a link."""
    former = store.links(store.component([one]))
    kept = [known for known in former if one in (known.one, known.other)]
    with store.transaction():
        store.put_links([one], [*kept, Link(min(one, other), max(one, other), 0.5)])


def _starting(mentions: tuple[str, ...], prefix: str) -> set[str]:
    return {mention for mention in mentions if mention.startswith(prefix)}
