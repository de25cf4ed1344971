"""What a record knows beyond single documents, on the command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

import dragoman
from dragoman import merging
from dragoman.store import open_store
from dragoman.terms import Reading

from . import merged
from .merged import document, telling
from .test_cli import Run, run

__all__ = ["run"]  # the fixture

Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record in which somebody denies the attack."""
    file = tmp_path_factory.mktemp("merged") / "r.dragoman"
    merged.fill(file)
    with dragoman.open(file) as record:
        record.edit(telling(record, "Volna State News"), "status", "denied", by="Aigul", why="as printed")
    return file


@pytest.fixture
def call(run: Run, path: Path) -> Run:
    """The command line in a folder with that record."""
    shutil.copy(path, "r.dragoman")
    return run


@pytest.fixture
def rows(call: Run) -> Rows:
    """What a command prints as JSON."""

    def printed(*arguments: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in call(*arguments, "--json").out.splitlines()]

    return printed


def ids(outlet: str) -> tuple[str, str]:
    """Ids of the document of an outlet and of its first attack."""
    with dragoman.open("r.dragoman", read_only=True) as record:
        return document(record, outlet).id, telling(record, outlet)


def test_a_card_sets_the_tellings_side_by_side(call: Run) -> None:
    """Who says otherwise, the course of its status, copies, figures, decisions, and what read it."""
    _, id = ids("ViewsRocket24")
    said = call("event", id[:8]).said
    for words in (
        "status happened (",
        "but denied, says Volna State News",
        "history happened, reported 2022-07-23; denied, reported 2022-07-25",
        "when 2022-07-23, to the day",
        "in 2 independent reports and 1 document copied from them",
        "near copy of Meridian Wire, 89%",
        "contradicts: denied",
        "12 people",
        "Aigul: status: denied (holds); as printed",
        "3 documents read",
        "disputed status",
    ):
        assert words in said, words


def test_a_card_as_json_lacks_nothing(rows: Rows) -> None:
    """Agreement, sources with copies and provenance, figures and judgements stand beside the event."""
    _, id = ids("Volna State News")
    (card,) = rows("event", id)
    (event,) = rows("events", "--disputed")
    assert card["event"] == event
    assert card["sentence"].startswith("On 2022-07-23 Russia used violence against")
    assert {each["field"] for each in card["agreement"] if each["is_disputed"]} == {"status"}
    assert [bool(source["copy"]) for source in card["sources"]] == [False, True, False]
    assert card["sources"][0]["provenance"]["code"]
    assert [row["judgement"]["author"] for row in card["judgements"]] == ["Aigul"]
    assert len(card["tellings"]) == len(event["tellings"])


def test_listings_say_what_is_disputed(call: Run, rows: Rows) -> None:
    """With voices and reports; filters find what is disputed, or in one story."""
    said = call("events", "--disputed").said
    assert "in 2 reports, 1 copy · disputed: status" in said
    story, _ = ids("ViewsRocket24")
    assert len(rows("events", "--story", story[:8])) > 1
    result = call("events", "--story", "zz")
    assert (result.status, "unknown document 'zz'" in result.said) == (2, True)


def test_figures_in_dispute_are_set_against_each_other(call: Run, rows: Rows) -> None:
    """Each side with its figure, who says it, when, and the sentence."""
    result = call("claims", "--disputed", "--about", "killed")
    assert "people killed contradicting, the highest 4 times the lowest" in result.said
    assert '3 "Three people were killed", says Russia in Volna State News, 2022-07-25' in result.said
    assert "≥ 12" in result.said
    assert "1 quantity in dispute" in result.said
    (found,) = rows("claims", "--disputed")
    assert found["dispute"]["relation"] == "contradicting"
    assert len(rows("claims", "--disputed", "--limit", "1")) == 1
    assert "No figures in dispute" in call("claims", "--disputed", "--about", "ships").err
    assert "expected both" in call("claims", "--story", "zz").err


