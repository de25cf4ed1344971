"""How fast event tables of others are read, and the memory it takes, on a generated GDELT 2.0 file.

    python bench/importing.py               a file of 1,000 MB in a temporary folder, removed afterwards
    python bench/importing.py --size 50     of 50 MB
    python bench/importing.py --kind icews  of another layout
    python bench/importing.py --keep        brought into a record

The rows are invented: the columns of the real layout, states and roles drawn so that few act often and many
seldom, 15,000 rows a day. Each row is read as `dragoman import` reads it, its key for doubles included;
nothing is kept, unless it is asked for.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from dragoman import world
from dragoman.importing import import_table
from dragoman.sources.coded import read
from dragoman.sources.coded.icews import COLUMNS
from dragoman.store import open_store
from dragoman.terms import CodedEvent
from dragoman.world.coded import load

SEED = 20221014
MEGABYTE = 1_000_000
TEMPLATES = 30_000  # different rows but for number and day
ROWS_A_DAY = 15_000
ROLES = ["", "", "", "GOV", "GOV", "MIL", "COP", "OPP", "CVL", "BUS", "JUD", "MED", "REB"]
FIRST_DAY = date(2015, 2, 18)


def gdelt_rows(chance: random.Random) -> Iterator[str]:
    """Rows of GDELT 2.0 without number and day, which stand in front."""
    states = [state for state in world.load().states if state.cameo and state.exists.latest is None]
    weights = [1 / (place + 1) for place in range(len(states))]
    codes = list(load().cameo.codes)
    while True:
        sides: list[str] = []
        for state in chance.choices(states, weights, k=2):
            role = chance.choice(ROLES)
            sides += [
                f"{state.cameo}{role}",
                state.name.upper(),
                str(state.cameo),
                "",
                "",
                "",
                "",
                role,
                "",
                "",
            ]
        where = chance.choice(states)
        place = f"Town {chance.randrange(3000)}, Province, {where.name}"
        geography = ["4", place, where.fips or "", "XX01", "1234"]
        point = [f"{chance.uniform(-60, 70):.4f}", f"{chance.uniform(-180, 180):.4f}", "-12345"]
        code = chance.choice(codes)
        counts = [
            str(chance.randint(1, 20)),
            str(chance.randint(1, 5)),
            str(chance.randint(1, 20)),
            "-2.5139",
        ]
        url = f"https://www.paper{chance.randrange(900)}.example/news/{chance.getrandbits(48):012x}/an-invented-story"
        act = ["1", code, code[:3], code[:2], "4", "-2.0", *counts]
        yield "\t".join([*sides, *act, *(geography + point) * 3, "{added}", url])


def icews_rows(chance: random.Random) -> Iterator[str]:
    """Rows of ICEWS without number and day."""
    states = [state for state in world.load().states if state.exists.latest is None]
    weights = [1 / (place + 1) for place in range(len(states))]
    codes = list(load().cameo.codes)
    who = [("Citizen", "General Population / Civilian / Social,Social"), ("Military", "Military,Government")]
    who += [("Ministry", "Government,Executive"), ("Police", "Government,Police"), ("", "NA")]
    while True:
        cells: dict[str, str] = {
            "CAMEO Code": chance.choice(codes),
            "Intensity": "-2.0",
            "Publisher": "Paper",
        }
        for side, state in zip(("Source", "Target"), chance.choices(states, weights, k=2), strict=True):
            role, sectors = chance.choice(who)
            cells[f"{side} Name"] = f"{role} ({state.name})" if role else state.name
            cells[f"{side} Sectors"], cells[f"{side} Country"] = sectors, state.name
        cells |= {"Story ID": str(chance.randrange(10**8)), "City": f"Town {chance.randrange(3000)}"}
        cells |= {"Province": "NA", "Country": chance.choice(states).name}
        cells |= {
            "Latitude": f"{chance.uniform(-60, 70):.4f}",
            "Longitude": f"{chance.uniform(-180, 180):.4f}",
        }
        yield "\t".join(cells[name] for name in COLUMNS[2:])


def write(path: Path, kind: str, size: int) -> int:
    """A table of about so many bytes; gives the number of its rows."""
    chance = random.Random(SEED)
    rows = gdelt_rows(chance) if kind == "gdelt" else icews_rows(chance)
    templates = [next(rows) for _ in range(TEMPLATES)]
    written = count = 0
    with path.open("w", encoding="utf-8") as file:
        if kind == "icews":
            file.write("\t".join(COLUMNS) + "\n")
        for template in cycle(templates):
            day = FIRST_DAY + timedelta(count // ROWS_A_DAY)
            count += 1
            if kind == "gdelt":
                compact = f"{day:%Y%m%d}"
                front = f"{400_000_000 + count}\t{compact}\t{compact[:6]}\t{compact[:4]}\t{day.year}.5"
                line = f"{front}\t{template.replace('{added}', f'{compact}093000')}\n"
            else:
                line = f"{count}\t{day}\t{template}\n"
            written += file.write(line)
            if written >= size:
                return count
    raise AssertionError("a cycle has no end")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=1000, help="megabytes")
    parser.add_argument("--kind", choices=["gdelt", "icews"], default="gdelt")
    parser.add_argument("--keep", action="store_true", help="bring the rows into a record")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{chosen.kind}.csv"
        rows = write(path, chosen.kind, chosen.size * MEGABYTE)
        world.load()
        begun, processor = time.perf_counter(), time.process_time()
        told = kept(chosen.kind, path) if chosen.keep else seen(chosen.kind, path)
        seconds, processor = time.perf_counter() - begun, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(f"{chosen.kind}: {rows:,} rows, {chosen.size:,} MB; {told}")
    print(f"{rows / seconds:,.0f} rows a second ({rows / processor:,.0f} of processor time), {seconds:.1f} s")
    print(f"{peak / MEGABYTE:,.0f} MB of memory at most, the world included")


def seen(kind: str, path: Path) -> dict[str, int]:
    """Read the rows and keep nothing; how many there are of each sort."""
    told: Counter[str] = Counter()
    for row in read(kind, path):
        if isinstance(row, CodedEvent):
            told["same" if not row.same_as else "events"] += 1
        else:
            told[row.reason] += 1
    return dict(told)


def kept(kind: str, path: Path) -> dict[str, int]:
    """Bring the rows into a record beside the file."""
    with open_store(path.with_suffix(".dragoman")) as store:
        found = import_table(store, kind, path).summary
    return {"events": found.rows, "repeated": found.repeated, **found.rejected}


if __name__ == "__main__":
    main()
