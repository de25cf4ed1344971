"""Twenty readers at once while another process adds: no errors, and how long they wait.

    python bench/web_readers.py [SECONDS] [READERS]      60 and 20 unless said otherwise

The record is that of the bundled corpus; each reader asks for one page after another by chance, and pauses as
people do. Meanwhile `dragoman add` reads the same reports again under other words, so that it writes.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import dragoman
from dragoman import corpus

PORT = 8796
_PAUSE = 0.5  # seconds between a reader's pages, on average
_PROGRAM = Path(sys.executable).parent / "dragoman"


class Waits:
    """What the readers met: seconds waited for each page, and what failed."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.failed: list[str] = []
        self._lock = threading.Lock()

    def ask(self, path: str) -> None:
        """One page."""
        began = time.perf_counter()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=30) as answer:
                answer.read()
        except (urllib.error.URLError, TimeoutError) as error:
            with self._lock:
                self.failed.append(f"{path}: {error}")
            return
        with self._lock:
            self.seconds.append(time.perf_counter() - began)


def main(seconds: int = 60, readers: int = 20) -> None:
    """Serve, read and write at once, and print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "bench.dragoman"
        with dragoman.open(record) as opened:
            opened.add(*map(str, corpus.reports()))
            paths = addresses(opened)
        serve = [str(_PROGRAM), "serve", "--record", str(record), "--port", str(PORT)]
        with subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
            try:
                waits = read(paths, record, seconds, readers)
            finally:
                server.terminate()
        with dragoman.open(record, read_only=True) as opened:
            added = opened.summary().documents
    fifth = statistics.quantiles(waits.seconds, n=20)
    print(f"{readers} readers, {seconds} s: {len(waits.seconds):,} pages, {len(waits.failed)} failed")
    print(f"median {1000 * fifth[9]:.0f} ms, 95 in 100 under {1000 * fifth[18]:.0f} ms")
    print(f"{added:,} documents in the end, from {len(corpus.reports())}")
    for line in waits.failed[:5]:
        print(f"  {line}")


def addresses(record: dragoman.Record) -> list[str]:
    """Pages of all kinds."""
    events = [f"/events/{event.id}" for event in record.events(limit=40)]
    documents = [f"/documents/{document.id}" for document in record.documents(limit=40)]
    return ["/", "/events", "/events?about=KAZ", "/events?text=talks", "/review", *events, *documents]


def read(paths: list[str], record: Path, seconds: int, readers: int) -> Waits:
    """Let the readers read, and a process add, until the time is over."""
    waits = Waits()
    _wait()
    until = time.monotonic() + seconds

    def reader(number: int) -> None:
        chance = random.Random(number)
        while time.monotonic() < until:
            waits.ask(chance.choice(paths))
            time.sleep(chance.uniform(0, 2 * _PAUSE))

    threads = [threading.Thread(target=reader, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    turn = 0
    while time.monotonic() < until:
        turn += 1
        write(record, turn)
    for thread in threads:
        thread.join()
    return waits


def write(record: Path, turn: int) -> None:
    """Add some reports under other words, in another process."""
    with tempfile.TemporaryDirectory() as folder:
        for report in corpus.reports()[:8]:
            text = report.read_text(encoding="utf-8", errors="replace")
            (Path(folder) / report.name).write_text(f"{text}\n\nPrinted in round {turn}.", encoding="utf-8")
        command = [str(_PROGRAM), "add", folder, "--into", str(record), "--jobs", "1"]
        subprocess.run(command, check=False, capture_output=True)


def _wait() -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=30).close()
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
