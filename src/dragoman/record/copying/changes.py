"""What a copy left out, added and worded anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

import msgspec

from dragoman.record.copying.words import Word, words_of
from dragoman.terms import Document, Span

_ALIKE = 0.5  # of the words of two sentences, when one was made of the other
_FEW = 4  # words; a shorter sentence is like too many

Sentence = tuple[Word, ...]


class ChangeKind(StrEnum):
    """What was done to words of the original."""

    LEFT_OUT = "left out"
    ADDED = "added"
    REWORDED = "reworded"


class Change(msgspec.Struct, frozen=True):
    """One thing that is different in a copy.

    Attributes:
        original: the words in the original's text; ``None`` when they were added.
        copy: the words in the copy's text; ``None`` when they were left out.
    """

    kind: ChangeKind
    original: Span | None
    copy: Span | None


def changes(original: Document, copy: Document) -> tuple[Change, ...]:
    """What is different in a copy: first what was left out, in the order of the original, then the rest in
    the order of the copy.

    Words are compared within sentences that are alike; case, signs, headline and furniture do not count.
    """
    olds, news = words_of(original), words_of(copy)
    pairs = _pairs(olds, news)
    found = [_change((), sentence) for number, sentence in enumerate(news) if number not in pairs]
    for number, old in pairs.items():
        found.extend(_within(olds[old], news[number]))
    kept = set(pairs.values())
    found.extend(_change(sentence, ()) for number, sentence in enumerate(olds) if number not in kept)
    return tuple(sorted(found, key=_place))


def _pairs(olds: Sequence[Sentence], news: Sequence[Sentence]) -> dict[int, int]:
    """The number of the sentence that each sentence of the copy was made of, the most alike first."""
    left, right = ([frozenset(word.text for word in each) for each in texts] for texts in (olds, news))
    alike = [
        (-share, new, old)
        for new, words in enumerate(right)
        for old, other in enumerate(left)
        if (share := _likeness(words, other)) >= _ALIKE
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, new, old in sorted(alike):
        if new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)
    return dict(sorted(pairs.items()))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of the shorter that stand in the longer; of equal ones the nearest in length."""
    common, short, long = len(one & other), *sorted((len(one), len(other)))
    return 0.9 * common / max(short, min(_FEW, long)) + 0.1 * common / long


def _within(old: Sentence, new: Sentence) -> Iterator[Change]:
    """The changes between two sentences, word by word."""
    matcher = SequenceMatcher(None, [word.text for word in old], [word.text for word in new], autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield _change(old[start:end], new[new_start:new_end])


def _change(old: Sentence, new: Sentence) -> Change:
    kind = ChangeKind.REWORDED if old and new else ChangeKind.LEFT_OUT if old else ChangeKind.ADDED
    return Change(kind, _stretch(old), _stretch(new))


def _stretch(words: Sentence) -> Span | None:
    return Span(words[0].span.start, words[-1].span.end) if words else None


def _place(change: Change) -> tuple[bool, int]:
    """Left out first, by its place in the original; the rest by its place in the copy."""
    return (change.copy is not None, (change.copy or change.original or Span(0, 0)).start)
