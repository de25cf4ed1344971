"""Dragoman: a sourced record of who did what to whom, when, and who says so.

    import dragoman

    reading = dragoman.read("Putin met Tokayev in Astana on Friday.", published="2022-10-14")
    record = dragoman.open("cis.dragoman")
    record.add("clippings/")
    for event in record.events(actor="KAZ", recipient="RUS", since="2022-01-01"):
        print(event.when, event.type, event.sentence)

The names below are loaded when first used, so that a worker process or the command line pays only for
what it needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.faces.api import Events, Record, TextReading, read
    from dragoman.faces.api import open_record as open
    from dragoman.terms import Document, DragomanError, Event, EventMention, EventType, Status

__all__ = [
    "Document",
    "DragomanError",
    "Event",
    "EventMention",
    "EventType",
    "Events",
    "Record",
    "Status",
    "TextReading",
    "__version__",
    "open",
    "read",
]

__version__ = "0.1.0"

# Names of the Python face, and what they are called there.
_API = {name: name for name in ("Events", "Record", "TextReading", "read")} | {"open": "open_record"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    module = "dragoman.faces.api" if name in _API else "dragoman.terms"
    return getattr(import_module(module), _API.get(name, name))
