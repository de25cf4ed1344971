"""What a user adds to the world."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.terms import WorldError
from dragoman.world import World, load
from dragoman.world.own_paths import ENVIRONMENT, FILE

BRIGADE = '[[world.groups]]\nid = "Steppe Falcons"\nsector = "REB"\ncountry = "KAZ"\n'
MAYOR = (
    '[[world.people]]\nstate = "KAZ"\nid = "Aizhan Example"\nsurnames = ["Example"]\n'
    'offices = [{office = "mayor", from = 2021-01-01}]\n'
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty working folder; the world is read anew in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    load.cache_clear()
    yield tmp_path
    load.cache_clear()


def world(folder: Path, toml: str) -> World:
    """The world with the tables of a ``dragoman.toml``."""
    (folder / FILE).write_text(toml, encoding="utf-8")
    return load()


def test_a_toml_file_in_the_working_folder_counts(folder: Path) -> None:
    """Groups, people and nouns are there beside what ships, and the version is another."""
    shipped = load().version
    load.cache_clear()
    own = world(folder, BRIGADE + MAYOR + '[world.sectors]\nREB = ["maquisard"]\n')
    assert own.resolve("Steppe Falcons").sector == "REB"
    assert [term.office for term in own.terms_of("Aizhan Example")] == ["mayor"]
    assert own.sector_nouns["maquisard"] == "REB"
    assert own.resolve("Kazakhstan").id == "KAZ"
    assert own.version != shipped


def test_a_folder_of_yaml_files_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files as those that ship, wherever the environment says."""
    (folder / "mine" / "groups").mkdir(parents=True)
    (folder / "mine/groups/falcons.yml").write_text("id: Steppe Falcons\nsector: REB\ncountry: KAZ\n")
    monkeypatch.setenv(ENVIRONMENT, str(folder / "mine"))
    assert load().resolve("steppe falcons").country == "KAZ"


def test_a_toml_file_names_folders(folder: Path) -> None:
    """Folders are looked for beside the file."""
    (folder / "mine" / "places").mkdir(parents=True)
    (folder / "mine/places/ken.yml").write_text("state: KEN\nplaces: [{name: Exampleville}]\n")
    assert world(folder, '[world]\nfolders = ["mine"]\n').resolve("Exampleville").country == "KEN"


def test_an_own_entity_replaces_the_shipped_one(folder: Path) -> None:
    """Who disagrees with a file of ours writes his own."""
    own = world(folder, '[[world.groups]]\nid = "Wagner Group"\nsector = "MIL"\ncountry = "RUS"\n')
    assert own.entities["Wagner Group"].sector == "MIL"


@pytest.mark.parametrize(
    ("toml", "complaint"),
    [
        ('[[world.groups]]\nid = "X Y"\nsector = "REB"\ncolour = "red"\n', "unknown field `colour`"),
        ('[[world.groups]]\nid = "X Y"\nsector = "REB"\ncountry = "ATL"\n', "ATL is no state"),
        ('[[world.groups]]\nid = "X Y"\nsector = "REB"\naliases = ["Kazakhstan"]\n', "names both"),
        ("[world\n", "is not TOML"),
        ('[world]\nfolders = ["nowhere"]\n', "is no folder"),
    ],
)
def test_a_wrong_addition_is_refused(folder: Path, toml: str, complaint: str) -> None:
    """The error names the file and what is wrong with it."""
    with pytest.raises(WorldError, match=complaint):
        world(folder, toml)


def test_a_toml_file_of_something_else_is_left_alone(folder: Path) -> None:
    """Without a table for the world nothing is added."""
    assert world(folder, "[other]\nkey = 1\n").resolve("KAZ").id == "KAZ"
