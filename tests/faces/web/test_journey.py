"""One reader's way through the bundled corpus, in one browser, from the first look to a decision and back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faces.web.browser import Browser
from tests.faces.web.conftest import served
from tests.faces.web.visits import addresses, asking

REPORT = (
    "Finland's President Sauli Niinisto met Kazakh President Tokayev in Helsinki on Friday. The two spoke of "
    "a railway that nobody has built."
)
READY = "document.readyState === 'complete'"


@pytest.fixture
def address(bundled: Path, tmp_path: Path) -> Iterator[str]:
    """A copy of the bundled corpus, served; the reader writes to it."""
    yield from served(Path(shutil.copy(bundled, tmp_path / "corpus.dragoman")))


def test_a_readers_way(tab: Browser, address: str) -> None:
    """Every page opens, every step leads to the next, and the console stays quiet throughout."""
    look_into_every_page(tab, address)
    move_the_slider(tab, address)
    open_the_dyad(tab)
    follow_a_number_to_its_sentence(tab)
    search_a_word(tab)
    add_a_report(tab, address)
    decide_and_take_back(tab, address)


def look_into_every_page(tab: Browser, address: str) -> None:
    """Each has its heading, and nothing comes from elsewhere."""
    tab.call("Network.enable")
    tab.heard.clear()
    for path, there in addresses(asking(address)).items():
        tab.open(address + there)
        assert tab.run("document.querySelector('h1').innerText.length") > 0, path
    asked = [each["params"]["request"]["url"] for each in tab.heard if "request" in each["params"]]
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    tab.call("Network.disable")


def move_the_slider(tab: Browser, address: str) -> None:
    """By the arrow keys, as one without a mouse does; the page is then that of another day."""
    tab.open(f"{address}/system")
    before = tab.run("document.querySelector('h1').innerText")
    tab.run("document.getElementById('week').focus()")
    for _ in range(3):
        tab.press("ArrowLeft")
    day = tab.run("document.querySelector('output').innerText")
    assert day not in before
    tab.wait(f"location.search.includes('at={day}') && {READY}")
    assert day in tab.run("document.querySelector('h1').innerText")


def open_the_dyad(tab: Browser) -> None:
    """From the system to two of its sides."""
    tab.click("main table a[href^='/dyad/']")
    tab.wait(f"location.pathname.startsWith('/dyad/') && {READY}")
    assert "–" in tab.run("document.querySelector('h1').innerText")


def follow_a_number_to_its_sentence(tab: Browser) -> None:
    """The number of events leads to the events, an event to its reports, a report to the words in it."""
    number = int(tab.run("document.querySelector('.lead a').innerText.match(/[0-9]+/)[0]"))
    assert number > 0
    tab.click(".lead a")
    tab.wait("location.hash === '#events'")
    tab.click("#events .line a[href^='/events/']")
    tab.wait(f"location.pathname.startsWith('/events/') && {READY}")
    words = tab.run("document.querySelector('.evidence .l-event').innerText")
    tab.click(".evidence figcaption a[href^='/documents/'][href*='#e-']")
    tab.wait(f"location.pathname.startsWith('/documents/') && {READY}")
    assert tab.run("document.querySelector(':target').innerText") in words
    assert tab.run(
        "(() => { const box = document.querySelector(':target').getBoundingClientRect();"
        "return box.top >= 0 && box.bottom <= innerHeight })()"
    )
    ground = "getComputedStyle(document.querySelector('{}')).backgroundColor"
    assert tab.run(ground.format(":target")) != tab.run(ground.format(".text [data-event]:not(:target)"))


def search_a_word(tab: Browser) -> None:
    """From wherever one is: a key, a word, Enter; the word is marked in what is found."""
    tab.press("/")
    tab.call("Input.insertText", text="grain")
    tab.press("Enter")
    tab.wait(f"location.search === '?text=grain' && {READY}")
    assert tab.run("document.querySelector('mark').innerText.toLowerCase()") == "grain"


def add_a_report(tab: Browser, address: str) -> None:
    """Its text is pasted, and the record holds one document more, with what it tells."""
    before = asking(address)("/index.json")["summary"]
    tab.click("nav a[href='/add']")
    tab.wait(f"location.pathname === '/add' && {READY}")
    tab.run("document.getElementById('text').focus()")
    tab.call("Input.insertText", text=REPORT)
    tab.click("button.main")
    tab.wait("document.querySelector('#job h2').innerText.toLowerCase() === 'done'")
    assert tab.run("document.querySelector('[data-of=read]').innerText") == "1"
    assert int(tab.run("document.querySelector('[data-of=events]').innerText")) > 0
    after = asking(address)("/index.json")["summary"]
    assert after["documents"] == before["documents"] + 1
    tab.open(f"{address}/events?text=railway")
    assert "railway" in tab.run("document.querySelector('main').innerText")


def decide_and_take_back(tab: Browser, address: str) -> None:
    """By keys alone after a name was given; what came of it is said, kept, and undone again."""
    tab.open(f"{address}/review?kind=same")
    tab.run("document.querySelector('#name').focus()")
    tab.call("Input.insertText", text="Aigul")
    tab.press("Enter")
    tab.wait(f"document.querySelector('.reply') !== null && {READY}")
    question, before = tab.run("document.querySelector('[name=question]').value"), events_of(address)
    tab.press("x")
    tab.wait(f"document.querySelector('.progress').innerText.includes('1 decided') && {READY}")
    assert tab.run("document.querySelector('.notice').innerText") != ""
    assert tab.run("document.querySelector('[name=question]').value") != question
    assert events_of(address) == before + 1  # what was one event is two now
    tab.press("Backspace")
    tab.wait(f"document.querySelector('.progress').innerText.includes('0 decided') && {READY}")
    assert tab.run("document.querySelector('[name=question]').value") == question
    assert events_of(address) == before
    assert "undone" in [each["state"] for each in asking(address)("/judgements.json")["judgements"]]


def events_of(address: str) -> int:
    """How many events the record holds; the overview of all is counted behind the answer."""
    number: int = asking(address)("/events.json?limit=1")["portion"]["total"]
    return number
