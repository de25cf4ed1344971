"""Answers that no proper web server gives."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from dragoman.sources import SourceOptions, find
from dragoman.terms import Clipping, MediaType, Skip, SkipKind

OK = b"HTTP/1.1 200 OK\r\n"
PAGE = b"<html><body><p>The minister left.</p></body></html>"
NO_SERVER = "could not be fetched: the machine does not answer as a web server does"
BROKEN_OFF = "could not be fetched: the answer broke off"
UNPACKABLE = "could not be fetched: what was sent cannot be unpacked"
TOO_SLOW = "took longer than 0.5 seconds"


class _Machine:
    """Sends what it is told to whoever connects; ``drips`` is sent again and again until they hang up."""

    def __init__(self) -> None:
        self.answer = self.drips = b""
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}/"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                visitor, _ = self._door.accept()
            except OSError:
                return
            with visitor:
                self._talk_to(visitor)

    def _talk_to(self, visitor: socket.socket) -> None:
        try:
            visitor.recv(10_000)
            visitor.sendall(self.answer)
            while self.drips:
                visitor.sendall(self.drips)
                time.sleep(0.02)
        except OSError:
            return  # the visitor has gone

    def close(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()


@pytest.fixture(scope="module")
def machine() -> Iterator[_Machine]:
    """A machine on this one."""
    machine = _Machine()
    yield machine
    machine.close()


def _asked(machine: _Machine, answer: bytes, drips: bytes = b"") -> Clipping | Skip:
    machine.answer, machine.drips = answer, drips
    (found,) = find([machine.url], SourceOptions(allow_private=True, timeout_s=0.5 if drips else 5))
    machine.drips = b""
    return found


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"220 mail.example ESMTP\r\n", NO_SERVER),
        (b"", NO_SERVER),
        (PAGE, NO_SERVER),
        (b"HTTP/1.1 200 " + b"a" * 100_000, NO_SERVER),
        (OK + b"a: b\r\n" * 500 + b"\r\n", NO_SERVER),
        (OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + PAGE, BROKEN_OFF),
        (OK + b"Content-Length: 500\r\n\r\n" + PAGE, BROKEN_OFF),
        (OK + b"Content-Encoding: gzip\r\n\r\n" + PAGE, UNPACKABLE),
        (b"HTTP/1.1 404 \x1b[31mred\r\n\r\n", r"the server answered 404 \x1b[31mred"),
        (b"HTTP/1.1 302 x\r\nLocation: http://[::1\r\n\r\n", "could not be fetched: Invalid IPv6 URL"),
    ],
)  # fmt: skip
def test_broken_answers_fail_in_one_line(machine: _Machine, answer: bytes, reason: str) -> None:
    """Whatever talks there, the run goes on."""
    assert _asked(machine, answer) == Skip(machine.url, reason, SkipKind.FAILED)


@pytest.mark.parametrize(
    ("answer", "drips"),
    [
        (b"", b"H"),
        (OK, b"a"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (OK + b"\r\n" + PAGE, b" "),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"a: b\r\n"),
    ],
    ids=["status", "header", "promises", "page", "trailer"],
)
def test_no_part_of_an_answer_may_drip_for_ever(machine: _Machine, answer: bytes, drips: bytes) -> None:
    """The clock runs from beginning to end, and half a page is none."""
    started = time.monotonic()
    assert _asked(machine, answer, drips) == Skip(machine.url, TOO_SLOW, SkipKind.FAILED)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("packing", [b"gzip, gzip", b"br", b"zstd"])
def test_other_packings_are_left(machine: _Machine, packing: bytes) -> None:
    """A page packed twice can hold a million times its size."""
    found = _asked(machine, OK + b"Content-Encoding: " + packing + b"\r\n\r\n" + gzip.compress(PAGE))
    assert isinstance(found, Skip)
    assert found.reason == f"packed as {packing.decode()}; only gzip and deflate are read"


def test_a_long_word_of_the_server_is_cut(machine: _Machine) -> None:
    """A reason does not fill the screen."""
    found = _asked(machine, OK + b"Content-Type: " + b"x" * 50_000 + b"\r\n\r\n")
    assert isinstance(found, Skip)
    assert len(found.reason) < 500


def test_a_content_type_sent_twice_counts_once(machine: _Machine) -> None:
    """As browsers have it."""
    found = _asked(machine, OK + b"Content-Type: text/html\r\n" * 2 + b"\r\n" + PAGE)
    assert isinstance(found, Clipping)
    assert found.media_type is MediaType.HTML


def test_every_address_of_a_name_must_be_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """One private address among public ones is enough to refuse."""

    def look_up(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    (found,) = find(["http://mixed.example/"])
    assert isinstance(found, Skip)
    assert found.reason.startswith("mixed.example is a private address (10.0.0.1)")


def test_a_name_that_nobody_answers_for_takes_no_longer_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The look-up counts against the time of the page."""
    answered = threading.Event()

    def look_up(*_: object, **__: object) -> list[object]:
        answered.wait(3)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    (found,) = find(["http://slow.example/"], SourceOptions(timeout_s=0.2))
    answered.set()
    assert found == Skip("http://slow.example/", "took longer than 0.2 seconds", SkipKind.FAILED)
