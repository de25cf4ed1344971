"""Take pictures of the pages of a record, in a desktop's and a telephone's width, for the manual.

    python scripts/screenshots.py demo.dragoman              into docs/pages/; needs Chromium
    python scripts/screenshots.py demo.dragoman --into DIR

The record is that of `dragoman demo`; the pages are the ones that `dragoman serve` gives. What is pictured is
chosen by rule (`tests/faces/web/visits.py`): of the events in dispute with three tellings or more, the one
contradicted most often; a report that contradicts it; the two sides with the most events between them; the
system, from where distances are the most reliable; the first question of whether two reports tell one event.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.faces.web import browser, visits
from tests.faces.web.browser import Browser

FOLDER = Path(__file__).parents[1] / "docs" / "pages"
SIZES = {1280: 960, 390: 844}  # width and height, pixels
TALLER = {"system": 1290, "dyad": 1200}  # on a desktop, so that the drawing is in the picture
DARK = "document"  # pictured in the dark as well, on a desktop
_NAME = "Aigul"  # who decides, in the picture of a decision


def main() -> None:
    """Serve the record and take the pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("record", type=Path)
    parser.add_argument("--into", type=Path, default=FOLDER)
    asked = parser.parse_args()
    program = browser.found() or sys.exit(browser.ABSENT)
    asked.into.mkdir(parents=True, exist_ok=True)
    with visits.running(asked.record) as address, browser.opened(program) as tab:
        tab.call("Network.setCookie", name="dragoman-name", value=_NAME, url=address)
        for name, there in pages(visits.asking(address)).items():
            for width, height in SIZES.items():
                tab.look(width, TALLER.get(name, height) if width > height else height)
                take(tab, address + there, asked.into / f"{name}-{width}.png")
            if name == DARK:
                tab.look(1280, SIZES[1280], scheme="dark")
                take(tab, address + there, asked.into / f"{name}-dark-1280.png")
    if tab.complaints:
        sys.exit(f"the browser complains: {tab.complaints}")


def pages(ask: visits.Ask) -> dict[str, str]:
    """What is pictured, by the name of its picture."""
    event, dyad, centre = visits.disputed_event(ask), visits.busiest_dyad(ask), visits.surest_centre(ask)
    if not event or not dyad:
        sys.exit("the record holds no events between two sides; take that of `dragoman demo`")
    return {
        "system": f"/system?centre={centre}" if centre else "/system",
        "dyad": "/dyad/{}/{}".format(*dyad),
        "event": f"/events/{event['id']}",
        "document": f"/documents/{visits.telling(event)['document']}",
        "review": "/review?kind=same",
    }


def take(tab: Browser, url: str, picture: Path) -> None:
    """One picture, of what is seen first, when all that is worked out behind the page has come."""
    tab.open(url)
    tab.wait(f"!({visits.WAITING}) && document.readyState === 'complete'", seconds=300)
    tab.picture(picture)
    sys.stderr.write(f"{picture}: {picture.stat().st_size:,} bytes, {url}\n")


if __name__ == "__main__":
    main()
