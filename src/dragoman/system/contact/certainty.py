"""How scores become probabilities: a temperature, and a share of surprises.

    probability = (1 - surprise) * softmax(score / temperature) + surprise / candidates

One temperature alone is too sure where it is surest: some of what happens nobody can foresee from the past.
Neither changes the order of the candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.system.contact.history import Floats

Values = npt.NDArray[np.float64]
# Below so many questions nothing is fitted.
_TOO_FEW = 30
# Both are shrunk to none as by so many questions: of a hundred many are right or wrong by luck. By hand.
_TEMPERATE = 200
_TEMPERATURES = np.exp(np.linspace(-0.6, 0.8, 29))
_SURPRISES = np.linspace(0.0, 0.2, 21)


@dataclass(frozen=True)
class Certainty:
    """How sure a score is.

    Attributes:
        temperature: what scores are divided by.
        surprise: the share of what happens that falls on anybody alike.
    """

    temperature: float = 1.0
    surprise: float = 0.0

    @classmethod
    def fit(cls, rows: Sequence[Floats], right: Sequence[bool]) -> Certainty:
        """The pair under which it is likeliest that first answers were right and wrong as they were.

        Args:
            rows: for each question, the scores of its candidates.
            right: whether the highest of them was the right answer.

        Returns:
            `MODEST` where there are too few questions.
        """
        if len(rows) < _TOO_FEW:
            return MODEST
        was = np.array(right)
        even = np.array([1.0 / len(row) for row in rows])
        best = (np.inf, 1.0, 0.0)
        # A grid of the two is quick and always ends alike; the loss is smooth and has one hollow.
        for temperature in _TEMPERATURES.tolist():
            first = np.array([_first(row, temperature) for row in rows])
            for surprise in _SURPRISES.tolist():
                said = (1 - surprise) * first + surprise * even
                loss = -float(np.log(np.maximum(np.where(was, said, 1 - said), 1e-6)).mean())
                best = min(best, (loss, temperature, surprise))
        weight = len(rows) / (len(rows) + _TEMPERATE)
        return cls(float(best[1] ** weight), best[2] * weight)

    def probabilities(self, scores: Floats | Values) -> Values:
        """Of each candidate, given the scores of all; they sum to one."""
        chance = np.exp((scores - scores.max()) / self.temperature, dtype=np.float64)
        return np.asarray((1 - self.surprise) * chance / chance.sum() + self.surprise / len(chance))


# Scores taken as they are.
PLAIN = Certainty()
# Where nothing was learned. By hand: of ten sure answers one is wrong.
MODEST = Certainty(temperature=1.5, surprise=0.1)


def _first(scores: Floats, temperature: float) -> float:
    return 1.0 / float(np.exp((scores - scores.max()) / np.float32(temperature)).sum(dtype=np.float64))
