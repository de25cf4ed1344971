"""The progress bar of long commands: what is done, how fast, how long yet."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from dragoman.faces.cli.screen import errors, shortened

if TYPE_CHECKING:
    from dragoman.intake import Progress as Done

_NAME_WIDTH = 36


class Bar:
    """Shows on standard error how far a run has come, counted in bytes.

    Args:
        total: bytes to come; ``None`` when that cannot be known (standard input, the web).
        show: whether to show anything.
    """

    def __init__(self, total: int | None, *, show: bool = True) -> None:
        self._documents = 0
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.fields[documents]} documents"),
            BarColumn(bar_width=24),
            TaskProgressColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(compact=True),
            TextColumn("[dim]{task.fields[name]}"),
            console=errors(),
            transient=True,
            disable=not show or not errors().is_terminal,
        )
        self._task = self._progress.add_task("", total=total, documents=0, rate="", name="")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def advance(self, done: Done) -> None:
        """One input more."""
        self._documents += 1
        elapsed = self._progress.tasks[0].elapsed or 0.0
        rate = f"{self._documents / elapsed:.0f}/s" if elapsed > 1 else ""
        self._progress.update(
            self._task,
            advance=done.size,
            documents=self._documents,
            rate=rate,
            name=shortened(done.origin, _NAME_WIDTH),
        )
