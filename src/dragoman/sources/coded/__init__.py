"""Rows of event tables that others coded become events in PLOVER."""

from dragoman.sources.coded.registry import KINDS, read

__all__ = ["KINDS", "read"]
