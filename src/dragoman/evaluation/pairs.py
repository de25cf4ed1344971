"""Task ``pairs``: what a marked actor does to a marked recipient.

Gold: JSON Lines with ``marked`` (``<s>actor</s> ... <t>recipient</t>``), ``root`` (15 labels; YIELD stands
for CONCEDE and RETREAT) and ``penta`` (1 verbal cooperation, 2 material cooperation, 3 verbal conflict,
4 material conflict; SANCTION and COERCE are material, YIELD is material cooperation). The format of the PLV
set of Hu et al. (2024). A row the reader cannot code counts as wrong in every measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.evaluation.gold import read_lines
from dragoman.evaluation.metrics import accuracy, macro_f1
from dragoman.reading import MarkedPair, reader_kind
from dragoman.terms import EventType, GoldError, Span
from dragoman.world import plover

UNCODED = "none"
YIELD = "YIELD"
_YIELDING = frozenset({EventType.CONCEDE, EventType.RETREAT})
_EXPECTED = '{"marked": "<s>actor</s> ... <t>recipient</t>", "root": "ACCUSE", "penta": 3}'
_TAG = re.compile(r"</?[st]>")


class PairScore(msgspec.Struct, frozen=True):
    """Macro F1 over the gold labels, and root accuracy.

    Attributes:
        binary_f1: cooperation against conflict.
        uncoded: share of rows for which no type was found.
        n: rows.
    """

    root_f1: float
    root_acc: float
    quad_f1: float
    quad_acc: float
    binary_f1: float
    binary_acc: float
    uncoded: float
    n: int


class _Row(msgspec.Struct, frozen=True):
    marked: str
    root: str
    penta: Literal[1, 2, 3, 4]


def evaluate(paths: Sequence[Path]) -> PairScore:
    """How well the reader types marked pairs.

    Raises:
        GoldError: a file is not in the format above, or holds no row.
    """
    rows = list(read_lines(paths, _Row, _EXPECTED))
    if not rows:
        raise GoldError(f"no row in {', '.join(map(str, paths))}; expected {_EXPECTED}")
    types = predict(unmark(row.marked) for row in rows)
    roots, quads = [_root(one) for one in types], [_quad(one) for one in types]
    gold_roots, gold_quads = [row.root for row in rows], [row.penta for row in rows]
    gold_sides, sides = [_side(quad) for quad in gold_quads], [_side(quad) for quad in quads]
    return PairScore(
        root_f1=macro_f1(gold_roots, roots, set(gold_roots)),
        root_acc=accuracy(gold_roots, roots),
        quad_f1=macro_f1(gold_quads, quads, set(gold_quads)),
        quad_acc=accuracy(gold_quads, quads),
        binary_f1=macro_f1(gold_sides, sides, set(gold_sides)),
        binary_acc=accuracy(gold_sides, sides),
        uncoded=sum(one is None for one in types) / len(rows),
        n=len(rows),
    )


def predict(pairs: Iterable[MarkedPair]) -> list[EventType | None]:
    """The type of each pair by the reader in use; ``None`` where it names none."""
    return reader_kind().annotator(None).type_pairs(list(pairs))


def unmark(marked: str) -> MarkedPair:
    """The text without tags and the spans they enclosed; the first of each kind counts."""
    text, starts, spans, last = "", dict[str, int](), dict[str, Span](), 0
    for tag in _TAG.finditer(marked):
        text += marked[last : tag.start()]
        last = tag.end()
        kind = tag.group().strip("</>")
        if not tag.group().startswith("</"):
            starts[kind] = len(text)
        elif kind in starts:
            spans.setdefault(kind, Span(starts[kind], len(text)))
    return MarkedPair(text + marked[last:], spans.get("s"), spans.get("t"))


def _root(event_type: EventType | None) -> str:
    if event_type is None:
        return UNCODED
    return YIELD if event_type in _YIELDING else event_type.value


def _quad(event_type: EventType | None) -> int:
    if event_type is None:
        return 0
    return int(plover.Quad.MATERIAL_COOPERATION if event_type in _YIELDING else plover.quad(event_type))


def _side(quad: int) -> str:
    """Cooperation or conflict."""
    return UNCODED if quad == 0 else "cooperation" if quad <= 2 else "conflict"
