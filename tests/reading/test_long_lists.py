"""A gazetteer's worth of names in one text is read in bounded memory."""

from __future__ import annotations

import tracemalloc

from dragoman.reading.places import find_toponyms
from dragoman.terms import Clipping, Document, MediaType
from dragoman.text import prepare

TOWNS = "Paris London Springfield Clinton Georgetown Salem Fairview Madison Franklin Greenville Bristol Dover"


def test_hundreds_of_names_are_decided_in_stretches() -> None:
    """Each of these is the name of dozens of places; all pairs of them at once would take too much."""
    named = " ".join(
        f"They met in {kind} {town}." for kind in ("East", "West", "New", "Old") for town in TOWNS.split()
    )
    words = " ".join(f"They met in {town}." for town in TOWNS.split()) + named
    document = prepare(Clipping("list", words.encode(), MediaType.TEXT))
    assert isinstance(document, Document)
    find_toponyms(document)  # the first text pays for the atlas
    tracemalloc.start()
    found = find_toponyms(document)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) >= len(TOWNS.split())
    assert peak < 400 * 2**20
