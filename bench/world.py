"""How long the world takes to load, and how many mentions are resolved in a minute on one core.

    python bench/world.py

Loading is timed in fresh processes, the median of nine: from the compiled file to a `World`, without the
import of the modules, which is printed beside it. Mentions are those of the bundled corpus, each text
cast and each phrase resolved as in reading; laying out the sentence (tokens, phrases) is counted in one
figure and left out in the other.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from dragoman import sources, text
from dragoman.corpus import FOLDER
from dragoman.reading.discourse import Discourse, prevailing_bloc, setting
from dragoman.reading.layout import Layout
from dragoman.reading.lexis import Lexis
from dragoman.reading.mentions import Mentions
from dragoman.reading.phrases import find_phrases
from dragoman.reading.tokens import tokenize
from dragoman.terms import Document

LOADS, ROUNDS = 9, 20
_CHILD = """
import time
began = time.perf_counter()
from dragoman.world import load
imported = time.perf_counter()
world = load()
loaded = time.perf_counter()
world.names
print(imported - began, loaded - imported, time.perf_counter() - loaded)
"""


def loading() -> tuple[float, float, float]:
    """Median seconds to import the modules, to load the world, and to decode its names."""
    runs = [
        subprocess.run([sys.executable, "-c", _CHILD], capture_output=True, text=True, check=True).stdout
        for _ in range(LOADS)
    ]
    imports, loads, named = zip(*((float(part) for part in run.split()) for run in runs), strict=True)
    return statistics.median(imports), statistics.median(loads), statistics.median(named)


def resolve_all(documents: list[Document], lexis: Lexis) -> tuple[int, float]:
    """Read the mentions of all documents: how many, and the seconds spent on resolving alone."""
    count, spent = 0, 0.0
    for document in documents:
        day = document.published.interval.latest
        began = time.process_time()
        hits = lexis.casting.names(document.text, day)
        bloc = prevailing_bloc(hits, lexis.world)
        discourse = Discourse(setting(document, hits, lexis.world), bloc)
        spent += time.process_time() - began
        for span in document.sentences:
            inside = [hit for hit in hits if span.contains(hit.span)]
            tokens = tokenize(document.text, span)
            phrases = tuple(find_phrases(tokens, inside, lexis.gazetteer, lexis.world))
            began = time.process_time()
            Mentions(Layout(tokens, phrases, ()), document.text, lexis.world, day, discourse)
            spent += time.process_time() - began
            discourse.sentence += 1
            count += len(phrases)
    return count, spent


def main() -> None:
    """Print the figures."""
    imported, loaded, named = loading()
    lexis = Lexis()
    size = sum(
        path.stat().st_size for path in (Path(text.__file__).parents[1] / "world").glob("compiled.msgpack")
    )
    entities, names = len(lexis.world.entities), len(lexis.world.names)
    print(f"world      {entities:,} entities, {names:,} names, {size / 1e6:.1f} MB")
    print(f"load       {loaded * 1000:.0f} ms, {imported * 1000:.0f} ms to import the modules")
    print(f"names      {named * 1000:.0f} ms, when they are first asked for")
    began = time.process_time()
    lexis.casting  # noqa: B018
    print(f"casting    {(time.process_time() - began) * 1000:.0f} ms to make ready, once in a process")
    found = [text.prepare(each) for each in sources.find([FOLDER / "reports"])]  # type: ignore[arg-type]
    documents = [each for each in found if isinstance(each, Document)]
    resolve_all(documents, lexis)
    began = time.process_time()
    runs = [resolve_all(documents, lexis) for _ in range(ROUNDS)]
    seconds = time.process_time() - began
    count, spent = sum(run[0] for run in runs), sum(run[1] for run in runs)
    alone, whole = count / spent * 60, count / seconds * 60
    print(f"mentions   {alone:,.0f} a minute resolved, {whole:,.0f} with tokens and phrases")


if __name__ == "__main__":
    main()
