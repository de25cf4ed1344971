"""Folders, patterns and misspelt paths."""

from __future__ import annotations

import difflib
import glob
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from dragoman.sources.base import failed
from dragoman.terms import Skip

_UNKNOWN = 0
# Comparing takes some ten microseconds a name; folders of news can hold a million.
_NAMES_COMPARED = 10_000


def files_in(folder: Path) -> Iterator[Path | Skip]:
    """Every file below ``folder``, by name, folder by folder; hidden ones and linked folders are left out."""
    waiting = [folder]
    while waiting:
        entry = waiting.pop()
        mode = _mode(entry)
        if stat.S_ISDIR(mode):
            # A linked folder may lead back up; what it holds is found where it really stands.
            if entry is folder or not entry.is_symlink():
                try:
                    waiting += _shown(entry)
                except OSError as error:
                    yield failed(str(entry), f"the folder cannot be opened: {error.strerror}")
        elif stat.S_ISREG(mode) or mode == _UNKNOWN:
            yield entry
        else:
            yield Skip(str(entry), "neither a file nor a folder")


def _shown(folder: Path) -> list[Path]:
    """What is in a folder and not hidden, the last name first."""
    return sorted((entry for entry in folder.iterdir() if not entry.name.startswith(".")), reverse=True)


def at_home(written: str) -> Path:
    """The path, with a ``~`` at its head resolved when there is such a home."""
    try:
        return Path(written).expanduser()
    except RuntimeError:
        return Path(written)


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder."""
    return stat.S_ISDIR(_mode(path))


def _mode(path: Path) -> int:
    """What kind of thing a path leads to; `_UNKNOWN` when that cannot be seen, which opening it explains."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return _UNKNOWN


def is_pattern(written: str) -> bool:
    """Whether a place is a glob pattern."""
    return glob.has_magic(written)


def expand(pattern: str) -> list[Path]:
    """What matches, by name; ``**`` reaches into folders, hidden files do not match."""
    return [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 - Path.glob takes no absolute pattern


def nearest_name(path: Path) -> str | None:
    """The existing path most like a missing one: its first part that is not there, corrected."""
    missing = path
    while missing.parent != missing and not missing.parent.is_dir():
        missing = missing.parent
    try:
        names = [entry.name for entry in islice(missing.parent.iterdir(), _NAMES_COMPARED)]
    except OSError:
        return None
    close = difflib.get_close_matches(missing.name, names, n=1)
    return str(missing.with_name(close[0])) if close else None
