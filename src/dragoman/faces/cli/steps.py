"""The progress bar of work on a record: what is done, of how much, and how long yet."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from dragoman.faces.cli.screen import errors

_PATIENCE = 1.0  # seconds; what is done sooner needs no bar


class Steps:
    """Shows on standard error how far a piece of work has come, if it takes longer than a moment.

    Where no terminal is, one line says what goes on.

    Args:
        title: what is done.
        show: whether to show anything.
    """

    def __init__(self, title: str, *, show: bool = True) -> None:
        self._title = title
        self._show = show
        self._started = time.monotonic()
        self._progress: Progress | None = None
        self._tasks: dict[str, TaskID] = {}
        self._is_said = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.pause()

    def pause(self) -> None:
        """Take the bar off the screen, for something to be printed; the next step brings it back."""
        if self._progress is not None:
            self._progress.stop()
            self._progress, self._tasks = None, {}

    def advance(self, what: str, done: int, total: int) -> None:
        """So much of the whole is done."""
        if not self._show or time.monotonic() - self._started < _PATIENCE:
            return
        out = errors()
        if not out.is_terminal:
            if not self._is_said:
                out.print(f"{self._title} ...", markup=False, soft_wrap=True)
            self._is_said = True
            return
        if self._progress is None:
            self._progress = Progress(
                TextColumn("{task.description}", markup=False),
                BarColumn(bar_width=24),
                MofNCompleteColumn(),
                TimeRemainingColumn(compact=True),
                console=out,
                transient=True,
            )
            self._progress.start()
        if what not in self._tasks:
            self._tasks[what] = self._progress.add_task(f"{self._title}: {what}", total=total)
        self._progress.update(self._tasks[what], completed=done, total=total)
