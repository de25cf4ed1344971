"""Event tables of others, and the model of the system that the whole record gives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.faces.api.days import checked
from dragoman.store import Import, Store
from dragoman.terms import Interval

if TYPE_CHECKING:
    from dragoman.faces.api.system import System
    from dragoman.importing import Imported
    from dragoman.modelling import Known

OnProgress = Callable[[str, int, int], None]

# What computes is imported where it is asked: loading it takes longer than most answers.


class Modelled:
    """The part of `Record` that imports tables and looks at the whole as a system of actors."""

    store: Store

    def import_table(
        self, kind: str, file: str | Path, *, on_progress: Callable[[int], None] | None = None
    ) -> Imported:
        """Bring an event table that others coded into the record, beside what was read here.

        Args:
            kind: ``gdelt``, ``icews``, ``polecat`` or ``acled``.
            file: as published: ``.csv``, ``.tab``, ``.tsv``, ``.zip`` or ``.gz``.
            on_progress: called with the bytes that are done.

        Raises:
            DragomanError: the file is not of that layout, cannot be read, or was imported before.
            UnknownName: nobody knows that layout.
        """
        from dragoman import importing

        return importing.import_table(self.store, kind, Path(file), on_progress)

    def imports(self) -> tuple[Import, ...]:
        """The event tables that were brought in."""
        return self.store.imports()

    def forget_import(self, number: int) -> None:
        """Remove an import and its rows.

        Raises:
            UnknownName: there is none with that number.
        """
        with self.store.transaction():
            self.store.forget_import(number)

    def system(
        self,
        at: str | date | None = None,
        *,
        by: Known = "known",
        using: str = "all",
        dated: bool = False,
        on_progress: OnProgress | None = None,
    ) -> System:
        """The system of actors as it stood at the end of a day.

        Args:
            at: the day; without one, the last on which anything of the record happened.
            by: ``known``: by what had been reported by then; ``happened``: by all that had happened by then,
                whenever it was reported.
            using: ``all``, ``read`` for what was read here, or a kind of imported table: ``icews``.
            dated: leave out events that name no day and would count by that of their first report.
            on_progress: called with what is being done, how much of it is done, and how much there is.

        Raises:
            DragomanError: the day is none, or nothing had happened by then.
            UnknownName: nothing of that kind is in the record.
        """
        from dragoman.faces.api.system import open_system

        day = at if isinstance(at, date) or at is None else Interval.parse(checked(at) or "").latest
        return open_system(self.store, day, by=by, using=using, dated=dated, on_progress=on_progress)
