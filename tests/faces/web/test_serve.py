"""dragoman serve: what it refuses to do, and that it answers while others write."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

import dragoman
from dragoman.faces.cli.serve import bound, errors_shown, serve
from dragoman.faces.web.keeping.catalogues import Catalogues
from dragoman.faces.web.keeping.overview import Overviews
from dragoman.faces.web.keeping.watched import watched
from dragoman.faces.web.settings import is_loopback
from dragoman.terms import DragomanError
from tests.faces.samples import REPORT
from tests.faces.web.conftest import serving


def test_a_port_in_use_is_told(empty: Path) -> None:
    """In words, with what to do."""
    with bound("127.0.0.1", 0) as taken:
        taken.listen()
        with pytest.raises(DragomanError, match="another --port"):
            serve(empty, port=taken.getsockname()[1])


def test_what_breaks_behind_the_pages_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Once, with its traceback, on standard error; what is meant for the user or given up is not."""
    with errors_shown(), ThreadPoolExecutor(1) as thread:
        for error in (ZeroDivisionError("planted"), DragomanError("a word to the user")):
            watched(thread.submit(_raising, error))
        watched(Future()).cancel()
    shown = capsys.readouterr().err
    assert shown.count("ZeroDivisionError: planted") == shown.count("Traceback") == 1
    assert "a word to the user" not in shown


def _raising(error: Exception) -> None:
    raise error


def test_others_are_not_let_in_by_chance(tmp_path: Path) -> None:
    """Another host without a token ends at once, and no record is made on the way to the error."""
    with pytest.raises(DragomanError, match="--token"):
        serve(tmp_path / "new.dragoman", port=0, host="0.0.0.0")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("news", False),
    ],
)
def test_only_this_computer_is_loopback(host: str, expected: bool) -> None:
    """A name that only looks like it is not."""
    assert is_loopback(host) is expected


def test_many_ask_at_once_while_somebody_writes(empty: Path) -> None:
    """Each thread has a connection of its own; what was written is seen by all of them."""
    with serving(empty) as client, dragoman.open(empty) as record:
        record.add_text(REPORT, origin="a.txt", published="2022-10-15")
        with ThreadPoolExecutor(8) as pool:
            pages = list(pool.map(lambda _: client.get("/events.json").json(), range(24)))
        assert {page["portion"]["total"] for page in pages} == {record.summary().events}


def test_the_overview_follows_the_record(empty: Path) -> None:
    """It is kept while nothing changes, and made anew when something did."""
    catalogues = Catalogues(empty)
    overviews = Overviews(empty, catalogues)
    try:
        first = overviews.current()
        assert overviews.current() is first
        with dragoman.open(empty) as record:
            record.add_text(REPORT, origin="a.txt", published="2022-10-15")
        assert overviews.refreshed().summary.documents == 1
        assert overviews.current().summary.documents == 1
    finally:
        overviews.close()
        catalogues.close()


def test_a_filter_asked_again_sees_what_was_written(empty: Path) -> None:
    """What a thread remembers of a selection is forgotten when another program writes."""
    with serving(empty, readers=1) as client, dragoman.open(empty) as record:
        assert client.get("/events.json?about=KAZ").json()["portion"]["total"] == 0
        record.add_text(REPORT, origin="a.txt", published="2022-10-15")
        assert client.get("/events.json?about=KAZ").json()["portion"]["total"] > 0
