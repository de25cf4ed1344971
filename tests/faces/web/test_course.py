"""Two sides from period to period: the tone, single events, a period that is chosen, forecasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient

from dragoman import modelling
from dragoman.faces.web.charts.timeline import timeline
from dragoman.faces.web.telling.standing import PeriodRow, Single
from dragoman.store import open_store
from dragoman.system.ledger import packed
from dragoman.terms import CodedEvent, EventType
from tests.faces import systems
from tests.faces.web.conftest import serving
from tests.faces.web.test_pages import Page, check, table
from tests.faces.web.test_system import got

PAIR = "/dyad/KAZ/RUS"


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Two sides that meet twice a week and fall out, others that meet, served."""
    path: Path = tmp_path_factory.mktemp("course") / "busy.dragoman"
    rows: list[CodedEvent] = []
    for week in range(80):
        kind = EventType.CONSULT if week < 50 else EventType.ACCUSE
        for one, other, what in (
            ("KAZ", "RUS", kind),
            ("RUS", "KAZ", kind),
            ("DEU", "FRA", EventType.CONSULT),
        ):
            row = systems.row(len(rows), week, one, other, what)
            rows.append(msgspec.structs.replace(row, outlets=1 + week % 5))
    with open_store(path) as store, store.transaction():
        number = store.put_import("icews", "busy.tab", "digest", world="", code="")
        store.put_ledger_part(number, packed(modelling.part(number, store.put_coded(number, rows))))
    with serving(path) as client:
        yield client


def period(place: int, tone: float | None) -> PeriodRow:
    """A month with an event and perhaps a tone."""
    start = date(2022, 1 + place, 1)
    low, high = (None, None) if tone is None else (tone - 1, tone + 1)
    return PeriodRow(
        start, start + timedelta(days=27), 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 5.0, "/", tone, low, high
    )


def test_the_band_of_the_tone_is_drawn_and_is_in_the_table(busy: TestClient) -> None:
    """With its interval; it falls when the two fall out."""
    html, found = busy.get(PAIR).text, got(busy, f"{PAIR}.json")
    tones = [each["tone"] for each in found["periods"] if each["tone"] is not None]
    assert 'class="tone-band"' in html
    assert tones[-1] < 0 < tones[0]
    assert all(
        each["tone_low"] <= each["tone"] <= each["tone_high"] for each in found["periods"] if each["tone"]
    )
    assert table(busy, f"{PAIR}.csv")[-1]["tone"] == str(tones[-1])
    check(Page(html), PAIR)


def test_a_gap_parts_the_band() -> None:
    """Where the tone is not known nothing is drawn; a period alone is as wide as can be seen."""
    rows = [period(place, tone) for place, tone in enumerate((0.5, 0.2, None, -1.0, None))]
    plot = timeline(rows, ("A", "B"), (), (), ())
    assert plot is not None
    assert plot.tone is not None
    assert [len(line.split()) for line in plot.tone.lines] == [2, 2]
    assert timeline([period(0, None)], ("A", "B"), (), (), ()).tone is None  # type: ignore[union-attr]


def test_events_are_as_large_as_newspapers_have_them(busy: TestClient) -> None:
    """By area, with a legend; imported ones lead to their rows."""
    singles = [Single(str(n), date(2022, 1, 1 + n), "", False, n, "/") for n in (1, 4, 16)]
    plot = timeline([period(0, None)], ("A", "B"), (), (), singles)
    assert plot is not None
    assert [each.radius for each in plot.ticks] == [2.5, 4.0, 8.0]
    assert [each.outlets for each in plot.sizes] == [1, 8, 16]
    assert 'class="sizes"' in busy.get(PAIR).text
    assert all(each["link"].startswith("/imported/") for each in got(busy, f"{PAIR}.json")["singles"])


def test_a_period_is_chosen_by_its_bar(busy: TestClient) -> None:
    """Its events are listed with their shares, and the bar is marked."""
    chosen = got(busy, f"{PAIR}.json")["periods"][-3]
    html = busy.get(chosen["link"]).text
    assert html.count('class="chosen"') == 2  # the bar and the row of the table
    shown = got(busy, chosen["link"].replace("?", ".json?").partition("#")[0])
    shares = [each["share"] for each in shown["events"]["lines"]]
    assert sum(shares) == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)


def test_a_forecast_stands_beside_its_base_rate(busy: TestClient, client: TestClient) -> None:
    """Where nothing goes beyond it, that is said once; what hardly happens has no row."""
    html = busy.get(PAIR).text
    assert html.count('<span class="notes">base rate') > 3
    assert "Track record" in html
    thin, found = client.get("/dyad/RUS/UKR").text, got(client, "/dyad/RUS/UKR.json")
    assert thin.count("every figure is how often") == 1
    assert '<span class="notes">base rate' not in thin
    assert all(each["happened"] >= 0 for each in found["prospects"])
    assert "under 0.05" in thin
