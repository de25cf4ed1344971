"""What people decided, in a browser's eyes; and the small forms that correct an event."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.faces.api import open_record
from dragoman.faces.judgement_file import export_judgements
from dragoman.faces.web import rendering
from dragoman.faces.web.keeping.desk import Desk
from dragoman.faces.web.page import Context
from dragoman.faces.web.pages.event import EventRequest, event
from dragoman.store import open_store
from dragoman.terms import EventQuery, JudgementKind
from tests.contracts.merging_contract import put
from tests.faces.web.conftest import serving


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record of two events."""
    path = tmp_path / "two.dragoman"
    with open_store(path) as store:
        put(store, 1, 2)
    return path


@pytest.fixture
def aigul(path: Path) -> Iterator[TestClient]:
    """The browser of somebody who has said who she is."""
    with serving(path) as client:
        client.post("/name", data={"name": "Aigul"})
        yield client


def tellings(path: Path) -> list[str]:
    """Ids of the tellings."""
    with open_store(path, read_only=True) as store:
        return sorted(id for found in store.events(EventQuery()) for id in found.tellings)


def judge(client: TestClient, telling: str, do: str, **fields: str) -> str:
    """Send a form of an event's page; the page that follows, without its frame."""
    sent = {"do": do, "telling": telling, "event": telling, **fields}
    return client.post("/judge", data=sent, follow_redirects=False).headers["location"]


@pytest.mark.parametrize(
    ("do", "fields", "what"),
    [
        ("type", {"value": "ACCUSE"}, "type: ACCUSE"),
        ("status", {"value": "planned"}, "status: planned"),
        ("when", {"value": "2022-10-14"}, "when: 2022-10-14"),
        ("note", {"remark": "ask the desk"}, "a note about this"),
        ("reject", {}, "this tells no such event"),
    ],
)
def test_an_event_is_corrected(
    aigul: TestClient, path: Path, do: str, fields: dict[str, str], what: str
) -> None:
    """It leads on to the event, or to the document when it tells none any more."""
    telling = tellings(path)[0]
    there = judge(aigul, telling, do, **fields)
    assert there.startswith("/documents/" if do == "reject" else f"/events/{telling}?said=")
    assert [row["what"] for row in aigul.get("/judgements.json").json()["judgements"]] == [what]


def test_two_tellings_become_one_event_and_two_again(aigul: TestClient, path: Path) -> None:
    """By the id of the other."""
    one, other = tellings(path)
    judge(aigul, one, "same", value=other)
    assert aigul.get(f"/events/{other}.json").json()["tellings_total"] == 2
    judge(aigul, one, "not same", value=other)
    assert aigul.get(f"/events/{other}.json").json()["tellings_total"] == 1


@pytest.mark.parametrize(
    ("do", "value"), [("when", "soon"), ("type", "DANCE"), ("same", "ffff"), ("status", ""), ("when", "")]
)
def test_what_cannot_be_is_not_kept(aigul: TestClient, path: Path, do: str, value: str) -> None:
    """The event's page is told why; a form that says nothing is an error."""
    telling = tellings(path)[0]
    key = judge(aigul, telling, do, value=value).partition("said=")[2]
    assert aigul.app.state.desk.notice(key).startswith("Not kept: ")  # type: ignore[attr-defined]  # Starlette's
    assert aigul.get("/judgements.json").json()["total"] == 0
    assert aigul.post("/judge", data={"do": "dance", "telling": telling}).status_code == 400


def test_the_list_is_searched_and_undone(aigul: TestClient, path: Path) -> None:
    """By words, kind and person; undoing leads back to the same list."""
    one, other = tellings(path)
    judge(aigul, one, "note", remark="ask the DESK")
    judge(aigul, other, "reject")
    (found,) = aigul.get("/judgements.json?text=desk+the").json()["judgements"]
    assert found["kind"] == JudgementKind.NOTE
    assert aigul.get("/judgements.json?by=Bolat").json()["judgements"] == []
    (rejected,) = aigul.get("/judgements.json?kind=reject").json()["judgements"]
    page = aigul.post("/judgements", data={"judgement": rejected["id"], "kind": "reject"})
    assert "Taken back: this tells no such event." in page.text
    assert str(page.url.query).startswith("b'kind=reject&said=")
    assert tellings(path) == [one, other]
    again = aigul.post("/judgements", data={"judgement": rejected["id"]})
    assert "was taken back already" in again.text


def test_the_file_is_that_of_the_export(aigul: TestClient, path: Path) -> None:
    """Another record takes it in."""
    judge(aigul, tellings(path)[0], "reject")
    with open_store(path, read_only=True) as store:
        expected = b"".join(export_judgements(store.judgements()))
    assert aigul.get("/judgements.jsonl").content == expected


def test_the_forms_stand_in_an_events_page(path: Path) -> None:
    """One set for each telling, and only for somebody who has said who decides."""
    template = rendering.environment().get_template("judge.html")
    with open_record(path, read_only=True) as record:
        context = Context(record, None, None, None, Desk(path))  # type: ignore[arg-type]  # none is asked
        page = event(context, EventRequest(tellings(path)[0]))
    named = template.render(page=page, visitor="Aigul", notice="")
    assert named.count('action="/judge"') == 6
    assert "ACCUSE" in named
    assert 'action="/name"' in template.render(page=page, visitor="", notice="")
