"""Items as arrays."""

from __future__ import annotations

from functools import cache

import numpy as np

from dragoman.reading.neural.hints import Hints
from dragoman.reading.neural.layout import SPAN_HEADS, STATUSES, TYPES, Layout, Role
from dragoman.reading.neural.model import FOLDER, TOKENIZER
from dragoman.reading.neural.tokenizer import PieceTokenizer
from dragoman.terms import EventType, Status
from dragoman.training.labels import IGNORED, Example, example, pairs
from tests.training import samples


@cache
def _examples() -> list[Example]:
    items = samples.items()
    layout = Layout.of_tables()
    cut = PieceTokenizer(FOLDER / TOKENIZER).cut([item.text for item in items])
    silent = [Hints(*np.zeros((2, len(pieces.ids)), dtype=np.int64)) for pieces in cut]
    return [example(*given, layout) for given in zip(items, cut, silent, strict=True)]


def _words(number: int, head: str) -> list[str]:
    """The words a span head is to find."""
    found, text = _examples()[number], samples.items()[number].text
    row = found.spans[SPAN_HEADS.index(head)]
    starts = [i for i, label in enumerate(row) if label == 1]
    ends = [next((j for j in range(i + 1, len(row)) if row[j] != 2), len(row)) for i in starts]
    return [
        text[found.pieces.starts[i] : found.pieces.ends[j - 1]] for i, j in zip(starts, ends, strict=True)
    ]


def test_span_heads_find_what_was_marked() -> None:
    """Triggers, mentions with sources, times, places."""
    assert _words(0, "trigger") == ["shelled"]
    assert _words(0, "mention") == ["Chad army", "villages of Mali", "ministry"]
    assert (_words(0, "time"), _words(0, "place"), _words(0, "cue")) == (["on Friday"], ["Gao"], ["said"])


def test_labels_stand_at_the_words_that_name_acts() -> None:
    """Type and status at triggers, status alone at other predicates and at reporting verbs."""
    refusal, quiet = _examples()[1], _examples()[3]
    assert [TYPES[t] for t in refusal.types if t != IGNORED] == [EventType.REJECT, EventType.COOPERATE]
    told = [STATUSES[s] for s in quiet.statuses if s != IGNORED]
    assert told == [Status.HAPPENED, Status.POSSIBLE]
    assert all(t == IGNORED for t in quiet.types)
    assert sum(s != IGNORED for s in _examples()[0].statuses) == 2


def test_only_the_first_act_is_the_main_one() -> None:
    """The order is the annotator's."""
    mains = [main for main in _examples()[1].mains if main != IGNORED]
    assert mains == [1, 0]


def test_said_by_links_the_act_to_the_speaker() -> None:
    """Through the attribution that holds it."""
    found = _examples()[0]
    said = [(row, column) for role, row, column in found.roles if role == Role.SAID_BY]
    text = samples.items()[0].text
    words = [text[found.pieces.starts[column] : found.pieces.ends[column]] for _, column in said]
    assert words == ["the", "ministry"]


def test_pairs_take_the_outermost_act() -> None:
    """And parties of one act stand to each other both ways."""
    refusal, talks = samples.items()[1], samples.items()[2]
    assert [(pair.type, pair.trigger) for pair in pairs(refusal.events)] == [
        (EventType.REJECT, refusal.events[0].trigger)
    ]
    assert len(pairs(talks.events)) == 2
