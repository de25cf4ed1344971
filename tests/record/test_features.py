"""What is looked at of two tellings."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings

from dragoman.record import features
from dragoman.record.alike import closeness
from dragoman.record.features import FEATURES, OF_WORDS, Feature
from dragoman.record.trace import Trace
from dragoman.terms import EventType, Status
from tests.record.traces import START, traces

ONE = Trace(
    mention="a",
    document="p",
    type=EventType.ASSAULT,
    status=Status.HAPPENED,
    actors=("RUS|RUS",),
    recipients=("UKR|UKR",),
    sides=("RUS", "UKR"),
    when=(START, START),
    near=(START, START),
    published=(START + 1, START + 1),
    place="UKR/Kharkiv",
    act=("shell",),
    words=("kupiansk", "turbin", "shell"),
    about=("kupiansk", "winter"),
    figures=(40.0,),
    sentence="theyshelledkupiansk",
    gist=bytes(range(1, 97)),
)
OTHER = msgspec.structs.replace(ONE, mention="b", document="q")
LATER = {"when": (START + 30, START + 30), "near": (START + 30, START + 30)}
DAYLESS = {"when": None, "near": (START - 4, START + 1)}
PUTIN, LAVROV = ("RUS|Vladimir Putin",), ("RUS|Sergei Lavrov",)


@settings(deadline=None, max_examples=60)
@given(traces, traces)
def test_features_are_symmetric_and_bounded(one: Trace, other: Trace) -> None:
    """Which telling comes first does not matter, to the last bit; silence or -1 to 2 is said."""
    for feature in (*FEATURES, *OF_WORDS):
        found = feature(one, other)
        assert feature(other, one) == found, feature.__name__
        assert found is None or -1.001 <= found <= 2, feature.__name__


def test_every_feature_explains_itself() -> None:
    """In words of its own, which the reasons are made of."""
    explained = {feature.__name__: (feature.__doc__ or "").strip() for feature in (*FEATURES, *OF_WORDS)}
    assert all(explained.values())
    assert len(set(explained.values())) == len(explained)


@pytest.mark.parametrize(
    ("feature", "others", "expected"),
    [
        (features.same_words_for_it, {}, 1.0),
        (features.same_words_for_it, {"act": ("bombard",)}, 0.0),
        (features.same_deed, {"act": ("bombard",)}, 0.0),
        (features.same_deed, {"sides": ("RUS",)}, 0.0),
        (features.same_deed_that_day, {"type": EventType.MOBILIZE}, 1.0),
        (features.same_deed_that_day, {"type": EventType.AID}, 0.0),
        (features.same_deed_that_day, LATER, 0.0),
        (features.same_type_that_day, {"type": EventType.MOBILIZE}, 0.0),
        (features.same_type_that_day, {"when": (START - 1, START + 2)}, 0.5),
        (features.same_seldom_type, {}, 0.0),
        (features.same_gist, {"gist": bytes(256 - byte for byte in range(1, 97))}, -1.0),
        (features.neighbouring_type, {"type": EventType.COERCE}, 1.0),
        (features.opposite_type, {"type": EventType.AID}, 1.0),
        (features.same_parties, {"sides": ("KAZ", "RUS", "UKR")}, 1.0),
        (features.same_parties, {"sides": ("KAZ", "UKR")}, 0.5),
        (features.other_parties, {"sides": ("KAZ", "RUS", "UKR")}, 0.0),
        (features.other_parties, {"sides": ("KAZ", "UKR")}, 0.5),
        (features.other_actor, {"actors": PUTIN}, 0.0),
        (features.other_actor, {"actors": ("KAZ|KAZ",)}, 1.0),
        (features.turned_round, {"actors": ONE.recipients, "recipients": ONE.actors}, 1.0),
        (features.same_day, {"when": (START - 1, START + 2)}, 0.5),
        (features.same_day, LATER, 0.0),
        (features.days_apart, {}, 0.0),
        (features.out_of_time, DAYLESS, 0.0),
        (features.out_of_time, {**DAYLESS, "near": (START + 26, START + 31)}, 0.96),
        (features.reported_together, DAYLESS, 1.0),
        (features.reported_together, {**DAYLESS, "published": (START + 31, START + 31)}, 0.0),
        (features.same_place, {"place": "UKR/Kharkiv:Kupiansk"}, 0.0),
        (features.other_place, {"place": "UKR/Kharkiv:Kupiansk"}, 0.0),
        (features.other_place, {"place": "UKR/Lviv"}, 1.0),
        (features.same_sentence, {}, 1.0),
        (features.other_story, {"about": ("flour",)}, 1.0),
        (features.shared_detail, {"words": ("shell", "lviv")}, 0.0),
        (features.same_word_and_details, {}, 1.0),
        (features.same_word_and_details, {"act": ("bombard",)}, 0.0),
        (features.nothing_else_shared, {"words": ("shell", "lviv")}, 1.0),
        (features.shared_figures, {"figures": (3.0, 40.0)}, 1.0),
        (features.denied_by_one, {"status": Status.DENIED}, 1.0),
        (features.wished_by_one, {"status": Status.PLANNED}, 1.0),
        (features.one_report, {"document": "p"}, 1.0),
    ],
)
def test_what_is_seen(feature: Feature, others: dict[str, object], expected: float) -> None:
    """Of two tellings that are alike but for this."""
    assert feature(ONE, msgspec.structs.replace(OTHER, **others)) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("feature", "others"),
    [
        (features.same_gist, {"gist": b""}),
        (features.same_words_and_gist, {"gist": b""}),
        (features.other_actor, {"actors": ()}),
        (features.other_recipient, {"recipients": ()}),
        (features.turned_round, {"type": EventType.CONSULT}),
        (features.same_day, DAYLESS),
        (features.days_apart, DAYLESS),
        (features.reports_apart, {}),
        (features.out_of_time, {}),
        (features.same_place, {"place": ""}),
        (features.other_place, {"place": ""}),
        (features.same_sentence, {"document": "p"}),
        (features.same_story, {"document": "p"}),
        (features.shared_words, {"words": ()}),
        (features.shared_words, {"document": "p"}),
        (features.shared_detail, {"document": "p"}),
        (features.reported_together, {"published": None}),
        (features.other_parties, {"sides": ()}),
        (features.same_known_deed, {"deed": "2022-02-24 RUS UKR"}),
        (features.other_known_deed, {"deed": "2022-02-24 RUS UKR"}),
        (features.shared_figures, {"figures": ()}),
    ],
)
def test_what_is_not_said_speaks_neither_way(feature: Feature, others: dict[str, object]) -> None:
    """One of the two is silent."""
    assert feature(ONE, msgspec.structs.replace(OTHER, **others)) is None


def test_known_deeds_are_the_same_or_not() -> None:
    """And what everybody knows is told of at any time."""
    one = msgspec.structs.replace(ONE, when=None, deed="2022-02-24 RUS UKR")
    late = {"published": (START + 300, START + 300), "when": None}
    other = msgspec.structs.replace(OTHER, **late, deed="2022-02-24 RUS UKR")
    third = msgspec.structs.replace(OTHER, **late, deed="2014-02-27 RUS UKR")
    assert (features.same_known_deed(one, other), features.same_known_deed(one, third)) == (1.0, 0.0)
    assert (features.other_known_deed(one, other), features.other_known_deed(one, third)) == (0.0, 1.0)
    assert features.reports_apart(one, other) is None
    assert features.reports_apart(one, third) == pytest.approx(1.66, abs=0.01)


def test_two_persons_of_a_state_are_two_and_the_state_may_mean_either() -> None:
    """ "Moscow" said it, or Putin; Lavrov is not Putin."""
    putin, lavrov = (msgspec.structs.replace(ONE, actors=each) for each in (PUTIN, LAVROV))
    assert features.other_actor(putin, lavrov) == 1.0
    assert features.other_actor(putin, OTHER) == features.other_actor(OTHER, lavrov) == 0.0


def test_meetings_have_no_side_that_acts() -> None:
    """ "Xi met Putin" and "Putin met Xi" are one."""
    one = msgspec.structs.replace(ONE, type=EventType.CONSULT)
    other = msgspec.structs.replace(one, actors=one.recipients, recipients=one.actors)
    assert features.other_actor(one, other) == features.other_recipient(one, other) == 0.0


def test_closeness_is_a_cosine() -> None:
    """Of bytes with a sign; nothing points nowhere."""
    assert closeness(bytes([3, 0]), bytes([100, 0])) == pytest.approx(1.0)
    assert closeness(bytes([3, 0]), bytes([0, 250])) == pytest.approx(0.0)
    assert closeness(bytes([3, 0]), bytes([253, 0])) == pytest.approx(-1.0)
    assert closeness(bytes(2), bytes([3, 0])) == 0.0
