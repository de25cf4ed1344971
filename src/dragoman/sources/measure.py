"""How much there is to read, for progress bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.sources.folder import at_home, expand, files_in, is_folder, is_pattern


def measure(places: Iterable[str | Path]) -> int | None:
    """Bytes of all files at the given places; ``None`` when standard input or the web is among them.

    A compressed archive counts as it lies on the disk, so more may come out of it than is announced.
    """
    total = 0
    for place in map(str, places):
        if place == "-" or "://" in place:
            return None
        total += sum(_size(path) for path in _files(at_home(place), place))
    return total


def _files(path: Path, written: str) -> Iterator[Path]:
    if is_folder(path):
        yield from (found for found in files_in(path) if isinstance(found, Path))
    elif is_pattern(written) and not _exists(path):
        for match in expand(str(path)):
            yield from _files(match, str(match))
    else:
        yield path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _size(path: Path) -> int:
    """Bytes of a file; one that cannot be looked at will be reported when it is read."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
