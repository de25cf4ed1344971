"""The slider in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faces import systems
from tests.faces.web.browser import Browser
from tests.faces.web.conftest import served


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two years of invented events, served."""
    path: Path = tmp_path_factory.mktemp("slider") / "camps.dragoman"
    systems.fill(path)
    yield from served(path)


def test_the_slider_goes_there_when_let_go(tab: Browser, address: str) -> None:
    """It says the day while it moves, and the address then has it, with the centre that was chosen."""
    tab.open(f"{address}/system?centre=DEU")
    tab.run("s = document.getElementById('week'); s.value -= 20; s.dispatchEvent(new Event('input'))")
    assert tab.run("document.querySelector('output').textContent") == "2022-06-19"
    tab.run("s.dispatchEvent(new Event('change', {bubbles: true}))")
    tab.wait("location.search.includes('at=2022-06-19') && document.readyState === 'complete'")
    assert "centre=DEU" in tab.run("location.search")
    assert tab.run("document.querySelector('h1').textContent") == "The system on 2022-06-19"


def test_the_weeks_are_played(tab: Browser, address: str) -> None:
    """From day to day in place, until something is pressed; the address is that of the day shown."""
    tab.look(1280, 900)
    tab.open(f"{address}/system?centre=DEU&at=2021-03-07")
    tab.wait("!document.querySelector('button.play').hidden")
    tab.run("h = document.querySelector('header'); document.querySelector('button.play').click()")
    tab.wait("document.querySelector('h1').textContent.includes('2021-03-21')")
    assert tab.run("document.querySelector('button.play').textContent") == "■ Stop"
    tab.press("Escape")
    assert tab.run("document.querySelector('button.play').textContent") == "▶ Play the weeks"
    at = tab.run("document.querySelector('output').textContent")
    assert f"centre=DEU&at={at}" in tab.run("location.search")
    assert tab.run("h.isConnected")  # no page was left


def test_the_weeks_end_and_begin_again(tab: Browser, address: str) -> None:
    """From the last week it goes on at the first; who wants no motion gets one step for each press."""
    tab.look(1280, 900, motion="reduce")
    tab.open(f"{address}/system")
    tab.wait("!document.querySelector('button.play').hidden")
    assert tab.run("document.querySelector('button.play').textContent") == "▶ One step on"
    tab.run("document.querySelector('button.play').click()")
    tab.wait("document.getElementById('week').value === document.getElementById('week').min")
    tab.wait("document.querySelector('button.play').textContent === '▶ One step on'")
    last = "document.getElementById('week').max - 1"
    tab.run(f"document.getElementById('week').value = {last}; document.querySelector('button.play').click()")
    tab.wait("document.getElementById('week').value === document.getElementById('week').max")


def test_the_pages_of_the_system_fit_every_window(tab: Browser, address: str) -> None:
    """Wide and as narrow as a telephone, light and dark; the browser complains of nothing."""
    for width, scheme in ((1280, "light"), (390, "dark")):
        tab.look(width, 800, scheme=scheme)
        for path in ("/system", "/system?side=KAZ", "/dyad/KAZ/RUS", "/dyad/KAZ/RUS?step=week"):
            tab.open(address + path)
            assert tab.check("wide()") == [], (path, width)
