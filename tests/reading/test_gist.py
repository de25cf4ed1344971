"""Gists: what ships is intact, the same alone as in company, and close for tellings of one act."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from dragoman.reading import GistFinder
from dragoman.reading.gist.batch import DIMENSIONS, LONGEST, PlacedAct, ToldAct, batch, batches, placed
from dragoman.reading.gist.finder import FOLDER, WEIGHTS, as_bytes
from dragoman.reading.neural.model import CARD, TOKENIZER
from dragoman.reading.neural.model import FOLDER as READER_FOLDER
from dragoman.reading.neural.tokenizer import PieceTokenizer
from dragoman.terms import BrokenModel, Reading, Span
from tests.reading.readings import document, reader

LARGEST = 20_000_000
STRUCK = "Russian missiles struck a hospital in Kharkiv on Monday, killing four people."
HIT = "Four died when Russia hit a Kharkiv hospital with missiles, officials said."
MET = "The leaders of Kenya and Uganda met in Nairobi to talk about trade."
ACTS = ((STRUCK, "struck"), (HIT, "hit"), (MET, "met"), (STRUCK, "killing"), (MET, "talk"))


@cache
def finder() -> GistFinder:
    """One for all tests of this process."""
    return GistFinder.shipped(threads=1)


def act(sentence: str, words: str) -> ToldAct:
    """The first place of some words in a sentence."""
    start = sentence.index(words)
    return ToldAct(sentence, Span(start, start + len(words)))


def numbers(gists: list[bytes]) -> NDArray[np.int64]:
    """Gists as rows of numbers."""
    return np.array([np.frombuffer(gist, dtype=np.int8) for gist in gists]).astype(np.int64)


def closeness(one: bytes, other: bytes) -> float:
    """Cosine of two gists."""
    first, second = numbers([one, other])
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


def test_what_ships_is_small_and_intact() -> None:
    """Below the limit, and made for the reader's word pieces."""
    assert (FOLDER / WEIGHTS).stat().st_size <= LARGEST
    assert set(finder().card.hashes) == {WEIGHTS, TOKENIZER}
    assert finder().name.startswith("gist-")


@pytest.mark.parametrize("damage", ["nothing", "changed", "missing", "card", "tokenizer"])
def test_a_damaged_file_is_refused(tmp_path: Path, damage: str) -> None:
    """And the message says what to do."""
    tokenizer = tmp_path / TOKENIZER
    shutil.copyfile(READER_FOLDER / TOKENIZER, tokenizer)
    copy = tmp_path / "model"
    shutil.copytree(FOLDER, copy)
    if damage == "changed":
        data = bytearray((copy / WEIGHTS).read_bytes())
        data[len(data) // 2] ^= 1
        (copy / WEIGHTS).write_bytes(data)
    elif damage == "missing":
        (copy / WEIGHTS).unlink()
    elif damage == "card":
        (copy / CARD).write_text("{}")
    elif damage == "tokenizer":
        tokenizer.write_text("{}")
    else:
        assert GistFinder(copy, 1, tokenizer).name == finder().name
        return
    with pytest.raises(BrokenModel, match="Reinstall dragoman"):
        GistFinder(copy, 1, tokenizer)


def test_the_same_acts_have_the_same_gists() -> None:
    """Byte for byte, each of its dimensions a byte."""
    acts = [act(*one) for one in ACTS]
    found = finder().of(acts)
    assert found == finder().of(acts)
    assert {len(gist) for gist in found} == {DIMENSIONS}


def test_company_changes_a_gist_by_one_unit_at_most() -> None:
    """Whatever stands beside a sentence in its batch."""
    acts = [act(*one) for one in ACTS]
    together = numbers(finder().of(acts))
    alone = numbers([finder().of([one])[0] for one in acts])
    assert np.abs(together - alone).max() <= 1


def test_two_tellings_of_one_act_are_closer_than_two_acts() -> None:
    """In other words, beside another act and beside one of the same sentence."""
    struck, hit, met, killing, _ = finder().of([act(*one) for one in ACTS])
    assert closeness(struck, hit) > closeness(struck, met)
    assert closeness(struck, hit) > closeness(struck, killing)


def test_every_event_of_a_reading_has_a_gist() -> None:
    """By its id, one dictionary for each document in their order; nothing of nothing."""
    documents = [document(STRUCK), document("It rained."), document(MET, STRUCK)]
    readings = reader().read(documents)
    found = finder().gists(list(zip(documents, readings, strict=True)))
    assert [set(gists) for gists in found] == [{event.id for event in each.events} for each in readings]
    assert all(len(gist) == DIMENSIONS for gists in found for gist in gists.values())
    assert finder().gists([]) == []


def test_an_act_outside_its_evidence_has_no_gist() -> None:
    """Unknown stays unknown."""
    laid = document(STRUCK, MET)
    (event, *_) = reader().read([laid])[0].events
    elsewhere = msgspec.structs.replace(event, evidence=(laid.sentences[1],))
    moved = Reading(laid.id, "test", events=(elsewhere,))
    assert list(finder().gists([(laid, moved)])[0].values()) == [b""]
    assert finder().of([ToldAct("It rained.", Span(40, 45))]) == [b""]


def test_a_long_sentence_is_looked_at_around_the_act() -> None:
    """At most so many pieces; what the reader itself does not read has no gist."""
    near, far = (ToldAct("and " * n + "struck" + " and" * 150, Span(4 * n, 4 * n + 6)) for n in (100, 250))
    first, second = placed(PieceTokenizer(READER_FOLDER / TOKENIZER), [near, far])
    assert first is not None
    assert len(first.window) == LONGEST
    assert first.places == (LONGEST // 2,)
    assert second is None


def test_acts_of_one_sentence_share_a_pass() -> None:
    """And are in one batch, whose texts are of like length."""
    acts = [PlacedAct((101, *range(n), 102), (1,)) for n in (5, 90, 5, 6)] * 40
    groups = list(batches(acts))
    assert sorted(place for group in groups for place in group) == list(range(160))
    assert [batch([acts[place] for place in group]).ids.shape for group in groups] == [(3, 92)]
    assert batch(acts[:3]).rows.tolist() == [0, 1, 0]


def test_directions_fill_the_range_of_a_byte() -> None:
    """The largest number of each is at the end of the range; nothing stays nothing."""
    found = as_bytes(np.array([[0.5, -1.0], [0.0, 0.0], [3.0, 1.5]], dtype=np.float32))
    assert found.tolist() == [[64, -127], [0, 0], [127, 64]]
