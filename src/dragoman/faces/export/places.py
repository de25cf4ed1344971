"""Where an event's place lies."""

from __future__ import annotations

from functools import lru_cache

from dragoman.terms import Event, Place, UnknownName

_KEPT = 50_000


def place_of(event: Event) -> Place | None:
    """The place of the atlas that an event names; ``None`` where it names none or one that is not there."""
    return None if event.where is None or event.where.entity is None else _place(event.where.entity)


@lru_cache(maxsize=_KEPT)
def _place(identifier: str) -> Place | None:
    from dragoman.world.atlas import load_atlas  # 20 MB that most exports do not need

    try:
        return load_atlas().place(identifier)
    except UnknownName:
        return None
