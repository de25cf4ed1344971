"""Folders, patterns and misspelt paths."""

from __future__ import annotations

import difflib
import glob
from collections.abc import Iterator
from pathlib import Path

from dragoman.sources.base import failed
from dragoman.terms import Skip


def files_in(folder: Path) -> Iterator[Path | Skip]:
    """Every file below ``folder``, by name, folder by folder; hidden ones and linked folders are left out."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield failed(str(folder), f"the folder cannot be opened: {error.strerror}")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            # A linked folder may lead back up; what it holds is found where it really stands.
            if not entry.is_symlink():
                yield from files_in(entry)
        elif entry.is_file() or entry.is_symlink():
            yield entry
        else:
            yield Skip(str(entry), "neither a file nor a folder")


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
        names = [entry.name for entry in missing.parent.iterdir()]
    except OSError:
        return None
    close = difflib.get_close_matches(missing.name, names, n=1)
    return str(missing.with_name(close[0])) if close else None
