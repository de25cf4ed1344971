"""Fitting the weights by which tellings are taken for one event: ``dragoman train likeness``.

Examples are pairs of tellings that share a block, or stand in one group of stories that look alike:
those of the held-out stories (the gists were learned on the others), and the bundled corpus, once as its
answers give it and once as it is read. A logistic regression with a little ridge, fitted by Newton's method.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman import pipeline, record, text
from dragoman.corpus import FOLDER as CORPUS
from dragoman.corpus.files import answers, reports
from dragoman.corpus.told import matched, tellings
from dragoman.intake import clipping_of
from dragoman.record import cluster
from dragoman.record.blocks import blocks
from dragoman.record.features import AGAINST, FEATURES, OF_WORDS, Feature
from dragoman.record.likeness import KEPT, WEIGHTS, Weights
from dragoman.record.trace import Trace, traces
from dragoman.sources import SourceOptions, find
from dragoman.terms import Clipping, Document, EventMention, EventType, Link, Reading
from dragoman.training import tellings as told

Floats = NDArray[np.float64]

FOLDER = Path(record.__file__).parent
FOLDS = 5
_RIDGE = 1.0
_STEPS = 30
_BLOCK = 15  # reports of the corpus that stay together in a fold: its stories follow each other


class Sample(msgspec.Struct):
    """Tellings whose events are known, and which pairs of them are examples.

    Attributes:
        events: the event of each telling, by its place.
        folds: the fold of each telling.
        pairs: places of two tellings.
        features: (pairs, features); 0 where a feature is silent.
        same: (pairs,), whether they tell one event.
    """

    name: str
    tellings: list[Trace]
    events: list[str]
    folds: list[int]
    pairs: list[tuple[int, int]] = []
    features: Floats = np.zeros((0, 0))
    same: Floats = np.zeros(0)


class Fitted(msgspec.Struct, frozen=True):
    """How well pairs were told apart that were not fitted on.

    Attributes:
        average_precision: of the pairs by their score.
        precision, recall: of the pairs in one event, once grouped; recall counts all pairs there are.
    """

    name: str
    pairs: int
    same: int
    average_precision: float
    precision: float
    recall: float


def fit(stories: Path, target: Path, tell: Callable[[str], None] = lambda _: None) -> tuple[Fitted, ...]:
    """Fit the weights, write them, and say how good they are on what was left out.

    Args:
        stories: the folder of stories told several times.
        target: the folder that gets ``likeness.json``.
        tell: told what is being done.
    """
    samples = []
    tell("reading stories")
    samples.append(_with_pairs(story_sample(stories), FEATURES))
    for name, is_read in (("answered", False), ("read", True)):
        tell(f"reading the bundled corpus, {name}")
        samples.append(_with_pairs(corpus_sample(name, is_read=is_read), FEATURES))
    tell("reading marks")
    marked = _with_pairs(mark_sample(stories), OF_WORDS)
    tell("fitting")
    measured = (*_left_out(samples, FEATURES), *_left_out([marked], OF_WORDS))
    weights = _signed(FEATURES, *_gathered(samples))
    by_words = _signed(OF_WORDS, *_gathered([marked]))
    facts: dict[str, object] = {"left_out": [msgspec.to_builtins(each) for each in measured]}
    fitted = Weights(*_named(FEATURES, weights), *_named(OF_WORDS, by_words), facts)
    (target / WEIGHTS).write_bytes(msgspec.json.format(msgspec.json.encode(fitted), indent=1) + b"\n")
    return measured


def _named(features: Sequence[Feature], weights: Floats) -> tuple[float, dict[str, float]]:
    """The bias, and the weight of each feature by its name."""
    named = zip(features, weights[:-1], strict=True)
    return round(float(weights[-1]), 3), {each.__name__: round(float(weight), 3) for each, weight in named}


def _left_out(samples: Sequence[Sample], features: Sequence[Feature]) -> list[Fitted]:
    """How well each fold is told apart by weights that were fitted on the others."""
    scores = [np.zeros(len(sample.pairs)) for sample in samples]
    for fold in range(FOLDS):
        weights = _signed(features, *_gathered(samples, fold))
        for sample, found in zip(samples, scores, strict=True):
            own = _fold_of_pairs(sample) == fold
            found[own] = _probability(sample.features[own], weights)
    return [_measured(sample, found) for sample, found in zip(samples, scores, strict=True)]


def mark_sample(folder: Path) -> Sample:
    """Every mark of the held-out stories, known by its words alone."""
    sample = Sample("marks", [], [], [])
    chosen = [story for story in told.load(folder) if told.held_out(story.group)]
    groups = sorted({story.group for story in chosen})
    for number, story in enumerate(chosen):
        document = text.prepare(clipping_of(story.text, origin=str(number), published=story.published))
        if not isinstance(document, Document) or document.text != story.text:
            continue
        mentions = tuple(_marked(document, mark, place) for place, mark in enumerate(story.marks))
        keys = {mention.id: mark.event for mention, mark in zip(mentions, story.marks, strict=True)}
        (gists,) = pipeline.gist_finder().gists([(document, Reading(document.id, "marks", events=mentions))])
        _take(sample, document, mentions, gists, keys, groups.index(story.group) % FOLDS)
    return sample


def _marked(document: Document, mark: told.Marked, place: int) -> EventMention:
    """A mark as a telling; its type means nothing."""
    evidence = tuple(span for span in document.sentences if span.contains(mark.span)) or (mark.span,)
    return EventMention(
        f"{document.id}-{place:02}", document.id, EventType.CONSULT, (), (), mark.span, evidence
    )


def story_sample(folder: Path) -> Sample:
    """The held-out stories as the reader reads them."""
    sample = Sample("stories", [], [], [])
    chosen = [story for story in told.load(folder) if told.held_out(story.group)]
    groups = sorted({story.group for story in chosen})
    prepared = [
        pipeline.prepared(
            clipping_of(story.text, origin=str(number), outlet=story.outlet, published=story.published)
        )
        for number, story in enumerate(chosen)
    ]
    for story, document in zip(chosen, prepared, strict=True):
        if not isinstance(document, Document) or document.text != story.text:
            continue
        keys = {}
        (reading,), (gists,) = pipeline.read_with_gists([document])
        if isinstance(reading, Reading):
            for mention in reading.events:
                events = (mark.event for mark in story.marks if mark.span.overlaps(mention.trigger))
                if (event := next(events, None)) is not None:
                    keys[mention.id] = event
            _take(sample, document, reading.events, gists, keys, groups.index(story.group) % FOLDS)
    return sample


def corpus_sample(name: str, *, is_read: bool) -> Sample:
    """The bundled corpus, as it is read or as its answers give it."""
    sample = Sample(name, [], [], [])
    answered = answers()
    found = {clipping.origin: clipping for clipping in find([CORPUS / "reports"], SourceOptions())}
    for number, path in enumerate(reports()):
        clipping = next((each for origin, each in found.items() if path.name in origin), None)
        document = pipeline.prepared(clipping) if isinstance(clipping, Clipping) else None
        if not isinstance(document, Document):
            continue
        gold = tellings(document, answered[path.stem])
        if is_read:
            mentions = pipeline.read_document(document).events
            keys = matched(mentions, gold)
        else:
            mentions = tuple(mention for _, mention in gold)
            keys = {mention.id: event.event for event, mention in gold}
        (gists,) = pipeline.gist_finder().gists([(document, Reading(document.id, name, events=mentions))])
        _take(sample, document, mentions, gists, keys, number // _BLOCK % FOLDS)
    return sample


def _take(
    sample: Sample,
    document: Document,
    mentions: Sequence[EventMention],
    gists: dict[str, bytes],
    keys: dict[str, str],
    fold: int,
) -> None:
    """Put the tellings of a document whose event is known into a sample."""
    for trace in traces(document, mentions, gists):
        if trace.mention in keys:
            sample.tellings.append(trace)
            sample.events.append(keys[trace.mention])
            sample.folds.append(fold)


def _with_pairs(sample: Sample, features: Sequence[Feature]) -> Sample:
    """The sample with its pairs and their features."""
    blocked = _blocked(sample.tellings) if features is FEATURES else set()
    sample.pairs = sorted(blocked | _grouped(sample))
    sample.features = np.array(
        [
            [feature(sample.tellings[one], sample.tellings[other]) or 0.0 for feature in features]
            for one, other in sample.pairs
        ],
        dtype=np.float64,
    ).reshape(len(sample.pairs), len(features))
    sample.same = np.array(
        [sample.events[one] == sample.events[other] for one, other in sample.pairs], dtype=np.float64
    )
    return sample


def _blocked(found: Sequence[Trace]) -> set[tuple[int, int]]:
    """The pairs that share a block, own for one of them."""
    own: dict[int, list[int]] = defaultdict(list)
    wider: dict[int, list[int]] = defaultdict(list)
    for place, trace in enumerate(found):
        exact, loose = blocks(trace)
        for key in exact:
            own[key].append(place)
        for key in loose:
            wider[key].append(place)
    pairs = set()
    for key, members in own.items():
        pairs |= set(combinations(members, 2))
        pairs |= {(min(a, b), max(a, b)) for a in members for b in wider.get(key, ()) if a != b}
    return pairs


def _grouped(sample: Sample) -> set[tuple[int, int]]:
    """The pairs of one group of stories; the label of an event begins with its group."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, event in enumerate(sample.events):
        group, colon, _ = event.partition(":")
        if colon:
            groups[group].append(place)
    return {pair for members in groups.values() for pair in combinations(members, 2)}


