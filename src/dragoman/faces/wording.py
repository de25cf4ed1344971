"""Events in words: names that people know, days, and one plain sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.terms import (
    Copy,
    Entity,
    EntityKind,
    Event,
    EventMention,
    EventType,
    Interval,
    Mention,
    Status,
    StatusStep,
)
from dragoman.world import load

NOBODY = "—"
SHOWN = 3  # participants named in a listing; more of them are counted
_LONG_NAME = 16  # a bloc with a longer name is better known by its letters: CSTO, NATO
_GOVERNMENT = "GOV"
_ID_LENGTH = 8  # characters of an id that are shown


class Verb(msgspec.Struct, frozen=True):
    """What an event type says in a sentence: past, base and -ing form, and what stands before the recipient.

    Attributes:
        alone: whether a sentence may end behind it, without a recipient.
    """

    past: str
    base: str
    going: str
    joint: str = ""
    alone: bool = False


# No more than the type itself says: which promise, which weapon, which refusal is for the evidence to tell.
VERBS = {
    EventType.AGREE: Verb("agreed", "agree", "agreeing", "with", alone=True),
    EventType.CONSULT: Verb("met or spoke", "meet or speak", "meeting or speaking", "with", alone=True),
    EventType.SUPPORT: Verb("backed", "back", "backing"),
    EventType.CONCEDE: Verb("gave way", "give way", "giving way", "to", alone=True),
    EventType.COOPERATE: Verb("worked together", "work together", "working together", "with", alone=True),
    EventType.AID: Verb("helped", "help", "helping"),
    EventType.RETREAT: Verb("gave ground", "give ground", "giving ground", "to", alone=True),
    EventType.REQUEST: Verb("made demands", "make demands", "making demands", "of", alone=True),
    EventType.ACCUSE: Verb("accused", "accuse", "accusing"),
    EventType.REJECT: Verb("refused", "refuse", "refusing", alone=True),
    EventType.THREATEN: Verb("threatened", "threaten", "threatening"),
    EventType.PROTEST: Verb("protested", "protest", "protesting", "against", alone=True),
    EventType.SANCTION: Verb("cut ties", "cut ties", "cutting ties", "with", alone=True),
    EventType.MOBILIZE: Verb("readied forces", "ready forces", "readying forces", "towards", alone=True),
    EventType.COERCE: Verb("used coercion", "use coercion", "using coercion", "against", alone=True),
    EventType.ASSAULT: Verb("used violence", "use violence", "using violence", "against", alone=True),
}


def place(mention: Mention) -> str:
    """A place as people know it, with what it lies in: "Bakhmut, Donetsk, Ukraine"."""
    entities = load().entities
    if mention.entity in entities:
        return name(mention)
    within = (mention.entity or "").partition(":")[0].split("/")[1:2] if "/" in (mention.entity or "") else []
    country = entities.get(mention.country or "")
    parts = [mention.text, *within, *([country.name] if country else [])]
    return ", ".join(dict.fromkeys(parts))


def name(mention: Mention) -> str:
    """A participant as people know it: "Kazakhstan", "CSTO", "Russia (MIL)"; words of the text in quotes."""
    entity = load().entities.get(mention.entity or "")
    if entity is None:
        return _unresolved(mention)
    if entity.kind is EntityKind.STATE and mention.sector not in (None, _GOVERNMENT):
        return f"{entity.name} ({mention.sector})"
    return _short(entity)


def names(mentions: Iterable[Mention], shown: int | None = SHOWN) -> str:
    """Participants by name, each once, the first of them when there are many; a dash when nobody is named."""
    every = list(dict.fromkeys(name(mention) for mention in mentions))
    if shown is not None and len(every) > shown + 1:
        every = [*every[:shown], f"{len(every) - shown} more"]
    return ", ".join(every) or NOBODY


class Sides(msgspec.Struct, frozen=True):
    """Who stands on which side of an arrow: "Chad → Mali", and "Chad ↔ Mali" where both act."""

    left: tuple[Mention, ...]
    arrow: str
    right: tuple[Mention, ...]


def sides(told: Event | EventMention) -> Sides:
    """The sides of an act; of a mutual one, where several act and nobody receives, the first and the rest."""
    if told.recipients or len(told.actors) < 2:
        return Sides(told.actors, "→", told.recipients)
    return Sides(told.actors[:1], "↔", told.actors[1:])


def ids(mentions: Iterable[Mention]) -> str:
    """Participants by id, all of them."""
    return ", ".join(dict.fromkeys(mention.entity or _unresolved(mention) for mention in mentions)) or NOBODY


def speaker(said_by: str) -> str:
    """A source by the name people know, if it is one of the world."""
    entity = load().entities.get(said_by)
    return said_by if entity is None else _short(entity)


def status(value: Status) -> str:
    """A status in words."""
    return value.value.replace("_", " ")


def days(when: Interval) -> str:
    """The days of an interval, or that they are unknown."""
    return "day unknown" if when.is_unknown else str(when)


def precision(when: Interval) -> str:
    """How exactly days are known: "to the day", "within 9 days"; empty when they are unknown."""
    width = when.width_days
    if when.is_unknown:
        return ""
    if width is None:
        return "one side open"
    if width == 1:
        return "to the day"
    if "/" in str(when):
        return f"within {width:,} days"
    return "to the month" if len(str(when)) == len("2022-10") else "to the year"


def course(history: Iterable[StatusStep]) -> str:
    """What was said to be, and since when: "planned, reported 2022-09-01; happened, reported 2022-09-03"."""
    return "; ".join(f"{status(step.status)}, reported {_reported(step.reported)}" for step in history)


def figure(low: float | None, high: float | None) -> str:
    """A figure, or the range it allows, in mathematical signs."""
    least, most = (None if value is None else f"{value:,.10g}" for value in (low, high))
    if least == most:
        return least or "?"
    if most is None:
        return f"≥ {least}"
    return f"≤ {most}" if least is None else f"{least}-{most}"


def party(who: str) -> str:
    """Who states a figure, by the name people know: "Ukraine (MIL)" for "UKR/MIL"."""
    entity, _, sector = who.partition("/")
    known = load().entities.get(entity)
    if known is None:
        return who
    is_part = known.kind is EntityKind.STATE and sector not in ("", _GOVERNMENT)
    return f"{_short(known)} ({sector})" if is_part else _short(known)


def _reported(when: Interval) -> str:
    return "on a day unknown" if when.is_unknown else str(when)


def sentence(event: Event | EventMention, sources: Sequence[str] | None = None) -> str:
    """One plain sentence put together from the fields, with the type in brackets; not a quotation.

    Args:
        sources: who says so, by name; by default as the event has it.

    Example:
        "On 2022-10-14 Vladimir Putin met or spoke with Kassym-Jomart Tokayev (CONSULT), says Dmitry Peskov."
    """
    kind = f"{event.type.value} {event.mode}" if event.mode else event.type.value
    unknown = " on a day unknown" if event.when.is_unknown else ""
    said = _says(_speakers(event) if sources is None else sources)
    return _capital(f"{_when(event.when)}{_account(event)} ({kind}){unknown}{said}.")


def _account(event: Event | EventMention) -> str:
    """Who did what to whom, in the form the status asks for."""
    who, whom, verb = _listed(event.actors), _object(event), VERBS[event.type]
    was = "were" if len(event.actors) > 1 else "was"
    forms = {
        Status.HAPPENED: f"{who} {verb.past}",
        Status.ONGOING: f"{who} {was} {verb.going}",
        Status.PLANNED: f"{who} {was} to {verb.base}",
        Status.POSSIBLE: f"{who} may {verb.base}",
        Status.DENIED: f"it was denied that {who} {verb.past}",
        Status.CALLED_FOR: f"it was called for that {who} {verb.base}",
    }
    return forms[event.status] + whom


def _object(event: Event | EventMention) -> str:
    verb = VERBS[event.type]
    if not event.recipients and verb.alone:
        return ""
    whom = _listed(event.recipients) if event.recipients else "somebody not named"
    return f" {verb.joint} {whom}" if verb.joint else f" {whom}"


def _speakers(event: Event | EventMention) -> list[str]:
    return [speaker(said) if isinstance(said, str) else name(said.source) for said in event.said_by]


def _says(sources: Sequence[str]) -> str:
    return f", {'say' if len(sources) > 1 else 'says'} {joined(sources)}" if sources else ""


def _when(when: Interval) -> str:
    """How a sentence begins: "On 2022-10-14 ", "In 2022-10 "."""
    if when.is_unknown:
        return ""
    if when.earliest is None or when.latest is None or when.width_days == 1:
        return f"{'On ' if when.width_days == 1 else ''}{when} "
    if "/" in str(when):
        return f"Between {when.earliest} and {when.latest} "
    return f"In {when} "


def _listed(mentions: Sequence[Mention]) -> str:
    if not mentions:
        return "somebody not named"
    return joined(list(dict.fromkeys(name(mention) for mention in mentions)))


def joined(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def counted(number: int, noun: str) -> str:
    """A number and its noun in the right number: "1 event", "2 events"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def heading(event: Event) -> str:
    """When it happened, as exactly as is known; else that the day is unknown and when it was reported."""
    if not event.when.is_unknown:
        return _day_words(event.when)
    return "Day unknown" + ("" if event.reported.is_unknown else f", reported {_day_words(event.reported)}")


