"""Who did what to whom on which day, as columns sorted once, and the same rows seen from each side.

Everything that the model knows of the past it takes from here, and always with ``day < at``: the day that is
asked about and all later days stay hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from dragoman.terms import DragomanError

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Column = Sequence[int] | Ints


@dataclass(frozen=True, eq=False)
class Traits:
    """What the names of actors tell; -1 where they tell nothing.

    Attributes:
        country: the country of each actor, shape (actors,), numbers from 0.
        role: its office or group ("Police", "Citizen"), shape (actors,), numbers from 0.
    """

    country: Ints
    role: Ints

    @classmethod
    def unknown(cls, actors: int) -> Traits:
        """Nothing known of anybody."""
        return cls(np.full(actors, -1), np.full(actors, -1))


@dataclass(frozen=True, eq=False)
class History:
    """Events as four columns of whole numbers, sorted; make it with `History.of`.

    Attributes:
        day: day numbers in any count of days, shape (events,).
        actor, relation, recipient: ids from 0, shape (events,).
        given: where each row stood in the columns that were given.
        actors, relations: how many ids there are.
        traits: what is known of the actors by name.
    """

    day: Ints
    actor: Ints
    relation: Ints
    recipient: Ints
    given: Ints
    actors: int
    relations: int
    traits: Traits

    @classmethod
    def of(
        cls,
        day: Column,
        actor: Column,
        relation: Column,
        recipient: Column,
        *,
        actors: int | None = None,
        relations: int | None = None,
        traits: Traits | None = None,
    ) -> History:
        """The history in these columns; their order does not matter.

        Raises:
            DragomanError: the columns differ in length, or an id is negative or not below its count.
        """
        columns = [np.asarray(column, dtype=np.int64) for column in (day, actor, relation, recipient)]
        if len({len(column) for column in columns}) > 1:
            raise DragomanError(f"columns of {[len(c) for c in columns]} rows; expected four of one length")
        order = np.lexsort(columns[::-1])
        days, who, what, whom = (column[order] for column in columns)
        people = _count(np.concatenate([who, whom]), actors, "actor")
        known = traits or Traits.unknown(people)
        if len(known.country) != people or len(known.role) != people:
            raise DragomanError(f"traits of {len(known.country)} actors; expected one for each of {people}")
        return cls(days, who, what, whom, order, people, _count(what, relations, "relation"), known)


def _count(ids: Ints, said: int | None, kind: str) -> int:
    top = int(ids.max()) + 1 if len(ids) else 0
    if said is None:
        said = top
    if top > said or (len(ids) and ids.min() < 0):
        raise DragomanError(f"{kind} ids from {ids.min()} to {top - 1}; expected 0 to {said - 1}")
    return said


class Contacts:
    """Each event twice, once from either side: who (ego) has what (act) with whom (alter).

    An act is the relation where the ego is the actor, and the relation plus ``relations`` where it is the
    recipient; so one model answers "to whom?" and "by whom?".

    Attributes:
        ego, alter, act, day: shape (2 * events,), sorted by ego, alter, day, act.
        row: the event of each line, as the caller numbered it.
        starts: where the lines of each ego begin, shape (actors + 1,).
        pair: the number of each line's (ego, alter), and ``pair_starts`` where each pair begins.
    """

    def __init__(self, history: History) -> None:
        self.history = history
        self.actors, self.acts = history.actors, 2 * history.relations
        ego = np.concatenate([history.actor, history.recipient])
        alter = np.concatenate([history.recipient, history.actor])
        act = np.concatenate([history.relation, history.relation + history.relations])
        day = np.tile(history.day, 2)
        order = np.lexsort((act, day, alter, ego))
        self.ego, self.alter, self.act, self.day = ego[order], alter[order], act[order], day[order]
        self.row = np.tile(history.given, 2)[order]
        self.starts = np.searchsorted(self.ego, np.arange(self.actors + 1))
        new = np.ones(len(order), dtype=bool)
        new[1:] = (self.ego[1:] != self.ego[:-1]) | (self.alter[1:] != self.alter[:-1])
        self.pair = np.cumsum(new) - 1
        self.pair_starts = np.flatnonzero(new)
        self._pairs_of_ego = np.searchsorted(self.ego[self.pair_starts], np.arange(self.actors + 1))
        self._by_day = np.lexsort((self.alter, self.act, self.ego, self.day))
        self.days, self._day_starts = np.unique(self.day[self._by_day], return_index=True)
        self._day_ends = np.append(self._day_starts[1:], len(order))

    def mirror(self, act: Ints) -> Ints:
        """The same relations seen from the other side."""
        return (act + self.acts // 2) % max(self.acts, 1)

    def on(self, day: int) -> Ints:
        """The lines of one day, sorted by ego, act, alter."""
        place = int(np.searchsorted(self.days, day))
        if place == len(self.days) or self.days[place] != day:
            return np.zeros(0, dtype=np.int64)
        return self._by_day[self._day_starts[place] : self._day_ends[place]]

    def of(self, ego: int, at: int) -> Ints:
        """The lines of one ego before a day, sorted by alter and day."""
        low, high = int(self.starts[ego]), int(self.starts[ego + 1])
        return np.flatnonzero(self.day[low:high] < at) + low

    def counts(self, at: int) -> sparse.csr_matrix:
        """How often each pair met before a day: a matrix (actors, actors)."""
        shape = (self.actors, self.actors)
        if not len(self.day):
            return sparse.csr_matrix(shape, dtype=np.float32)
        met = np.add.reduceat((self.day < at).astype(np.float32), self.pair_starts)
        matrix = sparse.csr_matrix((met, self.alter[self.pair_starts], self._pairs_of_ego), shape=shape)
        matrix.eliminate_zeros()
        return matrix
