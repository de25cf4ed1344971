"""What a browser has to do for each page (bytes, first byte, paints, the chart), and what is wrong in them.

    python bench/pages.py                    the bundled corpus, read afresh
    python bench/pages.py RECORD ...         these records instead
    python bench/pages.py RECORD --json      the same as JSON, when all is measured

`dragoman serve` runs in a process of its own, and Chromium opens each page with nothing kept: first in a
desktop's width, just after the server started, then in a telephone's, when the server has been asked once.

| column | |
|---|---|
| requests, wire, whole | what is fetched; kB with their headers as they come, and kB of content |
| byte | from the request for the page to the first byte of its answer, ms |
| paint, largest | first and largest contentful paint since the visit began, ms |
| chart | since the visit began until the first frame is out in which the page's drawing has a size, ms |
| late | seconds until what is worked out behind the answer has come |
| shift | cumulative layout shift |
| blocked | by how much scripts and layout were longer than 50 ms at a time, ms |
| nodes, heap | elements of the page; kB of JavaScript's memory after a collection |
| wrong | complaints of the console, requests to elsewhere, pictures and fields without a name, faint texts |

A page of a large record may say first that it comes later (status 202), and is asked for again by itself.
Bytes and chart are then of the page that came, so that `chart` holds the whole wait; `byte` and paints are of
what was said first.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec
from large_record import read_corpus

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.faces.web import browser, visits
from tests.faces.web.browser import Browser

WIDTHS = {1280: 900, 390: 844}  # width and height, pixels
MOST_BYTES = 150_000
MOST_FIRST_BYTE_MS = 100.0
_REST_SECONDS = 0.3  # after all has come: a late paint or shift would come now
_MOST_LATE_SECONDS = 300.0
_COMES_LATER = 202
_OBSERVING = """
window.measured = { largest: 0, shift: 0, blocked: 0, chart: null };
const observe = (type, add) =>
  new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
observe("largest-contentful-paint", (entry) => { measured.largest = entry.startTime; });
observe("layout-shift", (entry) => { if (!entry.hadRecentInput) measured.shift += entry.value; });
observe("longtask", (entry) => { measured.blocked += entry.duration - 50; });
const look = () => {
  const chart = document.querySelector("main svg:is([role=img], [role=group])");
  if (!chart || !chart.getBoundingClientRect().height) { requestAnimationFrame(look); return; }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { measured.chart = performance.now(); };
  port2.postMessage(null);
};
requestAnimationFrame(look);
"""
_TIMES = """(() => {
  const [page] = performance.getEntriesByType("navigation");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return { ...measured, origin: performance.timeOrigin, byte: page.responseStart - page.requestStart,
           paint: paint?.startTime ?? 0, nodes: document.querySelectorAll("*").length };
})()"""
_TITLE = "width requests   wire  whole  byte paint largest chart  late shift blocked nodes  heap wrong"


class Visit(msgspec.Struct, frozen=True):
    """One page in one width; see the table above. Bytes, milliseconds, and counts."""

    page: str
    width: int
    requests: int
    wire: int
    whole: int
    byte: float
    paint: float
    largest: float
    chart: float | None
    late: float | None
    shift: float
    blocked: float
    nodes: int
    heap: int
    complaints: int
    external: int
    unnamed: int
    faint: int

    @property
    def breaks(self) -> list[str]:
        """What of the budget it does not keep."""
        found = []
        if self.whole > MOST_BYTES:
            found.append(f"{self.whole / 1000:.0f} kB, more than {MOST_BYTES / 1000:.0f}")
        if self.late is None:
            found.append(f"did not come whole in {_MOST_LATE_SECONDS:.0f} s")
        if self.byte > MOST_FIRST_BYTE_MS:
            found.append(f"first byte after {self.byte:.0f} ms, later than {MOST_FIRST_BYTE_MS:.0f}")
        return found

    @property
    def wrong(self) -> int:
        """How much was found wrong in it."""
        return self.complaints + self.external + self.unnamed + self.faint


class Measured(msgspec.Struct, frozen=True):
    """All visits to a record."""

    record: str
    documents: int
    events: int
    visits: list[Visit] = []


class Fetched(msgspec.Struct, frozen=True):
    """What the last page took to fetch: its status, requests, bytes with headers and of content."""

    status: int
    requests: int
    wire: int
    whole: int

    @classmethod
    def of(cls, tab: Browser) -> Fetched:
        """What was heard since a page was last asked for."""
        starts = [
            place
            for place, each in enumerate(tab.heard)
            if each["method"] == "Network.requestWillBeSent" and each["params"].get("type") == "Document"
        ]
        heard = tab.heard[starts[-1] :]
        status = next(
            each["response"]["status"]
            for each in _heard(heard, "responseReceived")
            if each["type"] == "Document"
        )
        return cls(
            status,
            len(_heard(heard, "requestWillBeSent")),
            sum(int(each["encodedDataLength"]) for each in _heard(heard, "loadingFinished")),
            sum(int(each["dataLength"]) for each in _heard(heard, "dataReceived")),
        )


def main() -> None:
    """Measure every record and say what breaks the budget."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("records", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    program = browser.found() or sys.exit(browser.ABSENT)
    with tempfile.TemporaryDirectory() as folder:
        records = asked.records or [read_corpus(Path(folder) / "corpus.dragoman")]
        measured = [measure(path, program, tells=not asked.json) for path in records]
    if asked.json:
        print(msgspec.json.format(msgspec.json.encode(measured)).decode())