def _fold_of_pairs(sample: Sample) -> NDArray[np.int64]:
    """The fold of each pair: that of its later telling."""
    return np.array([sample.folds[other] for _, other in sample.pairs], dtype=np.int64)


def _gathered(samples: Iterable[Sample], left_out: int | None = None) -> tuple[Floats, Floats]:
    """Features and answers of all samples, but for one fold."""
    kept = [
        (sample, np.not_equal(_fold_of_pairs(sample), -1 if left_out is None else left_out))
        for sample in samples
    ]
    return (
        np.vstack([sample.features[own] for sample, own in kept]),
        np.concatenate([sample.same[own] for sample, own in kept]),
    )


def _signed(features: Sequence[Feature], inputs: Floats, same: Floats) -> Floats:
    """Weights whose signs are those of their explanations; a feature that would have the other one gets none.

    "The same parties take part" must not speak against one event because others say the same better.
    """
    signs = np.array([-1.0 if feature in AGAINST else 1.0 for feature in features])
    free = np.ones(len(features), dtype=np.bool_)
    while True:
        found = _logistic(inputs * free, same)
        wrong = free & (found[:-1] * signs < 0)
        if not wrong.any():
            return found
        worst = np.argmin(np.where(wrong, found[:-1] * signs, 0.0))
        free[worst] = False


