"""Every report has its answer, and every string of the answer stands in the report."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from pathlib import Path

import msgspec
import pytest

from dragoman.corpus import Actor, Answer, AnsweredEvent, answers, reports, visible_lines
from dragoman.terms import EventType, Status

REPORTS = {path.stem: path for path in reports()}
ANSWERS = answers()
OUTLETS = {
    "Meridian Wire",
    "Volna State News",
    "Steppe Courier",
    "Kitahama Shimbun",
    "Hanbit Daily",
    "Rheinland Bote",
    "Jinlan Evening Post",
    "ViewsRocket24",
    "Dnipro Dispatch",
    "Baltic Lantern",
}
KNOWN = msgspec.json.decode(Path(__file__).with_name("known_ids.json").read_bytes(), type=dict[str, set[str]])
NAMED = KNOWN["states"] | KNOWN["blocs"] | KNOWN["others"]
PERSON = re.compile(r"[A-Z][\w'’.-]+(?: (?:[a-z]{2,3} )*[A-Z][\w'’.-]+)+")
EVENT_KEY = re.compile(r"\d{4}(-\d{2}){0,2}-[a-z0-9]+(-[a-z0-9]+)*")


@pytest.fixture(params=sorted(ANSWERS))
def answer(request: pytest.FixtureRequest) -> Answer:
    return ANSWERS[request.param]


def article(answer: Answer) -> str:
    """The seen text of the report without its furniture."""
    lines = visible_lines(REPORTS[Path(answer.file).stem])
    return "\n".join(line for line in lines if line not in answer.boilerplate)


def actors_of(event: AnsweredEvent) -> tuple[Actor, ...]:
    return event.actors + event.recipients


def is_known(entity: str) -> bool:
    return (
        entity in KNOWN["states"] | KNOWN["blocs"] | KNOWN["others"] or PERSON.fullmatch(entity) is not None
    )


def test_every_report_has_an_answer_and_every_answer_a_report() -> None:
    """Nothing stands alone, and no two reports share a number."""
    assert set(REPORTS) == set(ANSWERS)
    assert len({slug[:3] for slug in REPORTS}) == len(REPORTS)


def test_answer_names_its_report(answer: Answer) -> None:
    """`file` is the report of the same slug and the outlet is one of the ten."""
    assert REPORTS[Path(answer.file).stem].name == answer.file
    assert answer.outlet in OUTLETS


def test_title_stands_in_the_report(answer: Answer) -> None:
    """The headline is the report's own."""
    assert answer.title in article(answer)


def test_length_is_that_of_a_short_report(answer: Answer) -> None:
    """Between 80 and 300 words, furniture apart (a little grace for headlines)."""
    assert 80 <= len(article(answer).split()) <= 330


def test_furniture_lines_are_whole_lines(answer: Answer) -> None:
    """Each boilerplate string is a line of the report."""
    assert not set(answer.boilerplate) - set(visible_lines(REPORTS[Path(answer.file).stem]))


def test_evidence_stands_in_the_article(answer: Answer) -> None:
    """Evidence of events and claims is there character for character, outside the furniture."""
    seen = article(answer)
    wanted = [sentence for event in answer.events for sentence in event.evidence]
    wanted += [claim.evidence for claim in answer.claims]
    assert [sentence for sentence in wanted if sentence not in seen] == []


def test_every_event_has_evidence_that_holds_its_trigger(answer: Answer) -> None:
    """A trigger and the words of the actors stand in the evidence or elsewhere in the article."""
    for event in answer.events:
        evidence = " ".join(event.evidence)
        assert event.trigger, event.event
        assert all(words in evidence for words in event.trigger), event.event
        words = [actor.text for actor in actors_of(event)] + list(event.attributed_to) + [event.place or ""]
        assert [text for text in words if text not in article(answer)] == [], event.event


def test_attribution_of_claims_stands_in_the_article(answer: Answer) -> None:
    """Who states a figure is named in the words of the report."""
    named = [words for claim in answer.claims for words in claim.attributed_to]
    assert [words for words in named if words not in article(answer)] == []


def test_ids_and_sectors_are_known(answer: Answer) -> None:
    """States, blocs, groups, full names of persons; nothing else."""
    for actor in itertools.chain.from_iterable(actors_of(event) for event in answer.events):
        assert actor.id is None or is_known(actor.id), actor
        assert actor.country is None or actor.country in KNOWN["states"], actor
        assert actor.sector is None or actor.sector in KNOWN["sectors"], actor


def test_days_are_in_order(answer: Answer) -> None:
    """Earliest is never after latest; what has happened did so by the day of publication."""
    published = answer.published
    assert published.earliest <= published.best <= published.latest
    for event in answer.events:
        earliest, latest = event.date.earliest, event.date.latest
        assert earliest is None or latest is None or earliest <= latest, event.event
        if event.status == (Status.HAPPENED,) and earliest is not None:
            assert earliest <= published.latest, event.event


def test_an_event_is_told_once_by_each_side_in_a_report(answer: Answer) -> None:
    """A key comes back only where another side tells it or denies it; it says when the event began."""
    told = Counter((event.event, event.status[0], event.attributed_to) for event in answer.events)
    assert [key for key, times in told.items() if times > 1] == []
    assert all(EVENT_KEY.fullmatch(event.event) for event in answer.events)
    assert all(event.types and event.status and actors_of(event) for event in answer.events)


def test_claims_belong_to_events_that_are_answered(answer: Answer) -> None:
    """A claim's event is one of this report; ranges are written low-high."""
    keys = {event.event for event in answer.events}
    for claim in answer.claims:
        assert claim.event is None or claim.event in keys, claim.claim
        if isinstance(claim.value, str):
            low, high = claim.value.split("-")
            assert float(low) <= float(high), claim.claim


def test_one_event_has_one_type_all_reports_accept() -> None:
    """Reports that tell of the same happening share at least one type for it."""
    types: dict[str, list[set[EventType]]] = defaultdict(list)
    for told in itertools.chain.from_iterable(found.events for found in ANSWERS.values()):
        types[told.event].append(set(told.types))
    assert [key for key, accepted in types.items() if not set.intersection(*accepted)] == []


def test_copies_point_to_reports() -> None:
    """A copy names its original, says how it was copied, and came out no earlier."""
    for slug, copy in ANSWERS.items():
        assert (copy.copy_of is None) == (copy.copy is None), slug
        if copy.copy_of is not None:
            assert ANSWERS[copy.copy_of].published.best <= copy.published.best, slug
