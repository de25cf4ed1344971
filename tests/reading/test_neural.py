"""The trained model: what ships is intact, reads alone as in company, and says when it is broken."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading import MarkedPair, MarkedWord
from dragoman.reading.annotation import Annotation
from dragoman.reading.neural.decode import Output, Settings, decode, sigmoid, softmax
from dragoman.reading.neural.hints import ACTS, NAMES, SAYING, HintFinder
from dragoman.reading.neural.layout import MAX_TOKENS, Layout, Role
from dragoman.reading.neural.model import CARD, FOLDER, TOKENIZER, WEIGHTS, ReaderModel
from dragoman.reading.neural.tokenizer import PieceTokenizer
from dragoman.terms import BrokenModel, EventType, Span, Status

LARGEST = 26_000_000
TEXTS = (
    "Putin met Tokayev in Astana on Friday.",
    "Sudan expelled the Egyptian ambassador, the ministry said.",
    "The army denied that its planes had bombed the village.",
    "Police in Lima arrested twenty students.",
    "It rained.",
    "",
)


@cache
def model() -> ReaderModel:
    """One for all tests of this process."""
    return ReaderModel(threads=1)


def test_what_ships_is_small_and_intact() -> None:
    """Below the limit, and what the card says."""
    assert (FOLDER / WEIGHTS).stat().st_size <= LARGEST
    assert set(model().card.hashes) == {WEIGHTS, TOKENIZER}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Sudan expelled the Egyptian ambassador.", EventType.SANCTION),
        ("Rebels shelled the town of Goma.", EventType.ASSAULT),
        ("Police in Lima arrested twenty students.", EventType.COERCE),
    ],
)
def test_plain_sentences_are_read(text: str, event_type: EventType) -> None:
    """An act that nobody can mistake."""
    (annotation,) = model().annotate([text])
    assert event_type in [event.type for event in annotation.events]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=6))
def test_company_changes_nothing(texts: list[str]) -> None:
    """A sentence reads the same alone and in any batch."""
    alone = [model().annotate([text])[0] for text in texts]
    assert model().annotate(texts) == alone


@given(st.text(max_size=80))
@settings(max_examples=30, deadline=None)
def test_any_text_is_survived(text: str) -> None:
    """Spans lie inside it."""
    (annotation,) = model().annotate([text])
    for event in annotation.events:
        assert 0 <= event.trigger.start < event.trigger.end <= len(text)


def test_a_text_beyond_the_limit_is_read_as_far_as_it_goes() -> None:
    """Without an error."""
    text = "Chad attacked Mali. " * MAX_TOKENS
    assert model().annotate([text])[0].events
    far = Span(len(text) - 6, len(text) - 2)
    assert len(model().statuses([MarkedWord(text, far)])) == 1


def test_pairs_and_statuses_keep_their_order() -> None:
    """Whatever batches they went through."""
    pairs = [MarkedPair(text, Span(0, 5), None) for text in TEXTS[:4]]
    assert model().type_pairs(pairs)[::-1] == model().type_pairs(pairs[::-1])
    word = MarkedWord("Iran will never attack Iraq.", Span(16, 22))
    assert model().statuses([word])[0].of(*Status) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize("damage", ["changed", "missing", "card", "nothing"])
def test_a_broken_model_says_so(tmp_path: Path, damage: str) -> None:
    """And what to do; an untouched copy loads."""
    shutil.copytree(FOLDER, tmp_path / "model")
    copy = tmp_path / "model"
    if damage == "changed":
        data = bytearray((copy / WEIGHTS).read_bytes())
        data[len(data) // 2] ^= 1
        (copy / WEIGHTS).write_bytes(data)
    elif damage == "missing":
        (copy / TOKENIZER).unlink()
    elif damage == "card":
        (copy / CARD).write_text("{}")
    if damage == "nothing":
        assert ReaderModel(copy, threads=1).name == model().name
        return
    with pytest.raises(BrokenModel, match="Reinstall dragoman"):
        ReaderModel(copy, threads=1)


def test_hints_say_what_the_tables_know() -> None:
    """A cue, a false friend's absence, a state, an actor noun, reporting words."""
    text = "Sudan expelled the ambassador, Lavrov said."
    (pieces,) = PieceTokenizer(FOLDER / TOKENIZER).cut([text])
    hints = HintFinder().find(text, pieces)
    told = {text[pieces.starts[i] : pieces.ends[i]]: (hints.acts[i], hints.names[i]) for i in pieces.firsts}
    assert told["expelled"] == (1 + list(EventType).index(EventType.SANCTION), 0)
    assert told["said"] == (SAYING, 0)
    assert [told[word][1] for word in ("Sudan", "ambassador")] == [1, 7]
    assert hints.acts.max() < ACTS
    assert hints.names.max() < NAMES


def test_scores_decode_to_what_they_say() -> None:
    """Two words act, the third suffers, the second names the act."""
    layout = Layout.of_tables()
    text = "Chad attacked Mali"
    (pieces,) = PieceTokenizer(FOLDER / TOKENIZER).cut([text])
    size = len(pieces.ids)
    tags = np.full((size, layout.channels), -5.0, dtype=np.float32)
    for name in ("mention", "trigger", "source", "cue", "content", "time", "place"):
        tags[:, layout.heads[name].start] = 5.0
    chad, attacked, mali = (int(i) for i in pieces.firsts)
    for place, name in ((chad, "mention"), (mali, "mention"), (attacked, "trigger")):
        tags[place, layout.heads[name].start : layout.heads[name].start + 2] = (-5.0, 5.0)
    tags[attacked, layout.heads["type"].start + list(EventType).index(EventType.ASSAULT)] = 5.0
    tags[attacked, layout.heads["status"].start + list(Status).index(Status.DENIED)] = 5.0
    roles = np.full((len(Role), size, size), -5.0, dtype=np.float32)
    roles[Role.ACTOR, attacked, chad] = roles[Role.RECIPIENT, attacked, mali] = 5.0
    (event,) = decode(text, pieces, Output(tags, roles), layout, Settings()).events
    assert (event.type, event.status) == (EventType.ASSAULT, Status.DENIED)
    assert [span.of(text) for span in (*event.actors, event.trigger, *event.recipients)] == text.split()
    assert event.confidence > 0.9


def test_nothing_decodes_to_nothing() -> None:
    """A text without words."""
    (pieces,) = PieceTokenizer(FOLDER / TOKENIZER).cut([""])
    layout = Layout.of_tables()
    blank = Output(
        np.zeros((2, layout.channels), dtype=np.float32), np.zeros((len(Role), 2, 2), dtype=np.float32)
    )
    assert decode("", pieces, blank, layout, Settings()) == Annotation()


@given(st.lists(st.floats(-50, 50, width=32), min_size=1, max_size=8))
def test_softmax_shares_one(scores: list[float]) -> None:
    """And keeps the order; the logistic function lies between 0 and 1."""
    given_scores = np.array(scores, dtype=np.float32)
    shares = softmax(given_scores)
    assert float(shares.sum()) == pytest.approx(1.0, abs=1e-4)
    assert (
        int(shares.argmax()) == int(given_scores.argmax())
        or np.ptp(given_scores) < 1e-3
        or shares.max() == shares[given_scores.argmax()]
    )
    assert ((sigmoid(given_scores) >= 0) & (sigmoid(given_scores) <= 1)).all()
