"""Dyads as GraphML 1.0, for Gephi, Cytoscape, igraph, networkx."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from dragoman.faces.export import markup
from dragoman.faces.export.backing import Backing
from dragoman.faces.export.layout import Column, Layout
from dragoman.faces.export.network import EDGE_COLUMNS, NODE_COLUMNS, NOT_HELD, NOTE, network
from dragoman.faces.export.tally import Tally
from dragoman.terms import Event

_TYPES = {"integer": "long", "number": "double"}  # GraphML has no days; they are strings
_NODE_KEYS, _EDGE_KEYS = NODE_COLUMNS[1:], EDGE_COLUMNS[2:]

LAYOUT = Layout(
    media="application/graphml+xml",
    columns=(*NODE_COLUMNS, *EDGE_COLUMNS),
    not_held=NOT_HELD,
    note=NOTE + markup.NOTE,
)


def write_graphml(events: Iterable[Event], stream: TextIO, backing: Backing | None = None) -> Tally:
    """Write participants and directed dyads with their counts; how many events there were."""
    found, tally = network(events)
    stream.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    )
    for domain, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for key in keys:
            kind = _TYPES.get(key.type, "string")
            name = key.name.partition(".")[2]
            stream.write(f'<key id="{key.name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n')
    stream.write('<graph id="dyads" edgedefault="directed">\n')
    for node in found.nodes.values():
        stream.write(f"<node id={markup.quoted(node.id)}>{_data(_NODE_KEYS, node.values())}</node>\n")
    for (source, target), edge in found.edges.items():
        ends = f"source={markup.quoted(source)} target={markup.quoted(target)}"
        stream.write(f"<edge {ends}>{_data(_EDGE_KEYS, edge.values())}</edge>\n")
    stream.write("</graph>\n</graphml>\n")
    return tally


def _data(keys: Sequence[Column], values: Sequence[object]) -> str:
    """The attributes; one without a value is left out, as GraphML has it."""
    return "".join(
        f'<data key="{key.name}">{markup.content(value)}</data>'
        for key, value in zip(keys, values, strict=True)
        if value != ""
    )
