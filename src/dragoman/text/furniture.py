"""Lines that are not the article: menus, forms, related links, bylines, notices.

Each line has a score (`furniture_lines`); the lines are then read in order as a walk between two sides,
article and furniture. The walk with the highest sum wins: a line on the article side earns its score, on the
furniture side nothing, and each change of side costs `SWITCH`. So a short paragraph between paragraphs stays,
a long notice between menu lines goes, and only a line that betrays itself leaves a block alone.
"""

from __future__ import annotations

from dragoman.terms import Span
from dragoman.text.furniture_lines import look, score

SWITCH = 3.0
"""Cost of crossing between article and furniture."""

ENTER = 3.0
"""Cost of opening with furniture: a clipping is an article until its lines say otherwise."""


def mark(text: str) -> tuple[Span, ...]:
    """The stretches of ``text`` that are furniture, in order, disjoint, each made of whole lines.

    Neighbouring furniture lines share one span, blank lines between them included; a span ends before its
    newline. Nothing is removed from the text.
    """
    lines = _lines(text)
    on_page = _sides(_scores(text, lines))
    return _merged([(line, article) for line, article in zip(lines, on_page, strict=True)])


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


def _scores(text: str, lines: list[Span]) -> list[float]:
    """The score of each line, seen among its neighbours."""
    words = [line.of(text) for line in lines]
    seen: set[str] = set()
    scores = []
    for index, line in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else ""
        before = words[index - 1] if index else ""
        continues = _runs_on(before, line) or _runs_on(line, after)
        scores.append(score(look(line, continues, line in seen)))
        seen.add(line)
    return scores


def _runs_on(line: str, following: str) -> bool:
    """Whether a sentence is broken between two lines, as in text wrapped by hand."""
    return len(line) >= 40 and following[:1].islower() and line[-1] not in ".!?…:|"


def _sides(scores: list[float]) -> list[bool]:
    """For each line whether it is article, by the cheapest walk between the two sides."""
    article, furniture = 0.0, -ENTER
    came: list[tuple[bool, bool]] = []
    for value in scores:
        to_article = (article, True) if article >= furniture - SWITCH else (furniture - SWITCH, False)
        to_furniture = (furniture, False) if furniture > article - SWITCH else (article - SWITCH, True)
        came.append((to_article[1], to_furniture[1]))
        article, furniture = to_article[0] + value, to_furniture[0]
    side = article >= furniture
    sides = []
    for from_article, from_furniture in reversed(came):
        sides.append(side)
        side = from_article if side else from_furniture
    return sides[::-1]


def _merged(lines: list[tuple[Span, bool]]) -> tuple[Span, ...]:
    """The furniture lines, neighbours joined."""
    spans: list[Span] = []
    previous_article = True
    for line, article in lines:
        if not article and not previous_article:
            spans[-1] = Span(spans[-1].start, line.end)
        elif not article:
            spans.append(line)
        previous_article = article
    return tuple(spans)
