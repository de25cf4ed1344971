"""The command line, as it is called."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

from dragoman.faces.api import Record
from dragoman.faces.cli import main
from dragoman.faces.cli.app import COMMANDS
from dragoman.sources import KINDS

from .samples import GERMAN, REPORT


class Result(NamedTuple):
    """What a call printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything printed, on one line."""
        return " ".join(f"{self.out} {self.err}".split())


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Calls ``dragoman`` with some arguments in an empty folder, on 80 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)

    def call(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["dragoman", *arguments])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = int(end.code or 0)
        return Result(status, *capsys.readouterr())

    return call


@pytest.fixture
def filled(run: Run) -> Run:
    """The same, with a record of one report in the folder."""
    Path("a.txt").write_text(REPORT)
    assert run("add", "a.txt", "--published", "2022-10-15", "--outlet", "Steppe Courier").status == 0
    return run


def test_without_arguments_help_is_shown(run: Run) -> None:
    """With every command."""
    result = run()
    assert result.status == 0
    assert all(f" {name} " in result.out for name, _ in COMMANDS)


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_every_command_helps_with_examples(run: Run, name: str) -> None:
    """Each on a line of its own, as it can be typed."""
    result = run(name, "--help")
    assert result.status == 0
    if name not in ("demo", "doctor"):
        assert "Examples" in result.out
        assert any(line.strip().startswith(f"dragoman {name}") for line in result.out.splitlines())


def test_the_help_of_add_names_every_kind_of_input(run: Run) -> None:
    """By its first ending."""
    words = run("add", "--help").said
    assert all(kind.suffixes[0] in words for kind in KINDS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["evnts"], "No such command 'evnts'. Did you mean 'events'"),
        (["events", "--actr", "KAZ"], "--actor"),
        (["events", "--type", "ASSALT"], "unknown event type 'ASSALT'. Did you mean 'ASSAULT'"),
        (["events", "--status", "hapened"], "Did you mean 'happened'"),
        (["events", "--actor", "Kazakhstn"], "Did you mean 'Kazakhstan'"),
        (["events", "--outlet", "Stepe Courier"], "Did you mean 'Steppe Courier'"),
        (["events", "--since", "2022-13"], "'2022-13' is not a day of the calendar"),
        (["events", "--limit", "0"], "--limit"),
        (["event", "zz"], "unknown event 'zz'"),
        (["export", "out", "--as", "cvs"], "Did you mean 'csv'"),
        (["evaluate", "evens", "x"], "Did you mean 'events'"),
        (["evaluate", "events", "x"], "--texts"),
        (["add", "a.txt", "--field", "text"], "NAME=FIELD"),
        (["actors", "Kazakhst"], "Did you mean 'Kazakhstan'"),
    ],
)
def test_mistakes_name_the_nearest_and_end_with_2(filled: Run, arguments: list[str], said: str) -> None:
    """On standard error, in one breath."""
    result = filled(*arguments)
    assert (result.status, result.out) == (2, "")
    assert said in " ".join(result.err.replace("│", " ").split())


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "no record at r.dragoman"), (b"hello", "not a record"), (b"\x00" * 4096, "r.dragoman")],
)
def test_a_record_that_is_none_is_left_alone(run: Run, content: bytes | None, said: str) -> None:
    """Missing, somebody else's, damaged: what to do is said, and nothing is written."""
    if content is not None:
        Path("r.dragoman").write_bytes(content)
    result = run("events", "--record", "r.dragoman")
    assert result.status == 2
    assert said in result.said
    assert (Path("r.dragoman").read_bytes() if content is not None else None) == content


def test_which_record_is_asked_when_there_are_several(filled: Run) -> None:
    """And the only one is taken by itself."""
    assert filled("events").status == 0
    Path("other.dragoman").touch()
    result = filled("events")
    assert result.status == 2
    assert "--record" in result.said


def test_events_are_listed_and_counted(filled: Run) -> None:
    """The listing goes to standard output, the remark to standard error."""
    result = filled("events", "--actor", "Russia")
    assert "Vladimir Putin ↔ Kassym-Jomart Tokayev" in result.out
    assert "dragoman event ID" in result.err


def test_no_events_are_said_with_what_to_do(filled: Run) -> None:
    """An empty screen explains itself."""
    result = filled("events", "--actor", "Germany")
    assert (result.status, result.out) == (0, "")
    assert "Leave one out" in result.err


def test_json_is_one_object_a_line(filled: Run) -> None:
    """And nothing else."""
    rows = [json.loads(line) for line in filled("events", "--json").out.splitlines()]
    assert rows[0]["type"] == "CONSULT"
    card = json.loads(filled("event", rows[0]["id"], "--json").out)
    assert card["event"] == rows[0]


