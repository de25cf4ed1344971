"""A small record in a browser's eyes: reports that agree, copy and contradict each other."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import uvicorn
from starlette.testclient import TestClient

import dragoman
from dragoman import corpus
from dragoman.faces.cli.serve import bound
from dragoman.faces.web import Settings, create_app
from tests.faces import merged
from tests.faces.web import browser
from tests.faces.web.browser import Browser

ADDRESS = "http://127.0.0.1:8521"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of `tests.faces.merged`; read once, written by nobody."""
    path = tmp_path_factory.mktemp("web") / "news.dragoman"
    merged.fill(path)
    return path


@pytest.fixture(scope="session")
def client(filled: Path) -> Iterator[TestClient]:
    """The filled record, served."""
    with serving(filled) as client:
        yield client


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A record that holds nothing, to be written to."""
    path = tmp_path / "empty.dragoman"
    dragoman.open(path).close()
    return path


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled corpus, read; to be copied by who writes."""
    path = tmp_path_factory.mktemp("corpus") / "corpus.dragoman"
    with dragoman.open(path) as record:
        record.add(*(str(report) for report in corpus.reports()))
    return path


@pytest.fixture(scope="session")
def window() -> Iterator[Browser]:
    """One browser for all tests. Without one they skip, except where somebody says that there must be one."""
    program = browser.found()
    if program is None:
        if os.environ.get("DRAGOMAN_BROWSER") == "required":
            pytest.fail(browser.ABSENT)
        pytest.skip(browser.ABSENT)
    with browser.opened(program) as found:
        yield found


@pytest.fixture
def tab(window: Browser) -> Iterator[Browser]:
    """A tab as wide as a desktop's, that knows nobody; its console must stay quiet."""
    window.call("Network.clearBrowserCookies")
    window.look(1280, 900)
    window.open("about:blank")
    window.complaints.clear()
    yield window
    assert window.complaints == []


def served(path: Path) -> Iterator[str]:
    """A server of its own in a thread; its address."""
    with bound("127.0.0.1", 0) as listening:
        settings = Settings(path, port=listening.getsockname()[1], warm=False)
        server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.02)
        try:
            yield settings.address.rstrip("/")
        finally:
            server.should_exit = True
            thread.join(10)


def serving(path: Path, **settings: object) -> TestClient:
    """A client of a server of its own."""
    plain = Settings(path, readers=2, warm=False)
    return TestClient(create_app(msgspec.structs.replace(plain, **settings)), base_url=ADDRESS)


def event_id(client: TestClient, **filters: str) -> str:
    """Id of the first event that passes the filters."""
    days = client.get("/events.json", params=filters).json()["days"]
    found: str = days[0]["events"][0]["id"]
    return found


def document_id(client: TestClient, outlet: str) -> str:
    """Id of the document of an outlet."""
    event = client.get(f"/events/{event_id(client, outlet=outlet)}.json").json()
    found: str = next(row["document"] for row in event["tellings"] if row["outlet"] == outlet)
    return found
