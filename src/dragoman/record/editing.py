"""An event mention with what people set in it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import msgspec

from dragoman.terms import (
    Edit,
    EditField,
    EntityKind,
    EventMention,
    EventType,
    Judgement,
    Mention,
    PlaceKind,
    Status,
    UnknownName,
)
from dragoman.terms.anchor import ADD
from dragoman.world import load, plover
from dragoman.world.atlas import load_atlas

CORRECTED = ", corrected by "  # stands in ``reader`` behind the name of who read it
_GOVERNMENT, _OF_BLOCS = "GOV", "IGO"

Edits = Sequence[tuple[Edit, Judgement]]
_Latest = dict[Hashable, tuple[Edit, Judgement]]


def fits(edit: Edit, mention: EventMention) -> bool:
    """Whether the mention has what the edit is to change."""
    if not edit.names_participant or is_corrected(mention):
        return True
    return (edit.position or 0) < len(_side(mention, edit.field))


def is_corrected(mention: EventMention) -> bool:
    """Whether people set something in it already."""
    return CORRECTED in mention.reader


def edited(mention: EventMention, edits: Edits) -> EventMention:
    """The mention with what the edits set, the later of two about one thing; its id stays."""
    if not edits or is_corrected(mention):
        return mention
    latest: _Latest = {edit.slot: (edit, judgement) for edit, judgement in edits}
    authors = sorted({judgement.author for _, judgement in latest.values()})
    changed = msgspec.structs.replace(
        mention,
        actors=_participants(mention, EditField.ACTORS, latest),
        recipients=_participants(mention, EditField.RECIPIENTS, latest),
        reader=f"{mention.reader}{CORRECTED}{' and '.join(authors)}",
    )
    return _with_act(_with_circumstances(changed, latest), latest)


def _participants(mention: EventMention, field: EditField, latest: _Latest) -> tuple[Mention, ...]:
    """One side of an act: those set or taken out at their places, those added behind them."""
    kept: list[Mention] = []
    for position, participant in enumerate(_side(mention, field)):
        edit, judgement = latest.get((field, position), (None, None))
        if edit is None or judgement is None:
            kept.append(participant)
        elif edit.value is not None:
            kept.append(_participant(edit.value, _reason(judgement), participant))
    added = [pair for pair in latest.values() if pair[0].field is field and pair[0].position == ADD]
    return (*kept, *(_participant(edit.value or "", _reason(judgement)) for edit, judgement in added))


def _participant(value: str, reason: str, read: Mention | None = None) -> Mention:
    """Who is meant; the words that the reader took for somebody else still name him."""
    entity = load().entities.get(value)
    if entity is None:
        return Mention(value, reason=reason)
    text, span = (read.text, read.span) if read else ("", None)
    sector = load().group_sector(entity, None)
    if entity.kind is EntityKind.STATE:  # "Russian troops" stay troops when they turn out to be Ukraine's
        sector = read.sector if read and read.sector not in (None, _OF_BLOCS) else _GOVERNMENT
    return Mention(text, entity.id, entity.country, sector, span, reason)


def _with_circumstances(mention: EventMention, latest: _Latest) -> EventMention:
    """Status, days and place as they were set."""
    status, when, where = (
        latest.get((field,)) for field in (EditField.STATUS, EditField.WHEN, EditField.WHERE)
    )
    if status is not None:
        mention = msgspec.structs.replace(mention, status=Status(status[0].value or ""))
    if when is not None:
        mention = msgspec.structs.replace(mention, when=when[0].interval)
    if where is not None:
        value = where[0].value
        place = None if value is None else _place(value, _reason(where[1]))
        mention = msgspec.structs.replace(mention, where=place)
    return mention


def _with_act(mention: EventMention, latest: _Latest) -> EventMention:
    """Type and mode as they were set; a mode that another type does not have goes."""
    type_, mode = latest.get((EditField.TYPE,)), latest.get((EditField.MODE,))
    if type_ is not None:
        mention = msgspec.structs.replace(mention, type=EventType(type_[0].value or ""))
        if mention.mode not in plover.load().modes(mention.type):
            mention = msgspec.structs.replace(mention, mode=None)
    return mention if mode is None else msgspec.structs.replace(mention, mode=mode[0].value)


def _place(value: str, reason: str) -> Mention:
    try:
        place = load_atlas().place(value)
    except UnknownName:
        return Mention(value, reason=reason)
    country = place.id if place.kind is PlaceKind.STATE else place.country
    return Mention(place.name, place.id, country, reason=reason)


def _side(mention: EventMention, field: EditField) -> tuple[Mention, ...]:
    return mention.actors if field is EditField.ACTORS else mention.recipients


def _reason(judgement: Judgement) -> str:
    return f"set by {judgement.author}, {judgement.at[:10]}"
