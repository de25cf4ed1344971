"""Twenty readers at once while another process adds: no errors, and how long they wait.

    python bench/web_readers.py [RECORD] [--seconds 60] [--readers 20]

The record is that of the bundled corpus, or a copy of the one that is named, with what is kept beside it.
Each reader asks for one page after another by chance, and pauses as people do. Meanwhile `dragoman add` reads
the bundled reports again under other words, so that it writes. A page of a large record may say that it comes
later (status 202); it is counted as well.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from large_record import read_corpus

import dragoman
from dragoman import corpus

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.faces.web import visits

_COMES_LATER = 202
_PAUSE = 0.5  # seconds between a reader's pages, on average
_PROGRAM = Path(sys.executable).parent / "dragoman"


class Waits:
    """What the readers met: seconds waited for each page, what comes later, and what failed."""

    def __init__(self, address: str) -> None:
        self._address = address
        self.seconds: list[float] = []
        self.later = 0
        self.failed: list[str] = []
        self._lock = threading.Lock()

    def ask(self, path: str) -> None:
        """One page."""
        began = time.perf_counter()
        try:
            with urllib.request.urlopen(self._address + path, timeout=30) as answer:
                answer.read()
        except (urllib.error.URLError, TimeoutError) as error:
            with self._lock:
                self.failed.append(f"{path}: {error}")
            return
        with self._lock:
            self.seconds.append(time.perf_counter() - began)
            self.later += answer.status == _COMES_LATER


def main() -> None:
    """Serve, read and write at once, and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("record", nargs="?", type=Path)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--readers", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "bench.dragoman"
        if asked.record is None:
            read_corpus(record)
        else:
            copied(asked.record, record)
        with dragoman.open(record, read_only=True) as opened:
            paths, before = addresses(opened), opened.summary().documents
        with visits.running(record) as address:
            waits = read(address, paths, record, asked.seconds, asked.readers)
        with dragoman.open(record, read_only=True) as opened:
            added = opened.summary().documents
    fifth = statistics.quantiles(waits.seconds, n=20)
    print(f"{asked.readers} readers, {asked.seconds} s: {len(waits.seconds):,} pages", end="")
    print(f" ({waits.later:,} of them say that they come later), {len(waits.failed)} failed")
    print(f"median {1000 * fifth[9]:.0f} ms, 95 in 100 under {1000 * fifth[18]:.0f} ms")
    print(f"{added:,} documents in the end, from {before:,}")
    for line in waits.failed[:5]:
        print(f"  {line}")


def copied(record: Path, to: Path) -> None:
    """A copy with what is kept beside it, which counts while the time of the record is the same."""
    for each in record.parent.glob(f"{record.name}*"):
        shutil.copy2(each, to.with_name(to.name + each.name.removeprefix(record.name)))


def addresses(record: dragoman.Record) -> list[str]:
    """Pages of all kinds."""
    events = [f"/events/{event.id}" for event in record.events(limit=40)]
    documents = [f"/documents/{document.id}" for document in record.documents(limit=40)]
    lists = ["/", "/events", "/events?about=KAZ", "/events?text=talks", "/documents", "/stories", "/figures"]
    return [*lists, "/review", "/system", "/system?centre=KAZ", "/dyad/KAZ/RUS", *events, *documents]


def read(address: str, paths: list[str], record: Path, seconds: int, readers: int) -> Waits:
    """Let the readers read, and a process add, until the time is over."""
    waits = Waits(address)
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


if __name__ == "__main__":
    main()
