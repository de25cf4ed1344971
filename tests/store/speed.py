"""How fast documents are kept: ``python -m tests.store.speed [documents] [at once]``."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from dragoman.store import open_store
from tests.store import samples


def main(count: int = 10_000, group: int = 256) -> None:
    """Write whole documents (one event mention, one claim, one event each) and say how long it took."""
    seconds = 0.0
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "news.dragoman") as store:
        for start in range(0, count, group):
            documents = [samples.document(number) for number in range(start, min(start + group, count))]
            readings = [samples.reading(document) for document in documents]
            began = time.perf_counter()
            with store.batch():
                for document, reading in zip(documents, readings, strict=True):
                    with store.transaction():
                        store.put_document(document, document.origin)
                        store.put_reading(reading)
                        tellings = store.tellings(document.fingerprint)
                        store.put_events(store.mentions(document.id), samples.events(tellings))
            seconds += time.perf_counter() - began
        size = (Path(folder) / "news.dragoman").stat().st_size
    print(f"{count / seconds:,.0f} documents/s, {size / count:,.0f} bytes each")  # noqa: T201 - its purpose


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
