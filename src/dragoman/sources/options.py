"""What the user may say about the places he points at."""

from __future__ import annotations

import msgspec

from dragoman.sources.fields import FIELDS, nearest_field
from dragoman.terms import UnknownName


class SourceOptions(msgspec.Struct, frozen=True):
    """How inputs are to be read.

    Attributes:
        fields: which field of a JSON object or table column holds what, as ``{"text": "body"}``; the
            keys are `FIELDS`. ``source.name`` reaches into a nested object.
        max_bytes: the largest single article; files of many articles may be of any size.
        timeout_s: seconds a page of the web may take in all.
        allow_private: fetch from loopback and private addresses as well.
        outlet, published: said by the user about everything found; they replace what a container says.

    Raises:
        UnknownName: ``fields`` names a field that there is not.
    """

    fields: dict[str, str] = {}
    max_bytes: int = 20_000_000
    timeout_s: float = 30.0
    allow_private: bool = False
    outlet: str | None = None
    published: str | None = None

    def __post_init__(self) -> None:
        for name in self.fields:
            if name not in FIELDS:
                raise UnknownName("field", name, nearest_field(name))
