"""How the numbers of tone, volume and alarms were chosen, on ICEWS18 and on simulations.

    python bench/drift_choices.py --data DIR

"Exact" is the share of held-out counts inside the 90 % interval with lots drawn on its edges, and ought to be
0.90; "log score" is that of the counts under the forecast, higher is better. Dyads with `ENOUGH` events are
taken. What is chosen is marked with a star.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from drift import _AHEAD, _SHOCKS, _ahead, _simulated
from numpy.typing import NDArray

from dragoman.evaluation import drift
from dragoman.evaluation.coded_weeks import in_weeks, read_events
from dragoman.system import alarms, rates, relation
from dragoman.system import filter as filtering
from dragoman.system.filter import State, Weeks

Floats = NDArray[np.float64]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with the ICEWS18 files")
    data = parser.parse_args().data
    quads = data / "icews18_quads_train_valid.jsonl"
    if not quads.exists():
        sys.exit(f"{quads} is not there; see docs/how-to/measure-it-on-your-gold.md")
    files = [data / f"icews18_{kind}.jsonl" for kind in ("relations", "entities")]
    weeks = in_weeks(read_events([quads], files[0], files[1]), 1).weeks
    states = list(_ahead(weeks))[::2]
    _tone(weeks, states)
    _volume(weeks, states)
    _alarms(quads, files)


def _tone(weeks: Weeks, states: list[tuple[State, int]]) -> None:
    print("tone: events that weigh as one; worth of the prior; most a tone is worth ahead: exact, log score")
    for alike, prior, steady in (
        (1, 1, 12), (2, 1, 12), (3, 1, 12), (4, 1, 12), (6, 1, 12),
        (3, 2, 12), (3, 4, 12), (3, 1, 8), (3, 1, 20), (3, 1, 1e9),
    ):  # fmt: skip
        filtering.ALIKE, filtering.PRIOR_EVENTS = float(alike), float(prior)
        inside, score = zip(*_tone_ahead(weeks, states, steady), strict=True)
        star = "*" if (alike, prior, steady) == (3, 1, 12) else " "
        exact, log = np.concatenate(inside).mean(), np.concatenate(score).mean()
        print(f" {star}{alike} {prior} {steady:4.0f}: {exact:.3f} {log:.3f}")
    filtering.ALIKE, filtering.PRIOR_EVENTS = 3.0, 1.0


def _tone_ahead(
    weeks: Weeks, states: list[tuple[State, int]], steady: float
) -> Iterator[tuple[Floats, Floats]]:
    rng = np.random.default_rng(2)
    for state, week in states:
        events = (weeks.cooperation + weeks.conflict)[:, week : week + _AHEAD].sum(axis=1)
        conflict = weeks.conflict[:, week : week + _AHEAD].sum(axis=1)
        against, together = filtering.tone(state)
        firm = 1 / (1 / (against + together + 1) + 1 / steady)
        share = against / (against + together)
        inside, score = [], []
        for dyad in np.flatnonzero((state.events >= relation.ENOUGH) & (events > 0)):
            reached = relation._beta_binomial(
                int(events[dyad]), share[dyad] * firm[dyad], (1 - share[dyad]) * firm[dyad]
            )
            each = np.diff(reached, prepend=0.0)[int(conflict[dyad])]
            drawn = reached[int(conflict[dyad])] - rng.random() * each
            inside.append(0.05 < drawn < 0.95)
            score.append(np.log(max(each, 1e-12)))
        yield np.array(inside, float), np.array(score)


def _volume(weeks: Weeks, states: list[tuple[State, int]]) -> None:
    print("volume, four weeks ahead: restlessness of the level: exact")
    for restless in (1.0, 2.0, 4.0, 6.0):
        rng, inside = np.random.default_rng(2), []
        relation._RESTLESS = restless
        for state, week in states:
            events = (weeks.cooperation + weeks.conflict)[:, week : week + _AHEAD].sum(axis=1)
            exposure = weeks.others[:, week : week + _AHEAD].sum(axis=1)
            forecast = relation.volume_ahead(state, exposure, _AHEAD)
            fewer, at_most = (1 - rates.at_least(forecast, events + more) for more in (0, 1))
            drawn = fewer + (at_most - fewer) * rng.random(len(events))
            enough = state.year_events >= relation.ENOUGH
            inside.append(((drawn > 0.05) & (drawn < 0.95))[enough])
        print(f" {'*' if restless == 4 else ' '}{restless:.0f}: {np.concatenate(inside).mean():.3f}")
    relation._RESTLESS = 4.0


def _alarms(quads: Path, files: list[Path]) -> None:
    print("alarms: what is censored (1: p as it is), half-life:")
    print("  found, by chance, alarms a dyad-year; share of quiet weeks with an alarm, steady and wandering")
    for censored, half_life in ((1, 8), (3, 8), (10, 8), (100, 8), (1e9, 8), (10, 4), (10, 16), (10, 26)):
        alarms._CENSORED = float(censored)
        rates.step.__defaults__ = (float(half_life),)
        if censored == 1:  # no surprise has a size: the exponent stays at its first value
            alarms._FIRST_TAIL, alarms._CENSORED = 1.0, 1 + 1e-9
        found = drift.evaluate([_SHOCKS], [quads], files[0], files[1]).score
        quiet = ", ".join(f"{_quiet_weeks(wander):.3f}" for wander in (0.0, 0.6, 1.0))
        star = "*" if (censored, half_life) == (10, 8) else " "
        print(
            f" {star}{censored:<6g} {half_life:2}: {found.found:.2f} {found.chance:.3f} "
            f"{found.alarms_per_dyad_year:.2f}; {quiet}"
        )
        alarms._FIRST_TAIL = 0.8


def _quiet_weeks(wander: float, times: int = 4) -> float:
    shares = []
    for seed in range(times):
        made = _simulated(np.random.default_rng(seed), wander)
        shares.append(len({alarm.week for alarm in alarms.alarms(made)}) / len(made.exposure))
    return float(np.mean(shares))


if __name__ == "__main__":
    main()
