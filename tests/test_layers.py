"""Imports only point down.

    faces > training > evaluation > reviewing
          > {deciding | rereading | disputing | importing} > modelling > pipeline > merging
          > {sources | text | reading | record | system} > {store | engines | intake} > world > terms

Rooms in braces do not know each other. The facade ``dragoman/__init__.py`` may import anything and
only the faces may import it; the bundled corpus holds data and may be read by all.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "dragoman"
ROOT = Path(__file__).parents[1] / "src" / PACKAGE

LAYERS = (
    {"faces"},
    {"training"},
    {"evaluation"},
    {"reviewing"},
    {"deciding", "rereading", "disputing", "importing"},
    {"modelling"},
    {"pipeline"},
    {"merging"},
    {"sources", "text", "reading", "record", "system"},
    {"store", "engines", "intake"},
    {"world"},
    {"terms"},
)
HEIGHT = {room: -depth for depth, layer in enumerate(LAYERS) for room in layer}
EXEMPT = {"", "corpus"}  # the facade, and the bundled data
FACADE = {PACKAGE, f"{PACKAGE}.__version__"}  # the faces print the version
TERMS_MAY_IMPORT = {PACKAGE, "msgspec", *sys.stdlib_module_names}
TRAINING_ONLY = {"torch"}


def room_of(module: str) -> str:
    """The room a module of the package belongs to; the facade is the room without a name."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def module_of(file: Path, root: Path) -> str:
    """The dotted name of a file of the package."""
    parts = [PACKAGE, *file.relative_to(root).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file: Path, root: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import, wherever in the file it stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, file, root)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def _base(node: ast.ImportFrom, file: Path, root: Path) -> str:
    """What an import is from, a relative one made absolute."""
    if not node.level:
        return node.module or ""
    package = [PACKAGE, *file.relative_to(root).parent.parts]
    above = package[: len(package) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def complaint(importer: str, imported: str) -> str | None:
    """Why this import may not be; ``None`` when it may."""
    room, top = room_of(importer), imported.split(".")[0]
    if room == "terms" and top not in TERMS_MAY_IMPORT:
        return f"terms imports {top}; it may use the standard library and msgspec only"
    if top in TRAINING_ONLY and room != "training":
        return f"{room or 'the facade'} imports {top}, which is for training only"
    if top != PACKAGE or room in EXEMPT:
        return None
    other = room_of(imported)
    if imported in FACADE and room == "faces":
        return None
    if other == room or other == "corpus" or HEIGHT.get(other, 1) < HEIGHT[room]:
        return None
    direction = "sideways" if HEIGHT.get(other, 1) == HEIGHT[room] else "up"
    return f"{room} imports {direction}: {imported}"


def complaints(root: Path) -> list[str]:
    """Every import of the package at ``root`` that may not be, with file and line."""
    return [
        f"{file.relative_to(root)}:{line}: {reason}"
        for file in sorted(root.rglob("*.py"))
        for line, imported in imports(file, root)
        if (reason := complaint(module_of(file, root), imported))
    ]


def test_imports_only_point_down() -> None:
    """No file of the package imports from above or beside it."""
    assert complaints(ROOT) == []


def test_every_room_has_a_height() -> None:
    """A new room has to say where it stands."""
    rooms = {room_of(module_of(file, ROOT)) for file in ROOT.rglob("*.py")}
    assert rooms - EXEMPT <= set(HEIGHT)


@pytest.mark.parametrize(
    ("file", "code", "line"),
    [
        ("text/sentences.py", "import os\nfrom dragoman.record import merge", 2),
        ("text/sentences.py", "import dragoman.pipeline", 1),
        ("text/sentences.py", "from ..reading import Reader", 1),
        ("text/sentences.py", "from .. import reading", 1),
        ("text/deep/er.py", "from ...faces.cli import main", 1),
        ("text/__init__.py", "from ..reading import Reader", 1),
        ("store/base.py", "def later():\n    from dragoman.engines import choose", 2),
        ("terms/span.py", "if TYPE_CHECKING:\n    from dragoman.world import load", 2),
        ("terms/span.py", "import numpy as np", 1),
        ("world/places.py", "from dragoman import read", 1),
        ("reading/model.py", "try:\n    import torch\nexcept ImportError:\n    torch = None", 2),
        ("pipeline.py", "from dragoman.evaluation import events", 1),
    ],
)
def test_a_planted_import_is_reported(tmp_path: Path, file: str, code: str, line: int) -> None:
    """Absolute, relative, lazy or for the type checker only: it is found, with file and line."""
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(code)
    (found,) = complaints(tmp_path)
    assert found.startswith(f"{file}:{line}: ")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("text/sentences.py", "from dragoman.world import load\nfrom dragoman.terms import Span"),
        ("text/sentences.py", "from .rules import RULES\nfrom ..terms import Span\nimport ftfy"),
        ("terms/span.py", "import msgspec, datetime\nfrom dragoman.terms.errors import DragomanError"),
        ("training/fit.py", "import torch\nfrom dragoman.evaluation import pairs"),
        ("faces/cli/demo.py", "from dragoman.corpus import clippings"),
        ("faces/cli/doctor.py", "import dragoman\nfrom dragoman import pipeline"),
        ("__init__.py", "from dragoman.faces.api import read"),
    ],
)
def test_what_points_down_is_allowed(tmp_path: Path, file: str, code: str) -> None:
    """Down, into the same room, and into the corpus is where imports may point."""
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(code)
    assert complaints(tmp_path) == []
