"""Who in the text says so: source, cue and what the words cover."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from dragoman.reading.clauses import Clauses
from dragoman.reading.cues import CueMatch, CueTable, longest
from dragoman.reading.layout import QUOTES
from dragoman.reading.phrases import Phrase
from dragoman.reading.verbs import PREPOSITIONS, SUBORDINATORS, VerbGroup, word_before
from dragoman.world.language import Frame, SayingCue
from dragoman.world.language import load as load_language
from dragoman.world.plover import CueKind

_ADJUNCT = frozenset({"after", "before", "when", "while", "as", "following"})
# What may follow reporting words that are appended to what is said: "..., he said late on Friday".
_APPENDED = frozenset(
    "late early later yesterday today tonight again so while when earlier then monday tuesday wednesday "
    "thursday friday saturday sunday this last".split()
)
# Verbs of one who speaks; behind an "and" they are the speaker's own act.
_SPEAKING = frozenset(
    "demand accuse urge call warn threaten condemn praise thank vow pledge deny reject add ask blame "
    "criticize criticise refuse".split()
)
# What one acts "according to" and that says nothing.
_NOBODY = frozenset("arrangement plan plans schedule agreement treaty law constitution rules data".split())
_NEAR = 4


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
    if match.row.frame is Frame.ACCORDING:
        return _according(clauses, match)
    group = clauses.group_at(match.head)
    if match.row.kind is CueKind.VERB and (group is None or group.negated or _is_order(clauses, match)):
        return None
    passive = match.row.kind is CueKind.VERB and group is not None and group.passive
    if match.row.frame is Frame.PASSIVE or passive:
        agents = clauses.objects(match.head, frozenset({"by"}))
        front = () if match.row.frame is Frame.PASSIVE else ((0, match.first),)
        return Saying(agents, match.first, match.last, front or _reach(clauses, match, agents, quoted))
    word = clauses.tokens[match.last].lower
    behind = clauses.objects(match.last - 1, frozenset({word})) if word in {"by", "from", "of"} else ()
    sources = behind or _subjects(clauses, match, quoted)
    return Saying(sources, match.first, match.last, _reach(clauses, match, sources, quoted))


def _according(clauses: Clauses, match: CueMatch[SayingCue]) -> Saying:
    """ "According to the ministry, X": all of the sentence up to where another clause is joined on."""
    behind = clauses.first_behind(match.last)
    near = bool(behind) and not any(not t.is_word for t in clauses.tokens[match.last + 1 : behind[0].first])
    sources = behind if near else clauses.plain_noun_after(match.last)
    if sources and clauses.tokens[sources[-1].last].lower in _NOBODY:
        return Saying((), match.first, match.last, ())
    past = _past(sources, match.last)
    joined = [i for i in range(past, min(past + 2, len(clauses.tokens))) if clauses.tokens[i].lower == "and"]
    end = joined[0] if joined else len(clauses.tokens)
    return Saying(sources, match.first, match.last, ((0, match.first), (past, end)))


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
    if _is_inverted(clauses, match):
        behind = clauses.first_behind(match.last)
        if behind and behind[0].first - match.last <= _NEAR and not clauses.starts_clause(behind[-1]):
            return behind
        common = clauses.plain_noun_after(match.last)
        if common and not behind:
            return common
    plain = clauses.plain_noun_before(match.first)
    before = clauses.subjects(group) if group else clauses.nearest_before(match.first)
    before = tuple(phrase for phrase in before if not _inside(phrase.first, quoted))
    nearer = plain and (not before or clauses.has_stop(before[-1].last + 1, plain[0].first))
    return plain if nearer else before


def _is_inverted(clauses: Clauses, match: CueMatch[SayingCue]) -> bool:
    """Whether the verb comes first: behind a quotation or a clause, or opening the sentence."""
    group = clauses.group_at(match.head)
    first = group.first if group else match.first
    before = clauses.tokens[first - 1].text if first else ""
    if before == ",":
        return clauses.before_aside(first - 1) == first - 1
    return before in QUOTES or not clauses.subjects(group) if group else before in QUOTES


def _reach(
    clauses: Clauses,
    match: CueMatch[SayingCue],
    sources: tuple[Phrase, ...],
    quoted: Sequence[tuple[int, int]],
) -> tuple[tuple[int, int], ...]:
    """What is said: the clause in front when the reporting words are set behind it, else what follows.

    Quotations of the sentence are said in either case.
    """
    behind = _past(sources, match.last)
    starts = min([match.first, *(phrase.first for phrase in sources)])
    front = _front(clauses, starts, behind)
    if front is None:
        return (*quoted, (behind, _content_end(clauses, match, behind)))
    goes_on = [t.lower for t in clauses.tokens[behind : behind + 2]] == [",", "and"]
    rest = ((behind, _content_end(clauses, match, behind)),) if goes_on else ()
    return (*quoted, front, *rest)


def _front(clauses: Clauses, starts: int, behind: int) -> tuple[int, int] | None:
    """The clause a reporting phrase is appended to: "Russia attacked, the mayor said on Friday"."""
    tokens = clauses.tokens
    if not any(t.text in QUOTES | {","} for t in tokens[max(0, starts - _NEAR) : starts]):
        return None
    opening = max((i + 1 for i in range(starts) if tokens[i].text in {";", ":"}), default=0)
    verbs = [g for g in clauses.groups if opening <= g.head < starts and g.is_finite]
    subordinate = tokens[opening].lower in SUBORDINATORS if opening < starts else True
    follows = tokens[behind].lower if behind < len(tokens) else ""
    closes = len([t for t in tokens[behind:] if t.is_word]) <= _NEAR
    appended = not follows or not follows[0].isalpha() or follows in _APPENDED | PREPOSITIONS
    return (opening, starts) if (verbs or closes) and not subordinate and appended else None


def _content_end(clauses: Clauses, match: CueMatch[SayingCue], start: int) -> int:
    """Where the reported words end: at another clause of the article, or another act of the speaker."""
    tokens = clauses.tokens
    has_that = start < len(tokens) and tokens[start].lower == "that"
    has_clause = _has_verb(clauses, start, len(tokens))
    speaker = clauses.group_at(match.head)
    for index in range(start + 1, len(tokens)):
        word = tokens[index].lower
        if word == ";" or (word in _ADJUNCT and not has_clause):
            return index
        if word in {"and", "but"} and (
            _acts_again(clauses, speaker, index) or _opens_own(clauses, index, has_that)
        ):
            return index
        if word in _ADJUNCT and not has_that and index > start + 1 and _follows_comma(clauses, index):
            return index
    return len(tokens)


def _acts_again(clauses: Clauses, speaker: VerbGroup | None, index: int) -> bool:
    """Whether the verb behind an "and" is the speaker's own: "said it was late and demanded an answer"."""
    joined = next((g for g in clauses.groups if g.first > index), None)
    if (
        joined is None
        or speaker is None
        or not joined.is_finite
        or word_before(clauses.tokens, joined.first) != index
    ):
        return False
    return clauses.coordinated_with(joined) == speaker or (
        joined.lemma in _SPEAKING and not joined.auxiliaries
    )


def _opens_own(clauses: Clauses, index: int, has_that: bool) -> bool:
    """Whether ", and X did" opens a clause of the article; inside a that-clause it does not."""
    joined = next((phrase for phrase in clauses.phrases if phrase.first in (index + 1, index + 2)), None)
    comma = clauses.tokens[index - 1].text == ","
    return not has_that and comma and joined is not None and clauses.starts_clause(joined)


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
