"""Many reports, one account: copies counted once, tellings of one event joined, disagreements kept."""

from dragoman.record.account import agreements, event_of
from dragoman.record.agreement import Account, Agreement, Field, Stance
from dragoman.record.blocks import indexed
from dragoman.record.copies import (
    Change,
    ChangeKind,
    Family,
    changes,
    compare,
    compare_essences,
    essence,
    lineage,
    prints,
)
from dragoman.record.dating import by_hand, by_others
from dragoman.record.judging import Decisions, check, decided, find, obeyed, standing, taken_back
from dragoman.record.voices import Voice, history, voice_of

__all__ = [
    "Account",
    "Agreement",
    "Change",
    "ChangeKind",
    "Decisions",
    "Family",
    "Field",
    "Stance",
    "Voice",
    "agreements",
    "by_hand",
    "by_others",
    "changes",
    "check",
    "compare",
    "compare_essences",
    "decided",
    "essence",
    "event_of",
    "find",
    "history",
    "indexed",
    "lineage",
    "obeyed",
    "prints",
    "standing",
    "taken_back",
    "voice_of",
]
