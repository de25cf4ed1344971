"""How much one line looks like article or like furniture: a sum of named weights.

Everything a weight may look at is a field of `Line`; the table `FEATURES` says what it is worth. A positive
sum speaks for the article, a negative one for furniture. The weights are set by hand; docs/why/furniture.md
tells how and what they score.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import Enum

import msgspec

from dragoman.text.furniture_cues import INSIDE, OPENING, Cue
from dragoman.text.furniture_words import AFTERWARDS, WHOLE

HEAD = 240
"""Characters of a line that are looked at from its beginning; furniture shows itself early."""

TAIL = 120
"""Characters looked at from the end of a longer line."""

LONG = 40
"""Words of a line that is surely not a menu in one line."""

LONGEST_PHRASE = max(len(phrase.split()) for phrase in WHOLE) + 2
"""Words, with a number or two, beyond which no line is one of the phrases that stand alone."""


def _any(cues: Iterable[Cue]) -> re.Pattern[str]:
    """One pattern for all of them."""
    return re.compile("|".join(f"(?:{cue.compiled().pattern})" for cue in cues))


_OUTER = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_OPENING = _any(cue for cue in OPENING if not cue.afterwards)
_OPENING_AFTERWARDS = _any(cue for cue in OPENING if cue.afterwards)
_INSIDE = {
    word: (
        _any(cue for cue in INSIDE if cue.word == word),
        any(cue.afterwards for cue in INSIDE if cue.word == word),
    )
    for word in {cue.word for cue in INSIDE}
}
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_CUT = ("...", "…", "[...]", "[…]", "(...)")
_MARKS = "\"'“”‘’«»„()[].,;:!?…*"
_SEPARATOR = re.compile(r" [|·•»›>/] |[|»›]|\u2192|\t")

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
    Feature("cue", -8.0, lambda line: line.hint is not Hint.NONE, "Leave a comment below"),
    Feature(
        "cue in passing",
        4.0,
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
    tokens = head.split()
    words = [word for token in tokens if (word := token.strip(_MARKS))]
    folded = [word.casefold() for word in words]
    capitals = [
        word[0].isupper() for word, low in zip(words, folded, strict=True) if low not in _FUNCTION_WORDS
    ]
    return Line(
        words=line.count(" ") + 1 if len(line) > HEAD + TAIL else len(tokens),
        ends_sentence=_SENTENCE_END.search(line[-8:]) is not None,
        is_cut=line.endswith(_CUT),
        function_share=1 - len(capitals) / len(words) if words else 0.0,
        capital_share=sum(capitals) / len(capitals) if capitals else 0.0,
        separators=len(tokens) < LONG and _SEPARATOR.search(head) is not None,
        hint=_hint(head.casefold(), folded),
        continues=continues,
        repeated=repeated,
    )


def hint(line: str) -> Hint:
    """What the words of ``line`` alone give away."""
    return look(line).hint


def _hint(folded: str, words: list[str]) -> Hint:
    if not words:
        return Hint.NONE if any(character.isalnum() for character in folded) else Hint.FURNITURE
    if len(words) <= LONGEST_PHRASE and folded[-1] not in ".!?":
        core = _OUTER.sub("", folded)
        if core in WHOLE:
            return Hint.AFTERWARDS if core in AFTERWARDS else Hint.FURNITURE
    if _OPENING_AFTERWARDS.match(folded):
        return Hint.AFTERWARDS
    if _OPENING.match(folded):
        return Hint.FURNITURE
    return _inside(folded, words)


def _inside(folded: str, words: list[str]) -> Hint:
    """What a phrase inside the line gives away; only phrases whose word is in it are looked for."""
    for word in _INSIDE.keys() & words:
        pattern, afterwards = _INSIDE[word]
        if pattern.search(folded):
            return Hint.AFTERWARDS if afterwards else Hint.FURNITURE
    return Hint.NONE


def score(line: Line) -> float:
    """The sum of the weights that hold for ``line``: positive for article, negative for furniture."""
    return sum(feature.weight for feature in FEATURES if feature.holds(line))
