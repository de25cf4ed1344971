"""Doubtful translations on the pages, in the terminal and in Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.faces.api import open_record, read
from tests.faces.test_cli import Run, run
from tests.faces.web.browser import Browser
from tests.faces.web.conftest import served, serving

__all__ = ["run"]  # the fixture

GERMAN = (
    "Russia is withdrawing its troops from Belarus. The withdrawal of the troops is, according to own "
    "statements of the ministry, completed. On Monday the Kremlin accused Ukraine of lying. In the night to "
    "Monday it came to clashes <b>at</b> the border. Two humans died there, said the mayor. The unrests "
    "lasted until Tuesday."
)


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    """A record with a report translated from German, and one in English."""
    path = tmp_path / "translated.dragoman"
    with open_record(path) as record:
        record.add_text(GERMAN, origin="bote.txt", title="Withdrawal", published="2022-03-01")
        record.add_text("Putin met Tokayev in Astana on Friday.", origin="wire.txt", published="2022-03-01")
    return path


@pytest.fixture
def visitor(translated: Path) -> Iterator[TestClient]:
    with serving(translated) as client:
        yield client


def document(path: Path, words: str) -> str:
    with open_record(path) as record:
        return next(each.id for each in record.documents() if words in each.text)


def test_the_page_says_from_which_language_and_how_many(visitor: TestClient, translated: Path) -> None:
    """Beside the title, with a way to the list, whose notes the text points to."""
    html = visitor.get(f"/documents/{document(translated, 'humans')}").text
    assert "reads like a translation from German" in html
    assert 'href="#doubts">' in html
    assert 'id="note-1" href="#doubt-1"' in html
    assert '<li id="doubt-1">' in html
    assert "by its own account" in html


def test_the_json_twin_has_the_doubts(visitor: TestClient, translated: Path) -> None:
    """What the words say, what they likely say, why, and which languages do this."""
    page = visitor.get(f"/documents/{document(translated, 'humans')}.json").json()
    first = page["doubts"][0]
    assert page["translated"] == "reads like a translation from German"
    assert (first["says"], first["languages"]) == ("according to own statements", "German")
    assert first["likely"] == "by its own account"


def test_a_report_in_english_has_no_note(visitor: TestClient, translated: Path) -> None:
    """Neither a line beside the title nor a list; the lane stays among the others."""
    html = visitor.get(f"/documents/{document(translated, 'Astana')}").text
    assert "reads like" not in html
    assert 'id="doubts"' not in html
    assert 'id="lane-doubt"' in html


def test_an_event_says_that_its_sentence_is_doubtful(visitor: TestClient, translated: Path) -> None:
    """Under its evidence, with what is likely meant."""
    with open_record(translated) as record:
        told = [(event.id, record.tellings(event)[0].sentences) for event in record.events()]
    event = next(id for id, sentences in told if "according to own" in " ".join(sentences))
    html = visitor.get(f"/events/{event}").text
    assert "doubtful translation" in html
    assert "likely: by its own account" in html


def test_the_terminal_lists_them(run: Run, translated: Path) -> None:
    """With the same words as the page."""
    id = document(translated, "humans")
    shown = run("document", id, "--record", str(translated))
    assert "reads like a translation from German" in shown.said
    assert "by its own account" in shown.said
    (sheet,) = map(json.loads, run("document", id, "--record", str(translated), "--json").out.splitlines())
    assert sheet["translation"]["languages"] == ["de"]


def test_python_asks_for_them() -> None:
    """Of a text at hand as of a document of a record."""
    found = read(GERMAN).translation
    assert found.languages == ("de",)
    assert "people" in [doubt.likely for doubt in found.doubts]


def test_the_lane_can_be_put_out_and_d_goes_to_the_next(tab: Browser, translated: Path) -> None:
    """The marks and their numbers go; before that, d focuses the first number and its note is current."""
    id = document(translated, "humans")
    for address in served(translated):
        tab.open(f"{address}/documents/{id}")
        tab.press("d")
        assert tab.run("document.activeElement.id") == "note-1"
        assert tab.run("document.querySelector('#doubt-1').getAttribute('aria-current')") == "true"
        tab.run("document.querySelector('#lane-doubt').click()")
        assert tab.run("getComputedStyle(document.querySelector('.text .note')).display") == "none"
