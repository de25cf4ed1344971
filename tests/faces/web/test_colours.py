"""Colours to eyes that lack one sort of cones: what they tell apart, or what else tells it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faces.web.browser import Browser
from tests.faces.web.colours import LACKING, Colour, apart, difference
from tests.faces.web.conftest import document_id, served, serving

ENOUGH = 20.0  # CIEDE2000; 1 can just be seen side by side, thin lines far from each other need much more
# Of each lane in the legend: its name, its colour, and how it is drawn apart from that: depth, size, pattern
DRAWN = """
[...document.querySelectorAll(".lanes .m:not(.l-furniture)")].map((mark) => {
  const style = getComputedStyle(mark);
  const layers = style.backgroundImage.split(/, (?=none|linear|repeating)/);
  const place = layers.findIndex((layer) => layer !== "none");
  const of = (list) => list.split(", ")[place];
  const pattern = layers[place]?.replace(/rgba?\\([^)]*\\)/g, "");
  const form = place < 0 ? [style.textDecorationLine, style.textDecorationStyle]
    : [of(style.backgroundPositionY), of(style.backgroundSize), pattern];
  const colour = (place < 0 ? style.textDecorationColor : layers[place]).match(/rgba?\\(([^)]*)\\)/)[1];
  const hex = colour.split(", ").slice(0, 3).map((part) => Number(part).toString(16).padStart(2, "0"));
  return [mark.className, `#${hex.join("")}`, form.join(" ")];
})
"""


class Lane(NamedTuple):
    """How a lane is marked."""

    name: str
    colour: str
    form: str


schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture(scope="module")
def address(filled: Path) -> Iterator[str]:
    """The filled record, served."""
    yield from served(filled)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    ],
)
def test_differences_are_those_of_the_paper(one: Colour, other: Colour, expected: float) -> None:
    """Rows of the test data of Sharma, Wu and Dalal (2005)."""
    assert difference(one, other) == pytest.approx(expected, abs=5e-5)


@schemes
@pytest.mark.parametrize("lacking", LACKING)
def test_conflict_and_cooperation_look_different(
    tab: Browser, address: str, scheme: str, lacking: str
) -> None:
    """To everybody; so do links and what speaks against something. Shapes and places say it as well."""
    tab.look(1280, 900, scheme=scheme)
    tab.open(address)
    for one, other in (("cooperation", "conflict"), ("accent", "against")):
        assert apart(colour(tab, one), colour(tab, other), lacking) > ENOUGH


@schemes
def test_lanes_differ_in_form_where_colours_do_not(
    tab: Browser, address: str, filled: Path, scheme: str
) -> None:
    """So many lines cannot all differ in colour to everybody: each has its own depth and pattern."""
    with serving(filled) as client:
        document = document_id(client, "Meridian Wire")
    tab.look(1280, 900, scheme=scheme)
    tab.open(f"{address}/documents/{document}")
    lanes = [Lane(*each) for each in tab.run(DRAWN)]
    assert len(lanes) >= 5
    alike = [
        (one, other)
        for one, other in combinations(lanes, 2)
        if min(apart(one.colour, other.colour, lacking) for lacking in LACKING) < ENOUGH
    ]
    assert alike  # else this test says nothing
    assert [(one.name, other.name) for one, other in alike if one.form == other.form] == []


@schemes
def test_kinds_of_acts_have_a_shape(tab: Browser, address: str, scheme: str) -> None:
    """Round is cooperation, square conflict: no shape stands for both."""
    tab.look(1280, 900, scheme=scheme)
    tab.open(f"{address}/events")
    shapes = tab.run(
        "[...document.querySelectorAll('.act')].map((act) =>"
        "[act.matches('.q1, .q2') ? 'cooperation' : 'conflict', act.querySelector('.shape').textContent])"
    )
    of = {kind: {shape for found, shape in shapes if found == kind} for kind in ("cooperation", "conflict")}
    assert of["cooperation"] <= {"○", "●"}
    assert of["conflict"] <= {"◇", "◆"}
    assert all(of.values())


def colour(tab: Browser, name: str) -> str:
    """A colour of the style sheet, as it holds now."""
    found: str = tab.run(f"getComputedStyle(document.documentElement).getPropertyValue('--{name}').trim()")
    return found
