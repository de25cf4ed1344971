"""Events in characters that every format can hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from dragoman.terms import Event


def sound(event: Event) -> Event:
    """The event; halves of characters in it, which no file in UTF-8 can hold, are U+FFFD.

    No text of a record has any; events that somebody made may.
    """
    try:
        msgspec.msgpack.encode(event)
    except UnicodeEncodeError:
        return msgspec.convert(_mended(msgspec.to_builtins(event, builtin_types=(date,))), Event)
    return event


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {key: _mended(each) for key, each in value.items()}
    return [_mended(each) for each in value] if isinstance(value, (list, tuple)) else value
