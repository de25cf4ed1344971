"""Events as entities of FollowTheMoney 4 (https://followthemoney.tech): Event, and who is involved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from hashlib import blake2b
from typing import TextIO

import msgspec

from dragoman import world
from dragoman.faces.export.backing import Backing, NoBacking, urls
from dragoman.faces.export.layout import Column, Layout, not_held
from dragoman.faces.export.tally import Tally
from dragoman.terms import EntityKind, Event, Interval, Mention, UnknownName
from dragoman.world import World

# States are public bodies: FtM's territories cannot be involved in an event, which asks for somebody who acts
_SCHEMATA = {
    EntityKind.STATE: "PublicBody",
    EntityKind.BLOC: "Organization",
    EntityKind.GROUP: "Organization",
    EntityKind.PERSON: "Person",
}
_ANYBODY = "LegalEntity"
_DIGEST_BYTES = 8

LAYOUT = Layout(
    media="application/x-ndjson",
    columns=(
        Column(
            "Event.name", "string", "Who does what to whom, when.", ("type", "mode", "actors", "recipients")
        ),
        Column("Event.summary", "string", "The evidence of the first telling, as written.", ("sentence",)),
        Column("Event.date", "string", "A day, month or year that is known as such.", ("when",)),
        Column("Event.location", "string", "Where, as written.", ("where",)),
        Column("Event.country", "string", "ISO 3166 alpha-2 code of the place, lower case.", ("where",)),
        Column("Event.involved", "string", "Ids of actors and recipients.", ("actors", "recipients")),
        Column("Event.organizer", "string", "Ids of actors.", ("actors",)),
        Column("Event.recordId", "string", "Id of the event.", ("id",)),
        Column("Event.sourceUrl", "string", "Where it can be read."),
        Column("Event.publisher", "string", "Newspapers that print it.", ("outlets",)),
        Column(
            "Event.keywords",
            "string",
            "PLOVER type, mode, status, story.",
            ("type", "mode", "status", "story"),
        ),
        Column(
            "Event.notes",
            "string",
            "Days of a stretch; who says so; what is disputed.",
            ("when", "said_by", "disputed"),
        ),
        *(
            Column(f"{schema}.{name}", "string", meaning, ("actors", "recipients"))
            for schema in ("PublicBody", "Organization", "Person", _ANYBODY)
            for name, meaning in (
                ("name", "Name of the entity, or as written."),
                ("country", "ISO 3166 alpha-2 code, lower case."),
                ("keywords", "PLOVER sector."),
            )
        ),
    ),
    not_held=not_held(
        [
            (
                "actors recipients",
                "Reasons, spans; entity ids, whose hashes the ids here are; codes of states that are gone.",
            ),
            ("where", "The id of the place."),
            (
                "tellings documents reports voices confidence history reported",
                "There is no property.",
            ),
        ]
    ),
    format="ftm",  # its lines are no rows of a table, for which programs would take those of JSON Lines
    note="One JSON object a line, an entity: id, schema, properties; fields are named Schema.property here. "
    "Everybody stands once, before the first event he is involved in. An event that did not happen has its "
    "status among the keywords, and possibly nowhere else: filter by it.",
)


class Proxy(msgspec.Struct, frozen=True):
    """An entity as FtM writes it: each property is a list of texts."""

    id: str
    schema: str
    properties: dict[str, tuple[str, ...]]


def write_ftm(events: Iterable[Event], stream: TextIO, backing: Backing | None = None) -> Tally:
    """Write one line an entity, each before the event that involves it; how many events there were."""
    writer = _Writer(backing or NoBacking())
    tally = Tally()
    for event in events:
        for proxy in writer.proxies(event):
            stream.write(msgspec.json.encode(proxy).decode())
            stream.write("\n")
        tally.events += 1
    return tally


class _Writer:
    """Remembers eight bytes of each participant that was written."""

    def __init__(self, backing: Backing) -> None:
        self._backing, self._world = backing, world.load()
        self._written: set[str] = set()

    def proxies(self, event: Event) -> Iterator[Proxy]:
        """Participants that were not written yet, and the event."""
        sides = [
            [proxy for one in side if (proxy := _participant(one, self._world)) is not None]
            for side in (event.actors, event.recipients)
        ]
        for proxy in (*sides[0], *sides[1]):
            if proxy.id not in self._written:
                self._written.add(proxy.id)
                yield proxy
        actors, recipients = (tuple(dict.fromkeys(one.id for one in side)) for side in sides)
        where = event.where
        properties: dict[str, tuple[str, ...]] = {
            "name": (_title(event),),
            "summary": (event.sentence,),
            "date": (_prefix(event.when),),
            "location": (where.text if where else "",),
            "country": (_iso2(where.country if where else None, self._world),),
            "organizer": actors,
            "involved": tuple(dict.fromkeys((*actors, *recipients))),
            "recordId": (event.id,),
            "sourceUrl": urls(self._backing.appearances(event)),
            "publisher": event.outlets,
            "keywords": (event.type.value, event.mode or "", event.status.value, event.story),
            "notes": tuple(_notes(event)),
        }
        yield Proxy(f"event-{_digest(event.id)}", "Event", _filled(properties))


def _participant(mention: Mention, known: World) -> Proxy | None:
    """Somebody who is involved: an entity, or whoever is called so; ``None`` where nothing is said."""
    entity = known.entities.get(mention.entity) if mention.entity else None
    name = (entity.name if entity else "") or mention.text or mention.country or ""
    if not name.strip():
        return None
    # The same words in another country or role are somebody else; an entity is one, whatever role it has
    parts = (mention.entity,) if mention.entity else (name.casefold(), mention.country, mention.sector)
    country = (entity.country or (entity.id if entity.kind is EntityKind.STATE else None)) if entity else None
    properties: dict[str, tuple[str, ...]] = {
        "name": (name,),
        "country": (_iso2(country if entity else mention.country, known),),
        "keywords": ((entity.sector if entity else mention.sector) or "",),
    }
    schema = _SCHEMATA.get(entity.kind, _ANYBODY) if entity else _ANYBODY
    return Proxy(f"actor-{_digest(*parts)}", schema, _filled(properties))


def _title(event: Event) -> str:
    """Who does what to whom, when, in a line."""
    actors, recipients = (
        ", ".join(one.text or one.entity or "somebody" for one in side)
        for side in (event.actors, event.recipients)
    )
    act = f"{event.type.value} {event.mode}" if event.mode else event.type.value
    when = "" if event.when.is_unknown else f" ({event.when})"
    return f"{actors or 'somebody'}: {act}{f' – {recipients}' if recipients else ''}{when}"


def _notes(event: Event) -> Iterator[str]:
    if not event.when.is_unknown and not _prefix(event.when):
        yield f"When: {event.when}"
    if event.said_by:
        yield f"Said by: {'; '.join(event.said_by)}"
    if event.disputed:
        yield f"Disputed: {', '.join(event.disputed)}"


def _prefix(when: Interval) -> str:
    """The ISO prefix that covers just these days, as FtM writes dates; empty where there is none."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return ""
    if first == last:
        return str(first)
    text = str(when)
    return text if "/" not in text and last - first > timedelta(0) else ""


def _iso2(country: str | None, known: World) -> str:
    """The code of a country; FtM has other codes for states that are gone, and these are left out."""
    try:
        state = known.state(country) if country else None
    except UnknownName:
        return ""
    return (state.iso2 or "").lower() if state and state.exists.latest is None else ""


def _filled(properties: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Without what is unknown."""
    given = {name: tuple(filter(str.strip, values)) for name, values in properties.items()}
    return {name: values for name, values in given.items() if values}


def _digest(*parts: str | None) -> str:
    text = "\x1f".join(part or "" for part in parts)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
