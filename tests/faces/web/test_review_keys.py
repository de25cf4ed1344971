"""The keys of the review, in a real browser; the forms as a browser sends them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.terms import JudgementKind
from tests.faces.web.browser import Browser
from tests.faces.web.conftest import served
from tests.faces.web.test_review import doubtful, kept

__all__ = ["doubtful"]  # the fixture

_PROGRESS = "document.querySelector('.progress')?.textContent ?? ''"


@pytest.fixture
def address(doubtful: Path) -> Iterator[str]:
    """The record of two questions, served."""
    yield from served(doubtful)


def until(tab: Browser, progress: str) -> None:
    """Wait for a page that says so, and for its keys."""
    tab.wait(f"({_PROGRESS}).includes('{progress}') && document.readyState === 'complete'")


def test_keys_press_the_buttons(tab: Browser, address: str, doubtful: Path) -> None:
    """After a name was given: yes, back, skip, the card, a note; none of it while somebody types."""
    tab.open(f"{address}/review?kind=same")
    tab.run("document.querySelector('#name').value = 'Aigul'")
    tab.run("document.querySelector('form.author').requestSubmit()")
    until(tab, "0 decided, 2 left")
    tab.wait("document.querySelector('button[value=yes]') !== null && document.readyState === 'complete'")
    tab.press("ф")  # where a lies on a Russian keyboard
    until(tab, "1 decided, 1 left")
    tab.press(" ")
    until(tab, "1 skipped")
    tab.press("e")
    tab.wait("[...document.querySelectorAll('[data-card]')].every((card) => card.open)")
    tab.press("n")
    tab.wait("document.activeElement.id === 'remark'")
    tab.press("x")
    assert tab.run("document.activeElement.value") == "x"
    assert kept(doubtful) == [(JudgementKind.SAME, "Aigul")]
