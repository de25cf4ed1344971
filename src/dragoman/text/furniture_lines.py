"""How much one line looks like article or like furniture: a sum of named weights.

Everything a weight may look at is a field of `Line`; the table `FEATURES` says what it is worth. A positive
sum speaks for the article, a negative one for furniture. The weights are set by hand; docs/why/furniture.md
tells how and what they score.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from dragoman.text.furniture_cues import INSIDE, OPENING, WHOLE

HEAD = 320
"""Characters of a line that are looked at from its beginning; furniture shows itself early."""

TAIL = 160
"""Characters looked at from the end of a longer line."""

_OUTER = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_OPENING = re.compile("|".join(f"(?:{cue.pattern})" for cue in OPENING))
_INSIDE = re.compile("|".join(f"(?:{cue.pattern})" for cue in INSIDE))
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SEPARATOR = re.compile(r" [|·•»›>/] |[|»›]|\u2192|\t")

_FUNCTION_WORDS = frozenset(
    """a about after against all also although an and any are as at be became because been before being between
    both but by can could did do does during each even for from had has have he her him his how however i if in
    including into is it its just last may me might more most must my no not now of on one only or other our
    out over own said same say says she should since so some such than that the their them then there these they
    this those through to told too two under until up us very was we were what when where which while who whom
    whose why will with without would yet you your""".split()
)


class Line(msgspec.Struct, frozen=True):
    """What can be seen of one line.

    Attributes:
        words: number of words.
        ends_sentence: it ends in a full stop, a question or exclamation mark, quotes aside.
        starts_lower: it begins with a small letter.
        function_share: share of words like "of", "the", "was" that hold prose together.
        capital_share: share of the other words that begin with a capital.
        separators: it is cut by bars, dots or arrows.
        cue: `WHOLE`, `OPENING` or `INSIDE` betrays it.
        continues: it goes on from the line before, or the line after goes on from it.
        repeated: the same words have stood on the page before.
    """

    words: int
    ends_sentence: bool
    starts_lower: bool
    function_share: float
    capital_share: float
    separators: bool
    cue: bool
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
        "short, ends like a sentence", 0.7, lambda line: line.ends_sentence and line.words < 4, "It seems."
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
    Feature("cue", -8.0, lambda line: line.cue, "Leave a comment below"),
    Feature("stood here before", -1.5, lambda line: line.repeated, "Asia"),
)


def look(line: str, continues: bool = False, repeated: bool = False) -> Line:
    """What can be seen of ``line``, which is stripped and not empty."""
    head = line if len(line) <= HEAD + TAIL else f"{line[:HEAD]} {line[-TAIL:]}"
    words = _WORD.findall(head)
    grammar = sum(word.lower() in _FUNCTION_WORDS for word in words)
    content = [word for word in words if word.lower() not in _FUNCTION_WORDS]
    return Line(
        words=line.count(" ") + 1 if len(line) > len(head) else len(head.split()),
        ends_sentence=_SENTENCE_END.search(line[-8:]) is not None,
        starts_lower=line[0].islower(),
        function_share=grammar / len(words) if words else 0.0,
        capital_share=sum(word[0].isupper() for word in content) / len(content) if content else 0.0,
        separators=_SEPARATOR.search(head) is not None,
        cue=is_cue(head),
        continues=continues,
        repeated=repeated,
    )


def is_cue(line: str) -> bool:
    """Whether the words of ``line`` alone give it away as furniture."""
    folded = line.casefold()
    core = _OUTER.sub("", folded)
    if not core:
        return not any(character.isalnum() for character in folded)
    return core in WHOLE or _OPENING.match(folded) is not None or _INSIDE.search(folded) is not None


def score(line: Line) -> float:
    """The sum of the weights that hold for ``line``: positive for article, negative for furniture."""
    return sum(feature.weight for feature in FEATURES if feature.holds(line))
