"""Documents a second that the grammar of time expressions reads, on one core.

    python bench/times.py            the bundled reports, again and again
    python bench/times.py FILE...    JSON Lines with a field "text"

Processor time, the best of five rounds; the first text, which pays for compiling the grammar, is left out.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

from dragoman.corpus import FOLDER
from dragoman.reading import find_times
from dragoman.terms import Interval

_ROUNDS = 5
_PUBLISHED = Interval.day(date(2022, 10, 14))


def texts(paths: list[str]) -> list[str]:
    """What is read: the files named, or the bundled reports."""
    if paths:
        return [json.loads(line)["text"] for path in paths for line in Path(path).read_text().splitlines()]
    reports = sorted((FOLDER / "reports").glob("*.txt"))
    return [path.read_text(encoding="utf-8", errors="replace") for path in reports]


def main() -> None:
    """Read them all a few times and print the best."""
    documents = texts(sys.argv[1:])
    found = sum(len(find_times(document, _PUBLISHED)) for document in documents)
    best = min(_round(documents) for _ in range(_ROUNDS))
    size = sum(map(len, documents)) / len(documents)
    each = found / len(documents)
    print(f"{len(documents)} documents of {size:,.0f} characters, {each:.1f} expressions each:")
    print(f"{len(documents) / best:,.0f} documents a second, {size * len(documents) / best / 1e6:.1f} MB/s")


def _round(documents: list[str]) -> float:
    started = time.process_time()
    for document in documents:
        find_times(document, _PUBLISHED)
    return time.process_time() - started


if __name__ == "__main__":
    main()
