"""The review in a browser's eyes: a question, its answer, and the way back; who may answer, and how."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from dragoman.faces.api import open_record
from dragoman.faces.web.keeping import desk
from dragoman.store import Store, open_store
from dragoman.terms import JudgementKind, Link
from tests.contracts.merging_contract import put
from tests.faces.web.conftest import ADDRESS, serving
from tests.store import samples

SAME = "/review?kind=same"
REPORTS = (
    ("Steppe Courier", "Russian President Vladimir Putin met Kazakh President Tokayev in Astana on Friday."),
    ("Meridian Wire", "In Astana the presidents of Kazakhstan and Russia talked on Friday about gas."),
    ("Volna State News", "On Friday evening Tokayev received Putin in Astana for dinner."),
    ("Baltic Lantern", "Mr Tokayev may have spoken with the Russian leader, it was heard in Astana."),
)
HOSTILE = '<script>alert("x")</script>'


def link(store: Store, one: str, other: str, score: float) -> None:
    """Let two tellings be one event by this probability."""
    with store.transaction():
        store.put_links([], [Link(min(one, other), max(one, other), score)])


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A record of two tellings that may be one event, and two others that may."""
    path = tmp_path / "doubt.dragoman"
    with open_store(path) as store:
        first, second, third, fourth = put(store, 1, 2, 33, 34)
        link(store, first, second, 0.5)
        link(store, third, fourth, 0.4)
    return path


@pytest.fixture
def reported(tmp_path: Path) -> Path:
    """A record of reports that were read, and are in doubt by themselves."""
    path = tmp_path / "read.dragoman"
    with open_record(path) as record:
        for outlet, text in REPORTS:
            record.add_text(text, origin=outlet, outlet=outlet, published="2022-10-15")
    return path


@pytest.fixture
def visitor(doubtful: Path) -> Iterator[TestClient]:
    """A browser that has sent nobody's name."""
    with serving(doubtful) as client:
        yield client


@pytest.fixture
def aigul(visitor: TestClient) -> TestClient:
    """The same, when Aigul has said who she is."""
    visitor.post("/name", data={"name": " Aigul \n A. "})
    return visitor


def asked(client: TestClient, page: str = SAME) -> dict[str, Any]:
    """The JSON twin of a page of the review."""
    found: dict[str, Any] = client.get(page.replace("/review", "/review.json")).json()
    return found


def send(client: TestClient, answer: str, **fields: str) -> str:
    """Press a button under the question that is shown; the page that follows."""
    shown = asked(client)["question"]
    sent = {"question": shown["id"] if shown else "", "answer": answer, "kind": "same", **fields}
    return client.post("/review", data=sent).text


def kept(path: Path) -> list[tuple[JudgementKind, str]]:
    """What was decided, and by whom."""
    with open_store(path, read_only=True) as store:
        return [(judgement.kind, judgement.author) for judgement in store.judgements()]


def test_an_answer_joins_two_events_and_the_next_question_comes(aigul: TestClient, doubtful: Path) -> None:
    """The page that follows tells what it changed."""
    before = asked(aigul)
    page = send(aigul, "yes")
    assert "2 events became 1: Kazakhstan–Russia 2022-01 now counts 1." in page
    assert kept(doubtful) == [(JudgementKind.SAME, "Aigul A.")]
    after = asked(aigul)
    assert after["question"]["id"] != before["question"]["id"]
    assert (before["progress"], after["progress"]) == (
        "0 decided, 2 left worth a minute",
        "1 decided, 1 left worth a minute",
    )


def test_back_takes_the_last_answer_back_and_asks_again(reported: Path) -> None:
    """Whatever the answer was, the record is as before."""
    with serving(reported) as client:
        before = asked(client)
        for answer in ("yes", "no"):
            send(client, answer, name="Aigul")
            assert asked(client)["question"] != before["question"]
            page = send(client, "back")
            assert "Decide it again." in page
            assert f'value="{before["question"]["id"]}"' in page
            assert asked(client)["question"] == before["question"]
        assert "There is no earlier decision" in send(client, "back")
    assert [kind for kind, _ in kept(reported)][1::2] == [JudgementKind.UNDO] * 2


def test_the_last_decisions_have_a_button_each(aigul: TestClient, doubtful: Path) -> None:
    """The latest first; any of them can be taken back."""
    send(aigul, "no")
    send(aigul, "yes")
    later, earlier = asked(aigul)["undoable"]
    assert [later["what"], earlier["what"]] == ["these tell one event", "these tell two events"]
    page = send(aigul, "undo", judgement=earlier["judgement"])
    assert "Taken back: these tell two events." in page
    assert [each["judgement"] for each in asked(aigul)["undoable"]] == [later["judgement"]]
    assert kept(doubtful)[-1] == (JudgementKind.UNDO, "Aigul A.")


def test_a_skipped_question_comes_later(aigul: TestClient, doubtful: Path) -> None:
    """When the others are decided; back brings it at once."""
    first = asked(aigul)["question"]["id"]
    send(aigul, "skip")
    assert (asked(aigul)["skipped"], kept(doubtful)) == (1, [])
    send(aigul, "no")
    assert asked(aigul)["question"]["id"] == first
    send(aigul, "skip")
    assert f'value="{first}"' in send(aigul, "back")
    assert asked(aigul)["skipped"] == 0


