"""The pages that show what a command of the terminal shows; briefs name such commands."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.faces import wording
from dragoman.faces.web.telling import links
from dragoman.faces.web.telling.events_request import PATH as EVENTS
from dragoman.faces.web.telling.events_request import EventsRequest
from dragoman.faces.web.telling.moment import Moment


class Way(msgspec.Struct, frozen=True):
    """A page, and what is there in a word or two."""

    words: str
    link: str


def ways(commands: Iterable[str]) -> tuple[Way, ...]:
    """The pages of some commands; those that have no page are left out."""
    return tuple(_ways(each for line in commands for each in line.split(" ; ")))


def _ways(commands: Iterable[str]) -> Iterator[Way]:
    for command in commands:
        _, verb, *rest = shlex.split(command)
        named, options = _parted(rest)
        at = options.get("at")
        if verb == "events":
            yield Way(_whose(options), _events(options))
        elif verb == "event":
            yield Way("the event", links.event(named[0]))
        elif verb in ("relations", "forecast") and len(named) > 1:
            words = "how the two stand" if verb == "relations" else "the forecast"
            yield Way(words, Moment(at).dyad(named[0], named[1]))
        elif verb in ("relations", "movers"):
            yield Way("the system", Moment(at).system(centre=named[0] if named else None))
        elif verb == "claims":
            yield Way("figures in dispute", links.address("/figures", disputed=True))
        elif verb == "review":
            yield Way("review", "/review")


def _parted(words: list[str]) -> tuple[list[str], dict[str, str]]:
    """What stands alone, and the options; one without a value is set."""
    named: list[str] = []
    options: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if word == "--disputed":
            options["disputed"] = "1"
        elif word.startswith("--"):
            options[word.removeprefix("--").replace("-", "_")] = next(rest, "")
        else:
            named.append(word)
    return named, options


def _events(options: dict[str, str]) -> str:
    filters: dict[str, object] = {
        name: value for name, value in options.items() if name in EventsRequest.__struct_fields__
    }
    return links.address(EVENTS, None, **filters)


def _whose(options: dict[str, str]) -> str:
    """ "the events", or those of one direction."""
    if "actor" in options and "recipient" in options:
        return f"{wording.speaker(options['actor'])} → {wording.speaker(options['recipient'])}"
    return "the events"
