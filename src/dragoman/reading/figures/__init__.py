"""The grammar of figures: numbers, the words that loosen them, and the words that say what is counted."""

from dragoman.reading.figures.counted import Counted, counted
from dragoman.reading.figures.numbers import NUMBER, Bounds, bounds

__all__ = ["NUMBER", "Bounds", "Counted", "bounds", "counted"]
