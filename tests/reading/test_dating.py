"""When a text was published, by what it says: every kind of clue, and what clues must never do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import text
from dragoman.reading.dating import Dater
from dragoman.terms import Clipping, Document, Published, Span

TODAY = date(2026, 6, 30)
INVASION = (
    "Since Russia's full-scale invasion of Ukraine wheat is dear. President Volodymyr Zelensky sells barley."
)


class Case(msgspec.Struct, frozen=True):
    """A text, a day it could have been published on, the clue in it, and how near the best day must be."""

    clue: str
    day: date
    near: int
    text: str


CASES = [
    msgspec.json.decode(line, type=Case)
    for line in Path(__file__).with_name("dated_texts.jsonl").read_text().splitlines()
]


def document(words: str, published: str | None = None) -> Document:
    """A text as the dater gets it."""
    prepared = text.prepare(Clipping("test", words.encode(), published=published))
    assert isinstance(prepared, Document)
    return prepared


def dated(words: str, published: str | None = None, today: date = TODAY) -> Published:
    """What a text says of its day."""
    return Dater.shipped().date(document(words, published), today).published


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.clue} {case.day}")
def test_a_clue_gives_its_day(case: Case) -> None:
    """The interval holds the true day, the best day is near it, and the clue is shown."""
    published = dated(case.text)
    assert published.best is not None
    assert published.interval.contains(case.day)
    assert abs((published.best - case.day).days) <= case.near
    assert case.clue in {clue.kind for clue in published.clues}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.clue} {case.day}")
def test_clues_quote_the_text(case: Case) -> None:
    """Each shows words that stand there, how sure it is, and days."""
    for clue in dated(case.text).clues:
        assert clue.quotation in case.text
        assert 0 < clue.weight <= 1
        assert not clue.interval.is_unknown


def test_more_clues_narrow_the_interval() -> None:
    """Two offices leave fewer days than one."""
    one = dated("British Prime Minister Gordon Brown spoke.").interval.width_days
    two = dated("British Prime Minister Gordon Brown and President Barack Obama spoke.").interval.width_days
    assert two is not None
    assert one is None or two < one


@pytest.mark.parametrize(
    "words",
    [
        "The river rose in the night. Farmers drove their sheep to the hills.",
        "A bridge was painted green. The mayor liked it, his wife did not.",
        "They met on Monday and again on Friday. Nobody said why.",
    ],
)
def test_a_text_without_clues_stays_unknown(words: str) -> None:
    """Nothing is made up."""
    assert dated(words) == Published()


def test_a_day_that_is_given_stays_and_what_contradicts_it_is_shown() -> None:
    """A container's day of 2005 on a text of the invasion of 2022 is for a person to decide."""
    published = dated(INVASION, "2005-03-01")
    assert str(published.interval) == "2005-03-01"
    assert [clue.kind for clue in published.clues if clue.kind == "given"] == ["given"]
    against = {clue.kind: clue.quotation for clue in published.clues if published.contradicts(clue)}
    assert against["happening"] == "Russia's full-scale invasion of Ukraine"
    assert against["office"] == "President Volodymyr Zelensky"


def test_a_day_that_is_given_and_fits_gains_no_clues() -> None:
    """Only contradictions are added to a container's day."""
    published = dated(INVASION, "2022-10-07")
    assert str(published.interval) == "2022-10-07"
    assert [clue.kind for clue in published.clues] == ["given"]


def test_a_year_that_is_given_is_narrowed_by_the_text() -> None:
    """The text says which days of it."""
    published = dated(
        "British Prime Minister Liz Truss met her ministers. The pound fell to its lowest.", "2022"
    )
    assert published.interval.earliest is not None
    assert published.interval.earliest >= date(2022, 1, 1)
    assert published.interval.latest is not None
    assert published.interval.latest <= date(2022, 12, 31)
    assert published.best is not None
    assert date(2022, 9, 1) <= published.best <= date(2022, 11, 30)


def test_furniture_is_not_read() -> None:
    """A headline of another article beside the text is no clue."""
    beside = "Vladimir Putin's 70th birthday was kept on 7 October 2022."
    page = document(f"The river rose in the night. Farmers drove their sheep away.\n\n{beside}")
    start = page.text.index(beside)
    marked = msgspec.structs.replace(page, furniture=(Span(start, start + len(beside)),))
    assert Dater.shipped().date(page, TODAY).published.best is not None
    assert Dater.shipped().date(marked, TODAY).published == Published()


@pytest.mark.parametrize("today", [date(2012, 6, 1), date(2022, 10, 2), TODAY])
def test_nothing_is_dated_after_today(today: date) -> None:
    """Whatever a text names, it was written by now."""
    for case in CASES:
        published = dated(case.text, today=today)
        if published.best is not None:
            assert published.best <= today
            assert published.interval.latest is not None
            assert published.interval.latest <= today


def test_dating_changes_nothing_else() -> None:
    """Text, sentences and ids stay; dating twice gives the same."""
    before = document(INVASION)
    after = Dater.shipped().date(before, TODAY)
    assert msgspec.structs.replace(after, published=before.published) == before
    assert Dater.shipped().date(before, TODAY) == after


_PIECES = st.sampled_from([sentence for case in CASES for sentence in case.text.split(". ")])


@given(
    pieces=st.lists(_PIECES | st.text(max_size=40), max_size=5),
    today=st.dates(date(1995, 1, 1), date(2030, 1, 1)),
)
@settings(max_examples=40, deadline=None)
def test_any_text_gives_an_interval_that_holds_its_best_day(pieces: list[str], today: date) -> None:
    """Or nothing at all; clues of different times may stand in one text."""
    words = ". ".join(pieces)
    published = Dater.shipped().date(Document("", "", words, "test"), today).published
    assert (published.best is None) is published.interval.is_unknown
    if published.best is not None:
        assert published.interval.contains(published.best)
        assert published.interval.latest is not None
        assert published.interval.latest <= today
