"""Documents that report one story: what each is about, how alike two are, and the groups that follow."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from hashlib import blake2b

import msgspec

from dragoman.record.cluster import clusters
from dragoman.record.trace import _WIDEST as WIDEST
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
# Two reports that lie further apart are not kept as alike, even where they are the same word for word.
_REACH = math.ceil(_FADES * -math.log2(_EVEN + math.log(KEPT / (1 - KEPT)) / _STEEP))  # 142 days
_PERIOD = 64  # days; reports are found by the periods around their own, else all that was ever told is
_NO_DAY, _ANY_DAY = "without", "with"  # a day; those without one meet all


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
    """The numbers by which a document is found: the words that tell most, each with a period of days."""
    if subject.published is None:
        return _numbers(subject, (_NO_DAY,))
    return _numbers(subject, (_ANY_DAY, subject.published[0] // _PERIOD))


def sought(subject: Subject) -> tuple[int, ...]:
    """The keys of all documents that can be linked with this one; its own are among them."""
    if subject.published is None:
        return _numbers(subject, (_ANY_DAY, _NO_DAY))
    first, last = subject.published[0] - WIDEST - _REACH, subject.published[1] + _REACH
    return _numbers(subject, (_NO_DAY, *range(first // _PERIOD, last // _PERIOD + 1)))


def _numbers(subject: Subject, periods: Iterable[str | int]) -> tuple[int, ...]:
    """A number of 64 bits for each of the words that tell most in each of the periods."""
    ranked = sorted(subject.stems, key=lambda stem: (-subject.stems[stem], stem))[:_KEYS]
    names = (f"{stem} {period}" for period in periods for stem in ranked)
    return tuple(
        int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True) for name in names
    )


def alike(one: Subject, other: Subject) -> float:
    """The probability, 0 to 1, that two documents tell one story."""
    shared = sorted(one.stems.keys() & other.stems.keys())  # the same sum in every process
    cosine = sum(one.stems[stem] * other.stems[stem] for stem in shared)
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
