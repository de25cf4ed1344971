"""Tellings to events: copies counted once."""

from dragoman.record.merge import merge

__all__ = ["merge"]
