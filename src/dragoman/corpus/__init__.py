"""The bundled corpus: reports by invented outlets on real happenings, and what is in them."""

from dragoman.corpus.answer import Actor, Answer, AnsweredClaim, AnsweredEvent, Days, Style
from dragoman.corpus.files import FOLDER, answers, reports, stories
from dragoman.corpus.stories import Disagreement, Outcome, Plan, Stories
from dragoman.corpus.visible import visible_lines

__all__ = [
    "FOLDER",
    "Actor",
    "Answer",
    "AnsweredClaim",
    "AnsweredEvent",
    "Days",
    "Disagreement",
    "Outcome",
    "Plan",
    "Stories",
    "Style",
    "answers",
    "reports",
    "stories",
    "visible_lines",
]
