"""A document gets another day, from a person or from its doubles, and what counts from it follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from dragoman import pipeline
from dragoman.deciding import judge_day
from dragoman.engines import LocalEngine
from dragoman.intake import AddReport, clipping_of
from dragoman.pipeline import add_found
from dragoman.reading import RuleReader
from dragoman.store import Store, open_store
from dragoman.terms import Clipping, Document, DragomanError, Interval, Published, UnknownName

REPORT = "Putin met Tokayev in Astana on Friday. The ministers spoke about wheat and about the border."
FLOUR = "Russia sent forty lorries of flour and tents to Kyrgyzstan on Monday after the flood in Osh."
ENVOY = "Kazakhstan condemned the shelling of the market and expelled the Tajik envoy on Tuesday evening."
DATED = clipping_of(
    f"{FLOUR} {ENVOY} Nobody else came.", origin="dated.txt", outlet="Volna", published="2022-10-12"
)
BARE = clipping_of(f"We looked at the old story again. {FLOUR} It rained. {ENVOY}", origin="bare.txt")


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty record, read by the rules."""
    read_as(monkeypatch, "rules")
    with open_store(":memory:") as store:
        yield store


def read_as(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let a reader of this name read from now on; another name changes every intake key."""
    reader = RuleReader()
    reader.name = name
    monkeypatch.setattr(pipeline, "reader", lambda: reader)


def added(store: Store, *clippings: Clipping) -> AddReport:
    """What came of adding these."""
    return add_found(store, clippings, LocalEngine())


def of(store: Store, origin: str) -> Document:
    """The document that was found there."""
    return next(document for document in store.documents() if document.origin == origin)


def days(store: Store) -> list[str]:
    """When each event happened."""
    return [str(event.when) for event in store.events()]


def test_a_day_by_hand_dates_the_events(store: Store) -> None:
    """ "On Friday" has a date as soon as the document has."""
    added(store, clipping_of(REPORT, origin="a.txt"))
    assert days(store) == ["unknown"]
    document = judge_day(store, of(store, "a.txt").id, "2022-10-15", "Aigul", "printed edition")
    assert str(document.published.interval) == "2022-10-15"
    assert document.published.clues[0].reason.endswith("printed edition")
    assert days(store) == ["2022-10-14"]
    assert store.check() == ()


def test_the_latest_day_by_hand_holds(store: Store) -> None:
    """All decisions are kept, and each is obeyed until the next."""
    added(store, clipping_of(REPORT, origin="a.txt"))
    id = of(store, "a.txt").id
    for day, event in (("2022-10-15", "2022-10-14"), ("2021-03-06", "2021-03-05")):
        judge_day(store, id, day, "Aigul")
        assert days(store) == [event]
    assert [judgement.value for judgement in store.judgements(id)] == ["2022-10-15", "2021-03-06"]
    assert [clue.quotation for clue in store.document(id).published.clues] == ["2021-03-06"]


def test_a_day_by_hand_survives_adding_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the same key nothing happens; a new reader reads it from the day that was decided."""
    added(store, clipping_of(REPORT, origin="a.txt"))
    document = judge_day(store, of(store, "a.txt").id, "2022-10-15", "Aigul")
    assert added(store, clipping_of(REPORT, origin="a.txt")).known == 1
    read_as(monkeypatch, "rules-2")
    assert added(store, clipping_of(REPORT, origin="a.txt")).copies == 1
    assert store.document(document.id).published.interval == Interval.parse("2022-10-15")
    assert days(store) == ["2022-10-14"]
    reading = store.reading(document.id)
    assert reading is not None
    assert reading.reader == "rules-2"


def test_a_copy_with_another_day_does_not_overrule_a_person(store: Store) -> None:
    """The day that was decided stays, and so do the events."""
    added(store, clipping_of(REPORT, origin="a.txt"))
    id = of(store, "a.txt").id
    judge_day(store, id, "2022-10-15", "Aigul")
    added(store, clipping_of(REPORT, origin="b.txt", published="2021-01-01"))
    assert str(store.document(id).published.interval) == "2022-10-15"
    assert days(store) == ["2022-10-14"]


@pytest.mark.parametrize("published", [None, "2021-02-06"])
def test_taking_a_decision_back_brings_the_clues_back(store: Store, published: str | None) -> None:
    """Document and events are as they were; both decisions stay in the record."""
    added(store, clipping_of(REPORT, origin="a.txt", published=published))
    before = of(store, "a.txt"), days(store)
    judge_day(store, before[0].id, "2022-10-15", "Aigul")
    assert days(store) == ["2022-10-14"]
    judge_day(store, before[0].id, "", "Aigul")
    assert (of(store, "a.txt"), days(store)) == before
    assert [judgement.value for judgement in store.judgements()] == ["2022-10-15", ""]


def test_clues_of_the_text_come_back_as_well(store: Store) -> None:
    """They are sought again."""
    words = f"{REPORT} Then they drank to Putin, who had kept his 70th birthday a week before."
    added(store, clipping_of(words, origin="a.txt"))
    before = of(store, "a.txt")
    assert before.published.interval.contains(date(2022, 10, 14))
    judge_day(store, before.id, "2022-10-15", "Aigul")
    assert judge_day(store, before.id, "", "Aigul") == before


@pytest.mark.parametrize(
    ("id", "value"),
    [("nobody", "2022-10-15"), ("", "2022-10-15"), ("a", "soon"), ("a", "/"), ("a", "2999-01-01"), ("a", "")],
)
def test_what_cannot_be_dated_leaves_nothing(store: Store, id: str, value: str) -> None:
    """No such document, no such day, nothing to take back: an error, and no judgement is kept."""
    added(store, clipping_of(REPORT, origin="a.txt"))
    before = of(store, "a.txt")
    with pytest.raises((UnknownName, DragomanError)):
        judge_day(store, id if id != "a" else before.id, value, "Aigul")
    assert store.judgements() == ()
    assert of(store, "a.txt") == before


@pytest.mark.parametrize("clippings", [(DATED, BARE), (BARE, DATED)], ids=["dated first", "undated first"])
@pytest.mark.parametrize("together", [True, False], ids=["at once", "one by one"])
def test_a_double_dates_a_document_whichever_comes_first(
    store: Store, clippings: tuple[Clipping, ...], together: bool
) -> None:
    """Two long sentences that are the same; its events are dated from there."""
    for pile in [clippings] if together else [(clipping,) for clipping in clippings]:
        added(store, *pile)
    bare, dated = of(store, "bare.txt"), of(store, "dated.txt")
    assert str(dated.published.interval) == "2022-10-12"
    assert str(bare.published.interval) == "2022-10-09/2022-10-26"
    assert [(clue.kind, clue.quotation) for clue in bare.published.clues] == [("other document", dated.id)]
    reading = store.reading(bare.id)
    assert reading is not None
    assert any(not event.when.is_unknown for event in reading.events)
    assert store.check() == ()


def test_one_sentence_that_is_the_same_dates_nothing(store: Store) -> None:
    """It can be a saying or a line of furniture."""
    added(store, DATED, clipping_of(f"We looked at it again. {FLOUR} It rained.", origin="bare.txt"))
    assert of(store, "bare.txt").published == Published()


def test_a_person_comes_before_a_double(store: Store) -> None:
    """Whoever was dated by hand is not dated by others."""
    added(store, BARE)
    judge_day(store, of(store, "bare.txt").id, "2015", "Aigul")
    added(store, DATED)
    published = of(store, "bare.txt").published
    assert (str(published.interval), [clue.kind for clue in published.clues]) == ("2015", ["by hand"])


def test_adding_doubles_again_changes_nothing(store: Store) -> None:
    """Neither days nor clues."""
    added(store, DATED, BARE)
    before = list(store.documents()), list(store.events())
    report = added(store, DATED, BARE)
    assert report.known == 2
    assert (list(store.documents()), list(store.events())) == before
