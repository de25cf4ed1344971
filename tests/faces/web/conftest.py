"""A small record in a browser's eyes: reports that agree, copy and contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient

import dragoman
from dragoman.faces.web import Settings, create_app
from tests.faces import merged

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
