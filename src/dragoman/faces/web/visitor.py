"""Who asks: the name that somebody gave, remembered in a cookie. It is no login; the guard is the door."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote

from starlette.responses import Response

from dragoman.terms import DragomanError

COOKIE = "dragoman-name"
LONGEST = 80  # characters of a name
_YEAR_SECONDS = 365 * 24 * 3600
_NOBODY = "nobody is named who decides. Write your name beside the question; it is kept with every decision."


def name_in(cookies: Mapping[str, str]) -> str:
    """The name in the cookies of a request; empty when there is none, or none that could have been given."""
    try:
        return checked(unquote(cookies.get(COOKIE, ""), errors="strict"))
    except (DragomanError, UnicodeError):
        return ""


def checked(written: str) -> str:
    """A name as it is kept.

    Raises:
        DragomanError: nobody is named, or the name is none.
    """
    name = " ".join(written.split())
    if not name:
        raise DragomanError(_NOBODY)
    if len(name) > LONGEST or not name.isprintable():
        raise DragomanError(f"that is no name to decide under. Write at most {LONGEST} letters.")
    return name


def remember(response: Response, name: str) -> None:
    """Let the browser send the name along from now on."""
    response.set_cookie(COOKIE, quote(name), max_age=_YEAR_SECONDS, httponly=True, samesite="strict")
