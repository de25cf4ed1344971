"""Whole files: packed, wrong, damaged."""

from __future__ import annotations

import gzip
import random
import zipfile
from pathlib import Path

import pytest

from dragoman.sources.coded import KINDS, read
from dragoman.terms import CodedEvent, Rejected, RejectReason, UnknownName, UnreadableInput
from tests.sources.coded.rows import (
    ACLED,
    ICEWS,
    POLECAT,
    acled,
    gdelt,
    icews,
    only,
    polecat,
    rejected,
    table,
    written,
)


def zipped(folder: Path, **members: str) -> Path:
    path = folder / "events.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_", "."), text)
    return path


def test_packed_tables_are_read_as_they_are(tmp_path: Path) -> None:
    """ZIP and gzip are told by their first bytes; each table of an archive is read."""
    row = f"{gdelt()}\n"
    (tmp_path / "a.gz").write_bytes(gzip.compress(row.encode()))
    archive = zipped(tmp_path, a_txt="About this table.", b_csv=row, readme_pdf="%PDF", c_tab=row)
    assert only("gdelt", tmp_path / "a.gz").key == "900000001"
    first, second, about = read("gdelt", archive)
    assert isinstance(first, CodedEvent)
    assert isinstance(second, CodedEvent)
    assert isinstance(about, Rejected)
    assert about.file == "events.zip!a.txt"


def test_progress_is_told_in_bytes_of_the_file(tmp_path: Path) -> None:
    """It rises, and ends at the size of the file, packed or not."""
    path = zipped(tmp_path, a_csv="".join(f"{gdelt(id=str(n))}\n" for n in range(20_000)))
    told: list[int] = []
    assert sum(1 for _ in read("gdelt", path, told.append)) == 20_000
    assert told == sorted(told)
    assert (len(told) > 3, told[-1]) == (True, path.stat().st_size)


def test_a_wrong_table_is_named(tmp_path: Path) -> None:
    """Whoever takes one table for another is told which it is."""
    for kind, path in (("icews", table(tmp_path, POLECAT, polecat())), ("gdelt", table(tmp_path, POLECAT))):
        with pytest.raises(UnreadableInput, match=r"but a POLECAT event table\. Import it as 'polecat'"):
            list(read(kind, path))


def test_a_sister_table_of_gdelt_is_told(tmp_path: Path) -> None:
    """Events, mentions and the knowledge graph lie in one folder under nearly one name."""
    with pytest.raises(UnreadableInput, match=r"found 16 columns\. That may be its table of mentions"):
        list(read("gdelt", written(tmp_path, "\t".join(["1"] * 16))))


def test_missing_columns_are_named_with_what_is_near(tmp_path: Path) -> None:
    """The message says what is missing, what comes near and what was given."""
    header = [name.replace("CAMEO Code", "CAMEO Codes").replace("Target Name", "Who") for name in ICEWS]
    with pytest.raises(UnreadableInput) as raised:
        list(read("icews", table(tmp_path, header, icews())))
    assert "Missing: 'CAMEO Code' (near: 'CAMEO Codes'), 'Target Name'" in str(raised.value)
    assert "Given: 'Event ID', 'Event Date'" in str(raised.value)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"a story without columns\n", b"\xff\xfe\x00a", b"PK\x03\x04broken"]
)
def test_what_is_no_table_is_refused_before_any_row(tmp_path: Path, kind: str, content: bytes) -> None:
    """Empty, prose, UTF-16, a broken archive: an error in words."""
    (tmp_path / "x.csv").write_bytes(content)
    with pytest.raises(UnreadableInput, match=r"x\.csv"):
        next(read(kind, tmp_path / "x.csv"))


def test_no_such_file_or_kind(tmp_path: Path) -> None:
    """Both are said at once, not when the first row is asked for."""
    with pytest.raises(UnreadableInput, match="no such file"):
        read("gdelt", tmp_path / "absent.csv")
    with pytest.raises(UnknownName, match="kind of event table 'gtd'"):
        read("gtd", tmp_path)


def test_a_file_that_ends_early_gives_what_it_has(tmp_path: Path) -> None:
    """A download that broke off: the rows before are read, and the end is told."""
    packed = gzip.compress("".join(f"{gdelt(id=str(n))}\n" for n in range(5000)).encode())
    (tmp_path / "a.gz").write_bytes(packed[: len(packed) // 2])
    *rows, last = read("gdelt", tmp_path / "a.gz")
    assert len(rows) > 100
    assert not isinstance(last, CodedEvent)
    assert (last.reason, "ends early" in last.given) == (RejectReason.DAMAGED, True)


def test_notes_may_hold_line_breaks_and_quotes(tmp_path: Path) -> None:
    """A cell in quotes goes on over lines; the line of a row is its first."""
    rows = [acled(notes='"One ""so-called"" fight,\nthen another."'), acled(event_date="soon")]
    path = table(tmp_path, ACLED, *rows, delimiter=",")
    event, bad = read("acled", path)
    assert isinstance(event, CodedEvent)
    assert not isinstance(bad, CodedEvent)
    assert (bad.line, bad.reason) == (4, RejectReason.DAY)


def test_a_quote_that_is_never_closed_costs_its_line_only(tmp_path: Path) -> None:
    """The rows behind it are read, be they many or few."""
    for count in (3, 100):
        rows = [acled(notes='"An open quote'), *(acled(event_id_cnty=str(n)) for n in range(count))]
        path = table(tmp_path, ACLED, *rows, delimiter=",")
        (bad,) = rejected("acled", path)
        assert (bad.line, bad.reason) == (2, RejectReason.DAMAGED)
        assert len(list(read("acled", path))) == count + 1


def test_letters_that_are_not_utf8_are_read_all_the_same(tmp_path: Path) -> None:
    """Old files are Western Windows text here and there."""
    path = written(tmp_path, "")
    path.write_bytes(gdelt(actor1_name="CÔTE").encode("cp1252") + b"\r\n")
    assert only("gdelt", path).actors[0].name == "CÔTE"


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_no_damage_stops_the_reading(tmp_path: Path, kind: str, seed: int) -> None:
    """Bytes changed at random behind the header: every row is an event or rejected, most of them events."""
    chance = random.Random(seed)
    match kind:
        case "gdelt":
            path = written(tmp_path, *[gdelt()] * 80)
        case "icews":
            path = table(tmp_path, ICEWS, *[icews()] * 80)
        case "polecat":
            path = table(tmp_path, POLECAT, *[polecat()] * 80)
        case _:
            path = table(tmp_path, ACLED, *[acled()] * 80, delimiter=",")
    content = bytearray(path.read_bytes())
    for _ in range(40):
        content[chance.randrange(2000, len(content))] = chance.choice([0, 9, 10, 34, 44, 128, 255, 65])
    path.write_bytes(content)
    rows = list(read(kind, path))
    assert 40 < sum(isinstance(row, CodedEvent) for row in rows) <= len(rows) < 140
