"""Where decisions are written: one thread, and what a review remembers of each person.

Decisions themselves are in the record. What was skipped, the questions that the last decisions were about,
and the words that tell what a decision changed last as long as the server.
"""

from __future__ import annotations

import asyncio
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman.faces.api import Record, open_record
from dragoman.faces.web.keeping.state import State, state_of
from dragoman.reviewing import REMEMBERED, Review
from dragoman.store import wait_for_writers
from dragoman.terms import DragomanError

T = TypeVar("T")

SAID = "said"  # under which an address asks for the words that tell what came of a form
PATIENCE_SECONDS = 5.0  # for another program that writes; `dragoman add` lets others in between two batches
_SITTINGS, _NOTICES = 200, 500  # that are remembered; the oldest go
_REVIEWS = 8  # that are kept for the next question; each holds some hundred events
_MOST_SKIPPED = 2000


class BusyError(DragomanError):
    """Another program writes to the record, and went on for longer than anybody wants to wait."""


class Step(msgspec.Struct, frozen=True):
    """A question that was dealt with, and the judgement it led to; empty when it was skipped."""

    question: str
    judgement: str = ""


class Sitting(msgspec.Struct, frozen=True):
    """What is remembered of a person's review: ids of skipped questions, and the last steps."""

    skipped: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()

    def after(self, step: Step) -> Sitting:
        """With one step more."""
        skipped = self.skipped if step.judgement else (*self.skipped, step.question)[-_MOST_SKIPPED:]
        return Sitting(skipped, (*self.steps, step)[-REMEMBERED:])

    def without(self, step: Step) -> Sitting:
        """With a step taken back."""
        return Sitting(
            tuple(id for id in self.skipped if step.judgement or id != step.question),
            tuple(each for each in self.steps if each != step),
        )

    def step_of(self, judgement: str) -> Step:
        """The step that led to a judgement; one about no question when it is not remembered."""
        return next((step for step in self.steps if step.judgement == judgement), Step("", judgement))


class _Kept(msgspec.Struct, frozen=True):
    """A review, and the state of the record that it knows."""

    review: Review
    state: State


class Desk:
    """The thread that writes what people decide, and what is remembered of them; see the module."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._lock = threading.Lock()
        self._sittings: OrderedDict[str, Sitting] = OrderedDict()
        self._notices: OrderedDict[str, str] = OrderedDict()
        self._reviews: OrderedDict[str, _Kept] = OrderedDict()
        self._current: tuple[str, Review] | None = None  # only the thread that writes touches it

    async def write(self, deed: Callable[[Record], T]) -> T:
        """What the deed makes of a record that is opened for writing, one deed after the other.

        Raises:
            BusyError: another program is writing; nothing was changed.
            BrokenRecord: the record cannot be opened.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, deed)

    def _do(self, deed: Callable[[Record], T]) -> T:
        if not wait_for_writers(self._path, PATIENCE_SECONDS):
            raise BusyError(
                f"another program is writing to {self._path.name} just now. Do it again in a moment."
            )
        self._current = None
        with open_record(self._path, create=False) as record:
            done = deed(record)
        if self._current is not None:  # closing a record can touch its file, so this comes last
            self._remember(*self._current, state_of(self._path))
        return done

    def review(self, record: Record, name: str) -> Review:
        """The review of a person; the one that was kept, if the record is as it knows it.

        Finding all that is in doubt takes half a second where there are 100,000 events.
        """
        state = state_of(self._path)
        with self._lock:
            kept = self._reviews.get(name)
        if kept is not None and kept.state == state:
            return kept.review.over(record.store)
        made = Review(record.store, name)
        self._remember(name, made.over(record.store), state)
        return made

    def goes_on(self, name: str, review: Review) -> None:
        """Keep the review of a deed, which knows what the deed changed, for the next question."""
        self._current = (name, review)

    def _remember(self, name: str, review: Review, state: State) -> None:
        with self._lock:
            self._reviews[name] = _Kept(review, state)
            self._reviews.move_to_end(name)
            while len(self._reviews) > _REVIEWS:
                self._reviews.popitem(last=False)

    def sitting(self, name: str) -> Sitting:
        """What is remembered of a person; nothing at first."""
        return self._sittings.get(name, Sitting())

    def remember(self, name: str, sitting: Sitting) -> None:
        """Take the place of what was remembered of a person."""
        with self._lock:
            self._sittings[name] = sitting
            self._sittings.move_to_end(name)
            while len(self._sittings) > _SITTINGS:
                self._sittings.popitem(last=False)

    def note(self, words: str) -> str:
        """Keep words for the next page; the name under which it asks for them."""
        key = secrets.token_urlsafe(9)
        with self._lock:
            self._notices[key] = words
            while len(self._notices) > _NOTICES:
                self._notices.popitem(last=False)
        return key

    def notice(self, key: str) -> str:
        """The words kept under a name; empty when there are none, or no more."""
        return self._notices.get(key, "")

    def close(self) -> None:
        """End the thread, with the deed it is at."""
        self._thread.shutdown()
