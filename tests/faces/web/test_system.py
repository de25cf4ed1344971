"""The system and two sides of it in a browser's eyes."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

import dragoman
from dragoman import modelling
from dragoman.faces.web.keeping import systems as kept
from dragoman.faces.web.telling.moment import Moment
from dragoman.store import open_store
from dragoman.system.ledger import packed
from dragoman.terms import EventType
from tests.faces import systems
from tests.faces.web.conftest import serving
from tests.faces.web.test_pages import Page, check, table

PAIR = "/dyad/KAZ/RUS"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years of invented events between eight sides."""
    path = tmp_path_factory.mktemp("system") / "camps.dragoman"
    systems.fill(path)
    return path


@pytest.fixture(scope="module")
def camps(large: Path) -> Iterator[TestClient]:
    """That record, served."""
    with serving(large) as client:
        yield client


def got(client: TestClient, path: str, **query: Any) -> dict[str, Any]:
    """The JSON twin of a page."""
    answer = client.get(path, params=query or None)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def twin(link: str) -> str:
    """The JSON twin of a link."""
    path, sign, query = link.partition("#")[0].partition("?")
    return f"{path}.json{sign}{query}"


def test_the_system_agrees_in_three_forms(camps: TestClient) -> None:
    """The drawing, the table, JSON and CSV have the same sides in the same order."""
    html, found = camps.get("/system?centre=RUS").text, got(camps, "/system.json", centre="RUS")
    sides = [each["side"] for each in found["sides"]]
    assert [row["side"] for row in table(camps, "/system.csv", centre="RUS")] == sides
    rows = [html.index(f'<tr data-side="{side}">') for side in sides]
    assert rows == sorted(rows)
    assert all(f">{side}</text>" in html for side in sides)
    assert f"{found['orbits']['reliability']:.2f}" in Page(html).words
    assert html.count('class="trail"') == len(sides)


def test_two_sides_agree_in_three_forms(camps: TestClient) -> None:
    """The table, JSON and CSV have the same periods with the same figures."""
    html, found = camps.get(PAIR).text, got(camps, f"{PAIR}.json")
    rows = table(camps, f"{PAIR}.csv")
    assert [row["start"] for row in rows] == [each["start"] for each in found["periods"]]
    assert [float(row["events"]) for row in rows] == [each["events"] for each in found["periods"]]
    assert all(f">{each['start'][:7]}</time></a>" in html for each in found["periods"])
    assert sum(each["events"] for each in found["periods"]) == found["total"]["events"]
    assert sum(path.count("M") for path in re.findall(r'class="(?:forth|back)[^>]* d="([^"]*)', html)) > 20


def test_a_thin_record_says_what_is_missing(client: TestClient) -> None:
    """Distances of few events are still listed, with what they lack; a tone of few events is none."""
    found, words = got(client, "/system.json"), Page(client.get("/system").text).words
    assert found["sides"]
    assert found["enough"] < 100
    assert all(each in words for each in found["missing"])
    assert "Too few events" in words
    assert "not enough" in Page(client.get("/dyad/RUS/UKR").text).words


def test_an_empty_record_and_a_day_before_it_are_pages(empty: Path, camps: TestClient) -> None:
    """Both say why there is nothing; the day keeps the slider."""
    with serving(empty) as client:
        answer = client.get("/system")
        assert answer.status_code == 200
        assert "there is no system to show" in answer.text
    answer = camps.get("/system?at=1990-01-01")
    assert answer.status_code == 200
    assert "Nothing was known by 1990-01-01" in answer.text
    assert 'type="range"' in answer.text


def test_two_sides_that_never_met_have_a_page(camps: TestClient) -> None:
    """It says that nothing is known; a name that nobody knows is refused with the nearest."""
    assert "Nothing is known to have happened between Kazakhstan and Chad" in camps.get("/dyad/KAZ/TCD").text
    assert camps.get(Moment().dyad("KAZ", "TKP/ML")).status_code == 200
    assert camps.get("/dyad/KAZ/Kazahkstan").status_code == 400
    assert camps.get("/dyad/KAZ/KAZ").status_code == 400


def test_the_slider_is_a_form(camps: TestClient) -> None:
    """Without a script it asks for a week, with all that was chosen, and gets the end of that week."""
    page = Page(camps.get("/system?centre=DEU&by=happened").text)
    inputs = [
        each for tag, each in page.tags if tag == "input" and each.get("name") in ("week", "centre", "by")
    ]
    asked = {each["name"]: each["value"] for each in inputs if each["name"]}
    assert asked["centre"] == "DEU"
    asked["week"] = f"{int(asked['week'] or 0) - 10}"
    found = got(camps, "/system.json", **asked)
    assert found["centre"] == "DEU"
    assert date.fromisoformat(found["at"]).weekday() == 6
    assert str(found["slider"]["value"]) == asked["week"]


