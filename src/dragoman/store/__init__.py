"""Keeps documents, what was read in them, and the events derived from that; answers questions.

with open_store("cis.dragoman") as store:
    for event in store.events(EventQuery(actor="KAZ")):
        ...
"""

from __future__ import annotations

from pathlib import Path

from dragoman.store.answers import (
    ActorCount,
    CodedRow,
    Count,
    Facets,
    Found,
    Happening,
    Import,
    Pair,
    Provenance,
    Selection,
    StoryCount,
    Summary,
)
from dragoman.store.base import Store
from dragoman.store.base_browsing import Catalogue
from dragoman.store.coded import sides_of
from dragoman.store.list_answers import (
    DocumentFacets,
    DocumentQuery,
    DocumentSelection,
    FigureQuery,
    FigureSelection,
    ListedDocument,
)
from dragoman.store.opening import MEMORY, connect
from dragoman.store.sqlite import SqliteStore
from dragoman.store.sqlite_browsing import catalogue_from
from dragoman.store.waiting import wait_for_writers

__all__ = [
    "MEMORY",
    "ActorCount",
    "Catalogue",
    "CodedRow",
    "Count",
    "DocumentFacets",
    "DocumentQuery",
    "DocumentSelection",
    "Facets",
    "FigureQuery",
    "FigureSelection",
    "Found",
    "Happening",
    "Import",
    "ListedDocument",
    "Pair",
    "Provenance",
    "Selection",
    "Store",
    "StoryCount",
    "Summary",
    "catalogue_from",
    "open_store",
    "sides_of",
    "wait_for_writers",
]


def open_store(path: Path | str, *, create: bool = True, read_only: bool = False) -> Store:
    """The record at ``path``; ``":memory:"`` is one that lives as long as it is open.

    Args:
        create: make the file when it is not there.
        read_only: never write; works on a file and folder that may not be written to.

    Raises:
        BrokenRecord: there is none, it is not ours, it is damaged, or it is newer than this program.
    """
    return SqliteStore(connect(path, create=create, read_only=read_only))
