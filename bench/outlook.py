"""How good the outlook is on ICEWS 2018, how honest its intervals are, and how fast it is on a large record.

    DRAGOMAN_SHARED=... python bench/outlook.py            quads, for 1, 4 and 12 weeks
    DRAGOMAN_SHARED=... python bench/outlook.py --types    PLOVER types as well, as far as CAMEO has them
    python bench/outlook.py --scale                        300 sides, 10,000,000 made-up events, 20 deeds

ICEWS is for measuring only: nothing of it is in the repository, and nothing that was fitted on it. The file
holds 38 full weeks (January to 23 September 2018). Each forecast week is learnt anew from those before it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from functools import cache
from pathlib import Path

import numpy as np
from scipy.stats import betabinom

from dragoman.system.outlook import DEEDS, Events, Log, fit, log_of
from dragoman.system.outlook.events import FORECAST, TYPES
from dragoman.system.outlook.history import history_of
from dragoman.system.outlook.model import SUREST
from dragoman.system.outlook.sample import WARM_UP, came
from dragoman.terms import EntityKind, UnknownName
from dragoman.terms.outlook import Deed
from dragoman.world import load

WEEKS = 38
TESTED = {1: (30, 37), 4: (30, 34), 12: (24, 26)}  # forecast weeks by horizon
LEAST = 6  # events that a directed dyad had before the first forecast week to be in the second table
OFTEN = 20  # events
NAMES = {"Palestinian Territory, Occupied": "Palestine"}
# CAMEO root to PLOVER type where both stand in the same quad; where they do not, only the quad is taken
TYPE_OF_ROOT = {
    3: Deed.AGREE,
    4: Deed.CONSULT,
    5: Deed.SUPPORT,
    6: Deed.COOPERATE,
    7: Deed.AID,
    8: Deed.RETREAT,
    9: Deed.ACCUSE,
    10: Deed.REQUEST,
    11: Deed.ACCUSE,
    12: Deed.REJECT,
    13: Deed.THREATEN,
    14: Deed.PROTEST,
    15: Deed.MOBILIZE,
    16: Deed.SANCTION,
    17: Deed.COERCE,
    18: Deed.ASSAULT,
    19: Deed.ASSAULT,
    20: Deed.ASSAULT,
}


def lines(name: str) -> list[dict[str, str]]:
    """A JSON Lines file of the shared folder."""
    text = (Path(os.environ["DRAGOMAN_SHARED"]) / "data" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def countries(often: set[int]) -> dict[int, str]:
    """The state of an ICEWS actor: its suffix, its own name, or that of a person or group the world knows.

    Names without a suffix are looked up only of those who act often: what is not found takes long.
    """
    found = {}
    for row in lines("icews18_entities.jsonl"):
        suffix, number = row["country_suffix"], int(row["id"])
        state = _state(suffix) if suffix else _state(row["name"]) if number in often else None
        if state:
            found[number] = state
    return found


@cache
def _state(name: str) -> str | None:
    try:
        entity = load().resolve(NAMES.get(name, name))
    except UnknownName:
        return None
    return entity.country if entity.kind in (EntityKind.STATE, EntityKind.PERSON, EntityKind.GROUP) else None


def icews() -> Events:
    """Events between states, by week."""
    root = {int(row["id"]): int(row["root"]) for row in lines("icews18_relations.jsonl")}
    path = Path(os.environ["DRAGOMAN_SHARED"]) / "data" / "icews18_quads_train_valid.jsonl"
    quads = np.array([json.loads(line)[:4] for line in path.read_text().splitlines()])
    number, times = np.unique(quads[:, [1, 3]], return_counts=True)
    state = countries(set(number[times >= OFTEN].tolist()))
    known = [row for row in quads.tolist() if row[1] in state and row[3] in state and row[0] < 7 * WEEKS]
    sides = sorted({state[row[at]] for row in known for at in (1, 3)})
    place = {side: number for number, side in enumerate(sides)}
    table = np.array([(place[state[a]], place[state[b]], day // 7, root[r]) for day, a, r, b in known])
    table = table[table[:, 0] != table[:, 1]]
    actor, recipient, week, cameo = table.T
    kind = np.array([_kind(number) for number in range(21)])[cameo]
    exposure = np.bincount(week, minlength=WEEKS).astype(float)
    print(f"ICEWS 2018: {len(table):,} events between {len(sides)} states in {WEEKS} weeks")
    return Events(actor, recipient, week, kind, np.ones(len(table)), len(sides), exposure)


def _kind(root: int) -> int:
    if root in TYPE_OF_ROOT:
        return DEEDS.index(TYPE_OF_ROOT[root])
    return TYPES + int(np.searchsorted([5, 8, 13], root))


def busy(events: Events, week: int, least: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Directed dyads with so many events before a week."""
    rows = events.week < week
    dyad = events.actor[rows].astype(np.int64) * events.sides + events.recipient[rows]
    found, number = np.unique(dyad, return_counts=True)
    return found[number >= least]


