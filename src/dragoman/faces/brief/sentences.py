"""An event as one plain sentence, put together from its fields; no quotation."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.faces.brief.names import capital, is_many, is_one_body, is_people, listed, names
from dragoman.faces.brief.verbs import deed
from dragoman.terms import Event, Interval, Status


def sentence(event: Event, sources: Sequence[str] = ()) -> str:
    """Who did what to whom, the type in brackets, and who says so; the day stands in the heading.

    Args:
        sources: who says so, by name.

    Example:
        "Vladimir Putin met or spoke with Kassym-Jomart Tokayev (CONSULT), according to Dmitry Peskov."
    """
    kind = f"{event.type.value} {event.mode}" if event.mode else event.type.value
    said = f", according to {listed(sources)}" if sources else ""
    if sources and list(sources) == names(event.actors):
        said = f", by {'its' if is_one_body(event.actors) else 'their'} own account"
    return capital(f"{act(event)} ({kind}){said}.")


def act(event: Event) -> str:
    """Who did what to whom, in the form the status asks for."""
    who = names(event.actors)
    verb = deed(
        event.type,
        event.mode,
        towards=bool(event.recipients),
        personal=bool(event.recipients) and all(map(is_people, event.recipients)),
    )
    was = "were" if len(who) > 1 or is_many(who[0]) else "was"
    forms = {
        Status.HAPPENED: verb.past,
        Status.ONGOING: f"{was} {verb.going}",
        Status.PLANNED: f"{was} to {verb.base}",
        Status.POSSIBLE: f"may {verb.base}",
        Status.DENIED: f"did not {verb.base}",
        Status.CALLED_FOR: f"{was} called on to {verb.base}",
    }
    parts = [listed(who), forms[event.status]]
    if event.recipients:
        parts += [verb.joint, listed(names(event.recipients))]
    return " ".join(filter(None, parts))


def days(when: Interval) -> str:
    """Days as they stand behind "on", "in" or "between"."""
    if when.is_unknown:
        return "on a day not said"
    if when.width_days is None:
        return str(when)
    if when.width_days == 1:
        return f"on {when}"
    return f"between {when.earliest} and {when.latest}" if "/" in str(when) else f"in {when}"
