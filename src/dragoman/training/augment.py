"""Variants of annotated items: the same act between other states, and without articles.

What a sentence says happens does not depend on which states it names. Swapping them keeps the model from
learning who usually does what to whom. Variants are drawn anew in every epoch and never stored.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from typing import cast

import msgspec

from dragoman.reading.annotation import Annotation
from dragoman.terms import EntityKind, Span
from dragoman.training.items import Item
from dragoman.world import NameSense, load

SWAPPED = 0.5  # share of items whose states are swapped
WITHOUT_ARTICLES = 0.12
_SENSES = (NameSense.NAME, NameSense.ADJECTIVE, NameSense.CAPITAL)
_ARTICLE = re.compile(r"\b(?:the|an?) ", re.IGNORECASE)

Change = tuple[int, int, str]  # from, to, the new words


def vary(item: Item, chance: random.Random) -> Item:
    """A variant of an item, or the item itself."""
    if chance.random() < SWAPPED:
        item = swap_states(item, chance)
    if chance.random() < WITHOUT_ARTICLES:
        item = replace(item, [(*found.span(), "") for found in _ARTICLE.finditer(item.text)])
    return item


def swap_states(item: Item, chance: random.Random) -> Item:
    """The item with each state it names exchanged for another, the same one everywhere."""
    pattern, senses = _surfaces()
    chosen: dict[str, str] = {}
    changes: list[Change] = []
    for found in pattern.finditer(item.text):
        state, sense = senses[found.group()]
        if state not in chosen:
            chosen[state] = chance.choice(
                [each for each in _names() if each != state and each not in chosen.values()]
            )
        words = _names()[chosen[state]].get(sense)
        if words is not None:
            changes.append((*found.span(), words))
    return replace(item, changes)


def replace(item: Item, changes: Sequence[Change]) -> Item:
    """The item with words exchanged; spans move along. Changes that would empty a span are left out."""
    spans = set(_all_spans(item))
    kept = [c for c in changes if c[2] or not any(c[0] <= s.start and s.end <= c[1] for s in spans)]
    text, position = "", 0
    for start, end, words in kept:
        text += item.text[position:start] + words
        position = end
    text += item.text[position:]
    moved = {span: Span(_moved(span.start, kept, False), _moved(span.end, kept, True)) for span in spans}
    return msgspec.structs.replace(_mapped(item, moved.__getitem__), text=text)


def _moved(offset: int, changes: Sequence[Change], is_end: bool) -> int:
    """Where an offset lies after the changes; inside a change it goes to its outer edge."""
    shift = 0
    for start, end, words in changes:
        if end <= offset:
            shift += len(words) - (end - start)
        elif start < offset:
            return start + shift + (len(words) if is_end else 0)
    return offset + shift


def _all_spans(annotation: Annotation) -> list[Span]:
    found: list[Span] = []

    def note(span: Span) -> Span:
        found.append(span)
        return span

    _mapped(annotation, note)
    return found


def _mapped(item: Item | Annotation, change: Callable[[Span], Span]) -> Item:
    """The record with every span changed, wherever it stands."""

    def walk(value: object) -> object:
        if isinstance(value, Span):
            return change(value)
        if isinstance(value, tuple):
            return tuple(walk(part) for part in value)
        if isinstance(value, msgspec.Struct):
            return msgspec.structs.replace(
                value, **{name: walk(getattr(value, name)) for name in value.__struct_fields__}
            )
        return value

    return cast("Item", walk(item))


@cache
def _names() -> dict[str, dict[NameSense, str]]:
    """The first name, adjective and capital of each state that has all three."""
    world = load()
    found: dict[str, dict[NameSense, str]] = defaultdict(dict)
    for name in world.names:
        entity = world.entities[name.entity]
        if entity.kind is EntityKind.STATE and name.sense in _SENSES and entity.exists.latest is None:
            found[entity.id].setdefault(name.sense, name.surface)
    return {state: names for state, names in found.items() if len(names) == len(_SENSES)}


@cache
def _surfaces() -> tuple[re.Pattern[str], dict[str, tuple[str, NameSense]]]:
    """A pattern of every surface that can be swapped, and what each stands for."""
    senses = {
        name.surface: (name.entity, name.sense)
        for name in reversed(load().names)
        if name.entity in _names() and name.sense in _SENSES and len(name.surface) > 2
    }
    longest_first = sorted(senses, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), senses
