"""One request to one checked address, with a clock that cannot be outwaited."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from urllib.parse import quote, urlsplit

import msgspec
from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection

from dragoman.terms import UnreadableInput

_PORTS = {"http": 80, "https": 443}
_CONNECT_S = 10.0
_SILENCE_S = 15.0
# Characters that may stand in the path and query of an address as they are.
_SAFE = "/%:@!$&'()*+,;=?~-._[]"


class Target(msgspec.Struct, frozen=True):
    """What to ask whom for."""

    url: str
    scheme: str
    host: str
    port: int
    path: str


def target_of(url: str) -> Target:
    """The parts of an address.

    Raises:
        UnreadableInput: it is not an http or https address, or carries a password.
    """
    try:
        parts = urlsplit(url.strip())
        port = _PORTS.get(parts.scheme) if parts.port is None else parts.port
        host = (parts.hostname or "").rstrip(".")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise UnreadableInput("not a proper address") from None
    if parts.scheme not in _PORTS:
        raise UnreadableInput(f"{parts.scheme}:// is not read; only http and https are")
    if not host:
        raise UnreadableInput("an address without a machine in it")
    if "@" in parts.netloc:
        raise UnreadableInput("an address with a user name in it; fetch the page yourself and give the file")
    if not port:
        raise UnreadableInput("not a proper address")
    path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_SAFE)
    return Target(url, parts.scheme, host, port, path)


class Call:
    """The answer to one GET, open for as long as the ``with`` block lasts.

    The connection goes to ``address``, whatever the name would resolve to by then; certificates are checked
    against the name. At the deadline the socket is shut from outside, so that a server that sends one byte
    at a time cannot hold the run.
    """

    def __init__(self, target: Target, address: str, deadline: float) -> None:
        self._target = target
        self._connection = _connection(target, address, deadline)
        self._clock = threading.Timer(max(0.0, deadline - time.monotonic()), self._hang_up)
        self._clock.daemon = True

    def __enter__(self) -> HTTPResponse:
        try:
            self._connection.connect()
            self._clock.start()
            self._silence_after(_SILENCE_S)
            self._connection.request(
                "GET", self._target.path, headers=_headers(self._target), preload_content=False
            )
            return self._connection.getresponse()
        except BaseException:
            self._close()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _silence_after(self, seconds: float) -> None:
        if self._connection.sock is not None:
            self._connection.sock.settimeout(seconds)

    def _hang_up(self) -> None:
        sock = self._connection.sock
        if sock is not None:
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # closed in the meantime, which is what was wanted

    def _close(self) -> None:
        self._clock.cancel()
        self._connection.close()


def _connection(target: Target, address: str, deadline: float) -> HTTPConnection:
    timeout = min(_CONNECT_S, max(0.001, deadline - time.monotonic()))
    if target.scheme == "http":
        return HTTPConnection(address, target.port, timeout=timeout)
    return HTTPSConnection(
        address,
        target.port,
        timeout=timeout,
        ssl_context=ssl.create_default_context(),
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def _headers(target: Target) -> dict[str, str]:
    host = f"[{target.host}]" if ":" in target.host else target.host
    if target.port != _PORTS[target.scheme]:
        host = f"{host}:{target.port}"
    return {
        "Host": host,
        "User-Agent": user_agent(),
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
        "Accept-Encoding": "gzip, deflate",
    }


@cache
def user_agent() -> str:
    """What this program calls itself to servers, so that they can refuse it by name."""
    try:
        return f"dragoman/{version('dragoman')}"
    except PackageNotFoundError:
        return "dragoman"
