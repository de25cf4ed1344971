"""A clipping becomes a document."""

from dragoman.text.furniture import mark
from dragoman.text.prepare import prepare
from dragoman.text.published import agreed
from dragoman.text.sentences import split

__all__ = ["agreed", "mark", "prepare", "split"]
