"""What runs inside a worker process of the pool.

The main thread works. One thread takes batches from the pipe, so that the next is at hand when one is
done and the parent never waits to give; another sends results, so that the work goes on while the
parent is busy. When the parent is gone, however it went, the pipe ends and so does the process.
"""

from __future__ import annotations

import os
import pickle
import signal
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any, Protocol

import msgspec

from dragoman.engines.base import Preload
from dragoman.terms import DragomanError

END = b""  # sent in place of a batch: nothing more will come


class Answer(msgspec.Struct, frozen=True):
    """What became of one batch: a result, or the error it raised and where."""

    result: Any = None
    error: BaseException | None = None
    trace: str = ""


class Begun(Protocol):
    """A number in memory that parent and worker share; it outlives the worker."""

    value: int


def serve(connection: Connection, work: Callable[[Any], Any], preload: Preload | None, begun: Begun) -> None:
    """Answer every batch that arrives, in order, until the parent says `END`.

    Args:
        begun: counts the batches begun, so that the parent knows which one killed a dead worker.
    """
    # Ctrl-C reaches every process of the terminal; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    inbox: SimpleQueue[bytes] = SimpleQueue()
    outbox: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(connection, inbox), daemon=True).start()
    sender = Thread(target=_send, args=(connection, outbox), daemon=True)
    sender.start()
    failure = _failure_of(preload)
    while (message := inbox.get()) != END:
        begun.value += 1
        outbox.put(failure or _answer(work, message))
    outbox.put(END)
    sender.join()


def _receive(connection: Connection, inbox: SimpleQueue[bytes]) -> None:
    message = None
    while message != END:
        try:
            message = connection.recv_bytes()
        except (EOFError, OSError):
            os._exit(1)
        inbox.put(message)


def _send(connection: Connection, outbox: SimpleQueue[bytes]) -> None:
    while (message := outbox.get()) != END:
        try:
            connection.send_bytes(message)
        except OSError:
            os._exit(1)


def _failure_of(preload: Preload | None) -> bytes | None:
    """The answer to every batch when loading failed."""
    try:
        if preload is not None:
            preload()
    except BaseException as error:  # noqa: BLE001 - handed on to the parent, whatever it is
        return _told(error)
    return None


def _answer(work: Callable[[Any], Any], message: bytes) -> bytes:
    try:
        # The message is our own parent's, over a pipe that nobody else holds.
        return pickle.dumps(Answer(work(pickle.loads(message))))  # noqa: S301
    except BaseException as error:  # noqa: BLE001 - handed on to the parent, whatever it is
        return _told(error)


def _told(error: BaseException) -> bytes:
    """The error as an answer; when it cannot travel, its words do."""
    trace = "".join(traceback.format_exception(error))
    try:
        message = pickle.dumps(Answer(error=error, trace=trace))
        pickle.loads(message)  # noqa: S301 - many errors can be pickled but not read back
    except Exception:  # noqa: BLE001 - whatever makes it unfit to travel, its words can
        stand_in = DragomanError(f"{type(error).__name__}: {error}")
        return pickle.dumps(Answer(error=stand_in, trace=trace))
    return message
