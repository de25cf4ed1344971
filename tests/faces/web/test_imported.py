"""A row that others coded: its page, and the links that lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.faces.web.telling import crosswalk
from dragoman.faces.web.telling.dates import timed
from tests.faces import systems
from tests.faces.web.conftest import serving
from tests.faces.web.test_pages import Page, check, table
from tests.faces.web.test_system import got

PAIR = "/dyad/KAZ/RUS"


@pytest.fixture(scope="module")
def camps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Two years of invented rows, served."""
    path: Path = tmp_path_factory.mktemp("imported") / "camps.dragoman"
    systems.fill(path)
    with serving(path) as client:
        yield client


def test_a_row_stands_in_full_with_where_it_is_from(camps: TestClient) -> None:
    """Its cells, the file, what its code means and was taken for; it says that it has no sentence."""
    html, found = camps.get("/imported/1").text, got(camps, "/imported/1.json")
    check(Page(html), "/imported/1")
    assert (found["table"], found["file"], found["key"]) == ("ICEWS", "events.tab", "0")
    assert found["means"]
    assert "There is no sentence to read" in html
    assert [row["field"] for row in table(camps, "/imported/1.csv")] == [
        each["field"] for each in found["given"]
    ]
    assert all(each["value"] in html for each in found["given"])


def test_its_sides_lead_to_how_they_stand(camps: TestClient) -> None:
    """To the events of each and to the two."""
    found = got(camps, "/imported/1.json")
    links = [found["dyad"], *(each["link"] for each in (*found["actors"], *found["recipients"]))]
    assert all(camps.get(link).status_code == 200 for link in links)


def test_a_row_that_is_not_there_is_a_404(camps: TestClient) -> None:
    """And a number that is none a 400."""
    assert camps.get("/imported/99999999").status_code == 404
    assert camps.get("/imported/many").status_code == 400


def test_lists_and_forecasts_lead_to_rows(camps: TestClient) -> None:
    """Every line of a list, and what a forecast rests on."""
    page = got(camps, f"{PAIR}.json")
    lines = [each["link"] for each in page["events"]["lines"] if not each["is_read"]]
    because = [
        last["link"] for each in page["prospects"] for why in each["reasons"] for last in why["latest"]
    ]
    rows = [link for link in (*lines, *because) if link.startswith("/imported/")]
    assert len(lines) > 10
    assert set(rows) - set(lines)
    assert all(camps.get(link).status_code == 200 for link in sorted(set(rows))[:20])


@pytest.mark.parametrize(
    ("kind", "code", "means"),
    [
        ("icews", "040", "consults"),
        ("gdelt", "231", "appeals for economic aid"),
        ("acled", "Battles/Armed clash", "two armed sides fight"),
        ("acled", "Explosions/Remote violence/Shelling/artillery/missile attack", "heavy weapons"),
        ("polecat", "ASSAULT/aerial", ""),
        ("icews", "999", ""),
    ],
)
def test_codes_are_put_into_words(kind: str, code: str, means: str) -> None:
    """By the tables that read them; a slash may part a type from its detail or stand in either."""
    row = crosswalk.meaning(kind, code)
    assert (row.means if row else "") == means


def test_days_are_marked_and_all_else_is_escaped() -> None:
    """Days and months; a number of another sort is none."""
    assert timed("reported 2022-10") == "reported <time>2022-10</time>"
    assert timed("2022-06-15/2022-07-02").count("<time") == 2
    assert timed("<b>2022-10-061</b> A-2022-10-06") == "&lt;b&gt;2022-10-061&lt;/b&gt; A-2022-10-06"
