"""Compiles the YAML files of the world into the files that are read at run time.

python -m dragoman.world.compile            check everything, then write what has changed
python -m dragoman.world.compile plover     only that one of the targets
python -m dragoman.world.compile --check    only say whether the compiled files are up to date
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from dragoman.terms import DragomanError, UnknownName
from dragoman.world.build import FOLDER, build, read_sources
from dragoman.world.chronicle import tables as chronicle
from dragoman.world.coded.tables import CodedTables
from dragoman.world.compiled import packed
from dragoman.world.language import LanguageTables
from dragoman.world.packing import pack, read_table_tree
from dragoman.world.plover.tables import PloverTables


class Target(msgspec.Struct, frozen=True):
    """A compiled file and what makes its bytes."""

    name: str
    path: Path
    build: Callable[[], bytes]


def build_bytes(folder: Path = FOLDER) -> bytes:
    """What ``compiled.msgpack`` must hold for these files; equal files give equal bytes."""
    return packed(build(read_sources(folder)))


def build_plover(folder: Path = FOLDER / "plover") -> bytes:
    """What ``plover/compiled.msgpack`` must hold: the folder as one `PloverTables`."""
    return pack(read_table_tree(folder, PloverTables))


def build_language(folder: Path = FOLDER / "language") -> bytes:
    """What ``language/compiled.msgpack`` must hold: the folder as one `LanguageTables`."""
    return pack(read_table_tree(folder, LanguageTables))


def build_chronicle(folder: Path = FOLDER / "chronicle") -> bytes:
    """What ``chronicle/compiled.msgpack`` must hold: happenings, births, meetings and roles."""
    return pack(chronicle.build(read_table_tree(folder, chronicle.Sources)))


def build_coded(folder: Path = FOLDER / "coded") -> bytes:
    """What ``coded/compiled.msgpack`` must hold: the folder as one `CodedTables`."""
    return pack(read_table_tree(folder, CodedTables))


TARGETS = [
    Target("world", FOLDER / "compiled.msgpack", build_bytes),
    Target("plover", FOLDER / "plover" / "compiled.msgpack", build_plover),
    Target("chronicle", FOLDER / "chronicle" / "compiled.msgpack", build_chronicle),
    Target("language", FOLDER / "language" / "compiled.msgpack", build_language),
    Target("coded", FOLDER / "coded" / "compiled.msgpack", build_coded),
]


def main(arguments: list[str]) -> int:
    """Write the targets named, or all of them; with ``--check`` tell which are stale; gives the exit status.

    Raises:
        UnknownName: a target is not known.
    """
    only_check = "--check" in arguments
    named = [argument for argument in arguments if argument != "--check"]
    known = tuple(target.name for target in TARGETS)
    for name in named:
        if name not in known:
            raise UnknownName("target", name, known)
    stale = [target for target in TARGETS if target.name in (named or known) and _renew(target, only_check)]
    return int(bool(stale) and only_check)


def _renew(target: Target, only_check: bool) -> bool:
    """Whether the file was stale; it is written unless it shall only be checked."""
    fresh = target.build()
    if target.path.exists() and target.path.read_bytes() == fresh:
        return False
    if not only_check:
        target.path.write_bytes(fresh)
    sys.stderr.write(f"{target.name}: {'stale' if only_check else 'written'}\n")
    return True


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DragomanError as error:
        sys.exit(f"error: {error}")
