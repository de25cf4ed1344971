"""Lines that are not the article: menus, forms, related links, bylines, notices.

Each line has a score (`furniture_lines`). The lines are then read in order as a walk that begins before the
article or in it, may step aside and come back, and may leave it for good; `STEPS` says which steps there are
and what they cost. A line in the article earns its score, furniture earns nothing, and the walk with the
highest sum wins. So a short paragraph between paragraphs stays and a long notice between menu lines goes. A
line that its own words give away is furniture wherever it stands.
"""

from __future__ import annotations

from enum import Enum
from itertools import groupby
from math import inf
from operator import itemgetter

from dragoman.terms import Span
from dragoman.text.furniture_lines import SHORT, Hint, Line, look, look_at_short, score


class Side(Enum):
    """Where a line stands."""

    BEFORE = "before"
    ARTICLE = "article"
    ASIDE = "aside"
    AFTER = "after"


START = {Side.BEFORE: -6.0, Side.ARTICLE: 0.0, Side.ASIDE: -inf, Side.AFTER: -inf}
"""What a walk begins with: a clipping is an article until its lines say otherwise."""

STEPS = {
    Side.BEFORE: {Side.BEFORE: 0.0},
    Side.ARTICLE: {Side.ARTICLE: 0.0, Side.BEFORE: -3.0, Side.ASIDE: -1.5},
    Side.ASIDE: {Side.ASIDE: 0.0, Side.ARTICLE: -3.0},
    Side.AFTER: {Side.AFTER: 0.0, Side.ARTICLE: -3.0},
}
"""For each side where one can come from, and what that step adds; other steps are not possible."""

AFTERWARDS = 4.0
"""What a line that belongs after an article earns there."""

FEW_LINES = 10
"""A text of fewer lines without any that reads like an article may be a few headlines: only cues count."""

HEADLINE_WORDS = range(5, 26)
"""Numbers of words that headlines of the news have; most lines of menus have fewer."""

HEADLINE_ABOVE = 4
"""How many lines above the first paragraph its headline can stand."""

PARAGRAPH = 15
"""Words from which on a line is taken for a paragraph with a headline."""

SHORTEST_TITLE = 15
"""Characters below which a line may be a title by chance."""

TITLE_AMONG = 200
"""Lines among which a title is looked for."""

_STEPS = [sorted((list(Side).index(origin), cost) for origin, cost in STEPS[side].items()) for side in Side]
"""`STEPS` by number, in the order of `Side`, for speed."""


def mark(text: str, title: str | None = None) -> tuple[Span, ...]:
    """The stretches of ``text`` that are furniture, in order, disjoint, each made of whole lines.

    Neighbouring furniture lines share one span, blank lines between them included; a span ends before its
    newline. Nothing is removed from the text.

    Args:
        text: the whole text.
        title: the title as a page or its container gives it; the line that bears it is never furniture.
    """
    lines = _lines(text)
    looks = _looks(text, lines)
    sides = _sides(looks)
    few = len(lines) < FEW_LINES and Side.ARTICLE not in sides
    is_article = [
        (few or side is Side.ARTICLE) and not line.is_betrayed
        for side, line in zip(sides, looks, strict=True)
    ]
    for number in (_entitled(text, lines, title), _headline(looks, is_article)):
        if number is not None:
            is_article[number] = True
    return _merged(lines, is_article)


def _entitled(text: str, lines: list[Span], title: str | None) -> int | None:
    """The first line that is the title, or its beginning where the name of the outlet follows."""
    if not title:
        return None
    for number, line in enumerate(lines[:TITLE_AMONG]):
        words = line.of(text)
        if len(words) >= SHORTEST_TITLE and title.startswith(words):
            return number
    return None


def _headline(looks: list[Line], is_article: list[bool]) -> int | None:
    """The line right above the first paragraph, bylines and dates aside, if it can be a headline."""
    first = is_article.index(True) if True in is_article else 0
    if not (looks and looks[first].ends_sentence and looks[first].words >= PARAGRAPH):
        return None
    for number in range(first - 1, max(-1, first - 1 - HEADLINE_ABOVE), -1):
        line = looks[number]
        if not line.is_betrayed:
            is_free = not (line.separators or line.is_cut or line.repeated)
            return number if is_free and line.words in HEADLINE_WORDS else None
    return None


def _lines(text: str) -> list[Span]:
    """The lines of ``text`` that are not blank, without the whitespace around them."""
    spans, start = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = start + line.index(stripped[0])
            spans.append(Span(begin, begin + len(stripped)))
        start += len(line) + 1
    return spans


def _looks(text: str, lines: list[Span]) -> list[Line]:
    """What can be seen of each line among its neighbours."""
    words = [line.of(text) for line in lines]
    seen: set[str] = set()
    looks = []
    for index, line in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else ""
        before = words[index - 1] if index else ""
        continues = _runs_on(before, line) or _runs_on(line, after)
        looks.append((look_at_short if len(line) <= SHORT else look)(line, continues, line in seen))
        seen.add(line)
    return looks


def _runs_on(line: str, following: str) -> bool:
    """Whether a sentence is broken between two lines, as in text wrapped by hand."""
    return len(line) >= 40 and following[:1].islower() and line[-1] not in ".!?…:|"


def _sides(looks: list[Line]) -> list[Side]:
    """For each line where it stands, by the walk with the highest sum."""
    reached = [START[side] for side in Side]
    came: list[list[int]] = []
    for line in looks:
        steps = [_best_step(reached, origins) for origins in _STEPS]
        came.append([origin for _, origin in steps])
        earned = (0.0, score(line), 0.0, AFTERWARDS if line.hint is Hint.AFTERWARDS else 0.0)
        reached = [total + gain for (total, _), gain in zip(steps, earned, strict=True)]
    return _walked_back(came, reached.index(max(reached)))


def _best_step(reached: list[float], origins: list[tuple[int, float]]) -> tuple[float, int]:
    """The highest sum with which a side can be reached, and from which side."""
    best, best_origin = -inf, 0
    for origin, cost in origins:
        total = reached[origin] + cost
        if total >= best:
            best, best_origin = total, origin
    return best, best_origin


def _walked_back(came: list[list[int]], last: int) -> list[Side]:
    """The sides of the best walk, found from its end."""
    sides = list(Side)
    walk = []
    for origins in reversed(came):
        walk.append(sides[last])
        last = origins[last]
    return walk[::-1]


def _merged(lines: list[Span], is_article: list[bool]) -> tuple[Span, ...]:
    """The furniture lines, neighbours joined."""
    spans: list[Span] = []
    for article, block in groupby(zip(is_article, lines, strict=True), key=itemgetter(0)):
        if not article:
            furniture = [line for _, line in block]
            spans.append(Span(furniture[0].start, furniture[-1].end))
    return tuple(spans)
