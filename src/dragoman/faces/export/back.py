"""Opening what was exported, to read it again."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from dragoman.terms import UnreadableInput


def opened(path: Path, name: str) -> BinaryIO:
    """The bytes of a file of that format.

    Raises:
        UnreadableInput: there is none.
    """
    try:
        return path.open("rb")
    except OSError as error:
        raise UnreadableInput(f"{path}: {error.strerror or error}. {expected(name)}") from error


def expected(name: str) -> str:
    """What makes such a file, as a sentence for the user."""
    return f"Expected a file of: dragoman export FOLDER --as {name}"
