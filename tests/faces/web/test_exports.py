"""Events taken along from a list: in every format, with its filters, sent while they are written."""

from __future__ import annotations

import asyncio
import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from starlette.testclient import TestClient

import dragoman
from dragoman.faces.api.query import FILTERS
from dragoman.faces.export import EXPORTERS, RecordBacking, exporter, pack, read_csv, read_plover
from dragoman.faces.web.actions import piped
from dragoman.faces.web.actions.exports import ExportRequest, file_name
from dragoman.faces.web.actions.piped import sent
from dragoman.terms import DragomanError
from tests.faces.web.conftest import serving
from tests.faces.web.test_pages import Page

NAMES = [each.name for each in EXPORTERS if not each.missing]


def test_the_filters_are_those_of_the_list() -> None:
    """All of them, and the format."""
    assert set(ExportRequest.__struct_fields__) == {*FILTERS, "format"}


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_had_in_every_format(client: TestClient, name: str) -> None:
    """By the links of the page, as it is and with its description."""
    page = client.get("/events.json?about=RUS").json()
    export = next(each for each in page["exports"] if each["name"] == name)
    assert f'href="{export["link"]}"' in client.get("/events?about=RUS").text
    file = client.get(export["link"])
    with zipfile.ZipFile(io.BytesIO(client.get(export["package"]).content)) as package:
        described = json.loads(package.read("datapackage.json"))
        (resource,) = described["resources"]
        assert package.read(resource["path"]) == file.content
        assert resource["events"] > 0
    assert file.headers["content-disposition"].startswith('attachment; filename="dragoman-RUS.')


def test_a_format_says_what_it_is_for_and_what_it_cannot_hold(client: TestClient) -> None:
    """In the disclosure above the list."""
    words = Page(client.get("/events").text).words
    for each in EXPORTERS:
        assert each.use in words
        assert bool(each.lacks) is bool(each.layout.not_held) or each.name == "geojson"
        assert not each.lacks or f"Cannot hold {each.lacks}." in words


def test_the_file_holds_what_the_list_finds(client: TestClient, tmp_path: Path) -> None:
    """All of it, not only the portion that is shown."""
    query = "about=RUS&status=happened"
    file = tmp_path / "events.csv"
    file.write_bytes(client.get(f"/export/csv?{query}").content)
    page = client.get(f"/events.json?{query}&limit=200").json()
    assert [row.id for row in read_csv(file)] == [
        event["id"] for day in page["days"] for event in day["events"]
    ]
    assert len(client.get(f"/export/csv?{query}&limit=1").text.splitlines()) == 2


