"""The fields of an event: what is taken, why, and what else is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.faces import wording
from dragoman.faces.sheet import STANCES, EventSheet, speaker
from dragoman.record import Account, Agreement, Field, Stance
from dragoman.terms import Event, Mention, UnknownName
from dragoman.world import load
from dragoman.world.atlas import load_atlas

_TELLINGS = "#tellings"  # where who tells it stands on the page


class Value(msgspec.Struct, frozen=True):
    """A value that is taken.

    Attributes:
        entity: id of whom it is, if anybody known; their events can be asked for.
        why: which words, and why they mean this.
        link: the part of the page that it rests on.
    """

    value: str
    why: str = ""
    entity: str = ""
    link: str = ""


class Other(msgspec.Struct, frozen=True):
    """What else is said: ``how`` it stands to what is taken, and who says it."""

    how: str
    value: str
    says: str
    contradicts: bool


class FieldRow(msgspec.Struct, frozen=True):
    """A field.

    Attributes:
        weight: how many voices say what is taken; empty where only one is heard.
    """

    name: str
    taken: tuple[Value, ...]
    weight: str
    others: tuple[Other, ...]


def field_rows(sheet: EventSheet) -> tuple[FieldRow, ...]:
    """The rows, in the order in which people ask."""
    event = sheet.event
    by_field = {each.field: each for each in sheet.agreement}
    kind = f"{event.type.value} {event.mode}" if event.mode else event.type.value
    return (
        _row("who", by_field[Field.ACTORS], _people(event.actors), is_given=bool(event.actors)),
        _row("did", by_field[Field.TYPE], [Value(kind)]),
        _row(
            "to whom", by_field[Field.RECIPIENTS], _people(event.recipients), is_given=bool(event.recipients)
        ),
        _row("status", by_field[Field.STATUS], [Value(wording.status(event.status))]),
        _row("when", by_field[Field.WHEN], [Value(wording.days(event.when), wording.precision(event.when))]),
        _row("where", by_field[Field.WHERE], [_place(event.where)]),
        FieldRow("reported", (Value(wording.days(event.reported), link=_TELLINGS),), "", ()),
        FieldRow("said by", tuple(_speakers(sheet)), "", ()),
        FieldRow("outlets", (Value(", ".join(event.outlets) or "not named"),), "", ()),
        FieldRow("told by", (Value(wording.support(event), link=_TELLINGS),), "", ()),
        FieldRow("confidence", (_confidence(event),), "", ()),
    )


def _row(name: str, agreement: Agreement, taken: Sequence[Value], *, is_given: bool = True) -> FieldRow:
    if not agreement.accounts:
        return FieldRow(name, tuple(taken), "", ())
    first, *others = agreement.accounts
    if not is_given:  # the words that some reports have mean nobody known
        return FieldRow(name, tuple(taken), "", tuple(map(_other, agreement.accounts)))
    weight = ""
    if others:
        weight = wording.counted(first.weight, "voice") if first.weight else "only copies"
    return FieldRow(name, tuple(taken), weight, tuple(map(_other, others)))


def _other(account: Account) -> Other:
    names = list(dict.fromkeys(speaker(voice) for voice in account.voices))
    contradicts = account.stance is Stance.CONTRADICTING
    how = "also" if account.stance in (Stance.COMPATIBLE, Stance.AGREED) else STANCES[account.stance]
    return Other("but" if contradicts else how, account.value, wording.joined(names), contradicts)


def _people(mentions: Iterable[Mention]) -> list[Value]:
    return [_person(mention) for mention in mentions] or [Value("nobody named")]


def _person(mention: Mention) -> Value:
    known = load().entities.get(mention.entity or "")
    return Value(wording.name(mention), wording.why(mention).lstrip(",: "), known.id if known else "")


def _place(where: Mention | None) -> Value:
    """The place and what sort of place it is, which says how exactly it is known."""
    if where is None:
        return Value("no place named")
    try:
        kind = load_atlas().place(where.entity or "").kind.value
    except UnknownName:
        kind = "not on the map"
    return Value(wording.place(where), kind)


def _speakers(sheet: EventSheet) -> list[Value]:
    """Who in the texts says so, each once."""
    found: dict[str, Mention] = {}
    for telling in sheet.tellings:
        for said in telling.said_by:
            found.setdefault(wording.name(said.source), said.source)
    if not found:
        return [Value("nobody in the text; the report speaks in its own voice")]
    return [_person(mention) for mention in found.values()]


def _confidence(event: Event) -> Value:
    """How sure the reader was, and what that is made of; see `dragoman.record.account`."""
    if event.voices > 1:
        why = "how sure the reader was of all voices that do not contradict it; several make it surer"
    else:
        why = "how sure the reader was of the words; nobody else bears it out"
    return Value(f"{event.confidence:.2f} of 1", why, link=_TELLINGS)
