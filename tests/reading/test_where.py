"""Where an act takes place: what "in" or "near" puts it into, and the smallest place that is said."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.reading.where import marked_place, mention_of, place_beside
from dragoman.terms import EventMention, EventType, Span
from tests.reading.places import found
from tests.reading.readings import events


def only(sentence: str, type: EventType) -> EventMention:
    """The one event of a type in a sentence."""
    (event,) = [event for event in events(sentence, published="2022-10-14") if event.type is type]
    return event


@pytest.mark.parametrize(
    ("sentence", "type", "place", "country"),
    [
        ("Putin met Tokayev in Astana on Friday.", EventType.CONSULT, "Astana", "KAZ"),
        ("Rebels attacked a convoy near Bakhmut on Monday.", EventType.ASSAULT, "Bakhmut", "UKR"),
        ("Rebels attacked a convoy in occupied Donetsk.", EventType.ASSAULT, "Donetsk", "UKR"),
        ("Rebels attacked a convoy in the village of Osh.", EventType.ASSAULT, "Osh", "KGZ"),
        ("Police arrested protesters in the city of Almaty.", EventType.COERCE, "Almaty", "KAZ"),
        ("Police arrested protesters on the outskirts of Tbilisi.", EventType.COERCE, "Tbilisi", "GEO"),
        ("Protesters rallied outside Tbilisi on Sunday.", EventType.PROTEST, "Tbilisi", "GEO"),
        ("Protesters rallied across Kazakhstan.", EventType.PROTEST, "Kazakhstan", "KAZ"),
        ("Soldiers killed six villagers in northern Mali on Tuesday.", EventType.ASSAULT, "Mali", "MLI"),
        ("In Berlin on Monday, police arrested four Turks.", EventType.COERCE, "Berlin", "DEU"),
    ],
)
def test_the_words_before_a_place_put_an_act_there(
    sentence: str, type: EventType, place: str, country: str
) -> None:
    """Behind the act or in front of it, with its country."""
    where = only(sentence, type).where
    assert where is not None
    assert where.span is not None
    assert (where.text, where.span.of(sentence), where.country) == (place, place, country)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Russian troops shelled Bakhmut in Donetsk region.", "Bakhmut"),
        ("Russian forces attacked Ukrainian troops in Bakhmut, Donetsk region.", "Bakhmut"),
        ("Rebels attacked a convoy in Aleppo, Syria.", "Aleppo"),
        ("Soldiers killed six villagers in Springfield, Illinois.", "Springfield"),
    ],
)
def test_of_two_places_the_smaller_one_counts(sentence: str, place: str) -> None:
    """What stands behind only says where it lies."""
    where = only(sentence, EventType.ASSAULT).where
    assert where is not None
    assert where.text == place


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Washington criticised Moscow.", EventType.ACCUSE),
        ("Russia attacked Ukraine.", EventType.ASSAULT),
        ("Rebels attacked a convoy from Herat.", EventType.ASSAULT),
        ("Kazakhstan sent flour to Kyrgyzstan.", EventType.AID),
        ("Iran attacked Iraq; in Geneva the envoys ate soup.", EventType.ASSAULT),
        ("Iran attacked Iraq, which has its parliament in Baghdad.", EventType.ASSAULT),
    ],
)
def test_a_government_a_way_and_another_clause_are_no_place(sentence: str, type: EventType) -> None:
    """Unknown stays unknown."""
    assert only(sentence, type).where is None


def test_each_act_has_its_own_place() -> None:
    """A conjunction of time parts them."""
    sentence = "Iran condemned Iraq after rebels attacked a convoy in Basra."
    assert only(sentence, EventType.ACCUSE).where is None
    where = only(sentence, EventType.ASSAULT).where
    assert where is not None
    assert where.text == "Basra"


def test_the_place_behind_an_act_comes_before_the_one_in_front() -> None:
    """Most places stand behind."""
    where = only("In Berlin, police arrested four Turks in Hamburg.", EventType.COERCE).where
    assert where is not None
    assert where.text == "Hamburg"


def test_a_place_is_named_by_the_atlas_and_a_state_by_its_code() -> None:
    """The entity is an id that can be looked up; its country stands beside it."""
    town, state = found("Rain in Oslo."), found("Rain across Lebanon.")
    oslo, lebanon = mention_of(town[0], "Rain in Oslo."), mention_of(state[0], "Rain across Lebanon.")
    assert oslo is not None
    assert oslo.entity is not None
    assert (oslo.entity.startswith("NOR/"), oslo.country, oslo.sector) == (True, "NOR", None)
    assert lebanon is not None
    assert (lebanon.entity, lebanon.country) == ("LBN", "LBN")
    assert oslo.reason


def test_of_marked_words_the_smallest_place_is_taken() -> None:
    """A reader may mark "Bakhmut, Donetsk region" as one."""
    words = "Shells fell in Bakhmut, Donetsk region."
    toponyms = found(words)
    mention = marked_place(toponyms, [Span(15, 38)], words)
    assert mention is not None
    assert mention.text == "Bakhmut"
    assert marked_place(toponyms, [Span(0, 6)], words) is None
    assert marked_place(toponyms, [], words) is None


def test_a_far_place_is_not_beside() -> None:
    """It belongs to something else by then."""
    near = "Shells fell in Bakhmut."
    far = "Shells fell" + " and fell" * 15 + " in Bakhmut."
    assert place_beside(found(near), Span(7, 11), near) is not None
    assert place_beside(found(far), Span(7, 11), far) is None


def test_the_chosen_reader_tells_where_as_well() -> None:
    """Whatever marks the act, its place is one of the atlas."""
    reading = dragoman.read("Putin met Tokayev in Astana on Friday.", published="2022-10-14")
    where = reading.events[0].where
    assert where is not None
    assert (where.text, where.country) == ("Astana", "KAZ")
