"""The sentences of a brief."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.faces.brief import names
from dragoman.faces.brief.sentences import days, sentence
from dragoman.faces.brief.verbs import deed
from dragoman.terms import Event, EventType, Interval, Mention, Status

KAZ = Mention("Astana", "KAZ", "KAZ", "GOV")
RUS = Mention("Moscow", "RUS", "RUS", "GOV")
TOKAYEV = Mention("Tokayev", "Kassym-Jomart Tokayev", "KAZ", "GOV")


def event(
    type: EventType = EventType.REJECT,
    actors: tuple[Mention, ...] = (KAZ,),
    recipients: tuple[Mention, ...] = (RUS,),
    status: Status = Status.HAPPENED,
    mode: str | None = None,
) -> Event:
    """An event of these."""
    return Event("a", type, actors, recipients, status, Interval(), ("t",), ("d",), (), 1, mode=mode)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.HAPPENED, "Kazakhstan said no to Russia (REJECT)."),
        (Status.ONGOING, "Kazakhstan was saying no to Russia (REJECT)."),
        (Status.PLANNED, "Kazakhstan was to say no to Russia (REJECT)."),
        (Status.POSSIBLE, "Kazakhstan may say no to Russia (REJECT)."),
        (Status.DENIED, "Kazakhstan did not say no to Russia (REJECT)."),
        (Status.CALLED_FOR, "Kazakhstan was called on to say no to Russia (REJECT)."),
    ],
)
def test_the_status_decides_the_form(status: Status, words: str) -> None:
    """What is only said to come or denied never reads as done."""
    assert sentence(event(status=status)) == words


def test_every_type_ends_a_sentence_with_and_without_a_recipient() -> None:
    """And a mode that has no words of its own is told as its type."""
    for type in EventType:
        assert sentence(event(type)).endswith(f" Russia ({type.value}).")
        assert " (" in sentence(event(type, recipients=()))
    assert deed(EventType.CONSULT, "third-party", towards=False).past == "met or spoke"


def test_names_have_the_articles_that_english_wants() -> None:
    """States, blocs by their letters, parts of a state; people have none."""
    for mention, name in (
        (Mention("the US", "USA", "USA", "GOV"), "the United States"),
        (Mention("the UN", "UN"), "the United Nations"),
        (Mention("the CSTO", "CSTO"), "the CSTO"),
        (Mention("NATO", "NATO"), "NATO"),
        (Mention("the Russian army", "RUS", "RUS", "MIL"), "the military of Russia"),
        (TOKAYEV, "Kassym-Jomart Tokayev"),
    ):
        assert names.name(mention) == name


def test_words_that_name_nobody_are_not_shown_as_a_name() -> None:
    """A pronoun or a sign says only the state, where that is known; other words stand in quotes."""
    assert names.name(Mention("it", country="UKR")) == "somebody of Ukraine"
    assert names.name(Mention(",")) == names.NOBODY
    assert names.name(Mention("captured militants", country="UKR")) == '"captured militants" of Ukraine'
    assert sentence(event(actors=())) == "Somebody not named said no to Russia (REJECT)."


def test_a_state_is_not_named_beside_its_president() -> None:
    """It is one side, and reads as two."""
    assert names.names((TOKAYEV, KAZ)) == ["Kassym-Jomart Tokayev"]
    assert names.names((TOKAYEV, RUS)) == ["Kassym-Jomart Tokayev", "Russia"]


def test_who_says_so_is_not_named_twice() -> None:
    """Whoever tells of their own act does so by their own account."""
    told = event(actors=(TOKAYEV,))
    assert sentence(told, ["Kassym-Jomart Tokayev"]).endswith("(REJECT), by their own account.")
    assert sentence(told, ["Russia", "NATO"]).endswith("(REJECT), according to Russia and NATO.")


def test_a_place_does_not_speak() -> None:
    """Of "analysts in Almaty" the words stand there."""
    almaty = Mention("analysts in Almaty", "Almaty (KAZ)", "KAZ")
    assert names.speakers([almaty]) == ['"analysts in Almaty"']
    assert names.speakers([Mention("he")]) == []


def test_days_are_as_exact_as_they_are_known() -> None:
    """A day, a month, a stretch."""
    assert days(Interval.parse("2022-06-17")) == "on 2022-06-17"
    assert days(Interval.parse("2022-06")) == "in 2022-06"
    assert days(Interval(date(2022, 6, 17), date(2022, 7, 2))) == "between 2022-06-17 and 2022-07-02"
    assert days(Interval()) == "on a day not said"


def test_what_is_not_seen_is_left_out() -> None:
    """Overrides of direction, tags, controls and line ends; letters and the joiners of Persian stay."""
    assert names.clean("a\u202eb\u2066c\u200fd\x00e\nf\U000e0041g") == "abcde fg"
    assert names.clean("می\u200cخواهم") == "می\u200cخواهم"