def measure(record: Path, program: str, *, tells: bool) -> Measured:
    """Find what to visit, start the server anew, and visit it; print each visit as it ends, if told to."""
    with visits.running(record) as address:
        found = visits.addresses(visits.asking(address))
        holds = visits.asking(address)("/index.json")["summary"]
    measured = Measured(record.name, holds["documents"], holds["events"])
    if tells:
        print(f"\n{measured.record}: {measured.documents:,} documents, {measured.events:,} events\n{_TITLE}")
    with visits.running(record) as address, browser.opened(program) as tab:
        for domain in ("Network", "Performance", "HeapProfiler"):
            tab.call(f"{domain}.enable")
        tab.call("Page.addScriptToEvaluateOnNewDocument", source=f"(() => {{ {_OBSERVING} }})()")
        for there, width in itertools.product(found.values(), WIDTHS):
            measured.visits.append(visit(tab, address, there, width))
            if tells:
                print(_row(measured.visits[-1]), flush=True)
    if tells:
        show_budget(measured)
    return measured


def visit(tab: Browser, address: str, there: str, width: int) -> Visit:
    """Open one page with nothing kept, and read off what it took."""
    tab.open("about:blank")
    tab.call("Network.clearBrowserCache")
    tab.look(width, WIDTHS[width])
    tab.heard.clear()
    tab.complaints.clear()
    tab.open(address + there)
    time.sleep(_REST_SECONDS)
    first = tab.run(_TIMES)
    fetched = Fetched.of(tab)
    late = await_rest(tab)
    times = first
    if fetched.status == _COMES_LATER and late is not None:
        time.sleep(_REST_SECONDS)
        times, fetched = tab.run(_TIMES), Fetched.of(tab)
    tab.call("HeapProfiler.collectGarbage")
    metrics = {each["name"]: each["value"] for each in tab.call("Performance.getMetrics")["metrics"]}
    return Visit(
        page=re.sub("[0-9a-f]{20,}", lambda id: id[0][:8], there.partition("#")[0]),
        width=width,
        requests=fetched.requests,
        wire=fetched.wire,
        whole=fetched.whole,
        **{name: first[name] for name in ("byte", "paint", "largest")},
        chart=times["chart"] and times["chart"] + times["origin"] - first["origin"],
        **{name: times[name] for name in ("shift", "blocked", "nodes")},
        late=late,
        heap=int(metrics["JSHeapUsedSize"]),
        complaints=len(tab.complaints),
        external=sum(not url.startswith((f"{address}/", "data:")) for url in _asked(tab)),
        unnamed=len(tab.check("unnamed()")),
        faint=len(tab.check("faint()")),
    )


def await_rest(tab: Browser) -> float | None:
    """Seconds until what is worked out behind a page has come: 0 where nothing is, ``None``: never."""
    began = time.monotonic()
    if not tab.run(visits.WAITING):
        return 0.0
    try:
        tab.wait(f"!({visits.WAITING}) && document.readyState === 'complete'", _MOST_LATE_SECONDS)
    except AssertionError:
        return None
    return time.monotonic() - began


def _heard(heard: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [each["params"] for each in heard if each["method"] == f"Network.{name}"]


def _asked(tab: Browser) -> list[str]:
    return [each["request"]["url"] for each in _heard(tab.heard, "requestWillBeSent")]


def show_budget(measured: Measured) -> None:
    """What was found wrong in a record's pages, and what is over their budget."""
    counts = ("complaints", "external", "unnamed", "faint")
    print("; ".join(f"{sum(getattr(each, name) for each in measured.visits)} {name}" for name in counts))
    broken = [(each, words) for each in measured.visits for words in each.breaks]
    print(
        f"budget of {MOST_BYTES / 1000:.0f} kB and {MOST_FIRST_BYTE_MS:.0f} ms to the first byte: "
        f"{len(broken) or 'nothing'} over it"
    )
    for each, words in broken:
        print(f"  {each.page} ({each.width}): {words}")


def _row(each: Visit) -> str:
    chart = f"{each.chart:.0f}" if each.chart is not None else ""
    late = f"{each.late:.1f}" if each.late is not None else "never"
    sizes = f"{each.width:5} {each.requests:8} {each.wire / 1000:6.1f} {each.whole / 1000:6.1f}"
    times = f"{each.byte:5.0f} {each.paint:5.0f} {each.largest:7.0f} {chart:>5} {late:>5}"
    rest = f"{each.shift:5.3f} {each.blocked:7.0f} {each.nodes:5} {each.heap / 1000:5.0f} {each.wrong:5}"
    return f"{sizes} {times} {rest}  {each.page}"


if __name__ == "__main__":
    main()
