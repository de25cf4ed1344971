"""Document -> EventMention, Claim: who did what to whom, when, planned or denied, and who says so."""

from dragoman.reading.annotated import AnnotatedReader
from dragoman.reading.annotation import Annotation, AttributionMark, EventMark, PredicateMark
from dragoman.reading.annotator import Annotator, MarkedPair, MarkedWord, StatusShares
from dragoman.reading.attributions import attributions
from dragoman.reading.choose import ENVIRONMENT, READERS, ReaderKind, ReadsByRules, chosen_reader, reader_kind
from dragoman.reading.dating import Dater
from dragoman.reading.gist import GistFinder
from dragoman.reading.identify import identify
from dragoman.reading.reader import Reader
from dragoman.reading.rule_annotator import RuleAnnotator
from dragoman.reading.rules import RuleReader
from dragoman.reading.times import find_times
from dragoman.reading.translation import as_translation

__all__ = [
    "ENVIRONMENT",
    "READERS",
    "AnnotatedReader",
    "Annotation",
    "Annotator",
    "AttributionMark",
    "Dater",
    "EventMark",
    "GistFinder",
    "MarkedPair",
    "MarkedWord",
    "PredicateMark",
    "Reader",
    "ReaderKind",
    "ReadsByRules",
    "RuleAnnotator",
    "RuleReader",
    "StatusShares",
    "as_translation",
    "attributions",
    "chosen_reader",
    "find_times",
    "identify",
    "reader_kind",
]
