"""What every request has to pass, and what every answer says to the browser.

| danger | what stands against it |
|---|---|
| a page elsewhere whose name was turned to this computer (DNS rebinding) | other names are not answered |
| a page elsewhere that sends a form here | what writes must come from a page of this server |
| a page elsewhere that makes this one work, by pictures and frames | from elsewhere only links lead here |
| somebody else on the network | a token, compared in constant time; then a cookie that is not the token |
| a text that holds a script | no inline script or style runs, and none from elsewhere |
| an upload without end | a limit on the bytes, counted as they come |
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.faces.web.settings import Settings
from dragoman.terms import DragomanError

_READS = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with that a browser says "Origin: null" of our own forms, and they would be refused.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_NO_PART = "Pages of other servers may lead to this one, and take nothing of it.\n"
_MONTH_SECONDS = 30 * 24 * 3600


class TooLargeError(DragomanError):
    """More was sent than may be."""


class Guard:
    """Stands before the application; see the module."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._cookie = f"dragoman-{settings.port}"  # cookies do not tell ports apart

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # nothing here speaks WebSocket
            await send({"type": "websocket.close", "code": 1008})
            return
        headers = Headers(scope=scope)
        refusal = self._stranger(headers) or self._cross_site(scope, headers) or self._token(scope, headers)
        answer: ASGIApp = refusal or self._app
        await answer(scope, self._counted(headers, receive), _with_headers(send))

    def _stranger(self, headers: Headers) -> Response | None:
        named = headers.getlist("host")
        if len(named) == 1 and self._settings.serves(_host(named[0])):
            return None
        return PlainTextResponse(
            "This address does not belong to Dragoman. Open the one that `dragoman serve` printed.\n", 421
        )

    def _cross_site(self, scope: Scope, headers: Headers) -> Response | None:
        """Refuse what another site sends to be written, or asks for to show within its own page."""
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        foreign_site = site is not None and site not in ("same-origin", "none")
        if scope["method"] in _READS:
            is_link = headers.get("sec-fetch-dest", "document") == "document"
            return None if is_link or not foreign_site else PlainTextResponse(_NO_PART, 403)
        foreign_page = origin is not None and urlsplit(origin).netloc.casefold() != headers["host"].casefold()
        if foreign_site or foreign_page:
            return PlainTextResponse("Only pages of this server may write to the record.\n", 403)
        return None

    def _token(self, scope: Scope, headers: Headers) -> Response | None:
        token = self._settings.token
        if not token:
            return None
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = next((value for name, value in query if name == "token"), None)
        if given is not None and scope["method"] in _READS:
            return self._enter(scope, query) if _same(given, token) else _locked()
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        if _same(bearer, token) or _same(_cookie(headers, self._cookie), _seal(token)):
            return None
        return _locked()

    def _enter(self, scope: Scope, query: list[tuple[str, str]]) -> Response:
        """Give the cookie, and lead to the same page without the token in its address."""
        left = urlencode([(name, value) for name, value in query if name != "token"])
        path = "/" + quote(scope["path"].lstrip("/\\"))  # two slashes would lead to another host
        response = RedirectResponse(f"{path}?{left}" if left else path, 303)
        response.set_cookie(
            self._cookie, _seal(self._settings.token), max_age=_MONTH_SECONDS, httponly=True, samesite="lax"
        )
        return response

    def _counted(self, headers: Headers, receive: Receive) -> Receive:
        """The body, up to the limit."""
        most = self._settings.max_upload
        words = f"more than {most / 1e6:g} MB was sent at once. Send less, or use `dragoman add`."
        announced = headers.get("content-length", "")
        came = 0

        async def counted() -> Message:
            nonlocal came
            if announced.isdecimal() and int(announced) > most:
                raise TooLargeError(words)
            message = await receive()
            came += len(message.get("body", b""))
            if came > most:
                raise TooLargeError(words)
            return message

        return counted


def _host(header: str) -> str:
    """The name in a ``Host`` header, without the port; empty when it is none."""
    try:
        return (urlsplit(f"//{header}").hostname or "").casefold()
    except ValueError:
        return ""


def _same(given: str, expected: str) -> bool:
    """Whether two words are equal, in a time that tells nothing of either, not even its length."""
    one, other = (sha256(word.encode(errors="replace")).digest() for word in (given, expected))
    return hmac.compare_digest(one, other)


def _seal(token: str) -> str:
    """What the cookie holds: who sees it cannot give the token to others."""
    return hmac.new(token.encode(), b"dragoman cookie", sha256).hexdigest()


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _locked() -> Response:
    words = "A token is needed. Open the address that `dragoman serve` printed, with ?token=... at its end.\n"
    return PlainTextResponse(words, 401, {"WWW-Authenticate": "Bearer"})


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "private, no-cache")
        await send(message)

    return sending