def _day_words(when: Interval) -> str:
    return f"{when}, {when.earliest:%A}" if when.width_days == 1 else str(when)


def support(event: Event) -> str:
    """How many voices there are in how many reports, and how many documents are copies."""
    copies = len(event.documents) - event.reports
    told = f"{counted(event.voices, 'voice')} in {counted(event.reports, 'report')}"
    copied = "1 copy" if copies == 1 else f"{copies:,} copies"
    return f"{told}, {copied}" if copies else told


def taken_from(copy: Copy, outlet: str) -> str:
    """Whose copy it is: "near copy of Steppe Courier, 94 %"; by its document where no outlet is known."""
    kinds = {"exact": "copy", "near": "near copy", "excerpt": "excerpt", "translation": "translation"}
    whom = outlet if outlet and outlet != "not named" else f"document {copy.original[:_ID_LENGTH]}"
    return f"{kinds[copy.kind]} of {whom}, {copy.share:.0%}"


def why(mention: Mention) -> str:
    """The id, the words, and why they mean whom they mean; begins with a sign that parts it from the name."""
    entity = load().entities.get(mention.entity or "")
    known = f", {entity.id}" if entity is not None and entity.id != name(mention) else ""
    sector = f", {mention.sector}" if mention.sector else ""
    words = f'"{mention.text}"' if mention.text else "understood"
    rival = f"; or else {mention.runner_up}" if mention.runner_up else ""
    reason = f", {mention.reason}" if mention.reason else ""
    return f"{known}{sector}: {words}{reason}{rival}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _short(entity: Entity) -> str:
    if entity.kind is EntityKind.BLOC and len(entity.name) > _LONG_NAME:
        return entity.id
    return entity.name


def _unresolved(mention: Mention) -> str:
    if not mention.text:
        return "somebody"
    return f'"{mention.text}"' + (f" ({mention.country})" if mention.country else "")
