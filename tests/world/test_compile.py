"""The YAML files, what is refused in them, and the file they are compiled into."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.terms import UnknownName, WorldError
from dragoman.world.compile import TARGETS, Target, build_bytes, main
from dragoman.world.loader import decode

RUSSIA = "id: RUS\nname: Russia\niso2: RU\nnumeric: 643\nadjectives: [Russian]\nexists: {from: 1991-12-26}\n"
PUTIN = (
    "  - id: Vladimir Putin\n    surnames: [Putin]\n"
    "    offices:\n      - {office: president, from: 2012-05-07}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small world: one state, one bloc, one person."""
    files = {
        "states/rus.yml": RUSSIA,
        "blocs/cis.yml": "id: CIS\nname: Commonwealth of Independent States\n"
        "exists: {from: 1991-12-08}\nmembers:\n  - {state: RUS, from: 1991-12-26}\n",
        "people/rus.yml": f"state: RUS\npeople:\n{PUTIN}",
        "sectors.yml": "MIL: [soldier, soldiers]\n",
        "offices.yml": "president: {words: [president], single: true}\n",
        "ambiguous.yml": "Russian: of Russia; also the language\n",
    }
    for name in ("regions", "groups"):
        (tmp_path / name).mkdir()
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def add(folder: Path, name: str, text: str) -> None:
    """Append to a file of the small world."""
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_the_compiled_file_is_not_stale(target: Target) -> None:
    """Whoever edits a YAML file compiles it: ``python -m dragoman.world.compile``."""
    assert main(["--check", target.name]) == 0


def test_a_stale_file_is_told_and_then_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``--check`` gives exit status 1 for a stale file; without it the file is written."""
    stale = Target("world", tmp_path / "compiled.msgpack", lambda: b"fresh")
    monkeypatch.setattr("dragoman.world.compile.TARGETS", [stale])
    assert main(["--check"]) == 1
    assert main([]) == 0
    assert stale.path.read_bytes() == b"fresh"
    assert main(["--check"]) == 0


def test_an_unknown_target_is_refused() -> None:
    """The command knows its targets."""
    with pytest.raises(UnknownName, match="plovr"):
        main(["plovr"])


def test_equal_files_give_equal_bytes(folder: Path) -> None:
    """Compiling twice gives the same bytes, and they load."""
    assert build_bytes(folder) == build_bytes(folder)
    assert decode(build_bytes(folder)).resolve("putin").id == "Vladimir Putin"


REFUSED = [
    ("states/rus.yml", "colour: red\n", "unknown field `colour`"),
    ("states/rus.yml", "leader: [tsar]\n", "tsar is no office"),
    ("states/rus.yml", "claimed_by: [ATL]\n", "ATL is no state"),
    ("states/rus.yml", "aliases: [russia]\n", "has no capital letter"),
    ("states/rus.yml", "seats: [{text: Kremlin, from: 2020-13-01}]\n", "2020-13-01"),
    ("states/rus.yml", "seats: [{text: Kremlin, from: 2021, until: 2020}]\n", "is after until"),
    ("blocs/cis.yml", "  - {state: ATL}\n", "ATL: is no state"),
    ("blocs/cis.yml", "  - {state: RUS, from: 2001}\n", "belongs twice"),
    ("blocs/cis.yml", "  - {state: RUS, status: friend}\n", "Invalid enum value 'friend'"),
    ("people/rus.yml", PUTIN, "is given to two entities"),
    ("people/rus.yml", "  - {id: Ivan Petrov, aliases: [Vladimir Putin]}\n", "'Vladimir Putin' names both"),
    ("people/rus.yml", "  - {id: Ivan Petrov, surnames: [Russia]}\n", "'Russia' names both"),
    ("people/rus.yml", "  - {id: A B, offices: [{office: tsar}]}\n", "tsar is no office"),
    ("people/rus.yml", "  - {id: A B, offices: [{office: president, of: ATL}]}\n", "ATL is not known"),
    ("people/rus.yml", "  - {id: A B, offices: [{office: president, from: 2013}]}\n", "at the same time"),
    ("sectors.yml", "REB: [soldier]\n", "already stands under MIL"),
    ("offices.yml", "tsar: {words: [President]}\n", "not in lower case"),
    ("offices.yml", "tsar: [\n", "is not YAML"),
]


@pytest.mark.parametrize(("name", "text", "complaint"), REFUSED)
def test_a_contradiction_is_refused(folder: Path, name: str, text: str, complaint: str) -> None:
    """A wrong row is refused with the file or the entity, and what is wrong with it."""
    add(folder, name, text)
    with pytest.raises(WorldError) as refused:
        build_bytes(folder)
    assert complaint in str(refused.value)


def test_a_member_cannot_join_before_the_bloc_began(folder: Path) -> None:
    """Nobody belongs to what does not exist."""
    (folder / "blocs/cis.yml").write_text(
        "id: CIS\nname: Commonwealth\nexists: {from: 2000}\nmembers:\n  - {state: RUS, from: 1999}\n",
        encoding="utf-8",
    )
    with pytest.raises(WorldError, match="before the bloc began on 2000-01-01"):
        build_bytes(folder)


def test_a_code_belongs_to_one_state(folder: Path) -> None:
    """Two states of today cannot share a code."""
    add(folder, "states/kaz.yml", RUSSIA.replace("RUS", "KAZ").replace("Russia", "Kazakh"))
    with pytest.raises(WorldError, match="numeric: 643 is also the code of"):
        build_bytes(folder)


def test_a_file_is_named_after_its_id(folder: Path) -> None:
    """A state is found by its file name."""
    (folder / "states/rus.yml").rename(folder / "states/ru.yml")
    with pytest.raises(WorldError, match="RUS does not match the name of the file"):
        build_bytes(folder)


def test_a_handover_shares_its_day(folder: Path) -> None:
    """Predecessor and successor may both claim the day of the handover."""
    add(folder, "people/rus.yml", "  - {id: A B, offices: [{office: president, until: 2012-05-07}]}\n")
    assert decode(build_bytes(folder)).entities["A B"]


def test_the_norway_problem_does_not_arise(folder: Path) -> None:
    """``NO`` is a code, never the word false."""
    add(folder, "states/nor.yml", "id: NOR\nname: Norway\niso2: NO\nfips: NO\n")
    assert decode(build_bytes(folder)).state("NOR").iso2 == "NO"
