"""How soon the first byte of a page comes, how large pages are, and what the server takes, on a large record.

python bench/web.py [record] [again]

Without a record the bundled corpus is read. `bench/large_record.py` makes a large one. The server runs in a
process of its own and is started anew. Each page is asked for once, until it is there (ten minutes at most),
and then four times more; `processor` is what the server itself worked for one of these. With `again`,
it is started a second time, when it finds what the first one has kept.
"""

from __future__ import annotations

import http.client
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from large_record import read_corpus

import dragoman

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.faces.web import visits

_COMES_LATER = 202
_MOST_SECONDS = 600.0  # for which a page is waited for
_PATHS = (
    "/",
    "/events",
    "/events?about=RUS",
    "/events?about=KAZ",
    "/events?actor=RUS&recipient=UKR",
    "/events?type=ASSAULT",
    "/events?type=CONSULT&status=planned",
    "/events?status=happened",
    "/events?outlet=Steppe+Courier",
    "/events?said_by=Vladimir+Putin",
    "/events?text=talks",
    "/events?since=2022-03&until=2022-04",
    "/events?about=KAZ&since=2015&until=2019",
    "/events?disputed=1",
    "/events?undated=1",
    "/events?about=EU&members=1",
    "/events?about=RUS&offset=10000",
    "/events/{event}",
    "/documents/{document}",
    "/documents/{document}/copies",
    "/documents",
    "/stories",
    "/figures",
    "/left-out",
    "/system",
    "/system?at=2012-06-30&centre=KAZ",
    "/system?at=2012-06-30&centre=EU&view=matrix",
    "/dyad/KAZ/RUS",
    "/dyad/USA/CHN?at=2015-01-01",
    "/brief?about=KAZ&since=2022-01&until=2022-01",
    "/review",
    "/judgements",
    "/add",
)
_ASSETS = re.compile(r'<(?:script|link|img)[^>]+(?:src|href)="(/static/[^"]+)"')
_MEMORY = re.compile(r"Vm(?:RSS|HWM):\s+(\d+) kB")


class Visit(msgspec.Struct, frozen=True):
    """A page that was asked for; times in seconds, to the first byte."""

    status: int
    seconds: float
    content: bytes


def main(file: str | None = None, again: str = "") -> None:
    """Print a table for one record."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(file) if file else read_corpus(Path(folder) / "small.dragoman")
        paths = list(_named(record))
        for _ in range(2 if again else 1):
            began = time.perf_counter()
            with visits.serving(record) as (address, process):
                print(f"answers after {time.perf_counter() - began:.1f} s\n")
                print(
                    "| page | first byte | then after | again | processor | size | requests |\n"
                    + "|---" * 7
                    + "|"
                )
                for path in paths:
                    measure(address, process, path)
                found = _MEMORY.findall(Path(f"/proc/{process}/status").read_text())
                most, now = (int(each) / 1000 for each in found)
                print(f"\nmemory: {now:.0f} MB, at most {most:.0f} MB")
                kept = record.parent.glob(f"{record.name}-kept-*")
                sizes = sorted(f"{each.suffix} {each.stat().st_size / 1e6:.1f} MB" for each in kept)
                print(f"kept beside the record: {', '.join(sizes) or 'nothing'}\n")


def _named(record: Path) -> Iterator[str]:
    """The paths, with an event and a document of the record in them."""
    with dragoman.open(record, read_only=True) as opened:
        holds = opened.summary()
        event = next(iter(opened.events(disputed=True, limit=1)))
        document = opened.store.copies()[0].document if holds.documents < 1000 else event.documents[0]
        print(
            f"{holds.documents:,} documents, {holds.event_mentions:,} mentions, {holds.events:,} events, "
            f"{record.stat().st_size / 1e6:,.0f} MB\n"
        )
    yield from (path.format(event=event.id, document=document) for path in _PATHS)


def visit(address: str, path: str) -> Visit:
    """Ask for a page over a connection of its own."""
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=_MOST_SECONDS)
    began = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()  # returns with the first byte
    seconds = time.perf_counter() - began
    content = answer.read()
    connection.close()
    return Visit(answer.status, seconds, content)


def _processor(process: int) -> float:
    """Seconds of processor time of the server up to now, whatever it did in them."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def measure(address: str, process: int, path: str) -> None:
    """Print a line for a page."""
    began = time.perf_counter()
    first = last = visit(address, path)
    while last.status == _COMES_LATER and time.perf_counter() - began < _MOST_SECONDS:
        time.sleep(0.5)
        last = visit(address, path)
    later = f"{time.perf_counter() - began:.0f} s" if first.status == _COMES_LATER else ""
    used = _processor(process)
    asked = [visit(address, path) for _ in range(4)]
    processor = (_processor(process) - used) / len(asked)
    again = statistics.median(each.seconds for each in asked)
    requests = 1 + len(set(_ASSETS.findall(asked[-1].content.decode(errors="replace"))))
    told = "" if asked[-1].status == 200 else f" ({asked[-1].status})"
    print(
        f"| `{path[:52]}`{told} | {1000 * first.seconds:.0f} ms | {later} | {1000 * again:.0f} ms "
        f"| {1000 * processor:.0f} ms | {len(asked[-1].content) / 1000:.0f} kB | {requests} |",
        flush=True,
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