def test_plover_comes_back_as_it_was(client: TestClient, filled: Path, tmp_path: Path) -> None:
    """Every event of the record, through the browser and back."""
    file = tmp_path / "events.jsonl"
    file.write_bytes(client.get("/export/plover").content)
    with dragoman.open(filled, read_only=True) as record:
        assert list(read_plover(file)) == list(record.events())


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("/export/csv?abot=RUS", "about"),
        ("/export/csv?type=ASSALT", "ASSAULT"),
        ("/export/csv?actor=Kazkhstn", "Kazakhstan"),
        ("/export/cvs", "csv"),
        ("/export/geojon.zip", "geojson"),
    ],
)
def test_what_nobody_knows_is_refused_before_anything_is_sent(
    client: TestClient, path: str, nearest: str
) -> None:
    """With the nearest name."""
    answer = client.get(path, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert nearest in answer.json()["nearest"]


def test_a_format_without_its_library_says_what_to_install(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the page in the place of the link, and at the address."""
    monkeypatch.setattr("dragoman.faces.export.registry.find_spec", lambda name: None)
    html = client.get("/events").text
    assert "pip install &#39;dragoman[frames]&#39;" in html
    assert 'href="/export/parquet' not in html
    answer = client.get("/export/parquet")
    assert answer.status_code == 400
    assert "dragoman[frames]" in answer.text


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("about=Kazakhstan&since=2022-06&until=2022-06", "dragoman-KAZ-2022-06.csv"),
        ("since=2022-06-01&until=2022-07", "dragoman-2022-06-01-to-2022-07.csv"),
        ("actor=RUS&recipient=UKR&type=ASSAULT,COERCE", "dragoman-RUS-to-UKR-ASSAULT-COERCE.csv"),
        ("text=../../etc/passwd%0d%0aX:%20y%22", "dragoman-etc-passwd-X-y.csv"),
        ("text=%D7%A9%D7%9C%D7%95%D7%9D", "dragoman.csv"),
        ("", "dragoman.csv"),
    ],
)
def test_a_file_has_a_safe_and_speaking_name(client: TestClient, query: str, name: str) -> None:
    """Whatever stands in the filters."""
    disposition = client.head(f"/export/csv?{query}").headers["content-disposition"]
    assert disposition == f'attachment; filename="{name}"'


def test_a_name_is_never_too_long() -> None:
    """Not for a search of many words, nor for many filters."""
    assert file_name(["x" * 300], ".csv") == f"dragoman-{'x' * 24}.csv"
    assert len(file_name(["word"] * 100, ".csv")) < 90


@pytest.mark.parametrize(
    "path", ["/export/csv", "/events.csv", "/documents/{id}.csv", "/brief.csv?about=UKR"]
)
def test_no_cell_of_any_table_begins_a_formula(empty: Path, path: str) -> None:
    """Whoever opens it in a spreadsheet runs nothing of a text."""
    formula = '=HYPERLINK("http://evil.example")'
    with dragoman.open(empty) as record:
        record.add_text(
            f"{formula} said Ukraine attacked Russia on Friday.\n\n@SUM(1) Ukraine fired missiles at Russia.",
            origin="f.txt",
            outlet="+cmd",
            title=formula,
            published="2022-07-23",
        )
        (document,) = record.documents()
    with serving(empty) as client:
        rows = list(csv.reader(io.StringIO(client.get(path.format(id=document.id)).text)))
    assert len(rows) > 1
    cells = [cell for row in rows for cell in row if not re.fullmatch(r"-?[\d.]+", cell)]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert path == "/documents/{id}.csv" or any(cell.startswith("'+cmd") for row in rows for cell in row)


async def _all(pieces: AsyncIterator[bytes]) -> bytes:
    return b"".join([piece async for piece in pieces])


async def _sent(write: Callable[[BinaryIO], None]) -> bytes:
    return await _all(await sent(write))


def test_a_file_is_sent_while_it_is_written() -> None:
    """The writer waits for whoever takes it, so little is in memory; all of it arrives."""
    written = []

    def write(stream: BinaryIO) -> None:
        for number in range(100):
            written.append(number)
            stream.write(bytes([number]) * (1 << 16))

    async def slowly() -> bytes:
        pieces = await sent(write)
        await asyncio.sleep(0.2)
        assert len(written) < 20
        return await _all(pieces)

    assert asyncio.run(slowly()) == b"".join(bytes([number]) * (1 << 16) for number in range(100))


@pytest.mark.parametrize("name", NAMES)
def test_a_package_is_sent_while_it_is_written(filled: Path, name: str) -> None:
    """Nothing of it lies on the disk, and what any program for archives needs is there."""

    def write(stream: BinaryIO) -> None:
        with dragoman.open(filled, read_only=True) as record:
            pack(record.events(), stream, exporter(name), RecordBacking(record.store))

    with zipfile.ZipFile(io.BytesIO(asyncio.run(_sent(write)))) as package:
        assert package.testzip() is None
        (resource,) = json.loads(package.read("datapackage.json"))["resources"]
        content = package.read(resource["path"])
    assert resource["bytes"] == len(content)
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_half_a_package_is_none(filled: Path) -> None:
    """What was written before an error cannot be opened."""
    stream = io.BytesIO()

    def events(record: dragoman.Record) -> Iterator[dragoman.Event]:
        yield from record.events(limit=3)
        raise OSError("the record is gone")

    with dragoman.open(filled, read_only=True) as record, pytest.raises(OSError, match="is gone"):
        pack(events(record), stream, exporter("csv"))
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(stream)


def test_an_error_before_the_first_piece_is_an_error() -> None:
    """And not an empty file."""

    def write(stream: BinaryIO) -> None:
        raise DragomanError("nothing can be written")

    with pytest.raises(DragomanError, match="nothing can be written"):
        asyncio.run(sent(write))


def test_an_error_later_on_breaks_the_download_off() -> None:
    """So that half a file is not taken for a whole one."""

    def write(stream: BinaryIO) -> None:
        stream.write(b"x" * 200_000)
        raise OSError("the disk is full")

    async def taken() -> bytes:
        return await _all(await sent(write))

    with pytest.raises(OSError, match="the disk is full"):
        asyncio.run(taken())


def test_many_files_at_once_are_written_one_after_the_other() -> None:
    """More of them than there are threads: those who wait for their turn hold none."""

    def write(stream: BinaryIO) -> None:
        for _ in range(12):  # more than is kept ready
            stream.write(b"x" * (1 << 16))

    async def one() -> int:
        return len(await _all(await sent(write)))

    async def many() -> list[int]:
        return await asyncio.wait_for(asyncio.gather(*(one() for _ in range(60))), 30)

    assert asyncio.run(many()) == [12 << 16] * 60


def test_who_takes_nothing_for_long_keeps_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is given up, and what was sent of it is no whole one."""
    monkeypatch.setattr(piped, "_STALLED_SECONDS", 0.1)

    def write(stream: BinaryIO) -> None:
        for _ in range(30):
            stream.write(b"x" * (1 << 16))

    async def stall() -> bytes:
        pieces = await sent(write)
        await asyncio.sleep(1.5)
        return await _all(pieces)

    with pytest.raises(piped._LeftError):
        asyncio.run(stall())


def test_whoever_goes_away_ends_the_writing() -> None:
    """And the next one gets a turn."""
    ended = []

    def write(stream: BinaryIO) -> None:
        try:
            while True:
                stream.write(b"x" * (1 << 16))
        finally:
            ended.append(True)

    async def leave() -> None:
        for _ in range(4):
            pieces = await sent(write)
            await anext(pieces)
            await pieces.aclose()  # type: ignore[attr-defined]  # what Starlette does
        for _ in range(40):
            await asyncio.sleep(0.1)
            if len(ended) == 4:
                return

    asyncio.run(leave())
    assert len(ended) == 4
