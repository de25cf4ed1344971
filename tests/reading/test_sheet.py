"""Sheets: what annotators write is understood, and what cannot hold is refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.sheet import SheetError, bare, find_span, read_lines, read_what_holds
from dragoman.terms import EventType, Span, Status

TEXT = "The Chad army shelled the army of Mali near Gao, the army said."


def test_an_event_line_becomes_an_event() -> None:
    """Trigger, type with mode, status, both sides without articles, place."""
    line = "E shelled | ASSAULT.heavy-weapons | happened | The Chad army > the army of Mali | | Gao"
    (event,) = read_lines(TEXT, [line]).events
    assert (event.type, event.mode, event.status) == (EventType.ASSAULT, "heavy-weapons", Status.HAPPENED)
    assert event.trigger.of(TEXT) == "shelled"
    assert [span.of(TEXT) for span in (*event.actors, *event.recipients)] == ["Chad army", "army of Mali"]
    assert [span.of(TEXT) for span in event.places] == ["Gao"]


def test_all_parties_of_a_meeting_act() -> None:
    """However the annotator divided them; a visit keeps its host."""
    met, visited = (f"E shelled | {kind} | happened | Chad > Mali" for kind in ("CONSULT", "CONSULT.visit"))
    assert len(read_lines(TEXT, [met]).events[0].actors) == 2
    assert len(read_lines(TEXT, [visited]).events[0].recipients) == 1


def test_an_attribution_has_three_parts() -> None:
    """Content in two stretches; the third army speaks, with its article."""
    line = "A the army@2 ~ said ~ The Chad army ++ near Gao"
    (mark,) = read_lines(TEXT, [line]).attributions
    assert [span.of(TEXT) for span in mark.content] == ["The Chad army", "near Gao"]
    assert mark.source == (Span(49, 57),)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("E shelled | WAR | happened | >", "no event type"),
        ("E shelled | ASSAULT.kind | happened | >", "no mode of ASSAULT"),
        ("E shelled | ASSAULT | done | >", "no status"),
        ("E shelled | ASSAULT | happened | Chad", "expected one >"),
        ("E bombed | ASSAULT | happened | >", "does not stand in the text"),
        ("E shelled | ASSAULT", "expected: trigger"),
        ("A army ~ said", "expected: source"),
        ("X what", "begins with none of"),
        ("P shelled", "is not word:status"),
    ],
)
def test_a_line_that_cannot_hold_is_named(line: str, reason: str) -> None:
    """With what was expected, and the line itself."""
    with pytest.raises(SheetError, match=reason):
        read_lines(TEXT, [line])


def test_good_lines_survive_bad_ones() -> None:
    """A model's answer is used as far as it holds."""
    found, bad = read_what_holds(TEXT, ["Sure, here it is:", "E shelled | ASSAULT | happened | >", "M Paris"])
    assert len(found.events) == 1
    assert bad == 2


def test_words_are_found_whole() -> None:
    """ "arm" is no part of "army"; @3 is the third place; a fourth is refused."""
    assert find_span(TEXT, "army@3") == Span(53, 57)
    for words in ("arm", "army@4", "army@0"):
        with pytest.raises(SheetError):
            find_span(TEXT, words)


@given(st.sampled_from(TEXT.replace(",", "").replace(".", "").split()))
def test_a_found_span_holds_the_words(word: str) -> None:
    """Whatever word is asked for."""
    assert find_span(TEXT, word).of(TEXT) == word


def test_articles_and_possessives_are_cut_off() -> None:
    """From actors only."""
    assert bare("the Kremlin's", Span(0, 13)) == Span(4, 11)
    assert bare("an", Span(0, 2)) == Span(0, 2)
