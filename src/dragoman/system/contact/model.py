"""The next contact: given that A does R on a day, to whom? And by whom, when R befalls A?

A conditional logit on decayed past contacts; the features stand in a table (`features`), the weights are
learned from the record's own past (`learn`), and every prediction opens into terms and the past events each
rests on (`explain`). See docs/why/next-contact.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from dragoman.system.contact.certainty import MODEST, Certainty
from dragoman.system.contact.crowd import Crowd
from dragoman.system.contact.explain import Term, terms_of
from dragoman.system.contact.features import DEFAULTS, FEATURES, MET, VARYING
from dragoman.system.contact.history import Contacts, Floats, History, Ints
from dragoman.system.contact.kernel import Kernel, learn_kernel
from dragoman.system.contact.learn import COPIED, Asked, Weights, asked_on, chosen, draw, learn, with_near
from dragoman.system.contact.met import WIDTH, met
from dragoman.terms import DragomanError

# Questions to learn from: what a laptop does in a minute or two.
QUESTIONS = 14_000
# Days to learn from where there are enough: recent ones, for the future will be like them.
_DAYS = 40
# Below so many questions nothing is learned: the weights by default are used as they are.
_TOO_FEW = 30
# Questions on which the certainty is set.
_CHECKED = 3_000
# Every so many days one is kept for the certainty.
_EVERY = 4


class Side(Enum):
    """Who is asked for."""

    RECIPIENT = "recipient"
    ACTOR = "actor"


@dataclass(frozen=True)
class Prediction:
    """One candidate.

    Attributes:
        actor: the candidate's id.
        probability: that it is this one, if the act takes place; those of all candidates sum to 1.
        score: the sum of its terms; `Certainty` says how it becomes a probability.
        terms: what makes the score, largest first.
    """

    actor: int
    probability: float
    score: float
    terms: tuple[Term, ...]


@dataclass(frozen=True, eq=False)
class Scores:
    """Everybody's scores for the acts of one ego on one day, shape (len(acts), actors)."""

    asked: Asked
    scores: Floats