def test_what_is_hostile_is_only_text(tmp_path: Path) -> None:
    """Names and addresses of imported rows can hold anything; nothing of it runs."""
    path, bad = tmp_path / "bad.dragoman", '"><script>alert(1)</script>'
    row = msgspec.structs.replace(
        systems.row(1, 3, "KAZ", "RUS", EventType.ACCUSE),
        code=bad,
        outlet=bad,
        url="javascript:alert(1)",
        place=bad,
    )
    with open_store(path) as store, store.transaction():
        number = store.put_import("icews", bad, "digest", world="", code="")
        kept = store.put_coded(number, [row])
        store.put_ledger_part(number, packed(modelling.part(number, kept)))
    with serving(path) as client:
        for answer in (
            client.get(PAIR),
            client.get("/system?side=KAZ"),
            client.get("/system", params={"centre": bad}),
        ):
            assert "<script>alert" not in answer.text
            assert 'href="javascript' not in answer.text
        assert "&lt;script&gt;alert" in client.get(PAIR).text


@pytest.mark.parametrize(
    "path", ["/system", "/system?at=2022-02-06&centre=DEU&side=RUS", PAIR, f"{PAIR}?step=week"]
)
def test_every_link_of_the_pages_leads_somewhere(camps: TestClient, path: str) -> None:
    """And the pages are what a screen reader needs."""
    page = Page(camps.get(path).text)
    check(page, path)
    for link in dict.fromkeys(each.partition("#")[0] for each in page.links if each.startswith("/")):
        if not link.startswith("/static"):
            assert camps.get(link).status_code == 200, link


def test_a_number_opens_to_what_it_counts(camps: TestClient) -> None:
    """Counts of movements, sides and periods lead to lists of as many events."""
    found = got(camps, "/system.json")
    counts = [count for each in found["moved"] for count in each["counts"]] + found["busiest"]
    counts += got(camps, f"{PAIR}.json", step="week")["periods"][::10]
    assert len(counts) > 20
    for each in counts:
        behind = got(camps, twin(each["link"]))
        listed = behind["behind"] if "behind" in behind else behind["events"]
        assert listed["portion"]["total"] == each["events"], each


def test_a_number_is_two_clicks_from_its_sentences(client: TestClient) -> None:
    """A figure leads to a list with the sentences, a line of it to the event."""
    busy = got(client, "/system.json")["busiest"][0]
    line = got(client, twin(busy["link"]))["behind"]["lines"][0]
    assert line["words"] in client.get(busy["link"]).text.replace("&#39;", "'")
    assert client.get(line["link"]).status_code == 200
    pair = client.get("/dyad/RUS/UKR").text
    assert "/events/" in pair.partition('id="events"')[2]
    assert 'class="tick' in pair


def test_alarms_and_what_is_not_done_lead_to_their_events(camps: TestClient, client: TestClient) -> None:
    """What is planned or denied is counted apart, and listed."""
    for each in got(client, "/system.json")["said"]:
        assert got(client, twin(each["link"]))["behind"]["portion"]["total"] == each["events"]
    for each in got(camps, "/system.json")["alarms"]:
        assert got(camps, twin(each["events"]["link"]))["events"]["portion"]["total"]


def test_a_side_keeps_its_place_from_day_to_day(client: TestClient) -> None:
    """Where there is no map, directions go by name: two days draw a side in one direction."""
    from dragoman.faces.web.charts.orbit_plot import orbit_plot
    from dragoman.terms import Orbits, Position

    def drawn(*sides: str) -> dict[str, tuple[float, float]]:
        places = tuple(Position(side, 0.5, None, None, 9.0, True) for side in ("RUS", *sides))
        found = Orbits("RUS", date(2022, 1, 3), date(2022, 2, 6), None, 5, 9.0, None, None, places)
        plot = orbit_plot(found, (), ("RUS", "KAZ", "UKR", "TUR", "BLR"))
        return {dot.side: (dot.place.x, dot.place.y) for dot in plot.dots}

    assert drawn("KAZ", "UKR")["UKR"] == drawn("BLR", "TUR", "UKR")["UKR"]


def test_what_is_added_is_seen(tmp_path: Path) -> None:
    """A system is kept only as long as the record stays as it is."""
    path = tmp_path / "grows.dragoman"
    with dragoman.open(path) as record:
        record.add_text(
            "Putin met Tokayev in Astana on Friday.", origin="a.txt", outlet="Courier", published="2022-10-15"
        )
        with serving(path) as client:
            before = got(client, "/system.json")["overview"]["events"]
            record.add_text(
                "Kyiv accused Moscow of lying.", origin="b.txt", outlet="Wire", published="2022-10-16"
            )
            assert got(client, "/system.json")["overview"]["events"] > before


def test_a_slow_forecast_is_awaited(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page comes without it and asks again, with or without a script; then it is there."""
    monkeypatch.setattr(kept, "_PATIENCE", 0.01)
    with serving(large) as client:
        first = client.get("/dyad/DEU/RUS")
        assert "being worked out" in first.text
        assert '<noscript><meta http-equiv="refresh"' in first.text
        done = threading.Event()
        for _ in range(300):
            if not got(client, "/dyad/DEU/RUS.json")["is_waiting"]:
                break
            done.wait(0.1)
        page = client.get("/dyad/DEU/RUS").text
        assert "base rate" in page
        assert "data-waiting" not in page
