"""What every store must do with copies and stories; part of `StoreContract`."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.store import Store
from dragoman.terms import Copy, CopyKind, EventQuery, Interval
from tests.contracts.merging_contract import join, put
from tests.store import samples


class CopyingContract:
    """Inherit and provide the fixture ``store``: a new, empty, open one."""

    def test_prints_find_documents(self, store: Store) -> None:
        """That have one in common, not the document itself; new prints replace the former."""
        put(store, 1, 2, 3)
        with store.transaction():
            for number, prints in ((1, (5, 6, 6)), (2, (6, -(2**63))), (3, (7, 2**63 - 1))):
                store.put_prints(_id(number), prints)
        assert store.sharing_prints(_id(1)) == (_id(2),)
        assert store.sharing_prints(_id(3)) == store.sharing_prints("nobody") == ()
        with store.transaction():
            store.put_prints(_id(2), (7,))
        assert store.sharing_prints(_id(2)) == (_id(3),)
        assert store.sharing_prints(_id(1)) == ()

    @pytest.mark.parametrize(("holders", "found"), [(64, 63), (65, 0)])
    def test_a_print_of_many_documents_finds_none(self, store: Store, holders: int, found: int) -> None:
        """Of more than 64; a rarer print of the same documents still does."""
        put(store, *range(holders))
        with store.transaction():
            for number in range(holders):
                store.put_prints(_id(number), (5, 6) if number < 2 else (5,))
        assert len(store.sharing_prints(_id(2))) == found
        assert len(store.sharing_prints(_id(0))) == max(found, 1)
        assert _id(1) in store.sharing_prints(_id(0))

    def test_exact_copies_are_found_without_a_print(self, store: Store) -> None:
        """They share the fingerprint, however many they are and whatever prints they have."""
        put(store, 1)
        for number in range(2, 70):
            document = samples.document(number)
            samples.put(store, msgspec.structs.replace(document, fingerprint="f"))
        with store.transaction():
            for number in range(1, 69):
                store.put_prints(_id(number), (5,))
        assert store.sharing_prints(_id(1)) == ()
        assert store.sharing_prints(_id(69)) == tuple(sorted(map(_id, range(2, 69))))

    def test_copies_are_kept_by_either_side(self, store: Store) -> None:
        """What is put for a document replaces every pair it is a side of."""
        put(store, 1, 2, 3)
        pairs = [_copy(2, 1), _copy(3, 2), _copy(3, 1)]
        with store.transaction():
            store.put_copies(_id(3), pairs[1:])
            store.put_copies(_id(2), pairs[:2])
        assert store.copies() == _in_order(pairs)
        assert store.copies([_id(1)]) == _in_order([pairs[0], pairs[2]])
        with store.transaction():
            store.put_copies(_id(1), [])
        assert store.copies() == (pairs[1],)
        assert store.summary().copies == 1

    def test_a_group_of_copies_is_all_that_hang_together(self, store: Store) -> None:
        """Whichever of them is asked for, and in whichever direction they were taken."""
        put(store, *range(7))
        chain = [_copy(1, 0), _copy(1, 2), _copy(3, 2)]
        with store.transaction():
            for pair in (*chain, _copy(5, 4)):
                store.put_copies("nobody", [pair])
        for number in range(4):
            assert store.copy_group([_id(number)]) == _in_order(chain)
        assert store.copy_group([_id(0), _id(5)]) == _in_order([*chain, _copy(5, 4)])
        assert store.copy_group([_id(6)]) == store.copy_group([]) == ()

    def test_stories_are_counted(self, store: Store) -> None:
        """Those of most documents first, with the days of their events and documents."""
        put(store, 1, 2, 3, 4)
        _tell(store, {1: "a", 2: "b", 3: "b", 4: ""})
        large, small = store.stories()
        assert (large.story, large.documents, large.events, large.outlets) == ("b", 2, 2, 1)
        assert large.when == large.published == Interval(samples.day(2).earliest, samples.day(3).latest)
        assert (small.story, small.documents) == ("a", 1)
        assert store.stories(limit=1, offset=1) == (small,)
        assert store.story_documents("b") == tuple(sorted((_id(2), _id(3))))
        assert (store.summary().stories, store.summary().disputed) == (2, 4)

    def test_a_document_changes_its_story(self, store: Store) -> None:
        """Its events go along; an empty story is none."""
        put(store, 1, 2)
        _tell(store, {1: "a", 2: "a"})
        _tell(store, {2: "b"})
        assert [event.story for event in store.events(EventQuery(story="b"))] == ["b"]
        _tell(store, {1: ""})
        assert store.story_documents("a") == ()
        assert store.count_events(EventQuery(story="a")) == 0

    def test_events_belong_to_the_story_of_their_documents(self, store: Store) -> None:
        """Also those made later; of two stories the one with the smaller id is taken."""
        mentions = put(store, 1, 2)
        _tell(store, {1: "b", 2: "a"})
        join(store, *mentions)
        assert [event.story for event in store.events()] == ["a"]
        _tell(store, {2: "c"})
        assert [event.story for event in store.events()] == ["b"]


def _id(number: int) -> str:
    return samples.document(number).id


def _copy(document: int, original: int) -> Copy:
    return Copy(_id(document), _id(original), CopyKind.NEAR, 0.75)


def _in_order(copies: list[Copy]) -> tuple[Copy, ...]:
    return tuple(sorted(copies, key=lambda copy: (copy.document, copy.original)))


def _tell(store: Store, stories: dict[int, str]) -> None:
    with store.transaction():
        store.put_stories({_id(number): story for number, story in stories.items()})
