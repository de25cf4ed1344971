"""What a record knows beyond single documents, asked in Python."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import dragoman
from dragoman import merging
from dragoman.record import Field, Stance
from dragoman.store import open_store
from dragoman.terms import BrokenRecord, CopyKind, DragomanError, Status, UnknownName

from . import merged
from .merged import document, telling


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record that is not to be changed."""
    file = tmp_path_factory.mktemp("merged") / "r.dragoman"
    merged.fill(file)
    return file


@pytest.fixture
def asked(path: Path) -> Iterator[dragoman.Record]:
    """The record, for asking."""
    with dragoman.open(path, read_only=True) as record:
        yield record


@pytest.fixture
def record(path: Path, tmp_path: Path) -> Iterator[dragoman.Record]:
    """A copy of the record, for changing."""
    shutil.copy(path, tmp_path / "r.dragoman")
    with dragoman.open(tmp_path / "r.dragoman") as record:
        yield record


def test_an_event_is_found_by_any_of_its_tellings(asked: dragoman.Record) -> None:
    """Its tellings lie in three newspapers, of which one copied another."""
    event = asked.event(telling(asked, "Volna State News"))
    assert event == asked.event(telling(asked, "ViewsRocket24")[:10])
    assert event.outlets == ("Meridian Wire", "ViewsRocket24", "Volna State News")
    assert (event.reports, len(event.documents)) == (2, 3)


def test_agreement_says_who_says_otherwise(record: dragoman.Record) -> None:
    """What is taken comes first; the event, and the filter of events, know that it is disputed."""
    other = telling(record, "Volna State News")
    record.edit(other, "status", "denied", by="Aigul")
    event = record.event(other)
    status = next(each for each in record.agreement(event) if each.field is Field.STATUS)
    assert status.is_disputed
    assert [account.value for account in status.accounts] == ["happened", "denied"]
    assert status.stance(other) is Stance.CONTRADICTING
    assert event.disputed == ("status",)
    assert [each.id for each in record.events(disputed=True)] == [event.id]


def test_a_story_is_found_by_its_documents(asked: dragoman.Record) -> None:
    """Its headline is no copy's; a document that stands alone has none, and says so."""
    (line,) = asked.stories()
    assert (line.documents, line.outlets, line.headline) == (3, 3, "Missiles strike port of Odesa")
    story = asked.story(document(asked, "Volna State News").id[:8])
    assert story.line == line
    assert [str(each.published.interval) for each in story.documents] == [
        "2022-07-23",
        "2022-07-24",
        "2022-07-25",
    ]
    assert list(asked.events(story=line.id[:6])) == list(story.events)
    with pytest.raises(DragomanError, match="belongs to no story"):
        asked.story(document(asked, "Steppe Courier").id)


def test_copies_come_as_families(asked: dragoman.Record) -> None:
    """With what was first, the kind, and what was changed."""
    (family,) = asked.copies()
    original, copy = document(asked, "Meridian Wire"), document(asked, "ViewsRocket24")
    assert family.documents == (original.id, copy.id)
    assert family.copies[0].kind is CopyKind.NEAR
    assert asked.family(copy.id[:8]) == family
    words = [change.copy.of(copy.text) for change in asked.changes(original.id, copy.id) if change.copy]
    assert words == ["old"]


def test_figures_in_dispute_have_their_evidence(asked: dragoman.Record) -> None:
    """Each side with its sentence, for the whole record, some words, a story or an event."""
    (found,) = asked.disputes("killed")
    assert found.dispute.about == "people killed"
    assert [voice.low for voice in found.dispute.voices] == [3, 12]
    assert found.figures[0].sentence.startswith("Three people were killed")
    (line,) = asked.stories()
    assert list(asked.disputes()) == list(asked.disputes(story=line.id)) == [found]
    assert list(asked.disputes("ships")) == []


