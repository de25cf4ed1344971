"""The task of reading whole documents, on gold made here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman import pipeline
from dragoman.evaluation.events import EventScore, evaluate
from dragoman.terms import (
    Attribution,
    Document,
    EventMention,
    EventType,
    GoldError,
    Interval,
    Mention,
    Reading,
    Span,
    Status,
)

MET = "Putin met Tokayev in Astana."
ACCUSED = "Russia accused Ukraine of delay."
TEXT = f"{MET} {ACCUSED}"
PUTIN = Mention("Putin", "Vladimir Putin", "RUS")
RUSSIA = Mention("Russia", "RUS", "RUS")


def found(sentence: str = MET, trigger: str = "met", **fields: Any) -> EventMention:
    """An event mention whose evidence is a sentence of the text."""
    start = TEXT.index(sentence)
    at = TEXT.index(trigger)
    values: dict[str, Any] = {"type": EventType.CONSULT, "actors": (PUTIN,), "recipients": (), **fields}
    return EventMention(
        id=f"{sentence}{trigger}{fields}",
        document="d",
        trigger=Span(at, at + len(trigger)),
        evidence=(Span(start, start + len(sentence)),),
        **values,
    )


def gold(sentence: str = MET, **fields: Any) -> dict[str, Any]:
    """What an annotator wrote."""
    return {
        "types": ["CONSULT"],
        "status": ["happened"],
        "evidence": [sentence],
        "actors": [{"text": "Putin", "id": "Vladimir Putin", "country": "RUS"}],
        **fields,
    }


class Scorer:
    """Scores mentions against gold, as if a reader had found them."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        self._monkeypatch = monkeypatch

    def __call__(self, mentions: list[EventMention], events: list[dict[str, Any]]) -> EventScore:
        def read(document: Document) -> Reading:
            return Reading(document.id, "test", events=tuple(mentions))

        self._monkeypatch.setattr(pipeline, "read_document", read)
        (self._folder / "a.txt").write_text(TEXT)
        (self._folder / "a.json").write_text(json.dumps({"file": "a.txt", "events": events}))
        return evaluate([self._folder / "a.json"], self._folder)


@pytest.fixture
def score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scorer:
    """Scores in an empty folder."""
    return Scorer(tmp_path, monkeypatch)


def test_all_right_is_one(score: Scorer) -> None:
    """Located, type, quad, actor, status, nobody said so."""
    result = score([found()], [gold()])
    assert (result.located_f1, result.type_f1, result.quad_f1, result.type_actor_f1) == (1, 1, 1, 1)
    assert (result.status_acc, result.said_by_acc, result.n, result.found) == (1, 1, 1, 1)


def test_a_core_event_that_is_missed_costs_recall(score: Scorer) -> None:
    """And what is found beside it costs precision."""
    result = score([found()], [gold(), gold(ACCUSED, types=["ACCUSE"])])
    assert (result.precision, result.recall) == (1, 0.5)
    result = score([found(), found(ACCUSED, "accused", type=EventType.AID, actors=())], [gold()])
    assert (result.precision, result.recall) == (0.5, 1)


def test_optional_events_count_neither_way(score: Scorer) -> None:
    """Neither when they are missed nor when they are found."""
    optional = gold(ACCUSED, types=["ACCUSE"], core=False)
    assert score([found()], [gold(), optional]).located_f1 == 1
    accused = found(ACCUSED, "accused", type=EventType.ACCUSE)
    assert score([found(), accused], [gold(), optional]).located_f1 == 1
    assert score([accused], [optional]).n == 0


def test_evidence_must_overlap(score: Scorer) -> None:
    """White space may differ; another sentence is another event."""
    assert score([found()], [gold("Putin  met\nTokayev")]).located_f1 == 1
    assert score([found()], [gold(ACCUSED)]).located_f1 == 0


def test_type_or_actor_must_agree(score: Scorer) -> None:
    """One of the two locates it; both are needed for the strictest measure."""
    wrong_type = score([found(type=EventType.AID)], [gold()])
    assert (wrong_type.located_f1, wrong_type.type_f1, wrong_type.type_actor_f1) == (1, 0, 0)
    wrong_actor = score([found(actors=(Mention("Baku", "AZE", "AZE"),))], [gold()])
    assert (wrong_actor.located_f1, wrong_actor.type_f1, wrong_actor.type_actor_f1) == (1, 1, 0)
    assert score([found(type=EventType.AID, actors=())], [gold()]).located_f1 == 0


