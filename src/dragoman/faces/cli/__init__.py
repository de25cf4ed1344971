"""The command line: one file per command."""

from dragoman.faces.cli.app import app, main

__all__ = ["app", "main"]
