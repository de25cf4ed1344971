"""What the pages show, and that their three renderings say the same."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.faces.api.query import FILTERS
from dragoman.faces.web.action import Action
from dragoman.faces.web.routes import ACTIONS, PAGES
from dragoman.faces.web.telling.events_request import EventsRequest
from tests.faces.web.conftest import document_id, event_id, serving

PAGE_BYTES = 150_000


def table(client: TestClient, path: str, **query: str) -> list[dict[str, str]]:
    """The CSV twin of a page."""
    answer = client.get(path, params=query)
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def lines(page: dict[str, Any]) -> list[dict[str, Any]]:
    """The events of the JSON twin of a list."""
    return [event for day in page["days"] for event in day["events"]]


class Page(HTMLParser):
    """The links, the words and the tables of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        names = ("href", "src") if ("method", "post") in attrs else ("href", "src", "action")
        self.links += [value for name, value in attrs if name in names and value]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_home_says_what_the_record_holds(client: TestClient) -> None:
    """Documents, events and days in a sentence; the busiest actors and the stories lead to their events."""
    html = client.get("/").text
    holds = client.get("/index.json").json()
    assert f"{holds['summary']['documents']} documents tell" in Page(html).words
    assert holds["busiest"][0]["name"] == "Russia"
    assert '/events?about=RUS"' in html
    assert f"/events?story={holds['stories'][0]['id']}" in html
    assert [row["id"] for row in table(client, "/index.csv")] == [each["id"] for each in holds["latest"]]


def test_an_empty_record_says_what_to_do(empty: Path) -> None:
    """Home leads to the page that adds; the other pages are there as well."""
    with serving(empty) as client:
        assert "The record is empty" in client.get("/").text
        assert 'href="/add"' in client.get("/").text
        assert "the record is empty" in client.get("/events").text
        assert client.get("/index.csv").text == ""


def test_events_agree_in_all_renderings(client: TestClient) -> None:
    """HTML, JSON and CSV hold the same events in the same order."""
    html, found = client.get("/events").text, lines(client.get("/events.json").json())
    assert [row["id"] for row in table(client, "/events.csv")] == [each["id"] for each in found]
    places = [html.index(f'href="/events/{each["id"]}"') for each in found]
    assert places == sorted(places)
    assert all(
        row["sentence"] in {each["sentence"] for each in found} for row in table(client, "/events.csv")
    )


def test_events_are_filtered_by_the_names_of_every_face(client: TestClient) -> None:
    """The request of the page has exactly the filters of the command line and of Python."""
    assert set(EventsRequest.__struct_fields__) == set(FILTERS)
    found = lines(client.get("/events.json", params={"actor": "Russia", "type": "ASSAULT"}).json())
    assert found
    assert all(each["type"] == "ASSAULT" for each in found)


def test_a_filter_given_twice_has_both_values(client: TestClient) -> None:
    """As in a form with several choices."""
    one = client.get("/events.json?type=ASSAULT&type=CONSULT").json()
    assert (
        one["portion"]["total"] == client.get("/events.json?type=ASSAULT,CONSULT").json()["portion"]["total"]
    )


