"""Adding through the browser: jobs, their progress, and what is left out."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, NoReturn

import msgspec
import pytest
from starlette.testclient import TestClient

from dragoman.faces.web.keeping import overview
from dragoman.faces.web.keeping.adding import JobState
from tests.faces.samples import GERMAN, REPORT
from tests.faces.web.conftest import serving

JSON = {"accept": "application/json"}


def done(client: TestClient, id: str) -> dict[str, Any]:
    """The job when it is over."""
    for _ in range(600):
        job: dict[str, Any] = client.get("/add.json", params={"job": id}).json()["job"]
        if job["stage"] in ("done", "failed"):
            return job
        time.sleep(0.05)
    pytest.fail("the job did not end")


def test_files_and_a_text_are_read(empty: Path) -> None:
    """What was read is in the record at once; what was left out has its reason, and the CSV twin lists it."""
    files: list[tuple[str, tuple[str, str | bytes]]] = [
        ("files", ("a.txt", REPORT)),
        ("files", ("b.txt", GERMAN)),
        ("files", ("../../c.png", b"\x89PNG\r\n\x1a\n")),
    ]
    data = {
        "text": "Georgia expelled two Armenian diplomats on Friday. They left at once.",
        "title": "Expelled",
        "published": "2022-10-15",
    }
    with serving(empty) as client:
        answer = client.post("/add", files=files, data=data, headers=JSON)
        assert answer.status_code == 202
        job = done(client, answer.json()["id"])
        assert (job["stage"], job["read"], job["left_out"]) == ("done", 2, 2)
        assert {skip["origin"] for skip in job["skips"]} == {"b.txt", "../../c.png"}
        assert "c.png" in client.get("/add.csv", params={"job": job["id"]}).text
        assert client.get("/index.json").json()["summary"]["documents"] == 2
        assert client.get("/events.json?actor=GEO").json()["portion"]["total"] >= 1


def test_a_job_that_breaks_says_so_here_and_on_the_terminal(
    empty: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """To whoever watches in a sentence, and once with the traceback to who started the server."""

    def broken(*_: object, **__: object) -> NoReturn:
        raise ValueError("planted")

    monkeypatch.setattr(overview, "overview_of", broken)
    with serving(empty) as client:
        job = done(client, client.post("/add", data={"text": REPORT}, headers=JSON).json()["id"])
    assert (job["stage"], job["error"]) == ("failed", "Dragoman broke: ValueError: planted")
    (told,) = (each for each in caplog.records if each.name == "dragoman")
    assert told.exc_info is not None
    assert "planted" in caplog.text


def test_a_job_is_told_as_it_goes_on(empty: Path) -> None:
    """As Server-Sent Events, of which the last is the end."""
    with serving(empty) as client:
        id = client.post("/add", data={"text": REPORT}, headers=JSON).json()["id"]
        stream = client.get(f"/add/{id}/stream")
        assert stream.headers["content-type"].startswith("text/event-stream")
        told = [
            msgspec.json.decode(line[6:], type=JobState)
            for line in stream.text.split("\n\n")
            if line.startswith("data: ")
        ]
        assert told[-1].stage == "done"
        assert told[-1].read == 1
        assert [each.version for each in told] == sorted({each.version for each in told})
        assert client.get("/add/nothing/stream").status_code == 404


def test_without_scripts_the_form_leads_to_the_job(empty: Path) -> None:
    """A browser that only follows redirects sees the same."""
    with serving(empty) as client:
        answer = client.post("/add", data={"text": REPORT})
        assert answer.url.path == "/add"
        done(client, answer.url.params["job"])
        assert "Done" in client.get(answer.url).text


def test_too_much_is_refused(empty: Path) -> None:
    """By the length that is announced, and by what really comes."""

    def endless() -> Any:
        for _ in range(100):
            yield b"a" * 1000

    with serving(empty, max_upload=20_000) as client:
        assert client.post("/add", files={"files": ("a.txt", "a" * 30_000)}, headers=JSON).status_code == 413
        kind = {"content-type": "multipart/form-data; boundary=x"}
        assert client.post("/add", content=endless(), headers=JSON | kind).status_code == 413


@pytest.mark.parametrize("data", [{}, {"text": "  "}, {"text": REPORT, "published": "some day"}])
def test_nothing_or_nonsense_is_refused(empty: Path, data: dict[str, str]) -> None:
    """With a sentence; no job begins."""
    with serving(empty) as client:
        answer = client.post("/add", data=data, headers=JSON)
        assert answer.status_code == 400
        assert answer.json()["error"]
        assert client.get("/add.json").json()["job"] is None


def test_a_name_opens_nothing(empty: Path, tmp_path: Path) -> None:
    """An upload called like a file of this computer is what was sent, not that file."""
    secret = tmp_path / "secret.txt"
    secret.write_text(REPORT)
    with serving(empty) as client:
        sent = client.post("/add", files={"files": (str(secret), b"")}, headers=JSON)
        job = done(client, sent.json()["id"])
        assert (job["read"], job["skips"][0]["reason"]) == (0, "empty")
