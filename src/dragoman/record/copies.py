"""Which documents were taken from which: copies, excerpts and translations are no independent reports."""

from __future__ import annotations

from collections import Counter
from datetime import date

from dragoman.record.copying.changes import Change, ChangeKind, changes
from dragoman.record.copying.essence import Essence, Overlap, essence, overlap
from dragoman.record.copying.facts import aligned
from dragoman.record.copying.lineage import Family, lineage
from dragoman.record.copying.prints import prints
from dragoman.terms import Copy, CopyKind, Document, Reading

__all__ = [
    "Change",
    "ChangeKind",
    "Essence",
    "Family",
    "changes",
    "compare",
    "compare_essences",
    "essence",
    "lineage",
    "prints",
]

# Tuned on the bundled corpus and tests/record/copied_texts.jsonl; beside some, what stood on its two sides
MOST = 0.6  # of the words, when a text is a copy
FEWEST_WORDS = 16  # that two texts share, when one is a copy: two short sentences
PART, PART_WORDS = 0.45, 60  # of the words, and words, when a part was built in: roundup .52, background .40
NUMBERS, FEWEST_NUMBERS = 0.5, 4  # share of the shorter's numbers, below which only a form was filled anew
SAME_FACTS = 0.5  # of the weight of the facts, in a translation: translations from .62, others to .40
FEWEST_FACTS = 6  # in the same order, states not counted
OTHER_WORDS = 0.3  # of the words; a text with more of them in common was not translated


def compare(
    one: Document, other: Document, one_read: Reading | None = None, other_read: Reading | None = None
) -> Copy | None:
    """Which of two documents was taken from the other, and how; `None` when neither was.

    The order does not matter. The original is the one that was published first, where both days are known;
    else of an excerpt the longer one; else the one whose day is known, or the one with the smaller id.

    Args:
        one_read, other_read: what a reader found in each; without it translations are rarely known.
    """
    return compare_essences(essence(one, one_read), essence(other, other_read))


def compare_essences(one: Essence, other: Essence) -> Copy | None:
    """As `compare`, of what was worked out before."""
    if one.id == other.id:
        return None
    forth, back = overlap(one, other), overlap(other, one)
    kind, shares = _kind(one, other, forth, back), (forth.share, back.share)
    if kind is None and max(forth.all_words, back.all_words) <= OTHER_WORDS:
        share = _same_facts(one, other)
        kind, shares = (CopyKind.TRANSLATION if share >= SAME_FACTS else None), (share, share)
    if kind is None:
        return None
    if _rank(one, other, kind) < _rank(other, one, kind):
        return Copy(other.id, one.id, kind, round(shares[1], 4))
    return Copy(one.id, other.id, kind, round(shares[0], 4))


def _kind(one: Essence, other: Essence, forth: Overlap, back: Overlap) -> CopyKind | None:
    """How one of two texts was taken from the other, by their words."""
    if one.words and (one.fingerprint == other.fingerprint or one.words == other.words):
        return CopyKind.EXACT
    count, most = min(forth.count, back.count), max(forth.share, back.share)
    if count < FEWEST_WORDS or _same_numbers(one, other) < NUMBERS:
        return None
    if min(forth.share, back.share) >= MOST:
        return CopyKind.NEAR
    if most >= MOST or (most >= PART and count >= PART_WORDS):
        return CopyKind.EXCERPT
    return None


def _same_numbers(one: Essence, other: Essence) -> float:
    """The share of the shorter's numbers that the other has too; 1 when there are too few to tell.

    What tells the bulletins of two days apart, which are printed in the same words.
    """
    left, right = (Counter(word for word in each.words if word.isdecimal()) for each in (one, other))
    fewest = min(left.total(), right.total())
    return (left & right).total() / fewest if fewest >= FEWEST_NUMBERS else 1.0


def _same_facts(one: Essence, other: Essence) -> float:
    """The share of the facts that stand in both in the same order; 0 when they are too few."""
    weight, count = aligned(one.facts, other.facts)
    if count < FEWEST_FACTS:
        return 0.0
    return weight / max(sum(fact.weight for fact in each.facts) for each in (one, other))


def _rank(essence: Essence, other: Essence, kind: CopyKind) -> tuple[date, int, bool, str]:
    """Sorts early before late, then long before short, dated before undated, by id."""
    day = essence.day if essence.day and other.day else None
    length = -len(essence.words) if kind is CopyKind.EXCERPT else 0
    return (day or date.min, length, essence.day is None, essence.id)
