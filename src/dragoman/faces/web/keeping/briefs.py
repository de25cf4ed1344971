"""Briefs that were written, kept for the downloads that follow.

A brief compares figures, which can take many seconds. So a thread of its own writes it, and nobody who waits
holds a reading thread meanwhile.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import OrderedDict
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec

from dragoman.faces.api import open_record
from dragoman.faces.brief import MOST, Brief
from dragoman.faces.web.keeping.desk import BusyError
from dragoman.faces.web.keeping.slow import Slow
from dragoman.faces.web.keeping.state import State, state_of
from dragoman.faces.web.keeping.systems import SYSTEMS, day_asked
from dragoman.faces.web.settings import Settings
from dragoman.faces.web.taking import Limit
from dragoman.terms import DragomanError, Interval
from dragoman.world import load

PATIENCE_SECONDS = 2.0  # for which a page waits before it says that it is not ready
_LEFT_SECONDS = 20.0  # after which nobody waits any more
_KEPT = 16
_FIRST = "The second side needs a first one. Name whom it is about as well."


class BriefRequest(msgspec.Struct, frozen=True):
    """What a brief is about, by the names of `dragoman brief`."""

    about: Annotated[str | None, msgspec.Meta(description="Whom it is about, on either side.")] = None
    other: Annotated[str | None, msgspec.Meta(description="The other side of a dyad.")] = msgspec.field(
        name="with", default=None
    )
    story: Annotated[str | None, msgspec.Meta(description="A story, by its id or a document's.")] = None
    since: str | None = None
    until: str | None = None
    at: Annotated[str | None, msgspec.Meta(description="Measure the sides as of this day.")] = None
    limit: Limit = MOST

    @property
    def names_something(self) -> bool:
        """Whether there is anybody to tell of."""
        return bool(self.about or self.other or self.story)

    def check(self) -> None:
        """See, without a record, whether it can be written, so that nobody waits for an error.

        Raises:
            DragomanError: a side nobody knows, a second side without a first, or a day that is none.
        """
        if self.other and not self.about:
            raise DragomanError(_FIRST)
        for side in filter(None, (self.about, self.other)):
            load().resolve(side)
        for day in filter(None, (self.since, self.until, self.at)):
            Interval.parse(day)


class _Kept(msgspec.Struct):
    """A brief, or one being written; when it was last asked for, and whether somebody has had it."""

    state: State
    future: Future[Brief]
    asked_at: float
    given: bool = False

    def is_old(self, state: State) -> bool:
        """Whether the record has changed since, and whoever waited for it has had it or has gone."""
        is_left = self.future.done() and time.monotonic() - self.asked_at > _LEFT_SECONDS
        return self.future.cancelled() or (self.state != state and (self.given or is_left))


class Briefs:
    """The last briefs asked for; see the module."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Path, BriefRequest], _Kept] = OrderedDict()
        self._thread = Slow()

    def asked(self, settings: Settings, request: BriefRequest) -> Future[Brief]:
        """The brief of the record as it is now, or of when somebody began to wait for it.

        While a record is written to it is never still for long; whoever waits shall get what was begun.
        """
        key, state = (settings.record, request), state_of(settings.record)
        with self._lock:
            kept = self._kept.get(key)
            if kept is None or kept.is_old(state):
                future = self._thread.submit(lambda: _written(settings, request))
                kept = _Kept(state, future, time.monotonic())
            kept.asked_at = time.monotonic()
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)[1].future.cancel()
            return kept.future

    def now(self, settings: Settings, request: BriefRequest) -> Brief | None:
        """The brief, if it is written.

        Raises:
            DragomanError: it cannot be; see `Record.brief`.
        """
        request.check()
        future = self.asked(settings, request)
        if not future.done():
            return None
        with self._lock:
            kept = self._kept.get((settings.record, request))
            if kept is not None and kept.future is future:
                kept.given = True
        return future.result()


def _written(settings: Settings, request: BriefRequest) -> Brief:
    from dragoman.faces.brief.build import build  # takes longer to load than most pages

    with open_record(settings.record, create=False, read_only=True) as record:
        return build(
            record,
            request.about,
            other=request.other,
            story=request.story,
            since=request.since,
            until=request.until,
            at=request.at,
            most=request.limit,
            opening=lambda day: SYSTEMS.as_of(record, settings.record, _day(day)).system(record),
        )


def _day(day: str | date | None) -> date | None:
    return day if isinstance(day, date) else day_asked(day)


BRIEFS = Briefs()


async def wait_for_brief(settings: Settings, request: BriefRequest, patience: float | None) -> None:
    """Until the brief is written, or for so many seconds; a page waits no longer than `PATIENCE_SECONDS`.

    Raises:
        DragomanError: it cannot be written, and nobody is there to be shown a form.
    """
    if not request.names_something:
        return
    try:
        request.check()
    except DragomanError:
        if patience is not None:  # the page says it, beside the form
            return
        raise
    most = None if patience is None else min(patience, PATIENCE_SECONDS)
    future = asyncio.wrap_future(BRIEFS.asked(settings, request))
    future.add_done_callback(lambda each: each.cancelled() or each.exception())  # one who left hears of none
    try:
        # Shielded: one visitor who goes away must not take it from the others
        await asyncio.wait_for(asyncio.shield(future), most)
    except (TimeoutError, DragomanError):
        if patience is None:
            raise
    except asyncio.CancelledError:
        if not future.cancelled():
            raise
        raise BusyError("too many other briefs were asked for meanwhile. Ask again.") from None
