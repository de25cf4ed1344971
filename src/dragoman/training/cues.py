"""The examples of PLOVER's cues as items: a sentence of ours for every way to name an act the tables know.

They widen the vocabulary of the corpus. Each was written for its cue, and the rule reader says where in it
the act, the actors and the recipients stand; everything else in them is left unsaid.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.reading import EventMark, RuleAnnotator
from dragoman.reading.neural.layout import SPAN_HEADS
from dragoman.training.items import Item, Style
from dragoman.world import plover

_GENRE, _REGION = "cue", "any"


def cue_items() -> Iterator[Item]:
    """One item for each cue whose example the rule reader reads as the table says, in the tables' order."""
    reader = RuleAnnotator()
    rows = plover.load().cues()
    annotations = reader.annotate([cue.example for _, cue in rows])
    for (event_type, cue), annotation in zip(rows, annotations, strict=True):
        events = annotation.events
        if event_type is None:
            if not events:
                yield _item(cue.example, None, is_alone=True)
            continue
        own = next((event for event in events if event.type is event_type), None)
        if own is not None:
            yield _item(cue.example, own, is_alone=len(events) == 1)


def _item(text: str, event: EventMark | None, *, is_alone: bool) -> Item:
    """An example with the one act it was written for."""
    marks = () if event is None else (msgspec.structs.replace(event, source=(), cue=None, confidence=1.0),)
    incomplete = tuple(name for name in SPAN_HEADS if name != "trigger" or not is_alone)
    return Item(
        text=text, style=Style.CLEAN, genre=_GENRE, region=_REGION, events=marks, incomplete=incomplete
    )
