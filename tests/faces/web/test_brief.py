"""A brief in the browser: what it tells, where its numbers lead, and the forms it can be had in."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import dragoman
from dragoman.faces.brief import Brief, Lookup, Verb
from dragoman.faces.web import Settings
from dragoman.faces.web.keeping import briefs
from dragoman.faces.web.keeping.briefs import BriefRequest, Briefs
from dragoman.faces.web.telling.ways import ways
from tests.faces.web.conftest import serving
from tests.faces.web.test_pages import PAGE_BYTES, Page, check

WAR = "/brief?about=RUS&with=UKR&since=2022-07-01"


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told to wait, however slow the computer is."""
    monkeypatch.setattr(briefs, "PATIENCE_SECONDS", 60)


def twin(path: str, kind: str) -> str:
    """The same brief in another form."""
    return path.replace("/brief", f"/brief.{kind}", 1)


def test_a_brief_is_the_one_of_the_command_line(client: TestClient, filled: Path) -> None:
    """The same options give the same account."""
    told = client.get(twin(WAR, "json")).json()["brief"]
    with dragoman.open(filled, read_only=True) as record:
        brief = record.brief("RUS", other="UKR", since="2022-07-01")
    assert told["headline"]["text"] == brief.headline.text
    assert [each["sentences"] for each in told["citations"]] == [
        list(each.sentences) for each in brief.citations
    ]


def test_every_statement_and_every_number_is_on_the_page(client: TestClient) -> None:
    """Each number leads to its citation, and each citation back to what it carries."""
    html, told = client.get(WAR).text, client.get(twin(WAR, "json")).json()["brief"]
    page = Page(html)
    check(page, WAR)
    assert len(html) < PAGE_BYTES
    for section in told["sections"]:
        assert all(each["text"] in page.words for group in section["groups"] for each in group["statements"])
    numbers = {each["number"] for each in told["citations"]}
    assert {int(link[2:]) for link in page.links if re.fullmatch(r"#c\d+", link)} == numbers
    assert all(f'id="c{number}"' in html for number in numbers)


def test_a_citation_leads_to_its_sentence_in_the_document(client: TestClient) -> None:
    """The page of the document has the mark that the link names."""
    page, led = Page(client.get(WAR).text), 0
    for link in page.links:
        path, _, mark = link.partition("#")
        if path.startswith("/documents/") and mark:
            assert f'id="{mark}"' in client.get(path).text, link
            led += 1
    assert led > 2


def test_whatever_a_brief_counts_is_a_page(client: TestClient) -> None:
    """Events, sides, alarms: every link of a brief leads somewhere."""
    page = Page(client.get("/brief?about=RUS").text)
    inside = {link.partition("#")[0] for link in page.links if link.startswith("/")}
    assert any(link.startswith("/events?about=RUS") for link in inside)
    for link in inside:
        assert client.get(link).status_code == 200, link


def test_the_table_has_a_line_for_each_citation(client: TestClient) -> None:
    """Statements with the words they rest on; one that rests on none has a line as well."""
    told = client.get(twin(WAR, "json")).json()["brief"]
    rows = list(csv.DictReader(io.StringIO(client.get(twin(WAR, "csv")).text)))
    assert rows[0]["text"] == told["headline"]["text"]
    assert not rows[0]["citation"]
    cited = {int(row["citation"]): row["sentence"] for row in rows if row["citation"]}
    assert cited.keys() == {each["number"] for each in told["citations"]}
    assert all(row["under"] < row["number"] for row in rows if row["under"])


def test_without_a_subject_there_is_a_form_with_examples(client: TestClient) -> None:
    """Sides, pairs and stories of this record, each of which can be told of."""
    answer = client.get("/brief")
    examples = client.get("/brief.json").json()["examples"]
    assert answer.status_code == 200
    assert {each["kind"] for each in examples} == {"side", "pair", "story"}
    assert all(each["link"].replace("&", "&amp;") in answer.text for each in examples)
    assert {"about", "with", "story", "since", "until", "at"} <= {
        attributes.get("name") for tag, attributes in Page(answer.text).tags if tag == "input"
    }


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("about=Kazkhstan", "Kazakhstan"),
        ("with=RUS", "needs a first one"),
        ("story=zzzz", "zzzz"),
        ("about=RUS&since=tomorrow", "tomorrow"),
    ],
)
def test_what_cannot_be_told_of_is_said_above_the_form(client: TestClient, query: str, says: str) -> None:
    """With a link to what was meant; programs get an error."""
    answer = client.get(f"/brief?{query}")
    assert answer.status_code == 400
    assert says in answer.text
    assert 'action="/brief"' in answer.text
    for ending in ("json", "csv", "md"):
        assert client.get(f"/brief.{ending}?{query}").status_code in (400, 404)


def test_a_misspelt_side_leads_to_the_one_that_was_meant(client: TestClient) -> None:
    """With the period that was asked for."""
    assert (
        'href="/brief?about=Kazakhstan&amp;since=2022"'
        in client.get("/brief?about=Kazkhstan&since=2022").text
    )


