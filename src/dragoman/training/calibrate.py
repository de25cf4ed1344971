"""What is fitted after training, on the held-out part of the corpus: floors and the confidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.reading.annotation import Annotation
from dragoman.reading.neural.decode import Settings
from dragoman.reading.neural.model import ReaderModel
from dragoman.training.items import Item
from dragoman.training.labels import is_partial
from dragoman.training.measure import agreement, match_events

_FLOORS = (0.2, 0.3, 0.4, 0.5, 0.6)
_REPORT_FLOORS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
_ROUNDS = 200
_BINS = 10
_STEEPEST = 30.0  # beyond this the logistic function is as good as flat


class Bin(msgspec.Struct, frozen=True):
    """Events of like confidence: the mean confidence, and the share of them that are right in type."""

    confidence: float
    right: float
    n: int


def fit(items: Sequence[Item], model: ReaderModel) -> Settings:
    """The floors with the best F1 on these items, then the curve that makes the confidence true there."""
    report = max(_REPORT_FLOORS, key=lambda floor: _reporting(items, model, floor))
    trigger, confidence = max(
        product(_FLOORS, _FLOORS),
        key=lambda floors: _typing(items, model, Settings(floors[0], floors[1], report)),
    )
    model.settings = Settings(trigger, confidence, report)
    confidences, right = outcomes(items, model.annotate([item.text for item in items]))
    slope, offset = platt(np.clip(confidences, 1e-3, 1 - 1e-3), right)
    return Settings(trigger, confidence, report, slope, offset)


def _typing(items: Sequence[Item], model: ReaderModel, settings: Settings) -> float:
    """F1 of events with the right type."""
    model.settings = settings
    return agreement(items, model.annotate([item.text for item in items])).type_f1


def _reporting(items: Sequence[Item], model: ReaderModel, floor: float) -> float:
    """Mean F1 of sources, reporting words and contents, on the texts whose attributions are all marked."""
    model.settings = Settings(report_floor=floor)
    whole = [item for item in items if not is_partial(item)]
    found = agreement(whole, model.annotate([item.text for item in whole]))
    return (found.source_f1 + found.cue_f1 + found.content_f1) / 3


def outcomes(
    gold: Sequence[Annotation], found: Sequence[Annotation]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The confidence of every event found, and 1 where trigger and type are right."""
    confidences, right = [], []
    for wanted, given in zip(gold, found, strict=True):
        hits = {id(b) for a, b in match_events(wanted.events, given.events) if a.type is b.type}
        for event in given.events:
            confidences.append(event.confidence)
            right.append(float(id(event) in hits))
    return np.array(confidences), np.array(right)


def platt(confidences: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, float]:
    """Slope and offset of the logistic curve over the confidence's logit (Platt 1999), by Newton's method."""
    positive, negative = right.sum(), len(right) - right.sum()
    targets = np.where(
        right > 0, (positive + 1) / (positive + 2), 1 / (negative + 2)
    )  # Platt's own smoothing
    logits = np.log(confidences / (1 - confidences))
    design = np.stack([logits, np.ones_like(logits)], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(_ROUNDS):
        shares = 1 / (1 + np.exp(np.clip(-design @ weights, -_STEEPEST, _STEEPEST)))
        gradient = design.T @ (shares - targets)
        curvature = (design * (shares * (1 - shares))[:, None]).T @ design + 1e-3 * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        weights = weights - step / max(1.0, float(np.abs(step).max()))  # never more than one at once
        if np.abs(step).max() < 1e-9:
            break
    return float(weights[0]), float(weights[1])


def reliability(gold: Sequence[Annotation], found: Sequence[Annotation]) -> list[Bin]:
    """How often events of each confidence are right: ten bins of equal width, empty ones left out."""
    confidences, right = outcomes(gold, found)
    places = np.minimum((confidences * _BINS).astype(int), _BINS - 1)
    return [
        Bin(round(float(confidences[own].mean()), 3), round(float(right[own].mean()), 3), int(own.sum()))
        for number in range(_BINS)
        if (own := places == number).any()
    ]
