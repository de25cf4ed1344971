"""Dyads in time as GEXF 1.3, for Gephi: each edge lasts as long as its events (https://gexf.net/schema.html)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TextIO

from dragoman.faces.export import markup
from dragoman.faces.export.backing import Backing
from dragoman.faces.export.layout import Column, Layout
from dragoman.faces.export.network import EDGE_COLUMNS, NODE_COLUMNS, NOT_HELD, NOTE, network
from dragoman.faces.export.tally import Tally
from dragoman.terms import Event, Interval

_TYPES = {"integer": "long", "number": "double"}
_NODE_KEYS, _EDGE_KEYS = NODE_COLUMNS[2:], EDGE_COLUMNS[2:]

LAYOUT = Layout(
    media="application/gexf+xml",
    columns=(
        *NODE_COLUMNS,
        *EDGE_COLUMNS,
        Column(
            "edge.spells",
            "array",
            "First and last day of each of its events whose days are known.",
            ("when",),
        ),
    ),
    not_held=NOT_HELD,
    note=NOTE
    + "Several events of the same days are one spell. An edge without spells is one whose days are not "
    "known. " + markup.NOTE,
)


def write_gexf(events: Iterable[Event], stream: TextIO, backing: Backing | None = None) -> Tally:
    """Write participants and directed dyads with counts and the days of their events; how many events."""
    found, tally = network(events)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
    stream.write('<graph mode="dynamic" timeformat="date" defaultedgetype="directed">\n')
    for domain, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        stream.write(f'<attributes class="{domain}" mode="static">\n')
        for number, key in enumerate(keys):
            title, kind = key.name.partition(".")[2], _TYPES.get(key.type, "string")
            stream.write(f'<attribute id="{number}" title="{title}" type="{kind}"/>\n')
        stream.write("</attributes>\n")
    stream.write("<nodes>\n")
    for node in found.nodes.values():
        _, *values = node.values()
        names = f"id={markup.quoted(node.id)} label={markup.quoted(node.label)}"
        stream.write(f"<node {names}>{_values(values)}</node>\n")
    stream.write("</nodes>\n<edges>\n")
    for number, ((source, target), edge) in enumerate(found.edges.items()):
        ends = f"source={markup.quoted(source)} target={markup.quoted(target)}"
        parts = f"{_values(edge.values())}{_spells(edge.days)}"
        stream.write(f'<edge id="{number}" {ends} weight="{edge.quads.total()}">{parts}</edge>\n')
    stream.write("</edges>\n</graph>\n</gexf>\n")
    return tally


def _values(values: Sequence[object]) -> str:
    """The attributes; one without a value is left out."""
    found = "".join(
        f'<attvalue for="{number}" value={markup.quoted(value)}/>'
        for number, value in enumerate(values)
        if value != ""
    )
    return f"<attvalues>{found}</attvalues>"


def _spells(days: Counter[Interval]) -> str:
    """Stretches of days in their order; an open side is left open."""
    if not days:
        return ""
    found = sorted(days, key=lambda one: (str(one.earliest or ""), str(one.latest or "9999")))
    return f"<spells>{''.join(map(_spell, found))}</spells>"


def _spell(days: Interval) -> str:
    start = f' start="{days.earliest}"' if days.earliest else ""
    end = f' end="{days.latest}"' if days.latest else ""
    return f"<spell{start}{end}/>"
