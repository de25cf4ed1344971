"""Where the bundled reports and their answers lie."""

from __future__ import annotations

from pathlib import Path

import msgspec

from dragoman.corpus.answer import Answer
from dragoman.corpus.stories import Stories
from dragoman.corpus.translations import TranslatedReport

FOLDER = Path(__file__).parent


def reports() -> tuple[Path, ...]:
    """The report files, in the order of their numbers."""
    return tuple(sorted((FOLDER / "reports").iterdir()))


def answers() -> dict[str, Answer]:
    """The answers by slug (``005-csto-deploys``), in the order of their numbers.

    Raises:
        msgspec.ValidationError: an answer file does not have the form of `Answer`.
    """
    return {path.stem: _answer(path) for path in sorted((FOLDER / "answers").glob("*.json"))}


def stories() -> Stories:
    """What only several reports together show.

    Raises:
        msgspec.ValidationError: the file does not have the form of `Stories`.
    """
    return msgspec.json.decode((FOLDER / "stories.json").read_bytes(), type=Stories)


def translations() -> tuple[TranslatedReport, ...]:
    """What is doubtful in the English of the translated reports.

    Raises:
        msgspec.ValidationError: the file does not have the form of `TranslatedReport`.
    """
    return msgspec.json.decode((FOLDER / "translations.json").read_bytes(), type=tuple[TranslatedReport, ...])


def _answer(path: Path) -> Answer:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Answer)
    except msgspec.DecodeError as problem:
        raise msgspec.ValidationError(f"{path.name}: {problem}") from problem
