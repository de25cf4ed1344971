"""Every error Dragoman raises on purpose.

    DragomanError
    ├── UnreadableInput      a path, page or file that cannot become a text
    ├── UnknownName          a filter, actor, task or format nobody knows; carries the nearest known one
    ├── BrokenRecord         a record file that is not ours, is damaged, or is newer than this program
    ├── BrokenModel          weights that are missing, damaged or of another version
    ├── WorldError           a world file that contradicts itself or another one
    └── GoldError            an evaluation file that is not in the format its task reads

Each message says what was given, what was expected and what to do next.
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of all errors that are meant for the user, never for a traceback."""


class UnreadableInput(DragomanError):
    """An input that cannot be read; the run goes on without it."""


class UnknownName(DragomanError):
    """A name that is not known, with the nearest known ones.

    Args:
        kind: what sort of name it is, in the user's words ("actor", "event type", "filter").
        given: the name as the user wrote it.
        nearest: known names, best first; may be empty.
        advice: what else to do, as a sentence.
    """

    def __init__(self, kind: str, given: str, nearest: tuple[str, ...] = (), advice: str = "") -> None:
        self.kind = kind
        self.given = given
        self.nearest = nearest
        self.advice = advice
        hint = f" Did you mean {' or '.join(repr(name) for name in nearest)}?" if nearest else ""
        super().__init__(f"unknown {kind} {given!r}.{hint}{' ' + advice if advice else ''}")

    def __reduce__(self) -> tuple[type[UnknownName], tuple[str, str, tuple[str, ...], str]]:
        """Pickle by the arguments, so that the error survives the way back from a worker process."""
        return (UnknownName, (self.kind, self.given, self.nearest, self.advice))


class BrokenRecord(DragomanError):
    """A record file that cannot be opened or trusted."""


class BrokenModel(DragomanError):
    """Weights that are missing, damaged or of another version of the program."""


class WorldError(DragomanError):
    """World knowledge that contradicts itself."""


class GoldError(DragomanError):
    """A gold file that its evaluation task cannot read."""
