"""The atlas: what it knows, how fast, and the file it is kept in."""

from __future__ import annotations

import time
from importlib import resources

import pytest

from dragoman.terms import PlaceKind, UnknownName, WorldError
from dragoman.world import load
from dragoman.world.atlas import Atlas, distance, fold, load_atlas
from dragoman.world.atlas.packed import opened, packed, people, scaled

LIMIT = 4_000_000  # bytes of the file, by the order of the package
CONTENT = resources.files("dragoman.world.atlas").joinpath("atlas.bin").read_bytes()


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The atlas that comes with the package."""
    return load_atlas()


def test_the_file_is_small_and_quick_to_open() -> None:
    """It fits, and opening it takes well below a second on a busy machine; a tenth on a free one."""
    began = time.perf_counter()
    Atlas(opened(CONTENT))
    assert time.perf_counter() - began < 1.0
    assert len(CONTENT) <= LIMIT


def test_what_is_opened_packs_to_the_same_bytes() -> None:
    """Equal columns give equal bytes, so that a changed atlas shows as a change."""
    assert packed(opened(CONTENT)) == CONTENT


def test_a_broken_file_is_told() -> None:
    """With what to do about it."""
    with pytest.raises(WorldError, match="Reinstall"):
        opened(b"no atlas")


@pytest.mark.parametrize(
    ("spelling", "other"),
    [("Saint-Étienne", "St. Etienne"), ("the United States", "United States"), ("Mount Vernon", "MT VERNON"),
     ("Łódź", "lodz"), ("Fort Wayne", "Ft. Wayne"), ("N’Djamena", "Ndjamena")],
)  # fmt: skip
def test_spellings_that_are_folded_alike(spelling: str, other: str) -> None:
    """Case, marks, stops and hyphens do not count."""
    assert fold(spelling) == fold(other)


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("France", "FRA"), ("Kiev", "UKR/Kyiv City:Kyiv"), ("Texas", "USA/Texas"),
        ("Donetsk region", "UKR/Donetsk"), ("Coles County", "USA/Illinois/Coles County"),
        ("Europe", "continent:Europe"), ("Strait of Hormuz", "strait:Strait of Hormuz"),
        ("Washington, D.C.", "USA/District of Columbia:Washington"),
        ("SAINT-ETIENNE", "FRA/Auvergne-Rhône-Alpes/Loire:Saint-Étienne"),
    ],
)  # fmt: skip
def test_a_name_finds_its_place(atlas: Atlas, name: str, identifier: str) -> None:
    """States, towns in other spellings, divisions with the word for them, waters."""
    assert identifier in [place.id for place in atlas.named(name)]


def test_namesakes_come_in_order(atlas: Atlas) -> None:
    """The state before the region, then the most populous."""
    kinds = [place.kind for place in atlas.named("Georgia")]
    assert kinds[0] is PlaceKind.STATE
    towns = [place.population for place in atlas.named("Springfield")]
    assert len(towns) > 9
    assert towns == sorted(towns, reverse=True)


def test_a_word_for_the_kind_leaves_only_that_kind(atlas: Atlas) -> None:
    """ "Lviv Oblast" is no town, "Coles" alone no county."""
    assert {place.kind for place in atlas.named("Lviv Oblast")} == {PlaceKind.REGION}
    assert PlaceKind.DISTRICT not in {place.kind for place in atlas.named("Coles")}


def test_a_place_says_where_it_lies(atlas: Atlas) -> None:
    """State, region and district by name; position to about a kilometre."""
    place = atlas.place("USA/Illinois/Coles County:Charleston")
    assert (place.country, place.region, place.district) == ("USA", "Illinois", "Coles County")
    assert distance(place.latitude, place.longitude, 39.496, -88.176) < 2
    assert place.population == pytest.approx(21_000, rel=0.1)


def test_an_unknown_id_is_an_error(atlas: Atlas) -> None:
    """Never a place of a similar name."""
    with pytest.raises(UnknownName, match="USA/Illinois:Nowhere"):
        atlas.place("USA/Illinois:Nowhere")


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [("USA/Illinois", "USA/Illinois/Coles County:Charleston", True), ("USA", "USA/Illinois", True),
     ("continent:Europe", "UKR/Kyiv City:Kyiv", True), ("UKR", "USA/Illinois", False),
     ("USA/Illinois", "USA", False), ("USA", "USA", False), ("IRN", "strait:Strait of Hormuz", True)],
)  # fmt: skip
def test_what_contains_what(atlas: Atlas, outer: str, inner: str, expected: bool) -> None:
    """Through all levels, one way only; a strait lies in each of its states."""
    assert atlas.contains(atlas.place(outer), atlas.place(inner)) is expected


def test_the_nearest_town(atlas: Atlas) -> None:
    """And those within some kilometres, the nearest first."""
    assert atlas.nearest(39.496, -88.176).name == "Charleston"
    near = atlas.near(39.496, -88.176, 20)
    assert near[0].name == "Charleston"
    assert "Mattoon" in {place.name for place in near}


def test_every_state_of_today_has_a_middle(atlas: Atlas) -> None:
    """The states of the world that have an ISO code are all in the atlas."""
    today = [state for state in load().states if state.iso2 and state.exists.latest is None]
    lacking = [state.id for state in today if atlas.state(state.id) is None]
    assert lacking == []
    assert all((place := atlas.state(state.id)) and (place.latitude or place.longitude) for state in today)


def test_ids_lead_back(atlas: Atlas) -> None:
    """Whatever a name finds has an id that finds it again."""
    for name in ("Paris", "Donetsk", "Vienna", "Donbas", "Dnipro", "Chernobyl", "Tripoli", "Africa"):
        for place in atlas.named(name):
            assert atlas.place(place.id).id == place.id


@pytest.mark.parametrize("population", [0, 1000, 51_700, 1_234_567, 60_000_000])
def test_populations_keep_their_size(population: int) -> None:
    """To about a twentieth."""
    assert people(scaled(population)) == pytest.approx(population, rel=0.06)
