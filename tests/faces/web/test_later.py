"""A large record: its catalogue, what is kept beside it, and pages that come later."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import dragoman
from dragoman.faces.web import app
from dragoman.faces.web.keeping import catalogues, later
from dragoman.faces.web.keeping.catalogues import Catalogues
from dragoman.faces.web.keeping.kept import Kept
from dragoman.faces.web.keeping.overview import Overviews
from dragoman.faces.web.keeping.state import state_of
from tests.faces.samples import REPORT
from tests.faces.web.conftest import serving

NEWS = "On Friday the president of Estonia met the prime minister of Japan in Tallinn and praised him."
FILTERS = ("", "?about=RUS", "?actor=RUS&recipient=UKR", "?type=ASSAULT", "?undated=1", "?text=talks")


@pytest.fixture
def large(bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record that counts as large."""
    monkeypatch.setattr(catalogues, "LARGE", 1)
    return Path(shutil.copy(bundled, tmp_path / "large.dragoman"))


def test_a_large_record_answers_as_a_small_one(
    bundled: Path, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over columns every filter finds the same, and all of it is counted."""
    with serving(large, warm=True) as client:
        found = [until(client, f"/events.json{each}") for each in FILTERS]
    monkeypatch.setattr(catalogues, "LARGE", 10**9)
    with serving(bundled) as client:
        assert [client.get(f"/events.json{each}").json() for each in FILTERS] == found


def test_a_page_that_takes_long_says_so_and_comes(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first answer asks the browser to come again; then the page is there."""
    monkeypatch.setattr(app, "_PATIENCE", 0.0)
    with serving(large, warm=True) as client:
        first = client.get("/system")
        assert (first.status_code, first.headers["retry-after"]) == (202, "2")
        assert '<meta http-equiv="refresh"' in first.text
        waited(lambda: client.get("/system").status_code == 200)
        assert "The system on" in client.get("/system").text


def test_a_page_that_nobody_fetched_is_made_again(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the server began at its start is not shown when the record has changed since."""
    monkeypatch.setattr(later, "_LEFT_SECONDS", 0.0)
    with serving(large, warm=True) as client, dragoman.open(large) as record:
        before = client.get("/system.json?view=map").json()["at"]
        record.add_text(NEWS, origin="a.txt", published="2022-12-15")
        assert client.get("/system.json").json()["at"] > before


def test_whoever_asks_for_a_page_too_many_is_told_to_wait(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that others pushed out is asked for again by itself, and is no error."""
    monkeypatch.setattr(app, "_PATIENCE", 1.0)
    monkeypatch.setattr(later, "_AWAITED", 1)
    with serving(large, warm=True) as client, ThreadPoolExecutor(8) as people:
        asked = people.map(client.get, [f"/system?at=2022-0{month}-01" for month in range(1, 9)])
        assert {answer.status_code for answer in asked} <= {200, 202}


def test_one_event_need_not_be_counted(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a large record was counted, lists come later and what has an id comes at once."""
    monkeypatch.setattr(app, "_PATIENCE", 0.0)
    monkeypatch.setattr(Overviews, "has_one", False)
    with serving(large, warm=True) as client, dragoman.open(large, read_only=True) as record:
        event = next(iter(record.events(limit=1)))
        assert client.get("/events").status_code == 202
        assert client.get(f"/events/{event.id}").status_code == 200


def test_the_twins_of_a_page_wait_for_it(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that asks for JSON or CSV is given it, however long that takes."""
    monkeypatch.setattr(app, "_PATIENCE", 0.0)
    with serving(large, warm=True) as client:
        assert client.get("/system.json").json()["sides"]
        assert client.get("/dyad/KAZ/RUS.csv").status_code == 200


def test_an_error_of_a_page_that_takes_long_is_told(large: Path) -> None:
    """A name that nobody knows is a 400 there as well."""
    with serving(large, warm=True) as client:
        assert client.get("/dyad/KAZ/Nowhereland.json").status_code == 400


def test_what_was_written_is_found_in_a_large_record(large: Path) -> None:
    """The catalogue is made again when the record has changed."""
    with serving(large, warm=True) as client, dragoman.open(large) as record:
        before = until(client, "/events.json")["portion"]["total"]
        record.add_text(NEWS, origin="a.txt", published="2022-10-15")
        waited(lambda: client.get("/events.json").json()["portion"]["total"] > before)


def test_a_catalogue_is_found_again(large: Path) -> None:
    """The next server has it at once; nothing is kept of a record that has changed since."""
    made = Catalogues(large)
    made.load()
    waited(lambda: Kept(large).load("events") is not None)
    made.close()
    again = Catalogues(large)
    again.load()
    assert again.current() is not None
    again.close()
    with dragoman.open(large) as record:
        record.add_text(REPORT, origin="a.txt", published="2022-10-15")
    assert Kept(large).load("events") is None


def test_what_is_kept_can_be_broken_or_thrown_away(large: Path) -> None:
    """A torn file is taken for none, and nobody may read it who may not read the record."""
    kept = Kept(large)
    large.chmod(0o600)
    kept.save("events", state_of(large), b"columns")
    assert kept.load("events") == b"columns"
    assert kept.path("events").stat().st_mode & 0o777 == 0o600
    kept.path("events").write_bytes(kept.path("events").read_bytes()[:-4])
    assert kept.load("events") is None
    kept.save("events", (), b"of another state")
    assert kept.load("events") is None


def test_an_overview_is_found_again(large: Path) -> None:
    """Home of a large record needs no counting when nothing has changed."""
    own = Catalogues(large)
    own.load()
    first = Overviews(large, own)
    made = first.refreshed()
    waited(lambda: Kept(large).load("overview") is not None)
    first.close()
    second = Overviews(large, own)
    second.begin()
    assert second.has_one
    assert second.current().summary == made.summary
    second.close()
    own.close()


def until(client: TestClient, path: str) -> Any:
    """The JSON of a page."""
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.json()


def waited(is_so: Callable[[], bool]) -> None:
    """Wait for something that a thread does."""
    deadline = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)
