"""Systems that were opened, kept as long as the record stays as it is.

Taking in the events of a large record takes a second or more, and a slider asks for many days of it. So what
was taken in is kept for all reading threads, with the models of the last days asked for. None of it holds a
connection.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, cast

import msgspec
import numpy as np

from dragoman import modelling
from dragoman.faces.api import Record, open_record
from dragoman.faces.api.system import System
from dragoman.faces.web.keeping.kept import Kept
from dragoman.faces.web.keeping.once import Once
from dragoman.faces.web.keeping.slow import MINUTES, SECONDS
from dragoman.faces.web.keeping.state import State, state_of
from dragoman.system.counts import Step, first_day, period_of, period_on
from dragoman.system.ledger import Ledger, packed, unpacked
from dragoman.system.model import Model
from dragoman.system.orbits import Settings
from dragoman.system.pairs import once_each
from dragoman.terms import Alert, Interval, Orbits

T = TypeVar("T")
By = Annotated[
    Literal["known", "happened"],
    msgspec.Meta(description="By what had been reported by the day, or by all that had happened by then."),
]
_WHOLES, _MODELS, _WORKED_OUT = 2, 6, 24  # kept at most
_EARLY = 0.01  # of all events; a single old one would make the slider too long to use
_LONG = 0.2  # of all weeks, that the few early ones must take to be left out
_PATIENCE = 1.2  # seconds
_NAME = "system"
_FEWEST_MODELS, _ROWS = 2, 2_000_000  # kept at least, and rows of all beyond: some 200 bytes of memory each
_LARGE = 50_000  # rows of a ledger that take longer to put together than to fetch


class Covered(msgspec.Struct, frozen=True):
    """A week of the record.

    Attributes:
        start: its Monday.
        events: of everybody that began in it, each once.
    """

    start: date
    events: int


class Whole:
    """All that a record says, whatever the day.

    Attributes:
        ledger: of every day.
        sources: kinds of imported tables in the record.
    """

    def __init__(self, ledger: Ledger, sources: tuple[str, ...]) -> None:
        self.ledger = ledger
        self.sources = sources

    @cached_property
    def weeks(self) -> tuple[Covered, ...]:
        """From the first to the last in which anything happened, without gaps."""
        done = once_each(self.ledger.with_status())
        if not len(done):
            return ()
        periods = period_of(done.first, Step.WEEK)
        start = int(periods.min())
        numbers = np.bincount(periods - start)
        return tuple(
            Covered(first_day(start + place, Step.WEEK), int(each)) for place, each in enumerate(numbers)
        )

    @cached_property
    def recent(self) -> tuple[Covered, ...]:
        """The weeks without the first ones, which together hold hardly any events."""
        early, most = 0, _EARLY * sum(each.events for each in self.weeks)
        for place, each in enumerate(self.weeks):
            early += each.events
            if early > most:
                return self.weeks[place:] if place > _LONG * len(self.weeks) else self.weeks
        return self.weeks

    @cached_property
    def busiest(self) -> tuple[str, ...]:
        """Everybody who ever takes part in anything, busiest first."""
        return Model(self.ledger, date.max).busiest()

    @cached_property
    def last(self) -> date:
        """The last day on which anything happened; where nothing was known of it by then, the last report."""
        day = int(self.ledger.with_status().first.max(initial=self.ledger.first.max()))
        known = day if len(self.ledger.as_of(day)) else max(day, int(self.ledger.known.max()))
        return date.fromordinal(known)


class Opened:
    """A system as of a day, with what was worked out of it.

    Attributes:
        whole: the record it is of.
        model: see `dragoman.system.model`.
        by: what it shows.
    """

    def __init__(self, whole: Whole, model: Model, by: modelling.Known) -> None:
        self.whole = whole
        self.model = model
        self.by = by
        self._worked_out: Once[Hashable, Any] = Once()
        self._awaited: dict[object, Future[Any]] = {}
        self._lock = threading.Lock()

    def system(self, record: Record) -> System:
        """The system as Python shows it, answered by a record of this thread."""
        return System(record.store, self.model, self.by)

    def orbits(self, centre: str, enough: float) -> Orbits:
        """See `System.orbits`; the centre by its id."""
        return self.kept(
            ("orbits", centre, enough), lambda: self.model.orbits(centre, Settings(enough=enough))
        )

    def orbits_over(self, centre: str, enough: float, periods: int, window: int) -> tuple[Orbits, ...]:
        """See `System.orbits_over`; the centre by its id."""
        settings = Settings(enough=enough, resamplings=0)
        return self.kept(
            ("over", centre, enough, periods, window),
            lambda: self.model.orbit_history(centre, periods, window, settings),
        )

    def later(
        self, key: object, path: Path, work_out: Callable[[System], T], *, takes_minutes: bool = False
    ) -> T | None:
        """What was worked out under this key; ``None`` while it takes longer than a visitor should wait.

        Args:
            path: of the record, which is opened by the thread that does it.
        """

        def work() -> T:
            with open_record(path, create=False, read_only=True) as record:
                return work_out(self.system(record))

        with self._lock:
            future = cast("Future[T] | None", self._awaited.get(key))
            is_new = future is None or future.cancelled()
            if future is None or is_new:
                future = (MINUTES if takes_minutes else SECONDS).submit(work)
                self._awaited[key] = future
                self._forget()
        try:
            return future.result(_PATIENCE if is_new else 0.05)
        except TimeoutError:
            return None
        except BaseException:
            with self._lock:  # what failed once, as of a locked file, is tried again by the next
                self._awaited.pop(key, None)
            raise

    def _forget(self) -> None:
        """The oldest of what is done, where there is much of it."""
        done = [key for key, future in self._awaited.items() if future.done()]
        for key in done[: max(0, len(self._awaited) - _WORKED_OUT)]:
            del self._awaited[key]

    def alarms(self, path: Path) -> tuple[Alert, ...] | None:
        """The log of alarms, the latest first; ``None`` as `later`."""
        return self.later("alarms", path, lambda system: system.model.alarms())

    def drop(self) -> None:
        """Begin nothing more of what is waited for."""
        for future in self._awaited.values():
            future.cancel()

    def kept(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """What was worked out under this key, or is now."""
        return cast(T, self._worked_out.get(key, work_out, _WORKED_OUT))


class _Of(msgspec.Struct, frozen=True):
    """What a whole is of: a record in some state, and which of its events."""

    path: Path
    state: State
    using: str


class _Day(msgspec.Struct, frozen=True):
    """What a model is of."""

    of: _Of
    at: date
    by: modelling.Known


class Systems:
    """The last wholes and models that were asked for; see the module."""

    def __init__(self) -> None:
        self._wholes: Once[_Of, Whole] = Once()
        self._opened: Once[_Day, Opened] = Once(Opened.drop)

    def latest(self, record: Record, path: Path) -> Opened:
        """The system of everything as of the last day; errors as those of `opened`."""
        return self.opened(record, path, None, "known", modelling.ALL)

    def as_of(self, record: Record, path: Path, at: date | None) -> Opened:
        """The system of everything as of a day; errors as those of `opened`."""
        return self.opened(record, path, at, "known", modelling.ALL)

    def opened(self, record: Record, path: Path, at: date | None, by: modelling.Known, using: str) -> Opened:
        """The system of a record as of a day; see `Record.system`.

        Raises:
            DragomanError: there is nothing, or nothing by then.
            UnknownName: nothing of that kind is in the record.
        """
        of = self._key(path, using)
        whole = self._whole(record, of)
        day = at or whole.last
        most = min(_MODELS, max(_FEWEST_MODELS, _ROWS // len(whole.ledger)))

        def take_in() -> Opened:
            return Opened(whole, modelling.model_on(whole.ledger, day, by), by)

        return self._opened.get(_Day(of, day, by), take_in, most)

    def whole(self, record: Record, path: Path, using: str) -> Whole:
        """All that a record says; errors as those of `opened`."""
        return self._whole(record, self._key(path, using))

    @staticmethod
    def _key(path: Path, using: str) -> _Of:
        return _Of(path, state_of(path), using)

    def _whole(self, record: Record, of: _Of) -> Whole:
        def take_in() -> Whole:
            kinds = tuple(dict.fromkeys(each.kind for each in record.store.imports()))
            return Whole(_ledger(record, of), kinds)

        is_new = of not in self._wholes
        whole = self._wholes.get(of, take_in, _WHOLES)
        if is_new:  # days of a record that is kept no longer hold its ledger
            self._opened.keep(lambda day: day.of in self._wholes)
        return whole


def _ledger(record: Record, of: _Of) -> Ledger:
    """The ledger of a record; that of everything is kept beside a large one."""
    kept = Kept(of.path)
    found = kept.load(_NAME) if of.using == modelling.ALL else None
    if found is not None:
        return unpacked(found)
    ledger = modelling.chosen(record.store, of.using)
    if of.using == modelling.ALL and len(ledger) >= _LARGE:
        kept.save(_NAME, of.state, packed(ledger))
    return ledger


SYSTEMS = Systems()


def day_asked(at: str | None, week: int | None = None) -> date | None:
    """The day that an address means: a date, or the Sunday of a week, whose number is that of `week_number`.

    Raises:
        DragomanError: the date is none.
    """
    if week is not None:
        return first_day(week, Step.WEEK) + timedelta(days=6)
    if at is None:
        return None
    return Interval.parse(at).latest


def week_number(day: date) -> int:
    """The number of the week in which a day lies; weeks follow each other without a gap."""
    return period_on(day, Step.WEEK)
