"""Task ``events``: the whole reading of documents against events found by hand.

Gold: a folder of JSON files, one a document: ``file`` names the text, ``events`` lists what two annotators
found. ``core`` events must be found; optional ones count neither as missed nor as wrong. A found event
matches a gold one when their evidence overlaps and the type or an actor agrees; matching is one to one,
best first. F1 values count a match as right when the type (the quad, the type and an actor) agrees too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman import pipeline, sources
from dragoman.evaluation.gold import read_folder
from dragoman.evaluation.metrics import Prf, match_one_to_one
from dragoman.terms import (
    Document,
    EntityKind,
    EventMention,
    EventType,
    GoldError,
    Interval,
    Mention,
    Skip,
    Span,
    Status,
    UnknownName,
)
from dragoman.world import load, plover

_EXPECTED = '{"file": "a.txt", "events": [{"types": ["CONSULT"], "evidence": ["..."], "core": true, ...}]}'
# Spellings of groups that annotators use for the same id.
_SAME_ID = {"WST": "WEST", "CAS": "CENTRAL_ASIA"}


_ARTICLES = frozenset({"the", "a", "an", "s"})


class EventScore(msgspec.Struct, frozen=True):
    """How well documents were read.

    Attributes:
        located_f1, type_f1, quad_f1, type_actor_f1: F1 of core events, ever stricter.
        precision, recall: of located events.
        status_acc: share of matched core events whose status is one that an annotator gave.
        said_by_acc: the same for who says so; nobody on both sides agrees.
        actor_acc: share of the participants of matched core events, named by the same words on both sides,
            that resolve to the id or the country of the gold.
        dated: share of matched core events with a gold date whose found date is known and overlaps it.
        found: events found; ``n`` core events.
    """

    located_f1: float
    type_f1: float
    quad_f1: float
    type_actor_f1: float
    precision: float
    recall: float
    status_acc: float
    said_by_acc: float
    actor_acc: float
    dated: float
    found: int
    documents: int
    n: int


class GoldActor(msgspec.Struct, frozen=True):
    """A participant as an annotator wrote it."""

    text: str = ""
    id: str | None = None
    country: str | None = None


class GoldEvent(msgspec.Struct, frozen=True):
    """An event found by hand; lists hold what either annotator accepted."""

    types: tuple[EventType, ...]
    status: tuple[Status, ...]
    evidence: tuple[str, ...]
    actors: tuple[GoldActor, ...] = ()
    actors_also: tuple[GoldActor, ...] = ()
    recipients: tuple[GoldActor, ...] = ()
    recipients_also: tuple[GoldActor, ...] = ()
    date: Interval = Interval()
    attributed_to: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()
    core: bool = True


class _GoldFile(msgspec.Struct, frozen=True):
    events: tuple[GoldEvent, ...]
    file: str


class _Judged(msgspec.Struct, frozen=True):
    """One document: what was found, what is expected, and which belong together."""

    found: tuple[EventMention, ...]
    gold: tuple[GoldEvent, ...]
    pairs: tuple[tuple[int, int], ...]
    text: str

    @property
    def core(self) -> list[tuple[EventMention, GoldEvent]]:
        """The matched core events."""
        return [(self.found[i], self.gold[j]) for i, j in self.pairs if self.gold[j].core]

    @property
    def counted(self) -> int:
        """Found events that are right or wrong: all but those that match an optional one."""
        return len(self.found) - sum(not self.gold[j].core for _, j in self.pairs)


def evaluate(paths: Sequence[Path], texts: Path) -> EventScore:
    """How well the documents behind the gold files are read.

    Args:
        paths: gold folders or files.
        texts: the folder with the documents the gold files name.

    Raises:
        GoldError: gold is not in the format above, or a document is missing or cannot be read.
    """
    judged = [
        _judge(gold, _document(texts / gold.file, path))
        for folder in paths
        for path, gold in read_folder(folder, _GoldFile, _EXPECTED)
    ]
    core = [pair for document in judged for pair in document.core]
    counted = sum(document.counted for document in judged)
    expected = sum(event.core for document in judged for event in document.gold)
    located = Prf.of(len(core), counted, expected)
    dates = [pair for pair in core if not pair[1].date.is_unknown]
    return EventScore(
        located_f1=located.f1,
        type_f1=Prf.of(sum(_type_agrees(*pair) for pair in core), counted, expected).f1,
        quad_f1=Prf.of(sum(_quad_agrees(*pair) for pair in core), counted, expected).f1,
        type_actor_f1=Prf.of(
            sum(_type_agrees(*pair) and _actor_agrees(*pair) for pair in core), counted, expected
        ).f1,
        precision=located.precision,
        recall=located.recall,
        status_acc=_share([found.status in gold.status for found, gold in core]),
        said_by_acc=_share([_said_by_agrees(found, gold) for found, gold in core]),
        actor_acc=_share([right for pair in core for right in _resolved(*pair)]),
        dated=_share([_date_agrees(found, gold) for found, gold in dates]),
        found=sum(len(document.found) for document in judged),
        documents=len(judged),
        n=expected,
    )


def _document(path: Path, gold: Path) -> Document:
    """The document a gold file names, read as `dragoman add` would."""
    for found in sources.find([path]):
        document = found if isinstance(found, Skip) else pipeline.prepared(found)
        if isinstance(document, Skip):
            raise GoldError(f"{gold} names {path}, which cannot be read: {document.reason}")
        return document
    raise GoldError(f"{gold} names {path}, which is not there; give the folder of the texts with --texts")


def _judge(gold: _GoldFile, document: Document) -> _Judged:
    found = pipeline.read_document(document).events
    places = [_places(event, document.text) for event in gold.events]
    scores = {
        (i, j): score
        for i, event in enumerate(found)
        for j, expected in enumerate(gold.events)
        if (score := _likeness(event, expected, places[j], document.text))
    }
    return _Judged(found, gold.events, tuple(match_one_to_one(scores)), document.text)


def _places(event: GoldEvent, words: str) -> tuple[Span, ...]:
    """Where the evidence stands; white space may differ."""
    spans = []
    for sentence in event.evidence:
        pattern = r"\s+".join(re.escape(part) for part in sentence.split())
        spans += [Span(*match.span()) for match in re.finditer(pattern, words)] if pattern else []
    return tuple(spans)


def _likeness(found: EventMention, gold: GoldEvent, places: Sequence[Span], words: str) -> float:
    """What a match is worth, 0 when the two cannot be the same; triggers break ties."""
    if not any(span.overlaps(place) for span in found.evidence for place in places):
        return 0.0
    type_agrees, actor_agrees = _type_agrees(found, gold), _actor_agrees(found, gold)
    if not (type_agrees or actor_agrees):
        return 0.0
    named = found.trigger.of(words).lower()
    same_words = any(named in trigger.lower() or trigger.lower() in named for trigger in gold.trigger)
    return 4.0 * type_agrees + 2.0 * actor_agrees + 1.0 * same_words + 0.5 * _quad_agrees(found, gold)


def _type_agrees(found: EventMention, gold: GoldEvent) -> bool:
    return found.type in gold.types


def _quad_agrees(found: EventMention, gold: GoldEvent) -> bool:
    return plover.quad(found.type) in {plover.quad(event_type) for event_type in gold.types}


def _actor_agrees(found: EventMention, gold: GoldEvent) -> bool:
    """An actor counts as right when its id or its country does; nobody on both sides agrees."""
    expected = (*gold.actors, *gold.actors_also)
    if not found.actors and not expected:
        return True
    return any(_is_same(mention, actor) for mention in found.actors for actor in expected)


def _resolved(found: EventMention, gold: GoldEvent) -> list[bool]:
    """For each participant that both name by the same words, whether it is the same one."""
    sides = (
        (found.actors, (*gold.actors, *gold.actors_also)),
        (found.recipients, (*gold.recipients, *gold.recipients_also)),
    )
    judged = []
    for mentions, expected in sides:
        for mention in mentions:
            same_words = [actor for actor in expected if _shares_words(mention.text, actor.text)]
            known = [actor for actor in same_words if actor.id or actor.country]
            if known:
                judged.append(any(_is_same(mention, actor) for actor in known))
    return judged


def _shares_words(one: str, other: str) -> bool:
    """Whether one names what the other does in the same words or a part of them."""
    first, second = (set(re.findall(r"\w+", words.lower())) - _ARTICLES for words in (one, other))
    return bool(first) and bool(second) and (first <= second or second <= first)


def _is_same(mention: Mention, actor: GoldActor) -> bool:
    by_id = mention.entity is not None and mention.entity == _SAME_ID.get(actor.id or "", actor.id)
    return by_id or (mention.country is not None and mention.country == actor.country)


def _said_by_agrees(found: EventMention, gold: GoldEvent) -> bool:
    """Nobody on both sides, a source whose words contain the other's, or the same person."""
    if not found.said_by or not gold.attributed_to:
        return not found.said_by and not gold.attributed_to
    return any(_is_source(said.source, written) for said in found.said_by for written in gold.attributed_to)


def _is_source(mention: Mention, written: str) -> bool:
    found, expected = mention.text.lower(), written.lower().removeprefix("the ")
    return bool(found) and (found in expected or expected in found or _is_person(mention, expected))


def _is_person(mention: Mention, written: str) -> bool:
    """Whether both are the same person of the world: "he" may stand for the president of the gold."""
    try:
        entity = load().resolve(written)
    except UnknownName:
        return False
    return entity.kind is EntityKind.PERSON and entity.id == mention.entity


def _date_agrees(found: EventMention, gold: GoldEvent) -> bool:
    return not found.when.is_unknown and found.when.overlaps(gold.date)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0
