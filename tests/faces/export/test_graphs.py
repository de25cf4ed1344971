"""Dyads as GraphML and GEXF: counts, days, and what other programs read."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from dragoman.faces.export import export
from dragoman.terms import Event, EventType, Interval, Mention, Status

from ...contracts.exporter_contract import ExporterContract
from ..samples import ALLIANCE, ARMY, DRIVERS, KAZAKHSTAN, PUTIN, RUSSIA, event
from .events import SUMMIT

GRAPHML, GEXF = "{http://graphml.graphdrawing.org/xmlns}", "{http://gexf.net/1.3}"
FIGHT = event(type=EventType.ASSAULT, actors=(RUSSIA,), recipients=(KAZAKHSTAN,))


class Graph:
    """A file of either format: its columns, nodes and edges by their titles."""

    def __init__(self, path: Path) -> None:
        root = ET.parse(path).getroot()
        self.columns: list[str] = []
        self.nodes: dict[str, dict[str, str]] = {}
        self.edges: list[dict[str, str]] = []
        self.spells: list[dict[str, str]] = []
        if root.tag.startswith(GRAPHML):
            self._graphml(root)
        else:
            self._gexf(root)

    def _graphml(self, root: ET.Element) -> None:
        keys = [key.attrib["id"] for key in root.iter(f"{GRAPHML}key")]
        self.columns = ["node.id", *(key for key in keys if key.startswith("node."))]
        self.columns += ["edge.source", "edge.target", *(key for key in keys if key.startswith("edge."))]
        for tag in ("node", "edge"):
            for one in root.iter(f"{GRAPHML}{tag}"):
                data = {
                    part.attrib["key"].partition(".")[2]: part.text or ""
                    for part in one.iter(f"{GRAPHML}data")
                }
                self._add(one.attrib | data)

    def _gexf(self, root: ET.Element) -> None:
        titles = {
            attributes.attrib["class"]: {one.attrib["id"]: one.attrib["title"] for one in attributes}
            for attributes in root.iter(f"{GEXF}attributes")
        }
        self.columns = ["node.id", "node.label", *(f"node.{title}" for title in titles["node"].values())]
        self.columns += [
            "edge.source",
            "edge.target",
            *(f"edge.{title}" for title in titles["edge"].values()),
        ]
        self.columns.append("edge.spells")
        for tag in ("node", "edge"):
            for one in root.iter(f"{GEXF}{tag}"):
                values = one.iter(f"{GEXF}attvalue")
                self._add(one.attrib | {titles[tag][v.attrib["for"]]: v.attrib["value"] for v in values})
        self.spells = [dict(spell.attrib) for spell in root.iter(f"{GEXF}spell")]

    def _add(self, one: dict[str, str]) -> None:
        if "source" in one:
            self.edges.append(one)
        else:
            self.nodes[one["id"]] = one

    def edge(self, source: str, target: str) -> dict[str, str]:
        """What one does to another."""
        (found,) = (one for one in self.edges if (one["source"], one["target"]) == (source, target))
        return found


class GraphContract(ExporterContract):
    """Events are counted on the edges, or where nobody else is named on the node."""

    def number(self, path: Path) -> int:
        graph = Graph(path)
        paired = sum(int(one["events"]) for one in graph.edges)
        return paired + sum(int(one["alone"]) for one in graph.nodes.values())

    def columns(self, path: Path) -> list[str]:
        return Graph(path).columns

    def words(self, path: Path) -> set[object]:
        return {one["label"] for one in Graph(path).nodes.values()}

    def kept(self, words: str) -> str:
        return words.translate(str.maketrans("\0\a", "\ufffd\ufffd"))


class TestGraphml(GraphContract):
    """GraphML 1.0."""

    name = "graphml"


class TestGexf(GraphContract):
    """GEXF 1.3."""

    name = "gexf"

    def test_an_edge_lasts_as_long_as_its_events(self, tmp_path: Path) -> None:
        """A spell for each stretch of days, once; an open side is open, an unknown one is none."""
        stretches = ("2022-10-14", "2022-10-14", "2022-09", "2023/", "/2021-05-05", "/")
        made = [event(when=Interval.parse(days) if days != "/" else Interval()) for days in stretches]
        graph = Graph(self.write(made, tmp_path))
        assert graph.spells == [
            {"end": "2021-05-05"},
            {"start": "2022-09-01", "end": "2022-09-30"},
            {"start": "2022-10-14", "end": "2022-10-14"},
            {"start": "2023-01-01"},
        ]
        (edge,) = graph.edges
        assert (edge["weight"], edge["first"], edge["last"]) == ("6", "2022-09-01", "2022-10-14")


@pytest.fixture(params=["graphml", "gexf"])
def graph_of(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Writes events and reads the graph back, in either format."""

    def written(*events: Event) -> Graph:
        return Graph(export(events, tmp_path, request.param).path)

    return written


