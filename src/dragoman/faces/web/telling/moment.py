"""As of when, and by what: carried from link to link, so that a click does not change the day."""

from __future__ import annotations

from urllib.parse import quote

import msgspec

from dragoman.faces.web.telling import links

_SLASH = "~"  # no name has one
EVENTS = "#events"  # where the list of events stands on a page


def in_path(side: str) -> str:
    """A side as a part of a path; a slash of its name (TKP/ML) would part it in two even when quoted."""
    return quote(side.replace("/", _SLASH), safe="")


def from_path(part: str) -> str:
    """The side that a part of a path names."""
    return part.replace(_SLASH, "/")


class Moment(msgspec.Struct, frozen=True):
    """What the pages of the system share.

    Attributes:
        at: the day as it was asked for; empty for the last one.
        by: ``known`` or ``happened``.
        using: ``all``, ``read`` or a kind of imported table.
    """

    at: str | None = None
    by: str = "known"
    using: str = "all"

    def dyad(self, one: str, other: str, **changes: object) -> str:
        """The page of two sides."""
        return links.address(f"/dyad/{in_path(one)}/{in_path(other)}", self, **changes)

    def between(self, one: str, other: str, **filters: object) -> str:
        """The list of the events of two sides that pass filters."""
        return self.dyad(one, other, **filters) + EVENTS

    def system(self, **changes: object) -> str:
        """The whole, with these changes."""
        return links.address("/system", self, **changes)

    def events(self, **filters: object) -> str:
        """The list of events of the whole that pass filters."""
        return self.system(**filters) + EVENTS
