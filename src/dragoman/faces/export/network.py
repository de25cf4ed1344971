"""Who acts with or against whom, and how often: the dyads of a record, for files of graphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, product

import msgspec

from dragoman import world
from dragoman.faces.export.layout import Column, not_held
from dragoman.faces.export.tally import DONE, Tally
from dragoman.terms import Event, Interval, Mention, Status
from dragoman.world import plover

NODE_COLUMNS = (
    Column("node.id", "string", "Entity, else country and sector, else the words.", ("actors", "recipients")),
    Column("node.label", "string", "Its name, or the words as first written.", ("actors", "recipients")),
    Column("node.kind", "string", "state, bloc, region, group, person; else role or words."),
    Column("node.country", "string", "ISO 3166 alpha-3, or empty.", ("actors", "recipients")),
    Column("node.sector", "string", "PLOVER sector of a role, or empty.", ("actors", "recipients")),
    Column("node.alone", "integer", "Events in which nobody else is named."),
)
EDGE_COLUMNS = (
    Column("edge.source", "string", "Who acts.", ("actors",)),
    Column("edge.target", "string", "To whom, or with whom.", ("recipients", "actors")),
    Column("edge.events", "integer", "Events that happened or go on.", ("type", "status")),
    Column("edge.quad_1", "integer", "Of these, verbal cooperation.", ("type",)),
    Column("edge.quad_2", "integer", "Of these, material cooperation.", ("type",)),
    Column("edge.quad_3", "integer", "Of these, verbal conflict.", ("type",)),
    Column("edge.quad_4", "integer", "Of these, material conflict.", ("type",)),
    Column("edge.mutual", "integer", "Of these, without a direction: all parties are actors.", ("type",)),
    Column("edge.score", "number", "Mean PLOVER score of these.", ("type", "mode")),
    Column("edge.planned", "integer", "Events that are planned and are not counted above.", ("status",)),
    Column("edge.possible", "integer", "That are possible.", ("status",)),
    Column("edge.denied", "integer", "That are denied.", ("status",)),
    Column("edge.called_for", "integer", "That somebody calls for.", ("status",)),
    Column("edge.first", "date", "First day on which one can have happened; empty when unknown.", ("when",)),
    Column("edge.last", "date", "Last day on which one can have happened; empty when unknown.", ("when",)),
)
NOT_HELD = not_held(
    [
        ("id", "Events are counted, not listed."),
        ("type mode", "The quad and the mean score stand for them."),
        ("actors recipients", "The words, where the entity or the role is known; reasons and spans."),
        (
            "tellings documents outlets reports said_by reported where confidence sentence voices disputed "
            "history story",
            "Events are counted, not told.",
        ),
    ]
)
NOTE = (
    "An event of several pairs counts on the edge of each. An event that names nobody is left out. An act "
    "without direction stands once, on the edge between its parties in the order of their ids. "
)
NO_PARTICIPANT = "naming nobody"
_OTHERS = tuple(status for status in Status if status not in DONE)


class Node(msgspec.Struct):
    """A participant."""

    id: str
    label: str
    kind: str
    country: str
    sector: str
    alone: int = 0

    def values(self) -> tuple[str | int, ...]:
        """The values of the columns behind the id."""
        return (self.label, self.kind, self.country, self.sector, self.alone)


class Edge(msgspec.Struct):
    """What one participant does to another."""

    quads: Counter[int]
    others: Counter[Status]
    days: Counter[Interval]
    mutual: int = 0
    score: float = 0.0
    first: date | None = None
    last: date | None = None

    def values(self) -> tuple[str | int | float, ...]:
        """The values of the columns behind source and target."""
        events = self.quads.total()
        return (
            events,
            *(self.quads[quad] for quad in (1, 2, 3, 4)),
            self.mutual,
            round(self.score / events, 4) if events else 0.0,
            *(self.others[status] for status in _OTHERS),
            str(self.first or ""),
            str(self.last or ""),
        )


class Network:
    """The dyads of some events; holds them, their days and their participants, never the events."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str], Edge] = {}
        self._entities = world.load().entities

    def add(self, event: Event) -> bool:
        """Count an event; whether it names anybody."""
        actors, recipients = self._ids(event.actors), self._ids(event.recipients)
        pairs = list(_pairs(actors, recipients))
        for source, target in pairs:
            edge = self.edges.setdefault((source, target), Edge(Counter(), Counter(), Counter()))
            _count(edge, event, is_mutual=not recipients)
        if not pairs:
            for id in actors or recipients:
                self.nodes[id].alone += 1
        return bool(actors or recipients)

    def _ids(self, mentions: tuple[Mention, ...]) -> list[str]:
        """Each participant once, in the order of the text."""
        found = (self._node(mention) for mention in mentions)
        return list(dict.fromkeys(node.id for node in found if node is not None))

    def _node(self, mention: Mention) -> Node | None:
        entity = self._entities.get(mention.entity) if mention.entity else None
        country, sector = mention.country or "", mention.sector or ""
        if entity is not None:
            made = Node(entity.id, entity.name, entity.kind.value, entity.country or "", "")
        elif mention.entity:  # of an older or a richer world than ours
            made = Node(mention.entity, mention.text or mention.entity, "words", country, "")
        elif country:
            made = Node(f"{country} {sector or '?'}", f"{country} {sector or '?'}", "role", country, sector)
        elif mention.text:
            made = Node(f"words: {mention.text.casefold()}", mention.text, "words", "", sector)
        else:
            return None
        return self.nodes.setdefault(made.id, made)


def network(events: Iterable[Event]) -> tuple[Network, Tally]:
    """The dyads of events, and how many there were."""
    found, tally = Network(), Tally()
    for event in events:
        if found.add(event):
            tally.events += 1
        else:
            tally.leave_out(NO_PARTICIPANT)
    return found, tally


def _pairs(actors: list[str], recipients: list[str]) -> Iterator[tuple[str, str]]:
    """Who with or against whom; nobody with himself."""
    if recipients:
        yield from ((one, other) for one, other in product(actors, recipients) if one != other)
    else:
        yield from combinations(sorted(actors), 2)


def _count(edge: Edge, event: Event, *, is_mutual: bool) -> None:
    if event.status not in DONE:
        edge.others[event.status] += 1
        return
    edge.quads[int(plover.quad(event.type))] += 1
    edge.mutual += is_mutual
    edge.score += plover.score(event.type, event.mode)
    if not event.when.is_unknown:
        edge.days[event.when] += 1
    first, last = event.when.earliest, event.when.latest
    edge.first = min((day for day in (edge.first, first) if day), default=None)
    edge.last = max((day for day in (edge.last, last) if day), default=None)
