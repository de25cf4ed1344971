"""Acts in their sentences as the network is given them. Training gives them by the same functions.

The inputs of a batch: ``ids`` and ``mask`` of its texts as the reader has them, the text of each act
(``rows``), and what share each piece has in the words of each act (``shares``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.reading.neural.tokenizer import Pieces, PieceTokenizer
from dragoman.terms import Span

VERSION = 1  # of the inputs and of what the output means
DIMENSIONS = 96
LONGEST = 96  # word pieces around an act; what stands further off is not looked at
INPUTS = ("ids", "mask", "rows", "shares")
# Word pieces in one batch: enough to keep a core busy, few enough to keep memory small.
_BUDGET = 1024


class ToldAct(msgspec.Struct, frozen=True):
    """Words that name an act, in their sentence.

    Attributes:
        sentence: its text.
        trigger: where the words stand in it.
    """

    sentence: str
    trigger: Span


class PlacedAct(msgspec.Struct, frozen=True):
    """An act as word pieces.

    Attributes:
        window: the pieces of the sentence, at most `LONGEST`; acts with the same window share a pass.
        places: which of them belong to the act's words; never empty.
    """

    window: tuple[int, ...]
    places: tuple[int, ...]


class Batch(msgspec.Struct, frozen=True):
    """What the network is given; see the head of this file.

    Attributes:
        ids: word pieces, (texts, pieces).
        mask: 1 where a text has a piece, 0 behind its end, (texts, pieces).
        rows: the text of each act, (acts,).
        shares: of each act over its text, each row 1 in sum, (acts, pieces).
    """

    ids: NDArray[np.int64]
    mask: NDArray[np.int64]
    rows: NDArray[np.int64]
    shares: NDArray[np.float32]


def placed(tokenizer: PieceTokenizer, acts: Sequence[ToldAct]) -> list[PlacedAct | None]:
    """Each act as word pieces; `None` where its words are no pieces or stand beyond what is read."""
    texts = list(dict.fromkeys(act.sentence for act in acts))
    cut = dict(zip(texts, tokenizer.cut(texts), strict=True)) if texts else {}
    return [_placed(cut[act.sentence], act.trigger) for act in acts]


def _placed(pieces: Pieces, trigger: Span) -> PlacedAct | None:
    covered = pieces.covered(trigger)
    if not len(covered):
        return None
    first, size = int(covered[0]), len(pieces.ids)
    start = max(0, min(first - LONGEST // 2, size - LONGEST))
    window = pieces.ids[start : start + LONGEST]
    inside = covered[covered < start + LONGEST] - start
    return PlacedAct(tuple(window.tolist()), tuple(inside.tolist()))


def batch(acts: Sequence[PlacedAct]) -> Batch:
    """Some acts as arrays, each distinct window once."""
    windows = {window: row for row, window in enumerate(dict.fromkeys(act.window for act in acts))}
    shape = (len(windows), max(map(len, windows)))
    ids, mask = (np.zeros(shape, dtype=np.int64) for _ in range(2))
    for window, row in windows.items():
        ids[row, : len(window)] = window
        mask[row, : len(window)] = 1
    rows = np.array([windows[act.window] for act in acts], dtype=np.int64)
    shares = np.zeros((len(acts), shape[1]), dtype=np.float32)
    for place, act in enumerate(acts):
        shares[place, list(act.places)] = 1.0 / len(act.places)
    return Batch(ids, mask, rows, shares)


def batches(acts: Sequence[PlacedAct]) -> Iterator[list[int]]:
    """Positions of acts, those of one window together, in batches of like length within the budget."""
    by_window: dict[tuple[int, ...], list[int]] = {}
    for place, act in enumerate(acts):
        by_window.setdefault(act.window, []).append(place)
    found: list[int] = []
    texts = 0
    for window in sorted(by_window, key=len):
        if texts and (texts + 1) * len(window) > _BUDGET:
            yield found
            found, texts = [], 0
        found += by_window[window]
        texts += 1
    if found:
        yield found
