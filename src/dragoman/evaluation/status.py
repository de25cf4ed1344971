"""Task ``status``: whether what a marked word names happened.

Gold: JSON Lines with ``text``, ``ds`` (the data set a row is from) and ``targets``: ``tok`` first and last
blank-parted token (the end exclusive), ``word``, ``fact`` from -3 (did not happen) to 3 (did). The format of
the unified factuality sets of Stanovsky et al. (2017). A target above 0 happened, one below did not; 0 counts
only in ``mae`` and ``r``. What is happened or ongoing here counts as happened; planned, possible, denied and
called for as not.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from dragoman.evaluation.gold import read_lines
from dragoman.evaluation.metrics import per_label
from dragoman.reading import Annotator, MarkedWord, StatusShares
from dragoman.terms import GoldError, Span, Status

_EXPECTED = '{"text": "It rained .", "ds": "X", "targets": [{"tok": [1, 2], "word": "rained", "fact": 3.0}]}'
_SCALE = 3.0


class StatusScore(msgspec.Struct, frozen=True):
    """F1 of both sides; ``mae`` and Pearson's ``r`` on the scale from -3 to 3; ``n`` targets."""

    happened_f1: float
    not_happened_f1: float
    mae: float
    r: float
    n: int


class _Target(msgspec.Struct, frozen=True):
    tok: tuple[int, int]
    fact: float


class _Row(msgspec.Struct, frozen=True):
    text: str
    targets: list[_Target]
    ds: str = ""


def evaluate(paths: Sequence[Path], annotator: Annotator, only: str | None = None) -> StatusScore:
    """How well statuses are told.

    Args:
        only: the data set to measure on; all when left out.

    Raises:
        GoldError: a file is not in the format above, or no row is left.
    """
    rows = [row for row in read_lines(paths, _Row, _EXPECTED) if only in (None, row.ds)]
    pairs = [
        (MarkedWord(row.text, _place(row.text, target)), target.fact)
        for row in rows
        for target in row.targets
    ]
    if not pairs:
        known = sorted({row.ds for row in read_lines(paths, _Row, _EXPECTED)})
        raise GoldError(
            f"no target of {only or 'any data set'} in the files; they hold {', '.join(known) or 'none'}"
        )
    shares = annotator.statuses([word for word, _ in pairs])
    found = np.array([happening(share) for share in shares])
    gold = np.array([fact for _, fact in pairs])
    decided = gold != 0
    labels = per_label(list(gold[decided] > 0), list(found[decided] > 0), (True, False))
    varies = found.std() > 0 and gold.std() > 0
    return StatusScore(
        happened_f1=labels[True].f1,
        not_happened_f1=labels[False].f1,
        mae=float(np.abs(found - gold).mean()),
        r=float(np.corrcoef(found, gold)[0, 1]) if varies else 0.0,
        n=len(pairs),
    )


def happening(shares: StatusShares) -> float:
    """From -3 to 3: how far an act is said to have happened."""
    return _SCALE * (2.0 * shares.of(Status.HAPPENED, Status.ONGOING) - 1.0)


def _place(text: str, target: _Target) -> Span:
    words = text.split(" ")
    if not 0 <= target.tok[0] < target.tok[1] <= len(words):
        raise GoldError(f"there are no tokens {target.tok} in {text!r}; expected {_EXPECTED}")
    start = sum(len(word) + 1 for word in words[: target.tok[0]])
    return Span(start, start + len(" ".join(words[slice(*target.tok)])))
