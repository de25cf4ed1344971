"""Which sentences speak for a movement or an alarm: a few, each of another report, the plainest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from dragoman import modelling
from dragoman.modelling import Evidence
from dragoman.store import CodedRow, Store
from dragoman.system.ledger import COUNTED, Ledger
from dragoman.system.model import Model
from dragoman.terms import Alert, Event, Movement, Rise, Status
from dragoman.world import plover

SPOKEN = 3  # sentences
_LOOKED_AT = 60  # events that are weighed against each other; of more those of most outlets
_COOPERATION, _CONFLICT = (0, 1), (2, 3)  # quad categories as a ledger has them
_MATERIAL = (1, 3)
_SAID = (Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR)
_DEEDS = (plover.Quad.MATERIAL_COOPERATION, plover.Quad.MATERIAL_CONFLICT)
_QUOTES = "\"'“”„‟«»‹›‘’‚"


class Grounds(NamedTuple):
    """What a movement or an alarm rests on: the rows that speak for it, and all others of its time."""

    telling: Ledger
    others: Ledger


def grounds(model: Model, found: Movement | Alert) -> Grounds:
    """The grounds of a movement or an alarm; where nothing speaks for it, all it rests on does."""
    between = model.ledger.between(*found.sides)
    if isinstance(found, Alert):
        statuses = _SAID if found.what is Rise.TALK else COUNTED
        rows = _within(between.with_status(statuses), found.week, found.week + timedelta(days=6))
        quads = _CONFLICT if found.what is Rise.CONFLICT else (*_COOPERATION, *_CONFLICT)
    else:
        rows = _within(between.with_status(COUNTED), found.since, model.at)
        quads = _COOPERATION if found.closer > 0.5 else _CONFLICT
    telling = np.isin(rows.quad, quads)
    return Grounds(rows.where(telling), rows.where(~telling) if telling.any() else rows)


def spoken(store: Store, found: Grounds, most: int = SPOKEN) -> tuple[Evidence, ...]:
    """The events whose sentences speak best, no two of them of one report or in the same words.

    What the report says itself comes before what it quotes, what names both sides before what only means
    them, deeds before words, what more outlets have before the rest, the latest first. A sentence that is
    all quotation, or that tells of cooperation and of conflict alike, is taken only where there is no other.
    Imported rows have no sentence and come last.
    """
    telling, others = (_loaded(store, rows) for rows in found)
    if not telling:
        telling, others = others, ()
    against = {_words(each) for each in others if isinstance(each, Event)}
    read = _once_told(each for each in telling if isinstance(each, Event))
    plain = [each for each in read if not _is_quotation(each) and _words(each) not in against]
    brought = sorted((each for each in telling if isinstance(each, CodedRow)), key=_row_rank)
    kept: list[Evidence] = list(_apart(sorted(plain or ([] if brought else read), key=_rank), most))
    return (*kept, *_of_other_reports(brought)[: most - len(kept)])


def _loaded(store: Store, rows: Ledger) -> tuple[Evidence, ...]:
    """The events and imported rows that most outlets have."""
    order = np.lexsort((rows.event, -rows.first, ~np.isin(rows.quad, _MATERIAL), -rows.outlets))
    first = np.sort(np.unique(rows.number[order], return_index=True)[1])[:_LOOKED_AT]
    return modelling.evidence(store, rows.where(order[first]))


def _within(rows: Ledger, since: date, until: date) -> Ledger:
    return rows.where((rows.last >= since.toordinal()) & (rows.first <= until.toordinal()))


def _is_quotation(event: Event) -> bool:
    return event.sentence.strip()[:1] in _QUOTES


def _words(event: Event) -> str:
    return " ".join(event.sentence.split()).strip(_QUOTES).casefold()


def _once_told(events: Iterable[Event]) -> list[Event]:
    """Of several acts in one sentence the one that most documents tell: the others may be misread in it."""
    best: dict[str, Event] = {}
    for event in events:
        known = best.setdefault(_words(event), event)
        if _sure(event) > _sure(known):
            best[_words(event)] = event
    return list(best.values())


def _sure(event: Event) -> tuple[float, ...]:
    return len(event.documents), event.voices, event.confidence, -len(event.actors) - len(event.recipients)


def _rank(event: Event) -> tuple[object, ...]:
    day = event.when.earliest or event.reported.earliest or date.min
    return (
        bool(event.said_by),
        not all(each.text and each.text in event.sentence for each in (*event.actors, *event.recipients)),
        plover.quad(event.type) not in _DEEDS,
        -len(event.outlets),
        -event.reports,
        -day.toordinal(),
        event.id,
    )


def _apart(events: Iterable[Event], most: int) -> list[Event]:
    """The first of them, no two of which stand in one document."""
    kept: list[Event] = []
    taken: set[str] = set()
    for event in events:
        if len(kept) < most and taken.isdisjoint(event.documents):
            kept.append(event)
            taken.update(event.documents)
    return kept


def _row_rank(row: CodedRow) -> tuple[object, ...]:
    day = row.day.earliest or date.min
    return plover.quad(row.type) not in _DEEDS, -row.outlets, -row.reports, -day.toordinal(), row.number


def _of_other_reports(rows: Iterable[CodedRow]) -> list[CodedRow]:
    """The first row of each article."""
    found: dict[str | int, CodedRow] = {}
    for row in rows:
        found.setdefault(row.url or row.number, row)
    return list(found.values())
