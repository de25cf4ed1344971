"""Pages of the web, from a server on this machine."""

from __future__ import annotations

import gzip
import ipaddress
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dragoman.sources import SourceOptions, find
from dragoman.sources.address import is_public
from dragoman.sources.request import target_of, user_agent
from dragoman.terms import Clipping, MediaType, Skip, SkipKind, UnreadableInput

PAGE = "<html><body><p>Министр прибыл в Ташкент.</p></body></html>"
OPEN = SourceOptions(allow_private=True, timeout_s=5)


class _Handler(BaseHTTPRequestHandler):
    """A newspaper with every fault a server can have."""

    def do_GET(self) -> None:
        name = self.path.strip("/").partition("?")[0]
        getattr(self, f"answer_{name}", self.answer_missing)()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""

    def _send(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def answer_page(self) -> None:
        self._send(200, PAGE.encode("cp1251"), Content_Type="text/html; charset=windows-1251")

    def answer_packed(self) -> None:
        self._send(200, gzip.compress(PAGE.encode()), Content_Type="text/html", Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        content = gzip.compress(b"<p>" + b" " * 50_000_000)
        self._send(200, content, Content_Type="text/html", Content_Encoding="gzip")

    def answer_agent(self) -> None:
        agent, host = self.headers["User-Agent"], self.headers["Host"]
        self._send(200, f"{agent} {host}".encode(), Content_Type="text/plain")

    def answer_untyped(self) -> None:
        self._send(200, PAGE.encode())

    def answer_paper(self) -> None:
        self._send(200, b"%PDF-1.7", Content_Type="application/pdf")

    def answer_nothing(self) -> None:
        self._send(200, b"", Content_Type="text/html")

    def answer_missing(self) -> None:
        self._send(404, b"no", Content_Type="text/html")

    def answer_moved(self) -> None:
        self._send(302, Location="/page?from=moved")

    def answer_circle(self) -> None:
        self._send(302, Location="/circle")

    def answer_away(self) -> None:
        self._send(302, Location="ftp://127.0.0.1/x")

    def answer_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b" ")
            time.sleep(0.1)

    def answer_silence(self) -> None:
        time.sleep(6)

    def answer_cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"<p>half")


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are part of the tests."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the newspaper."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _fetch(url: str, options: SourceOptions = OPEN) -> Clipping | Skip:
    (found,) = find([url], options)
    return found


def _skip(url: str, options: SourceOptions = OPEN) -> Skip:
    found = _fetch(url, options)
    assert isinstance(found, Skip), found
    return found


def test_a_page_comes_with_its_declared_charset(site: str) -> None:
    """Bytes stay bytes; what the server says about them goes along."""
    found = _fetch(f"{site}/page")
    assert isinstance(found, Clipping)
    assert (found.content, found.charset) == (PAGE.encode("cp1251"), "windows-1251")
    assert (found.origin, found.url, found.media_type) == (f"{site}/page", f"{site}/page", MediaType.HTML)


@pytest.mark.parametrize("name", ["packed", "untyped"])
def test_packed_and_untyped_pages_are_read(site: str, name: str) -> None:
    """Compression is undone; a page without a type is known by its look."""
    found = _fetch(f"{site}/{name}")
    assert isinstance(found, Clipping)
    assert (found.content, found.media_type) == (PAGE.encode(), MediaType.HTML)


def test_the_program_says_its_name(site: str) -> None:
    """Servers can see who asks, and are asked by their own name."""
    found = _fetch(f"{site}/agent")
    assert isinstance(found, Clipping)
    assert found.content.decode() == f"{user_agent()} {site.removeprefix('http://')}"
    assert user_agent().startswith("dragoman")


def test_redirects_are_followed(site: str) -> None:
    """The final address is the page's; the origin is the one asked for."""
    found = _fetch(f"{site}/moved")
    assert isinstance(found, Clipping)
    assert (found.origin, found.url) == (f"{site}/moved", f"{site}/page?from=moved")


