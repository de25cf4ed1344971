"""dragoman doctor: what is installed, which reader reads, and whether a sentence reads."""

from __future__ import annotations

import platform
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing

import msgspec
import typer
from rich.markup import escape

import dragoman
from dragoman.faces.api import open_record, read
from dragoman.faces.cli.options import Json
from dragoman.faces.cli.screen import console, counted, print_json
from dragoman.terms import Clipping, DragomanError, EntityKind, EventType, MediaType, Skip
from dragoman.world import load, plover

_SENTENCE = "Putin met Tokayev in Astana on Friday."
_FILLER = "The two presidents talked for three hours about trade, and both sides called the talks useful."


class Finding(msgspec.Struct, frozen=True):
    """One thing looked at: whether it is in order, and what was seen."""

    what: str
    ok: bool
    seen: str


def doctor(json: Json = False) -> None:
    """Check the installation: parts, tables, reader, and a sentence read from end to end."""
    findings = [examine(what, look) for what, look in EXAMINATIONS]
    if json:
        print_json(findings)
    else:
        for finding in findings:
            mark = "[green]ok[/]  " if finding.ok else "[bold red]BAD[/] "
            console().print(f"{mark} {finding.what:<10} {escape(finding.seen)}", soft_wrap=True)
    if not all(finding.ok for finding in findings):
        raise typer.Exit(1)


def examine(what: str, look: Callable[[], str]) -> Finding:
    """Look at one thing; what goes wrong is a finding, not an end."""
    try:
        return Finding(what, True, look())
    except (DragomanError, OSError, sqlite3.Error, ImportError) as error:
        return Finding(what, False, f"{type(error).__name__}: {error}")


def _version() -> str:
    return f"dragoman {dragoman.__version__}, Python {platform.python_version()}, {sys.platform}"


def _sqlite() -> str:
    """SQLite with the full-text index the record needs."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    return f"SQLite {sqlite3.sqlite_version} with FTS5"


def _world() -> str:
    world = load()
    counts = {kind: sum(entity.kind is kind for entity in world.entities.values()) for kind in EntityKind}
    listed = ", ".join(f"{number} {kind.value}s" for kind, number in counts.items())
    return f"{listed}, {len(world.names)} names (version {world.version[:8]})"


def _tables() -> str:
    tables = plover.load()
    return f"{len(tables.cues())} cues for {len(EventType)} PLOVER types (version {tables.version[:8]})"


def _reader() -> str:
    from dragoman.reading import reader_kind

    kind = reader_kind()
    return f"{kind.reader(None).name}: {kind.meaning}"


def _model() -> str:
    """The weights that ship: intact by their hashes, and how fast they load."""
    from dragoman.reading.neural.model import FOLDER, WEIGHTS, ReaderModel

    started = time.perf_counter()
    model = ReaderModel()
    milliseconds = 1000 * (time.perf_counter() - started)
    size = (FOLDER / WEIGHTS).stat().st_size / 1e6
    return f"{model.name} of {model.card.made}, {size:.1f} MB, intact, loaded in {milliseconds:.0f} ms"


def _gist() -> str:
    """The weights of gists: intact by their hashes, and how fast they load."""
    from dragoman.reading.gist.finder import FOLDER, WEIGHTS, GistFinder

    started = time.perf_counter()
    finder = GistFinder.shipped()
    milliseconds = 1000 * (time.perf_counter() - started)
    size = (FOLDER / WEIGHTS).stat().st_size / 1e6
    return f"{finder.name} of {finder.card.made}, {size:.1f} MB, intact, loaded in {milliseconds:.0f} ms"


def _sentence() -> str:
    """A sentence from end to end; the answer is known."""
    started = time.perf_counter()
    events = read(_SENTENCE, published="2022-10-14").events
    milliseconds = 1000 * (time.perf_counter() - started)
    told = [(event.type, [m.entity for m in (*event.actors, *event.recipients)]) for event in events]
    if told != [(EventType.CONSULT, ["Vladimir Putin", "Kassym-Jomart Tokayev"])]:
        raise DragomanError(f"{_SENTENCE!r} was read as {told}. Reinstall dragoman.")
    return f'"{_SENTENCE}" reads as CONSULT, Putin and Tokayev, {events[0].when} ({milliseconds:.0f} ms)'


def _page() -> str:
    """A page with its furniture, through the library that takes pages apart."""
    from dragoman.text import prepare

    article = f"<article><p>{_SENTENCE} {_FILLER}</p></article>"
    html = f"<html><body><nav><a href='/'>Home</a></nav>{article}</body></html>"
    document = prepare(Clipping("<doctor>", html.encode(), MediaType.HTML))
    if isinstance(document, Skip) or "Home" in document.text:
        raise DragomanError("a simple page was not taken apart. Reinstall dragoman.")
    return f"a page becomes {counted(len(document.sentences), 'sentence')} without its menu"


def _record() -> str:
    with open_record(":memory:") as record:
        record.add_text(_SENTENCE, origin="<doctor>", published="2022-10-14")
        return f"a record can be written and asked: {len(record.events(actor='RUS'))} event of Russia"


EXAMINATIONS: list[tuple[str, Callable[[], str]]] = [
    ("program", _version),
    ("sqlite", _sqlite),
    ("world", _world),
    ("tables", _tables),
    ("model", _model),
    ("gist", _gist),
    ("reader", _reader),
    ("sentence", _sentence),
    ("page", _page),
    ("record", _record),
]
