"""Where a text is set: its place names, and which places they are."""

from dragoman.reading.places.disambiguate import Decision, Disambiguator
from dragoman.reading.places.tagger import RuleTagger, Tag
from dragoman.reading.places.toponym import Toponym, ToponymSense
from dragoman.reading.places.toponyms import find_toponyms

__all__ = ["Decision", "Disambiguator", "RuleTagger", "Tag", "Toponym", "ToponymSense", "find_toponyms"]
