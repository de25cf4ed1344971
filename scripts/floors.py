"""Quality of readers and merging on the bundled corpus, against the floors kept in bench/floors.json.

python scripts/floors.py                    show figures and floors (exit status 1 when one is below)
python scripts/floors.py --update           raise the floors to the figures; refuses to lower one
python scripts/floors.py --update --lower   lower them too, when something else was bought with it

Floors hold for one corpus: they carry a digest of it, so that reports, answers and floors change together.
"""

from __future__ import annotations

import hashlib
import importlib.util
import math
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import msgspec

from dragoman import pipeline
from dragoman.corpus import FOLDER
from dragoman.evaluation import events
from dragoman.reading import ENVIRONMENT

FILE = Path(__file__).parents[1] / "bench" / "floors.json"
MERGING = FILE.with_name("merging.py")
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


class MergingFloors(msgspec.Struct, frozen=True):
    """The least the merging must reach, by pairs of tellings."""

    f1: float
    precision: float
    recall: float


Least = TypeVar("Least", EventFloors, MergingFloors)


class Floors(msgspec.Struct, frozen=True):
    """Floors of events by reader, of the merging by whose tellings, and the digest of their corpus."""

    corpus_digest: str
    events: dict[str, EventFloors]
    merging: dict[str, MergingFloors] = {}


def corpus_digest() -> str:
    """Digest of all reports and answers, names included."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted((*(FOLDER / "reports").iterdir(), *(FOLDER / "answers").iterdir())):
        digest.update(path.name.encode() + b"\x1f" + path.read_bytes() + b"\x1f")
    return digest.hexdigest()


def measure() -> Floors:
    """What the readers and the merging of this checkout reach, in thousandths, rounded down."""
    return Floors(corpus_digest(), {reader: _measure(reader) for reader in READERS}, _measure_merging())


def _measure_merging() -> dict[str, MergingFloors]:
    scores = {name: _merging().pairs(pile) for name, pile in _merging().piles()}
    return {
        name: MergingFloors(_down(score.f1), _down(score.precision), _down(score.recall))
        for name, score in scores.items()
    }


@cache
def _merging() -> ModuleType:
    """The script ``bench/merging.py``, which says what is measured."""
    spec = importlib.util.spec_from_file_location("bench_merging", MERGING)
    if spec is None or spec.loader is None:
        raise ImportError(f"{MERGING} cannot be loaded.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # the records look their annotations up there
    spec.loader.exec_module(module)
    return module


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
    is_of_it = known is not None and known.corpus_digest == measured.corpus_digest
    kept = known if known and is_of_it else Floors(measured.corpus_digest, {})
    return Floors(
        measured.corpus_digest,
        {name: _beneath(found, kept.events.get(name)) for name, found in measured.events.items()},
        {name: _beneath(found, kept.merging.get(name)) for name, found in measured.merging.items()},
    )


def _beneath(found: Least, known: Least | None) -> Least:
    lowered = {name: _down(value - _ROOM) for name, value in msgspec.structs.asdict(found).items()}
    least = msgspec.structs.asdict(known) if known else lowered
    return type(found)(**{name: max(value, least[name]) for name, value in lowered.items()})


def below(measured: Floors, floors: Floors) -> list[str]:
    """The figures that lie below their floors, each as a line; what has no floor has none."""
    return [
        f"{name}: {value:.3f} is below its floor {floor:.3f}"
        for name, value, floor in _rows(measured, floors)
        if floor is not None and value < floor
    ]


def _rows(measured: Floors, floors: Floors | None) -> Iterator[tuple[str, float, float | None]]:
    """What each figure is called, the figure, and its floor."""
    for group, least in (
        (measured.events, floors.events if floors else {}),
        (measured.merging, floors.merging if floors else {}),
    ):
        for whose, found in group.items():
            for name, value in msgspec.structs.asdict(found).items():
                yield f"{whose:8} {name}", value, getattr(least.get(whose), name, None)


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
    for name, value, least in _rows(measured, known):
        floor = "-" if least is None else f"{least:.3f}"
        sys.stdout.write(f"{name:23} {value:.3f}  floor {floor}\n")


def _down(value: float) -> float:
    return math.floor(value * 1000) / 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
