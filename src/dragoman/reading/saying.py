"""Who in the text says so: source, cue and what the words cover."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from dragoman.reading.clauses import Clauses
from dragoman.reading.cues import CueMatch, CueTable, longest
from dragoman.reading.layout import QUOTES
from dragoman.reading.phrases import Phrase
from dragoman.world.language import Frame, SayingCue
from dragoman.world.language import load as load_language
from dragoman.world.plover import CueKind

_ADJUNCT = frozenset({"after", "before", "when", "while", "as", "following"})


class Saying(msgspec.Struct, frozen=True):
    """One act of reporting in a sentence.

    Attributes:
        sources: who says it; may be empty when nobody is named.
        first, last: token indices of the reporting words.
        covers: token indices (inclusive, exclusive) of what is said.
    """

    sources: tuple[Phrase, ...]
    first: int
    last: int
    covers: tuple[tuple[int, int], ...]

    def is_about(self, word: int) -> bool:
        """Whether a word belongs to what is said."""
        return any(start <= word < end for start, end in self.covers)


@cache
def _table() -> CueTable[SayingCue]:
    return CueTable(load_language().saying)


def sayings(clauses: Clauses, quoted: Sequence[tuple[int, int]]) -> list[Saying]:
    """The acts of reporting in a sentence, in order.

    Args:
        clauses: the sentence.
        quoted: stretches of tokens inside quotation marks.
    """
    matches = longest(_table().matches(clauses.tokens))
    found = []
    for match in matches:
        if _inside(match.head, quoted):
            continue
        saying = _saying(clauses, match, quoted)
        if saying is not None:
            found.append(saying)
    return found


def quoted_stretches(clauses: Clauses, opens_inside: bool) -> tuple[tuple[tuple[int, int], ...], bool]:
    """The stretches of a sentence inside quotation marks, and whether one is still open at its end.

    Args:
        opens_inside: whether a quotation was open when the sentence began.
    """
    stretches, start, inside = [], 0, opens_inside
    for index, token in enumerate(clauses.tokens):
        if token.text not in QUOTES:
            continue
        if inside and token.text not in {"“", "„", "«"}:
            stretches.append((start, index))
            inside = False
        else:
            start, inside = index + 1, True
    if inside:
        stretches.append((start, len(clauses.tokens)))
    return tuple(stretches), inside


def _saying(clauses: Clauses, match: CueMatch[SayingCue], quoted: Sequence[tuple[int, int]]) -> Saying | None:
    """Source and reach of one reporting phrase, by its frame."""
    end = len(clauses.tokens)
    if match.row.frame is Frame.ACCORDING:
        sources = clauses.objects(match.last, None, until_verb=True) or clauses.first_behind(match.last)
        outside = ((0, match.first), (_past(sources, match.last), end))
        return Saying(sources, match.first, match.last, outside)
    group = clauses.group_at(match.head)
    if match.row.kind is CueKind.VERB and (group is None or _is_order(clauses, match)):
        return None
    sources = _subjects(clauses, match, quoted) or clauses.plain_noun_before(match.first)
    if match.row.frame is Frame.PASSIVE:
        sources = clauses.objects(match.head, frozenset({"by"}))
    return Saying(sources, match.first, match.last, _reach(clauses, match, sources, quoted))


def _is_order(clauses: Clauses, match: CueMatch[SayingCue]) -> bool:
    """Whether the verb asks instead of reporting: "told the cabinet to"."""
    behind = clauses.first_behind(match.head)
    after = behind[-1].last + 1 if behind and behind[0].first - match.head <= 3 else match.last + 1
    return any(group.infinitive and group.first == after for group in clauses.groups)


def _subjects(
    clauses: Clauses, match: CueMatch[SayingCue], quoted: Sequence[tuple[int, int]]
) -> tuple[Phrase, ...]:
    """Who says it: the subject, or whoever follows the verb behind a quotation ("...", said X)."""
    group = clauses.group_at(match.head)
    before = clauses.subjects(group) if group else clauses.nearest_before(match.first)
    before = tuple(p for p in before if not _inside(p.first, quoted))
    inverted = match.first > 0 and clauses.tokens[match.first - 1].text in QUOTES | {","}
    behind = clauses.first_behind(match.last) if inverted or not before else ()
    near = behind and behind[0].first - match.last <= 4
    return behind if near and (inverted or not before) else before


def _reach(
    clauses: Clauses,
    match: CueMatch[SayingCue],
    sources: tuple[Phrase, ...],
    quoted: Sequence[tuple[int, int]],
) -> tuple[tuple[int, int], ...]:
    """What is said: what follows, or the whole front of the sentence when nothing does; and quotations."""
    end = len(clauses.tokens)
    behind = _past(sources, match.last)
    rest = [t for t in clauses.tokens[behind:end] if t.is_word]
    stretches = list(quoted)
    starts = min([match.first, *(phrase.first for phrase in sources)])
    comma = any(t.text in QUOTES | {","} for t in clauses.tokens[max(0, starts - 2) : starts])
    if comma and (len(rest) <= 4 or not _has_verb(clauses, behind, end)):
        stretches.append((0, starts))
    else:
        stretches.append((behind, _content_end(clauses, behind)))
    return tuple(stretches)


def _content_end(clauses: Clauses, start: int) -> int:
    """Where the reported words end: at ", hours after", ", as" when no "that" opens a clause of its own."""
    if start < len(clauses.tokens) and clauses.tokens[start].lower == "that":
        return len(clauses.tokens)
    for index in range(start + 2, len(clauses.tokens)):
        if clauses.tokens[index].lower in _ADJUNCT and _follows_comma(clauses, index):
            return index
    return len(clauses.tokens)


def _follows_comma(clauses: Clauses, index: int) -> bool:
    """Whether a comma stands at most two words before: ", hours after"."""
    return any(token.text == "," for token in clauses.tokens[max(0, index - 3) : index])


def _has_verb(clauses: Clauses, start: int, end: int) -> bool:
    return any(start <= group.head < end and group.is_finite for group in clauses.groups)


def _past(sources: tuple[Phrase, ...], last: int) -> int:
    """The position behind the reporting words and a source that follows them."""
    return max([last + 1, *(phrase.last + 1 for phrase in sources)])


def _inside(word: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word < end for start, end in stretches)
