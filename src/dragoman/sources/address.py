"""Which machines may be asked for a page.

A page of the web must not make this program talk to machines that only its user can reach, so every name is
resolved first and the connection goes to the very address that was checked.
"""

from __future__ import annotations

import ipaddress
import socket

from dragoman.terms import UnreadableInput

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def resolve(host: str, port: int, *, allow_private: bool) -> str:
    """The address to connect to, in numbers.

    Spellings such as ``2130706433`` or ``0x7f.1`` are resolved as the system does and then judged.

    Raises:
        UnreadableInput: the name is unknown, or one of its addresses is not a public one.
    """
    addresses = _addresses(host, port)
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
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _wrapped(address: IPAddress) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnreadableInput(f"no machine called {host} was found") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses:
        raise UnreadableInput(f"no machine called {host} was found")
    return addresses
