"""A saved mail, as newsletters and press services arrive."""

from __future__ import annotations

import email.policy
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr

from dragoman.sources.base import Found, Material, whole
from dragoman.sources.encoding import legible
from dragoman.sources.options import SourceOptions
from dragoman.terms import Clipping, MediaType, UnreadableInput

# What the standard parser is known to raise on malformed headers, besides its own errors.
_HEADER_ERRORS = (MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError)


class Mail:
    """The plain text of a mail, or its page when there is none; attachments are left out."""

    name = "mail"
    suffixes = (".eml",)

    def read(self, material: Material, options: SourceOptions) -> Iterator[Found]:
        message = _parsed(whole(material, options))
        part = _body(message)
        if part is None:
            raise UnreadableInput("a mail without text")
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            raise UnreadableInput("a mail without text")
        yield Clipping(
            material.origin,
            content,
            MediaType.HTML if part.get_content_subtype() == "html" else MediaType.TEXT,
            _charset(part),
            title=_header(message, "Subject"),
            outlet=_sender(message),
            published=_header(message, "Date"),
        )


def _parsed(content: bytes) -> Message:
    """The mail.

    Raises:
        UnreadableInput: its parts lie within each other by the hundreds.
    """
    try:
        return BytesParser(policy=email.policy.compat32).parsebytes(content)
    except RecursionError:
        raise UnreadableInput("a mail nested too deeply") from None


def _body(message: Message) -> Message | None:
    """The first part that is plain text, otherwise the first that is a page."""
    parts = list(_texts(message))
    for subtype in ("plain", "html"):
        for part in parts:
            if part.get_content_subtype() == subtype:
                return part
    return None


def _texts(message: Message) -> Iterator[Message]:
    """The parts that are text, in order, without attachments and what lies in them."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_disposition() == "attachment":
            continue
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]
        elif part.get_content_maintype() == "text":
            yield part


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except _HEADER_ERRORS:
        return None


def _header(message: Message, name: str) -> str | None:
    raw = message.get(name)
    if raw is None:
        return None
    try:
        decoded = str(make_header(decode_header(raw)))
    except _HEADER_ERRORS:
        decoded = str(raw)
    return legible(" ".join(decoded.split())) or None


def _sender(message: Message) -> str | None:
    """The name in ``From``; without one, the address's domain."""
    raw = _header(message, "From")
    if raw is None:
        return None
    try:
        name, address = parseaddr(raw)
    except _HEADER_ERRORS:
        return None
    return name or address.rpartition("@")[2] or None
