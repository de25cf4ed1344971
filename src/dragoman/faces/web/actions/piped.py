"""A file that is sent while it is written, so that none is ever whole in memory."""

from __future__ import annotations

import asyncio
import io
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from queue import Empty, Full, Queue
from typing import BinaryIO, cast

from starlette.concurrency import run_in_threadpool

from dragoman.faces.export import Onward

_PIECE = 1 << 16  # bytes
_WAITING = 8  # pieces that wait to be sent; the writer waits when there are more
_LOOK_SECONDS = 0.5  # between two looks whether anybody is still there
_STALLED_SECONDS = 120.0  # for which a piece waits; two who take nothing would keep everybody else out
_TURN_SECONDS = 0.1  # between two looks whether it is one's turn
_AT_ONCE = 2  # files that are written at the same time; others wait until one is done

_turns = threading.BoundedSemaphore(_AT_ONCE)


class _LeftError(Exception):
    """Nobody wants the rest."""


class _Pipe(Onward):
    """What is written here is sent."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: Queue[bytes | BaseException | None] = Queue(_WAITING)
        self._left = threading.Event()
        self._is_over = False

    def hand_on(self, piece: bytes) -> None:
        if not self._is_over:  # a buffer that is thrown away after an error is written once more
            self.put(piece)

    def put(self, piece: bytes | BaseException | None) -> None:
        """Hand over a piece, an error, or the end.

        Raises:
            _LeftError: nobody is there any more, or has taken anything for long.
        """
        deadline = time.monotonic() + _STALLED_SECONDS
        while not self._left.is_set() and time.monotonic() < deadline:
            try:
                return self._pieces.put(piece, timeout=_LOOK_SECONDS)
            except Full:
                continue
        self._is_over = True
        self._left.set()
        raise _LeftError

    def fail(self, error: BaseException) -> None:
        """Hand over an error, and take nothing more."""
        self._is_over = True
        with suppress(_LeftError):
            self.put(error)

    def take(self) -> bytes | None:
        """The next piece; ``None`` at the end.

        Raises:
            _LeftError: the rest was given up. Half a file must not be taken for a whole one.
        """
        while True:
            try:
                piece = self._pieces.get(timeout=_LOOK_SECONDS)
            except Empty:
                if self._left.is_set():
                    raise _LeftError from None
                continue
            if isinstance(piece, BaseException):
                raise piece
            return piece

    def leave(self) -> None:
        """Nobody takes any more."""
        self._left.set()


async def sent(write: Callable[[BinaryIO], None]) -> AsyncIterator[bytes]:
    """The pieces of a file as they are written, by a thread of their own.

    What goes wrong before the first piece is raised here; later on it ends the answer, which the browser
    reports as a download that failed.
    """
    pipe = _Pipe()
    await _turn()
    threading.Thread(target=_run, args=(pipe, write), name="export", daemon=True).start()
    pieces = _pieces(pipe)
    try:
        first = await anext(pieces, None)
    except BaseException:
        pipe.leave()
        raise
    return _with(first, pieces)


async def _with(first: bytes | None, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    if first is not None:
        yield first
        async for piece in pieces:
            yield piece


async def _pieces(pipe: _Pipe) -> AsyncIterator[bytes]:
    try:
        while (piece := await run_in_threadpool(pipe.take)) is not None:
            yield piece
    finally:
        pipe.leave()


async def _turn() -> None:
    """Wait until few enough files are written; whoever waits holds no thread, of which there are few."""
    while not _turns.acquire(blocking=False):
        await asyncio.sleep(_TURN_SECONDS)


def _run(pipe: _Pipe, write: Callable[[BinaryIO], None]) -> None:
    try:
        stream = io.BufferedWriter(pipe, _PIECE)
        write(cast(BinaryIO, stream))
        stream.flush()
        pipe.put(None)
    except _LeftError:
        return
    except Exception as error:  # noqa: BLE001 - whoever waits for the file has to learn of it
        pipe.fail(error)
    finally:
        _turns.release()
