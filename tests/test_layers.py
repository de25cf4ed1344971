"""Imports only point down.

    faces > training > evaluation > reviewing
          > {deciding | rereading | disputing | importing} > modelling > pipeline > merging
          > {sources | text | reading | record | system} > {store | engines | intake} > world > terms

Within the web face they point down as well:

    app > {routes | site | openapi | rendering | guard} > {pages | actions} > {page | action}
        > charts > telling > keeping > {settings | taking | visitor}

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
WEB = "faces.web"
WEB_LAYERS = (
    {""},
    {"app"},
    {"routes", "site", "openapi", "rendering", "guard"},
    {"pages", "actions"},
    {"page", "action"},
    {"charts"},
    {"telling"},
    {"keeping"},
    {"settings", "taking", "visitor"},
)
WEB_HEIGHT = {room: -depth for depth, layer in enumerate(WEB_LAYERS) for room in layer}
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
    if other == room:
        return complaint_in_web(importer, imported)
    if other == "corpus" or HEIGHT.get(other, 1) < HEIGHT[room]:
        return None
    direction = "sideways" if HEIGHT.get(other, 1) == HEIGHT[room] else "up"
    return f"{room} imports {direction}: {imported}"


def web_room_of(module: str) -> str | None:
    """The room of the web face that a module or a name of it belongs to; ``None`` outside of it."""
    parts = module.split(".")
    if parts[1:3] != WEB.split("."):
        return None
    return parts[3] if len(parts) > 3 and parts[3] in WEB_HEIGHT else ""


def complaint_in_web(importer: str, imported: str) -> str | None:
    """Why an import of the faces may not be, where the web face takes part; ``None`` when it may."""
    room, other = web_room_of(importer), web_room_of(imported)
    if other is None or room == other or (room is None and not other):  # who starts it takes the whole
        return None
    if room is not None and WEB_HEIGHT[other] < WEB_HEIGHT[room]:
        return None
    return f"{room or 'another face'} of {WEB} imports {other or 'the whole'}: {imported}"


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


def test_every_room_of_the_web_face_has_a_height() -> None:
    """A new folder or file beside the rooms has to say where it stands."""
    there = ROOT.joinpath(*WEB.split(".")).iterdir()
    rooms = {each.stem for each in there if each.suffix == ".py" or (each / "__init__.py").is_file()}
    assert rooms - {"__init__"} == set(WEB_HEIGHT) - {""}


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
        ("faces/web/pages/add.py", "import os\nfrom dragoman.faces.web.actions.adding import watch_job", 2),
        ("faces/web/actions/judging.py", "from dragoman.faces.web.pages import review", 1),
        ("faces/web/telling/sides.py", "from ..charts.orbit_plot import SIZE", 1),
        ("faces/web/keeping/briefs.py", "from dragoman.faces.web.telling import links", 1),
        ("faces/web/keeping/systems.py", "if TYPE_CHECKING:\n    from ..page import Context", 2),
        ("faces/web/pages/add.py", "from dragoman.faces.web import create_app", 1),
        ("faces/cli/serve.py", "from dragoman.faces.web.telling import links", 1),
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
        ("faces/web/pages/add.py", "from dragoman.faces.web.telling import links\nfrom . import home"),
        ("faces/web/routes.py", "from dragoman.faces.web.pages.add import add"),
        ("faces/cli/serve.py", "from dragoman.faces.web import Settings, create_app"),
    ],
)
def test_what_points_down_is_allowed(tmp_path: Path, file: str, code: str) -> None:
    """Down, into the same room, and into the corpus is where imports may point."""
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(code)
    assert complaints(tmp_path) == []
