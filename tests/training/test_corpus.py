"""The corpus is as varied as it is said to be, and its spans hold."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from dragoman.terms import EventType, Span, Status
from dragoman.training.items import Item, Style, read_items

CORPUS = Path(__file__).parents[2] / "training" / "corpus"
SECOND = CORPUS.parent / "second"


@cache
def items() -> list[Item]:
    """Every text of the corpus."""
    return list(read_items(sorted(CORPUS.glob("*.jsonl"))))


def test_there_are_enough_texts_and_no_text_twice() -> None:
    """Five thousand are the least."""
    texts = [" ".join(item.text.lower().split()) for item in items()]
    assert len(texts) >= 5_000
    assert len(set(texts)) == len(texts)


def test_a_fifth_holds_no_event_and_a_quarter_is_broken_english() -> None:
    """Sport, business, moods; machine translation."""
    quiet = sum(not item.events for item in items())
    broken = sum(item.style is Style.MT for item in items())
    assert quiet >= len(items()) / 5
    assert broken >= len(items()) / 4


def test_every_type_status_and_many_regions_occur() -> None:
    """None of them rarely."""
    types = Counter(event.type for item in items() for event in item.events)
    statuses = Counter(event.status for item in items() for event in item.events)
    assert min(types[each] for each in EventType) >= 300
    assert min(statuses[each] for each in Status) >= 500
    assert len({item.region for item in items()}) >= 100


def test_spans_lie_in_their_texts() -> None:
    """And begin and end with a word or a mark, never with a blank."""
    for item in items():
        marked = [span for event in item.events for span in (event.trigger, *event.actors, *event.recipients)]
        marked += [span for said in item.attributions for span in (*said.source, *said.cue, *said.content)]
        for span in marked:
            assert 0 <= span.start < span.end <= len(item.text)
            assert span == _trimmed(span, item.text)


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def test_a_tenth_was_annotated_twice() -> None:
    """By somebody who did not see the first answers."""
    twice = {item.text for item in read_items(sorted(SECOND.glob("*.jsonl")))}
    assert twice <= {item.text for item in items()}
    assert len(twice) >= len(items()) / 10