def test_stories_are_listed_and_told_by_day(call: Run, rows: Rows) -> None:
    """With an id the documents, which of them is a copy, and the events."""
    said = call("stories").said
    assert "3 3" in said
    assert "Missiles strike port of" in said
    assert "1 story. One of them" in said
    (line,) = rows("stories")
    (sheet,) = rows("stories", ids("Volna State News")[0][:8])
    assert sheet["story"] == line
    assert "ViewsRocket24: Odesa port struck near copy of Meridian Wire" in call("stories", line["id"]).said
    assert "belongs to no story" in call("stories", _alone()).err


def _alone() -> str:
    with dragoman.open("r.dragoman", read_only=True) as record:
        return document(record, "Steppe Courier").id


def test_copies_are_listed_with_who_had_them_first(call: Run, rows: Rows) -> None:
    """The kind, and how much of the copy is not its own."""
    said = call("copies").said
    assert "2022-07-23 Meridian Wire: Missiles strike port of Odesa had it first" in said
    assert "2022-07-24 ViewsRocket24: Odesa port struck edited, 89% of its words" in said
    (family,) = rows("copies")
    assert [each["outlets"] for each in family["documents"]] == [["Meridian Wire"], ["ViewsRocket24"]]


def test_what_a_copy_changed_is_shown_word_by_word(call: Run, rows: Rows) -> None:
    """Without colour in brackets; a document that nobody copied says so."""
    copy, _ = ids("ViewsRocket24")
    said = call("copies", copy[:8]).said
    assert "Russian missiles struck the {+old+} port of Odesa on Saturday" in said
    assert "[-Kyiv accused Moscow of breaking the deal on grain.-]" in said
    assert said.endswith("9 words left out, 1 word added")
    (diff,) = rows("copies", ids("Meridian Wire")[0])
    assert [piece["words"] for piece in diff["pieces"] if piece["kind"] == "added"] == ["old"]
    assert "was taken from none" in call("copies", _alone()).err


def test_reading_again_is_told_in_words(call: Run, rows: Rows) -> None:
    """What is up to date is left alone; what an older reader lacked is listed, with counts by type."""
    assert "Nothing to read again" in call("reread").err
    id, attack = ids("Meridian Wire")
    with open_store("r.dragoman") as store, store.transaction():
        reading = store.reading(id)
        assert reading is not None
        store.put_reading(_without(reading, attack))
    result = call("reread", id[:8])
    assert "ASSAULT 1 added" in result.said
    assert "1 document read again, 1 with changes" in result.said
    assert rows("reread", "--all") == []


def _without(reading: Reading, mention: str) -> Reading:
    kept = tuple(each for each in reading.events if each.id != mention)
    return msgspec.structs.replace(reading, events=kept, claims=())


def test_a_stale_record_says_what_to_do_and_is_made_anew(call: Run, rows: Rows) -> None:
    """By the command that is named; the events are those of before."""
    before = rows("events")
    _make_stale()
    result = call("events")
    assert (result.status, "dragoman rebuild --record " in result.said) == (2, True)
    assert "tellings in" in call("rebuild").out
    assert rows("events") == before
    _make_stale()
    assert call("date", _any(), "2022-07-23").status == 0
    assert len(rows("events")) == len(before)


def _make_stale() -> None:
    with open_store("r.dragoman") as store, store.transaction():
        store.put_meta(merging.STALE, "stale")
        store.clear_merged()


def _any() -> str:
    with open_store("r.dragoman", read_only=True) as store:
        return next(store.documents(outlet="Meridian Wire")).id


def test_a_judgement_taken_back_or_taken_in_holds_at_once(call: Run, rows: Rows) -> None:
    """The events follow, in this record and in the one that gets the judgements."""
    (made,) = rows("judgements", "--kind", "edit")
    shutil.copy("r.dragoman", "other.dragoman")
    result = call("judgements", "--undo", made["id"][:8], "--by", "Bolot", "--record", "r.dragoman")
    assert "does not hold any more" in result.said
    assert rows("events", "--disputed", "--record", "r.dragoman") == []
    call("judgements", "--export", "decided.jsonl", "--record", "r.dragoman")
    assert len(rows("events", "--disputed", "--record", "other.dragoman")) == 1
    call("judgements", "--import", "decided.jsonl", "--record", "other.dragoman")
    assert rows("events", "--record", "other.dragoman") == rows("events", "--record", "r.dragoman")
    assert "without ID" in call("judgements", "zz", "--undo", "zz").err
