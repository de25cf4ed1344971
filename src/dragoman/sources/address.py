"""Which machines may be asked for a page.

A page of the web must not make this program talk to machines that only its user can reach, so every name is
resolved first and the connection goes to the very address that was checked.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from queue import Empty, Queue

from dragoman.terms import UnreadableInput

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def resolve(host: str, port: int, deadline: float, *, allow_private: bool) -> str:
    """The address to connect to, in numbers; the deadline is one of `time.monotonic`.

    Spellings such as ``2130706433`` or ``0x7f.1`` are resolved as the system does and then judged.

    Raises:
        UnreadableInput: the name is unknown, or one of its addresses is not a public one.
        TimeoutError: nobody said until the deadline where the machine is.
    """
    addresses = _addresses(host, port, deadline)
    if not allow_private:
        for address in addresses:
            if not is_public(ipaddress.ip_address(address)):
                raise UnreadableInput(
                    f"{host} is a private address ({address}); allow private addresses to read it"
                )
    return addresses[0]


def is_public(address: IPAddress) -> bool:
    """Whether an address belongs to the open internet, whatever it is wrapped in."""
    inner = _wrapped(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified or _is_site_local(address)
    )


def _is_site_local(address: IPAddress) -> bool:
    """Whether it is of the block that IPv6 set aside for private networks at first (RFC 3879)."""
    return isinstance(address, ipaddress.IPv6Address) and address.is_site_local


def _wrapped(address: IPAddress) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _addresses(host: str, port: int, deadline: float) -> list[str]:
    """All addresses of a machine; the system's own look-up knows no deadline and is left to itself."""
    answer: Queue[list[str]] = Queue()
    threading.Thread(target=lambda: answer.put(_looked_up(host, port)), daemon=True).start()
    try:
        addresses = answer.get(timeout=max(0.0, deadline - time.monotonic()))
    except Empty:
        raise TimeoutError from None
    if not addresses:
        raise UnreadableInput(f"no machine called {host} was found")
    return addresses


def _looked_up(host: str, port: int) -> list[str]:
    try:
        return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        return []
