"""A program that works in a pool, keeps what it gets, and is interrupted; see `test_interrupt`."""

from __future__ import annotations

import sys
import time

from dragoman.engines import PoolEngine
from dragoman.store import open_store
from tests.store import samples


def slowly(number: int) -> int:
    """A number, after a while."""
    time.sleep(0.02)
    return number


def main(path: str) -> int:
    """Keep document after document, saying so; 130 when told to stop."""
    with open_store(path) as store:
        try:
            for number in PoolEngine(2).map(slowly, range(10_000)):
                samples.put(store, samples.document(number))
                print(number, flush=True)  # noqa: T201 - how the test hears of it
        except KeyboardInterrupt:
            return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
