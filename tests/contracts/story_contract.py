"""What every store must do to find the documents of one story; part of `StoreContract`."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.store import Store
from dragoman.terms import Link
from tests.contracts.merging_contract import join, put
from tests.store import samples


class StoryContract:
    """Inherit and provide the fixture ``store``: a new, empty, open one."""

    def test_subjects_find_documents(self, store: Store) -> None:
        """By any of their keys, each once."""
        put(store, 1, 2, 3)
        _subject(store, 1, b"one", 5, 6, 6)
        _subject(store, 2, b"\0two", 6, 5, -(2**63))
        _subject(store, 3, b"", 7, 2**63 - 1)
        assert sorted(store.subjects_with([5, 6])) == [b"\0two", b"one"]
        assert store.subjects_with([-(2**63), 8]) == (b"\0two",)
        assert store.subjects_with([2**63 - 1]) == (b"",)
        assert store.subjects_with([8]) == store.subjects_with([]) == ()

    def test_a_subject_replaces_the_former(self, store: Store) -> None:
        """With its keys; of a document that is not in the record none is kept."""
        put(store, 1, 2, 3)
        for number in (1, 2, 3):
            _subject(store, number, b"former", number)
        _subject(store, 1, b"again", 2, 3)
        _subject(store, 4, b"stranger", 2)
        assert sorted(store.subjects_with([2])) == [b"again", b"former"]
        assert store.subjects_with([1]) == ()
        _subject(store, 1, b"alone")
        assert store.subjects_with([2]) == (b"former",)

    def test_all_subjects_are_gone_through(self, store: Store) -> None:
        """Each document that has one, once."""
        assert list(store.subjects()) == []
        put(store, 1, 2, 3)
        for number in (1, 3):
            _subject(store, number, bytes([number]))
        assert dict(store.subjects()) == {_id(1): b"\1", _id(3): b"\3"}
        assert len(list(store.subjects())) == 2

    def test_story_links_replace_the_former(self, store: Store) -> None:
        """All that the document is an end of, and no others."""
        put(store, 1, 2, 3)
        first, second, third = _ids(1, 2, 3)
        _link(store, second, Link(first, second, 0.5), Link(second, third, 0.5))
        assert store.story_links([first, second]) == (Link(first, second, 0.5),)
        _link(store, first, Link(first, third, 0.9), Link(first, "nobody", 0.9))
        assert store.story_links([third, second, first, "nobody"]) == (
            Link(first, third, 0.9),
            Link(second, third, 0.5),
        )
        assert store.story_links([first, second]) == store.story_links([]) == ()

    @pytest.mark.parametrize(("least", "reached"), [(0.0, 4), (0.4, 4), (0.5, 3), (0.9, 1)])
    def test_story_links_lead_to_a_component(self, store: Store, least: float, reached: int) -> None:
        """From any of its documents, over links of at least the score."""
        put(store, *range(5))
        ids = _ids(*range(5))
        chain = [Link(*pair, score) for pair, score in zip(pairwise(ids[:4]), (0.5, 0.8, 0.4), strict=True)]
        _link(store, ids[0], *chain)
        assert store.story_component([ids[0]], least) == ids[:reached]
        assert store.story_component([ids[4], "nobody"], least) == ids[4:]
        assert store.story_component([], least) == ()

    def test_clearing_leaves_subjects(self, store: Store) -> None:
        """Links between documents go with those between tellings."""
        mentions = put(store, 1, 2)
        first, second = _ids(1, 2)
        _subject(store, 1, b"one", 5)
        _link(store, first, Link(first, second, 0.5))
        join(store, *mentions)
        with store.transaction():
            store.clear_merged()
        assert store.story_links([first, second]) == ()
        assert list(store.subjects()) == [(_id(1), b"one")]
        assert store.check() == ()


def _id(number: int) -> str:
    return samples.document(number).id


def _ids(*numbers: int) -> tuple[str, ...]:
    return tuple(sorted(map(_id, numbers)))


def _subject(store: Store, number: int, data: bytes, *keys: int) -> None:
    with store.transaction():
        store.put_subject(_id(number), data, keys)


def _link(store: Store, document: str, *links: Link) -> None:
    with store.transaction():
        store.put_story_links(document, links)