def test_an_option_nobody_knows_is_refused(client: TestClient) -> None:
    """As on every page, with the nearest."""
    answer = client.get("/brief.json?abot=KAZ")
    assert answer.status_code == 400
    assert answer.json()["nearest"][0] == "about"


def test_a_brief_of_nothing_says_so(client: TestClient) -> None:
    """And offers the form for another period."""
    html = client.get("/brief?about=KAZ&until=2001").text
    assert "The record holds no event about Kazakhstan until 2001-12-31" in html
    assert "--since" not in html


@pytest.mark.parametrize(("form", "begins"), [("md", "# Russia and Ukraine"), ("html", "<!doctype html>")])
def test_the_forms_are_downloaded(client: TestClient, form: str, begins: str) -> None:
    """Under a name that says what is in them."""
    answer = client.get(twin(WAR, form))
    assert answer.text.startswith(begins)
    name = f"dragoman-brief-RUS-UKR-since-2022-07-01.{form}"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert f'href="{twin(WAR, form)}"'.replace("&", "&amp;") in client.get(WAR).text


def test_a_pdf_is_downloaded(client: TestClient) -> None:
    """Where typst is installed."""
    pytest.importorskip("typst")
    assert client.get(twin(WAR, "pdf")).content.startswith(b"%PDF")


def test_without_typst_the_button_says_what_to_install(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And leads nowhere."""
    monkeypatch.setattr("dragoman.faces.web.telling.downloads.find_spec", lambda name: None)
    html = client.get(WAR).text
    assert "<code>pip install &#39;dragoman[pdf]&#39;</code>" in html
    assert "/brief.pdf" not in html


def test_other_pages_offer_a_brief(client: TestClient) -> None:
    """Of the sides, the story and the period that they show."""
    story = client.get("/index.json").json()["stories"][0]["id"]
    assert 'href="/brief?about=RUS&amp;since=2022-07"' in client.get("/events?about=RUS&since=2022-07").text
    assert f'href="/brief?story={story}"' in client.get(f"/events?story={story}").text
    pair = client.get("/events?actor=Russia&recipient=UKR").text
    assert 'href="/brief?about=RUS&amp;with=UKR"' in pair
    assert 'href="/brief?' not in client.get("/events?type=ASSAULT").text
    assert 'href="/brief?about=RUS&amp;with=UKR"' in client.get("/dyad/RUS/UKR").text


@pytest.mark.parametrize(
    ("lookup", "command", "page"),
    [
        (
            Lookup(Verb.EVENTS, about="Côte d'Ivoire", since=date(2022, 1, 1), disputed=True),
            """events --about 'Côte d'"'"'Ivoire' --since 2022-01-01 --disputed""",
            "/events?about=C%C3%B4te+d%27Ivoire&since=2022-01-01&disputed=1",
        ),
        (
            Lookup(Verb.EVENTS, story="0036794aff", status="planned"),
            "events --story 0036794a --status planned",
            "/events?status=planned&story=0036794aff",
        ),
        (Lookup(Verb.EVENT, event="0036794aff"), "event 0036794a", "/events/0036794aff"),
        (
            Lookup(Verb.RELATIONS, sides=("RUS", "UKR"), at=date(2022, 11, 11)),
            "relations RUS UKR --at 2022-11-11",
            "/dyad/RUS/UKR?at=2022-11-11",
        ),
        (Lookup(Verb.MOVERS, sides=("KAZ",), limit=9), "movers KAZ --limit 9", "/system?centre=KAZ"),
        (Lookup(Verb.CLAIMS, disputed=True), "claims --disputed", "/figures?disputed=1"),
    ],
)
def test_a_lookup_is_a_command_and_a_page(lookup: Lookup, command: str, page: str) -> None:
    """Both with its filters, whatever signs are in a name."""
    assert lookup.command == f"dragoman {command}"
    assert [way.link for way in ways([lookup])] == [page]


def test_hostile_words_stay_words(empty: Path) -> None:
    """In the page, its title and its links."""
    hostile = '<script>alert(1)</script>"onload="x'
    with dragoman.open(empty) as record:
        record.add_text(
            f"Russia attacked Ukraine on Friday near {hostile} and fired missiles.",
            origin="h.txt",
            outlet=hostile,
            title=f"Title {hostile}",
            url="javascript:alert(1)",
            published="2022-07-23",
        )
    with serving(empty) as client:
        client.get("/brief.json?about=RUS")
        html = client.get("/brief?about=RUS").text
        assert "alert(1)" in html
        assert "<script>alert" not in html
        assert 'href="javascript' not in html
        check(Page(html), "/brief")


def test_whoever_waits_gets_what_was_begun(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Although the record was written to meanwhile; the next one gets it as it is then."""
    state = [((1, 1),)]
    monkeypatch.setattr(briefs, "state_of", lambda path: state[0])
    kept, request, settings = Briefs(), BriefRequest(about="KAZ"), Settings(filled)
    begun = kept.asked(settings, request)
    state[0] = ((2, 2),)
    assert kept.asked(settings, request) is begun
    assert begun.result().title == "Kazakhstan"
    assert isinstance(kept.now(settings, request), Brief)
    assert kept.asked(settings, request) is not begun
