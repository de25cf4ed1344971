"""The features that everybody has, met or not, for whatever day is asked: the second block of the table."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dragoman.system.contact.company import Company, Factors
from dragoman.system.contact.features import HALF_LIVES
from dragoman.system.contact.history import Contacts, Floats, Ints
from dragoman.system.contact.met import COUNT_SCALE

# Factors are reckoned anew after so many days; within, they are those of the last reckoning.
EVERY = 7
_LIVES = tuple(HALF_LIVES[life] for life in (1, 2, 4))
# Worth of an actor's general business in events of the act.
_PRIOR = 20.0
_FAINT_ROLE = 1e-5


class Crowd:
    """Everybody as they stand before a day; moves from day to day with `to`."""

    def __init__(self, contacts: Contacts) -> None:
        self.contacts = contacts
        self._key = contacts.act * contacts.actors + contacts.alter
        self._order = np.argsort(self._key, kind="stable")
        keys, starts = np.unique(self._key[self._order], return_index=True)
        self._starts = starts
        self._alter = keys % max(contacts.actors, 1)
        self._acts = np.searchsorted(keys, np.arange(contacts.acts + 1) * contacts.actors)
        role = contacts.history.traits.role
        self._with_role = np.flatnonzero(role >= 0)
        self._role = role[self._with_role]
        self._of_role = np.bincount(self._role)
        self._factors: Factors | None = None
        self._reckoned = 0
        self.company: Company | None = None
        self.at: int | None = None

    def to(self, at: int) -> None:
        """Stand before a day."""
        if at == self.at:
            return
        self.at = at
        contacts = self.contacts
        age = (at - contacts.day).astype(np.float64)
        past = age > 0
        # The last half-life is for ever: no fading.
        weights = [past * np.power(2.0, -np.maximum(age, 0) / life) for life in _LIVES[:-1]]
        weights.append(past.astype(np.float64))
        alike = [np.bincount(contacts.alter, weight, minlength=contacts.actors) for weight in weights]
        self._busy = np.log1p(COUNT_SCALE * np.stack(alike, axis=1))
        self._ever = alike[-1]
        sums = [np.add.reduceat(w[self._order], self._starts) if len(w) else w for w in weights]
        self._base = np.stack(sums, axis=1)
        self._of_act: dict[int, Floats] = {}
        self.company = Company(contacts.counts(at), self._factors_at(at))

    def _factors_at(self, at: int) -> Factors:
        # Counted from a fixed day, so that a day has the same factors whichever day was asked before.
        day = at - at % EVERY
        if self._factors is None or day != self._reckoned:
            country = self.contacts.history.traits.country
            self._factors, self._reckoned = Factors.of(self.contacts.counts(day), country), day
        return self._factors

    def near(self, egos: Ints) -> Floats:
        """The six features of ego and candidate, shape (len(egos), actors, 6)."""
        if self.company is None:
            raise ValueError("say which day first: to(at)")
        return self.company.near(egos)

    def of(self, act: int) -> Floats:
        """The nine features of act and candidate, shape (actors, 9)."""
        if act not in self._of_act:
            self._of_act[act] = self._features(act)
        return self._of_act[act]

    def _features(self, act: int) -> Floats:
        actors = self.contacts.actors
        low, high = self._acts[act], self._acts[act + 1]
        base = np.zeros((actors, len(_LIVES)))
        base[self._alter[low:high]] = self._base[low:high]
        general = (self._ever + 0.5) / (self._ever.sum() + 0.5 * actors)
        rate = (base[:, -1] + _PRIOR * general) / (base[:, -1].sum() + _PRIOR)
        columns = (
            self._busy,
            np.log1p(COUNT_SCALE * base),
            np.log(rate)[:, None],
            (self._ever == 0)[:, None],
            self._roles(rate)[:, None],
        )
        return np.hstack(columns).astype(np.float32)

    def _roles(self, rate: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """The mean rate of those of the same role (log); nought where no role is known."""
        out = np.zeros(len(rate))
        total = np.bincount(self._role, rate[self._with_role], minlength=len(self._of_role))
        mean = np.log1p(total / np.maximum(self._of_role, 1) / _FAINT_ROLE)
        out[self._with_role] = mean[self._role]
        return out
