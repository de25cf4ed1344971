"""Bytes from outside become clippings."""

from dragoman.sources.fields import FIELDS
from dragoman.sources.find import find, find_in
from dragoman.sources.options import SourceOptions
from dragoman.sources.registry import KINDS

__all__ = ["FIELDS", "KINDS", "SourceOptions", "find", "find_in"]
