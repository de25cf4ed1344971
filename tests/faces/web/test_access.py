"""Every page for everybody: weak eyes, the dark, no mouse, a telephone, large letters, rest, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.faces.web.routes import PAGES
from tests.faces import systems
from tests.faces.web.browser import Browser
from tests.faces.web.conftest import served
from tests.faces.web.visits import SEARCH, WAITING, addresses, asking

ERRORS = ("/no-such-page", "/events?abuot=KAZ", "/events/nobody")  # what is not there, or asked for wrongly
pages = pytest.mark.parametrize("page", [*(page.path for page in PAGES), SEARCH, *ERRORS])
# Roles that must have a name, in the words of the accessibility tree
NAMED = frozenset(
    "button link textbox searchbox combobox checkbox slider spinbutton Date DisclosureTriangle image img "
    "region navigation table".split()
)


BAD = """
<div>outside</div>
<header><nav><a href="#a" style="font-size: 8px">1</a><a href="#b" style="font-size: 8px">2</a></nav></header>
<main><h1>One</h1><h3>Three</h3>
<p style="color: #999; background: #fff">faint</p><p style="opacity: .4">faded</p>
<p style="color: #555">good</p>
<input placeholder="hint"><svg width="9" height="9"></svg>
<p style="width: 3000px; transition: color 2s">wide</p>
<button style="outline: none">no ring</button></main>
<footer></footer>
"""
# How often it has to be found, by the function that looks for it
WRONG = {"faint()": 2, "disordered()": 2, "unnamed()": 2, "cramped()": 2, "wide()": 1, "moving()": 1}


@pytest.mark.parametrize(("check", "expected"), WRONG.items())
def test_what_is_wrong_is_found(tab: Browser, check: str, expected: int) -> None:
    """The checks themselves, on a page that breaks every rule."""
    tab.run(f"document.body.innerHTML = {BAD!r}")
    assert len(tab.check(check)) == expected


def test_a_missing_ring_is_found(tab: Browser) -> None:
    """Of all that Tab reaches on that page one has none."""
    tab.run(f"document.body.innerHTML = {BAD!r}")
    tab.check("reachable()")
    for _ in range(4):
        tab.press("Tab")
    assert [named for _, has_ring, named in tab.run("reached") if not has_ring] == ['button "no ring"']


@pytest.fixture(scope="module")
def address(bundled: Path) -> Iterator[str]:
    """The bundled corpus, served."""
    yield from served(bundled)


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Rows of an invented event table, served; the corpus has none."""
    path: Path = tmp_path_factory.mktemp("coded") / "camps.dragoman"
    systems.fill(path)
    yield from served(path)


@pytest.fixture(scope="module")
def visits(address: str, coded: str) -> dict[str, str]:
    """Where each page of the table is visited; a page that nothing is found for fails."""
    return {
        path: server + there
        for server in (coded, address)
        for path, there in (addresses(asking(server)) | {each: each for each in ERRORS}).items()
    }


@pytest.fixture
def known(tab: Browser, address: str) -> Iterator[Browser]:
    """A tab of somebody who has said their name, so that everything can be decided."""
    tab.call("Network.setCookie", name="dragoman-name", value="Aigul", url=address)  # of every port
    yield tab
    # The browser says of an error page that it is one
    tab.complaints[:] = [said for said in tab.complaints if not any(each in said for each in ERRORS)]


def unfold(tab: Browser, url: str) -> None:
    """Open a page with all that folds, and wait for what is worked out beside it."""
    tab.open(url)
    tab.wait(f"!({WAITING}) && document.readyState === 'complete'")
    tab.check("openAll()")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pages
def test_all_text_stands_out(known: Browser, visits: dict[str, str], page: str, scheme: str) -> None:
    """4.5 to 1 against what is really behind it, 3 to 1 if large; also hints in fields and what folds."""
    known.look(1280, 900, scheme=scheme)
    unfold(known, visits[page])
    assert known.check("faint()") == []


@pages
def test_parts_are_named_and_in_order(known: Browser, visits: dict[str, str], page: str) -> None:
    """No heading leaves out a level, everything is in a landmark, and what can be used says what it is."""
    unfold(known, visits[page])
    assert known.check("disordered()") == []
    assert known.check("unnamed()") == []
    nodes = known.call("Accessibility.getFullAXTree")["nodes"]
    roles = [(each["role"]["value"], each) for each in nodes if not each["ignored"]]
    assert [each for role, each in roles if role in NAMED and not name_of(each)] == []
    assert sum(role == "main" for role, _ in roles) == 1


def name_of(node: dict[str, Any]) -> str:
    """What a screen reader says of it."""
    return str(node.get("name", {}).get("value", "")).strip()


@pages
def test_tab_reaches_everything_with_a_ring(known: Browser, visits: dict[str, str], page: str) -> None:
    """In the order of the page, and one sees where one is."""
    unfold(known, visits[page].partition("#")[0])
    expected = known.check("reachable()")
    for _ in range(len(expected) + 40):  # a field of a date has several stops
        known.press("Tab")
    reached = known.run("reached")
    assert [named for _, has_ring, named in reached if not has_ring] == []
    places = [place for place, _, _ in reached if place >= 0]
    first = list(dict.fromkeys(places))
    assert [expected[place] for place in range(len(expected)) if place not in first] == []
    assert first == sorted(first)


@pages
def test_a_telephone_is_wide_enough(known: Browser, visits: dict[str, str], page: str) -> None:
    """Nothing scrolls sideways at 390 and 320 px, and a finger hits what it means."""
    unfold(known, visits[page])
    for width in (320, 390):
        known.look(width, 844)
        assert known.check("wide()") == [], width
    assert known.check("cramped()") == []


def test_words_beside_a_brief_have_room(known: Browser, visits: dict[str, str]) -> None:
    """A column of their own on a desk, with lines of several words; none on a telephone."""
    unfold(known, visits["/brief"])
    widths = "[...document.querySelectorAll('.beside')].map((each) => each.clientWidth)"
    assert min(known.run(widths)) > 300
    known.look(390, 844)
    assert max(known.run(widths)) == 0


@pages
def test_text_may_be_twice_as_large(known: Browser, visits: dict[str, str], page: str) -> None:
    """Without scrolling sideways, on a desk and on a telephone."""
    unfold(known, visits[page])
    known.run("document.documentElement.style.fontSize = '200%'")
    for width in (1280, 390):
        known.look(width, 844)
        assert known.check("wide()") == [], width


@pages
def test_nothing_moves_for_who_wants_rest(known: Browser, visits: dict[str, str], page: str) -> None:
    """`prefers-reduced-motion` ends every movement."""
    known.look(1280, 900, motion="reduce")
    unfold(known, visits[page])
    assert known.check("moving()") == []


@pages
def test_paper_is_white(known: Browser, visits: dict[str, str], page: str) -> None:
    """Also when the screen is dark: ink that can be read, and nothing to press."""
    known.look(1280, 900, scheme="dark", media="print")
    unfold(known, visits[page])
    assert known.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert known.check("faint()") == []
    pressed = "nav, button, select, textarea, input"
    shown = f"[...document.querySelectorAll('{pressed}')].filter((each) => each.checkVisibility())"
    assert known.run(f"{shown}.map((each) => each.outerHTML.slice(0, 80))") == []
