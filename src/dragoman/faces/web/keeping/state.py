"""Whether a record is still what it was."""

from __future__ import annotations

from pathlib import Path

State = tuple[tuple[int, int], ...]


def state_of(path: Path) -> State:
    """Changes whenever the record does: it is written to the file itself or to the log beside it."""
    found = []
    for file in (path, Path(f"{path}-wal")):
        try:
            status = file.stat()
        except OSError:
            continue
        if status.st_size:  # an empty log comes with whoever opens the record, and goes with him
            found.append((status.st_mtime_ns, status.st_size))
    return tuple(found)
