"""When a document was published: every clue in its text, and what they come to together."""

from dragoman.reading.dating.dater import Dater

__all__ = ["Dater"]
