"""Whether a sentence speaks of what lies ahead or behind, by the words near a time expression.

The nearest cue before the expression counts, else the first behind it, and none beyond the end of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.terms import Span

_AHEAD = frozenset(
    "will shall ll plan plans planned planning schedule scheduled expected expects expect due slated set intends hopes "
    "upcoming forthcoming deadline".split()
)
_BEHIND = frozenset(
    "was were had did has have said says told met held went came left took made gave began fell rose won lost died "
    "killed since ago ended became saw led sent got found kept put ran spoke struck hit shot broke brought built cut "
    "drew fled flew fought grew knew laid paid rang sank sat signed sold spent stood wrote".split()
)
_OPENS = frozenset("be to will shall would should could may might can must".split())
_BETWEEN = frozenset("be not also then soon now".split())
_ENDS = frozenset(".!?;")
_BEFORE, _BEHIND_IT = 25, 14  # how many words to look at on either side; by judgement
_SHORTEST_PAST = 4  # letters of a past tense in "-ed"; "red" and "bed" are none


def leaning(words: Sequence[str], first: int, last: int) -> bool | None:
    """True ahead, false behind, `None` where nothing tells.

    Args:
        words: the text, word by word, in lower case.
        first, last: the expression; ``last`` is the word behind it.
    """
    for i in range(first - 1, max(-1, first - _BEFORE), -1):
        if words[i] in _ENDS:
            break
        found = _cue(words[i])
        if found is not None:
            # "will be delivered", "is expected to be held": a participle leans as what stands before it
            return True if not found and _is_opened(words, i) else found
    for i in range(last, min(len(words), last + _BEHIND_IT)):
        if words[i] in _ENDS:
            break
        found = _cue(words[i])
        if found is not None:
            return found
    return None


def _is_opened(words: Sequence[str], participle: int) -> bool:
    before = words[max(0, participle - 2) : participle]
    return bool(before) and (before[-1] in _OPENS or (before[0] in _OPENS and before[-1] in _BETWEEN))


def _cue(word: str) -> bool | None:
    if word in _AHEAD:
        return True
    if word in _BEHIND or (word.endswith("ed") and len(word) > _SHORTEST_PAST):
        return False
    return None


_WORD = re.compile(r"[^\W\d_]+|\d+|[.!?;,]")
_REACH = 200  # characters on either side; more than the words looked at take


def leans(text: str, span: Span) -> bool | None:
    """The same for a stretch of a text that is not cut into words."""
    before = _WORD.findall(text[max(0, span.start - _REACH) : span.start].lower())
    behind = _WORD.findall(text[span.end : span.end + _REACH].lower())
    return leaning([*before, *behind], len(before), len(before))
