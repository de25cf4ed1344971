"""The rows of PLOVER's tables, as the YAML files beside this one hold them."""

from __future__ import annotations

from enum import IntEnum, StrEnum

import msgspec

from dragoman.terms import EventType, Status


class Quad(IntEnum):
    """Quad category: verbal or material, cooperation or conflict."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class CueKind(StrEnum):
    """How the words of a cue are inflected: the first as a verb, all as nouns, or none."""

    VERB = "verb"
    NOUN = "noun"
    FIXED = "fixed"


class Expected(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a cue's example must read as; participants as written in the example."""

    actor: str | tuple[str, ...] = ()
    recipient: str | tuple[str, ...] = ()
    status: Status | None = None
    said_by: str | tuple[str, ...] = ()


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One way English names an act.

    Attributes:
        cue: the pattern (see `dragoman.reading.cues`).
        kind: how its words are inflected.
        actor, recipient: where the participants stand; ``None`` for the default of the kind. Prepositions
            parted by ``|``, or one of ``subject``, ``object``, ``possessive``, ``both``, ``none``.
        mode: PLOVER mode of the event type.
        status: where the words themselves carry one.
        example: a sentence of ours; ``reads`` what it must read as.
    """

    cue: str
    kind: CueKind
    example: str
    actor: str | None = None
    recipient: str | None = None
    mode: str | None = None
    status: Status | None = None
    reads: Expected = Expected()


class TypeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event type: its quad, its score on -10..+10 and what it means."""

    quad: Quad
    score: float
    definition: str


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question on which PLOVER's papers contradict each other, decided once."""

    question: str
    decision: str
    reason: str


class TypeTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sixteen types; scores of two versions must not be mixed in one series."""

    version: int
    types: dict[EventType, TypeRow]
    exceptions: dict[EventType, str]
    decisions: tuple[Decision, ...]


class ModeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How an act is done.

    Attributes:
        meaning: in a sentence.
        score: where it differs from its type's.
        ours: whether PLOVER expresses it through a context instead; exports to PLOVER leave it out.
    """

    meaning: str
    score: float | None = None
    ours: bool = False


class PloverTables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything the folder holds; ``cues`` by file name, which is a type in lower case or ``none``."""

    types: TypeTable
    modes: dict[EventType, dict[str, ModeRow]]
    contexts: dict[str, str]
    cues: dict[str, tuple[Cue, ...]]
