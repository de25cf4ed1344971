"""What is kept of a telling for the comparison."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings

from dragoman.record.trace import (
    Trace,
    acts,
    article,
    essence,
    figures,
    packed,
    published_days,
    telling_words,
    traces,
    unpacked,
)
from dragoman.terms import EventType, Interval, Mention, Published, Span, Status
from tests.piles import (
    EXPELLED,
    KAZAKHSTAN,
    NOT_SHELLED,
    RUSSIA,
    SENDS,
    SENT,
    SHELLED,
    WILL_SEND,
    Told,
    report,
)
from tests.record import traces as random_traces


def traced(told: Told, day: str = "2022-10-11") -> Trace:
    """The trace of one sentence in a report of its own."""
    made = report(told, day=day)
    (found,) = traces(made.document, made.reading.events, made.gists)
    return found


def ordinals(first: str, last: str) -> tuple[int, int]:
    """Two days as the trace keeps them."""
    return (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@settings(deadline=None, max_examples=25)
@given(random_traces.traces)
def test_a_trace_is_kept_without_loss(trace: Trace) -> None:
    """As the store has it."""
    assert unpacked(packed(trace)) == trace


def test_what_is_kept_of_a_sentence() -> None:
    """Who, when, the act, the words that tell something, and its gist."""
    trace = traced(SHELLED)
    assert (trace.actors, trace.recipients, trace.sides) == (("RUS|RUS",), ("UKR|UKR",), ("RUS", "UKR"))
    assert trace.when == trace.near == ordinals("2022-10-07", "2022-10-07")
    assert trace.act == ("shell",)
    assert trace.words[0] == "kupiansk"
    assert "the" not in trace.words
    assert "kupiansk" in trace.about
    assert len(trace.gist) == 96
    assert trace.sentence.startswith("russiantroopsshelledtheold")


@pytest.mark.parametrize(
    ("told", "near"),
    [
        (SENDS, ("2022-10-07", "2022-10-11")),
        (EXPELLED, ("2022-10-07", "2022-10-11")),
        (msgspec.structs.replace(WILL_SEND, when=""), ("2022-10-07", "2022-11-25")),
        (msgspec.structs.replace(NOT_SHELLED, when=""), ("2022-10-07", "2022-11-25")),
        (SENT, ("2022-10-10", "2022-10-10")),
    ],
)
def test_a_report_without_a_day_tells_of_those_before_it(told: Told, near: tuple[str, str]) -> None:
    """Or ahead of it, where something is planned or denied."""
    assert traced(told).near == ordinals(*near)


@pytest.mark.parametrize("day", ["", "2022-10-01/2022-10-31", "2022-10-01/"])
def test_who_does_not_know_when_it_appeared_does_not_guess(day: str) -> None:
    """More than three weeks are no day to count from."""
    found = traced(EXPELLED, day or "/")
    assert (found.when, found.near, found.published) == (None, None, None)


def test_whom_nobody_knows_is_left_out() -> None:
    """A known state without a name in it stands for itself."""
    somebody = Mention("gunmen")
    kazakhs = Mention("a Kazakh", None, "KAZ", None)
    found = traced(msgspec.structs.replace(EXPELLED, actors=(somebody, kazakhs, kazakhs, KAZAKHSTAN)))
    assert found.actors == ("KAZ|", "KAZ|KAZ")
    assert found.sides == ("KAZ", "RUS")


def test_a_known_deed_gives_its_parties_and_its_day() -> None:
    """To a telling that says who acted and nothing else, in a sentence that names whom."""
    since = Told(
        "Moscow has had no say in Osh since it invaded Ukraine.",
        "invaded", EventType.ASSAULT, (RUSSIA,), (), 5,
    )  # fmt: skip
    found = traced(since)
    assert (found.deed, found.sides) == ("2022-02-24 RUS UKR", ("RUS", "UKR"))
    assert (found.when, found.near) == (None, ordinals("2022-02-24", "2022-02-24"))
    assert traced(SHELLED).deed == ""


def test_mentions_are_traced_as_people_corrected_them() -> None:
    """In the order given; what is not given has no trace, and a gist may be missing."""
    made = report(SHELLED, EXPELLED)
    first, second = made.reading.events
    changed = msgspec.structs.replace(second, status=Status.DENIED, when=Interval.parse("2022-10-09"))
    found = traces(made.document, [changed])
    assert [(each.mention, each.status, each.gist) for each in found] == [(second.id, Status.DENIED, b"")]
    assert found[0].when == ordinals("2022-10-09", "2022-10-09")
    both = traces(made.document, [second, first], {first.id: b"\1"})
    assert [(each.mention, each.gist) for each in both] == [(second.id, b""), (first.id, b"\1")]


@pytest.mark.parametrize(
    ("trigger", "stems"),
    [
        ("invasion", ("invad",)),
        ("invaded", ("invad",)),
        ("the attack on", ("attack",)),
        ("said", ("said",)),
        ("is", ("is",)),
        ("held talks with", ("held", "talk")),
        ("", ()),
    ],
)
def test_acts_are_verbs(trigger: str, stems: tuple[str, ...]) -> None:
    """A noun is the verb it is made from; little words count only where there are no others."""
    assert acts(trigger) == stems


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,200 tents and 40 lorries, 2.5 tonnes each, 40 again", (2.5, 40.0, 1200.0)),
        ("in 2022 and 1999", ()),
        ("the T-72 and the 3rd brigade", (72.0,)),
        ("twelve", ()),
    ],
)
def test_figures_are_numbers_but_no_years(text: str, numbers: tuple[float, ...]) -> None:
    """Each once, sorted."""
    assert figures(text) == numbers


def test_words_that_tell_something_stand_rarest_first() -> None:
    """Each once, and no more than asked for."""
    found = telling_words("The troops shelled Kupiansk, where the troops were.", 5)
    assert found[:3] == ("kupiansk", "shell", "troop")
    assert telling_words("The troops shelled Kupiansk.", 1) == ("kupiansk",)


def test_names_tell_what_a_document_is_about() -> None:
    """More than other words as rare; what is said often more than what is said once."""
    found = dict(essence("There the flood took Oshqa, and the flood took oshqu, and then the flood fell."))
    assert found["oshqa"] == 2 * found["oshqu"]
    assert found["flood"] > dict(essence("There was a flood."))["flood"]
    assert essence("") == ()


def test_furniture_is_not_what_an_article_says() -> None:
    """The headline is."""
    made = report(SHELLED, end="Subscribe to our channel.").document
    cut = msgspec.structs.replace(made, title="Dark town", sentences=made.sentences[:1])
    assert article(cut) == f"Dark town\n{SHELLED.sentence}"
    assert article(msgspec.structs.replace(made, sentences=())) == f"\n{made.text}"


def test_a_guess_is_a_day_of_a_report_when_it_is_narrow() -> None:
    """Three weeks at most."""
    made = report(SHELLED).document
    days = Interval.parse("2022-10-01/2022-10-21")
    guessed = msgspec.structs.replace(made, published=Published(days, best=date(2022, 10, 7)))
    assert published_days(guessed) == ordinals("2022-10-01", "2022-10-21")
    wide = Published(Interval.parse("2022-10-01/2022-10-22"))
    assert published_days(msgspec.structs.replace(made, published=wide)) is None


def test_evidence_of_two_sentences_is_one() -> None:
    """Both tell of the act."""
    made = report(SHELLED, EXPELLED)
    both = msgspec.structs.replace(made.reading.events[0], evidence=made.document.sentences)
    (found,) = traces(made.document, [both])
    assert {"kupiansk", "cotton"} <= set(found.words)
    assert Span(0, 3).of(made.document.text) == "Rus"
