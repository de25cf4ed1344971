"""The manual is true: what it shows happens, its links lead somewhere, its lists are complete."""

from __future__ import annotations

import inspect
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from enum import Enum
from pathlib import Path

import msgspec
import pytest

from dragoman import terms
from dragoman.evaluation import TASKS
from dragoman.evaluation.events import EventScore
from dragoman.evaluation.furniture import FurnitureScore
from dragoman.evaluation.pairs import PairScore
from dragoman.faces.export import EXPORTERS
from dragoman.faces.export.plover import PloverEvent
from dragoman.faces.export.rows import EventRow
from dragoman.sources.fields import SYNONYMS
from dragoman.sources.registry import KINDS
from dragoman.store import schema
from dragoman.world import plover
from tests import manual

DOCS = manual.ROOT / "docs"
REFERENCE = DOCS / "reference"
RUNNABLE = [page for page in manual.pages() if any(block.is_runnable for block in manual.blocks(page))]
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?://|mailto:)([^)\s#]*)(?:#([^)\s]*))?\)")
_FENCED = re.compile(r"^```.*?^```\s*$", re.M | re.S)


def named(page: Path) -> str:
    return str(page.relative_to(manual.ROOT))


@pytest.mark.skipif(shutil.which("bash") is None, reason="the manual's commands are written for bash")
@pytest.mark.parametrize("page", RUNNABLE, ids=named)
def test_what_a_page_shows_happens(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command and every block of Python and SQL runs, in order, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    manual.run(page, tmp_path)


@pytest.mark.parametrize("page", manual.pages(), ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    """A relative link names a file that is there and, behind the #, a heading in it."""
    broken = []
    for target, heading in _LINK.findall(_FENCED.sub("", page.read_text(encoding="utf-8"))):
        there = (page.parent / target).resolve() if target else page
        if not there.exists() or (heading and heading not in anchors(there)):
            broken.append(f"{target}#{heading}".rstrip("#"))
    assert not broken


@pytest.mark.parametrize("script", ["cli_reference.py", "api_reference.py"])
def test_generated_pages_are_up_to_date(script: str) -> None:
    """A command, option or docstring that changed is in the manual."""
    done = subprocess.run(
        [sys.executable, manual.ROOT / "scripts" / script, "--check"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_page_is_in_the_index() -> None:
    """docs/README.md leads to every page of the manual."""
    listed = {target for target, _ in _LINK.findall((DOCS / "README.md").read_text(encoding="utf-8"))}
    pages = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")} - {"README.md"}
    assert pages <= listed


def test_the_record_file_is_described_column_by_column() -> None:
    """Each table of a new record has a heading, and each of its columns a row below it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in schema.STATEMENTS:
            connection.execute(statement)
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        laid_out = {
            name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            for (name,) in tables
            if "_fts" not in name and not name.startswith("sqlite_")
        }
    described = tables_of(REFERENCE / "record-file.md")
    assert {name: described.get(name) for name in laid_out} == laid_out


@pytest.mark.parametrize("kind", [terms.EventMention, terms.Event, EventRow, PloverEvent])
def test_the_fields_of_events_are_described(kind: type[msgspec.Struct]) -> None:
    """docs/reference/events.md has a heading for each form of an event and a row for each of its fields."""
    headings = {EventRow: "CSV", PloverEvent: "PLOVER JSON Lines"}
    described = tables_of(REFERENCE / "events.md")
    assert described.get(headings.get(kind, kind.__name__)) == list(kind.__struct_fields__)


def test_types_and_statuses_are_described() -> None:
    """Each PLOVER type and each status has its row."""
    described = tables_of(REFERENCE / "events.md")
    assert described["Types"] == [event_type.value for event_type in terms.EventType]
    assert described["Statuses"] == [status.value for status in terms.Status]


def test_every_decision_on_plover_is_in_the_manual() -> None:
    """docs/why/plover-decisions.md gives question, decision and reason of each, as the table has them."""
    page = (DOCS / "why" / "plover-decisions.md").read_text(encoding="utf-8")
    for one in plover.load().tables.types.decisions:
        assert f"**{one.question}** {one.decision} {one.reason}" in page


def test_what_can_be_read_is_described() -> None:
    """docs/reference/formats.md names every ending of file names and every name a field may have."""
    page = (REFERENCE / "formats.md").read_text(encoding="utf-8")
    suffixes = {suffix for kind in KINDS for suffix in kind.suffixes}
    names = {name for others in SYNONYMS.values() for name in others}
    assert not {word for word in suffixes | names | set(SYNONYMS) if f"`{word}`" not in page}


def test_what_can_be_exported_and_measured_is_described() -> None:
    """Every exporter and every evaluation task is named where people look for it."""
    assert not {one.name for one in EXPORTERS} - words_of(REFERENCE / "formats.md")
    assert not {task.name for task in TASKS} - words_of(DOCS / "how-to" / "measure-it-on-your-gold.md")


@pytest.mark.parametrize("score", [EventScore, PairScore, FurnitureScore])
def test_the_keys_of_scores_are_described(score: type[msgspec.Struct]) -> None:
    """The keys are a contract, so the manual has them all."""
    assert not set(score.__struct_fields__) - words_of(DOCS / "how-to" / "measure-it-on-your-gold.md")


def test_the_glossary_knows_every_record() -> None:
    """Every record and list of names of `dragoman.terms` has an entry."""
    records = {
        name
        for name in terms.__all__
        if inspect.isclass(kind := getattr(terms, name)) and issubclass(kind, (msgspec.Struct, Enum))
    }
    assert not records - words_of(DOCS / "glossary.md")


def test_shown_output_may_leave_out_lines_but_not_invent_them() -> None:
    """Lines come in order, dots stand for anything, blanks do not count."""
    output = "Reading 3 reports\n\n  one   two\nthe end"
    assert manual.missing(("Reading ... reports", "...", "one two"), output) is None
    assert manual.missing(("one two", "Reading"), output) == "Reading"


def anchors(page: Path) -> set[str]:
    """The anchors a forge makes of a page's headings."""
    headings = re.findall(r"^#+ (.+)$", _FENCED.sub("", page.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def tables_of(page: Path) -> dict[str, list[str]]:
    """For each heading, the words in backticks in the first column of the tables below it."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ").replace("`", "")
        elif match := re.match(r"\| `([^`]+)` \|", line):
            found.setdefault(heading, []).append(match[1])
    return found


def words_of(page: Path) -> set[str]:
    """The words a page sets in backticks."""
    return set(re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8")))
