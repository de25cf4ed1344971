"""Tellings to events: copies counted once; and when documents that tell the same were published."""

from dragoman.record.dating import by_hand, by_others
from dragoman.record.merge import merge

__all__ = ["by_hand", "by_others", "merge"]
