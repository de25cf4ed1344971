"""What can be looked up in a record to see what a statement rests on, and the command that does it."""

from __future__ import annotations

import shlex
from datetime import date
from enum import StrEnum

import msgspec

_ID_LENGTH = 8  # characters of an id in a command; any prefix that is unique is accepted
_OPTIONS = (
    "about",
    "actor",
    "recipient",
    "story",
    "since",
    "until",
    "status",
    "disputed",
    "at",
    "limit",
)  # in the order of a command


class Verb(StrEnum):
    """What is looked up, by the name of its command."""

    EVENTS = "events"
    EVENT = "event"
    RELATIONS = "relations"
    FORECAST = "forecast"
    MOVERS = "movers"
    CLAIMS = "claims"
    REVIEW = "review"


class Lookup(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing to look up, by the names that every face has for it.

    Attributes:
        event: id of the one event that is meant.
        sides: whom it is about, where a command takes them without a name.
        about, actor, recipient, story, since, until, status, disputed: filters of events.
        at: as of when the sides are measured.
        limit: at most so many; 0 where nothing is said.
    """

    verb: Verb
    event: str = ""
    sides: tuple[str, ...] = ()
    about: str = ""
    actor: str = ""
    recipient: str = ""
    story: str = ""
    since: date | None = None
    until: date | None = None
    status: str = ""
    disputed: bool = False
    at: date | None = None
    limit: int = 0

    @property
    def command(self) -> str:
        """The command of the terminal that shows it."""
        named = (self.event[:_ID_LENGTH], *self.sides) if self.event else self.sides
        words = ["dragoman", self.verb.value, *named]
        for option in _OPTIONS:
            value = getattr(self, option)
            if value:
                words += [f"--{option}"] if value is True else [f"--{option}", self._written(option, value)]
        return shlex.join(words)

    @staticmethod
    def _written(option: str, value: object) -> str:
        return str(value)[:_ID_LENGTH] if option == "story" else str(value)
