"""Loading at run time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dragoman.terms import WorldError
from dragoman.world import load
from dragoman.world.loader import decode

OFFLINE = """
import sys
reads = []
sys.addaudithook(lambda event, args: reads.append(str(args[0])) if event == "open" else None)
import dragoman.world
dragoman.world.load()
dragoman.world.load()
for module in ("yaml", "rapidfuzz", "urllib3"):
    assert module not in sys.modules, module
opened = [path for path in reads if path.endswith((".yml", ".msgpack"))]
assert len(opened) == 1, opened
"""


def test_one_file_is_read_once_without_yaml() -> None:
    """Loading reads one compiled file once, and imports neither PyYAML nor rapidfuzz."""
    subprocess.run([sys.executable, "-c", OFFLINE], check=True)


def test_the_world_is_loaded_once() -> None:
    """All callers of a process share one world."""
    assert load() is load()


def test_the_version_is_a_digest() -> None:
    """Sixteen hexadecimal digits that change with the tables."""
    assert len(load().version) == 16
    assert int(load().version, 16) >= 0


def test_damaged_tables_are_refused() -> None:
    """A file that is not ours is an error with advice, not a traceback."""
    with pytest.raises(WorldError, match="Reinstall"):
        decode(b"\x93not ours")


def test_the_world_cannot_be_changed() -> None:
    """Tables are read-only; nobody changes the world for somebody else."""
    with pytest.raises(TypeError):
        load().sector_nouns["soldier"] = "CVL"  # type: ignore[index]  # that it cannot is the point
