"""Task ``spans``: which words name who acts and who receives.

Gold: JSON Lines with ``tokens`` and ``bio`` (S actor, T recipient, R parties of a mutual act); the format of
the CAMEO span set of Parolin et al. (2022). Rows without ``bio`` are passed over. Such gold marks one act a
sentence: measured is the act that the reader names first and that has somebody on each side, if there is
one. Parties of a mutual act are all actors here ("Iran met Oman"); such gold wants one on each side, so the
first named counts as its actor and the others as recipients. R spans count neither way, since the sets
disagree on whether they are one phrase or two parties.

A head is the last word before the first preposition, comma or relative word of a span: "troops" in "Russian
troops in Georgia". A found span is right when its head stands at the same token; exact, when it is the same
tokens, an article in front left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import msgspec

from dragoman.evaluation.gold import read_lines
from dragoman.evaluation.metrics import Prf, micro
from dragoman.reading import Annotation, Annotator, EventMark
from dragoman.terms import GoldError, Span

_EXPECTED = '{"tokens": ["Iran", "left"], "bio": ["B-S", "O"]}'
_ENDS_HEAD = frozenset(
    "of in on at for from to with by against near over under between among about into across around after "
    "before during within without inside outside along who which that whose where when , ( - -- ; :".split()
)
_ARTICLES = frozenset({"the", "a", "an"})

Stretch = tuple[int, int]  # tokens, the end exclusive


class SpanScore(msgspec.Struct, frozen=True):
    """F1 of heads and of whole spans; ``n`` rows, ``unread`` share of rows in which no act was found."""

    actor_head_f1: float
    recipient_head_f1: float
    actor_exact_f1: float
    recipient_exact_f1: float
    unread: float
    n: int


class _Row(msgspec.Struct, frozen=True):
    tokens: list[str] | None = None
    bio: list[str] | None = None


def evaluate(paths: Sequence[Path], annotator: Annotator) -> SpanScore:
    """How well participants are found.

    Raises:
        GoldError: a file is not in the format above, or holds no row with spans.
    """
    rows = [row for row in read_lines(paths, _Row, _EXPECTED) if row.tokens and row.bio]
    if not rows:
        raise GoldError(f"no row with spans in {', '.join(map(str, paths))}; expected {_EXPECTED}")
    for row in rows:
        if len(row.tokens or ()) != len(row.bio or ()):
            raise GoldError(
                f"{len(row.tokens or ())} tokens but {len(row.bio or ())} labels; expected {_EXPECTED}"
            )
    texts = [" ".join(row.tokens or ()) for row in rows]
    acts = [main_act(annotation) for annotation in annotator.annotate(texts)]
    scores: dict[str, float] = {}
    for number, (side, letter) in enumerate((("actor", "S"), ("recipient", "T"))):
        gold = [stretches(row.bio or (), letter) for row in rows]
        found = [_found(row, act, number) for row, act in zip(rows, acts, strict=True)]
        tokens = [row.tokens or [] for row in rows]
        scores[f"{side}_head_f1"] = _f1(tokens, gold, found, head)
        scores[f"{side}_exact_f1"] = _f1(tokens, gold, found, bare)
    return SpanScore(**scores, unread=sum(act is None for act in acts) / len(rows), n=len(rows))


def main_act(annotation: Annotation) -> EventMark | None:
    """The first act with somebody on each side; without such, the first that names anybody."""
    events = annotation.events
    both = [event for event in events if all(sides(event))]
    some = [event for event in events if event.actors or event.recipients]
    return next(iter(both or some), None)


def sides(event: EventMark) -> tuple[Sequence[Span], Sequence[Span]]:
    """Who acts and who receives, the parties of a mutual act divided."""
    if event.recipients or len(event.actors) < 2:
        return event.actors, event.recipients
    return event.actors[:1], event.actors[1:]


def stretches(bio: Sequence[str], letter: str) -> list[Stretch]:
    """The stretches of tokens with a label."""
    found = []
    for index, label in enumerate(bio):
        if label == f"B-{letter}":
            end = index + 1
            while end < len(bio) and bio[end] == f"I-{letter}":
                end += 1
            found.append((index, end))
    return found


def head(tokens: Sequence[str], stretch: Stretch) -> int:
    """Index of the head word of a stretch."""
    start, end = bare(tokens, stretch)
    stop = next((i for i in range(start + 1, end) if tokens[i].lower() in _ENDS_HEAD), end)
    return stop - 1


def bare(tokens: Sequence[str], stretch: Stretch) -> Stretch:
    """A stretch without the article in front and a possessive at its end."""
    start, end = stretch
    if end - start > 1 and tokens[start].lower() in _ARTICLES:
        start += 1
    if end - start > 1 and tokens[end - 1] in {"'s", "’s", "'"}:
        end -= 1
    return start, end


def _found(row: _Row, act: EventMark | None, side: int) -> list[Stretch]:
    """The spans of one side of an act as stretches of tokens, those that gold marks as mutual left out."""
    if act is None:
        return []
    tokens, bio = row.tokens or [], row.bio or []
    mutual = {i for i, label in enumerate(bio) if label.endswith("-R")}
    found = [_stretch(tokens, span) for span in sides(act)[side]]
    return [stretch for stretch in found if not mutual & set(range(*stretch))]


def _stretch(tokens: Sequence[str], span: Span) -> Stretch:
    ends = list(accumulate(len(token) + 1 for token in tokens))
    first = next(i for i, end in enumerate(ends) if end > span.start)
    last = next(i for i, end in enumerate(ends) if end >= span.end)
    return first, last + 1


def _f1(tokens, gold, found, key) -> float:  # type: ignore[no-untyped-def]
    """Micro F1 of what ``key`` makes of each stretch."""

    def keyed(side: Sequence[Sequence[Stretch]]) -> list[list[object]]:
        return [[key(words, one) for one in row] for words, row in zip(tokens, side, strict=True)]

    score: Prf = micro(keyed(gold), keyed(found))
    return score.f1
