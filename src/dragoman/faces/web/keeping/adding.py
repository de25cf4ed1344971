"""Adding to the record while the server answers: one thread, with a writing connection of its own.

What is sent waits in memory, a job after the other, and never becomes a file: names of uploads open nothing.
"""

from __future__ import annotations

import io
import secrets
import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from pathlib import Path

import msgspec

from dragoman.faces.api import open_record
from dragoman.faces.web.keeping.overview import Overviews
from dragoman.faces.web.keeping.watched import watched
from dragoman.intake import AddReport, Progress
from dragoman.sources import SourceOptions
from dragoman.terms import DragomanError, Skip, SkipKind

_KEPT = 20  # jobs that can still be looked at
_SKIPS = 500  # that are named; more are counted
_MOST_WAITING = 8  # jobs; each holds what was sent


class Stage(StrEnum):
    """How far a job has come."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


class Upload(msgspec.Struct, frozen=True):
    """Bytes and the name they came with."""

    name: str
    content: bytes


class JobState(msgspec.Struct, frozen=True):
    """What has become of a job so far.

    Attributes:
        version: grows with every change.
        files: how many were sent; ``begun`` of them are done or in work.
        inputs: texts handled; a file can hold many.
        current: the last input.
        read, copies, known, events: as in `AddReport`.
        skips: what was left out and why, at most 500; ``left_out`` is how many.
        error: why it failed.
    """

    id: str
    stage: Stage = Stage.WAITING
    version: int = 0
    files: int = 0
    begun: int = 0
    inputs: int = 0
    current: str = ""
    read: int = 0
    copies: int = 0
    known: int = 0
    events: int = 0
    skips: tuple[Skip, ...] = ()
    left_out: int = 0
    failed: int = 0
    error: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.stage in (Stage.DONE, Stage.FAILED)


class _StoppedError(Exception):
    """The server is going down; what was acknowledged is kept."""


class Adding:
    """The jobs, and the thread that does them."""

    def __init__(self, path: Path, overviews: Overviews) -> None:
        self._path = path
        self._overviews = overviews
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="adding")
        self._jobs: OrderedDict[str, JobState] = OrderedDict()
        self._lock = threading.Lock()
        self._is_stopping = False

    def begin(self, uploads: tuple[Upload, ...], options: SourceOptions) -> JobState:
        """Take a job on.

        Raises:
            DragomanError: nothing was sent, or too many jobs wait.
        """
        if not uploads:
            raise DragomanError("nothing was sent. Choose files, or paste a text.")
        state = JobState(secrets.token_urlsafe(12), files=len(uploads))
        with self._lock:
            if sum(not each.is_over for each in self._jobs.values()) >= _MOST_WAITING:
                raise DragomanError(f"{_MOST_WAITING} jobs are waiting. Try again when one is done.")
            self._jobs[state.id] = state
            over = [id for id, each in self._jobs.items() if each.is_over]
            for id in over[: max(0, len(self._jobs) - _KEPT)]:
                del self._jobs[id]
        watched(self._thread.submit(self._work, state.id, uploads, options))
        return state

    def state(self, id: str) -> JobState | None:
        """What has become of a job; ``None`` when there is none of that id, or it was long ago."""
        return self._jobs.get(id)

    def recent(self) -> tuple[JobState, ...]:
        """The jobs that can be looked at, the last first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def close(self) -> None:
        """End the thread; a job in work ends with the text it is at."""
        self._is_stopping = True
        self._thread.shutdown(cancel_futures=True)

    def _change(self, id: str, **changes: object) -> None:
        old = self._jobs[id]
        self._jobs[id] = msgspec.structs.replace(old, version=old.version + 1, **changes)

    def _work(self, id: str, uploads: tuple[Upload, ...], options: SourceOptions) -> None:
        try:
            self._change(id, stage=Stage.READING)
            self._read(id, uploads, options)
            self._overviews.refreshed()  # so that the home page tells of it at once
            self._change(id, stage=Stage.DONE)
        except _StoppedError:
            self._change(
                id, stage=Stage.FAILED, error="The server was stopped; what was read so far is kept."
            )
        except DragomanError as error:
            self._change(id, stage=Stage.FAILED, error=str(error))
        except Exception as error:
            # Whoever watches the page has to learn of it; the traceback is for the terminal
            self._change(id, stage=Stage.FAILED, error=f"Dragoman broke: {type(error).__name__}: {error}")
            raise

    def _read(self, id: str, uploads: tuple[Upload, ...], options: SourceOptions) -> None:
        report = AddReport(skips=[])

        def tell(progress: Progress) -> None:
            report.count(progress)
            self._tell(id, progress, report)
            if self._is_stopping:
                raise _StoppedError

        with open_record(self._path) as record:
            for number, upload in enumerate(uploads):
                self._change(id, begun=number + 1, current=upload.name)
                record.add_bytes(upload.name, io.BytesIO(upload.content), options=options, on_progress=tell)

    def _tell(self, id: str, progress: Progress, report: AddReport) -> None:
        skips = report.skips[:_SKIPS]
        self._change(
            id,
            inputs=self._jobs[id].inputs + 1,
            current=progress.origin,
            read=report.read,
            copies=report.copies,
            known=report.known,
            events=report.events,
            skips=tuple(sorted(skips, key=lambda skip: skip.kind is not SkipKind.FAILED)),
            left_out=len(report.skips),
            failed=report.failed,
        )
