"""How well the model foresees: ranks under the time-aware filter, and how sure it was of its first answer.

Protocol (Gastinger et al., IJCAI 2024): single step, every day before the one asked about is known; all
actors are candidates; other right answers of the same day, and only these, are dropped; equal scores share
the mean of their ranks; each event is asked from both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.system.contact.certainty import PLAIN, Certainty
from dragoman.system.contact.history import Floats, Ints
from dragoman.system.contact.model import ContactModel

Values = npt.NDArray[np.float64]
_BINS = 10


@dataclass(frozen=True)
class Ranked:
    """One question: where the right answer stood, and how likely the first answer was said to be."""

    rank: float
    top: float


@dataclass(frozen=True)
class Standing:
    """All questions together.

    Attributes:
        mrr: mean of one over the rank.
        hits1, hits3, hits10: share of ranks up to 1, 3, 10.
        ece: expected calibration error of the first answer, ten classes of probability of equal width.
        n: questions.
    """

    mrr: float
    hits1: float
    hits3: float
    hits10: float
    ece: float
    n: int


def ranked(scores: Floats, answers: Ints, certainty: Certainty = PLAIN) -> Iterator[Ranked]:
    """The rank of each right answer among all candidates without the other right ones of that day.

    Args:
        scores: of every candidate, shape (actors,).
        answers: the ids of the right ones; a repeated one is asked as often.
        certainty: how scores become probabilities.
    """
    right = np.unique(answers)
    wrong = np.delete(scores, right)
    for answer in answers.tolist():
        own = scores[answer]
        above, equal = int((wrong > own).sum()), int((wrong == own).sum())
        top = float(certainty.probabilities(np.append(wrong, own)).max())
        yield Ranked(1 + above + equal / 2, top)


def rank_days(model: ContactModel, days: Iterable[int]) -> Iterator[Ranked]:
    """The ranks of everything that happened on these days, from both sides."""
    for day in days:
        for found in model.scores_on(day):
            for scores, lines in zip(found.scores, found.asked.lines, strict=True):
                yield from ranked(scores, model.contacts.alter[lines], model.certainty)


def standing(ranks: Iterable[Ranked]) -> Standing:
    """The scores of many questions; nought where there is none."""
    table = np.array([(one.rank, one.top) for one in ranks]).reshape(-1, 2)
    rank, top = table[:, 0], table[:, 1]
    if not len(rank):
        return Standing(0.0, 0.0, 0.0, 0.0, 0.0, 0)
    first, third, tenth = (float((rank <= limit).mean()) for limit in (1, 3, 10))
    return Standing(
        float((1 / rank).mean()), first, third, tenth, calibration_error(top, rank <= 1), len(rank)
    )


def calibration_error(said: Values, right: npt.NDArray[np.bool_]) -> float:
    """Expected calibration error: mean distance between what was said and how often it was so.

    Ten classes of equal width, each by its share of the answers (Guo et al., ICML 2017, equation 3).
    """
    classes = np.minimum((said * _BINS).astype(int), _BINS - 1)
    gap = np.bincount(classes, right - said, minlength=_BINS)
    return float(np.abs(gap).sum() / max(len(said), 1))
