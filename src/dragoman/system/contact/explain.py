"""Why a candidate stands where it does: the terms of its score, and the past events each rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.system.contact.crowd import Crowd
from dragoman.system.contact.features import FEATURES, Feature, Rests
from dragoman.system.contact.history import Contacts, Ints
from dragoman.system.contact.kernel import Kernel

# Events named under a term: as many as a person reads.
SHOWN = 5
# By which fading the events under a term are put in order, days.
_FADING = 30.0
Question = tuple[int, int, int, int]


@dataclass(frozen=True)
class Term:
    """One summand of a score.

    Features of one family (one count at several half-lives) are one summand: apart, they nearly cancel.

    Attributes:
        name: of the family, as the table has it.
        meaning: of its weightiest feature.
        value: what it adds; the sum of weight times feature.
        rows: the past events it rests on most, as the caller numbered them, weightiest first; at most five.
    """

    name: str
    meaning: str
    value: float
    rows: tuple[int, ...]


def terms_of(
    contacts: Contacts,
    kernel: Kernel,
    crowd: Crowd,
    values: npt.NDArray[np.float64],
    question: Question,
) -> tuple[Term, ...]:
    """The terms of a score, largest first; features that are nought make none.

    Args:
        values: weight times feature, shape (features,).
        question: ego, act, candidate and day.
    """
    evidence = _Evidence(contacts, kernel, crowd, question)
    families: dict[str, list[int]] = {}
    for i in np.flatnonzero(values).tolist():
        families.setdefault(FEATURES[i].said, []).append(i)
    terms = []
    for name, members in families.items():
        heaviest = FEATURES[max(members, key=lambda i: abs(float(values[i])))]
        value = float(values[members].sum())
        terms.append(Term(name, heaviest.meaning, value, evidence.of(heaviest)))
    return tuple(sorted(terms, key=lambda term: -abs(term.value)))


class _Evidence:
    """The past events of one question, looked up once for each kind."""

    def __init__(self, contacts: Contacts, kernel: Kernel, crowd: Crowd, question: Question) -> None:
        self.contacts, self.crowd = contacts, crowd
        self.ego, self.act, self.candidate, self.at = question
        self.foretells = kernel[self.act]
        self._found: dict[tuple[Rests, bool], tuple[int, ...]] = {}

    def of(self, feature: Feature) -> tuple[int, ...]:
        by_kernel = feature.name.startswith("foretold")
        key = (feature.rests, by_kernel)
        if key not in self._found:
            lines = self._lines(feature.rests)
            weight = np.power(2.0, -(self.at - self.contacts.day[lines]) / _FADING)
            if by_kernel:
                weight = weight * self.foretells[self.contacts.act[lines]]
            if feature.rests is Rests.ALIKE:
                weight = weight * self._likeness(self.contacts.alter[lines])
            rows = self.contacts.row[lines]
            # Equal weights by day and act, never by where a row stood in the caller's columns.
            order = np.lexsort((np.arange(len(lines)), -weight))[: min(SHOWN, int((weight > 0).sum()))]
            self._found[key] = tuple(rows[order].tolist())
        return self._found[key]

    def _lines(self, rests: Rests) -> Ints:
        contacts = self.contacts
        own, theirs = contacts.of(self.ego, self.at), contacts.of(self.candidate, self.at)
        together = own[contacts.alter[own] == self.candidate]
        did = contacts.act[together] < contacts.acts // 2
        mirrored = int(contacts.mirror(np.array([self.act]))[0])
        home = self._home()
        chosen: dict[Rests, Callable[[], Ints]] = {
            Rests.PAIR: lambda: together,
            Rests.OUT: lambda: together[did],
            Rests.IN: lambda: together[~did],
            Rests.SAME: lambda: together[contacts.act[together] == self.act],
            Rests.MIRROR: lambda: together[contacts.act[together] == mirrored],
            Rests.ALTER: lambda: theirs,
            Rests.BASE: lambda: theirs[contacts.act[theirs] == mirrored],
            Rests.COUNTRY: lambda: own[_same(home, contacts.alter[own], self.candidate)],
            Rests.HOME: lambda: theirs[_same(home, contacts.alter[theirs], self.ego)],
            Rests.ALIKE: lambda: own,
            Rests.NAME: lambda: own[:0],
        }
        return chosen[rests]()

    def _home(self) -> Ints:
        company = self.crowd.company
        return company.factors.home if company is not None else self.contacts.history.traits.country

    def _likeness(self, alters: Ints) -> npt.NDArray[np.float64]:
        if self.crowd.company is None:
            return np.ones(len(alters))
        unit = self.crowd.company.factors.unit
        return np.asarray(np.maximum(unit[alters] @ unit[self.candidate], 0.0), dtype=np.float64)


def _same(home: Ints, some: Ints, one: int) -> npt.NDArray[np.bool_]:
    """Which of some are of the country of one."""
    return np.asarray((home[some] == home[one]) & (home[one] >= 0), dtype=np.bool_)
