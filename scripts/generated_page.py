"""What the scripts that write pages of the manual share."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def renew(path: Path, content: str, arguments: Sequence[str]) -> int:
    """Write a page that is not up to date; with ``--check`` only say so. Gives the exit status."""
    if path.exists() and path.read_text(encoding="utf-8") == content:
        return 0
    if "--check" in arguments:
        sys.stderr.write(f"{path} is stale. Run: just docs\n")
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    sys.stderr.write(f"{path}: written\n")
    return 0
