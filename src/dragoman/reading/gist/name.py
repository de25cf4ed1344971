"""Which weights work out gists, without loading them."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from dragoman.terms import BrokenModel


class _Named(msgspec.Struct, frozen=True):
    name: str


@cache
def gist_name() -> str:
    """Name and version of the weights that ship.

    Raises:
        BrokenModel: their card is missing or damaged.
    """
    card = resources.files("dragoman.reading.gist") / "weights" / "card.json"
    try:
        return msgspec.json.decode(card.read_bytes(), type=_Named).name
    except (OSError, msgspec.DecodeError) as error:
        raise BrokenModel(f"{card} cannot be read: {error}. Reinstall dragoman.") from error