@pytest.mark.parametrize(
    ("name", "reason", "kind"),
    [
        ("gone", "the server answered 404 Not Found", SkipKind.FAILED),
        ("circle", "sent on more than 5 times", SkipKind.FAILED),
        ("away", "ftp:// is not read; only http and https are", SkipKind.FAILED),
        ("paper", "application/pdf; only pages and plain text are read", SkipKind.UNSUPPORTED),
        ("nothing", "empty", SkipKind.UNSUPPORTED),
    ],
)
def test_what_cannot_be_had_is_one_clear_line(site: str, name: str, reason: str, kind: SkipKind) -> None:
    """Each fault of a server has its own words."""
    assert _skip(f"{site}/{name}") == Skip(f"{site}/{name}", reason, kind)


def test_an_answer_cut_short_fails(site: str) -> None:
    """Half an article is none."""
    assert _skip(f"{site}/cut").reason.startswith("could not be fetched")


def test_a_page_above_the_limit_is_left(site: str) -> None:
    """A small answer that unpacks to a large one is caught on the way."""
    options = SourceOptions(allow_private=True, max_bytes=100_000)
    assert _skip(f"{site}/bomb", options).reason.startswith("larger than 0.1 MB")


@pytest.mark.parametrize("name", ["drip", "silence"])
def test_a_slow_server_is_left(site: str, name: str) -> None:
    """Neither silence nor one byte at a time holds the run."""
    begun = time.monotonic()
    found = _skip(f"{site}/{name}", SourceOptions(allow_private=True, timeout_s=0.4))
    assert found.reason == "took longer than 0.4 seconds"
    assert time.monotonic() - begun < 5


def test_a_closed_door_is_one_line() -> None:
    """Nobody listens there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "refused" in _skip(f"http://127.0.0.1:{port}/").reason


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_refused_however_it_is_spelt(host: str) -> None:
    """Loopback needs leave."""
    found = _skip(f"http://{host}:9/x", SourceOptions())
    assert "is a private address" in found.reason or "no machine called" in found.reason
    assert found.kind is SkipKind.FAILED


def test_a_redirect_to_this_machine_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page cannot send the program to a private one."""
    asked: list[str] = []

    def public_once(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
        asked.append(str(address))
        return len(asked) == 1

    monkeypatch.setattr("dragoman.sources.address.is_public", public_once)
    found = _skip(f"{site}/moved", SourceOptions())
    assert found.reason == "127.0.0.1 is a private address (127.0.0.1); allow private addresses to read it"
    assert len(asked) == 2


def test_the_checked_address_is_the_one_connected_to(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that changes its address after the check gains nothing by it."""
    answers = iter(["127.0.0.1"])
    port = int(site.rpartition(":")[2])

    def resolve_once(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        address = host if host == "127.0.0.1" else next(answers)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve_once)
    found = _fetch(f"http://news.example:{port}/agent")
    assert isinstance(found, Clipping)
    assert found.content.decode().endswith(f"news.example:{port}")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("::10.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_only_the_open_internet_is_public(address: str, public: bool) -> None:
    """Wrapped addresses are judged by what is inside."""
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http://[",
        "http://a:b:c/",
        "http://u:p@a.example/",
        "gopher://a.example/",
        "http://a:99999/",
        "http://a:0/",
    ],
)
def test_odd_addresses_are_refused(url: str) -> None:
    """Nothing but plain http and https addresses."""
    with pytest.raises(UnreadableInput):
        target_of(url)


def test_foreign_letters_in_an_address_are_encoded() -> None:
    """Machine names by IDNA, paths in UTF-8; what is encoded already stays."""
    target = target_of("https://новости.example/мир/a%20b?q=é")
    assert target.host == "xn--b1amnebsh.example"
    assert target.path == "/%D0%BC%D0%B8%D1%80/a%20b?q=%C3%A9"


def _certificate(folder: Path, name: str) -> Path:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("making a certificate needs the openssl program")
    path = folder / "both.pem"
    subject = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    made = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject]
    subprocess.run([*made, "-keyout", path, "-out", folder / "cert.pem"], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + (folder / "cert.pem").read_bytes())
    return path


@pytest.mark.parametrize("name", ["localhost", "other.example"])
def test_certificates_are_checked_against_the_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection goes to a number, the certificate must still be the name's."""
    pem = _certificate(tmp_path, name)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        found = _fetch(f"https://localhost:{server.server_address[1]}/page")
        server.shutdown()
    assert isinstance(found, Clipping) is (name == "localhost"), found
