"""The tables by which event data of others are read: codes have answers, actors have ids that exist."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dragoman.terms import CodedSide, EventType
from dragoman.world import load as load_world
from dragoman.world import plover
from dragoman.world.coded import CodeRow, Parties, cameo, load
from dragoman.world.coded.sides import Sides

TABLES = load()
WORLD = load_world()
SIDES = Sides(WORLD)
# How many codes the code book 1.1b3 has under each of its twenty roots, the roots themselves not counted
CODE_BOOK = [10, 27, 28, 7, 8, 5, 6, 25, 5, 27, 12, 26, 22, 26, 6, 13, 13, 14, 9, 7]
ROWS = [
    *TABLES.cameo.codes.items(),
    *((f"{kind}/{sort}", row) for kind, sorts in TABLES.acled.items() for sort, row in sorts.items()),
]
TODAY = date(2024, 5, 1)


def test_every_code_of_the_code_book_has_an_answer() -> None:
    """As many under each root as the code book lists, and those that are used besides."""
    codes = set(TABLES.cameo.codes) - set(TABLES.cameo.also)
    assert set(TABLES.cameo.also) <= set(TABLES.cameo.codes)
    assert Counter(code[:2] for code in codes) == {f"{n:02}": many for n, many in enumerate(CODE_BOOK, 1)}


def test_a_type_lies_in_the_quad_of_its_code_but_for_the_listed_exceptions() -> None:
    """Each exception is one, and has its reason."""
    differing = {
        code
        for code, row in TABLES.cameo.codes.items()
        if row.type is not None and plover.quad(row.type) is not TABLES.cameo.quads[code[:2]]
    }
    listed = {code for code in TABLES.cameo.codes if code.startswith(tuple(TABLES.cameo.exceptions))}
    assert differing == {code for code in listed if TABLES.cameo.codes[code].type is not None}
    assert all(any(code.startswith(start) for code in differing) for start in TABLES.cameo.exceptions)


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[code for code, _ in ROWS])
def test_a_row_names_a_mode_of_its_type_or_says_why_there_is_no_type(code: str, row: CodeRow) -> None:
    """A mode that the type does not have could be neither scored nor exported."""
    if row.type is None:
        assert row.why
        assert (row.mode, row.parties) == (None, Parties.DIRECTED)
    else:
        assert row.mode is None or row.mode in plover.load().modes(row.type)


@pytest.mark.parametrize(
    ("code", "event_type", "mode"),
    [
        ("0231", EventType.REQUEST, "assist"),
        ("036", EventType.AGREE, None),
        ("057", EventType.SUPPORT, "sign"),
        ("0814", EventType.CONCEDE, "ease"),
        ("0841", EventType.RETREAT, "release"),
        ("085", EventType.CONCEDE, "ease"),
        ("163", EventType.SANCTION, "discontinue"),
        ("1712", EventType.ASSAULT, "destroy"),
        ("191", EventType.COERCE, "restrict"),
        ("841", EventType.RETREAT, "release"),
    ],
)
def test_what_was_decided(code: str, event_type: EventType, mode: str | None) -> None:
    """The same lines as in PLOVER's own table of decisions; a lost zero is put back."""
    row = cameo(code)
    assert row is not None
    assert (row.type, row.mode) == (event_type, mode)


def test_every_decision_is_in_the_manual() -> None:
    """docs/why/crosswalk.md gives question, decision and reason of each, and every exception of the quads."""
    page = (Path(__file__).parents[2] / "docs" / "why" / "crosswalk.md").read_text(encoding="utf-8")
    for one in TABLES.cameo.decisions:
        assert f"**{one.question}** {one.decision} {one.reason}" in page
    for code, why in TABLES.cameo.exceptions.items():
        assert f"| `{code}` | {why} |" in page


def test_unknown_codes_are_none() -> None:
    """A root alone is no code, and nothing is rounded to the next one."""
    assert [cameo(code) for code in ("04", "14", "20", "0999", "", "XX")] == [None] * 6


def test_every_id_exists() -> None:
    """Countries, regions and groups that the table of actors names are in the world."""
    sides = TABLES.sides
    ids = {*sides.countries.values(), *sides.cameo_regions.values()}
    ids |= {one for several in sides.cameo_groups.values() for one in several.split("|")}
    ids |= {one for state, before in sides.predecessors.items() for one in (state, *before)}
    assert ids <= set(WORLD.entities)