def test_an_actor_is_right_by_id_or_country(score: Scorer) -> None:
    """Also one that only the other annotator had; nobody on both sides agrees."""
    assert score([found(actors=(RUSSIA,))], [gold()]).type_actor_f1 == 1
    also = gold(actors=[], actors_also=[{"id": "CENTRAL_ASIA"}])
    assert score([found(actors=(Mention("they", "CENTRAL_ASIA"),))], [also]).type_actor_f1 == 1
    assert score([found(actors=())], [gold(actors=[])]).type_actor_f1 == 1


def test_a_wrong_type_of_the_same_quad_is_half_right(score: Scorer) -> None:
    """Agreeing to meet is verbal cooperation like meeting."""
    result = score([found(type=EventType.AGREE)], [gold()])
    assert (result.type_f1, result.quad_f1) == (0, 1)


def test_the_best_match_comes_first(score: Scorer) -> None:
    """Of two finds for one event the better is taken, and the other is wrong."""
    worse = found(type=EventType.AID)
    result = score([worse, found()], [gold()])
    assert (result.precision, result.recall) == (0.5, 1)
    assert result.type_f1 == pytest.approx(2 / 3)


def test_triggers_tell_events_of_one_sentence_apart(score: Scorer) -> None:
    """So that each is compared with its own status."""
    planned = found(trigger="Astana", status=Status.PLANNED)
    events = [gold(trigger=["in Astana"], status=["planned"]), gold(trigger=["met"])]
    assert score([found(), planned], events).status_acc == 1


def test_status_is_one_that_an_annotator_gave(score: Scorer) -> None:
    """Only matched core events count."""
    assert score([found(status=Status.DENIED)], [gold(status=["happened", "denied"])]).status_acc == 1
    assert score([found(status=Status.PLANNED)], [gold()]).status_acc == 0
    assert score([], [gold()]).status_acc == 0


@pytest.mark.parametrize(
    ("source", "expected", "right"),
    [
        (None, [], 1),
        (None, ["Peskov"], 0),
        (Mention("Peskov"), [], 0),
        (Mention("spokesman Dmitry Peskov"), ["Peskov"], 1),
        (Mention("Ministry"), ["the ministry of defence"], 1),
        (Mention("he", "Dmitry Peskov"), ["Dmitry Peskov"], 1),
        (Mention("he"), ["Dmitry Peskov"], 0),
        (Mention("Moscow", "RUS"), ["Russia"], 0),
    ],
)
def test_who_says_so(score: Scorer, source: Mention | None, expected: list[str], right: int) -> None:
    """Nobody on both sides, words that contain the other's, or the same person of the world."""
    said_by = () if source is None else (Attribution(source),)
    assert score([found(said_by=said_by)], [gold(attributed_to=expected)]).said_by_acc == right


def test_dates_count_where_the_gold_has_one(score: Scorer) -> None:
    """They must be known and overlap."""
    october = {"earliest": "2022-10-01", "latest": "2022-10-31"}
    assert score([found(when=Interval.parse("2022-10-14"))], [gold(date=october)]).dated == 1
    assert score([found(when=Interval.parse("2022-11"))], [gold(date=october)]).dated == 0
    assert score([found()], [gold(date=october)]).dated == 0
    unknown = gold(ACCUSED, types=["ACCUSE"], date={"earliest": None, "latest": None})
    accused = found(ACCUSED, "accused", type=EventType.ACCUSE)
    assert score([found(when=Interval.parse("2022")), accused], [gold(date=october), unknown]).dated == 1


def test_a_headline_given_apart_can_be_evidence(tmp_path: Path) -> None:
    """It is the first paragraph of the document."""
    report = {"title": "Putin met Tokayev in Astana", "text": "The visit had been expected for weeks."}
    (tmp_path / "a.json").write_text(json.dumps(report))
    (tmp_path / "gold.json").write_text(
        json.dumps({"file": "a.json", "events": [gold("Putin met Tokayev in Astana")]})
    )
    assert evaluate([tmp_path / "gold.json"], tmp_path).located_f1 == 1


def test_a_text_that_is_missing_or_unreadable_is_an_error(tmp_path: Path) -> None:
    """With the gold file that names it."""
    (tmp_path / "gold.json").write_text(json.dumps({"file": "a.txt", "events": []}))
    with pytest.raises(GoldError, match=r"gold\.json names .*a\.txt"):
        evaluate([tmp_path / "gold.json"], tmp_path)
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(GoldError, match="cannot be read: empty"):
        evaluate([tmp_path / "gold.json"], tmp_path)
