"""Quality of each reader on the bundled corpus, against the floors kept in bench/floors.json.

python scripts/floors.py                    show figures and floors (exit status 1 when one is below)
python scripts/floors.py --update           raise the floors to the figures; refuses to lower one
python scripts/floors.py --update --lower   lower them too, when something else was bought with it

Floors hold for one corpus: they carry a digest of it, so that reports, answers and floors change together.
"""

from __future__ import annotations

import hashlib
import math
import os
import sys
from pathlib import Path

import msgspec

from dragoman import pipeline
from dragoman.corpus import FOLDER
from dragoman.evaluation import events
from dragoman.reading import ENVIRONMENT

FILE = Path(__file__).parents[1] / "bench" / "floors.json"
READERS = ("trained", "rules")
UPDATE = "python scripts/floors.py --update"
# A floor is set so far below the figure that one sentence more or less does not trip it.
_ROOM = 0.005


class EventFloors(msgspec.Struct, frozen=True):
    """The least the reading of events must reach."""

    located_f1: float
    type_f1: float
    type_actor_f1: float
    precision: float
    status_acc: float
    said_by_acc: float


_NAMES = EventFloors.__struct_fields__


class Floors(msgspec.Struct, frozen=True):
    """Floors by reader, and the digest of the corpus they were measured on."""

    corpus_digest: str
    events: dict[str, EventFloors]


def corpus_digest() -> str:
    """Digest of all reports and answers, names included."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted((*(FOLDER / "reports").iterdir(), *(FOLDER / "answers").iterdir())):
        digest.update(path.name.encode() + b"\x1f" + path.read_bytes() + b"\x1f")
    return digest.hexdigest()


def measure() -> Floors:
    """What the readers of this checkout reach, in thousandths, rounded down."""
    return Floors(corpus_digest(), {reader: _measure(reader) for reader in READERS})


def _measure(reader: str) -> EventFloors:
    before = os.environ.get(ENVIRONMENT)
    os.environ[ENVIRONMENT] = reader
    pipeline.reader.cache_clear()
    try:
        score = events.evaluate([FOLDER / "answers"], FOLDER / "reports")
    finally:
        pipeline.reader.cache_clear()
        os.environ.pop(ENVIRONMENT)
        if before is not None:
            os.environ[ENVIRONMENT] = before
    return EventFloors(**{name: _down(getattr(score, name)) for name in EventFloors.__struct_fields__})


def load() -> Floors:
    """The floors that are kept."""
    return msgspec.json.decode(FILE.read_bytes(), type=Floors)


def beneath(measured: Floors, known: Floors | None = None) -> Floors:
    """The floors for what was measured; those known for the same corpus stay where they are higher."""
    kept = known.events if known and known.corpus_digest == measured.corpus_digest else {}
    lowered = {
        reader: EventFloors(**{name: _beneath(name, found, kept.get(reader)) for name in _NAMES})
        for reader, found in measured.events.items()
    }
    return Floors(measured.corpus_digest, lowered)


def _beneath(name: str, found: EventFloors, known: EventFloors | None) -> float:
    lowered = _down(getattr(found, name) - _ROOM)
    return lowered if known is None else max(lowered, getattr(known, name))


def below(measured: Floors, floors: Floors) -> list[str]:
    """The figures that lie below their floors, each as a line; a reader without floors has none."""
    rows = [
        (f"{reader} {name}", getattr(found, name), getattr(floors.events[reader], name))
        for reader, found in measured.events.items()
        if reader in floors.events
        for name in EventFloors.__struct_fields__
    ]
    return [
        f"{name}: {value:.3f} is below its floor {floor:.3f}" for name, value, floor in rows if value < floor
    ]


def main(arguments: list[str]) -> int:
    """Show, check or renew; gives the exit status."""
    measured = measure()
    known = load() if FILE.exists() else None
    lower = below(measured, known) if known else []
    if "--update" in arguments and (not lower or "--lower" in arguments):
        FILE.write_bytes(
            msgspec.json.format(msgspec.json.encode(beneath(measured, None if lower else known)), indent=2)
            + b"\n"
        )
        sys.stdout.write(f"{FILE}: written\n")
        return 0
    _show(measured, known)
    for line in lower:
        sys.stderr.write(f"{line}\n")
    if lower and "--update" in arguments:
        sys.stderr.write("Not lowered; add --lower when it is meant.\n")
    stale = known is None or known.corpus_digest != measured.corpus_digest
    if stale and "--update" not in arguments:
        sys.stderr.write(f"The corpus has changed since the floors were measured. Run: {UPDATE}\n")
    return int(bool(lower) or stale)


def _show(measured: Floors, known: Floors | None) -> None:
    for reader, found in measured.events.items():
        floors = known.events.get(reader) if known else None
        for name in EventFloors.__struct_fields__:
            floor = f"{getattr(floors, name):.3f}" if floors else "-"
            sys.stdout.write(f"{reader:8} {name:14} {getattr(found, name):.3f}  floor {floor}\n")


def _down(value: float) -> float:
    return math.floor(value * 1000) / 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