def test_counts_by_quad(graph_of: Any) -> None:
    """Directed; what did not happen is counted apart."""
    back = event(type=EventType.AID, actors=(KAZAKHSTAN,), recipients=(ARMY,))
    graph = graph_of(
        FIGHT,
        FIGHT,
        event(type=EventType.AID, actors=(RUSSIA,), recipients=(KAZAKHSTAN,)),
        back,
        event(actors=(RUSSIA,), recipients=(KAZAKHSTAN,), status=Status.CALLED_FOR),
    )
    edge = graph.edge("RUS", "KAZ")
    counts = [
        edge[name] for name in ("events", "quad_1", "quad_2", "quad_3", "quad_4", "called_for", "planned")
    ]
    assert counts == ["3", "0", "1", "0", "2", "1", "0"]
    assert float(edge["score"]) == pytest.approx((7.5 - 9 - 9) / 3, abs=1)
    assert graph.edge("KAZ", "RUS")["events"] == "1"


def test_parties_of_a_meeting_are_joined_once(graph_of: Any) -> None:
    """Three parties make three edges, which know that they have no direction."""
    graph = graph_of(SUMMIT)
    ends = {(one["source"], one["target"], one["mutual"]) for one in graph.edges}
    names = sorted(("Vladimir Putin", "Kassym-Jomart Tokayev", "CSTO"))
    assert ends == {(names[0], names[1], "1"), (names[0], names[2], "1"), (names[1], names[2], "1")}


def test_participants_are_entities_roles_or_words(graph_of: Any) -> None:
    """Whoever is known stands once; a crowd stands by country and role; others by their words."""
    who = (RUSSIA, ARMY, ALLIANCE, PUTIN, DRIVERS, Mention("Some people"), Mention("", "Of tomorrow"))
    graph = graph_of(event(actors=who, recipients=(Mention("some PEOPLE"), KAZAKHSTAN)))
    kinds = {id: (one["kind"], one["label"]) for id, one in graph.nodes.items()}
    assert kinds == {
        "RUS": ("state", "Russia"),
        "CSTO": ("bloc", kinds["CSTO"][1]),
        "Vladimir Putin": ("person", "Vladimir Putin"),
        "KAZ CVL": ("role", "KAZ CVL"),
        "words: some people": ("words", "Some people"),
        "Of tomorrow": ("words", "Of tomorrow"),
        "KAZ": ("state", "Kazakhstan"),
    }


def test_who_acts_alone_is_counted_alone(tmp_path: Path) -> None:
    """And an event that names nobody is left out."""
    made = [event(type=EventType.PROTEST, actors=(DRIVERS,), recipients=()), event(actors=(), recipients=())]
    written = export(made, tmp_path, "graphml")
    graph = Graph(written.path)
    assert (graph.nodes["KAZ CVL"]["alone"], graph.edges) == ("1", [])
    assert (written.events, written.left_out) == (1, {"naming nobody": 1})


def test_networkx_reads_them(tmp_path: Path) -> None:
    """With numbers as numbers."""
    networkx = pytest.importorskip("networkx")
    graphml = networkx.read_graphml(export([FIGHT], tmp_path, "graphml").path)
    gexf = networkx.read_gexf(export([FIGHT], tmp_path, "gexf").path, version="1.3")
    for graph in (graphml, gexf):
        assert graph.is_directed()
        edge = graph.edges["RUS", "KAZ"]
        assert (edge["events"], edge["quad_4"], edge["first"]) == (1, 1, "2022-10-14")
    assert gexf.edges["RUS", "KAZ"]["spells"] == [("2022-10-14", "2022-10-14")]
