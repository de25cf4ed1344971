"""What is of one side belongs together, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faces import systems
from tests.faces.web.browser import Browser
from tests.faces.web.conftest import served

_TIED = "[...document.querySelectorAll('.tied')].map((each) => each.localName).join()"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two years of invented events, served."""
    path: Path = tmp_path_factory.mktemp("ties") / "camps.dragoman"
    systems.fill(path)
    yield from served(path)


def test_a_row_and_its_body_are_marked_together(tab: Browser, address: str) -> None:
    """By the keyboard in the table, and by pointing at the drawing; then no longer."""
    tab.open(f"{address}/system?centre=RUS")
    tab.run("document.querySelector('.distances tr[data-side=KAZ] a').focus()")
    assert tab.run("document.querySelector('.orbits .body[data-side=KAZ]').classList.contains('tied')")
    tab.run("document.activeElement.blur()")
    assert tab.run(_TIED) == ""
    over = "new PointerEvent('pointerover', {bubbles: true})"
    tab.run(f"document.querySelector('.orbits .body[data-side=DEU]').dispatchEvent({over})")
    assert "tr" in tab.run(_TIED).split(",")


def test_the_slider_can_be_stepped_by_keys(tab: Browser, address: str) -> None:
    """It says the day to the eye and to a screen reader."""
    tab.open(f"{address}/system")
    tab.run("s = document.getElementById('week'); s.stepDown(); s.dispatchEvent(new Event('input'))")
    assert tab.run("s.getAttribute('aria-valuetext')") == "2022-10-30"
    assert tab.run("document.querySelector('output').textContent") == "2022-10-30"


def test_the_matrix_scrolls_in_its_own_box(tab: Browser, address: str) -> None:
    """On a telephone the page itself does not."""
    for scheme in ("light", "dark"):
        tab.look(390, 800, scheme=scheme)
        for view in ("map", "matrix", "table"):
            tab.open(f"{address}/system?view={view}")
            assert tab.run("document.documentElement.scrollWidth <= innerWidth"), view
