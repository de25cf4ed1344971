"""Where a user's own actors stand."""

from __future__ import annotations

import os
from pathlib import Path

ENVIRONMENT = "DRAGOMAN_WORLD"
FILE = "dragoman.toml"


def own_paths() -> tuple[Path, ...]:
    """What ``DRAGOMAN_WORLD`` names, several parted as in ``PATH``; else a ``dragoman.toml`` of the
    working folder.

    Empty when there is neither.
    """
    named = os.environ.get(ENVIRONMENT, "")
    if named:
        return tuple(Path(part) for part in named.split(os.pathsep) if part)
    return (Path(FILE),) if Path(FILE).is_file() else ()