@pytest.mark.parametrize(
    ("query", "nearest"),
    [
        ("actr=RUS", "actor"),
        ("type=ASSALT", "ASSAULT"),
        ("actor=Kazkhstn", "Kazakhstan"),
        ("outlet=Meridan Wire", "Meridian Wire"),
    ],
)
def test_what_nobody_knows_is_refused_with_the_nearest(client: TestClient, query: str, nearest: str) -> None:
    """An unknown filter, type, actor or outlet is a 400, in HTML and in JSON."""
    assert client.get(f"/events?{query}").status_code == 400
    answer = client.get(f"/events.json?{query}")
    assert answer.status_code == 400
    assert nearest in answer.json()["nearest"]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=9999", "offset=-1", "limit=many", "since=tomorrow", "text=" + "a" * 3000]
)
def test_a_value_of_the_wrong_sort_is_refused(client: TestClient, query: str) -> None:
    """With a sentence, not with a traceback."""
    answer = client.get(f"/events.json?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_pages_follow_each_other(client: TestClient) -> None:
    """Every event stands on one page; links lead on and back, and keep the filters."""
    whole = [each["id"] for each in lines(client.get("/events.json?about=RUS").json())]
    seen, link = [], "/events?about=RUS&limit=2"
    while link:
        page = client.get(link.replace("/events?", "/events.json?")).json()
        seen += [each["id"] for each in lines(page)]
        link = page["portion"]["after"]
    assert seen == whole
    assert "about=RUS" in page["portion"]["before"]


def test_facets_count_and_toggle(client: TestClient) -> None:
    """A count is what its link finds; a second click takes the choice back."""
    page = client.get("/events.json").json()
    choice = next(each for facet in page["facets"] if facet["filter"] == "type" for each in facet["choices"])
    chosen = client.get(choice["link"].replace("/events?", "/events.json?")).json()
    assert chosen["portion"]["total"] == choice["number"]
    again = next(each for facet in chosen["facets"] for each in facet["choices"] if each["chosen"])
    assert again["link"] == "/events"


def test_words_are_found_in_documents_and_in_events(client: TestClient) -> None:
    """Documents with the words marked in a snippet, beside events whose evidence holds them."""
    html, page = client.get("/events?text=grain").text, client.get("/events.json?text=grain").json()
    assert "<mark>grain</mark>" in html
    assert any(segment["lanes"] == ["hit"] for hit in page["documents"] for segment in hit["words"])
    assert all("grain" in each["sentence"].lower() for each in lines(page))


def test_an_event_shows_who_says_what(client: TestClient) -> None:
    """The sentence, the tellings with their stances, the copy with its original, the evidence marked."""
    id = event_id(client, type="ASSAULT")
    html, page = client.get(f"/events/{id}").text, client.get(f"/events/{id}.json").json()
    assert page["sentence"] in Page(html).words
    assert [row["telling"] for row in table(client, f"/events/{id}.csv")] == [
        each["telling"] for each in page["tellings"]
    ]
    assert any(each["copy"].startswith("near copy of Meridian Wire") for each in page["lineage"])
    assert any("event" in segment["lanes"] for segment in page["evidence"][0]["sentences"][0])
    assert all(f"/documents/{row['document']}" in html for row in page["tellings"])


def test_an_event_leads_to_its_sentences_and_sides(client: TestClient) -> None:
    """Each telling to its words under Evidence, on whatever portion; two sides to how they stand."""
    id = event_id(client, actor="Russia", recipient="Ukraine", type="ASSAULT")
    page = client.get(f"/events/{id}.json", params={"limit": 1}).json()
    assert ("Russia", "Ukraine", "/dyad/RUS/UKR") in {tuple(each.values()) for each in page["dyads"]}
    assert len({row["words_at"].partition("#")[0] for row in page["tellings"]}) > 1
    for row in page["tellings"]:
        path, _, mark = row["words_at"].partition("#")
        html = client.get(path or f"/events/{id}?limit=1").text
        assert f'id="{mark}"' in html
        assert f'href="{row["words_at"]}"' in client.get(f"/events/{id}?limit=1").text.replace("&amp;", "&")


def test_an_event_is_found_by_the_beginning_of_its_id(client: TestClient) -> None:
    """And one that is not there is a 404."""
    id = event_id(client)
    assert client.get(f"/events/{id[:10]}.json").json()["id"] == id
    assert client.get("/events/zzzz").status_code == 404
    assert client.get("/documents/zzzz.json").status_code == 404


def test_a_document_is_its_text_with_lanes(client: TestClient) -> None:
    """The segments put together are the text; acts, actors, times and speech are marked in it."""
    id = document_id(client, "Meridian Wire")
    html, page = client.get(f"/documents/{id}").text, client.get(f"/documents/{id}.json").json()
    text = "".join(segment["text"] for segment in page["segments"])
    assert text in Page(html).words
    lanes = {lane for segment in page["segments"] for lane in segment["lanes"]}
    assert {"actor", "event", "time", "speech", "speaker"} <= lanes
    assert any(len(segment["lanes"]) > 2 for segment in page["segments"])
    begun = [id for segment in page["segments"] for id in segment["begins"]]
    assert sorted(begun) == sorted(each["telling"] for each in page["told"])
    assert all(f'id="e-{id}"' in html for id in begun)


def test_copies_are_shown_word_by_word(client: TestClient) -> None:
    """What a copy added and left out."""
    id = document_id(client, "ViewsRocket24")
    html, page = client.get(f"/documents/{id}/copies").text, client.get(f"/documents/{id}/copies.json").json()
    assert "<ins>old</ins>" in html
    assert page["diffs"][0]["added"] == 1
    assert "taken from none" in client.get(f"/documents/{document_id(client, 'Steppe Courier')}/copies").text


def test_every_internal_link_leads_somewhere(client: TestClient) -> None:
    """All pages of a small record are there and small, with one heading, captions, labels, nothing inline."""
    waiting, seen = ["/"], set[str]()
    while waiting:
        path = waiting.pop()
        if path in seen or len(seen) > 700:
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        assert len(answer.content) < PAGE_BYTES, path
        page = Page(answer.text)
        check(page, path)
        waiting += [link.partition("#")[0] for link in page.links if link.startswith("/") and "?" not in link]
        waiting += [
            link.partition("#")[0] for link in page.links if link.startswith("/") and link.count("&") == 0
        ]
    assert len(seen) > 30


def check(page: Page, path: str) -> None:
    """What a screen reader needs, and what a strict policy forbids."""
    names = [tag for tag, _ in page.tags]
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert names.count("h1") == 1, path
    assert names.count("main") == 1, path
    assert names.count("table") == names.count("caption"), path
    assert all("scope" in attributes for tag, attributes in page.tags if tag == "th"), path
    assert len(ids) == len(set(ids)), (path, ids)
    labelled = {attributes.get("for") for tag, attributes in page.tags if tag == "label"}
    inputs = [attributes for tag, attributes in page.tags if tag in ("input", "textarea", "select")]
    assert all(
        each.get("id") in labelled or each.get("type") in ("hidden", "checkbox", "radio", "range")
        for each in inputs
    ), path
    for tag, attributes in page.tags:
        assert "style" not in attributes, (path, tag)
        assert not any(name.startswith("on") for name in attributes), (path, tag)
        assert tag != "script" or attributes.get("src"), path
    fragments = {link[1:] for link in page.links if link.startswith("#")}
    assert fragments <= set(ids), path


def test_the_openapi_document_matches_the_routes(client: TestClient) -> None:
    """Every page with its twins and every action, with the parameters they take; nothing else."""
    answer = client.get("/openapi.json")
    paths = answer.json()["paths"]
    expected = {path for page in PAGES for path in (page.path, page.twin("json"), page.twin("csv"))}
    assert set(paths) == expected | {action.path for action in ACTIONS}
    for page in PAGES:
        taken = {each["name"]: each["in"] for each in paths[page.path]["get"]["parameters"]}
        assert set(taken) == set(page.takes.__struct_encode_fields__)
        assert {name for name, where in taken.items() if where == "path"} == set(page.in_path)
    assert all(action.method.lower() in paths[action.path] for action in ACTIONS)
    assert all(isinstance(action, Action) for action in ACTIONS)
    assert "EventLine" in answer.json()["components"]["schemas"]


def test_the_json_of_a_page_keeps_to_its_schema(client: TestClient) -> None:
    """It reads back into the page record that the table names."""
    import msgspec

    for page in PAGES:
        if not page.in_path and page.path != "/add":
            answer = client.get(page.twin("json"))
            if answer.status_code == 200:
                assert isinstance(msgspec.json.decode(answer.content, type=page.gives), page.gives)
