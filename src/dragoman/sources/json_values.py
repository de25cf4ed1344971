"""JSON values taken one by one from a stream, with memory for one value only."""

from __future__ import annotations

import json
import re
from typing import TextIO

_BLANKS = re.compile(r"[ \t\r\n]*")
_CHUNK = 65_536
# The longest piece of JSON that can be cut in two without being a string: a \uXXXX escape or a word.
_LONGEST_PIECE = 16
# A character escaped as \uXXXX takes three times the room of its UTF-8 bytes; other fields need some too.
_ESCAPING = 3
_OTHER_FIELDS = 100_000


class BrokenJson(Exception):
    """What is there is no JSON value, in words for the user."""


class JsonValues:
    """A cursor over the values of a stream; no single one may have more than ``limit`` characters."""

    def __init__(self, stream: TextIO, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._window = ""
        self._at = 0
        self._decoder = json.JSONDecoder()

    def peek(self) -> str:
        """The next character that is not blank, or nothing at the end of the stream."""
        while True:
            blanks = _BLANKS.match(self._window, self._at)
            self._at = blanks.end() if blanks else self._at
            if self._at < len(self._window):
                return self._window[self._at]
            if not self._more():
                return ""

    def advance(self) -> None:
        """Step over the character that `peek` showed."""
        self._at += 1

    def take(self) -> object:
        """The value that begins here.

        Raises:
            BrokenJson: there is none, or it is longer than the limit.
        """
        self.peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._window, self._at)
            except (ValueError, RecursionError) as error:
                if not (self._is_cut(error) and self._more()):
                    raise BrokenJson(f"broken JSON: {explain(error)}") from None
                continue
            if end == len(self._window) and not isinstance(value, (dict, list)) and self._more():
                continue  # a number may go on in the next chunk
            self._at = end
            return value

    def _is_cut(self, error: Exception) -> bool:
        """Whether the error lies at the end of the window, so that more of the stream may cure it."""
        if not isinstance(error, json.JSONDecodeError):
            return False
        at_end = error.pos >= len(self._window) - _LONGEST_PIECE
        return at_end or error.msg.startswith("Unterminated string")

    def _more(self) -> bool:
        held = len(self._window) - self._at
        if held > self._limit:
            raise BrokenJson(f"one value has more than {self._limit:,} characters")
        chunk = self._stream.read(max(_CHUNK, held))
        self._window = self._window[self._at :] + chunk
        self._at = 0
        return bool(chunk)


def most_characters(max_bytes: int) -> int:
    """The most characters of JSON that an article of so many bytes can take."""
    return max_bytes * _ESCAPING + _OTHER_FIELDS


def explain(error: Exception) -> str:
    """What is wrong with the JSON, in a few words."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[0].lower()}{error.msg[1:]} at character {error.pos + 1}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
