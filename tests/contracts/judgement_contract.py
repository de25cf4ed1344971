"""What every store must do with days decided by people or by other documents; part of `StoreContract`."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dragoman.store import Store
from dragoman.terms import Clue, DragomanError, Interval, Judgement, JudgementKind, Published, UnknownName
from tests.store import samples


class JudgementContract:
    """Inherit and provide the fixture ``store``: a new, empty, open one."""

    def test_judgements_are_kept_in_order(self, store: Store) -> None:
        """About one document or all, the latest last; the same one twice is one."""
        decisions = [
            samples.judgement(1),
            samples.judgement(2),
            samples.judgement(1, "2022-10-08", hour=9),
            samples.judgement(1, "", hour=11),
        ]
        for decision in (*decisions, decisions[0]):
            with store.transaction():
                store.put_judgement(decision)
        assert store.judgements() == tuple(decisions)
        assert store.judgements(decisions[1].subject) == (decisions[1],)
        assert store.judgements("nobody") == ()

    def test_judgements_of_one_kind(self, store: Store) -> None:
        """Alone or about one subject; and one of them by its id."""
        dated = samples.judgement(1)
        note = msgspec.structs.replace(dated, kind=JudgementKind.NOTE)
        with store.transaction():
            for decision in (dated, note):
                store.put_judgement(decision)
        assert store.judgements(kind=JudgementKind.NOTE) == (note,)
        assert store.judgements(dated.subject, JudgementKind.PUBLISHED) == (dated,)
        assert store.judgements("nobody", JudgementKind.NOTE) == ()
        assert store.judgement(note.id) == store.judgement(note.id[:12]) == note
        with pytest.raises(UnknownName):
            store.judgement("nothing")

    def test_judgements_about_documents(self, store: Store) -> None:
        """About them, about a telling in them or beside one, and all that is taken back, in order."""
        about = [
            _decided(JudgementKind.NOTE, "d1@3-8:REJECT", "seen"),
            _decided(JudgementKind.SAME, "d3@1-2:ACCUSE", "d1@3-8:REJECT"),
            _decided(JudgementKind.UNDO, "9f", ""),
            _decided(JudgementKind.PUBLISHED, "d1", "2022-10-07"),
            _decided(JudgementKind.NOT_SAME, "d1@3-8:REJECT", "d1@9-12:REJECT"),
        ]
        others = [
            _decided(JudgementKind.NOTE, subject, "d1") for subject in ("d10", "d10@1-2:AID", "D1", "d")
        ]
        for decision in (*about[:2], *others, *about[2:]):
            with store.transaction():
                store.put_judgement(decision)
        assert store.judgements_about(["d1"]) == tuple(about)
        assert store.judgements_about(["d1", "d3", "nobody"]) == tuple(about)
        assert store.judgements_about(["d3"]) == tuple(about[1:3])
        assert store.judgements_about([]) == (about[2],)

    def test_a_judgement_needs_no_document_and_a_transaction(self, store: Store) -> None:
        """It outlives what it is about; one that was not kept is not there."""
        with pytest.raises(RuntimeError, match="transaction"):
            store.put_judgement(samples.judgement())
        with pytest.raises(KeyError):
            _judge_and_fail(store, KeyError())
        assert store.judgements() == ()
        with store.transaction():
            store.put_judgement(samples.judgement())
        assert list(store.documents()) == []
        assert store.judgements() == (samples.judgement(),)

    def test_a_judgement_alone_changes_nothing(self, store: Store) -> None:
        """What follows from it is for the pipeline to write."""
        document = samples.document(1)
        samples.put(store, document)
        before = (store.summary(), list(store.events()), store.document(document.id))
        with store.transaction():
            store.put_judgement(samples.judgement(1))
        assert (store.summary(), list(store.events()), store.document(document.id)) == before

    def test_a_document_is_given_another_day(self, store: Store) -> None:
        """With its clues and its best day, in every place it was met in; nothing else changes."""
        document = samples.document(1)
        samples.put(store, document)
        clue = Clue("by hand", "2022-10-07/2022-10-09", Interval.parse("2022-10-07/2022-10-09"), 1.0, "Aigul")
        published = Published(clue.interval, (clue, *document.published.clues), date(2022, 10, 8))
        with store.transaction():
            store.put_published(document.id, published)
        assert store.document(document.id) == msgspec.structs.replace(document, published=published)
        assert [place.published for place in store.appearances(document.id)] == [clue.interval]
        assert store.reading(document.id) == samples.reading(document)
        assert store.search("trucks")[0].published == clue.interval
        assert store.check() == ()

    def test_a_new_day_puts_a_document_elsewhere_in_the_list(self, store: Store) -> None:
        """Documents come by day; without one, last."""
        first, second = samples.document(1), samples.document(2)
        for document in (first, second):
            samples.put(store, document)
        for published, order in (
            (Published(samples.day(3)), ["Proposal 2", "Proposal 1"]),
            (Published(samples.day(0)), ["Proposal 1", "Proposal 2"]),
            (Published(), ["Proposal 2", "Proposal 1"]),
        ):
            with store.transaction():
                store.put_published(first.id, published)
            assert [document.title for document in store.documents()] == order

    def test_only_what_is_there_can_be_dated(self, store: Store) -> None:
        """A document that is missing is named."""
        with pytest.raises(DragomanError, match="not in the record"), store.transaction():
            store.put_published("nobody", Published())

    def test_two_long_sentences_make_a_retelling(self, store: Store) -> None:
        """On both sides, not with itself; one sentence, or short ones, are said again by chance."""
        first, second, third = (
            f"Astana rejected the {word}, the ministry said. ".ljust(70, "x") for word in "abc"
        )
        short = ("Astana rejected the offer.", "Moscow rejected the offer.")
        one = samples.put_telling(store, "one", first, second, *short)
        two = samples.put_telling(store, "two", third, second, first)
        samples.put_telling(store, "three", first, third.upper(), *short)
        assert store.retold(one.id) == (two,)
        assert store.retold(two.id) == (one,)
        assert store.retold("nobody") == ()

    def test_a_sentence_told_twice_counts_once(self, store: Store) -> None:
        """Two events of one sentence are one sentence."""
        sentence = "Astana rejected the proposal of Moscow on Friday evening, the ministry said."
        one = samples.put_telling(store, "one", sentence, sentence)
        samples.put_telling(store, "two", sentence, sentence)
        assert store.retold(one.id) == ()


def _decided(kind: JudgementKind, subject: str, value: str) -> Judgement:
    return Judgement(kind, subject, value, "Aigul", "2022-11-01T10:00:00+00:00")


def _judge_and_fail(store: Store, error: BaseException) -> None:
    with store.transaction():
        store.put_judgement(samples.judgement())
        raise error