def test_nobody_answers_without_a_name(visitor: TestClient, doubtful: Path) -> None:
    """The page asks for one, and an answer that comes all the same says why it is not kept."""
    assert 'name="answer" value="yes"' not in visitor.get(SAME).text
    assert "Not kept: nobody is named who decides" in send(visitor, "yes")
    assert "Not kept" in visitor.post("/name", data={"name": "x" * 81}).text
    assert kept(doubtful) == []
    assert "Neither" not in send(visitor, "yes", name="Bolat")
    assert kept(doubtful) == [(JudgementKind.SAME, "Bolat")]
    assert asked(visitor)["name"] == "Bolat"


@pytest.mark.parametrize("path", ["/review", "/judge", "/judgements", "/name"])
@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_pages_of_others_decide_nothing(
    aigul: TestClient, doubtful: Path, path: str, headers: dict[str, str]
) -> None:
    """The guard refuses before anything is read."""
    sent = {"question": asked(aigul)["question"]["id"], "answer": "yes", "name": "Eve"}
    assert aigul.post(path, data=sent, headers=headers).status_code == 403
    assert kept(doubtful) == []


def test_our_own_forms_pass_the_guard(aigul: TestClient) -> None:
    """A browser says where a form comes from only while the policy about it lets it."""
    assert aigul.get(SAME).headers["referrer-policy"] == "same-origin"
    headers = {"origin": ADDRESS, "sec-fetch-site": "same-origin"}
    sent = {"question": asked(aigul)["question"]["id"], "answer": "skip"}
    assert aigul.post("/review", data=sent, headers=headers).status_code == 200


def test_hostile_text_is_escaped(tmp_path: Path) -> None:
    """In a sentence, a title, an outlet, a name and a note."""
    path = tmp_path / "hostile.dragoman"
    plain = samples.document(1, outlet=HOSTILE)
    end = len(plain.text)
    with open_store(path) as store:
        hostile = msgspec.structs.replace(
            plain,
            text=f"{plain.text} {HOSTILE}",
            title=HOSTILE,
            sentences=(*plain.sentences, type(plain.sentences[0])(end + 1, end + 1 + len(HOSTILE))),
        )
        samples.put(store, hostile)
    with serving(path) as client:
        client.post("/name", data={"name": HOSTILE})
        question = asked(client, "/review")["question"]["id"]
        client.post("/review", data={"question": question, "answer": "note", "remark": HOSTILE})
        for page in ("/review", "/judgements", f"/review?ask={HOSTILE}"):
            html = client.get(page).text
            assert HOSTILE not in html
            assert "&lt;script&gt;" in html


def test_the_json_twin_holds_the_question(visitor: TestClient) -> None:
    """With both tellings, their marked sentences, and what an answer changes; the CSV has the queue."""
    question = asked(visitor)["question"]
    assert question["words"] == "Do these two tell one and the same event?"
    assert question["state"] == (
        "Now two events, of 1 and 1 reports. "
        "If so, they become one, and Kazakhstan–Russia counts one event less."
    )
    assert [told["act"] for told in question["told"]] == ["rejected", "rejected"]
    assert question["told"][0]["behind"] == "Some 40 trucks waited at the border."
    marked = [part["text"] for part in question["told"][0]["sentences"][0] if "event" in part["lanes"]]
    assert marked == ["rejected"]
    assert [reply["key"] for reply in question["replies"]] == ["a", "x"]
    assert visitor.get("/review.csv?kind=same").text.count("\r\n") == 3


def test_an_answered_question_is_not_answered_twice(aigul: TestClient, doubtful: Path) -> None:
    """A second press, or another tab, is told so; nothing is kept."""
    question = asked(aigul)["question"]["id"]
    sent = {"question": question, "answer": "yes"}
    aigul.post("/review", data=sent)
    assert "that question was settled meanwhile" in aigul.post("/review", data=sent).text
    as_json = aigul.post("/review", data=sent, headers={"accept": "application/json"})
    assert (as_json.status_code, "settled" in as_json.json()["error"]) == (400, True)
    assert len(kept(doubtful)) == 1


def test_while_another_program_writes_it_says_so(
    aigul: TestClient, doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the same question stays."""
    monkeypatch.setattr(desk, "PATIENCE_SECONDS", 0.05)
    writer = sqlite3.connect(doubtful, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    page = send(aigul, "yes")
    assert "Not kept: another program is writing to doubt.dragoman just now." in page
    sent = {"question": asked(aigul)["question"]["id"], "answer": "yes"}
    assert aigul.post("/review", data=sent, headers={"accept": "application/json"}).status_code == 503
    writer.execute("ROLLBACK")
    writer.close()
    assert "2 events became 1" in send(aigul, "yes")


def test_an_empty_queue_says_what_to_do(empty: Path, visitor: TestClient) -> None:
    """Add reports, or ask about another kind."""
    with serving(empty) as client:
        assert 'href="/add"' in client.get("/review").text
        assert asked(client)["is_empty"]
    page = visitor.get("/review?kind=who").text
    assert "Nothing is in doubt of this kind" in page
    assert visitor.get("/review?kind=sam").status_code == 400
