"""Whether a sentence speaks of what lies ahead or behind, by the words near a time expression.

The nearest cue before the expression counts, else the first behind it, and none beyond the end of the
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.terms import Span

_AHEAD = frozenset(
    "will shall ll plan plans planned planning schedule scheduled expected expects expect due slated set "
    "intends hopes upcoming forthcoming deadline".split()
)
_BEHIND = frozenset(
    "was were had did has have said says told met held went came left took made gave began fell rose won "
    "lost died since ago became saw led sent got found kept put ran spoke struck hit shot broke brought "
    "built cut drew fled flew fought grew knew laid paid rang sank sat sold spent stood wrote".split()
)
_SHORTEST_PAST = 5  # letters of any other past tense in "-ed"; "red" and "need" are none
# "will be delivered", "to be held", "will not be": what opens a participle ahead, and what may stand between.
_OPENS = frozenset("be to will shall would should could may might can must".split())
_BETWEEN = frozenset("be not also then soon now".split())
_ENDS = frozenset(".!?;")
_WORDS_BEFORE, _WORDS_AFTER = 24, 14  # how many words to look at on either side; by judgement

_WORD = re.compile(r"[^\W\d_]+|\d+|[.!?;,]")
_REACH = 200  # characters on either side of a stretch, about as many as the words looked at take


def leaning(words: Sequence[str], first: int, last: int) -> bool | None:
    """Whether the sentence speaks of what lies ahead (true) or behind (false); `None` where nothing tells.

    Args:
        words: the text, word by word, in lower case.
        first, last: the expression; ``last`` is the word behind it.
    """
    for i in reversed(range(max(0, first - _WORDS_BEFORE), first)):
        if words[i] in _ENDS:
            break
        found = _cue(words[i])
        if found is not None:
            return True if not found and _is_opened(words, i) else found
    for i in range(last, min(len(words), last + _WORDS_AFTER)):
        if words[i] in _ENDS:
            break
        found = _cue(words[i])
        if found is not None:
            return found
    return None


def leans(text: str, span: Span) -> bool | None:
    """What `leaning` says of a stretch of a text that is not yet cut into words."""
    before = _WORD.findall(text[max(0, span.start - _REACH) : span.start].lower())
    behind = _WORD.findall(text[span.end : span.end + _REACH].lower())
    return leaning([*before, *behind], len(before), len(before))


def _is_opened(words: Sequence[str], participle: int) -> bool:
    """Whether "will be" or the like stands before a participle, which then lies ahead."""
    before = words[max(0, participle - 2) : participle]
    return bool(before) and (before[-1] in _OPENS or (before[0] in _OPENS and before[-1] in _BETWEEN))


def _cue(word: str) -> bool | None:
    """Which way a word leans."""
    if word in _AHEAD:
        return True
    if word in _BEHIND or (word.endswith("ed") and len(word) >= _SHORTEST_PAST):
        return False
    return None
