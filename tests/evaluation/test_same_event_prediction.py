"""The record's own grouping, asked about documents and mentions of others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman import pipeline
from dragoman.evaluation.same_event import GivenDocument, GivenMention, Prediction
from dragoman.evaluation.same_event_prediction import predict
from dragoman.terms import Document, Reading
from dragoman.world.words import stem
from tests.piles import gist

FERRY = "The ferry from Batumi sank near the harbour of Poti .".split()
SANK = "Rescuers say that the Batumi ferry sank near the Poti harbour .".split()
SEARCH = "Divers searched the ferry near Poti .".split()
QUAKE = "An earthquake shook the vineyards of Talca .".split()
SHOOK = "The earthquake of Talca shook many vineyards .".split()
DOCUMENTS = (
    GivenDocument("1", "", (tuple(FERRY), tuple(SEARCH))),
    GivenDocument("2", "", (tuple(QUAKE),)),
    GivenDocument("3", "", (tuple(SANK),)),
    GivenDocument("4", "", (tuple(SHOOK),)),
)
MENTIONS = (
    GivenMention("3", 0, (6,)),  # sank
    GivenMention("1", 0, (4,)),  # sank
    GivenMention("2", 0, (2,)),  # shook
    GivenMention("1", 1, (1,)),  # searched
    GivenMention("4", 0, (4,)),  # shook
)


class Gists:
    """Points as the act's words do, and notes which they were."""

    seen: list[str]

    def __init__(self) -> None:
        self.seen = []

    def gists(self, read: Sequence[tuple[Document, Reading]]) -> list[dict[str, bytes]]:
        found = []
        for document, reading in read:
            acts = {each.id: each.trigger.of(document.text) for each in reading.events}
            self.seen += acts.values()
            found.append({id: gist(sum(stem(act).encode())) for id, act in acts.items()})
        return found


@pytest.fixture
def finder(monkeypatch: pytest.MonkeyPatch) -> Gists:
    """Stands in for the weights."""
    made = Gists()
    monkeypatch.setattr(pipeline, "gist_finder", lambda: made)
    return made


def grouped(labels: Sequence[int]) -> list[list[int]]:
    """The places that have one label, by the first of them."""
    return [[i for i, each in enumerate(labels) if each == label] for label in dict.fromkeys(labels)]


@pytest.mark.usefixtures("finder")
def test_what_tells_one_thing_is_one() -> None:
    """Documents by their stories, and mentions by their words within them, each in the order given."""
    found = predict(DOCUMENTS, MENTIONS)
    assert grouped(found.document_clusters) == [[0, 2], [1, 3]]
    assert grouped(found.event_clusters) == [[0, 1], [2, 4], [3]]


@pytest.mark.usefixtures("finder")
def test_the_order_does_not_matter() -> None:
    """The same groups whichever way round things are asked."""
    forth, back = predict(DOCUMENTS, MENTIONS), predict(DOCUMENTS[::-1], MENTIONS[::-1])
    assert grouped(back.event_clusters[::-1]) == grouped(forth.event_clusters)
    assert grouped(back.document_clusters[::-1]) == grouped(forth.document_clusters)


def test_acts_are_the_tokens_given(finder: Gists) -> None:
    """Also several."""
    predict(DOCUMENTS, (*MENTIONS, GivenMention("1", 0, (1, 2, 3))))
    assert sorted(finder.seen) == ["ferry from Batumi", "sank", "sank", "searched", "shook", "shook"]


def test_a_sentence_without_tokens_moves_nothing(finder: Gists) -> None:
    """Wherever it stands."""
    predict([GivenDocument("1", "", ((), ("It", "sank"), (), ("It", "shook")))], [GivenMention("1", 3, (1,))])
    assert finder.seen == ["shook"]


@pytest.mark.usefixtures("finder")
def test_mentions_of_two_stories_are_never_one() -> None:
    """Though they are the same words."""
    documents = (
        DOCUMENTS[0],
        GivenDocument("5", "", (("Stocks", "of", "copper", "sank", "in", "London", "."),)),
    )
    found = predict(documents, (MENTIONS[1], GivenMention("5", 0, (3,))))
    assert len(set(found.event_clusters)) == len(set(found.document_clusters)) == 2


@pytest.mark.usefixtures("finder")
def test_nothing_asked_is_nothing_answered() -> None:
    """Documents without mentions, or none at all."""
    assert predict((), ()) == Prediction([], [])
    assert predict(DOCUMENTS[:1], ()).document_clusters == [0]
