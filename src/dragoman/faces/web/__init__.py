"""The record in a browser: server-rendered pages, each with a JSON and a CSV twin at the same address."""

from dragoman.faces.web.app import create_app
from dragoman.faces.web.settings import Settings

__all__ = ["Settings", "create_app"]
