"""The gist of an act: its sentence and its words as a direction, the same way for tellings of one event."""

from dragoman.reading.gist.batch import ToldAct
from dragoman.reading.gist.finder import GistFinder

__all__ = ["GistFinder", "ToldAct"]
