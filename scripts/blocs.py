"""How far the members of the world's blocs agree with a public list of facts.

    DRAGOMAN_SHARED=../shared python scripts/blocs.py               every bloc, on some days
    DRAGOMAN_SHARED=../shared python scripts/blocs.py CSTO SCO      some blocs
    DRAGOMAN_SHARED=../shared python scripts/blocs.py 2016-06-01    on another day

The list is igo_factbook.jsonl (World Factbook, 2015 to 2026 with a gap 2017-03 to 2020-11: who belonged to
what as shown on some days). It contains errors, and it is late: a difference is a question, not an answer.
Observers, associates and partners are compared where we list any.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from dragoman.terms import DragomanError
from dragoman.world import CodeScheme, MembershipStatus, World
from dragoman.world.build import build, read_sources
from dragoman.world.compiled import packed
from dragoman.world.loader import decode

DAYS = (date(2016, 6, 1), date(2021, 3, 1), date(2023, 7, 1), date(2025, 6, 1), date(2026, 5, 1))
# What the factbook calls a bloc, where it is not our id in other letters
CALLED = {
    "ANDEAN_COMMUNITY": "CAN",
    "ASEAN_REGIONAL_FORUM": "ARF",
    "ASSOCIATION_OF_CARIBBEAN_STATES": "ACS",
    "BALTIC_ASSEMBLY": "BA",
    "BENELUX_UNION": "Benelux",
    "COE": "CE",
    "COMMONWEALTH": "C",
    "EAST_ASIA_SUMMIT": "EAS",
    "EUROZONE": "EMU",
    "FRANCOPHONIE": "OIF",
    "ICC": "ICCt",
    "NON_ALIGNED_MOVEMENT": "NAM",
    "NORDIC_COUNCIL": "NC",
    "SCHENGEN": "Schengen Convention",
    "UNSC": "UN Security Council",
}
# The factbook says it in many words; the first that occurs decides, and the rest are candidates and clients
STATUS = {
    "associate": MembershipStatus.ASSOCIATE,
    "participating member": MembershipStatus.ASSOCIATE,
    "observer": MembershipStatus.OBSERVER,
    "partner": MembershipStatus.PARTNER,
    "suspended": MembershipStatus.SUSPENDED,
    "member": MembershipStatus.MEMBER,
    "permanent": MembershipStatus.MEMBER,
    "temporary": MembershipStatus.MEMBER,
    "chinese taipei": MembershipStatus.MEMBER,
}
FULL = frozenset({MembershipStatus.MEMBER, MembershipStatus.SUSPENDED})

Roster = Mapping[str, MembershipStatus]


class Difference(msgspec.Struct, frozen=True):
    """A state that the list and we see differently on some days."""

    bloc: str
    state: str
    listed: MembershipStatus | None
    ours: MembershipStatus | None
    days: tuple[date, ...]

    def __str__(self) -> str:
        days = ", ".join(day.isoformat() for day in self.days)
        seen = f"the factbook says {self.listed or 'no'}, we say {self.ours or 'no'}"
        return f"{self.bloc} {self.state}: {seen} ({days})"


def listed(world: World, rows: Iterable[dict[str, Any]], day: date) -> dict[str, dict[str, MembershipStatus]]:
    """For each bloc of the factbook, in lower case and without hyphens, its states on a day."""
    rosters: dict[str, dict[str, MembershipStatus]] = defaultdict(dict)
    for row in rows:
        status = _status(row["status"])
        if status is None or not row["first_seen"] <= day.isoformat() <= row["last_seen"]:
            continue
        try:
            state = world.state(row["cc"], CodeScheme.FIPS, day)
        except DragomanError:
            continue
        rosters[_plain(row["org"])][state.id] = status
    return rosters


def ours(world: World, bloc: str, day: date) -> dict[str, MembershipStatus]:
    """The states of a bloc on a day."""
    return {state: row.status for state, row in world.members(bloc, day).items()}


def compare(world: World, bloc: str, rosters: Mapping[date, Roster], kinds: set[str]) -> Iterator[Difference]:
    """The states of a bloc that are seen differently, each once for each way."""
    days: dict[tuple[str, MembershipStatus | None, MembershipStatus | None], list[date]] = defaultdict(list)
    for day, roster in rosters.items():
        own = ours(world, bloc, day)
        theirs = {state: status for state, status in roster.items() if status in FULL or status in kinds}
        for state in sorted({*own, *theirs}):
            if own.get(state) is not theirs.get(state):
                days[state, theirs.get(state), own.get(state)].append(day)
    for (state, says, say), seen in days.items():
        yield Difference(bloc, state, says, say, tuple(seen))


def _status(words: str) -> MembershipStatus | None:
    return next((status for word, status in STATUS.items() if word in words.lower()), None)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9+]", "", name.lower())


def _kinds() -> dict[str, set[str]]:
    """The statuses that the file of each bloc with a list of its own mentions."""
    return {
        filed.content.id: {row.status for row in filed.content.members}
        for filed in read_sources().blocs
        if filed.content.members and filed.content.members != "global"
    }


def main(arguments: list[str]) -> int:
    """Print what was found; gives the exit status."""
    shared = os.environ.get("DRAGOMAN_SHARED")
    if not shared:
        sys.stderr.write("error: set DRAGOMAN_SHARED to the folder that holds data/igo_factbook.jsonl\n")
        return 1
    lines = (Path(shared) / "data" / "igo_factbook.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    world = decode(packed(build(read_sources())))
    days = [date.fromisoformat(text) for text in arguments if text[:1].isdigit()] or list(DAYS)
    asked = {text.upper() for text in arguments if not text[:1].isdigit()}
    rosters = {day: listed(world, rows, day) for day in days}
    compared = agreeing = 0
    for bloc, kinds in _kinds().items():
        name = _plain(CALLED.get(bloc, bloc))
        shown = {day: rosters[day][name] for day in days if name in rosters[day]}
        if not shown or (asked and bloc not in asked):
            continue
        differences = list(compare(world, bloc, shown, kinds))
        compared += 1
        agreeing += not differences
        for difference in differences:
            sys.stdout.write(f"{difference}\n")
    sys.stdout.write(f"{agreeing} of {compared} blocs that the factbook knows agree\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
