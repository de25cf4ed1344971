"""The distances as a map and as a matrix, who is a centre, and what speaks for a movement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.faces.web.charts.matrix_table import STEPS, step_of
from tests.faces import systems
from tests.faces.web.conftest import serving
from tests.faces.web.test_pages import Page, check, table
from tests.faces.web.test_system import got, twin


@pytest.fixture(scope="module")
def camps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Two years of invented events between eight sides, served."""
    path = tmp_path_factory.mktemp("views") / "camps.dragoman"
    systems.fill(path)
    with serving(path) as client:
        yield client


def test_every_view_is_a_page_and_keeps_what_was_chosen(camps: TestClient) -> None:
    """Links lead from one to the other; a form carries the view on."""
    for view in ("orbits", "map", "matrix", "table"):
        html = camps.get(f"/system?centre=DEU&view={view}").text
        page = Page(html)
        check(page, view)
        assert (
            sum("view=" in link and "centre=DEU" in link and "#distances" in link for link in page.links) == 3
        )
        assert ('type="hidden" name="view"' in html) == (view != "orbits")
    assert camps.get("/system?view=globe").status_code == 400


def test_the_matrix_agrees_with_the_orbits(camps: TestClient) -> None:
    """Its row of the centre has the distances of the table, and the CSV twin has its cells."""
    found = got(camps, "/system.json", centre="RUS", view="matrix")
    row = next(each for each in found["matrix"] if each["side"] == "RUS")
    cells = {each["other"]: each["distance"] for each in row["cells"] if each}
    assert cells == pytest.approx({each["side"]: each["distance"] for each in found["sides"]}, abs=1e-4)
    html = camps.get("/system?centre=RUS&view=matrix").text
    rows = table(camps, "/system.csv", centre="RUS", view="matrix")
    assert len(rows) == 8 * 7 == html.count('<td class="d')
    assert all(row["link"] in html for row in rows)


def test_colours_part_alike_from_opposed() -> None:
    """The middle is for nothing in common; few data have a frame and no ground."""
    assert [step_of(distance) for distance in (0, 0.5, 1, 1.5, 2)] == [0, 2, 4, 6, STEPS - 1]


def test_few_data_are_hollow_in_every_view(client: TestClient) -> None:
    """The small record places nobody for sure."""
    html = client.get("/system?view=matrix&enough=1").text
    assert html.count('<td class="d') == html.count(" thin") - html.count('class="d1 thin"')


def test_the_map_has_regions_and_tails(camps: TestClient) -> None:
    """Everybody once; where the map is refused, words stand in its place."""
    html, found = camps.get("/system?view=map").text, got(camps, "/system.json")
    drawn = [each for each in found["orbits"]["positions"] if each["x"] is not None]
    assert html.count('class="region"') == len(drawn)
    assert html.count('<a class="body"') == len(drawn)
    few = camps.get("/system?view=map&at=2021-02-14")
    assert few.status_code == 200
    assert "No map:" in few.text
    assert "No map:" not in camps.get("/system?at=2021-02-14").text


def test_states_and_blocs_are_offered_apart(client: TestClient) -> None:
    """Each under its heading; a bloc that does nothing itself says so and leads on."""
    groups = {each["heading"]: each["options"] for each in got(client, "/system.json")["centres"]}
    assert "RUS" in {each["value"] for each in groups["States"]}
    assert '<optgroup label="States">' in client.get("/system").text
    page = client.get("/system?centre=CSTO").text
    assert '<optgroup label="Blocs, without their members"><option value="CSTO" selected>' in page
    assert "CSTO stands for itself" in page
    assert client.get("/events?about=CSTO&members=1").status_code == 200
    assert "CSTO takes part in nothing" in page
    assert 'Busier: <a href="/system?centre=' in page


def test_a_side_that_is_chosen_is_marked_and_its_events_listed(camps: TestClient) -> None:
    """In the table and in the drawing; what moved it is one click off."""
    html = camps.get("/system?centre=RUS&side=KAZ").text
    assert '<tr data-side="KAZ" class="chosen">' in html
    assert 'class="body chosen" data-side="KAZ"' in html
    row = next(each for each in got(camps, "/system.json", centre="RUS")["sides"] if each["side"] == "KAZ")
    assert got(camps, twin(row["moved_by"]))["behind"]["lines"]


def test_a_movement_has_sentences_that_lead_to_their_events(camps: TestClient) -> None:
    """Up to three, each on a page of its own; alarms have one."""
    for each in got(camps, "/system.json")["moved"]:
        assert 1 <= len(each["sentences"]) <= 3
        assert all(camps.get(one["link"]).status_code == 200 for one in each["sentences"])
        assert len({one["id"] for one in each["sentences"]}) == len(each["sentences"])
    first = got(camps, "/system.json")["moved"][0]["sentences"][0]
    assert first["is_read"]
    assert first["words"] in camps.get("/system").text.replace("&#39;", "'")


def test_relations_are_counted_where_they_have_no_tone(camps: TestClient) -> None:
    """Cooperation and conflict, each leading to as many events."""
    found = got(camps, "/system.json")["relations"]
    assert found[0]["tone"] is None
    for each in found[:3]:
        for count in (each["cooperation"], each["conflict"]):
            assert got(camps, twin(count["link"]))["events"]["portion"]["total"] == count["events"]


def test_an_empty_record_leads_to_where_it_is_filled(empty: Path) -> None:
    """By a link and by a command."""
    with serving(empty) as client:
        html = client.get("/system").text
        assert '<a href="/add">' in html
        assert "dragoman import" in html
