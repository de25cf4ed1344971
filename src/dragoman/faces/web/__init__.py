"""The record in a browser: server-rendered pages, each with a JSON and a CSV twin at the same address.

Its rooms use those further down only; what two need lies where both reach it:

    app > routes > {pages | actions} > {page | action} > charts > telling > keeping

``pages`` are functions that give page records, ``actions`` answer everything else. ``charts`` draw what
``telling`` puts into words and rows. ``keeping`` holds what outlives a request.
"""

from dragoman.faces.web.app import create_app
from dragoman.faces.web.settings import Settings

__all__ = ["Settings", "create_app"]
