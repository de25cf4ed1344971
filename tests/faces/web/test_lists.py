"""Lists of documents, stories and figures, and what was left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import dragoman
from dragoman.faces.web.telling import links
from tests.faces import merged
from tests.faces.web.conftest import document_id, serving
from tests.faces.web.test_pages import Page, table


def got(client: TestClient, path: str) -> dict[str, Any]:
    """The JSON twin of a page."""
    name, sign, query = path.partition("?")
    answer = client.get(f"{name}.json{sign}{query}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_documents_come_latest_first_in_all_renderings(client: TestClient) -> None:
    """With their outlet, their day and how it is known, what they tell and what they are copies of."""
    html, found = client.get("/documents").text, got(client, "/documents")["documents"]
    assert found[0]["outlets"][0] == "Steppe Courier"
    assert [row["id"] for row in table(client, "/documents.csv")] == [each["id"] for each in found]
    places = [html.index(f'href="/documents/{each["id"]}"') for each in found]
    assert places == sorted(places)
    copy = next(each for each in found if each["copy"])
    assert copy["copy"].startswith("near copy of Meridian Wire")
    assert (copy["precision"], copy["original"]) == ("known", document_id(client, "Meridian Wire"))
    assert not copy["begins"].startswith(copy["title"])


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("copies=1", 1),
        ("outlet=volna state news", 1),
        ("language=de", 0),
        ("text=grain", 3),
        ("since=2022-10", 1),
    ],
)
def test_documents_are_filtered(client: TestClient, query: str, number: int) -> None:
    """By copies, outlet, language, words and days."""
    assert got(client, f"/documents?{query}")["portion"]["total"] == number


def test_what_no_document_can_pass_is_said(client: TestClient) -> None:
    """An unknown outlet is refused with the nearest; a list without a row says what to leave out."""
    assert "Meridian Wire" in client.get("/documents.json?outlet=Meridan Wire").json()["nearest"]
    words = Page(client.get("/documents?language=de").text).words
    assert "without language de" in words
    assert "There are only 4 documents" in Page(client.get("/documents?offset=50").text).words


def test_facets_of_documents_count_what_their_links_find(client: TestClient) -> None:
    """Outlet, language, month and story; a second click takes the choice back."""
    for facet in got(client, "/documents")["facets"]:
        choice = facet["choices"][0]
        chosen = got(client, choice["link"])
        assert chosen["portion"]["total"] == choice["number"]
        again = next(each for one in chosen["facets"] for each in one["choices"] if each["chosen"])
        assert again["link"] == "/documents"


def test_a_story_is_its_reports_its_events_and_what_they_disagree_on(client: TestClient) -> None:
    """Reports in the order of their days; the figures side by side, each with its sentence."""
    (row,) = got(client, "/stories")["stories"]
    story = got(client, f"/stories/{row['story']['id'][:8]}")
    days = [each["published"]["earliest"] for each in story["documents"]]
    assert days == sorted(days)
    assert len(days) == row["story"]["documents"] == 3
    assert story["portion"]["total"] == row["story"]["events"]
    values = {side["value"] for each in story["disputes"] for side in each["sides"]}
    assert {"3", "≥ 12"} <= values
    assert "Three people were killed" in Page(client.get(f"/stories/{story['id']}").text).words


def test_a_document_that_stands_alone_is_no_story(client: TestClient) -> None:
    """It is refused in a sentence."""
    answer = client.get(f"/stories/{document_id(client, 'Steppe Courier')}")
    assert answer.status_code == 400
    assert "belongs to no story" in answer.text


def test_figures_stand_with_their_sentences(client: TestClient) -> None:
    """Who says so, of what, on which day; the figure is marked, and the filters hold."""
    html, page = client.get("/figures").text, got(client, "/figures")
    assert page["portion"]["total"] == got(client, "/index")["summary"]["claims"]
    killed = got(client, "/figures?about=killed")["figures"]
    assert {each["value"] for each in killed} == {"≥ 12", "3"}
    assert "Maksym Marchenko" in {each["says"].removeprefix("Governor ") for each in killed}
    assert all(each["sentence"] in " ".join(Page(html).words.split()) for each in killed)
    assert "<mark>At least 12 people were killed</mark>" in html
    assert [row["id"] for row in table(client, "/figures.csv")] == [each["id"] for each in page["figures"]]


def test_figures_in_dispute_stand_side_by_side(client: TestClient) -> None:
    """The lowest first; their table has a row for each sentence; what cannot be asked is refused."""
    page = got(client, "/figures?disputed=1&about=killed")
    (dispute,) = page["disputes"]
    assert (page["is_over"], page["is_waiting"]) == (True, False)
    assert [side["value"] for side in dispute["sides"]] == ["3", "≥ 12"]
    rows = table(client, "/figures.csv", disputed="1", about="killed")
    assert rows[0]["value"] == "3"
    assert {row["dispute"] for row in rows} == {dispute["id"]}
    assert client.get("/figures?disputed=1&outlet=Meridian Wire").status_code == 400


def test_a_figure_that_comes_later_is_found(tmp_path: Path) -> None:
    """What was compared is compared again when the record has changed."""
    path = tmp_path / "news.dragoman"
    merged.fill(path)
    with serving(path) as client:
        assert not got(client, "/figures?disputed=1&about=drones")["disputes"]
        with dragoman.open(path) as record:
            for number, outlet in ((14, "Baltic Lantern"), (5, "Dnipro Dispatch")):
                record.add_text(
                    f"Ukraine shot down {number} drones over Odesa on Saturday, Mayor Trukhanov said.",
                    origin=f"{outlet}.txt",
                    outlet=outlet,
                    published="2022-07-23",
                )
        assert got(client, "/figures?about=drones")["portion"]["total"] == 2
        assert got(client, "/figures?disputed=1&about=drones")["disputes"]


def test_what_was_left_out_is_listed(tmp_path: Path) -> None:
    """With the reason; home leads there."""
    path, picture = tmp_path / "news.dragoman", tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    with dragoman.open(path) as record:
        record.add(picture)
    with serving(path) as client:
        assert 'href="/left-out"' in client.get("/").text
        html = client.get("/left-out").text
        assert f"{tmp_path.name}/picture.png</span>" in html
        assert got(client, "/left-out")["skips"][0]["origin"].endswith("picture.png")


def test_empty_lists_say_what_to_do(empty: Path) -> None:
    """Each leads to the page that adds, or says that all is well."""
    with serving(empty) as client:
        for path in ("/documents", "/stories", "/figures"):
            assert (
                'href="/add"'
                in Page(client.get(path).text).words + client.get(path).text.partition("<main")[2]
            )
        assert "everything that was added was read" in client.get("/left-out").text


@pytest.mark.parametrize(
    ("origin", "short"),
    [
        ("/home/anna/news/clippings/015.txt", "clippings/015.txt"),
        (r"C:\Users\anna\news\015.txt", "news/015.txt"),
        ("clippings/015.txt", "clippings/015.txt"),
        ("015.txt", "015.txt"),
        ("https://steppe.example/2022/10/06/tone", "https://steppe.example/2022/10/06/tone"),
    ],
)
def test_the_path_of_a_file_is_shortened(origin: str, short: str) -> None:
    """To its last two parts; addresses stay whole."""
    assert links.last_parts(origin) == short


@pytest.mark.parametrize("query", ["", "about=RUS", "since=2022-10&until=2022-10", "outlet=Meridian+Wire"])
def test_facets_of_events_count_what_their_links_find(client: TestClient, query: str) -> None:
    """A state with its people, and all months in which an event can have been."""
    choices = [
        each
        for facet in got(client, f"/events?{query}")["facets"]
        for each in facet["choices"]
        if facet["filter"] not in query or facet["filter"] == "since"
    ]
    assert choices
    for each in choices:
        if not each["chosen"]:
            assert got(client, each["link"])["portion"]["total"] == each["number"], each


def test_a_figure_leads_to_its_words(client: TestClient) -> None:
    """The document has its anchor."""
    for figure in got(client, "/figures")["figures"]:
        path, _, mark = figure["stands"].partition("#")
        assert f'id="{mark}"' in client.get(path).text
