"""The bundled corpus: reports by invented outlets on real happenings, and what is in them."""

from dragoman.corpus.answer import Actor, Answer, AnsweredClaim, AnsweredEvent, Days, Style
from dragoman.corpus.files import FOLDER, answers, reports, stories, translations
from dragoman.corpus.stories import Disagreement, Outcome, Plan, Stories
from dragoman.corpus.translations import AnsweredDoubt, TranslatedReport
from dragoman.corpus.visible import visible_lines

__all__ = [
    "FOLDER",
    "Actor",
    "Answer",
    "AnsweredClaim",
    "AnsweredDoubt",
    "AnsweredEvent",
    "Days",
    "Disagreement",
    "Outcome",
    "Plan",
    "Stories",
    "Style",
    "TranslatedReport",
    "answers",
    "reports",
    "stories",
    "translations",
    "visible_lines",
]