def test_a_card_begins_with_a_sentence(filled: Run) -> None:
    """And ends with the place it was read in."""
    identifier = json.loads(filled("events", "--json").out.splitlines()[0])["id"]
    result = filled("event", identifier[:8])
    assert result.out.startswith(
        "On 2022-10-14 Vladimir Putin and Kassym-Jomart Tokayev met or spoke (CONSULT"
    )
    assert "Steppe Courier, 2022-10-15: a.txt" in result.out


def test_adding_again_changes_nothing(filled: Run) -> None:
    """And says so."""
    result = filled("add", "a.txt", "--published", "2022-10-15", "--outlet", "Steppe Courier")
    assert "0 read, 0 tellings of events found, 1 known already" in result.err


def test_skips_leave_the_status_alone_and_failures_do_not(run: Run) -> None:
    """One line each with file and reason; the rest is read."""
    Path("a.txt").write_text(REPORT)
    Path("de.txt").write_text(GERMAN)
    skipped = run("add", "a.txt", "de.txt", "--into", "r.dragoman")
    assert (skipped.status, "skipped de.txt: written in German (de)" in skipped.said) == (0, True)
    failed = run("add", "missing.txt", "--into", "r.dragoman")
    assert (failed.status, "failed missing.txt: no such file" in failed.said) == (1, True)
    assert "Nothing could be read" in failed.said
    assert run("skips").out.count("\n") == 2
    assert [json.loads(line)["origin"] for line in run("skips", "--failed", "--json").out.splitlines()] == [
        "missing.txt"
    ]


def test_many_skips_do_not_flood(run: Run) -> None:
    """Twenty are shown, failed ones first, and how to see the others."""
    Path("many").mkdir()
    for number in range(30):
        Path(f"many/{number:02}.txt").write_text("")
    result = run("add", "gone.txt", "many", "--into", "r.dragoman")
    lines = result.err.splitlines()
    assert lines[0].startswith("failed gone.txt")
    assert sum(line.startswith("skipped") for line in lines) == 19
    assert "... and 11 more. All of them: dragoman skips --record r.dragoman" in lines
    assert run("add", "many", "--into", "s.dragoman", "--verbose").err.count("skipped many/") == 30


