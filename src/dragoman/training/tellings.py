"""Stories told several times, as the trainings that learn from them read them: see ``training/stories``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dragoman.terms import DragomanError, Span

FOLDER = Path("training/stories")
_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]*)\]\]")


class Marked(msgspec.Struct, frozen=True):
    """Words that name an event.

    Attributes:
        span: where they stand in the telling's text.
        event: group and label; equal where the same event is meant.
    """

    span: Span
    event: str


class ToldStory(msgspec.Struct, frozen=True):
    """One article of a group of stories that look alike.

    Attributes:
        published: ISO day.
        text: headline, empty line, sentences; without the marks.
    """

    group: str
    story: str
    outlet: str
    published: str
    text: str
    marks: tuple[Marked, ...]


class _Telling(msgspec.Struct, frozen=True):
    story: str
    outlet: str
    published: str
    text: str


class _Group(msgspec.Struct, frozen=True):
    group: str
    tellings: tuple[_Telling, ...]


def load(folder: Path = FOLDER) -> tuple[ToldStory, ...]:
    """Every telling of every group, by file and place in it.

    Raises:
        DragomanError: there is none, or a line is not in the format.
    """
    found = tuple(story for path in sorted(folder.glob("*.jsonl")) for story in _stories(path))
    if not found:
        raise DragomanError(f"no stories in {folder}: expected JSON Lines as its README.md describes them.")
    return found


def _stories(path: Path) -> Iterator[ToldStory]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            group = msgspec.json.decode(line, type=_Group)
        except msgspec.DecodeError as error:
            raise DragomanError(f"{path.name}, line {number}: {error}") from error
        yield from (_unmarked(group.group, telling) for telling in group.tellings)


def _unmarked(group: str, telling: _Telling) -> ToldStory:
    """The telling without marks, and where they stood."""
    parts: list[str] = []
    marks: list[Marked] = []
    end = length = 0
    for match in _MARK.finditer(telling.text):
        before = telling.text[end : match.start()]
        start = length + len(before)
        marks.append(Marked(Span(start, start + len(match[2])), f"{group}:{match[1]}"))
        parts += [before, match[2]]
        end, length = match.end(), start + len(match[2])
    text = "".join([*parts, telling.text[end:]])
    return ToldStory(group, telling.story, telling.outlet, telling.published, text, tuple(marks))


def held_out(group: str, share: int = 5) -> bool:
    """Whether a group is kept for measuring: every fifth of each writer's."""
    return int(group.rpartition("-")[2]) % share == 0


def groups(stories: Sequence[ToldStory]) -> dict[str, list[ToldStory]]:
    """The tellings by group."""
    found: dict[str, list[ToldStory]] = {}
    for story in stories:
        found.setdefault(story.group, []).append(story)
    return found
