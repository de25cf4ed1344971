"""Speed and memory of `add` on generated documents.

    python bench/throughput.py                 10,000 documents, one process and two
    python bench/throughput.py --documents 2000 --jobs 1

Each run is a process of its own, so that its peak memory is its own. The documents are made from the
sentences of the bundled corpus, shuffled with a fixed seed; no two are alike.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dragoman import corpus
from dragoman.faces.api import open_record
from dragoman.intake import Progress

SEED = 20221014
SENTENCES = (8, 16)  # in a document
PER_FOLDER = 500


def generate(folder: Path, documents: int) -> int:
    """Write so many text files below a folder; bytes written."""
    chance = random.Random(SEED)
    lines = [line for path in corpus.reports() for line in corpus.visible_lines(path) if len(line) > 60]
    written = 0
    for number in range(documents):
        place = folder / f"{number // PER_FOLDER:03d}"
        place.mkdir(parents=True, exist_ok=True)
        chosen = chance.sample(lines, chance.randint(*SENTENCES))
        text = f"Report number {number} of the day.\n\n" + "\n\n".join(chosen) + "\n"
        written += (place / f"{number:06d}.txt").write_bytes(text.encode())
    return written


def child(folder: Path, record: Path, jobs: int) -> None:
    """One run, in this process: print what it cost as JSON."""
    marks: list[tuple[int, float]] = []
    done = 0

    def watch(_: Progress) -> None:
        nonlocal done
        done += 1
        if done % 1000 == 0:
            marks.append((done, _peak_mb()))

    started = time.perf_counter()
    with open_record(record) as opened:
        report = opened.add(folder, jobs=jobs, on_progress=watch)
    seconds = time.perf_counter() - started
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps([report.read, report.known, report.events, seconds, marks, _peak_mb(), workers]))


def _peak_mb() -> float:
    """Peak resident memory of this process in megabytes (Linux counts in kilobytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(folder: Path, record: Path, jobs: int, name: str) -> float:
    """One run in a process of its own; prints a row, gives the seconds."""
    command = [sys.executable, __file__, "--child", str(folder), str(record), "--jobs", str(jobs)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    read, known, events, seconds, marks, peak, workers = json.loads(printed)
    flat = f"{marks[0][1]:.0f} -> {marks[-1][1]:.0f} MB" if marks else f"{peak:.0f} MB"
    print(
        f"{name:<22} {read or known:>7,} documents {events:>8,} events {seconds:>7.1f} s "
        f"{(read or known) / seconds:>7.0f} documents/s   memory {flat}, largest worker {workers:.0f} MB"
    )
    return float(seconds)


def main() -> None:
    """Generate, run in one process and in the pool, and run again."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--child", nargs=2, metavar=("FOLDER", "RECORD"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(Path(options.child[0]), Path(options.child[1]), options.jobs)
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "pile"
        written = generate(folder, options.documents)
        print(f"{options.documents:,} documents, {written / options.documents:,.0f} bytes each")
        alone = run(folder, Path(scratch) / "one.dragoman", 1, "one process")
        again = run(folder, Path(scratch) / "one.dragoman", 1, "the same pile again")
        pooled = run(folder, Path(scratch) / "pool.dragoman", options.jobs, f"pool of {options.jobs}")
        print(f"again is {alone / again:.0f} times faster; the pool is {alone / pooled:.2f} times faster")


if __name__ == "__main__":
    main()
