"""Time expressions: a table of rows, each with an example, read into intervals and TIMEX3 values."""

from dragoman.reading.times.find import find_times, within
from dragoman.reading.times.grammar import RULES
from dragoman.reading.times.leaning import leans

__all__ = ["RULES", "find_times", "leans", "within"]
