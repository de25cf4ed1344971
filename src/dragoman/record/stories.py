"""Documents that report one story: what each is about, how alike two are, and the groups that follow."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from hashlib import blake2b

import msgspec

from dragoman.record.cluster import clusters
from dragoman.record.trace import Days, article, essence, published_days
from dragoman.terms import Document, Link

# Documents at least as alike as this tell one story; measured on stories told several times.
THRESHOLD = 0.5
_EVEN = 0.27  # cosine at which two documents tell one story as likely as not
_STEEP = 14.0  # how fast that changes with the cosine
_FADES = 45.0  # days after which likeness counts half: a story comes to an end
_UNDATED = 0.85  # of the likeness, where only one has a day: the same words in another year are another story
KEPT = 0.1
_KEYS = 8  # words two documents may meet by


class Subject(msgspec.Struct, frozen=True, array_like=True):
    """What a document is about.

    Attributes:
        stems: the words that tell it, with their weights; the squares of the weights add up to 1.
    """

    document: str
    published: Days | None
    stems: dict[str, float]


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Subject)


def subject(document: Document) -> Subject:
    """What a document is about."""
    return subject_of(document.id, essence(article(document)), published_days(document))


def subject_of(document: str, weighed: Iterable[tuple[str, float]], published: Days | None) -> Subject:
    """The subject of words that are weighed already."""
    found = dict(weighed)
    length = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
    return Subject(document, published, {stem: weight / length for stem, weight in found.items()})


def packed(subject: Subject) -> bytes:
    """The subject as the store keeps it."""
    return _encoder.encode(subject)


def unpacked(data: bytes) -> Subject:
    """The subject of `packed`."""
    return _decoder.decode(data)


def keys(subject: Subject) -> tuple[int, ...]:
    """The numbers by which documents meet, one for each of the words that tell most."""
    ranked = sorted(subject.stems, key=lambda stem: (-subject.stems[stem], stem))[:_KEYS]
    return tuple(
        int.from_bytes(blake2b(stem.encode(), digest_size=8).digest(), "big", signed=True) for stem in ranked
    )


def alike(one: Subject, other: Subject) -> float:
    """The probability, 0 to 1, that two documents tell one story."""
    few, many = sorted((one.stems, other.stems), key=len)
    cosine = sum(weight * many[stem] for stem, weight in sorted(few.items()) if stem in many)
    if one.published and other.published:
        gap = max(0, one.published[0] - other.published[1], other.published[0] - one.published[1])
        cosine *= 0.5 ** (gap / _FADES)
    elif one.published or other.published:
        cosine *= _UNDATED
    return 1.0 / (1.0 + math.exp(-_STEEP * (cosine - _EVEN)))


def link(one: Subject, other: Subject) -> Link | None:
    """The two documents and how alike they are; `None` when it is too little to be kept."""
    found = alike(one, other)
    if found < KEPT:
        return None
    first, second = sorted((one.document, other.document))
    return Link(first, second, round(found, 4))


def stories(documents: Collection[str], links: Iterable[Link]) -> tuple[tuple[str, ...], ...]:
    """The groups of documents that tell one story each, those of a single one too."""
    return clusters(documents, links, threshold=THRESHOLD)
