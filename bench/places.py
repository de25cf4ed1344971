"""What the atlas costs: its size, opening it, asking it for a name, and reading the place names of a report.

    python bench/places.py

Opening is timed in fresh processes, the median of nine, without importing the modules. Names are those of the
bundled corpus, each asked for once and then again; reports are its plain texts.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import resources

from dragoman.corpus import FOLDER
from dragoman.reading.places import find_toponyms
from dragoman.terms import Clipping, Document, MediaType
from dragoman.text import prepare
from dragoman.world.atlas import load_atlas

_RUNS, _ROUNDS = 9, 5
_CHILD = """
import time
from dragoman.world.atlas import load_atlas
began = time.perf_counter()
load_atlas()
print(time.perf_counter() - began)
"""


def opening() -> float:
    """Median seconds to open the atlas."""
    runs = [
        subprocess.run([sys.executable, "-c", _CHILD], capture_output=True, text=True, check=True).stdout
        for _ in range(_RUNS)
    ]
    return statistics.median(map(float, runs))


def main() -> None:
    """Measure and print."""
    size = len(resources.files("dragoman.world.atlas").joinpath("atlas.bin").read_bytes())
    print(f"atlas.bin {size / 1e6:.1f} MB; {len(load_atlas()):,} places")
    print(f"opened in {opening() * 1000:.0f} ms")
    paths = sorted((FOLDER / "reports").glob("*.txt"))
    found = [prepare(Clipping(path.name, path.read_bytes(), MediaType.TEXT)) for path in paths]
    documents = [document for document in found if isinstance(document, Document)]
    names = {toponym.span.of(each.text) for each in documents for toponym in find_toponyms(each)}
    load_atlas.cache_clear()
    atlas = load_atlas()
    first, again = (_each(lambda: [atlas.named(name) for name in names]) / len(names) for _ in range(2))
    print(f"a name: {first * 1e6:.0f} µs the first time, {again * 1e6:.0f} µs after")
    spent = min(_each(lambda: [find_toponyms(each) for each in documents]) for _ in range(_ROUNDS))
    characters = sum(len(each.text) for each in documents) / len(documents)
    print(
        f"the place names of a report of {characters:,.0f} characters: {spent / len(documents) * 1000:.1f} ms"
    )


def _each(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