class ContactModel:
    """A fitted model; make it with `ContactModel.fit`.

    Attributes:
        history: the events it looks back on; only days before the one asked about are looked at.
        weights: one for each feature of the table, shape (features,).
        deviations: of each act, for the features that vary, shape (acts, features that vary).
        certainty: how scores become probabilities.
        questions: how many past questions the weights were learned from; 0 where they are those by default.
    """

    def __init__(
        self,
        contacts: Contacts,
        kernel: Kernel,
        weights: Weights,
        deviations: Weights,
        certainty: Certainty = MODEST,
        questions: int = 0,
    ) -> None:
        self.history, self.contacts, self.kernel = contacts.history, contacts, kernel
        self.weights, self.deviations = weights, deviations
        self.certainty, self.questions = certainty, questions
        self._crowd = Crowd(contacts)

    @classmethod
    def fit(cls, history: History, at: int, *, groups: Ints | None = None) -> ContactModel:
        """The model that the days before ``at`` teach.

        The kernel is learned from the days before a window, the weights from three in four of its days, and
        the certainty from the fourth. With too little to learn from, the weights by default stand.

        Args:
            history: the events; those on ``at`` and later are not looked at.
            at: the first day that is not known.
            groups: the group of each relation, shape (relations,), numbers from 0; relations of one group
                are taken for alike until they are known. By default all are.
        """
        contacts = Contacts(history)
        kind = np.zeros(history.relations, dtype=np.int64) if groups is None else np.asarray(groups)
        if len(kind) != history.relations:
            raise DragomanError(
                f"groups of {len(kind)} relations; expected one for each of {history.relations}"
            )
        both = np.concatenate([kind, kind + kind.max(initial=0) + 1])
        window = _window(contacts, at)
        # Whole days are kept apart: what happens on one is often told from both sides.
        checked, taught = window[::-_EVERY], np.delete(window, np.s_[::-_EVERY])
        kernel = learn_kernel(contacts, int(window[0]) if len(window) else at, both)
        model = cls(contacts, kernel, DEFAULTS.copy(), np.zeros((contacts.acts, len(VARYING))))
        available = _lines(contacts, taught)
        if available >= _TOO_FEW:
            sample = draw(contacts, kernel, model._crowd, taught, min(1.0, QUESTIONS / available))
            if sample is not None:
                model.weights, model.deviations = learn(sample, contacts.acts)
                model.questions = len(sample.starts)
                model.certainty = model._fitted_certainty(checked)
        return model

    def next(
        self, actor: int, relation: int, at: int, k: int = 5, *, side: Side = Side.RECIPIENT
    ) -> list[Prediction]:
        """To whom ``actor`` does ``relation`` on a day, if it does; with ``Side.ACTOR``, by whom it is hit.

        Args:
            actor: the id of the one who is known.
            relation: the id of the relation.
            at: the day; what happened on it and later is not looked at.
            k: how many candidates.
            side: who is asked for.

        Raises:
            DragomanError: no such actor or relation.
        """
        act = self._act(actor, relation, side)
        self._crowd.to(at)
        asked = Asked(actor, np.array([act]), (np.zeros(0, dtype=np.int64),))
        near = self._crowd.near(np.array([actor]))[0]
        scores = self._scored(at, asked, near)[0].astype(np.float64)
        chance = self.certainty.probabilities(scores)
        # Equal scores are listed by id, so that the list does not hang on how a sort breaks ties.
        best = np.lexsort((np.arange(len(scores)), -scores))[:k]
        return [
            Prediction(int(one), float(chance[one]), *self.explain(actor, act, int(one), at)) for one in best
        ]

    def explain(self, ego: int, act: int, candidate: int, at: int) -> tuple[float, tuple[Term, ...]]:
        """The score of one candidate, and the terms it is the sum of, largest first."""
        self._crowd.to(at)
        near = self._crowd.near(np.array([ego]))[0]
        x = self._features(at, ego, act, candidate, near)
        weights = self._weights_of(act)
        terms = terms_of(self.contacts, self.kernel, self._crowd, x * weights, (ego, act, candidate, at))
        return float(x @ weights), terms

    def scores_on(self, day: int) -> Iterator[Scores]:
        """For all that happened on a day, what was to be expected from the days before."""
        self._crowd.to(day)
        for asked, near in with_near(self._crowd, asked_on(self.contacts, day)):
            yield Scores(asked, self._scored(day, asked, near))

    def _act(self, actor: int, relation: int, side: Side) -> int:
        if not 0 <= actor < self.history.actors:
            raise DragomanError(f"actor {actor}; expected an id from 0 to {self.history.actors - 1}")
        if not 0 <= relation < self.history.relations:
            raise DragomanError(f"relation {relation}; expected an id from 0 to {self.history.relations - 1}")
        return relation if side is Side.RECIPIENT else relation + self.history.relations

    def _weights_of(self, act: int) -> Weights:
        weights = self.weights.copy()
        weights[VARYING] += self.deviations[act]
        return weights

    def _scored(self, at: int, asked: Asked, near: Floats) -> Floats:
        alters, features = met(self.contacts, self.kernel, at, asked.ego, asked.acts)
        out = np.empty((len(asked.acts), len(near)), dtype=np.float32)
        for i, act in enumerate(asked.acts.tolist()):
            weights = self._weights_of(act).astype(np.float32)
            own, copied, close, rest = np.split(weights, [WIDTH, len(MET), len(MET) + near.shape[1]])
            out[i] = near @ close + self._crowd.of(act) @ rest
            out[i, alters] += features[i] @ own + near[alters][:, COPIED] @ copied
        return out

    def _features(self, at: int, ego: int, act: int, candidate: int, near: Floats) -> npt.NDArray[np.float64]:
        x = np.zeros(len(FEATURES))
        alters, features = met(self.contacts, self.kernel, at, ego, np.array([act]))
        (slot,) = np.nonzero(alters == candidate)
        if len(slot):
            x[:WIDTH] = features[0, slot[0]]
            x[WIDTH : len(MET)] = near[candidate, COPIED]
        x[len(MET) : len(MET) + near.shape[1]] = near[candidate]
        x[len(MET) + near.shape[1] :] = self._crowd.of(act)[candidate]
        return x

    def _fitted_certainty(self, days: Ints) -> Certainty:
        """How sure first answers may be, from days that were not learned from."""
        share = _CHECKED / max(_lines(self.contacts, days), 1)
        rows: list[Floats] = []
        right: list[bool] = []
        for day in days.tolist():
            self._crowd.to(day)
            for one, near in with_near(self._crowd, chosen(self.contacts, day, share)):
                for row, lines in zip(self._scored(day, one, near), one.lines, strict=True):
                    for scores, is_first in _filtered(row, np.unique(self.contacts.alter[lines])):
                        rows.append(scores)
                        right.append(is_first)
        return Certainty.fit(rows, right)


def _filtered(scores: Floats, answers: Ints) -> Iterator[tuple[Floats, bool]]:
    """For each answer, the scores without the other right answers, and whether it stands first."""
    wrong = np.delete(scores, answers)
    for answer in answers:
        yield np.append(wrong, scores[answer]), bool(scores[answer] > wrong.max(initial=-np.inf))


def _lines(contacts: Contacts, days: Ints) -> int:
    return sum(len(contacts.on(day)) for day in days.tolist())


def _window(contacts: Contacts, at: int) -> Ints:
    """The days to learn from: the last ones before ``at``, at most half of all."""
    days = contacts.days[contacts.days < at]
    sizes = np.array([len(contacts.on(day)) for day in days.tolist()], dtype=np.int64)
    # As many as give twice the questions, so that others are left to set the certainty.
    enough = int(np.searchsorted(np.cumsum(sizes[::-1]), 2 * QUESTIONS)) + 1
    return days[len(days) - min(max(_DAYS, enough), (len(days) + 1) // 2) :]
