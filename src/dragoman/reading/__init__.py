"""Document -> EventMention, Claim: who did what to whom, when, planned or denied, and who says so."""

from dragoman.reading.pairs import pair_type
from dragoman.reading.reader import Reader
from dragoman.reading.rules import RuleReader

__all__ = ["Reader", "RuleReader", "pair_type"]
