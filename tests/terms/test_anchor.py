"""How a judgement names a telling and what it sets."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms import Anchor, DragomanError, Edit, EditField, EventMention, EventType, Interval, Span

MET = EventMention("m1", "77aa", EventType.CONSULT, (), (), Span(6, 9), (Span(0, 40),))


def test_an_anchor_is_written_and_read() -> None:
    """Document, trigger and type are enough, whatever the id of the mention."""
    anchor = Anchor.of(MET)
    assert str(anchor) == "77aa@6-9:CONSULT"
    assert Anchor.parse(str(anchor)) == anchor
    assert anchor.span == MET.trigger


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("77aa", "Expected DOCUMENTID@START-END:TYPE"),
        ("", "does not name a telling"),
        ("77aa@9-6:CONSULT", "ends before it begins"),
        ("77aa@6-9:MEET", "unknown event type 'MEET'. Expected one of AGREE"),
        ("77aa@6-9:CONSULT ", "does not name a telling"),
        ("77aa@-1-9:CONSULT", "does not name a telling"),
    ],
)
def test_no_anchor_says_what_was_expected(text: str, said: str) -> None:
    """In words for whoever wrote it."""
    with pytest.raises(DragomanError, match=said):
        Anchor.parse(text)


@pytest.mark.parametrize(
    "edit",
    [
        Edit(EditField.ACTORS, "KAZ", 0),
        Edit(EditField.RECIPIENTS, "the drivers", -1),
        Edit(EditField.ACTORS, None, 3),
        Edit(EditField.TYPE, "AGREE"),
        Edit(EditField.MODE, None),
        Edit(EditField.STATUS, "planned"),
        Edit(EditField.WHEN, "2022-10-07/2022-10-09"),
        Edit(EditField.WHERE, "UKR/Donetsk:Bakhmut"),
        Edit(EditField.WHERE, None),
    ],
)
def test_an_edit_is_written_and_read(edit: Edit) -> None:
    """As JSON, one form for each."""
    assert Edit.parse(str(edit)) == edit


def test_days_of_an_edit_may_be_unknown() -> None:
    """Which sets them to unknown."""
    assert Edit.parse('{"field":"when","value":"/"}').interval == Interval()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("KAZ", "is not an edit"),
        ("[]", "is not an edit"),
        ('{"field":"type"}', "is not an edit"),
        ('{"field":"type","value":"AGREE","by":"me"}', "is not an edit"),
        ('{"field":"said_by","value":"KAZ"}', "cannot be edited. Expected one of actors, recipients"),
        ('{"field":"actors","value":"KAZ"}', "Expected a position from 0"),
        ('{"field":"actors","value":"KAZ","position":-2}', "Expected a position from 0"),
        ('{"field":"actors","value":"KAZ","position":"0"}', "is not a position"),
        ('{"field":"actors","value":null,"position":-1}', "nobody was named to add"),
        ('{"field":"actors","value":" ","position":0}', "is empty"),
        ('{"field":"actors","value":5,"position":0}', "Expected words in quotes, or null"),
        ('{"field":"type","value":"AGREE","position":0}', "a position was given for type"),
        ('{"field":"type","value":"MEET"}', "unknown event type 'MEET'"),
        ('{"field":"type","value":null}', "every telling has a type"),
        ('{"field":"status","value":"hapened"}', "unknown status 'hapened'. Expected one of happened"),
        ('{"field":"when","value":"soon"}', "'soon' is not a date"),
    ],
)
def test_a_bad_edit_says_what_was_expected(text: str, said: str) -> None:
    """Before anything is decided with it."""
    with pytest.raises(DragomanError, match=said):
        Edit.parse(text)


@given(st.text(max_size=20) | st.binary(max_size=8).map(lambda bytes: bytes.decode("latin-1")))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Never with another error."""
    for kind in (Anchor, Edit):
        with suppress(DragomanError):
            kind.parse(text)
