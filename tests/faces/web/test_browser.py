"""The pages in a real browser: no complaint of its policy, no sideways scrolling, keys that work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faces import samples
from tests.faces.web.browser import Browser
from tests.faces.web.conftest import document_id, event_id, served, serving


@pytest.fixture(scope="module")
def address(filled: Path) -> Iterator[str]:
    """The filled record."""
    yield from served(filled)


def test_pages_fit_every_window(tab: Browser, address: str, filled: Path) -> None:
    """Wide and as narrow as a telephone, light and dark; the browser complains of nothing."""
    with serving(filled) as client:
        event, document = event_id(client, type="ASSAULT"), document_id(client, "ViewsRocket24")
    for width, scheme in ((1280, "light"), (390, "dark")):
        tab.look(width, 800, scheme=scheme)
        for path in (
            "/",
            "/events?text=grain",
            f"/events/{event}",
            f"/documents/{document}",
            f"/documents/{document}/copies",
            "/add",
        ):
            tab.open(address + path)
            assert tab.check("wide()") == [], (path, width)


def test_keys_go_from_event_to_event(tab: Browser, address: str, filled: Path) -> None:
    """j and k in a document, / to the search; the list beside the text follows."""
    with serving(filled) as client:
        document = document_id(client, "Meridian Wire")
    tab.look(1280, 800)
    tab.open(f"{address}/documents/{document}")
    tab.press("j")
    first = tab.run("document.activeElement.id")
    assert first.startswith("e-")
    assert tab.run(f"document.querySelector('[aria-current=true]').dataset.for === '{first}'")
    tab.press("j")
    assert tab.run("document.activeElement.id") != first
    tab.press("k")
    assert tab.run("document.activeElement.id") == first
    tab.press("/")
    assert tab.run("document.activeElement.id") == "find"


def test_a_text_is_pasted_and_read(tab: Browser, empty: Path) -> None:
    """The job goes on before one's eyes, without leaving the page."""
    for address in served(empty):
        tab.look(1280, 800)
        tab.open(f"{address}/add")
        tab.run(f"document.getElementById('text').value = {samples.REPORT!r}")
        tab.run("document.querySelector('button.main').click()")
        tab.wait("document.querySelector('#job h2').textContent === 'Done'")
        assert tab.run("document.querySelector('[data-of=read]').textContent") == "1"
        tab.open(address)
        assert "1 document tells" in tab.run("document.body.innerText")
