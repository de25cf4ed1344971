"""Events in words."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.faces import wording
from dragoman.faces.wording import VERBS, ids, name, names, sentence
from dragoman.terms import EventType, Interval, Mention, Status, StatusStep

from .samples import ALLIANCE, ARMY, DRIVERS, KAZAKHSTAN, RUSSIA, TOKAYEV, event


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        (KAZAKHSTAN, "Kazakhstan"),
        (ARMY, "Russia (MIL)"),
        (ALLIANCE, "CSTO"),
        (DRIVERS, '"drivers" (KAZ)'),
        (Mention("he"), '"he"'),
        (Mention(""), "somebody"),
        (Mention("Atlantis", "ATLANTIS-OF-ANOTHER-WORLD"), '"Atlantis"'),
    ],
)
def test_participants_have_the_name_people_know(mention: Mention, expected: str) -> None:
    """States by name, blocs by their letters, armies with their sector, words of the text in quotes."""
    assert name(mention) == expected


def test_a_long_list_is_counted() -> None:
    """Three are named; a fourth alone is not worth counting."""
    many = [Mention(letter) for letter in "abcdef"]
    assert names(many) == '"a", "b", "c", 3 more'
    assert names(many[:4]) == '"a", "b", "c", "d"'
    assert names(many, shown=None).count(",") == 5
    assert names([]) == "—"


def test_each_is_named_once() -> None:
    """However often the text does."""
    assert names([RUSSIA, RUSSIA, ARMY]) == "Russia, Russia (MIL)"
    assert ids([RUSSIA, ARMY, DRIVERS]) == 'RUS, "drivers" (KAZ)'


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.HAPPENED, "On 2022-10-14 Russia refused Kazakhstan (REJECT), says Dmitry Peskov."),
        (Status.ONGOING, "On 2022-10-14 Russia was refusing Kazakhstan (REJECT), says Dmitry Peskov."),
        (Status.PLANNED, "On 2022-10-14 Russia was to refuse Kazakhstan (REJECT), says Dmitry Peskov."),
        (Status.POSSIBLE, "On 2022-10-14 Russia may refuse Kazakhstan (REJECT), says Dmitry Peskov."),
        (
            Status.DENIED,
            "On 2022-10-14 it was denied that Russia refused Kazakhstan (REJECT), says Dmitry Peskov.",
        ),
        (
            Status.CALLED_FOR,
            "On 2022-10-14 it was called for that Russia refuse Kazakhstan (REJECT), says Dmitry Peskov.",
        ),
    ],
)
def test_the_sentence_says_whether_it_happened(status: Status, expected: str) -> None:
    """A plan never reads like a fact."""
    refused = event(type=EventType.REJECT, actors=(RUSSIA,), recipients=(KAZAKHSTAN,), status=status)
    assert sentence(refused) == expected


@pytest.mark.parametrize(
    ("when", "beginning"),
    [
        (Interval(date(2022, 10, 1), date(2022, 10, 31)), "In 2022-10 Vladimir"),
        (Interval(date(2022, 10, 3), date(2022, 10, 9)), "Between 2022-10-03 and 2022-10-09 Vladimir"),
        (Interval(None, date(2022, 10, 9)), "Until 2022-10-09 Vladimir"),
        (Interval(), "Vladimir Putin met or spoke with Kassym-Jomart Tokayev (CONSULT) on a day unknown,"),
    ],
)
def test_the_sentence_is_no_more_exact_than_the_date(when: Interval, beginning: str) -> None:
    """A month stays a month, and unknown is said."""
    assert sentence(event(when=when)).startswith(beginning)


def test_the_sentence_names_what_is_missing() -> None:
    """Neither side is made up; sources can be given by name."""
    lonely = event(type=EventType.ACCUSE, actors=(), recipients=(), said_by=(), mode="allege")
    assert sentence(lonely) == "On 2022-10-14 somebody not named accused somebody not named (ACCUSE allege)."
    two = sentence(event(recipients=()), ["Vladimir Putin", "Dmitry Peskov"])
    assert two == "On 2022-10-14 Vladimir Putin met or spoke (CONSULT), say Vladimir Putin and Dmitry Peskov."


def test_several_act_in_the_plural() -> None:
    """Grammar follows the number of actors."""
    assert "Vladimir Putin and Kassym-Jomart Tokayev were to meet" in sentence(
        event(actors=(*event().actors, TOKAYEV), recipients=(), status=Status.PLANNED)
    )


def test_every_type_has_its_verb() -> None:
    """Nothing is left to be worded by accident."""
    assert set(VERBS) == set(EventType)


def test_sources_of_the_world_have_their_name() -> None:
    """An id becomes a name; other words stay."""
    assert wording.speaker("KAZ") == "Kazakhstan"
    assert wording.speaker("the ministry") == "the ministry"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (Interval.parse("2022-10-14"), "to the day"),
        (Interval.parse("2022-10"), "to the month"),
        (Interval.parse("2022"), "to the year"),
        (Interval.parse("2022-10-03/2022-10-09"), "within 7 days"),
        (Interval(None, date(2022, 10, 9)), "one side open"),
        (Interval(), ""),
    ],
)
def test_precision_is_said(when: Interval, expected: str) -> None:
    """As exact as the days are."""
    assert wording.precision(when) == expected


def test_the_course_of_a_status_is_told() -> None:
    """Each status with the day of the first report."""
    steps = (
        StatusStep(Status.PLANNED, Interval.parse("2022-09-01"), ("a",)),
        StatusStep(Status.CALLED_FOR, Interval(), ("b",)),
    )
    assert wording.course(steps) == "planned, reported 2022-09-01; called for, reported on a day unknown"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(3, 3, "3"), (12, None, "≥ 12"), (None, 40000, "≤ 40,000"), (2, 2.5, "2-2.5"), (None, None, "?")],
)
def test_figures_are_in_mathematical_signs(low: float | None, high: float | None, expected: str) -> None:
    """An open side is one."""
    assert wording.figure(low, high) == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [("UKR/MIL", "Ukraine (MIL)"), ("UKR/GOV", "Ukraine"), ("RUS", "Russia"), ("the mayor", "the mayor")],
)
def test_a_side_of_a_dispute_has_its_name(who: str, expected: str) -> None:
    """States by name, parts of them with their sector, words as they are."""
    assert wording.party(who) == expected
