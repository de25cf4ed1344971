"""W3C Web Annotations of the evidence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dragoman.faces.api import open_record
from dragoman.faces.export import RecordBacking, export
from dragoman.faces.export.backing import NoBacking

from ...contracts.exporter_backing import BEFORE, BEHIND, URL, Papers
from ...contracts.exporter_contract import ExporterContract
from ..samples import MET, REPORT, event
from .events import ASTANA


def items(path: Path) -> list[dict[str, Any]]:
    """The annotations of a page."""
    page = json.loads(path.read_text(encoding="utf-8"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    return list(page["items"])


class TestAnnotations(ExporterContract):
    """The contract of every exporter; each event of the tests has one sentence of evidence."""

    name = "annotations"

    def number(self, path: Path) -> int:
        return len({one["id"] for one in items(path)})

    def columns(self, path: Path) -> list[str]:
        found = list(items(path)[0])
        return ["id", "type", *(name for name in found if name not in ("id", "type"))]

    def words(self, path: Path) -> set[object]:
        return {one["target"]["selector"][0]["exact"] for one in items(path)}


def test_an_annotation(tmp_path: Path) -> None:
    """The words with those around them and their place, the document, its address, and what was read."""
    made = event(where=ASTANA, mode="visit")
    (found,) = items(export([made], tmp_path, "annotations", Papers()).path)
    start = len(BEFORE)
    assert found["target"] == {
        "type": "SpecificResource",
        "source": {
            "id": "urn:dragoman:document:d1",
            "type": "Text",
            "format": "text/plain",
            "language": "en",
            "via": [URL],
            "dcterms:publisher": ["Steppe Courier"],
        },
        "selector": [
            {"type": "TextQuoteSelector", "exact": MET.sentence, "prefix": BEFORE, "suffix": BEHIND},
            {"type": "TextPositionSelector", "start": start, "end": start + len(MET.sentence)},
        ],
    }
    assert (found["type"], found["motivation"]) == ("Annotation", "classifying")
    assert [(one["purpose"], one.get("value") or one["source"]) for one in found["body"]] == [
        ("linking", f"urn:dragoman:event:{MET.id}"),
        ("classifying", "CONSULT"),
        ("classifying", "visit"),
        ("classifying", "happened"),
        ("describing", "who: Vladimir Putin"),
        ("describing", "whom: Kassym-Jomart Tokayev"),
        ("describing", "when: 2022-10-14"),
        ("describing", "where: KAZ/Astana:Astana"),
        ("describing", "confidence: 0.50"),
    ]


def test_either_selector_finds_the_words_in_a_record(tmp_path: Path) -> None:
    """Of each telling of each event."""
    with open_record(":memory:") as record:
        record.add_text(REPORT, origin="a", url=URL, outlet="Steppe Courier", published="2022-10-16")
        written = export(record.events(), tmp_path, "annotations", RecordBacking(record.store))
        assert written.events == len(record.events()) > 0
        for one in items(written.path):
            text = record.document(one["target"]["source"]["id"].rpartition(":")[2]).text
            quote, place = one["target"]["selector"]
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert f"{quote['prefix']}{quote['exact']}{quote['suffix']}" in text
            assert one["target"]["source"]["via"] == [URL]


def test_an_event_without_evidence_is_counted(tmp_path: Path) -> None:
    """One that is not from this record."""
    written = export([MET], tmp_path, "annotations", NoBacking())
    assert (written.events, list(written.left_out.values())) == (0, [1])
