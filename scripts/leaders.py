"""How far the leaders in the world's files agree with two public lists of facts, and where nobody is named.

    DRAGOMAN_SHARED=../shared python scripts/leaders.py             a summary
    DRAGOMAN_SHARED=../shared python scripts/leaders.py KAZ KGZ     every gap and difference of some states

The lists are leaders_reign.jsonl (REIGN, to March 2021: who led in fact, by month) and leaders_factbook.jsonl
(World Factbook, 2015 to 2026 with a gap 2017-03 to 2020-11: heads of state and government as shown on some
days). Both contain errors: a difference is a question, not an answer. Gaps are counted since 1990.
"""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from rapidfuzz import fuzz

from dragoman.terms import Entity, UnknownName
from dragoman.world import CodeScheme, State, World
from dragoman.world.build import build, read_sources
from dragoman.world.compiled import packed
from dragoman.world.loader import decode

BEGIN, STEP = date(1990, 1, 1), timedelta(days=1)
# Two spellings of one name in different romanisations score at least this (rapidfuzz partial ratio).
ALIKE = 70
HEADS = ("head_of_state", "head_of_government")
# The factbook lists deputies and viceroys too, often without a title of their own.
TITLE = re.compile(
    r"(?:(?:Acting|Interim|Transitional|Transition|Interim Transitional) )*"
    r"(?:President(?! of the (?:Assembly|Government))|Prime Minister(?!s)|King|Queen|Chancellor|Sultan"
    r"|Amir|Emir|Supreme Leader|Premier|Taoiseach|Pope|Emperor|Grand Duke|Chairman of the Cabinet)"
)
FACTBOOK = {"chief of state": "head_of_state", "head of government": "head_of_government"}


class Gap(msgspec.Struct, frozen=True):
    """Days on which nobody holds an office."""

    state: str
    office: str
    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.state} {self.office}: nobody from {self.first} to {self.last}"


class Difference(msgspec.Struct, frozen=True):
    """A day on which a list names somebody else."""

    state: str
    office: str
    day: date
    listed: str
    ours: tuple[str, ...]
    source: str

    def __str__(self) -> str:
        ours = ", ".join(self.ours) or "nobody"
        return f"{self.state} {self.office} on {self.day}: {self.source} says {self.listed!r}, we say {ours}"


def gaps(world: World, state: State, today: date) -> Iterator[Gap]:
    """The stretches since 1990 in which an office the state has had no holder."""
    first = max(BEGIN, state.exists.earliest or BEGIN)
    last = min(today, state.exists.latest or today)
    for office in HEADS:
        opened: date | None = None
        day = first
        while day <= last:
            if not world.holders(state.id, office, day):
                opened = opened or day
            elif opened:
                yield Gap(state.id, office, opened, day - STEP)
                opened = None
            day += STEP
        if opened:
            yield Gap(state.id, office, opened, last)


def reign(world: World, rows: list[dict[str, Any]], today: date) -> Iterator[tuple[str, Difference | None]]:
    """For each leader of REIGN since 1990 the state and the difference, in the middle of his term."""
    for row in rows:
        year, month, day = (int(part) for part in row["start"])
        began = date(year, month, max(1, day))
        ended = _month(row["end"]) or min(today, date(2021, 3, 1))
        middle = max(began, BEGIN) + (ended - max(began, BEGIN)) / 2
        if ended <= BEGIN or ended < began:
            continue
        try:
            state = world.state(row["ccode"], CodeScheme.COW, middle)
        except UnknownName:
            continue
        serving = [p for office in (*HEADS, "leader") for p in world.holders(state.id, office, middle)]
        yield state.id, _compare(state.id, "leader", middle, row["leader"], serving, "REIGN")


def factbook(world: World, rows: list[dict[str, Any]]) -> Iterator[tuple[str, Difference | None]]:
    """For each head of the factbook the state and the difference, on the last day it was shown."""
    for row in rows:
        if not TITLE.match(row["who"]):
            continue
        seen = date.fromisoformat(row["first_seen"]) + STEP * 7
        last = date.fromisoformat(row["last_seen"])
        if last < seen:
            continue
        try:
            state = world.state(row["cc"], CodeScheme.FIPS, last)
        except UnknownName:
            continue
        surname = " ".join(word for word in re.findall(r"[^\s,]+", row["who"]) if _is_shouted(word))
        if surname:
            serving = [p for office in (*HEADS, "leader") for p in world.holders(state.id, office, seen)]
            office = FACTBOOK[row["office"]]
            yield state.id, _compare(state.id, office, seen, surname, serving, "the factbook")


def _compare(
    state: str, office: str, day: date, listed: str, serving: list[Entity], source: str
) -> Difference | None:
    if any(fuzz.partial_ratio(_plain(listed), _plain(person.id)) >= ALIKE for person in serving):
        return None
    names = tuple(dict.fromkeys(person.id for person in serving))
    return Difference(state, office, day, listed, names, source)


def _month(end: list[str]) -> date | None:
    return date(int(end[0]), int(end[1]), 1) if end[0] else None


def _is_shouted(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and word == word.upper() and word not in ("II", "III", "IV", "VI", "XVI")


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z ]", "", bare.lower())


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main(arguments: list[str]) -> int:
    """Print what was found; gives the exit status."""
    shared = os.environ.get("DRAGOMAN_SHARED")
    if not shared:
        sys.stderr.write("error: set DRAGOMAN_SHARED to the folder that holds data/leaders_reign.jsonl\n")
        return 1
    data, today = Path(shared) / "data", datetime.now(UTC).date()
    world = decode(packed(build(read_sources())))
    asked = {argument.upper() for argument in arguments}
    states = [s for s in world.states if not asked or s.id in asked]
    holes = [gap for state in states for gap in gaps(world, state, today)]
    compared = [
        *reign(world, _lines(data / "leaders_reign.jsonl"), today),
        *factbook(world, _lines(data / "leaders_factbook.jsonl")),
    ]
    compared = [(state, found) for state, found in compared if not asked or state in asked]
    differences = [found for _, found in compared if found]
    if asked:
        for line in (*holes, *differences):
            sys.stdout.write(f"{line}\n")
    days = sum((gap.last - gap.first).days + 1 for gap in holes)
    complete = len({s.id for s in states} - {gap.state for gap in holes})
    agreeing = len(compared) - len(differences)
    sys.stdout.write(
        f"{complete} of {len(states)} states without a gap; {days:,} days without a head\n"
        f"{agreeing:,} of {len(compared):,} listed terms agree ({agreeing / max(1, len(compared)):.1%})\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
