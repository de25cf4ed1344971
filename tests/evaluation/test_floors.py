"""Quality on the bundled corpus does not fall unseen."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "floors.py"


@cache
def _floors() -> ModuleType:
    spec = importlib.util.spec_from_file_location("floors", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # the records look their annotations up there
    spec.loader.exec_module(module)
    return module


def test_floors_belong_to_this_corpus() -> None:
    """Reports, answers and floors change together."""
    floors = _floors()
    assert floors.load().corpus_digest == floors.corpus_digest(), (
        f"The bundled corpus has changed since the floors were measured. Run: {floors.UPDATE}"
    )


def test_reading_reaches_its_floors() -> None:
    """Events are located, typed and given their actors at least as well as when the floors were set."""
    floors = _floors()
    low = floors.below(floors.measure(), floors.load())
    assert not low, f"{low}; when something better was bought with it, run: {floors.UPDATE} --lower"


def test_a_floor_is_lowered_only_on_demand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--update`` alone leaves a floor that lies above the figure, and says so."""
    floors = _floors()
    measured = floors.load()
    raised = msgspec.structs.replace(measured.events["trained"], type_f1=1.0)
    high = msgspec.structs.replace(measured, events={**measured.events, "trained": raised})
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    monkeypatch.setattr(floors, "measure", lambda: measured)
    floors.FILE.write_bytes(msgspec.json.encode(high))
    assert floors.main(["--update"]) == 1
    assert "type_f1" in capsys.readouterr().err
    assert floors.load().events["trained"].type_f1 == 1.0
    assert floors.beneath(measured, high).events["trained"].type_f1 == 1.0
    assert floors.main(["--update", "--lower"]) == 0
    assert floors.load() == floors.beneath(measured)
