"""The Python face."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import dragoman
from dragoman.faces.api import frames
from dragoman.terms import BrokenRecord, Document, DragomanError, UnknownName, UnreadableInput

from .samples import GERMAN, MET, REPORT


@pytest.fixture
def record() -> Iterator[dragoman.Record]:
    """A record that holds the report of a meeting."""
    with dragoman.open(":memory:") as record:
        record.add_text(REPORT, origin="<test>", outlet="Steppe Courier", published="2022-10-15")
        yield record


def test_a_text_is_read_without_keeping_it() -> None:
    """With everything that was found, and words for each span."""
    reading = dragoman.read("Putin met Tokayev in Astana on Friday.", published="2022-10-14")
    event = reading.events[0]
    assert (event.type, str(event.when), reading.words(event.trigger)) == ("CONSULT", "2022-10-14", "met")
    assert [m.entity for m in (*event.actors, *event.recipients)] == [
        "Vladimir Putin",
        "Kassym-Jomart Tokayev",
    ]


def test_a_headline_is_read_too() -> None:
    """Its evidence lies in the document's text."""
    reading = dragoman.read("The visit had been expected for weeks.", title="Putin met Tokayev in Astana")
    assert [reading.words(event.evidence[0]) for event in reading.events] == ["Putin met Tokayev in Astana"]


def test_what_is_not_english_is_refused() -> None:
    """With the language in the message."""
    with pytest.raises(UnreadableInput, match="German"):
        dragoman.read(GERMAN)


def test_events_are_filtered_and_counted(record: dragoman.Record) -> None:
    """As often as one likes."""
    found = record.events(actor="RUS", recipient="Kazakhstan", type="CONSULT")
    assert len(found) == found.total == len(list(found)) == len(list(found)) == 1
    assert len(record.events(limit=0)) == 0
    assert len(record.events(actor="DEU")) == 0


def test_an_outlet_is_found_in_any_case_and_a_misspelt_one_named(record: dragoman.Record) -> None:
    """An outlet the record does not hold is an error."""
    assert len(record.events(outlet="steppe courier")) >= 1
    with pytest.raises(UnknownName, match="Did you mean 'Steppe Courier'"):
        record.events(outlet="Stepe Courier")


def test_an_unknown_filter_is_an_error(record: dragoman.Record) -> None:
    """At run time as well as for the type checker."""
    wrong: dict[str, Any] = {"recipent": "KAZ"}
    with pytest.raises(UnknownName, match=r"filter 'recipent'\. Did you mean 'recipient'"):
        record.events(**wrong)


def test_an_event_leads_to_its_sentences(record: dragoman.Record) -> None:
    """And to the document and the place where it stood."""
    event = next(iter(record.events(type="CONSULT")))
    (telling,) = record.tellings(record.event(event.id[:6]))
    assert telling.sentences == ("Putin met Tokayev in Astana on Friday.",)
    assert telling.appearances[0].outlet == "Steppe Courier"


def test_documents_paths_and_folders_can_be_added(tmp_path: Path) -> None:
    """A document that was laid out already is kept as it is."""
    (tmp_path / "a.txt").write_text(REPORT)
    document = dragoman.read("Russia sent grain to Tajikistan on Monday, the ministry said.").document
    with dragoman.open(tmp_path / "r.dragoman") as record:
        report = record.add(document, tmp_path, str(tmp_path / "a.txt"))
        assert report.read == 2
        assert record.document(document.id) == document
        assert record.add(document).known == 1


def test_documents_go_from_record_to_record(record: dragoman.Record) -> None:
    """And give the same events there."""
    with dragoman.open(":memory:") as other:
        other.add(*record.documents())
        assert list(other.events()) == list(record.events())


def test_something_else_cannot_be_added(record: dragoman.Record) -> None:
    """It is a mistake of the program, so it is a TypeError."""
    wrong: Any = 17
    with pytest.raises(TypeError, match="not int"):
        record.add(wrong)


def test_a_record_can_be_opened_several_times(tmp_path: Path) -> None:
    """While one writes, another reads what was committed."""
    path = tmp_path / "r.dragoman"
    with dragoman.open(path) as writer, dragoman.open(path, read_only=True) as reader:
        assert len(reader.events()) == 0
        writer.add_text(REPORT, origin="a")
        assert len(reader.events()) == len(writer.events()) > 0


def test_a_missing_record_is_made_only_when_that_is_wanted(tmp_path: Path) -> None:
    """Asking makes nothing."""
    with pytest.raises(BrokenRecord):
        dragoman.open(tmp_path / "no.dragoman", create=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("method", ["to_arrow", "to_pandas", "to_polars"])
def test_a_missing_library_is_named(
    record: dragoman.Record, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the command that installs it."""

    def refuse(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", refuse)
    with pytest.raises(DragomanError, match=r"is not installed. Run: pip install 'dragoman\[frames\]'"):
        getattr(record.events(), method)()


def test_frames_hold_a_row_an_event(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever library makes them, the columns are those of the CSV export."""
    library = SimpleNamespace(table=dict, DataFrame=dict)
    monkeypatch.setattr(importlib, "import_module", lambda _: library)
    for make in (frames.to_arrow, frames.to_pandas, frames.to_polars):
        columns: Any = make([MET, MET])
        assert columns["type"] == ["CONSULT", "CONSULT"]
        assert columns["recipient_ids"] == ["Kassym-Jomart Tokayev"] * 2


def test_the_facade_names_only_what_it_has() -> None:
    """Names are loaded when used; a wrong one is an AttributeError."""
    assert dragoman.Document is Document
    with pytest.raises(AttributeError, match="opne"):
        dragoman.opne  # noqa: B018


def test_a_document_is_dated_by_hand(record: dragoman.Record) -> None:
    """By the first characters of its id; who decided is kept, also when it is taken back."""
    (before,) = record.documents()
    after = record.date(before.id[:8], "2021-03-06", by="Aigul", why="printed edition")
    assert str(after.published.interval) == "2021-03-06"
    assert [clue.kind for clue in after.published.clues] == ["by hand", "given"]
    assert [str(event.when) for event in record.events(type="CONSULT")] == ["2021-03-05"]
    assert record.date(before.id, None, by="Bolot") == before
    assert [(j.value, j.author, j.remark) for j in record.judgements(before.id)] == [
        ("2021-03-06", "Aigul", "printed edition"),
        ("", "Bolot", ""),
    ]
    assert record.judgements() == record.judgements(before.id)


def test_a_text_is_dated_by_what_it_says() -> None:
    """Where nothing else dates it; a day that is given stays."""
    text = f"{REPORT} Putin had kept his 70th birthday a week before."
    published = dragoman.read(text).document.published
    assert str(published.best).startswith("2022-10-")
    assert "birthday" in {clue.kind for clue in published.clues}
    assert str(dragoman.read(text, published="2022-10-15").document.published.interval) == "2022-10-15"