def _logistic(features: Floats, same: Floats) -> Floats:
    """Weights of a logistic regression with ridge, the bias last and not shrunk."""
    inputs = np.column_stack([features, np.ones(len(features))])
    ridge = np.full(inputs.shape[1], _RIDGE)
    ridge[-1] = 1e-6
    weights = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):
        found = _probability(features, weights)
        slope = inputs.T @ (found - same) + ridge * weights
        curve = (inputs * (found * (1 - found))[:, None]).T @ inputs + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def _probability(features: Floats, weights: Floats) -> Floats:
    odds = np.clip(features @ weights[:-1] + weights[-1], -50, 50)
    return np.asarray(1.0 / (1.0 + np.exp(-odds)), dtype=np.float64)


def _measured(sample: Sample, scores: Floats) -> Fitted:
    """How well the pairs of a sample were told apart."""
    ids = [trace.mention for trace in sample.tellings]
    links = [
        Link(min(ids[one], ids[other]), max(ids[one], ids[other]), float(score))
        for (one, other), score in zip(sample.pairs, scores, strict=True)
        if score >= KEPT
    ]
    group = {id: number for number, members in enumerate(cluster.clusters(ids, links)) for id in members}
    pairs = list(combinations(range(len(ids)), 2))
    gold = np.array([sample.events[a] == sample.events[b] for a, b in pairs], dtype=np.bool_)
    found = np.array([group[ids[a]] == group[ids[b]] for a, b in pairs], dtype=np.bool_)
    hits = float((gold & found).sum())
    return Fitted(
        sample.name,
        len(sample.pairs),
        int(gold.sum()),
        round(_average_precision(scores, sample.same), 4),
        round(hits / max(1.0, float(found.sum())), 4),
        round(hits / max(1.0, float(gold.sum())), 4),
    )


def _average_precision(scores: Floats, same: Floats) -> float:
    """Mean of the precision at each right pair, best scores first."""
    order = np.argsort(-scores, kind="stable")
    right = same[order]
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    return float((precision * right).sum() / max(1.0, right.sum()))
