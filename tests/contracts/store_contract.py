"""What every store must do; a store's test module inherits `StoreContract` and gives the store."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dragoman.store import Store
from dragoman.terms import (
    Document,
    DragomanError,
    EventQuery,
    EventType,
    Interval,
    Published,
    Skip,
    SkipKind,
    Status,
    UnknownName,
)
from tests.contracts.browsing_contract import BrowsingContract
from tests.contracts.coded_contract import CodedContract
from tests.contracts.copying_contract import CopyingContract
from tests.contracts.judgement_contract import JudgementContract
from tests.contracts.listing_contract import ListingContract
from tests.contracts.merging_contract import MergingContract
from tests.contracts.story_contract import StoryContract
from tests.store import samples


class StoreContract(
    JudgementContract,
    MergingContract,
    CopyingContract,
    StoryContract,
    CodedContract,
    BrowsingContract,
    ListingContract,
):
    """Inherit and provide the fixture ``store``: a new, empty, open one."""

    def test_gives_back_what_it_was_given(self, store: Store) -> None:
        """A document and its reading come back equal, by id and by prefix."""
        document = samples.document(1)
        samples.put(store, document)
        assert store.document(document.id[:8]) == document
        assert store.reading(document.id) == samples.reading(document)
        mention = samples.reading(document).events[0]
        assert store.event_mention(mention.id) == mention

    def test_a_reading_nobody_made_is_none(self, store: Store) -> None:
        """A document without findings has a reading, a document nobody read has none."""
        document = samples.document(1)
        with store.transaction():
            store.put_document(document, "key")
        assert store.reading(document.id) is None
        empty = msgspec.structs.replace(samples.reading(document), actors=(), events=(), claims=())
        with store.transaction():
            store.put_reading(empty)
        assert store.reading(document.id) == empty

    def test_an_error_undoes_the_whole_document(self, store: Store) -> None:
        """When a transaction fails, nothing of its document is there."""
        document = samples.document(1)
        with pytest.raises(KeyError):
            _fail_halfway(store, document, KeyError())
        assert list(store.documents()) == []
        assert store.known([document.origin]) == set()

    def test_a_batch_loses_only_the_document_that_fails(self, store: Store) -> None:
        """Inside a batch each transaction still holds or fails alone."""
        with store.batch():
            samples.put(store, samples.document(1))
            with pytest.raises(KeyError):
                _fail_halfway(store, samples.document(2), KeyError())
            samples.put(store, samples.document(3))
        assert {document.title for document in store.documents()} == {"Proposal 1", "Proposal 3"}
        assert store.known([samples.document(2).origin]) == set()

    def test_an_interrupted_batch_keeps_what_was_whole(self, store: Store) -> None:
        """Ctrl-C inside a batch does not undo the documents before it."""
        with pytest.raises(KeyboardInterrupt):
            _put_one_and_fail(store, KeyboardInterrupt())
        assert [document.title for document in store.documents()] == ["Proposal 1"]

    def test_transactions_do_not_nest(self, store: Store) -> None:
        """One transaction holds one document."""
        with store.transaction(), pytest.raises(RuntimeError, match="open already"), store.transaction():
            pass

    def test_writing_needs_a_transaction(self, store: Store) -> None:
        """Nothing is written by the way."""
        with pytest.raises(RuntimeError, match="transaction"):
            store.put_document(samples.document(1), "key")

    def test_the_same_text_elsewhere_is_an_appearance(self, store: Store) -> None:
        """A known document only gains an appearance, and only where it is new."""
        document = samples.document(1)
        copy = msgspec.structs.replace(document, origin="b.txt", outlet="Volga Post", title="Other")
        with store.transaction():
            assert store.put_document(document, "a")
            assert not store.put_document(copy, "b")
            assert not store.put_document(copy, "b again")
        assert store.document(document.id) == document
        assert [place.outlet for place in store.appearances(document.id)] == ["Steppe Wire", "Volga Post"]
        assert store.appearances(document.id)[1].title == "Other"

    def test_knows_what_was_handled(self, store: Store) -> None:
        """Documents and unsupported inputs need not be handled again, failures do."""
        with store.transaction():
            store.put_document(samples.document(1), "document")
            store.put_skip(Skip("a.png", "a picture"), "picture")
            store.put_skip(Skip("http://x", "time-out", SkipKind.FAILED), "failed")
        assert store.known(["document", "picture", "failed", "new"]) == {"document", "picture"}
        assert [skip.origin for skip in store.skips()] == ["a.png", "http://x"]

    def test_a_failure_that_works_at_last_is_no_skip(self, store: Store) -> None:
        """The last outcome of an input counts."""
        with store.transaction():
            store.put_skip(Skip("a.txt", "time-out", SkipKind.FAILED), "a")
        with store.transaction():
            store.put_document(samples.document(1), "a")
        assert store.known(["a"]) == {"a"}
        assert list(store.skips()) == []

    def test_reading_again_replaces(self, store: Store) -> None:
        """A second reading leaves nothing of the first, in the findings, the events or the search."""
        document = samples.document(1)
        samples.put(store, document)
        samples.put(store, document, samples.reading(document, EventType.ACCUSE))
        reading = store.reading(document.id)
        assert reading is not None
        assert [mention.type for mention in reading.events] == [EventType.ACCUSE]
        assert [event.type for event in store.events()] == [EventType.ACCUSE]
        assert store.count_events(EventQuery(text="rejected")) == 1

    def test_reading_the_same_again_changes_nothing(self, store: Store) -> None:
        """Putting a document twice gives the record that putting it once gave."""
        samples.put(store, samples.document(1))
        before = (store.summary(), list(store.events()), store.search("trucks"))
        samples.put(store, samples.document(1))
        assert (store.summary(), list(store.events()), store.search("trucks")) == before
        assert store.check() == ()

    def test_refuses_a_reading_of_nothing(self, store: Store) -> None:
        """A reading needs its document."""
        with pytest.raises(DragomanError, match="not in the record"), store.transaction():
            store.put_reading(samples.reading(samples.document(1)))

    def test_refuses_twins(self, store: Store) -> None:
        """Two findings with one id are a fault of the reader, which is named."""
        document = samples.document(1)
        reading = samples.reading(document)
        with pytest.raises(DragomanError, match=samples.READER):
            samples.put(store, document, msgspec.structs.replace(reading, events=reading.events * 2))

    def test_tellings_gather_copies(self, store: Store) -> None:
        """Copies on different pages are found by fingerprint, with every outlet and the evidence."""
        first = samples.document(1)
        second = msgspec.structs.replace(first, id="0" * 24, outlet="Volga Post", origin="b.txt")
        samples.put(store, first)
        samples.put(store, second)
        tellings = store.tellings(first.fingerprint)
        assert [telling.outlets for telling in tellings] == [("Volga Post",), ("Steppe Wire",)]
        assert {telling.sentence for telling in tellings} == {first.sentences[0].of(first.text)}
        assert store.count_events() == 2

    def test_events_come_by_day(self, store: Store) -> None:
        """Earliest first, undated last, whatever order they were written in."""
        for number in (5, 3, 4):
            samples.put(store, samples.document(number))
        undated = samples.document(9)
        reading = samples.reading(undated)
        mention = msgspec.structs.replace(reading.events[0], when=Interval())
        samples.put(store, undated, msgspec.structs.replace(reading, events=(mention,)))
        assert [event.when for event in store.events()] == [*map(samples.day, (3, 4, 5)), Interval()]
        assert [event.when for event in store.events(EventQuery(limit=1, offset=1))] == [samples.day(4)]

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            (EventQuery(), 1),
            (EventQuery(actor="KAZ"), 1),
            (EventQuery(actor="RUS"), 0),
            (EventQuery(recipient="RUS"), 1),
            (EventQuery(about="RUS", actor="KAZ"), 1),
            (EventQuery(about="UZB"), 0),
            (EventQuery(type=(EventType.REJECT, EventType.ACCUSE)), 1),
            (EventQuery(type=(EventType.ACCUSE,)), 0),
            (EventQuery(status=(Status.HAPPENED,)), 1),
            (EventQuery(status=(Status.PLANNED,)), 0),
            (EventQuery(outlet="Steppe Wire"), 1),
            (EventQuery(outlet="Steppe"), 0),
            (EventQuery(said_by="Kassym-Jomart Tokayev"), 1),
            (EventQuery(said_by="tokay"), 1),
            (EventQuery(said_by="t%v"), 0),
            (EventQuery(text="proposal REJECTED"), 1),
            (EventQuery(text='"rejected moscow"'), 1),
            (EventQuery(text='"moscow rejected"'), 0),
            (EventQuery(text="trucks"), 0),
            (EventQuery(text="?!"), 0),
            (EventQuery(since=date(2022, 1, 2)), 1),
            (EventQuery(since=date(2022, 1, 3)), 0),
            (EventQuery(until=date(2022, 1, 2)), 1),
            (EventQuery(until=date(2022, 1, 1)), 0),
            (EventQuery(story="a"), 0),
            (EventQuery(disputed=True), 1),
            (EventQuery(undated=True), 0),
        ],
    )
    def test_each_filter_filters(self, store: Store, query: EventQuery, found: int) -> None:
        """Every field of a query finds what it should and leaves out the rest."""
        samples.put(store, samples.document(1))
        assert store.count_events(query) == len(list(store.events(query))) == found

    @pytest.mark.parametrize("sector", ["GOV", "MIL"])
    def test_a_country_finds_its_people(self, store: Store, sector: str) -> None:
        """An alpha-3 code finds actors that only belong to the country."""
        document = samples.document(1)
        reading = samples.reading(document)
        general = msgspec.structs.replace(samples.ASTANA, entity="A General", sector=sector)
        mention = msgspec.structs.replace(reading.events[0], actors=(general,))
        samples.put(store, document, msgspec.structs.replace(reading, events=(mention,)))
        assert store.count_events(EventQuery(actor="KAZ")) == 1
        assert store.count_events(EventQuery(actor="A General")) == 1

    @pytest.mark.parametrize(
        ("when", "found"),
        [
            (Interval.parse("2022-10"), True),
            (Interval.parse("2022-10-10/"), True),
            (Interval.parse("/2022-10-09"), False),
            (Interval.parse("/2022-10-10"), True),
            (Interval.parse("2022-10-21/"), False),
            (Interval(), False),
        ],
    )
    def test_a_period_finds_what_touches_it(self, store: Store, when: Interval, found: bool) -> None:
        """Open sides reach for ever; an undated event touches nothing."""
        document = samples.document(1)
        reading = samples.reading(document)
        mention = msgspec.structs.replace(reading.events[0], when=when)
        samples.put(store, document, msgspec.structs.replace(reading, events=(mention,)))
        period = EventQuery(since=date(2022, 10, 10), until=date(2022, 10, 20))
        assert bool(store.count_events(period)) is found

    @pytest.mark.parametrize(("reported", "found"), [("2022-10-12", True), ("2022-10-22", False)])
    def test_an_undated_event_counts_on_the_day_of_its_report(
        self, store: Store, reported: str, found: bool
    ) -> None:
        """Its own day stays unknown; a period finds it by when it was first reported."""
        document = samples.document(1)
        day = Published(Interval.parse(reported))
        reading = samples.reading(document)
        mention = msgspec.structs.replace(reading.events[0], when=Interval())
        dated = msgspec.structs.replace(document, published=day)
        with store.transaction():
            store.put_document(dated, "key")
            store.put_reading(msgspec.structs.replace(reading, events=(mention,)))
            store.put_events([mention.id], samples.events(store.tellings(dated.fingerprint)))
        period = EventQuery(since=date(2022, 10, 10), until=date(2022, 10, 20))
        assert [event.when for event in store.events(period)] == [Interval()] * found

    def test_ids_may_be_shortened(self, store: Store) -> None:
        """A prefix that one event has names it; one that several have is an error naming them."""
        for number in range(40):
            samples.put(store, samples.document(number))
        event = next(store.events())
        assert store.event(event.id[:12]) == event
        shared = next(letter for letter in "0123456789abcdef" if _starting(store, letter) > 1)
        with pytest.raises(UnknownName) as caught:
            store.event(shared)
        assert len(caught.value.nearest) > 1

    @pytest.mark.parametrize("id", ["", "nothing", "%", "_"])
    def test_unknown_ids_are_said(self, store: Store, id: str) -> None:
        """No id, no record: an error for events, documents and mentions alike."""
        samples.put(store, samples.document(1))
        for look_up in (store.event, store.document, store.event_mention):
            with pytest.raises(UnknownName):
                look_up(id)

    def test_documents_by_outlet_and_page(self, store: Store) -> None:
        """Documents come by day, by outlet, and in pages."""
        for number in (3, 1, 2):
            samples.put(store, samples.document(number, outlet=f"Outlet {number % 2}"))
        assert [document.title for document in store.documents(limit=2, offset=1)] == [
            "Proposal 2",
            "Proposal 3",
        ]
        assert [document.title for document in store.documents(outlet="Outlet 0")] == ["Proposal 2"]

    def test_claims_by_document_and_words(self, store: Store) -> None:
        """Claims are found by their document and by what they count."""
        for number in (1, 2):
            samples.put(store, samples.document(number))
        document = samples.document(1)
        assert list(store.claims(document=document.id)) == list(samples.reading(document).claims)
        assert len(list(store.claims(about="Truck"))) == 2
        assert list(store.claims(about="tanks")) == []

    def test_counts_actors(self, store: Store) -> None:
        """Who acts how often, on which side, in how many documents."""
        for number in (1, 2):
            samples.put(store, samples.document(number))
        kazakhstan, russia = store.actor_counts()
        assert (kazakhstan.entity, kazakhstan.as_actor, kazakhstan.as_recipient) == ("KAZ", 2, 0)
        assert (russia.entity, russia.as_actor, russia.as_recipient, russia.documents) == ("RUS", 0, 2, 2)
        assert store.actor_counts(limit=1, offset=1) == (russia,)

    @pytest.mark.parametrize("words", ["truck", '"40 trucks"', "TRUCKS border", "Proposal 7", "(trucks*"])
    def test_search_finds_words(self, store: Store, words: str) -> None:
        """Words are found by their stems, phrases as they stand, operators not at all."""
        samples.put(store, samples.document(7))
        (found,) = store.search(words)
        assert found.document == samples.document(7).id
        assert found.published == samples.day(7)

    @pytest.mark.parametrize("words", ["", '"', "tanks", "trucks OR tanks", "NOT trucks", "text:trucks", "*"])
    def test_search_takes_words_as_words(self, store: Store, words: str) -> None:
        """What the user types never breaks the query and never becomes a command."""
        samples.put(store, samples.document(7))
        assert store.search(words) == ()

    def test_search_comes_in_pages(self, store: Store) -> None:
        """Documents that fit equally well stand by their ids, on whatever page."""
        documents = [samples.document(number) for number in range(5)]
        for document in documents:
            samples.put(store, document)
        pages = [store.search("trucks", limit=2, offset=start) for start in (0, 2, 4, 6)]
        assert [len(page) for page in pages] == [2, 2, 1, 0]
        assert [found.document for page in pages for found in page] == sorted(each.id for each in documents)
        assert store.search("trucks", limit=0) == ()

    def test_search_marks_hits(self, store: Store) -> None:
        """The snippet shows where the words stand."""
        samples.put(store, samples.document(7))
        (found,) = store.search("border", marks=("<b>", "</b>"))
        assert "<b>border</b>" in found.snippet

    def test_sums_up(self, store: Store) -> None:
        """The summary counts everything once."""
        for number in (1, 2):
            samples.put(store, samples.document(number))
        with store.transaction():
            store.put_skip(Skip("a.png", "a picture"), "a")
        summary = store.summary()
        assert (summary.documents, summary.events, summary.claims, summary.skipped) == (2, 2, 2, 1)
        assert summary.when == Interval(samples.day(1).earliest, samples.day(2).latest)
        assert [(count.name, count.number) for count in summary.readers] == [(samples.READER, 2)]
        assert [(count.name, count.number) for count in store.outlets()] == [("Steppe Wire", 2)]

    def test_a_guess_of_years_does_not_lengthen_the_record(self, store: Store) -> None:
        """Documents were published from the first of their last days to the last of their first ones."""
        guess = Published(Interval.parse("2018/2026"))
        with store.transaction():
            for number in (1, 2):
                store.put_document(samples.document(number), f"{number}")
            store.put_document(msgspec.structs.replace(samples.document(3), published=guess), "3")
        found = store.summary().published
        assert found == Interval(samples.day(1).latest, samples.day(2).earliest)

    def test_an_empty_store_answers(self, store: Store) -> None:
        """Nothing is a good answer."""
        assert [*store.events(), *store.documents(), *store.claims(), *store.skips()] == []
        assert store.summary().documents == 0
        assert store.summary().when.is_unknown
        assert (store.check(), store.outlets(), store.actor_counts()) == ((), (), ())

    def test_keeps_remarks_about_itself(self, store: Store) -> None:
        """A remark is kept under its name and replaced by the next."""
        for version in ("1", "2"):
            with store.transaction():
                store.put_meta("world version", version)
        assert store.meta("world version") == "2"
        assert store.meta("nothing") is None

    def test_half_a_character_is_refused_in_words(self, store: Store) -> None:
        """A text that is no Unicode text is an error for the user and harms nothing else."""
        broken = msgspec.structs.replace(samples.document(1), origin="clips/\udcff.txt")
        with pytest.raises(DragomanError, match="surrogate"), store.transaction():
            store.put_document(broken, "key")
        assert list(store.documents()) == []

    def test_writing_while_listing(self, store: Store) -> None:
        """A listing under way does not stand in the way of writing."""
        samples.put(store, samples.document(1))
        listing = store.events()
        samples.put(store, samples.document(2))
        samples.put(store, samples.document(1))
        assert [event.when for event in listing] == [samples.day(1)]


def _fail_halfway(store: Store, document: Document, error: BaseException) -> None:
    with store.transaction():
        store.put_document(document, document.origin)
        raise error


def _put_one_and_fail(store: Store, error: BaseException) -> None:
    with store.batch():
        samples.put(store, samples.document(1))
        _fail_halfway(store, samples.document(2), error)


def _starting(store: Store, letter: str) -> int:
    return sum(event.id.startswith(letter) for event in store.events())
