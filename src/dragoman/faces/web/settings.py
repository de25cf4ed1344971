"""What the web face is started with."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from urllib.parse import urlencode

import msgspec

from dragoman.terms import DragomanError

PORT = 8521
LOOPBACK = "127.0.0.1"
_LOCAL_NAMES = frozenset({"localhost", LOOPBACK, "::1"})


class Settings(msgspec.Struct, frozen=True):
    """Where the record is, who may ask, and how much they may send.

    Attributes:
        record: the file.
        host, port: what to listen on.
        token: what visitors from elsewhere must show; empty when only this computer can ask.
        max_upload: bytes of one request that adds something.
        readers: threads that answer, each with a connection of its own.
        warm: whether to load, as the server starts, what the first pages need.
    """

    record: Path
    host: str = LOOPBACK
    port: int = PORT
    token: str = ""
    max_upload: int = 50_000_000
    readers: int = 4
    warm: bool = True

    def checked(self) -> Settings:
        """These, if nobody on the network is let in without a token.

        Raises:
            DragomanError: another host than loopback is meant, and there is no token or a short one.
        """
        if not is_loopback(self.host) and not self.token:
            raise DragomanError(
                f"{self.host} can be reached from other computers. Add --token with a word that only your "
                "visitors know, or leave --host out."
            )
        if self.token and len(self.token) < _SHORTEST_TOKEN:
            raise DragomanError(
                f"the token has {len(self.token)} characters and could be guessed. "
                f"Take at least {_SHORTEST_TOKEN}."
            )
        return self

    @property
    def address(self) -> str:
        """What to type into a browser on this computer, the token with it."""
        name = LOOPBACK if self.is_any_address else self.host
        place = f"http://{f'[{name}]' if ':' in name else name}:{self.port}/"
        return f"{place}?{urlencode({'token': self.token})}" if self.token else place

    @property
    def is_any_address(self) -> bool:
        """Whether it listens on every address of the computer, whatever they are."""
        return self.host in ("", "0.0.0.0", "::")  # noqa: S104 - only with a token, see `checked`

    def serves(self, name: str) -> bool:
        """Whether a ``Host`` header may call it so; a page of another name that leads here is an attack."""
        if name in _LOCAL_NAMES or name == self.host.casefold():
            return True
        return self.is_any_address and _is_address(name)


_SHORTEST_TOKEN = 12


def is_loopback(host: str) -> bool:
    """Whether only this computer reaches that host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_address(name: str) -> bool:
    """Whether it is a number, which no foreign name server can turn into another one."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