def test_an_interruption_says_what_is_kept(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And ends with the status of one."""

    def interrupt(*_: object, **__: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(Record, "add", interrupt)
    result = run("add", "a.txt", "--into", "r.dragoman")
    assert result.status == 130
    assert "What was read so far is kept" in result.said


def test_add_reports_as_json(run: Run) -> None:
    """With every skip and its reason."""
    Path("de.txt").write_text(GERMAN)
    report = json.loads(run("add", "de.txt", "--into", "r.dragoman", "--json").out)
    assert (report["read"], report["skipped"], report["failed"]) == (0, 1, 0)
    assert report["skips"][0]["kind"] == "unsupported"


def test_a_reader_that_leaves_is_no_error(filled: Run, tmp_path: Path) -> None:
    """As with ``dragoman events | head -1``."""
    command = [sys.executable, "-c", "from dragoman.faces.cli import main; main()", "events", "--json"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


def test_asking_needs_no_reader() -> None:
    """Commands that only ask start without the parts that read, which take longer to load than to answer."""
    heavy = {
        "dragoman.evaluation.events",
        "dragoman.pipeline",
        "dragoman.reading",
        "dragoman.sources",
        "dragoman.text",
        "numpy",
        "py3langid",
        "rapidfuzz",
        "trafilatura",
    }
    code = "import sys, dragoman.faces.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.split())


def test_a_day_that_is_none_is_a_mistake(run: Run, tmp_path: Path) -> None:
    """What was meant for the day of publication and is no date is refused before anything is read."""
    (tmp_path / "a.txt").write_text("Iran met Iraq in Basra on Monday, the ministry said.")
    result = run("add", "a.txt", "--published", "soon")
    assert (result.status, "YYYY-MM-DD" in result.err) == (2, True)


UNDATED = f"{REPORT} Putin had kept his 70th birthday a week before."


@pytest.fixture
def undated(run: Run) -> str:
    """The id of a report without a date, in a record in the folder."""
    Path("a.txt").write_text(UNDATED)
    assert run("add", "a.txt").status == 0
    (row,) = run("search", "Astana", "--json").out.splitlines()
    return str(json.loads(row)["document"])


def test_a_document_is_dated_by_hand(run: Run, undated: str) -> None:
    """What was before and what follows is said; the events count from the new day."""
    result = run("date", undated[:8], "2022-10-15", "--why", "printed edition", "--by", "Aigul")
    assert (result.status, result.err) == (0, "")
    assert "published 2022-10-15 (was 2022-" in result.said
    assert "1 decision about its day kept" in result.said
    (event,) = map(json.loads, run("events", "--type", "CONSULT", "--json").out.splitlines())
    assert event["when"]["earliest"] == event["when"]["latest"] == "2022-10-14"


def test_a_date_by_hand_is_shown_as_json(run: Run, undated: str) -> None:
    """The document as it is then, with who decided and why."""
    result = run("date", undated, "2022-10-15", "--by", "Aigul", "--why", "printed edition", "--json")
    published = json.loads(result.out)["published"]
    assert published["interval"] == {"earliest": "2022-10-15", "latest": "2022-10-15"}
    assert published["clues"][0]["kind"] == "by hand"
    assert published["clues"][0]["reason"].startswith("Aigul, ")
    assert published["clues"][0]["reason"].endswith(": printed edition")


def test_a_date_by_hand_can_be_taken_back(run: Run, undated: str) -> None:
    """The clues of the text count again."""
    before = run("document", undated, "--json").out
    assert run("date", undated, "2021-05").status == 0
    assert run("document", undated, "--json").out != before
    assert "2 decisions about its day kept" in run("date", undated, "--undo").said
    assert run("document", undated, "--json").out == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no day was given; expected one such as 2022-10-07, or --undo"),
        (["2022-10-07", "--undo"], "expected one of them"),
        (["soon"], "'soon' is not a date"),
        (["2022-13"], "'2022-13' is not a day of the calendar"),
        (["2022-10-09/2022-10-07"], "ends before it begins"),
    ],
)
def test_a_day_by_hand_must_be_one(run: Run, undated: str, arguments: list[str], said: str) -> None:
    """Otherwise nothing is decided."""
    before = run("document", undated, "--json").out
    result = run("date", undated, *arguments)
    assert (result.status, result.out) == (2, "")
    assert said in " ".join(result.err.replace("│", " ").split())
    assert run("document", undated, "--json").out == before


def test_only_a_document_of_the_record_is_dated(run: Run, undated: str) -> None:
    """An id that is none is named."""
    result = run("date", "zz", "2022-10-07")
    assert (result.status, "unknown document 'zz'" in result.said) == (2, True)
    assert run("date", undated[:8], "2022-10-07").status == 0


def test_how_a_day_was_found_is_shown_clue_by_clue(run: Run, undated: str) -> None:
    """With its words, and the times of the text."""
    result = run("document", undated, "--dates")
    assert result.status == 0
    assert "most likely 2022-10-" in result.said
    assert "birthday 70th birthday" in result.said
    assert "in Astana on Friday. The two DATE " in result.said
    assert "against" not in result.said


def test_what_speaks_against_a_day_is_marked(run: Run, undated: str) -> None:
    """A day by hand stays, and the clues beside it are for people to see."""
    run("date", undated, "2005-03-01")
    Path("b.txt").write_text(
        "Russia's full-scale invasion of Ukraine made wheat dear. Putin met Tokayev on Friday."
    )
    assert run("add", "b.txt", "--published", "2005-03-01").status == 0
    (row,) = run("search", "wheat", "--json").out.splitlines()
    said = run("document", json.loads(row)["document"], "--dates").said
    assert "2005-02-25" in said
    assert "(against)" in said
    assert "speaks against it" in said or "speak against it" in said


def test_clues_and_times_as_json(run: Run, undated: str) -> None:
    """Every clue with its days, every time with its TIMEX3 value and its place in the text."""
    sheet = json.loads(run("document", undated, "--dates", "--json").out)
    assert {clue["kind"] for clue in sheet["published"]["clues"]} >= {"birthday"}
    assert sheet["published"]["best"].startswith("2022-10-")
    times = {sheet["text"][slice(*time["span"])]: time for time in sheet["times"]}
    assert times["Friday"]["kind"] == "DATE"
    run("date", undated, "2022-10-15")
    (friday, *_) = json.loads(run("document", undated, "--dates", "--json").out)["times"]
    assert (friday["value"], friday["interval"]["earliest"]) == ("2022-10-14", "2022-10-14")


def test_a_document_without_a_clue_says_what_to_do(run: Run) -> None:
    """Date it by hand."""
    Path("a.txt").write_text(REPORT)
    run("add", "a.txt")
    (row,) = run("search", "Astana", "--json").out.splitlines()
    said = run("document", json.loads(row)["document"], "--dates").said
    assert "published unknown" in said
    assert "dragoman date ID DAY" in said
