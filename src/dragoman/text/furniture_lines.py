"""How much one line looks like article or like furniture: a sum of named weights.

Everything a weight may look at is a field of `Line`; the table `FEATURES` says what it is worth. A positive
sum speaks for the article, a negative one for furniture. The weights are set by hand; docs/why/furniture.md
tells how and what they score.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable
from enum import Enum
from functools import lru_cache

import msgspec

from dragoman.text.furniture_cues import Cue
from dragoman.text.furniture_inside import INSIDE
from dragoman.text.furniture_opening import OPENING
from dragoman.text.furniture_words import AFTERWARDS, WHOLE

HEAD = 240
"""Characters of a line that are looked at from its beginning; furniture shows itself early."""

TAIL = 120
"""Characters looked at from the end of a longer line."""

LONG = 40
"""Words from which on a line is a paragraph: no menu, and not given away by a few of its words."""

REMEMBERED = 16_384
"""Lines whose looks and worth are kept."""

BETRAYED = -1.5
"""What a line is worth that its words give away. It is marked wherever it stands, so it speaks only for its
neighbours: one such line between paragraphs is no reason to leave the article, four are."""

LONGEST_PHRASE = max(len(phrase.split()) for phrase in WHOLE) + 2
"""Words, with a number or two, beyond which no line is one of the phrases that stand alone."""


def _any(cues: Iterable[Cue]) -> re.Pattern[str]:
    """One pattern for all of them."""
    return re.compile("|".join(f"(?:{cue.compiled().pattern})" for cue in cues))


_OUTER = string.punctuation + string.digits + string.whitespace + "“”‘’«»‹›–—…·•→←▸▼×"
_OPENING = _any(cue for cue in OPENING if not cue.afterwards)
_OPENING_AFTERWARDS = _any(cue for cue in OPENING if cue.afterwards)
_INSIDE = {
    needle: (
        _any(cue for cue in INSIDE if cue.needle == needle),
        any(cue.afterwards for cue in INSIDE if cue.needle == needle),
    )
    for needle in dict.fromkeys(cue.needle for cue in INSIDE)
}
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_CUT = ("...", "…", "[...]", "[…]", "(...)")
_SEPARATORS = ("|", "»", "›", "→", " · ", " • ", " > ", " / ")

_FUNCTION_WORDS = frozenset(
    """
    a about after against all also although an and any are as at be became because been before being
    between both but by can could did do does during each even for from had has have he her him his how
    however i if in including into is it its just last may me might more most must my no not now of on
    one only or other our out over own said same say says she should since so some such than that the
    their them then there these they this those through to told too two under until up us very was we
    were what when where which while who whom whose why will with without would yet you your
    """.split()
)


class Hint(Enum):
    """What the words of a line give away."""

    NONE = "none"
    FURNITURE = "furniture"
    AFTERWARDS = "afterwards"
    """Furniture that stands after an article: comments, notices, what to read next."""


class Line(msgspec.Struct, frozen=True):
    """What can be seen of one line.

    Attributes:
        words: number of words.
        ends_sentence: it ends in a full stop, a question or exclamation mark, quotes aside.
        is_cut: it breaks off in dots, as the beginning of another article does in a list.
        function_share: share of words like "of", "the", "was" that hold prose together.
        capital_share: share of the other words that begin with a capital.
        separators: it is cut by bars, dots or arrows.
        hint: what its words give away.
        continues: it goes on from the line before, or the line after goes on from it.
        repeated: the same words have stood on the page before.
    """

    words: int
    ends_sentence: bool
    is_cut: bool
    function_share: float
    capital_share: float
    separators: bool
    hint: Hint
    continues: bool
    repeated: bool

    @property
    def is_betrayed(self) -> bool:
        """Whether its words give it away; a long paragraph may say such words in passing."""
        return self.hint is not Hint.NONE and self.words < LONG


class Feature(msgspec.Struct, frozen=True):
    """One reason, what it is worth, and a line for which it holds."""

    name: str
    weight: float
    holds: Callable[[Line], bool]
    example: str


FEATURES: tuple[Feature, ...] = (
    Feature("one or two words", -2.0, lambda line: line.words <= 2, "Water"),
    Feature("three or four words", -1.5, lambda line: 3 <= line.words <= 4, "Water and the steppe"),
    Feature(
        "five to seven words", -1.0, lambda line: 5 <= line.words <= 7, "Ministers meet over water in Osh"
    ),
    Feature("fifteen words or more", 0.7, lambda line: line.words >= 15, "word " * 15),
    Feature("twenty words or more", 0.8, lambda line: line.words >= 20, "word " * 20),
    Feature("forty words or more", 1.0, lambda line: line.words >= 40, "word " * 40),
    Feature(
        "ends like a sentence", 1.5, lambda line: line.ends_sentence and line.words >= 4, "It rained all day."
    ),
    Feature(
        "short, ends like a sentence", 2.2, lambda line: line.ends_sentence and line.words < 4, "It seems."
    ),
    Feature("no end", -1.0, lambda line: not line.ends_sentence, "Ministers meet over water"),
    Feature(
        "reads like prose",
        0.8,
        lambda line: line.function_share >= 0.3 and line.words >= 5,
        "He said that it was over and that he would go",
    ),
    Feature(
        "hardly prose",
        -0.8,
        lambda line: line.function_share < 0.12 and line.words >= 4,
        "Cheap kettles pans knives",
    ),
    Feature(
        "title case",
        -0.8,
        lambda line: line.capital_share >= 0.75 and line.words >= 4,
        "Ministers Meet Over Water in Osh",
    ),
    Feature("separators", -1.5, lambda line: line.separators, "Home | Asia | Water"),
    Feature("goes on", 1.5, lambda line: line.continues, "and went home."),
    Feature(
        "cue in passing",
        -4.0,
        lambda line: line.hint is not Hint.NONE and line.words >= LONG,
        "word " * LONG + "click here",
    ),
    Feature(
        "cut off",
        -3.0,
        lambda line: line.is_cut and line.words >= 8,
        "The ministers who met over water on Friday said that...",
    ),
    Feature("stood here before", -1.5, lambda line: line.repeated, "Asia"),
)


def look(line: str, continues: bool = False, repeated: bool = False) -> Line:
    """What can be seen of ``line``, which is stripped and not empty."""
    head = line if len(line) <= HEAD + TAIL else f"{line[:HEAD]} {line[-TAIL:]}"
    folded = head.casefold()
    tokens = folded.split()
    is_long = len(tokens) >= LONG
    return Line(
        words=line.count(" ") + 1 if len(line) > HEAD + TAIL else len(tokens),
        ends_sentence=_SENTENCE_END.search(line[-8:]) is not None,
        is_cut=line.endswith(_CUT),
        function_share=sum(map(_FUNCTION_WORDS.__contains__, tokens)) / len(tokens),
        capital_share=0.0 if is_long else _capital_share(head.split(), tokens),
        separators=not is_long and any(sign in head for sign in _SEPARATORS),
        hint=_hint(folded, len(tokens)),
        continues=continues,
        repeated=repeated,
    )


look_at_short = lru_cache(REMEMBERED)(look)
"""`look` for lines of menus, which come again and again; long lines would only fill the memory."""

SHORT = 80
"""Characters up to which a line is short."""


def _capital_share(words: list[str], folded: list[str]) -> float:
    """Share of the words with a letter first, function words aside, that begin with a capital."""
    content = [
        word
        for word, low in zip(words, folded, strict=False)
        if low not in _FUNCTION_WORDS and word[0].isalpha()
    ]
    return sum(word[0].isupper() for word in content) / len(content) if content else 0.0


def hint(line: str) -> Hint:
    """What the words of ``line`` alone give away."""
    return look(line).hint


def _hint(folded: str, words: int) -> Hint:
    if words <= LONGEST_PHRASE and folded[-1] not in ".!?":
        core = folded.strip(_OUTER)
        if core in WHOLE:
            return Hint.AFTERWARDS if core in AFTERWARDS else Hint.FURNITURE
    if words <= LONGEST_PHRASE and not any(map(str.isalnum, folded)):
        return Hint.FURNITURE
    if _OPENING_AFTERWARDS.match(folded):
        return Hint.AFTERWARDS
    if _OPENING.match(folded):
        return Hint.FURNITURE
    return _inside(folded)


def _inside(folded: str) -> Hint:
    """What a phrase inside the line gives away; a pattern is tried only where its needle is."""
    for needle, (pattern, afterwards) in _INSIDE.items():
        if needle in folded and pattern.search(folded):
            return Hint.AFTERWARDS if afterwards else Hint.FURNITURE
    return Hint.NONE


@lru_cache(REMEMBERED)
def score(line: Line) -> float:
    """What ``line`` is worth: positive for article, negative for furniture.

    It is `BETRAYED` for a line that its words give away, otherwise the sum of the weights that hold.
    """
    if line.is_betrayed:
        return BETRAYED
    return sum(feature.weight for feature in FEATURES if feature.holds(line))
