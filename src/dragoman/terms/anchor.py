"""How a judgement names a telling, and what it changes about one."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Self

import msgspec

from dragoman.terms.errors import DragomanError, UnknownName
from dragoman.terms.interval import Interval
from dragoman.terms.plover import EventType, Status
from dragoman.terms.reading import EventMention
from dragoman.terms.span import Span

_WRITTEN = re.compile(r"([^\s@]+)@(\d{1,12})-(\d{1,12}):(\w+)", re.ASCII)
_FORM = "Expected DOCUMENTID@START-END:TYPE, such as 77aa01c2@120-123:CONSULT"
ADD = -1  # the position of a participant that the reader did not find


class Anchor(msgspec.Struct, frozen=True):
    """A telling by where it stands, so that it is found again when another reader gives it another id.

    Attributes:
        document: id of the document.
        start, end: the trigger's characters.
        type: what it was read as.
    """

    document: str
    start: int
    end: int
    type: EventType

    @classmethod
    def of(cls, mention: EventMention) -> Self:
        """The anchor of an event mention, as it was read."""
        return cls(mention.document, mention.trigger.start, mention.trigger.end, mention.type)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` wrote.

        Raises:
            DragomanError: the text is no anchor.
        """
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise DragomanError(f"{text!r} does not name a telling. {_FORM}.")
        document, start, end, kind = match[1], int(match[2]), int(match[3]), match[4]
        if end < start:
            raise DragomanError(f"{text!r} ends before it begins. {_FORM}.")
        return cls(document, start, end, _event_type(kind))

    @property
    def span(self) -> Span:
        """The trigger's characters."""
        return Span(self.start, self.end)

    def __str__(self) -> str:
        return f"{self.document}@{self.start}-{self.end}:{self.type.value}"


class EditField(StrEnum):
    """What of a telling a person may set."""

    ACTORS = "actors"
    RECIPIENTS = "recipients"
    TYPE = "type"
    MODE = "mode"
    STATUS = "status"
    WHEN = "when"
    WHERE = "where"


class Edit(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a judgement of the kind `EDIT` says; `str` writes it as JSON.

    Attributes:
        value: for participants id of an entity, or words when nobody known is meant, or ``None`` to take the
            participant out; for `MODE` ``None`` when there is none; for `WHEN` days as `Interval.parse` reads
            them; for `WHERE` id of a place of the atlas, or words, or ``None`` when no place is named.
        position: which of the participants the reader found, counted from 0; -1 adds one.
    """

    field: EditField
    value: str | None
    position: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an edit and make sure that it can be made.

        Raises:
            DragomanError: it is none, in words for whoever wrote it.
        """
        edit = cls(*_parts(text))
        _check_position(edit)
        if edit.value is not None and not edit.value.strip():
            raise DragomanError(f"the {edit.field} to set is empty. Expected words, or null for nothing.")
        _check_value(edit)
        return edit

    @property
    def interval(self) -> Interval:
        """The days of an edit of `WHEN`."""
        return Interval.parse(self.value or "/")

    @property
    def names_participant(self) -> bool:
        """Whether it is about one of those who act or receive."""
        return self.field in (EditField.ACTORS, EditField.RECIPIENTS)

    @property
    def slot(self) -> tuple[str | int | None, ...]:
        """What it sets; a later edit of the same telling that sets the same replaces it.

        Each participant is set by itself, and every addition stands beside the others.
        """
        added = (self.value,) if self.position == ADD else ()
        return (self.field, *(() if self.position is None else (self.position,)), *added)

    def __str__(self) -> str:
        return msgspec.json.encode(self).decode()


def _parts(text: str) -> tuple[EditField, str | None, int | None]:
    """The fields of an edit, each of the right sort."""
    example = 'Expected JSON such as {"field":"type","value":"CONSULT"}'
    try:
        found = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError):
        raise DragomanError(f"{text!r} is not an edit. {example}.") from None
    if not isinstance(found, dict) or not {"field", "value"} <= found.keys() <= set(Edit.__struct_fields__):
        raise DragomanError(f"{text!r} is not an edit. {example}, with a position for actors and recipients.")
    field, value, position = found["field"], found["value"], found.get("position")
    if field not in list(EditField):
        raise DragomanError(f"{field!r} cannot be edited. Expected one of {', '.join(EditField)}.")
    if not isinstance(value, str | None):
        raise DragomanError(f"the {field} to set is {value!r}. Expected words in quotes, or null.")
    if not isinstance(position, int | None) or isinstance(position, bool):
        raise DragomanError(f"{position!r} is not a position. Expected 0 or more, or {ADD} to add.")
    return EditField(field), value, position


def _check_position(edit: Edit) -> None:
    if not edit.names_participant:
        if edit.position is not None:
            raise DragomanError(
                f"a position was given for {edit.field}. Expected one for actors and recipients only."
            )
    elif edit.position is None or edit.position < ADD:
        raise DragomanError(
            f"which of the {edit.field} is meant was not given. Expected a position from 0, or {ADD} to add."
        )
    elif edit.position == ADD and edit.value is None:
        raise DragomanError(f"nobody was named to add to the {edit.field}. Expected an entity or words.")


def _check_value(edit: Edit) -> None:
    if edit.field in (EditField.TYPE, EditField.STATUS, EditField.WHEN) and edit.value is None:
        raise DragomanError(f"every telling has a {edit.field}. Expected one, not null.")
    if edit.field is EditField.TYPE:
        _event_type(edit.value or "")
    elif edit.field is EditField.STATUS and edit.value not in list(Status):
        raise DragomanError(f"unknown status {edit.value!r}. Expected one of {', '.join(Status)}.")
    elif edit.field is EditField.WHEN:
        _ = edit.interval


def _event_type(written: str) -> EventType:
    try:
        return EventType(written)
    except ValueError:
        raise UnknownName("event type", written, (), f"Expected one of {', '.join(EventType)}.") from None
