"""A copy beside its original, word by word: what stayed, what was left out, what was added."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import takewhile

import msgspec

from dragoman.record import Change
from dragoman.record.copying.words import Word, words_of
from dragoman.terms import Document, Span

Sentence = tuple[Word, ...]


class PieceKind(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    LEFT_OUT = "left out"
    ADDED = "added"


class Piece(msgspec.Struct, frozen=True):
    """Words in a row that fared alike.

    Attributes:
        words: as written, in the original where they were left out, else in the copy.
        ends: whether a sentence ends behind them.
    """

    kind: PieceKind
    words: str
    ends: bool = False


def pieces(original: Document, copy: Document, changes: Sequence[Change]) -> tuple[Piece, ...]:
    """The copy in its order, with what was left out where it stood; sentences end with their last piece."""
    gone = [change.original for change in changes if change.original]
    new = [change.copy for change in changes if change.copy]
    olds, news = words_of(original), words_of(copy)
    partner = _partners(olds, news, gone, new)
    followers = _left_out(olds, partner, gone)
    found: list[Piece] = [
        piece for old in followers[None] for piece in _sentence(original, olds[old], copy, (), gone, new)
    ]
    for number, sentence in enumerate(news):
        old = partner.get(number)
        found += _sentence(original, olds[old] if old is not None else (), copy, sentence, gone, new)
        for follower in followers[old] if old is not None else ():
            found += _sentence(original, olds[follower], copy, (), gone, new)
    return tuple(found)


def _partners(
    olds: Sequence[Sentence], news: Sequence[Sentence], gone: Sequence[Span], new: Sequence[Span]
) -> dict[int, int]:
    """Which sentence of the original each of the copy was made of: the one that kept the same words."""
    waiting: defaultdict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for number, sentence in enumerate(olds):
        waiting[_kept(sentence, gone)].append(number)
    found = {}
    for number, sentence in enumerate(news):
        kept = _kept(sentence, new)
        if kept and waiting[kept]:
            found[number] = waiting[kept].popleft()
    return found


def _left_out(
    olds: Sequence[Sentence], partner: dict[int, int], gone: Sequence[Span]
) -> defaultdict[int | None, list[int]]:
    """The sentences that are gone as a whole, by the one before them that stayed."""
    stayed = set(partner.values())
    found: defaultdict[int | None, list[int]] = defaultdict(list)
    before: int | None = None
    for number, sentence in enumerate(olds):
        if number in stayed:
            before = number
        elif not _kept(sentence, gone):
            found[before].append(number)
    return found


def _kept(sentence: Sentence, changed: Sequence[Span]) -> tuple[str, ...]:
    return tuple(word.text for word in sentence if not _is_in(word, changed))


def _is_in(word: Word, spans: Sequence[Span]) -> bool:
    return any(span.contains(word.span) for span in spans)


def _sentence(
    original: Document,
    old: Sentence,
    copy: Document,
    new_sentence: Sentence,
    gone: Sequence[Span],
    new: Sequence[Span],
) -> list[Piece]:
    """One sentence of both: before each word that stayed, what was left out there and what was added."""
    found: list[Piece] = []
    olds, news = deque(old), deque(new_sentence)
    while olds or news:
        out, added = _taken(olds, gone), _taken(news, new)
        stayed = min(_run(olds, gone), _run(news, new))
        if not (out or added or stayed):
            break  # never, as long as both kept the same words
        kept = [news.popleft() for _ in range(stayed)]
        for _ in kept:
            olds.popleft()
        found += _stretch(PieceKind.LEFT_OUT, original, out)
        found += _stretch(PieceKind.ADDED, copy, added)
        found += _stretch(PieceKind.KEPT, copy, kept)
    if len(found) > 1 and found[-1].kind is PieceKind.LEFT_OUT:  # the full stop of the copy stands before it
        found[-2] = msgspec.structs.replace(found[-2], words=found[-2].words.rstrip(".!?"))
    return [*found[:-1], msgspec.structs.replace(found[-1], ends=True)] if found else []


def _taken(words: deque[Word], spans: Sequence[Span]) -> list[Word]:
    """The words at the beginning that stand in one of the spans, taken away."""
    found = []
    while words and _is_in(words[0], spans):
        found.append(words.popleft())
    return found


def _run(words: Iterable[Word], spans: Sequence[Span]) -> int:
    """How many words at the beginning stand in none of the spans."""
    return sum(1 for _ in takewhile(lambda word: not _is_in(word, spans), words))


def _stretch(kind: PieceKind, document: Document, words: Sequence[Word]) -> Iterator[Piece]:
    if words:
        text = document.text[words[0].span.start : _end(document.text, words[-1].span.end)]
        yield Piece(kind, " ".join(text.split()))


def _end(text: str, end: int) -> int:
    """Behind the signs that follow a word without a blank."""
    while end < len(text) and not text[end].isalnum() and not text[end].isspace():
        end += 1
    return end
