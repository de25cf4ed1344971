"""How English says that something is planned, denied or asked for, and that somebody says so.

``status.yml`` and ``saying.yml`` are the source; ``compiled.msgpack`` is what is read at run time.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from functools import cache
from importlib import resources

import msgspec

from dragoman.terms import Status, WorldError
from dragoman.world.plover.tables import CueKind

__all__ = ["Frame", "LanguageTables", "SayingCue", "Scope", "StatusCue", "load", "version"]


class Scope(StrEnum):
    """On which side of a cue the act stands whose status it sets."""

    AFTER = "after"
    BEFORE = "before"
    CLAUSE = "clause"


class Frame(StrEnum):
    """Where the source stands to its reporting words."""

    SOURCE_BEFORE = "source_before"  # the ministry said that ...
    SOURCE_AFTER = "source_after"  # "...", said the ministry
    ACCORDING = "according"  # according to the ministry
    PASSIVE = "passive"  # it was reported by the ministry that ...


class StatusCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words that set the status of an act nearby.

    Attributes:
        cue, kind: as in `dragoman.world.plover.Cue`.
        status: what they set.
        scope: on which side.
        example: a sentence of ours; ``trigger`` the act in it; ``reads`` the status it must get.
    """

    cue: str
    kind: CueKind
    status: Status
    scope: Scope
    example: str
    trigger: str
    reads: Status


class SayingCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words that say that somebody says so.

    Attributes:
        cue, kind: as in `dragoman.world.plover.Cue`.
        frame: where the source stands.
        example: a sentence of ours; ``source`` who says so in it (empty when nobody is named);
            ``said`` a word of what is said.
    """

    cue: str
    kind: CueKind
    frame: Frame
    example: str
    source: str = ""
    said: str = ""


class LanguageTables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything the folder holds."""

    status: tuple[StatusCue, ...]
    saying: tuple[SayingCue, ...]


@cache
def load() -> LanguageTables:
    """The tables that come with the package; read once per process.

    Raises:
        WorldError: the compiled file is damaged or of another version of the program.
    """
    try:
        return msgspec.msgpack.decode(_packed(), type=LanguageTables)
    except msgspec.DecodeError as error:
        raise WorldError(f"the language tables cannot be read: {error}. Reinstall dragoman.") from error


@cache
def version() -> str:
    """Digest of the compiled tables, part of every reading's provenance."""
    return hashlib.sha256(_packed()).hexdigest()[:16]


def _packed() -> bytes:
    return resources.files("dragoman.world.language").joinpath("compiled.msgpack").read_bytes()
