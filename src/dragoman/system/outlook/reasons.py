"""Why a forecast is what it is: its largest terms in words, each with the rows that it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dragoman.system.outlook.events import DEEDS, FORECAST, TYPES, Events, Floats, Ints, types_of
from dragoman.system.outlook.features import Subject, View
from dragoman.system.outlook.fit import Fitted, odds
from dragoman.system.outlook.history import MEMORY
from dragoman.terms.outlook import Reason

MOST = 5  # reasons
LEAST = 0.05  # log-odds; a smaller term is no reason
WINDOWS = (4, 13, 52)  # weeks that are looked back for something to name, the shortest that has any


@dataclass(frozen=True, slots=True)
class Words:
    """Names for the reasons.

    Attributes:
        sides: by side; "A" and "B" where empty.
        further: of the kinds from 20 on.
    """

    sides: Sequence[str] = ()
    further: Sequence[str] = ()

    def kind(self, group: int) -> str:
        """A kind, as it stands after "acts of"."""
        if group < FORECAST:
            return DEEDS[group].value
        known = group - FORECAST < len(self.further)
        return self.further[group - FORECAST] if known else f"further kind {group}"

    def parties(self, view: View, actor: int, recipient: int) -> str:
        """Who to whom."""
        a, b = (self.sides[actor], self.sides[recipient]) if self.sides else ("A", "B")
        return {
            View.FORTH: f"from {a} to {b}",
            View.BACK: f"from {b} to {a}",
            View.ACTOR: f"from {a} to anybody",
            View.RECIPIENT: f"from anybody to {b}",
        }[view]


class Account:
    """The rows before the forecast week, found by their sides."""

    def __init__(self, events: Events, week: int, anything: int, words: Words) -> None:
        self.events = events
        self.week = week
        self.anything = anything
        self.words = words
        self.covered = int((events.exposure[max(0, week - MEMORY) : week] > 0).sum())

    def between(self, actor: Ints, recipient: Ints) -> Ints:
        """[pairs] rows between two sides, in both directions."""
        if not len(self._pairs[0]):
            return np.zeros(len(actor), np.int64)
        pair = np.minimum(actor, recipient) * self.events.sides + np.maximum(actor, recipient)
        known, number = self._pairs
        place = np.minimum(np.searchsorted(known, pair), len(known) - 1)
        return np.where(known[place] == pair, number[place], 0)

    def rows(self, subject: Subject, actor: int, recipient: int) -> NDArray[np.intp]:
        """The rows of a subject of two sides, ascending."""
        if subject.view is View.BACK:
            actor, recipient = recipient, actor
        if subject.view is View.RECIPIENT:
            found = self._of(self._by_recipient, recipient)
        else:
            found = self._of(self._by_actor, actor)
        if subject.view in (View.FORTH, View.BACK):
            found = found[self.events.recipient[found] == recipient]
        return found[self._is(subject.group, found)]

    def _is(self, group: int, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which rows are of a kind: the type, any type of the quad, a further kind, or any act."""
        kind = self.events.kind[rows]
        if TYPES <= group < FORECAST:
            return np.asarray((kind == group) | np.isin(kind, types_of(group)))
        return np.asarray(kind < FORECAST if group == self.anything else kind == group)

    @cached_property
    def _known(self) -> NDArray[np.intp]:
        return self.events.usable(max(0, self.week - MEMORY), self.week)

    @cached_property
    def _pairs(self) -> tuple[Ints, Ints]:
        one = self.events.actor[self._known].astype(np.int64)
        other = self.events.recipient[self._known].astype(np.int64)
        pair = np.minimum(one, other) * self.events.sides + np.maximum(one, other)
        known, number = np.unique(pair, return_counts=True)
        return known, number.astype(np.int64)

    @cached_property
    def _by_actor(self) -> tuple[NDArray[np.intp], NDArray[np.integer]]:
        return self._sorted(self.events.actor)

    @cached_property
    def _by_recipient(self) -> tuple[NDArray[np.intp], NDArray[np.integer]]:
        return self._sorted(self.events.recipient)

    def _sorted(self, column: NDArray[np.integer]) -> tuple[NDArray[np.intp], NDArray[np.integer]]:
        order = self._known[np.argsort(column[self._known], kind="stable")]
        return order, column[order]

    @staticmethod
    def _of(table: tuple[NDArray[np.intp], NDArray[np.integer]], side: int) -> NDArray[np.intp]:
        rows, sides = table
        low, high = np.searchsorted(sides, [side, side + 1])
        return rows[low:high]


def reasons(
    account: Account, target: int, fitted: Fitted, base: float, terms: Floats, actor: int, recipient: int
) -> tuple[Reason, ...]:
    """The largest terms of a forecast, largest first.

    Args:
        base: the base rate within the horizon.
        terms: [columns + 1] what each column adds, the last of them the base rate.
    """
    usual = float(odds(np.array(fitted.rate)))
    weight = float(odds(np.array(base))) - usual + float(terms[-1])
    found = [_habit(account, Subject(View.FORTH, target), actor, recipient, weight)]
    sums: dict[Subject, float] = {}
    for feature, term in zip(fitted.features, terms, strict=False):
        sums[feature.subject] = sums.get(feature.subject, 0.0) + float(term)
    largest = sorted(sums.items(), key=lambda item: (-abs(item[1]), item[0].view, item[0].group))
    for subject, weight in largest[:MOST]:
        if abs(weight) >= LEAST:
            found.append(_event(account, subject, actor, recipient, weight))
    found.sort(key=lambda reason: -abs(reason.weight))
    return tuple(found[:MOST])


def _habit(account: Account, subject: Subject, actor: int, recipient: int, weight: float) -> Reason:
    rows = account.rows(subject, actor, recipient)
    weeks = len(np.unique(account.events.week[rows]))
    what = f"{account.words.kind(subject.group)} {account.words.parties(subject.view, actor, recipient)}"
    return Reason(f"{what} in {weeks} of {account.covered} covered weeks", weight, tuple(rows.tolist()))


def _event(account: Account, subject: Subject, actor: int, recipient: int, weight: float) -> Reason:
    rows = account.rows(subject, actor, recipient)
    who = account.words.parties(subject.view, actor, recipient)
    any_kind = subject.group == account.anything
    what = "of any kind" if any_kind else f"of {account.words.kind(subject.group)}"
    week = account.events.week[rows]
    for window in WINDOWS:
        recent = rows[week >= account.week - window]
        if len(recent):
            number = len(recent)
            acts = "act" if number == 1 else "acts"
            return Reason(
                f"{number} {acts} {what} {who} in the last {window} weeks", weight, tuple(recent.tolist())
            )
    if not len(rows):
        return Reason(f"no act {what} {who}", weight, ())
    last = rows[week == week.max()]
    ago = account.week - int(week.max())
    return Reason(f"no act {what} {who} for {ago - 1} weeks", weight, tuple(last.tolist()))
