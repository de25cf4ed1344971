"""A plain answer to the task ``same-event``, to measure others against: common words, and equal stems."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.evaluation.same_event import GivenDocument, GivenMention, Prediction

_SIMILAR = 0.2  # mean cosine from which two clusters of documents are one; a guess, tuned on nothing
_WORD = re.compile(r"[a-z]{2,}")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ations?|ions?|ings?|ers?|ed|es|s|e)$")


def by_head_stem(documents: Sequence[GivenDocument], mentions: Sequence[GivenMention]) -> Prediction:
    """Documents that share words are one happening; in it, mentions whose last tokens share a stem one event.

    Documents are clustered by average linkage over the cosine of TF-IDF.
    """
    clusters = average_linkage(tf_idf_cosine([_words(document) for document in documents]), _SIMILAR)
    cluster_of = {document.doc: label for document, label in zip(documents, clusters, strict=True)}
    sents = {document.doc: document.sents for document in documents}
    events = ((cluster_of[each.doc], _stem(sents[each.doc][each.sent][each.tok[-1]])) for each in mentions)
    return Prediction(clusters, _numbered(events))


def tf_idf_cosine(texts: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """Cosine of each two texts, given as their words; of shape (texts, texts).

    A word weighs (1 + log of how often it is in the text) * log(texts / texts with it). Words of one text
    only are left out. A text without a word of weight is similar to none, itself neither.
    """
    spread = Counter(word for text in texts for word in set(text))
    columns = {word: column for column, word in enumerate(word for word in spread if spread[word] > 1)}
    weights = np.zeros((len(texts), len(columns)))
    for row, text in enumerate(texts):
        for word, count in Counter(text).items():
            if word in columns:
                weights[row, columns[word]] = (1 + math.log(count)) * math.log(len(texts) / spread[word])
    norms = np.linalg.norm(weights, axis=1, keepdims=True)
    weights /= np.where(norms > 0, norms, 1.0)
    cosine: NDArray[np.float64] = weights @ weights.T
    return cosine


def average_linkage(similarity: NDArray[np.float64], threshold: float) -> list[int]:
    """Labels of clusters, joined best first while their mean similarity is at least ``threshold``.

    Sokal and Michener, *A statistical method for evaluating systematic relationships*, 1958 (UPGMA).

    Args:
        similarity: symmetric, of shape (things, things).
    """
    means = similarity.copy()
    np.fill_diagonal(means, -np.inf)
    labels, sizes = np.arange(len(means)), np.ones(len(means))
    while len(means) > 1:
        kept, gone = divmod(int(means.argmax()), len(means))
        if means[kept, gone] < threshold:
            break
        joined = (sizes[kept] * means[kept] + sizes[gone] * means[gone]) / (sizes[kept] + sizes[gone])
        means[kept], means[:, kept] = joined, joined
        means[gone], means[:, gone] = -np.inf, -np.inf
        sizes[kept] += sizes[gone]
        labels[labels == gone] = kept
    return _numbered(labels.tolist())


def _words(document: GivenDocument) -> list[str]:
    tokens = [document.title, *(token for sentence in document.sents for token in sentence)]
    return _WORD.findall(" ".join(tokens).lower())


def _stem(token: str) -> str:
    """The token without its commonest endings, as far as three letters stay."""
    return _ENDING.sub("", token.lower())


def _numbered(labels: Iterable[Hashable]) -> list[int]:
    """Numbers in the place of labels, equal ones for equal ones, from 0 in order of appearance."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(label, len(numbers)) for label in labels]
