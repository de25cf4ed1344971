"""PLOVER as tables: types with quads and scores, modes, contexts, and the cues that name an act.

The folder's YAML files are the source; ``compiled.msgpack`` is what is read at run time.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

import msgspec

from dragoman.terms import EventType, WorldError
from dragoman.world.plover.tables import Cue, CueKind, Expected, ModeRow, PloverTables, Quad, TypeRow

__all__ = ["Cue", "CueKind", "Expected", "ModeRow", "Plover", "Quad", "TypeRow", "load", "quad", "score"]

NO_EVENT = "none"  # the file of false friends


class Plover(msgspec.Struct, frozen=True):
    """The tables, ready to be asked.

    Attributes:
        version: digest of the compiled tables, part of every reading's provenance.
    """

    tables: PloverTables
    version: str

    def type(self, event_type: EventType) -> TypeRow:
        """Quad, score and meaning of a type."""
        return self.tables.types.types[event_type]

    def modes(self, event_type: EventType) -> dict[str, ModeRow]:
        """The modes of a type by name."""
        return self.tables.modes.get(event_type, {})

    def cues(self) -> tuple[tuple[EventType | None, Cue], ...]:
        """Every cue with its type; ``None`` marks a false friend that is no event."""
        return tuple(
            (None if name == NO_EVENT else EventType(name.upper()), cue)
            for name, cues in self.tables.cues.items()
            for cue in cues
        )


@cache
def load() -> Plover:
    """The tables that come with the package; read once per process.

    Raises:
        WorldError: the compiled file is damaged or of another version of the program.
    """
    packed = resources.files("dragoman.world.plover").joinpath("compiled.msgpack").read_bytes()
    try:
        tables = msgspec.msgpack.decode(packed, type=PloverTables)
    except msgspec.DecodeError as error:
        raise WorldError(f"the PLOVER tables cannot be read: {error}. Reinstall dragoman.") from error
    return Plover(tables, hashlib.sha256(packed).hexdigest()[:16])


def quad(event_type: EventType) -> Quad:
    """The quad category of a type (SANCTION and COERCE are material conflict)."""
    return load().type(event_type).quad


def score(event_type: EventType, mode: str | None = None) -> float:
    """PLOVER score on -10..+10 of a type, or of its mode where that has one of its own."""
    row = load().modes(event_type).get(mode) if mode else None
    return load().type(event_type).score if row is None or row.score is None else row.score
