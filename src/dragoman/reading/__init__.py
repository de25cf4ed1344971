"""Document -> EventMention, Claim: who did what to whom, when, planned or denied, and who says so."""

from dragoman.reading.reader import Reader
from dragoman.reading.rules import RuleReader

__all__ = ["Reader", "RuleReader"]
