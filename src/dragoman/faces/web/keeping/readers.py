"""Threads that answer questions, each with a record of its own.

A SQLite connection belongs to the thread that opened it. So there are a few threads, each opens the record
once, for reading only, and keeps it; a question waits until one of them is free.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from dragoman.faces.api import Record, open_record
from dragoman.faces.web.keeping.catalogues import Catalogues

T = TypeVar("T")


class _Reader:
    """One thread and its record."""

    def __init__(self, path: Path, number: int, catalogues: Catalogues, waits: bool) -> None:
        self._path = path
        self._catalogues, self._waits = catalogues, waits
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=f"reader-{number}")
        self._record: Record | None = None

    async def ask(self, question: Callable[[Record], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._answer, question)

    def _answer(self, question: Callable[[Record], T]) -> T:
        if self._record is None:
            self._record = open_record(self._path, create=False, read_only=True)
        return question(self._catalogues.lend(self._record, waits=self._waits))

    def close(self) -> None:
        self._thread.submit(self._close).result()  # a connection is closed where it was opened
        self._thread.shutdown()

    def _close(self) -> None:
        if self._record is not None:
            self._record.close()


class Readers:
    """A few of them; see the module."""

    def __init__(self, path: Path, number: int, catalogues: Catalogues, *, waits: bool = False) -> None:
        self._all = [_Reader(path, count, catalogues, waits) for count in range(number)]
        # The last one that answered comes first: it may remember what the next page needs
        self._free: asyncio.LifoQueue[_Reader] = asyncio.LifoQueue()
        for reader in self._all:
            self._free.put_nowait(reader)

    async def ask(self, question: Callable[[Record], T]) -> T:
        """What the question makes of a record, worked out in a thread.

        Raises:
            BrokenRecord: the record cannot be opened.
        """
        reader = await self._free.get()
        try:
            return await reader.ask(question)
        finally:
            self._free.put_nowait(reader)

    def close(self) -> None:
        """Let every record go."""
        for reader in self._all:
            reader.close()
