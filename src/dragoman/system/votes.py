"""A second opinion on who stands close to whom: votes in the General Assembly of the United Nations.

No votes come with the program. The user has one of two public files, as CSV:

    roll calls      a row for each country and roll call: rcid, country, country_code, vote (R package
                    unvotes), or rcid, ccode, vote as 1, 2, 3 (Voeten, Strezhnev and Bailey,
                    doi:10.7910/DVN/LEJUQZ). Sessions and dates stand in the same file, or in a second one
                    of rcid, session, date
    ideal points    a row for each country and session: ccode, iso3c or Countryname, session or year, and
                    IdealPoint or IdealPointAll (Bailey, Strezhnev and Voeten 2017), with quantiles or not
"""

from __future__ import annotations

import math
import re
from array import array
from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.system.voters import FIRST_SESSION, Countries, Table, opened
from dragoman.terms import DragomanError, UnknownName
from dragoman.terms.position import VoteMeasure, VoteOrbits, VotePosition

_BALLOTS = {"yes": 0, "1": 0, "abstain": 1, "2": 1, "no": 2, "3": 2}  # halves of a disagreement with yes
_NOT_CAST = {"8", "9", "absent", "na", ""}  # absent, not a member: no vote, and no mistake of the file
_NONE = -1

Column = NDArray[np.int64]
_POINTS = ("idealpointall", "idealpoint", "idealpointfp", "ideal_point", "theta")
_QUANTILE = re.compile(r"(?:\w+_)?q[o0]?[._%]*(\d+)%?(?:all|fp)?")  # QO%5All, q05, theta_q95


def is_roll_calls(file: Path) -> bool:
    """Whether a file is a table of votes, and not of ideal points, by its columns.

    Raises:
        UnreadableInput: the file cannot be read.
    """
    with opened(file) as table:
        return table.place("rcid") is not None


def ideal_points(file: Path, centre: str, session: int | None = None, year: int | None = None) -> VoteOrbits:
    """How far the ideal point of every state is from the centre's, in one session.

    Args:
        file: a table of ideal points.
        centre: ISO 3166 alpha-3.
        session, year: one of the two; session n is that of the year 1945 + n.

    Raises:
        UnreadableInput: the file cannot be read, or lacks a column.
        DragomanError: not exactly one of session and year is given, or the file has nothing of it.
        UnknownName: the file has no point of the centre then.
    """
    if (session is None) == (year is None):
        raise DragomanError("Ideal points are given by session. Say which, by a session or a year.")
    found: dict[str, tuple[float, float | None, float | None]] = {}
    with opened(file) as table:
        point = table.needed("ideal point", *_POINTS)
        bounds = [_quantile(table, 5), _quantile(table, 95)]
        is_meant = _meant(table, session, year)
        countries = Countries(table, _year(session, year))
        for row in table.lines:
            if not is_meant(row) or (state := countries.of(row)) is None:
                continue
            value = _number(row, point)
            if value is None:
                countries.reject(f"{state} without an ideal point")
            else:
                low, high = (_number(row, place) for place in bounds)
                found[state] = value, low, high
    period = _period(session, year)
    _check(centre, found, file, period)
    middle = found[centre][0]
    made = [
        VotePosition(state, abs(value - middle), *_apart(low, high, middle))
        if state != centre
        else VotePosition(state, 0.0)
        for state, (value, low, high) in found.items()
    ]
    return VoteOrbits(
        centre, period, VoteMeasure.IDEAL_POINT, _nearest_first(made, centre), countries.rejected()
    )


def roll_calls(
    file: Path, centre: str, calls: Path | None = None, session: int | None = None, year: int | None = None
) -> VoteOrbits:
    """In what share of common roll calls every state voted otherwise than the centre.

    Yes against no is one disagreement, an abstention against either half a one: 1 - Voeten's index of
    agreement.

    Args:
        file: a table of votes.
        centre: ISO 3166 alpha-3.
        calls: a table of roll calls, where that of votes has neither session nor date.
        session, year: at most one of the two; a year is that of the roll call's date. Neither: all of them.

    Raises:
        UnreadableInput: a file cannot be read, or lacks a column.
        DragomanError: both session and year are given, or there are no votes of that time.
        UnknownName: the centre did not vote then.
    """
    if session is not None and year is not None:
        raise DragomanError("Both a session and a year were given. Give one of them.")
    chosen = None if calls is None else _chosen(calls, session, year)
    numbers: dict[str, int] = {}
    states: dict[str, int] = {}
    call, voter, ballot = array("i"), array("i"), array("b")
    with opened(file) as table:
        at, vote = table.needed("roll call", "rcid"), table.needed("vote", "vote")
        is_meant = _meant(table, session, year) if chosen is None else _among(chosen, at)
        countries = Countries(table, _year(session, year))
        for row in table.lines:
            said = _plain(row[vote])
            if said in _NOT_CAST or not is_meant(row):
                continue
            if said not in _BALLOTS:
                countries.reject(f"{row[vote]!r} is no vote")
            elif (state := countries.of(row)) is not None:
                call.append(numbers.setdefault(_plain(row[at]), len(numbers)))
                voter.append(states.setdefault(state, len(states)))
                ballot.append(_BALLOTS[said])
    period = _period(session, year)
    _check(centre, states, file, period)
    columns = [np.array(each, np.int64) for each in (call, voter, ballot)]
    made = _disagreements(columns, states[centre], list(states))
    return VoteOrbits(
        centre, period, VoteMeasure.AGREEMENT, _nearest_first(made, centre), countries.rejected()
    )