def against_usual(log: Log, events: Events) -> Log:
    """Only the busier dyads, with a climatology of their own: their rate in the weeks before."""
    first = int(log.at_week.min())
    dyads = busy(events, first, LEAST)
    part = log.where(np.isin(log.actor * events.sides + log.recipient, dyads))
    past = history_of(events, first)
    actor, recipient = np.divmod(dyads, events.sides)
    for kind in np.unique(part.kind):
        weeks = int(part.weeks[0])
        known = [
            came(past, int(kind), actor, recipient, np.full(len(dyads), week), weeks).mean()
            for week in range(WARM_UP, first - weeks + 1)
        ]
        part.climatology[part.kind == kind] = np.mean(known)
    return part


def table(log: Log, kinds: list[Deed], weeks: int) -> None:
    """One line for each deed."""
    for kind in kinds:
        found = log.calibration(kind, weeks)
        if found is not None and found.auc is not None:
            print(
                f"{kind.value:22}{weeks:3}{found.n:9,}{found.happened / found.n:8.3%}{found.brier:9.5f}"
                f"{found.skill:8.3f}{found.skill_base_rate:8.3f}{found.auc:7.3f}{found.error:7.4f}"
            )


def measure(events: Events, kinds: list[Deed]) -> None:
    """Skill for each horizon, of all pairs in contact and of the busier dyads."""
    head = f"{'deed':22}{'wks':>3}{'n':>9}{'rate':>8}{'Brier':>9}{'BSS':>8}{'BSS own':>8}{'AUC':>7}{'ECE':>7}"
    weeks_tested = range(min(first for first, _ in TESTED.values()), WEEKS)
    started = time.process_time()
    whole = log_of(events, weeks_tested[0], weeks_tested[-1], horizons=tuple(TESTED), kinds=DEEDS)
    seconds = (time.process_time() - started) / len(weeks_tested)
    print(f"{seconds:.1f} s of processor time to fit and forecast 20 deeds at 3 horizons as of one week")
    for weeks, (first, last) in TESTED.items():
        log = whole.where((whole.weeks == weeks) & (whole.at_week >= first) & (whole.at_week <= last))
        print(f"\nforecast weeks {first} to {last}\n{head}\nall pairs in contact")
        table(log, kinds, weeks)
        part = against_usual(log, events)
        dyads = len(np.unique(part.actor * events.sides + part.recipient))
        print(f"{dyads:,} directed dyads with {LEAST} events or more before week {first}")
        table(part, kinds, weeks)


def covered(events: Events) -> None:
    """Of how many dyads the acts of the next eight weeks lie within what the 90 per cent interval expects."""
    dice = np.random.default_rng(0)
    past = history_of(events, WEEKS)
    print("\nweeks with the deed in the next 8, within what the 90 % interval for one week expects")
    for week in (22, 30):
        model = fit(events, week, (1,), kinds=DEEDS)
        for kind in DEEDS[TYPES:FORECAST]:
            target, grid = DEEDS.index(kind), model.grid(kind, 1)
            told = grid.enough & (grid.probability > 0.05) & (grid.probability < 0.95)
            actor, recipient, chance = grid.actor[told], grid.recipient[told], grid.probability[told]
            hits = sum(
                came(past, target, actor, recipient, np.full(len(actor), later), 1).astype(int)
                for later in range(week, week + 8)
            )
            known = model.history.trials[week] + model.prior[target]
            size = 1 / (1 / known + 1 / SUREST)
            below = betabinom.cdf(hits - 1, 8, chance * size, (1 - chance) * size)
            at = betabinom.pmf(hits, 8, chance * size, (1 - chance) * size)
            rank = below + dice.random(len(chance)) * at
            share = ((rank > 0.05) & (rank < 0.95)).mean()
            print(f"week {week}  {kind.value:22}{len(chance):6,} dyads  {share:.1%}")


def scale(sides: int = 300, number: int = 10_000_000, weeks: int = 260) -> None:
    """Processor time on made-up events, all of them within what the model remembers."""
    dice = np.random.default_rng(0)
    habit = dice.dirichlet(np.full(sides, 0.3))
    actor, recipient = (dice.choice(sides, number, p=habit).astype(np.int32) for _ in range(2))
    week = dice.integers(0, weeks, number).astype(np.int32)
    kind = dice.choice(TYPES, number, p=dice.dirichlet(np.ones(TYPES))).astype(np.int16)
    exposure = np.bincount(week, minlength=weeks).astype(float)
    events = Events(actor, recipient, week, kind, np.ones(number), sides, exposure)
    started = time.process_time()
    history = history_of(events, weeks)
    sorted_in = time.process_time() - started
    print(f"{number:,} events, {sides} sides, {weeks} weeks: {len(history.dyads.keys):,} cells", end=" ")
    started = time.process_time()
    model = fit(events, weeks)
    fitted = time.process_time() - started
    print(f"\n{fitted:.0f} s to fit 20 deeds at 3 horizons, of which {sorted_in:.0f} s to count")
    for turn in ("first", "second"):
        started = time.process_time()
        model.all(Deed.MATERIAL_CONFLICT, 4)
        print(f"{time.process_time() - started:.1f} s to rank all pairs with reasons, the {turn} time")


def main() -> None:
    """What the arguments ask for."""
    if "--scale" in sys.argv:
        scale()
        return
    events = icews()
    measure(events, list(DEEDS if "--types" in sys.argv else DEEDS[TYPES:FORECAST]))
    covered(events)


if __name__ == "__main__":
    main()
