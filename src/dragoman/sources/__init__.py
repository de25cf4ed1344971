"""Bytes from outside become clippings."""

from dragoman.sources.fields import FIELDS
from dragoman.sources.find import find
from dragoman.sources.options import SourceOptions
from dragoman.sources.registry import KINDS

__all__ = ["FIELDS", "KINDS", "SourceOptions", "find"]
