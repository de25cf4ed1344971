"""A process that writes documents and says which are acknowledged; see `test_processes`.

Called with the record, the first number, how many documents, and how many to commit at once.
"""

from __future__ import annotations

import sys

from dragoman.store import open_store
from tests.store import samples


def main(path: str, first: int, count: int, group: int) -> None:
    """Write, and print the number of each document once it is committed."""
    with open_store(path) as store:
        for start in range(first, first + count, group):
            numbers = range(start, min(start + group, first + count))
            with store.batch():
                for number in numbers:
                    samples.put(store, samples.document(number))
            print(*numbers, sep="\n", flush=True)  # noqa: T201 - how the parent hears of it


if __name__ == "__main__":
    main(sys.argv[1], *(int(word) for word in sys.argv[2:]))
