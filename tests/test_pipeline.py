"""From places to a record: nothing twice, nothing lost, the same whoever does the work."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from dragoman import pipeline, text
from dragoman.engines import Engine, LocalEngine, PoolEngine, WorkerDied, choose
from dragoman.intake import AddReport, Intake, Outcome, Progress
from dragoman.pipeline import add, intake_key
from dragoman.reading import RuleReader
from dragoman.store import Store, open_store
from dragoman.terms import Clipping, Document, DragomanError, Reading, Skip, SkipKind

T = TypeVar("T")
R = TypeVar("R")

LINES = (
    "Putin met Tokayev in Astana on Friday.",
    "Russia condemned the sanctions of the European Union.",
    "Kazakhstan sent flour and tents to Kyrgyzstan on Monday.",
    "Some 440 lorries waited at the border, the ministry said.",
)
POISON = "poison"
GERMAN = "Der Außenminister von Kasachstan ist am Freitag nach Taschkent gereist und blieb dort zwei Tage."


class Stumbling(RuleReader):
    """Fails on documents that hold a certain word."""

    def read(self, documents: Sequence[Document]) -> list[Reading]:
        if any(POISON in document.text for document in documents):
            raise ZeroDivisionError("in the reader")
        return super().read(documents)


class Deadly:
    """An engine whose worker dies of certain inputs, as the pool tells it."""

    def map(self, work: Callable[[T], R], batches: Iterable[T]) -> Iterator[R]:
        for number, batch in enumerate(batches):
            if POISON in repr(batch):
                raise WorkerDied("signal SIGKILL", number, batch)
            yield work(batch)


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty record."""
    with open_store(":memory:") as store:
        yield store


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A folder of forty texts, more than a batch."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for number in range(40):
        words = f"Report number {number}\n\nASTANA, Oct 14, 2022 - {' '.join(LINES[number % 4 :])}"
        (folder / f"{number:02}.txt").write_text(words)
    return folder


def added(path: Path, places: Sequence[Path], engine: Engine) -> AddReport:
    """The report of adding places to the record in a file."""
    with open_store(path) as store:
        return add(store, places, engine)


def dump(path: Path) -> str:
    """The rows of every table, but for the clock times of writing."""
    with sqlite3.connect(path) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        rows: list[str] = []
        for (table,) in names.fetchall():
            if "_fts" not in table and table != "meta":  # meta tells when the file was made
                rows += [table, *_rows(connection, table)]
    connection.close()
    return "\n".join(rows)


def _rows(connection: sqlite3.Connection, table: str) -> list[str]:
    described = connection.execute(f"PRAGMA table_info({table})").fetchall()
    columns = ", ".join(f'"{name}"' for _, name, *_ in described if name != "at")
    return list(map(repr, connection.execute(f"SELECT {columns} FROM {table}")))


def test_adding_again_changes_nothing(pile: Path, tmp_path: Path) -> None:
    """Every table stays as it was, and everything is known."""
    path = tmp_path / "r.dragoman"
    first = added(path, [pile], LocalEngine())
    before = dump(path)
    second = added(path, [pile], LocalEngine())
    assert (first.read, second.read, second.known) == (40, 0, 40)
    assert dump(path) == before


def test_the_same_whoever_works(pile: Path, tmp_path: Path) -> None:
    """One process and two give the same record, row for row, and the same report."""
    one = added(tmp_path / "one.dragoman", [pile], LocalEngine())
    two = added(tmp_path / "two.dragoman", [pile], PoolEngine(2))
    assert one == two
    assert dump(tmp_path / "one.dragoman") == dump(tmp_path / "two.dragoman")


def test_exact_copies_are_one_event(store: Store, tmp_path: Path) -> None:
    """Told in two newspapers, under headlines of their own; the same bytes elsewhere are a copy."""
    body = " ".join(LINES[:2])
    (tmp_path / "a.jsonl").write_text(
        f'{{"text": "{body}", "outlet": "Steppe Courier", "title": "Old friends"}}'
    )
    (tmp_path / "b.jsonl").write_text(f'{{"text": "{body}", "outlet": "Volna", "title": "A meeting"}}')
    (tmp_path / "c.jsonl").write_text((tmp_path / "b.jsonl").read_text())
    report = add(store, [tmp_path], LocalEngine())
    assert (report.read, report.copies) == (2, 1)
    met = [event for event in store.events() if event.sentence == LINES[0]]
    assert [(event.outlets, event.reports, len(event.tellings)) for event in met] == [
        (("Steppe Courier", "Volna"), 1, 2)
    ]


