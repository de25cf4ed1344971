"""What an action is: what is no page, as sending something in, and watching what becomes of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response


class Action(msgspec.Struct, frozen=True):
    """A row of the table of routes.

    Attributes:
        gives: the record its JSON holds; ``None`` for a file that holds no JSON of ours.
        says: what it does, for the OpenAPI document.
        takes: the form that is sent, of a GET what stands in the address; ``None`` for the form of
            `actions.adding.add_to_record`.
        media: what a GET answers with.
    """

    path: str
    method: Literal["GET", "POST"]
    answer: Callable[[Request], Awaitable[Response]]
    gives: type[msgspec.Struct] | None
    says: str
    takes: type[msgspec.Struct] | None = None
    media: str = "text/event-stream"
