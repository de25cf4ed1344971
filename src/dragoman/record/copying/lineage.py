"""Who had a text first, and who has it from whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from dragoman.terms import Copy


class Family(msgspec.Struct, frozen=True):
    """Documents that go back to one.

    Attributes:
        original: id of the document the others go back to.
        copies: each other document with the one it is most like of those that came before it, by id.
    """

    original: str
    copies: tuple[Copy, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of all its documents, the original first."""
        return (self.original, *(copy.document for copy in self.copies))


def lineage(documents: Collection[str], copies: Sequence[Copy]) -> tuple[Family, ...]:
    """The families of the documents with these ids, those without copies too, by the id of their original.

    There are as many as there are independent reports. A document follows one other only, the one that has
    most of it: a roundup of two dispatches does not make the two one. The order of neither argument matters.
    """
    ids = sorted(set(documents))
    sources = _sources(set(ids), copies)
    families: dict[str, list[Copy]] = {id: [] for id in ids if id not in sources}
    for id in ids:
        if id in sources:
            families[_root(id, sources)].append(sources[id])
    return tuple(Family(original, tuple(found)) for original, found in families.items())


def _sources(ids: set[str], copies: Sequence[Copy]) -> dict[str, Copy]:
    """The one document that each copy is from; the smallest id of what would be a circle is from none."""
    sources: dict[str, Copy] = {}
    for copy in sorted(copies, key=lambda copy: (-copy.share, copy.original, copy.document, copy.kind)):
        if copy.document in ids and copy.original in ids and copy.document != copy.original:
            sources.setdefault(copy.document, copy)
    for id in sorted(sources):
        if id in sources and _root(id, sources) == id:
            del sources[id]
    return sources


def _root(id: str, sources: dict[str, Copy]) -> str:
    """The document that a copy goes back to; itself when its line goes in a circle through it."""
    seen = {id}
    here = id
    while here in sources:
        here = sources[here].original
        if here in seen:
            return here
        seen.add(here)
    return here
