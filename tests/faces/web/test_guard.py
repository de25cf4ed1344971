"""Who is let in, what may be sent, and what no text can do."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

import dragoman
from dragoman.faces.web import Settings, create_app
from dragoman.faces.web.guard import HEADERS
from dragoman.faces.web.telling.links import is_web
from dragoman.terms import Document, DragomanError, Interval, Published, Span
from tests.faces.web.conftest import serving

TOKEN = "a long word of ours"


@pytest.mark.parametrize("host", ["127.0.0.1:8521", "localhost", "LOCALHOST:1", "[::1]:8521"])
def test_names_of_this_computer_are_answered(client: TestClient, host: str) -> None:
    """Whatever the port."""
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "evil.example:8521",
        "",
        "127.0.0.1@evil.example",
        "10.0.0.1",
        "[::1",
    ],
)
def test_other_names_are_not(client: TestClient, host: str) -> None:
    """A page whose name was turned to this computer reads nothing."""
    answer = client.get("/events.json", headers={"host": host})
    assert answer.status_code == 421
    assert "days" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://127.0.0.1:8521", "sec-fetch-site": "cross-site"},
    ],
)
def test_pages_elsewhere_cannot_write(empty: Path, headers: dict[str, str]) -> None:
    """A form of another site is refused before it is looked at."""
    with serving(empty) as client:
        assert client.post("/add", data={"text": "Putin met Tokayev."}, headers=headers).status_code == 403
        assert client.get("/add.json").json()["job"] is None


@pytest.mark.parametrize(("dest", "status"), [("image", 403), ("iframe", 403), ("document", 200)])
def test_pages_elsewhere_lead_here_and_take_nothing(client: TestClient, dest: str, status: int) -> None:
    """A picture whose address is an export would make the server work for nobody."""
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-dest": dest}
    assert client.get("/export/csv", headers=headers).status_code == status
    own = {"sec-fetch-site": "same-origin", "sec-fetch-dest": "empty"}
    assert client.get("/index.json", headers=own).status_code == 200


def test_elsewhere_needs_a_token(empty: Path) -> None:
    """A server that others can reach does not start without one, nor with one that can be guessed."""
    for token in ("", "short"):
        with pytest.raises(DragomanError, match="token"):
            create_app(Settings(empty, host="0.0.0.0", token=token))


def test_a_token_becomes_a_cookie(empty: Path) -> None:
    """The first visit brings it; it leaves the address at once, and the cookie is not the token."""
    with serving(empty, host="0.0.0.0", token=TOKEN) as client:
        assert client.get("/").status_code == 401
        assert client.get("/", params={"token": "wrong"}).status_code == 401
        first = client.get("/events", params={"limit": "3", "token": TOKEN}, follow_redirects=False)
        assert first.status_code == 303
        assert first.headers["location"] == "/events?limit=3"
        assert "HttpOnly" in first.headers["set-cookie"]
        assert TOKEN not in first.headers["set-cookie"]
        assert client.get("/events").status_code == 200


def test_a_program_brings_the_token_in_a_header(empty: Path) -> None:
    """And may be anywhere: numbers of the network are answered where every address is listened on."""
    with serving(empty, host="0.0.0.0", token=TOKEN) as client:
        headers = {"authorization": f"Bearer {TOKEN}", "host": "192.168.1.5:8521"}
        assert client.get("/index.json", headers=headers).status_code == 200
        assert client.get("/index.json", headers=headers | {"host": "evil.example"}).status_code == 421


def test_a_first_visit_leads_to_no_other_host(empty: Path) -> None:
    """Two slashes at the beginning of a path would."""
    with serving(empty, token=TOKEN) as client:
        answer = client.get(f"//evil.example/?token={TOKEN}".replace("//", "/%2F", 1), follow_redirects=False)
        assert not answer.headers["location"].startswith(("//", "http"))


@pytest.mark.parametrize("path", ["/", "/events.json", "/nothing", "/static/site.css", "/events?actr=1"])
def test_every_answer_is_strict(client: TestClient, path: str) -> None:
    """Errors and static files too; nothing inline, nothing from elsewhere."""
    headers = client.get(path).headers
    assert all(headers[name] == value for name, value in HEADERS.items())
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static//etc/passwd",
        "/static/..%2fapp.py",
        "/static/site.css%00",
    ],
)
def test_no_path_reaches_a_file(client: TestClient, path: str) -> None:
    """Static files are looked up by name among those there are."""
    assert client.get(path).status_code == 404


def test_nothing_comes_from_elsewhere(client: TestClient) -> None:
    """Works with the cable out: no address of another host in any file that the browser loads."""
    for name in ("site.css", "site.js", "document.js", "add.js"):
        text = client.get(f"/static/{name}").text
        assert "http:" not in text
        assert "https:" not in text
        assert "//cdn" not in text


HOSTILE = (
    '<script>alert(1)</script> <img src=x onerror="alert(2)"> "><svg/onload=alert(3)> '
    "\u202egnihton\u202c {{ 7 * 7 }} ]]> --> &lt;b&gt; \u2066isolated \x1b[31mred\x1b[0m"
)


def hostile(path: Path, text: str = HOSTILE) -> str:
    """Keep a document whose every field is hostile; its id."""
    interval = Interval.parse("2022-10-14")
    document = Document(
        id="d" * 24,
        fingerprint="f" * 24,
        text=text,
        origin=HOSTILE,
        title=HOSTILE,
        outlet=HOSTILE,
        url="javascript:alert(4)",
        published=Published(interval),
        sentences=(Span(0, len(text)),),
        repairs=(HOSTILE,),
    )
    with dragoman.open(path) as record, record.store.transaction():
        record.store.put_document(document, "key")
    return document.id


def test_a_hostile_document_is_only_text(empty: Path) -> None:
    """Scripts, event handlers and signs that turn the writing are shown as text, wherever they stand."""
    id = hostile(empty)
    with serving(empty) as client:
        lists = ("/", "/documents", "/documents?text=alert", "/events?text=alert", "/stories", "/figures")
        for path in (*lists, f"/documents/{id}", f"/documents/{id}/copies"):
            html = client.get(path).text
            assert "<script>alert" not in html
            assert "<img" not in html
            assert "<svg/onload" not in html
            assert not any(sign in html for sign in "\u202e\u202c\u2066\x1b")
            assert 'href="javascript:' not in html
        assert "{{ 7 * 7 }}" in client.get(f"/documents/{id}").text
        assert "&lt;script&gt;alert(1)" in client.get(f"/documents/{id}").text
        assert client.get(f"/documents/{id}.json").json()["headline"].startswith("<script>")


def test_what_was_searched_for_is_only_text(client: TestClient) -> None:
    """In the field, the filters, the title and the error."""
    for path in (
        "/events?text=%22%3E%3Cscript%3Ealert(1)",
        "/events?actor=%3Cscript%3Ealert(1)",
        "/events?%3Cscript%3E=1",
    ):
        assert "<script>" not in client.get(path).text.replace('<script type="module"', "")


def test_a_line_of_ten_megabytes_is_shown_in_portions(empty: Path) -> None:
    """The page stays small, and every portion has its place."""
    id = hostile(empty, "Astana rejected it. " * 500_000)
    with serving(empty) as client:
        answer = client.get(f"/documents/{id}")
        assert answer.status_code == 200
        assert len(answer.content) < 150_000
        after = client.get(f"/documents/{id}.json").json()["portion"]["after"]
        assert client.get(after).status_code == 200
        assert client.get(f"/documents/{id}?offset=999999999").status_code == 200


def test_a_formula_is_defused_in_csv(empty: Path) -> None:
    """A spreadsheet shows it and does not run it."""
    from dragoman.faces.web.rendering import as_csv
    from dragoman.terms import Skip

    assert as_csv((Skip("=1+1", "+2"),)).splitlines()[1].startswith("'=1+1,'+2")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//evil.example", False),
        ("https:", False),
        ("file:///etc/passwd", False),
        ("http://[", False),
        (None, False),
    ],
)
def test_only_pages_of_the_web_are_linked(url: str | None, expected: bool) -> None:
    """An address in a document is otherwise shown as words."""
    assert is_web(url) is expected
