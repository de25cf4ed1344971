"""Take pictures of the pages of a record, in a desktop's and a telephone's width, for the manual.

    python scripts/screenshots.py demo.dragoman        into docs/pages/; needs Chromium

The record is that of `dragoman demo`; the pages are the ones that `dragoman serve` gives.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import dragoman

FOLDER = Path(__file__).parents[1] / "docs" / "pages"
SIZES = {1280: 960, 390: 844}  # width and height, pixels
PORT = 8797
_SECONDS = 30.0


def main() -> None:
    """Serve the record and take the pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("record", type=Path)
    record = parser.parse_args().record
    browser = shutil.which("chromium") or sys.exit("no chromium: apt-get install chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = [
        str(Path(sys.executable).parent / "dragoman"),
        "serve",
        "--record",
        str(record),
        "--port",
        str(PORT),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for name, address in pages(record).items():
                for width, height in SIZES.items():
                    take(browser, address, FOLDER / f"{name}-{width}.png", width, height)
        finally:
            server.terminate()


def pages(record: Path) -> dict[str, str]:
    """What is pictured: the system, two sides, an event of several reports, a document that tells it, a
    decision."""
    with dragoman.open(record, read_only=True) as source:
        event = max(source.events(), key=lambda each: (not each.disputed, each.reports, each.id))
        told = [telling.document for telling in source.tellings(event)]
        document = next((each.id for each in told if each.outlet), told[0].id)
    return {
        "system": "/system",
        "dyad": "/dyad/RUS/UKR",
        "event": f"/events/{event.id}",
        "document": f"/documents/{document}",
        "review": "/review",
    }


def take(browser: str, address: str, picture: Path, width: int, height: int) -> None:
    """One picture, of what is seen first."""
    url = f"http://127.0.0.1:{PORT}{address}"
    _wait(url)
    options = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--virtual-time-budget=4000",
    )
    size = f"--window-size={width},{height}"
    subprocess.run([browser, *options, size, f"--screenshot={picture}", url], check=True, capture_output=True)
    sys.stderr.write(f"{picture}: {picture.stat().st_size:,} bytes\n")


def _wait(url: str) -> None:
    """Until the page comes; the first one takes longer than the later ones."""
    until = time.monotonic() + _SECONDS
    while True:
        try:
            urllib.request.urlopen(url, timeout=_SECONDS).close()
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


if __name__ == "__main__":
    main()