def _disagreements(columns: Sequence[Column], centre: int, states: Sequence[str]) -> list[VotePosition]:
    """The mean disagreement with the centre, of everybody who shares a roll call with it.

    Args:
        columns: roll call, voter and ballot of each vote.
    """
    call, voter, ballot = columns
    its = np.full(int(call.max()) + 1, _NONE)
    its[call[voter == centre]] = ballot[voter == centre]
    common = its[call] != _NONE
    apart = np.abs(ballot[common] - its[call[common]]) / 2
    votes = np.bincount(voter[common], minlength=len(states))
    total = np.bincount(voter[common], apart, minlength=len(states))
    return [
        VotePosition(state, float(total[place] / votes[place]), votes=int(votes[place]))
        for place, state in enumerate(states)
        if votes[place]
    ]


def _meant(table: Table, session: int | None, year: int | None) -> Callable[[Sequence[str]], bool]:
    """Whether a row is of the time asked for.

    Raises:
        UnreadableInput: no column tells.
    """
    if session is None and year is None:
        return lambda row: True
    sessions, years = table.place("session"), table.place("date", "year")
    if session is not None and sessions is not None:
        return lambda row: _whole(row[sessions]) == session
    if years is not None:
        wanted = _year(session, year)
        return lambda row: _whole(row[years][:4]) == wanted
    place = table.needed("time", "session", "date", "year")
    return lambda row: _whole(row[place]) == (year or 0) - FIRST_SESSION


def _chosen(calls: Path, session: int | None, year: int | None) -> set[str]:
    """The ids of the roll calls of the time asked for."""
    with opened(calls) as table:
        at, is_meant = table.needed("roll call", "rcid"), _meant(table, session, year)
        return {_plain(row[at]) for row in table.lines if is_meant(row)}


def _among(chosen: Collection[str], place: int) -> Callable[[Sequence[str]], bool]:
    return lambda row: _plain(row[place]) in chosen


def _check(centre: str, found: Collection[str], file: Path, period: str) -> None:
    """Raises: UnknownName or DragomanError, where there is nothing of the centre or of anybody."""
    if not found:
        raise DragomanError(
            f"{file} has nothing {f'of {period}' if period else 'that can be read as a vote'}. "
            "Give another session or year, or look at what the file holds."
        )
    if centre not in found:
        near = tuple(get_close_matches(centre, sorted(found), 3))
        raise UnknownName(
            "voter", centre, near, f"{file} has no vote of it{f' in {period}' if period else ''}."
        )


def _nearest_first(made: Sequence[VotePosition], centre: str) -> tuple[VotePosition, ...]:
    return tuple(sorted(made, key=lambda each: (each.actor != centre, each.distance, each.actor)))


def _apart(low: float | None, high: float | None, middle: float) -> tuple[float | None, float | None]:
    """The least and the greatest distance of a stretch from a point."""
    if low is None or high is None:
        return None, None
    ends = sorted((abs(low - middle), abs(high - middle)))
    return (0.0 if min(low, high) <= middle <= max(low, high) else ends[0]), ends[1]


def _quantile(table: Table, percent: int) -> int | None:
    """Where a quantile of the ideal point stands, however it is written."""
    return next(
        (
            place
            for name, place in table.columns.items()
            if (found := _QUANTILE.fullmatch(name)) and int(found[1]) == percent
        ),
        None,
    )


def _period(session: int | None, year: int | None) -> str:
    return f"session {session}" if session is not None else "" if year is None else str(year)


def _year(session: int | None, year: int | None) -> int | None:
    return year if session is None else session + FIRST_SESSION


def _plain(text: str) -> str:
    """A cell without case, and without the fraction that R and spreadsheets add to whole numbers."""
    return text.strip().lower().removesuffix(".0")


def _whole(text: str) -> int | None:
    plain = _plain(text)
    return int(plain) if plain.isdecimal() else None


def _number(row: Sequence[str], place: int | None) -> float | None:
    try:
        value = float(row[place]) if place is not None else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) else None
