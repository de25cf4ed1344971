"""Documents as translations: which words of the English are doubtful, and what they likely stand for."""

from dragoman.reading.translation.find import as_translation, look
from dragoman.reading.translation.row import Row, Strength
from dragoman.reading.translation.table import ROWS

__all__ = ["ROWS", "Row", "Strength", "as_translation", "look"]
