"""How the undated reports of the bundled corpus, and clippings with gold, are dated by their text alone.

    python bench/dating.py                           the bundled corpus, a line for each report
    python bench/dating.py --gold DIR --texts DIR    clippings whose gold names the day

Prints for each report the days it can have appeared on, the interval found, its best day and whether the
interval holds a true day; then the share that does, the median width, and milliseconds a report.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import msgspec

from dragoman import text
from dragoman.corpus import FOLDER
from dragoman.reading import Dater
from dragoman.terms import Clipping, Document, Interval, MediaType, Published

_PLAIN = (".txt", ".md")  # the other kinds carry their date


class Report(msgspec.Struct, frozen=True):
    """A report and the days on which it can have appeared."""

    name: str
    document: Document
    truth: Interval


def bundled() -> Iterator[Report]:
    """The reports of the corpus that do not say when they appeared."""
    for path in sorted((FOLDER / "answers").glob("*.json")):
        answer = json.loads(path.read_bytes())
        if not answer["dated"] and answer["file"].endswith(_PLAIN):
            yield _report(FOLDER / "reports" / answer["file"], answer["published"])


def clippings(gold: Path, texts: Path) -> Iterator[Report]:
    """Clippings beside a gold file that names the days they can have appeared on."""
    for path in sorted(gold.glob("*.json")):
        answer = json.loads(path.read_bytes())
        yield _report(texts / answer["file"], answer["published"])


def _report(path: Path, published: dict[str, str]) -> Report:
    found = text.prepare(Clipping(path.name, path.read_bytes(), MediaType.TEXT))
    if not isinstance(found, Document):
        raise SystemExit(f"{path}: {found.reason}")
    bare = msgspec.structs.replace(found, published=Published())
    return Report(path.name, bare, Interval.parse(f"{published['earliest']}/{published['latest']}"))


def main() -> None:
    """Date them all and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--texts", type=Path)
    given = parser.parse_args()
    reports = list(clippings(given.gold, given.texts) if given.gold else bundled())
    dater, today = Dater.shipped(), datetime.now(UTC).date()
    dater.date(reports[0].document, today)  # the first pays for the tables
    started = time.process_time()
    dated = [(report, dater.date(report.document, today).published) for report in reports]
    spent = time.process_time() - started
    for report, published in dated:
        holds = "undated" if published.best is None else "holds" if _holds(report, published) else "MISSES"
        print(
            f"{report.name[:44]:46}{report.truth!s:24}{published.interval!s:24}{published.best!s:12}{holds}"
        )
    found = [pair for pair in dated if pair[1].best is not None]
    inside = sum(_holds(*pair) for pair in found)
    widths = [published.interval.width_days or 0 for _, published in found]
    print(f"\n{len(reports)} reports, {len(reports) - len(found)} left undated")
    print(f"{inside} of {len(found)} intervals hold a true day ({inside / len(found):.2f})")
    print(f"median width {median(widths):.0f} days; {spent / len(reports) * 1000:.1f} ms a report")


def _holds(report: Report, published: Published) -> bool:
    return published.interval.overlaps(report.truth)


if __name__ == "__main__":
    main()
