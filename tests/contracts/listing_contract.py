"""What every store must answer to somebody who goes through its documents, stories and figures."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dragoman.store import DocumentQuery, FigureQuery, Store
from dragoman.terms import Copy, CopyKind, Document, Published
from tests.store import samples

OUTLETS = ("Baltic Lantern", "Steppe Wire")


def filled(store: Store) -> list[Document]:
    """Six documents of two outlets, the last without a day; two of them tell a story, one is a copy."""
    documents = [samples.document(number, OUTLETS[number % 2]) for number in range(5)]
    documents.append(msgspec.structs.replace(samples.document(5, OUTLETS[1]), published=Published()))
    for document in documents:
        samples.put(store, document)
    first, second = documents[0].id, documents[1].id
    with store.transaction():
        store.put_copies(second, [Copy(second, first, CopyKind.NEAR, 0.9)])
        store.put_stories({first: first, second: first})
    return documents


class ListingContract:
    """Part of `StoreContract`."""

    def test_the_latest_documents_come_first(self, store: Store) -> None:
        """Those without a day stand behind; every page says how many there are and what they are like."""
        ids = [document.id for document in filled(store)]
        order = [ids[number] for number in (4, 3, 2, 1, 0, 5)]
        pages = [store.list_documents(DocumentQuery(limit=2, offset=start)) for start in (0, 2, 4)]
        assert [each.id for page in pages for each in page.documents] == order
        assert [each.id for each in store.list_documents(DocumentQuery()).documents] == order
        assert {(page.total, page.counted) for page in pages} == {(6, 6)}
        assert [(each.name, each.number) for each in pages[0].facets.outlets] == [
            (OUTLETS[1], 3),
            (OUTLETS[0], 3),
        ][::-1]
        assert [(each.name, each.number) for each in pages[0].facets.months] == [("2022-01", 5)]
        assert store.list_documents(DocumentQuery(), sample=2).counted <= 2

    def test_a_sample_is_spread_evenly_over_the_days(self, store: Store) -> None:
        """However the documents were written: here every second one is of the first half of the year."""
        halves = zip(range(0, 180, 30), range(180, 360, 30), strict=True)
        for number in (number for pair in halves for number in pair):
            samples.put(store, samples.document(number))
        found = store.list_documents(DocumentQuery(), sample=6)
        months = [month.name for month in found.facets.months if month.number]
        assert found.counted == len(months) == 6
        assert months == sorted(str(samples.day(number))[:7] for number in range(0, 360, 60))

    def test_they_can_be_read_from_the_first(self, store: Store) -> None:
        """In the order of their days, those without one behind as well."""
        ids = [document.id for document in filled(store)]
        found = store.list_documents(DocumentQuery(from_first=True, limit=5, offset=1))
        assert [each.id for each in found.documents] == ids[1:]

    @pytest.mark.parametrize(
        ("query", "numbers"),
        [
            (DocumentQuery(outlet="Steppe Wire"), {1, 3, 5}),
            (DocumentQuery(language="de"), set()),
            (DocumentQuery(copies=True), {1}),
            (DocumentQuery(text="proposals"), {0, 1, 2, 3, 4, 5}),
            (DocumentQuery(text='"number 3"'), {3}),
            (DocumentQuery(text="?!"), set()),
            (DocumentQuery(since=date(2022, 1, 4)), {3, 4}),
            (DocumentQuery(until=date(2022, 1, 2)), {0, 1}),
            (DocumentQuery(undated=True), {5}),
            (DocumentQuery(copies=True, outlet="Baltic Lantern"), set()),
        ],
    )
    def test_each_filter_of_documents_filters(
        self, store: Store, query: DocumentQuery, numbers: set[int]
    ) -> None:
        """And no other document is counted."""
        documents = filled(store)
        found = store.list_documents(query)
        assert {each.id for each in found.documents} == {documents[number].id for number in numbers}
        assert found.total == len(numbers)

    def test_a_document_is_listed_with_what_belongs_to_it(self, store: Store) -> None:
        """Its outlet, how many events and figures it has, its story and what it was taken from."""
        first, second, *_ = filled(store)
        (found,) = store.list_documents(DocumentQuery(copies=True)).documents
        assert (found.title, found.outlets) == ("Proposal 1", (OUTLETS[1],))
        assert found.begins == second.text
        assert (found.events, found.figures, found.story) == (1, 1, first.id)
        assert found.published == second.published
        assert [copy.original for copy in found.copies] == [first.id]
        story = store.list_documents(DocumentQuery(story=first.id))
        assert {each.id for each in story.documents} == {first.id, second.id}

    def test_what_was_counted_is_counted_again_once_it_changed(self, store: Store) -> None:
        """A new document is seen at once."""
        filled(store)
        assert store.list_documents(DocumentQuery(outlet="Steppe Wire", limit=1)).total == 3
        samples.put(store, samples.document(7))
        assert store.list_documents(DocumentQuery(outlet="Steppe Wire", limit=1, offset=1)).total == 4

    def test_figures_come_with_their_number(self, store: Store) -> None:
        """Those of the latest documents first; filters hold for the page and the number."""
        documents = filled(store)
        found = store.list_figures(FigureQuery(limit=4, offset=2))
        assert [each.document for each in found.figures] == [documents[number].id for number in (2, 1, 0, 5)]
        assert found.total == 6
        for query, number in (
            (FigureQuery(about="truck"), 6),
            (FigureQuery(about="tanks"), 0),
            (FigureQuery(outlet="Steppe Wire", about="trucks"), 3),
            (FigureQuery(story=documents[0].id), 2),
            (FigureQuery(document=documents[4].id), 1),
        ):
            found = store.list_figures(query)
            assert (found.total, len(found.figures)) == (number, number)

    def test_stories_say_how_many_of_their_events_are_in_dispute(self, store: Store) -> None:
        """In the order asked for; titles likewise."""
        first, second, *_ = filled(store)
        assert [each.number for each in store.disputed_in(["none", first.id])] == [0, 2]
        assert store.titles([second.id, "none"]) == ("Proposal 1", "")
