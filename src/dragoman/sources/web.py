"""One page of the web."""

from __future__ import annotations

import time
from http.client import HTTPException
from urllib.parse import urljoin

from urllib3 import HTTPResponse
from urllib3.exceptions import DecodeError, HTTPError, ProtocolError

from dragoman.sources.address import resolve
from dragoman.sources.base import failed, too_large
from dragoman.sources.options import SourceOptions
from dragoman.sources.request import Call, Target, target_of
from dragoman.sources.sniff import is_page, is_text
from dragoman.terms import Clipping, MediaType, Skip, UnreadableInput

MOST_REDIRECTS = 5
MEDIA_TYPES = {
    "text/html": MediaType.HTML,
    "application/xhtml+xml": MediaType.HTML,
    "text/plain": MediaType.TEXT,
    "text/markdown": MediaType.MARKDOWN,
}
# Packed 1000:1, which is the most that gzip can do, one such chunk is still less than an article may be.
_CHUNK = 16_384
_PACKINGS = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))
_REDIRECTS = frozenset((301, 302, 303, 307, 308))


class _Unsupported(Exception):
    """The page is there, but it is nothing that can be read."""


def fetch(url: str, options: SourceOptions) -> Clipping | Skip:
    """The page at ``url``, or why it could not be had.

    Redirects are followed by hand, at most `MOST_REDIRECTS`, and each machine on the way is checked as
    `resolve` describes. ``options.timeout_s`` holds for all of them together.
    """
    deadline = time.monotonic() + options.timeout_s
    try:
        return _follow(url, options, deadline)
    except _Unsupported as error:
        return Skip(url, str(error))
    except UnreadableInput as error:
        return failed(url, str(error))
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if time.monotonic() >= deadline:
            return failed(url, f"took longer than {options.timeout_s:g} seconds")
        return failed(url, f"could not be fetched: {_in_words(error)}")


def _follow(url: str, options: SourceOptions, deadline: float) -> Clipping:
    at = url
    for _ in range(MOST_REDIRECTS + 1):
        target = target_of(at)
        address = resolve(target.host, target.port, deadline, allow_private=options.allow_private)
        with Call(target, address, deadline) as response:
            onward = _redirect(response, target)
            if onward is None:
                return _clipping(url, target, response, options, deadline)
            at = onward
    raise UnreadableInput(f"sent on more than {MOST_REDIRECTS} times")


def _redirect(response: HTTPResponse, target: Target) -> str | None:
    location = response.headers.get("Location")
    if response.status not in _REDIRECTS or not location:
        return None
    return urljoin(target.url, _repaired(location))


def _repaired(location: str) -> str:
    """Headers arrive as Latin-1; addresses in them are UTF-8 when they are not ASCII."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _clipping(
    origin: str, target: Target, response: HTTPResponse, options: SourceOptions, deadline: float
) -> Clipping:
    if response.status != 200:
        raise UnreadableInput(f"the server answered {response.status} {response.reason or ''}".rstrip())
    declared, charset = _content_type(response.headers.get("Content-Type", ""))
    if declared and declared not in MEDIA_TYPES:
        raise _Unsupported(f"{declared}; only pages and plain text are read")
    packing = response.headers.get("Content-Encoding", "").strip().casefold()
    if packing not in _PACKINGS:
        raise _Unsupported(f"packed as {packing}; only gzip and deflate are read")
    content = _body(response, options, deadline)
    if not content.strip():
        raise _Unsupported("empty")
    media_type = MEDIA_TYPES[declared] if declared else _sniffed(content)
    return Clipping(origin, content, media_type, charset, url=target.url)


def _body(response: HTTPResponse, options: SourceOptions, deadline: float) -> bytes:
    """All of the page.

    Raises:
        TimeoutError: the deadline has passed, at which the connection is cut and looks as if it had ended.
    """
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read1(_CHUNK, decode_content=True):
        chunks.append(chunk)
        size += len(chunk)
        if size > options.max_bytes:
            raise _Unsupported(too_large(options))
        if time.monotonic() >= deadline:
            break
    if time.monotonic() >= deadline:
        raise TimeoutError
    return b"".join(chunks)


def _content_type(header: str) -> tuple[str, str | None]:
    """Media type and charset of a ``Content-Type`` header; of one sent twice, the first."""
    kind, *parameters = (part.strip() for part in header.split(",")[0].split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().casefold() == "charset":
            return kind.casefold(), value.strip(" \"'") or None
    return kind.casefold(), None


def _sniffed(content: bytes) -> MediaType:
    """The media type of a page whose server did not say it."""
    if is_page(content[:4000]):
        return MediaType.HTML
    if is_text(content[:_CHUNK]):
        return MediaType.TEXT
    raise _Unsupported("neither a page nor plain text")


def _in_words(error: BaseException) -> str:
    """What the system said at the bottom of it, otherwise the library's words without its object names."""
    cause = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror[0].lower() + cause.strerror[1:]
    if isinstance(error, DecodeError):
        return "what was sent cannot be unpacked"
    if isinstance(error, ProtocolError):
        return "the answer broke off"
    if isinstance(error, HTTPException):
        return "the machine does not answer as a web server does"
    return str(error).rsplit(">: ", 1)[-1].rsplit("): ", 1)[-1] or type(error).__name__