@pytest.mark.parametrize(
    ("code", "on", "side", "country", "sector"),
    [
        ("RUSGOV", TODAY, "RUS", "RUS", "GOV"),
        ("RUS", date(1985, 3, 12), "SUN", "SUN", "GOV"),
        ("UKR", date(1985, 3, 12), None, None, None),
        ("SRBMIL", date(1995, 3, 12), "YUG", "YUG", "MIL"),
        ("ROM", TODAY, "ROU", "ROU", "GOV"),
        ("IGOMOSNAT", TODAY, "NATO", None, "IGO"),
        ("IGOUNO", TODAY, "UN", None, "IGO"),
        ("USAOPP", TODAY, None, "USA", "OPP"),
        ("IRQKUR", TODAY, None, "IRQ", None),
        ("EUR", TODAY, "EUROPE", None, None),
        ("AFGTAL", date(2015, 1, 1), "Taliban", "AFG", "REB"),
        ("AFGTAL", TODAY, "Taliban", "AFG", "GOV"),
        ("REB", TODAY, None, None, "REB"),
    ],
)
def test_codes_of_cameo(
    code: str, on: date, side: str | None, country: str | None, sector: str | None
) -> None:
    """States as of the day; who does not act for the state is of its country only."""
    assert SIDES.gdelt_code(code, on) == CodedSide("", code, side, country, sector)


@pytest.mark.parametrize(
    ("name", "sectors", "country", "side", "sector"),
    [
        ("Ministry (Japan)", "Government", "Japan", "JPN", "GOV"),
        ("Citizen (India)", "General Population / Civilian / Social,Social", "India", None, "CVL"),
        ("Military (Syria)", "Government,Military", "Syria", "SYR", "MIL"),
        ("Police (Palestinian Territory, Occupied)", "Government,Police", "", "PSE", "COP"),
        ("Russian Federation", "", "Russian Federation", "RUS", "GOV"),
        ("Vladimir Putin", "Elite,Executive,Government", "Russian Federation", "RUS", "GOV"),
        ("European Union", "International Government Organization,Regional", "", "EU", "IGO"),
        ("Secretariat (Organization of American States)", "", "", "OAS", "IGO"),
        ("Unspecified Actor", "Unspecified", "", None, None),
    ],
)
def test_names_of_icews(name: str, sectors: str, country: str, side: str | None, sector: str | None) -> None:
    """Ministries and presidents act for their state, crowds do not, and nobody is guessed."""
    found = SIDES.icews(name, sectors, country, date(2018, 6, 1))
    assert found is not None
    assert (found.name, found.side, found.sector) == (name, side, sector)


@pytest.mark.parametrize(
    ("name", "sector", "country", "side", "ours"),
    [
        ("Poland", "GOV", "POL", "POL", "GOV"),
        ("Poland", "", "Poland", "POL", "GOV"),
        ("", "MIL", "UKR", "UKR", "MIL"),
        ("the rebels", "INS", "COD", None, "REB"),
        ("the police", "Police", "FRA", "FRA", "COP"),
        ("somebody", "XYZ", "", None, None),
        ("NATO", "IGO", "", "NATO", "IGO"),
    ],
)
def test_names_of_polecat(name: str, sector: str, country: str, side: str | None, ours: str | None) -> None:
    """Countries by code or name, sectors by PLOVER's codes; a sector nobody knows is none."""
    found = SIDES.polecat(name, sector, country, date(2022, 10, 14))
    assert found is not None
    assert (found.side, found.sector) == (side, ours)


@pytest.mark.parametrize(
    ("name", "kind", "side", "country", "sector"),
    [
        ("Military Forces of Russia (2000-) Air Force", "1", "RUS", "RUS", "MIL"),
        ("Military Forces of the United States (2021-2025)", "8", "USA", "USA", "MIL"),
        ("Police Forces of Kazakhstan (2019-)", "State forces", "KAZ", "KAZ", "COP"),
        ("Government of Georgia (2012-)", "1", "GEO", "GEO", "GOV"),
        ("Protesters (Kazakhstan)", "Protesters", None, "KAZ", "OPP"),
        ("Civilians (Democratic Republic of Congo)", "7", None, "COD", "CVL"),
        ("Islamic State (Afghanistan)", "2", "Islamic State", None, "UAF"),
        ("TTP: Tehrik-i-Taliban Pakistan", "Rebel group", "Tehrik-i-Taliban Pakistan", "PAK", "UAF"),
        ("Unidentified Armed Group (Mexico)", "3", None, "MEX", "UAF"),
        ("Civilians (International)", "7", None, None, "CVL"),
    ],
)
def test_names_of_acled(
    name: str, kind: str, side: str | None, country: str | None, sector: str | None
) -> None:
    """State forces act for their state whatever stands behind its name; groups keep their own id."""
    assert SIDES.acled(name, kind, date(2023, 6, 1)) == CodedSide(name, kind, side, country, sector)
