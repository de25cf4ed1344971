"""Which pages of a record are worth a visit, found by asking its pages themselves as JSON.

Tests, figures and pictures look at the same ones: an event that is told often and in dispute, a report that
contradicts the others, the two sides with the most between them.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dragoman.faces.web.routes import PAGES

SEARCH = "/events?text=grain"  # looks different from a list: documents come as well
Ask = Callable[[str], Any]  # the path of a JSON twin -> what it says
# Something of the page, or all of it, is being worked out and comes by itself
WAITING = "document.querySelector('[data-waiting], head > meta[http-equiv=refresh]') !== null"
_LOOKED_AT = 100  # events in dispute of which one is taken
_CENTRES = 6
_SLOWEST = 600.0  # seconds; the system of a large record takes long the first time
_SECONDS = 60.0
_FEWEST = 3  # tellings that make a table worth reading


def asking(address: str) -> Ask:
    """Ask a server that runs at an address."""

    def ask(path: str) -> Any:
        with urllib.request.urlopen(address + path, timeout=_SLOWEST) as answer:
            return json.load(answer)

    return ask


@contextmanager
def running(record: Path) -> Iterator[str]:
    """`dragoman serve` in a process of its own, as people start it; its address."""
    with serving(record) as (address, _):
        yield address


@contextmanager
def serving(record: Path) -> Iterator[tuple[str, int]]:
    """The same; its address, and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(sys.executable).parent / "dragoman"
    command = [str(program), "serve", "--record", str(record), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _await(address, server)
            yield address, server.pid
        finally:
            server.terminate()


def _await(address: str, server: subprocess.Popen[str]) -> None:
    """Until it answers; a file of its own, so that the first page is still asked for the first time."""
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        if server.poll() is not None:
            raise SystemExit(f"dragoman serve ended: {server.stderr.read() if server.stderr else ''}")
        try:
            urllib.request.urlopen(f"{address}/static/site.css", timeout=_SECONDS).close()
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("dragoman serve does not answer")


def disputed_event(ask: Ask) -> dict[str, Any] | None:
    """Of the events in dispute with three tellings or more, the one whose tellings contradict it most often.

    Before others come those of which it is in dispute whether they happened, and which no report has from
    another. Of equals the one of most tellings. Where none is in dispute, the first event there is.
    """
    days = ask(f"/events.json?disputed=1&limit={_LOOKED_AT}")["days"] or ask("/events.json?limit=1")["days"]
    lines = [each for day in days for each in day["events"]]
    of_status = {each["id"] for each in lines if "status" in each["disputed"]}
    return max(
        [ask(f"/events/{each['id']}.json") for each in lines],
        default=None,
        key=lambda event: (
            event["tellings_total"] >= _FEWEST,
            event["id"] in of_status,
            not event["lineage"],
            len(contradicting(event)),
            event["tellings_total"],
            event["id"],
        ),
    )


def contradicting(event: dict[str, Any]) -> list[dict[str, Any]]:
    """The tellings that say something else than was taken."""
    return [
        row
        for row in event["tellings"]
        if any(stance["stance"] == "contradicting" for stance in row["stances"])
    ]


def telling(event: dict[str, Any]) -> dict[str, Any]:
    """A telling that contradicts, of a newspaper with a name if there is one."""
    rows = contradicting(event) or event["tellings"]
    first: dict[str, Any] = next((row for row in rows if row["outlet"]), rows[0])
    return first


def busiest_dyad(ask: Ask) -> tuple[str, str] | None:
    """The two sides with the most events between them."""
    seen = ask("/system.json")["overview"]
    if not seen or not seen["relations"]:
        return None
    one, other = seen["relations"][0]["sides"]
    return one, other


def surest_centre(ask: Ask) -> str | None:
    """Of the sides of the busiest relations, the one from which distances are the most reliable."""
    seen = ask("/system.json")["overview"]
    sides = dict.fromkeys(side for each in (seen["relations"] if seen else ()) for side in each["sides"])
    found = {side: ask(f"/system.json?centre={side}")["orbits"] for side in list(sides)[:_CENTRES]}
    sure = {side: orbits["reliability"] for side, orbits in found.items() if orbits}
    return max(sure, key=lambda side: (sure[side] is not None, sure[side] or 0.0), default=None)


def addresses(ask: Ask) -> dict[str, str]:
    """An address for every page of the table, each of something that shows much; by its path in the table.

    Of what the record does not hold, there is none.
    """
    found = {page.path: page.path for page in PAGES if not page.in_path}
    found |= {"/events": "/events?about=RUS", SEARCH: SEARCH, "/review": "/review?kind=same"}
    stories = ask("/index.json")["stories"]
    if stories:
        found["/stories/{id}"] = f"/stories/{stories[0]['id']}"
    event, dyad = disputed_event(ask), busiest_dyad(ask)
    if event:
        row = telling(event)
        copied = next((each["document"] for each in event["lineage"] if each["copy"]), row["document"])
        found["/events/{id}"] = f"/events/{event['id']}"
        found["/documents/{id}"] = f"/documents/{row['document']}#e-{row['telling']}"
        found["/documents/{id}/copies"] = f"/documents/{copied}/copies"
    if dyad:
        found["/dyad/{one}/{other}"] = "/dyad/{}/{}".format(*dyad)
        found["/brief"] = "/brief?about={}&with={}".format(*dyad)
    if _is_there(ask, "/imported/1.json"):
        found["/imported/{number}"] = "/imported/1"
    return found


def _is_there(ask: Ask, path: str) -> bool:
    try:
        ask(path)
    except urllib.error.HTTPError:
        return False
    return True
