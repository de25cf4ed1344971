"""Fitting the weights of the merging on a handful of stories, without the reader and without its weights."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import pipeline, text
from dragoman.corpus import reports
from dragoman.record.features import AGAINST, FEATURES, OF_WORDS
from dragoman.record.likeness import Weights, weights
from dragoman.record.trace import Trace
from dragoman.terms import Clipping, Document, EventMention, EventType, Mention, Reading, Span
from dragoman.training import likeness_fit
from dragoman.training.likeness_fit import Sample, corpus_sample, fit, mark_sample, story_sample
from tests.piles import gist
from tests.record.traces import traces

STORY = (
    '{"group": "e-%02d", "tellings": ['
    '{"story": "a", "outlet": "A", "published": "2024-05-01",'
    ' "text": "Russian troops [[a1|shelled]] a depot in %s on Tuesday. Kazakhstan [[a2|sent]] flour."},'
    '{"story": "a", "outlet": "B", "published": "2024-05-02",'
    ' "text": "The depot of %s was [[a1|shelled]] by Russian troops. Nobody [[a3|sent]] any help."}]}'
)
TOWNS = ("Gao", "Lima", "Oslo", "Bonn", "Baku", "Doha", "Cork")
TYPES = {"shelled": EventType.ASSAULT, "sent": EventType.AID}


class Gists:
    """A shelling points as its town does, everything else as its text."""

    def gists(self, read: Sequence[tuple[Document, Reading]]) -> list[dict[str, bytes]]:
        return [
            {each.id: self._gist(document, each) for each in reading.events} for document, reading in read
        ]

    @staticmethod
    def _gist(document: Document, mention: EventMention) -> bytes:
        towns = [town for town in TOWNS if town in document.text]
        if mention.trigger.of(document.text) == "shelled" and towns:
            return gist(TOWNS.index(towns[0]) + 1)
        return gist(zlib.crc32(document.text.encode()))


def read(document: Document) -> Reading:
    """What a reader finds that knows two verbs."""
    found = []
    for number, match in enumerate(re.finditer("|".join(TYPES), document.text)):
        span = Span(match.start(), match.end())
        evidence = tuple(sentence for sentence in document.sentences if sentence.contains(span))
        id, russia = f"{document.id}-{number}", Mention("Russian troops", "RUS", "RUS", "MIL")
        found.append(EventMention(id, document.id, TYPES[match[0]], (russia,), (), span, evidence))
    return Reading(document.id, "verbs", events=tuple(found))


def read_with_gists(documents: Sequence[Document]) -> tuple[list[Reading], list[dict[str, bytes]]]:
    """The same with gists."""
    readings = [read(document) for document in documents]
    return readings, Gists().gists(list(zip(documents, readings, strict=True)))


@pytest.fixture(autouse=True)
def _stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "gist_finder", Gists)
    monkeypatch.setattr(pipeline, "prepared", text.prepare)
    monkeypatch.setattr(pipeline, "read_document", read)
    monkeypatch.setattr(pipeline, "read_with_gists", read_with_gists)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Groups of stories, all of which measure but one."""
    lines = [STORY % (5 * number, town, town) for number, town in enumerate(TOWNS)]
    (tmp_path / "e.jsonl").write_text("\n".join([*lines, STORY % (1, "Gao", "Gao")]))
    return tmp_path


def test_weights_are_fitted_and_written(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For every feature one that fits its explanation; told is how good they are on what was left out."""
    monkeypatch.setattr(likeness_fit, "corpus_sample", lambda name, is_read: story_sample(folder))
    target, told = tmp_path_factory.mktemp("weights"), list[str]()
    measured = fit(folder, target, told.append)
    found = msgspec.json.decode((target / "likeness.json").read_bytes(), type=Weights)
    assert set(found.weights) == {feature.__name__ for feature in FEATURES}
    assert set(found.words) == {feature.__name__ for feature in OF_WORDS}
    for feature in FEATURES:
        assert found.weights[feature.__name__] * (-1 if feature in AGAINST else 1) >= 0
    assert [each.name for each in measured][-1] == "marks"
    assert found.fitted["left_out"] == [msgspec.to_builtins(each) for each in measured]
    assert all(0 <= share <= 1 for each in measured for share in (each.precision, each.recall))
    assert measured[0].average_precision > 0.9  # the one deed told twice is easy
    assert told[-1] == "fitting"


def test_the_weights_that_ship_were_fitted_so() -> None:
    """None of them speaks against its explanation; what they are worth stands beside them."""
    for feature in FEATURES:
        assert weights().weights[feature.__name__] * (-1 if feature in AGAINST else 1) >= 0
    assert weights().fitted["left_out"]


def test_stories_are_samples(folder: Path) -> None:
    """Acts that were read at a mark have its event; a group that the gists learned on is left out."""
    sample = story_sample(folder)
    assert len(sample.tellings) == 4 * len(TOWNS)
    assert sample.events[:4] == ["e-00:a1", "e-00:a2", "e-00:a1", "e-00:a3"]
    assert not any(event.startswith("e-01") for event in sample.events)
    folds = {event[:4]: fold for event, fold in zip(sample.events, sample.folds, strict=True)}
    assert sorted(folds.values()) == [0, 0, 1, 1, 2, 3, 4]


def test_marks_are_samples_by_their_words(folder: Path) -> None:
    """Nobody has read who takes part."""
    sample = mark_sample(folder)
    assert len(sample.tellings) == 4 * len(TOWNS)
    assert {trace.sides for trace in sample.tellings} == {()}
    assert {trace.act for trace in sample.tellings} == {("shell",), ("sent",)}


@pytest.mark.parametrize("is_read", [False, True])
def test_the_bundled_corpus_is_a_sample(monkeypatch: pytest.MonkeyPatch, is_read: bool) -> None:
    """As its answers give it, or as it is read; reports that follow each other are in one fold."""
    few = reports()[:20]
    found = [Clipping(str(path), path.read_bytes()) for path in few]
    monkeypatch.setattr(likeness_fit, "reports", lambda: few)
    monkeypatch.setattr(likeness_fit, "find", lambda places, options: found)
    sample = corpus_sample("corpus", is_read=is_read)
    assert len(sample.tellings) == len(sample.events) == len(sample.folds)
    assert len(sample.tellings) > (0 if is_read else 40)
    assert sample.folds == sorted(sample.folds)
    assert set(sample.folds) <= {0, 1}


@settings(deadline=None, max_examples=20)
@given(st.lists(traces, min_size=2, max_size=8, unique_by=lambda each: each.mention), st.data())
def test_pairs_are_those_that_the_record_compares(pile: list[Trace], data: st.DataObject) -> None:
    """And those of one group of stories; what is silent is a nought."""
    labels = st.sampled_from(["g-5:a1", "g-5:b1", "x", "y"])
    events = [data.draw(labels) for _ in pile]
    sample = likeness_fit._with_pairs(Sample("s", pile, events, [0] * len(pile)), FEATURES)
    assert sample.features.shape == (len(sample.pairs), len(FEATURES))
    assert np.isfinite(sample.features).all()
    grouped = [place for place, event in enumerate(events) if event.startswith("g-5")]
    assert {(a, b) for a in grouped for b in grouped if a < b} <= set(sample.pairs)
    assert [events[a] == events[b] for a, b in sample.pairs] == sample.same.astype(bool).tolist()
