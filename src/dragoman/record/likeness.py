"""How likely two tellings tell one event, and why: the features of `features`, weighed.

A logistic regression whose weights were fitted on stories told several times (``dragoman train likeness``);
they stand in ``likeness.json``, where anybody can read them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib import resources

import msgspec
import numpy as np

from dragoman.record.alike import closeness, direction
from dragoman.record.features import FEATURES, OF_WORDS, Feature
from dragoman.record.trace import Trace
from dragoman.terms import Link, WorldError

WEIGHTS = "likeness.json"
# Below this a pair is not kept: it joins nothing, and the averages take `cluster.UNSEEN` for it.
KEPT = 0.15
# Acts that share no word and point elsewhere are not weighed any further; nine in ten pairs end here.
_ELSEWHERE = 0.3
_FAR = _ELSEWHERE - 0.01  # sums in another order differ a little; `link` decides about those between
_CHUNK = 65_536  # pairs looked at together


class Weights(msgspec.Struct, frozen=True):
    """The weight of each feature by name, and what the score is where every feature is silent or 0.

    Attributes:
        words, words_bias: the same for tellings of which only the words are known.
        fitted: on what, and how well; for people.
    """

    bias: float
    weights: dict[str, float]
    words_bias: float = 0.0
    words: dict[str, float] = {}
    fitted: dict[str, object] = {}


class Reason(msgspec.Struct, frozen=True):
    """Why two tellings are, or are not, taken for one event.

    Attributes:
        words: what was seen, as a phrase.
        push: what it adds to the logarithm of the odds; negative speaks against.
    """

    words: str
    push: float


def score(one: Trace, other: Trace) -> float:
    """The probability, 0 to 1, that two tellings tell one event. The order does not matter."""
    if _is_elsewhere(one, other):
        return 0.0
    return _share(_bias() + sum(push for _, push in _pushes(one, other)))


def score_of_words(one: Trace, other: Trace) -> float:
    """The same for tellings whose type and participants nobody has read: by their words alone."""
    found = weights().words
    pushes = (found[feature.__name__] * (feature(one, other) or 0.0) for feature in OF_WORDS)
    return _share(weights().words_bias + sum(pushes))


def link(one: Trace, other: Trace) -> Link | None:
    """The two tellings and their score; `None` when they are too little alike to be kept."""
    found = score(one, other)
    if found < KEPT:
        return None
    first, second = sorted((one.mention, other.mention))
    return Link(first, second, round(found, 4))


def links(traces: Mapping[str, Trace], pairs: Sequence[tuple[str, str]]) -> list[Link]:
    """The links of all these pairs; what `link` gives for each, but most pairs are passed over at once.

    Args:
        traces: by the ids that the pairs name.
    """
    place = {id: number for number, id in enumerate(traces)}
    directions = np.zeros((len(place), _width(traces)), dtype=np.float32)
    for id, number in place.items():
        if traces[id].gist:
            directions[number] = direction(traces[id].gist)
    found = []
    for start in range(0, len(pairs), _CHUNK):
        chunk = pairs[start : start + _CHUNK]
        ends = np.array([(place[one], place[other]) for one, other in chunk], dtype=np.int64)
        near = np.einsum("ij,ij->i", directions[ends[:, 0]], directions[ends[:, 1]])
        for (one, other), cosine in zip(chunk, near.tolist(), strict=True):
            left, right = traces[one], traces[other]
            if cosine < _FAR and left.gist and right.gist and set(left.act).isdisjoint(right.act):
                continue
            if (made := link(left, right)) is not None:
                found.append(made)
    return found


def _width(traces: Mapping[str, Trace]) -> int:
    """Dimensions of the gists; 1 where there are none."""
    return max((len(trace.gist) for trace in traces.values()), default=1) or 1


def reasons(one: Trace, other: Trace) -> tuple[Reason, ...]:
    """What speaks for and against, the strongest first."""
    found = (Reason(_words(feature), round(push, 2)) for feature, push in _pushes(one, other) if push)
    return tuple(sorted(found, key=lambda reason: (-abs(reason.push), reason.words)))


def _is_elsewhere(one: Trace, other: Trace) -> bool:
    return bool(
        one.gist
        and other.gist
        and set(one.act).isdisjoint(other.act)
        and closeness(one.gist, other.gist) < _ELSEWHERE
    )


def _pushes(one: Trace, other: Trace) -> list[tuple[Feature, float]]:
    first, second = sorted((one, other), key=lambda trace: trace.mention)
    return [
        (feature, weight * value)
        for feature, weight in _weighed()
        if (value := feature(first, second)) is not None
    ]


def _share(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, odds))))


def _words(feature: Feature) -> str:
    return (feature.__doc__ or feature.__name__).strip()


@cache
def weights() -> Weights:
    """The weights that ship.

    Raises:
        WorldError: the file is damaged, or does not have a weight for each feature.
    """
    path = resources.files("dragoman.record") / WEIGHTS
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Weights)
    except (OSError, msgspec.DecodeError) as error:
        raise WorldError(
            f"the weights of the merging cannot be read: {error}. Reinstall dragoman."
        ) from error
    missing = [feature.__name__ for feature in FEATURES if feature.__name__ not in found.weights]
    if missing:
        raise WorldError(f"the merging has no weight for {', '.join(missing)}. Reinstall dragoman.")
    return found


@cache
def version() -> str:
    """Digest of the weights."""
    return blake2b((resources.files("dragoman.record") / WEIGHTS).read_bytes(), digest_size=6).hexdigest()


@cache
def _bias() -> float:
    return weights().bias


@cache
def _weighed() -> tuple[tuple[Feature, float], ...]:
    found = weights().weights
    return tuple((feature, found[feature.__name__]) for feature in FEATURES if found[feature.__name__])