def test_a_reader_that_stumbles_loses_only_its_document(
    store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others of the batch are read; the reason names the error."""
    (pile / "07.txt").write_text(f"The report has {POISON} in it, Russia said.")
    stumbling = Stumbling()
    monkeypatch.setattr(pipeline, "reader", lambda: stumbling)
    report = add(store, [pile], LocalEngine())
    assert (report.read, report.failed) == (39, 1)
    assert "ZeroDivisionError: in the reader" in report.skips[0].reason


def test_preparing_that_stumbles_loses_only_its_input(
    store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same for the room before."""
    prepare = text.prepare

    def stumble(clipping: Clipping) -> Document | Skip:
        if clipping.origin.endswith("07.txt"):
            raise RecursionError("too deep")
        return prepare(clipping)

    monkeypatch.setattr(text, "prepare", stumble)
    report = add(store, [pile], LocalEngine())
    assert (report.read, report.failed) == (39, 1)


def test_a_document_the_record_refuses_leaves_nothing_behind(
    store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is kept wholly or not at all, and tried again next time."""
    put_reading = store.put_reading

    def refuse(reading: Reading, world: str, code: str) -> None:
        if POISON in store.document(reading.document).text:
            raise DragomanError("refused")
        put_reading(reading, world=world, code=code)

    (pile / "07.txt").write_text(f"The report has {POISON} in it, Russia said.")
    monkeypatch.setattr(store, "put_reading", refuse)
    report = add(store, [pile], LocalEngine())
    assert (report.read, report.failed, store.summary().documents) == (39, 1, 39)
    monkeypatch.undo()
    assert add(store, [pile], LocalEngine()).read == 1


def test_an_input_that_kills_its_worker_has_failed(store: Store, pile: Path) -> None:
    """Its batch is tried again input by input, in the same order, and the run goes on."""
    (pile / "07.txt").write_text(f"The report has {POISON} in it, Russia said.")
    seen: list[str] = []
    report = add(store, [pile], Deadly(), on_progress=lambda done: seen.append(Path(done.origin).name))
    assert (report.read, report.failed) == (39, 1)
    assert "died" in report.skips[0].reason
    assert seen == sorted(seen)


def deadly(batch: Sequence[Intake]) -> list[Outcome]:
    """The work of the pipeline; one of its inputs ends the process."""
    if any(POISON in str(intake.found) for intake in batch):
        os._exit(9)
    return pipeline.prepare_and_read(batch)


def test_a_real_worker_may_die(store: Store, pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pool goes on with another."""
    (pile / "07.txt").write_text(f"The report has {POISON} in it, Russia said.")
    monkeypatch.setattr(pipeline, "prepare_and_read", deadly)
    report = add(store, [pile], PoolEngine(2))
    assert (report.read, report.failed) == (39, 1)


def test_a_worker_that_cannot_start_ends_the_run(store: Store, pile: Path) -> None:
    """It is no input's fault."""

    class Stillborn:
        def map(self, work: Callable[[T], R], batches: Iterable[T]) -> Iterator[R]:
            raise WorkerDied("exit status 1")

    with pytest.raises(WorkerDied):
        add(store, [pile], Stillborn())


def test_other_languages_are_named(store: Store, tmp_path: Path) -> None:
    """They are skipped, not failed, and not looked at again."""
    (tmp_path / "de.txt").write_text(GERMAN)
    report = add(store, [tmp_path], LocalEngine())
    assert [(skip.kind, "German" in skip.reason) for skip in report.skips] == [(SkipKind.UNSUPPORTED, True)]
    assert add(store, [tmp_path], LocalEngine()).known == 1


def test_what_failed_is_tried_again(store: Store, tmp_path: Path) -> None:
    """A file that was not there may be there next time."""
    place = tmp_path / "later.txt"
    assert add(store, [place], LocalEngine()).failed == 1
    place.write_text(LINES[0])
    assert add(store, [place], LocalEngine()).read == 1


def test_every_input_is_told_once(store: Store, pile: Path) -> None:
    """With its size, so that a bar can move."""
    (pile / "empty.txt").write_text("")
    told: list[Progress] = []
    add(store, [pile], choose(1), on_progress=told.append)
    assert len(told) == 41
    assert sum(done.size for done in told) == sum(path.stat().st_size for path in pile.iterdir())


def test_an_interruption_keeps_what_was_committed(pile: Path, tmp_path: Path) -> None:
    """And the next run does the rest."""

    def interrupt(done: Progress) -> None:
        if done.origin.endswith("35.txt"):
            raise KeyboardInterrupt

    path = tmp_path / "r.dragoman"
    with pytest.raises(KeyboardInterrupt), open_store(path) as store:
        add(store, [pile], LocalEngine(), on_progress=interrupt)
    report = added(path, [pile], LocalEngine())
    assert report.known >= 32
    assert report.known + report.read == 40


CLIPPING = Clipping("a.txt", LINES[0].encode(), outlet="Steppe Courier")


@pytest.mark.parametrize(
    "other",
    [
        Clipping("b.txt", CLIPPING.content, outlet="Steppe Courier"),
        Clipping("a.txt", CLIPPING.content, outlet="Volna"),
        Clipping("a.txt", CLIPPING.content, outlet="Steppe Courier", published="2022-10-14"),
        Clipping("a.txt", CLIPPING.content + b" ", outlet="Steppe Courier"),
        Skip("a.txt", "empty"),
        Document("id", "fingerprint", LINES[0], "a.txt"),
    ],
)
def test_inputs_that_differ_have_other_keys(other: Clipping | Skip | Document) -> None:
    """In bytes, place, or what their container says."""
    assert intake_key(other) != intake_key(CLIPPING) == intake_key(CLIPPING)


def test_another_reader_reads_again(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its version is part of the key; the document stays one."""

    newer = RuleReader()
    newer.name = "rules-2"
    (tmp_path / "a.txt").write_text(LINES[0])
    add(store, [tmp_path], LocalEngine())
    monkeypatch.setattr(pipeline, "reader", lambda: newer)
    report = add(store, [tmp_path], LocalEngine())
    assert (report.read, report.copies, report.known) == (0, 1, 0)
    (document,) = store.documents()
    reading = store.reading(document.id)
    assert reading is not None
    assert reading.reader == "rules-2"
