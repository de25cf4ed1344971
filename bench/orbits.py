"""How fast orbits are, how reliable, and whether what they show is more than who meets whom.

    python bench/orbits.py              speed and coverage, on simulated systems; about a minute
    DRAGOMAN_SHARED=... python bench/orbits.py   and reliability on ICEWS18 and ICEWS14

Speed: 10,000,000 events of 220 states in 520 weeks, active as Zipf's law has it. The honest boundary is the
`Counts` by week that a system holds; what making them from columns costs is printed beside it.

Coverage: how often a 90 % interval or ellipse holds what the same estimate gives on average of many systems
of the same kind.

Reliability: `tone` is what is shown. `association` is log((C+1)/(E_C+1)) - log((X+1)/(E_X+1)), E from row and
column totals, and `contact` is log((N+1)/(E+1)) of all events alike. Each is also measured after cooperation
and conflict were shuffled among the events: what is left then cannot be who stands with whom. `blocs` is the
probability that two members of one of four blocs (EU, NATO, GCC, CSTO) are nearer to each other than two
others; `US`, `RU`, `SA` that a member of NATO, the CSTO, the GCC is nearer to that state than another is; 0.5
is chance.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.system.alignment import PRIOR, Contacts, contacts, likeness, tone
from dragoman.system.counts import Counts, Step, period_on
from dragoman.system.orbits import ENOUGH, Settings, orbits
from dragoman.system.positions import placed, placed_near, rotation, spread_of
from dragoman.system.resampling import agreement, halves
from dragoman.terms.position import Orbits, Position
from dragoman.world import NameSense, load

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Measure = Callable[[Contacts, Floats], Floats]  # cosines of all sides, for one choice of weeks

_MONDAY = period_on(date(2015, 1, 5), Step.WEEK)
_BLOCS = ("EU", "NATO", "GCC", "CSTO")
_AROUND = (("US", "USA", "NATO"), ("RU", "RUS", "CSTO"), ("SA", "SAU", "GCC"))


def main() -> None:
    """Print everything that can be measured here."""
    speed()
    coverage()
    shared = os.environ.get("DRAGOMAN_SHARED")
    if not shared:
        sys.exit("DRAGOMAN_SHARED is not set: nothing more to measure")
    for year in (2018, 2014):
        counts = icews(Path(shared) / "data", year)
        reliability(year, counts)
        priors(year, counts)
        movement(year, counts)


def counted(sides: tuple[str, ...], columns: Sequence[Places], start: int) -> Counts:
    """Counts by week of event columns; material and verbal acts are not told apart.

    Args:
        columns: actor, recipient, conflict (0 or 1) and week.
    """
    actor, recipient, conflict, week = columns
    weeks = int(week.max()) + 1
    cells = np.sort(((actor * len(sides) + recipient) * weeks + week) * 2 + conflict)
    first = np.flatnonzero(np.diff(cells, prepend=-1))
    times = np.diff(np.append(first, len(cells))).astype(np.float64)
    keys, row = np.unique(cells[first] // 2, return_inverse=True)
    events = np.zeros((len(keys), 4))
    events[row, cells[first] % 2 * 2] = times
    exposure = np.bincount(week, minlength=weeks).astype(np.float64)
    return Counts(sides, Step.WEEK, start, start + weeks, keys, events, events.sum(axis=1), exposure)


def simulated(events: int, states: int, weeks: int, seed: int) -> tuple[Places, ...]:
    """Event columns of a system of two camps and some of neither: actor, recipient, conflict, week."""
    chance = np.random.default_rng(seed)
    activity = 1 / (np.arange(states) + 3.0)
    activity /= activity.sum()
    pair = chance.choice(states, (2, events), p=activity)
    actor, recipient = pair[:, pair[0] != pair[1]]
    camp = np.arange(states) % 3 - 1
    odds = -0.8 - 0.9 * camp[actor] * camp[recipient]
    conflict = (chance.random(len(actor)) < 1 / (1 + np.exp(-odds))).astype(np.int64)
    week = chance.integers(0, weeks, len(actor))
    return actor, recipient, conflict, week


def speed() -> None:
    """Seconds of one date, with intervals and ellipses."""
    states, weeks = 220, 520
    columns = simulated(10_200_000, states, weeks, 1)
    sides = tuple(f"S{number:03}" for number in range(states))
    began, spent = time.perf_counter(), time.process_time()
    counts = counted(sides, columns, _MONDAY)
    print(
        f"{len(columns[0]):,} events, {len(counts.keys):,} weeks of pairs; counted in {_since(began, spent)}"
    )
    for half_life in (None, 26.0):
        for resamplings in (200, 0):
            began, spent = time.perf_counter(), time.process_time()
            found = orbits(counts, sides[0], settings=Settings(half_life, resamplings=resamplings))
            print(
                f"  orbits of one date, half-life {half_life}, {resamplings} resamplings: "
                f"{_since(began, spent)}; {sum(each.enough for each in found.positions)} sides placed, "
                f"{found.weeks} weeks, reliability {found.reliability:.2f}"
            )


def coverage() -> None:
    """How often intervals and ellipses hold the average of systems of the same kind."""
    for states, weeks, events, times in (
        (60, 52, 30_000, 100),
        (60, 52, 120_000, 50),
        (213, 39, 150_000, 30),
    ):
        sides = tuple(f"S{number:03}" for number in range(states))
        made: list[Orbits] = []
        for seed in range(times):
            counts = counted(sides, simulated(events, states, weeks, 100 + seed), _MONDAY)
            made.append(orbits(counts, sides[0], before=made[0] if made else None))
        held: list[bool] = []
        inside: list[bool] = []
        for side in sides[1:]:
            seen = [each for found in made for each in found.positions if each.actor == side and each.enough]
            held += _held(seen)
            inside += _inside(seen)
        print(
            f"{events:,} events of {states} states in {weeks} weeks, {times} times: 90 % intervals hold the "
            f"average in {np.mean(held):.1%}, ellipses in {np.mean(inside):.1%}"
        )


def _held(seen: list[Position]) -> list[bool]:
    """Whether each interval holds the mean of all distances."""
    rows = np.array([(each.distance, each.low, each.high) for each in seen], np.float64)
    mean = rows[:, 0].mean()
    return list((rows[:, 1] <= mean) & (mean <= rows[:, 2]))


def _inside(seen: list[Position]) -> list[bool]:
    """Whether each ellipse holds the mean of all points."""
    rows = np.array(
        [
            (each.x, each.y, each.ellipse.major, each.ellipse.minor, np.radians(each.ellipse.angle))
            for each in seen
            if each.ellipse is not None
        ],
        np.float64,
    )
    x, y = (rows[:, :2].mean(axis=0) - rows[:, :2]).T
    along, across = (
        x * np.cos(rows[:, 4]) + y * np.sin(rows[:, 4]),
        y * np.cos(rows[:, 4]) - x * np.sin(rows[:, 4]),
    )
    return list((along / rows[:, 2]) ** 2 + (across / rows[:, 3]) ** 2 <= 1)


def icews(folder: Path, year: int) -> Counts:
    """Interstate events of ICEWS14 or ICEWS18; CAMEO roots 01 to 08 are cooperation."""
    short = f"icews{year % 100}"
    quads = "icews18_quads_train_valid" if year == 2018 else "icews14_quads"
    country = _countries()
    side = {
        row["id"]: country.get((row["country_suffix"] or row["name"]).casefold())
        for row in _rows(folder / f"{short}_entities.jsonl")
    }
    conflict = {row["id"]: int(int(row["root"]) > 8) for row in _rows(folder / f"{short}_relations.jsonl")}
    found = [
        (one, other, conflict[relation], day // 7)
        for day, actor, relation, recipient, _ in _rows(folder / f"{quads}.jsonl")
        if (one := side[actor]) and (other := side[recipient]) and one != other
    ]
    sides = tuple(sorted({row[0] for row in found} | {row[1] for row in found}))
    number = {name: place for place, name in enumerate(sides)}
    columns = list(np.array([(number[a], number[b], kind, week) for a, b, kind, week in found], np.int64).T)
    print(f"\nICEWS{year % 100}: {len(found):,} events between {len(sides)} sides")
    return counted(sides, columns, period_on(date(year, 1, 1), Step.WEEK))


def _rows(file: Path) -> Iterator:  # type: ignore[type-arg]  # rows of several kinds
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _countries() -> dict[str, str]:
    """The country of every name that means one country only, without regard to case."""
    world = load()
    senses = {NameSense.NAME, NameSense.ALIAS, NameSense.ACRONYM, NameSense.FULL_NAME}
    found: dict[str, set[str]] = {}
    for name in world.names:
        country = world.entities[name.entity].country
        if name.sense in senses and country:
            found.setdefault(name.surface.casefold(), set()).add(country)
    return {surface: min(countries) for surface, countries in found.items() if len(countries) == 1}


def tones(prior: float) -> Measure:
    """What is shown."""

    def measure(seen: Contacts, chosen: Floats) -> Floats:
        found = tone(*seen.totals(chosen[:, None]), prior)[:, 0]
        return likeness(seen.pairs, found, seen.sides, np.arange(seen.sides)).astype(np.float64)

    return measure


def association(seen: Contacts, chosen: Floats) -> Floats:
    """More cooperation and less conflict than the totals of both sides let one expect."""
    cooperation, conflict = _symmetric(seen, chosen)
    return _of_square(_beyond(cooperation) - _beyond(conflict))


def contact(seen: Contacts, chosen: Floats) -> Floats:
    """More of anything than the totals let one expect."""
    cooperation, conflict = _symmetric(seen, chosen)
    return _of_square(_beyond(cooperation + conflict))


def _symmetric(seen: Contacts, chosen: Floats) -> list[Floats]:
    made = []
    for total in seen.totals(chosen[:, None]):
        square = np.zeros((seen.sides, seen.sides))
        square.reshape(-1)[seen.pairs] = total[:, 0]
        made.append(square + square.T)
    return made


def _beyond(events: Floats) -> Floats:
    """log((N + 1) / (E + 1)), E from row and column totals, none of it with oneself."""
    total = events.sum(axis=1)
    expected = np.outer(total, total)
    np.fill_diagonal(expected, 0)
    expected *= events.sum() / max(expected.sum(), 1e-9)
    found: Floats = np.log((events + 1) / (expected + 1))
    return found


def _of_square(square: Floats) -> Floats:
    sides = len(square)
    np.fill_diagonal(square, 0)
    every = np.arange(sides)
    return likeness(np.arange(sides * sides), square.reshape(-1), sides, every).astype(np.float64)


def reliability(year: int, counts: Counts) -> None:
    """How far halves agree, also with kinds of events shuffled, and how far blocs hold together."""
    seen, mixed = (contacts(each, each.start, each.stop) for each in (counts, shuffled(counts)))
    drawn = np.flatnonzero(_busy(seen) >= ENOUGH)
    names = [counts.sides[side] for side in drawn]
    print(f"{len(drawn)} sides with at least {ENOUGH:g} events, weeks {len(seen.weeks)}")
    print("             reliability   shuffled   first and second half   blocs     US     RU     SA")
    for label, measure in (("tone", tones(PRIOR)), ("association", association), ("contact", contact)):
        true, chance = (_halves_agree(each, measure, drawn) for each in (seen, mixed))
        later = (np.arange(len(seen.weeks)) * 2 >= len(seen.weeks)).astype(np.float64)
        drift = _pairs_agree(measure(seen, later), measure(seen, 1 - later), drawn)
        cosine = measure(seen, np.ones(len(seen.weeks)))[np.ix_(drawn, drawn)]
        held = "   ".join(f"{each:.2f}" for each in blocs(cosine, names, date(year, 7, 1)))
        print(f"  {label:12} {true:8.2f} {chance:12.2f} {drift:16.2f} {held:>36}")
    found, dealt = (
        orbits(each, "USA", settings=Settings(resamplings=0)) for each in (counts, shuffled(counts))
    )
    around = [orbits(counts, side, settings=Settings(resamplings=0)).reliability or 0.0 for side in names]
    print(
        f"  map reliability {found.map_reliability:.2f}, shuffled {dealt.map_reliability:.2f}; of distances "
        f"from USA {found.reliability:.2f}; median over all centres {np.median(around):.2f}, under 0.6 in "
        f"{np.mean(np.array(around) < 0.6):.0%}"
    )
    for state in ("USA", "RUS", "CHN"):
        near = orbits(counts, state, settings=Settings(resamplings=0)).positions[1:9]
        print(f"  nearest to {state}:", *(f"{each.actor} {each.distance:.2f}" for each in near))


def priors(year: int, counts: Counts) -> None:
    """The same for other weights of the prior, and how exact the fast eigenvectors are."""
    seen = contacts(counts, counts.start, counts.stop)
    drawn = np.flatnonzero(_busy(seen) >= ENOUGH)
    names = [counts.sides[side] for side in drawn]
    for prior in (1.0, 2.0, 4.0, 8.0, 16.0):
        measure = tones(prior)
        cosine = measure(seen, np.ones(len(seen.weeks)))[np.ix_(drawn, drawn)]
        held = " ".join(f"{each:.2f}" for each in blocs(cosine, names, date(year, 7, 1)))
        print(f"  prior {prior:4.0f}: reliability {_halves_agree(seen, measure, drawn):.2f}, blocs {held}")
    choice = np.random.default_rng(0).multinomial(
        len(seen.weeks), np.full(len(seen.weeks), 1 / len(seen.weeks))
    )
    start = placed(tones(PRIOR)(seen, np.ones(len(seen.weeks)))[np.ix_(drawn, drawn)])[1]
    cosine = tones(PRIOR)(seen, choice.astype(np.float64))[np.ix_(drawn, drawn)]
    exact, quick = placed(cosine)[0], placed_near(cosine, start)
    turned = quick * np.sign((exact * quick).sum(axis=0))
    print(f"  points by subspace iteration are off by at most {np.abs(turned - exact).max():.5f}")


def movement(year: int, counts: Counts) -> None:
    """How far points move from one period to the next, turned onto the last map and not, refused or not."""
    for span in (13, 26):
        starts = range(counts.start, counts.stop - span + 1, span if span == 13 else 13)
        maps = [_map(counts, start, start + span - 1) for start in starts]
        print(f"  {len(maps)} periods of {span} weeks, map reliability", *(f"{each[2]:.2f}" for each in maps))
        turned, plain, scale = [], [], []
        before = maps[0][:2]
        for drawn, points, _ in maps[1:]:
            _, here, there = np.intersect1d(drawn, before[0], return_indices=True)
            better = points @ rotation(points[here], before[1][there])
            turned.append(np.median(np.linalg.norm(better[here] - before[1][there], axis=1)))
            scale.append(np.median(np.linalg.norm(points, axis=1)))
            before = drawn, better
        for one, other in pairwise(maps):
            _, here, there = np.intersect1d(other[0], one[0], return_indices=True)
            plain.append(np.median(np.linalg.norm(other[1][here] - one[1][there], axis=1)))
        for label, moves in (
            ("turned", turned),
            ("not turned", plain),
            ("median distance from the origin", scale),
        ):
            print(f"    {label}:", *(f"{each:.2f}" for each in moves))


def _map(counts: Counts, first: int, last: int) -> tuple[Places, Floats, float]:
    """Who is drawn, where, and how reliable that is."""
    seen = contacts(counts, first, last)
    drawn = np.flatnonzero(_busy(seen) >= ENOUGH)
    made = [placed(tones(PRIOR)(seen, choice)[np.ix_(drawn, drawn)])[0] for choice in halves(seen.weeks).T]
    return drawn, made[0], agreement(spread_of(made[1]), spread_of(made[2]))


def shuffled(counts: Counts) -> Counts:
    """The same events with cooperation and conflict dealt out anew."""
    times = counts.events.astype(np.int64)
    row, kind = np.nonzero(times)
    row, kind = np.repeat(row, times[row, kind]), np.repeat(kind, times[row, kind])
    kind = np.random.default_rng(0).permutation(kind)
    events = np.bincount(row * 4 + kind, minlength=times.size).reshape(times.shape).astype(np.float64)
    return replace(counts, events=events)


def _busy(seen: Contacts) -> Floats:
    """Events in which each side takes part."""
    cooperation, conflict = _symmetric(seen, np.ones(len(seen.weeks)))
    events: Floats = (cooperation + conflict).sum(axis=1)
    return events


def _halves_agree(seen: Contacts, measure: Measure, drawn: Places) -> float:
    _, odd, even = halves(seen.weeks).T
    return _pairs_agree(measure(seen, odd), measure(seen, even), drawn)


def _pairs_agree(one: Floats, other: Floats, drawn: Places) -> float:
    pairs = np.triu_indices(len(drawn), 1)
    return agreement(one[np.ix_(drawn, drawn)][pairs], other[np.ix_(drawn, drawn)][pairs])


def blocs(cosine: Floats, names: list[str], day: date) -> list[float]:
    """How far two members of a bloc are nearer than others; then members to the state in their middle."""
    members = {bloc: _members(bloc, names, day) for bloc in _BLOCS}
    together = np.any([np.outer(each, each) for each in members.values()], axis=0)
    pairs = np.triu_indices(len(names), 1)
    found = [_above(cosine[pairs], together[pairs])]
    for _, state, bloc in _AROUND:
        row = names.index(state)
        others = np.arange(len(names)) != row
        found.append(_above(cosine[row][others], members[bloc][others]))
    return found


def _members(bloc: str, names: list[str], day: date) -> NDArray[np.bool_]:
    belonging = {state for state, row in load().members(bloc, day).items() if row.status.value == "member"}
    return np.array([name in belonging for name in names])


def _above(values: Floats, chosen: NDArray[np.bool_]) -> float:
    """The probability that one of the chosen is above one of the others (Mann and Whitney)."""
    rank = np.argsort(np.argsort(values)) + 1.0
    few = int(chosen.sum())
    return float((rank[chosen].sum() - few * (few + 1) / 2) / (few * (len(values) - few)))


def _since(began: float, spent: float) -> str:
    return f"{time.perf_counter() - began:.2f} s ({time.process_time() - spent:.2f} s of a processor)"


if __name__ == "__main__":
    main()
