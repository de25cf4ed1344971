"""What the model of a system costs at ten million events.

    python bench/system.py [EVENTS]     10000000 unless said otherwise; about a minute

The events are invented: 220 sides, active as Zipf's law has it, ten years of days, a tenth of the events
known to the month only. Printed: seconds of the wall, and the largest resident memory of the process. Weekly
series of all dyads are the counts that all else starts from; an update takes in a thousand events more.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import numpy as np

from dragoman.store import open_store
from dragoman.system.counts import count
from dragoman.system.ledger import Ledger, joined, packed, unpacked
from dragoman.system.model import Model

T = TypeVar("T")

_SIDES, _DAYS = 220, 3640
_FIRST = date(2014, 1, 6).toordinal()
_PART = 200_000
_MORE = 1_000


def main() -> None:
    """Print every figure."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    ledger = invented(events, 0)
    print(f"{events:,} events of {_SIDES} sides in {_DAYS // 7} weeks")
    with tempfile.TemporaryDirectory() as folder:
        stored(ledger, Path(folder))
    counts = timed("weekly series of all dyads", lambda: count(ledger))
    print(f"  {len(counts.keys):,} weeks of dyads in which anything was")
    model = Model(ledger, date.fromordinal(_FIRST + _DAYS))
    timed("the same of pairs, whoever acted", lambda: model.pairs)
    timed("the same of directed pairs abroad", lambda: model.directed)
    timed("orbits of one date, 200 resamplings", lambda: model.orbits("S000"))
    more = invented(_MORE, events)
    grown = timed(f"update after {_MORE:,} events more", lambda: model.with_more(more))
    timed("orbits after the update", lambda: grown.orbits("S000"))
    timed("tone and volume of all dyads", lambda: model.relations)
    timed("who moved", lambda: model.movements())
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2:.2f} GiB at most")


def timed(what: str, work: Callable[[], T]) -> T:
    """What the work gives, and how long it took."""
    started = time.perf_counter()
    result = work()
    print(f"{time.perf_counter() - started:7.2f} s  {what}", flush=True)
    return result


def stored(ledger: Ledger, folder: Path) -> None:
    """How long a record takes to give back its imported events."""
    with open_store(folder / "bench.dragoman") as store:
        with store.transaction():
            number = store.put_import("gdelt", "bench", "bench", world="", code="")
            for first in range(0, len(ledger), _PART):
                rows = np.arange(first, min(first + _PART, len(ledger)))
                store.put_ledger_part(number, packed(ledger.where(rows)))
        timed("taking the ledger out of the record", lambda: joined([*map(unpacked, store.ledger_parts())]))


def invented(events: int, after: int) -> Ledger:
    """Events by chance, numbered behind others."""
    chance = np.random.default_rng(after)
    share = 1 / np.arange(1, _SIDES + 1)
    actor, recipient = (
        chance.choice(_SIDES, events, p=share / share.sum()).astype(np.int32) for _ in range(2)
    )
    first = (_FIRST + chance.integers(0, _DAYS, events)).astype(np.int32)
    last = np.where(chance.random(events) < 0.1, first + 30, first).astype(np.int32)
    ones = np.ones(events, np.int32)
    return Ledger(
        sides=tuple(f"S{number:03}" for number in range(_SIDES)),
        actor=actor,
        recipient=recipient,
        first=first,
        last=last,
        known=last,
        type=chance.integers(0, 16, events).astype(np.int8),
        status=np.zeros(events, np.int8),
        reports=ones,
        outlets=ones,
        event=np.arange(after, after + events, dtype=np.int64),
        origin=ones.astype(np.int16),
        by_report=np.zeros(events, bool),
    )


if __name__ == "__main__":
    main()
