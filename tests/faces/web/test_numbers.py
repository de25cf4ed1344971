"""Every number on every page opens to sentences in at most two clicks; `numbers` says what that means."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urljoin

import pytest
from starlette.routing import compile_path
from starlette.testclient import TestClient

import dragoman
from dragoman.faces.web.keeping import briefs
from dragoman.faces.web.routes import PAGES
from tests.faces import systems
from tests.faces.web.conftest import serving
from tests.faces.web.numbers import Node, Walk, numbers

ROUTES = [(page.path, compile_path(page.path)[0]) for page in PAGES]
ALIKE = 2  # pages of one kind without filters, and numbers on them that stand and lead alike
BEGIN = ["/", "/system", "/review", "/judgements", "/add", "/left-out", "/brief?about=KAZ"]


@pytest.fixture(scope="module")
def reports(bundled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The bundled corpus with a decision and an input that was not read, served."""
    path = tmp_path_factory.mktemp("numbers") / "cis.dragoman"
    shutil.copyfile(bundled, path)
    picture = path.with_name("picture.png")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    with dragoman.open(path) as record:
        record.add(picture)
        record.note(next(iter(record.events(disputed=True))).tellings[0], "Seen 2 of 3 reports.", by="Anna")
    with serving(path) as client:
        yield client


@pytest.fixture(scope="module")
def camps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Two years of rows that others coded, served."""
    path = tmp_path_factory.mktemp("numbers") / "camps.dragoman"
    systems.fill(path)
    with serving(path) as client:
        yield client


def kind(link: str) -> tuple[str, tuple[str, ...]]:
    """The path of the page that answers a link, and the filters it has; empty for what is no page."""
    path, _, query = link.partition("#")[0].partition("?")
    route = next((name for name, pattern in ROUTES if pattern.fullmatch(path)), "")
    return route, tuple(sorted({name for name, _ in parse_qsl(query)}))


def visited(walk: Walk, begin: list[str]) -> list[str]:
    """Pages of every kind, and of every kind with each filter that is linked from one of them."""
    waiting, seen, number = list(begin), list[str](), Counter[tuple[str, str]]()
    while waiting:
        address = waiting.pop(0)
        route, filters = kind(address)
        sorts = [(route, name) for name in filters or ("",)]
        if address in seen or all(number[sort] >= (1 if sort[1] else ALIKE) for sort in sorts):
            continue
        number.update(sorts)
        seen.append(address)
        links = (urljoin(address, link).partition("#")[0] for link in walk.page(address).links)
        waiting += [link for link in links if kind(link)[0] and link not in seen]
    return seen


def stands(node: Node) -> str:
    """The elements a number stands in, and the kind of page its link leads to."""
    link = next((each.attributes.get("href") or "" for each in node.above if each.tag == "a"), "")
    return " ".join((*(each.tag for each in node.above), *map(str, kind(link))))


def unopened(walk: Walk, address: str, alike: Counter[str]) -> list[str]:
    """The numbers of a page that lead to no words; of those that stand and lead alike the first ones."""
    found = []
    for words, node in numbers(walk.page(address)):
        place = f"{kind(address)[0]} {stands(node)}"
        alike[place] += 1
        if alike[place] <= ALIKE and (why := walk.why_not(address, node)):
            found.append(f"{address}: {words!r} in {node.tag} {why}")
    return found


def fetched(client: TestClient, address: str) -> str:
    """A page; nothing where a link leads to a file."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.text if answer.headers["content-type"].startswith("text/html") else "<main></main>"


@pytest.mark.parametrize("record", ["client", "reports", "camps"])
def test_every_number_opens(
    record: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On every kind of page, with every sort of filter that is linked."""
    monkeypatch.setattr(briefs, "PATIENCE_SECONDS", 60)  # however slow the computer is
    client: TestClient = request.getfixturevalue(record)
    walk = Walk(lambda address: fetched(client, address))
    pages = visited(walk, BEGIN)
    alike = Counter[str]()
    assert [why for address in pages for why in unopened(walk, address, alike)] == []
    missing = {route for route, _ in ROUTES} - {kind(address)[0] for address in pages}
    assert missing <= ({"/imported/{number}"} if record == "reports" else missing)


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<p>5 events</p>", "stands in no link, list or row"),
        ("<p>0 events</p>", ""),
        ("<p>since <time>2022-10-07</time></p>", ""),
        ('<p><a href="/words">5 events</a></p>', ""),
        ('<p><a href="/list">5 stories</a></p>', ""),
        ('<p><a href="/far">5 stories</a></p>', "/far shows no words after two clicks"),
        ("<ul><li>5 <q data-words>words</q></li></ul>", ""),
        ("<ul><li>5</li></ul>", "its row has no words and no link"),
        ('<p data-counts="here">5</p><ul id="here"><li><a href="/words">one</a></li></ul>', ""),
        ('<p data-counts="gone">5</p>', "#gone shows no words after two clicks"),
        ('<svg><a href="/far"><title>2022-10: 5</title></a></svg>', "/far shows no words after two clicks"),
    ],
)
def test_what_it_means_to_open(html: str, why: str) -> None:
    """In a link, beside what is counted, or in a row; and words are there after two clicks at most."""
    pages = {
        "/": f"<main>{html}</main>",
        "/words": "<main><p data-words>Astana rejected it.</p></main>",
        "/list": '<main><a href="/words">one</a></main>',
        "/far": '<main><a href="/list">one</a></main>',
    }
    walk = Walk(lambda address: pages[address])
    found = {walk.why_not("/", node) for _, node in numbers(walk.page("/"))}
    assert found - {""} == {why} - {""}


@pytest.mark.parametrize(
    ("counted", "path"),
    [
        ("documents", "/documents.json"),
        ("events", "/events.json"),
        ("stories", "/stories.json"),
        ("copies", "/documents.json?copies=1"),
        ("claims", "/figures.json"),
        ("disputed", "/events.json?disputed=1"),
        ("undated", "/events.json?undated=1"),
        ("skipped", "/left-out.json"),
    ],
)
def test_home_counts_what_its_links_list(reports: TestClient, counted: str, path: str) -> None:
    """The number on the first page is that of the list it leads to."""
    assert (
        reports.get("/index.json").json()["summary"][counted]
        == reports.get(path).json()["portion"]["total"]
        > 0
    )


def test_what_is_busy_on_the_first_page_is_so_on_the_next(reports: TestClient) -> None:
    """Actors, two sides, outlets and stories have as many events and documents as their pages say."""
    home = reports.get("/index.json").json()
    actor, pair, outlet, story = (home[name][0] for name in ("busiest", "meetings", "outlets", "stories"))
    events = reports.get("/events.json", params={"about": actor["id"]}).json()
    documents = reports.get("/documents.json", params={"outlet": outlet["name"]}).json()
    assert events["portion"]["total"] == actor["events"]
    assert documents["portion"]["total"] == outlet["number"]
    assert reports.get(f"{pair['link']}.json").json()["total"]["events"] == pair["events"]
    assert reports.get(f"/stories/{story['id']}.json").json()["portion"]["total"] == story["events"]
