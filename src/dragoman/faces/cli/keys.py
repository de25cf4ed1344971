"""Single keys from the terminal, without Enter; the terminal is left as it was found."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

BACKSPACE = "\b"
END = ""  # nobody is there to press another one
_READ = 64  # bytes at once: a key that sends several comes whole
# Where these letters lie on a Russian keyboard
_SAME_KEY = str.maketrans("фчйут", "axqen")


class Keys(Protocol):
    """Where keys come from."""

    def key(self) -> str:
        """The next key as a small letter, `BACKSPACE`, or `END`; keys that type nothing are passed over."""
        ...

    def line(self, prompt: str) -> str:
        """A line of words, ended by Enter; empty when nothing was written."""
        ...


@contextmanager
def keys() -> Iterator[Keys]:
    """The keys of the terminal on standard input. Ctrl-C is `KeyboardInterrupt`, as everywhere."""
    if sys.platform == "win32":
        yield _WindowsKeys()
    else:
        import termios

        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        try:
            yield _PosixKeys(terminal)
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def pressed(typed: str) -> list[str]:
    """The keys of what a terminal sent: arrows and function keys, which begin with Escape, type nothing.

    >>> pressed("A\\x7f ")
    ['a', '\\x08', ' ']
    """
    if typed.startswith("\x1b"):
        return []
    return [
        BACKSPACE if key in ("\x7f", "\b") else key.lower().translate(_SAME_KEY)
        for key in typed
        if key.isprintable() or key in ("\x7f", "\b")
    ]


if sys.platform == "win32":
    import msvcrt

    class _WindowsKeys:
        """Keys of a Windows console."""

        def key(self) -> str:
            while True:
                typed = msvcrt.getwch()
                if typed == "\x03":
                    raise KeyboardInterrupt
                if typed in ("\x00", "\xe0"):
                    msvcrt.getwch()  # the second half of an arrow or function key
                elif found := pressed(typed):
                    return found[0]

        def line(self, prompt: str) -> str:
            return _line(prompt)

else:
    import termios
    import tty

    class _PosixKeys:
        """Keys of any other terminal."""

        def __init__(self, terminal: int) -> None:
            self._terminal = terminal
            self._before = termios.tcgetattr(terminal)
            self._decoder = codecs.getincrementaldecoder("utf-8")("ignore")
            self._waiting: list[str] = []
            tty.setcbreak(terminal)

        def key(self) -> str:
            while not self._waiting:
                sent = os.read(self._terminal, _READ)
                if sent in (b"", b"\x04"):
                    return END
                self._waiting = pressed(self._decoder.decode(sent))
            return self._waiting.pop(0)

        def line(self, prompt: str) -> str:
            self._waiting.clear()
            termios.tcsetattr(self._terminal, termios.TCSADRAIN, self._before)
            try:
                return _line(prompt)
            finally:
                tty.setcbreak(self._terminal)


def _line(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except EOFError:
        return ""