def test_what_people_decide_holds_and_is_taken_back(record: dragoman.Record) -> None:
    """Two tellings are parted, and are one event again."""
    one, other = telling(record, "Meridian Wire"), telling(record, "Volna State News")
    before = list(record.events())
    made = record.not_same(one, other, by="Aigul", why="two attacks")
    assert record.event(one) != record.event(other)
    record.undo(made.id[:8], by="Bolot")
    assert list(record.events()) == before
    record.same(one, telling(record, "Steppe Courier", "CONSULT"), by="Aigul")
    assert "Steppe Courier" in record.event(one).outlets
    assert [each.author for each in record.judgements()] == ["Aigul", "Bolot", "Aigul"]


def test_a_rejected_telling_is_gone(record: dragoman.Record) -> None:
    """From the events, and from what is compared."""
    one, other = telling(record, "Meridian Wire"), telling(record, "Volna State News")
    assert record.why_same(one, other).reasons
    record.reject(other, by="Aigul")
    assert other not in record.event(one).tellings
    with pytest.raises(DragomanError, match="rejected"):
        record.why_same(one, other)


def test_a_corrected_telling_is_shown_as_corrected(record: dragoman.Record) -> None:
    """And what cannot be corrected is named."""
    id = telling(record, "Steppe Courier", "CONSULT")
    record.edit(id, "status", "planned", by="Aigul")
    (found,) = record.tellings(record.event(id))
    assert found.mention.status == "planned"
    with pytest.raises(DragomanError, match="'colour' cannot be edited"):
        record.edit(id, "colour", "red", by="Aigul")


def test_what_was_read_with_what_reads_now_is_not_read_again(record: dragoman.Record) -> None:
    """Unless that is wanted, and then nothing changes."""
    before = list(record.events())
    assert record.reread() == ()
    found = record.reread(every=True)
    assert len(found) == 4
    assert not any(each.is_changed for each in found)
    assert list(record.events()) == before
    with pytest.raises(UnknownName):
        record.reread("zz")


def test_reading_again_says_what_changed(record: dragoman.Record) -> None:
    """What an older reader lacked is added, what it had besides is gone, and fields are compared."""
    found = document(record, "Meridian Wire")
    reading = record.reading(found)
    assert reading is not None
    first, second, *others = reading.events
    older = msgspec.structs.replace(second, status=Status.PLANNED)
    strange = msgspec.structs.replace(first, id="0" * 24, trigger=found.sentences[-1])
    gists = merging.gists_of(record.store, reading)
    with record.store.transaction():
        past = msgspec.structs.replace(reading, reader="old", events=(older, *others, strange))
        merging.put(record.store, found, past, gists)
    (again,) = record.reread()
    fates = {change.fate: change for change in again.changes}
    assert {fate.value for fate in fates} == {"added", "changed", "gone"}
    assert again.was is not None
    assert again.was.reader == "old"
    (field,) = next(change for change in again.changes if change.fate == "changed").fields
    assert (field.field, field.before, field.after) == ("status", "planned", "happened")
    assert record.reading(found) == reading


def test_a_rebuild_gives_the_same_events(record: dragoman.Record) -> None:
    """And says how far it is."""
    before = list(record.events())
    seen = []
    record.rebuild(on_progress=lambda what, done, total: seen.append((what, done, total)))
    assert list(record.events()) == before
    assert ("documents", 4, 4) in seen


def test_a_stale_record_is_merged_when_it_is_opened_for_writing(path: Path, tmp_path: Path) -> None:
    """One that is only read says what to do, as an interrupted rebuild may have left no events."""
    file = tmp_path / "r.dragoman"
    shutil.copy(path, file)
    with open_store(file) as store, store.transaction():
        store.put_meta(merging.STALE, "stale")
        store.clear_merged()
    with pytest.raises(BrokenRecord, match=f"dragoman rebuild --record {file}"):
        dragoman.open(file, read_only=True)
    with dragoman.open(file) as record, dragoman.open(path, read_only=True) as sound:
        assert list(record.events()) == list(sound.events())
    dragoman.open(file, read_only=True).close()
