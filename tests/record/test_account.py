"""Tellings of one event to the event: who says so, which status holds, who takes part."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.account import event_of
from dragoman.record.voices import current, history, independent_reports, voice_of
from dragoman.terms import (
    Attribution,
    Event,
    EventMention,
    EventType,
    Interval,
    Mention,
    Span,
    Status,
    Telling,
)

RUSSIA = Mention("Moscow", "RUS", "RUS", "GOV")
UKRAINE = Mention("Kyiv", "UKR", "UKR", "GOV")
KAZAKHSTAN = Mention("Astana", "KAZ", "KAZ", "GOV")
ARMY = Mention("Russian troops", "RUS", "RUS", "MIL")
PUTIN = Mention("Vladimir Putin", "Vladimir Putin", "RUS", "GOV")
GUNMEN = Mention("gunmen")
MINISTRY = Mention("the Defence Ministry", None, "RUS", "MIL")
PESKOV = Mention("he", "Dmitry Peskov", "RUS", "GOV")
UKRAINE_AT_LARGE = Mention("Ukraine", "UKR", "UKR")
KHARKIV = Mention("Kharkiv region", "UKR/Kharkiv", "UKR")
KUPIANSK = Mention("Kupiansk", "UKR/Kharkiv/Kupianskyi Raion:Kupiansk", "UKR")
LVIV = Mention("Lviv", "UKR/Lviv", "UKR")


def told(
    name: str,
    actors: tuple[Mention, ...] = (RUSSIA,),
    recipients: tuple[Mention, ...] = (UKRAINE,),
    *,
    outlet: str = "",
    by: tuple[Mention, ...] = (),
    type: EventType = EventType.ASSAULT,
    status: Status = Status.HAPPENED,
    when: str = "",
    where: Mention | None = None,
    on: str = "",
    mode: str | None = None,
    confidence: float = 0.5,
) -> Telling:
    """A telling in a document of that name, reported ``on`` a day by an outlet, of its own by default."""
    mention = EventMention(
        f"{name}1",
        name,
        type,
        actors,
        recipients,
        Span(0, 1),
        (Span(0, 9),),
        status,
        tuple(map(Attribution, by)),
        mode,
        when=Interval.parse(when or "/"),
        where=where,
        confidence=confidence,
    )
    return Telling(
        mention, name, (outlet or f"Outlet {name}",), f"Sentence {name}.", Interval.parse(on or "/")
    )


def event(*tellings: Telling, **copies: str) -> Event:
    """The event of the tellings; each keyword is a copy and names its original."""
    return event_of(tellings, copies)


def keys(*tellings: Telling, **copies: str) -> list[str]:
    """The keys of the voices of tellings."""
    return [voice.key for one in tellings for voice in voice_of(one, copies)]


piles = st.lists(
    st.builds(
        told,
        st.sampled_from("abcdefgh"),
        st.sampled_from([(), (RUSSIA,), (ARMY, PUTIN), (UKRAINE,), (GUNMEN,), (RUSSIA, PUTIN, RUSSIA)]),
        st.sampled_from([(), (UKRAINE,), (PUTIN,)]),
        outlet=st.sampled_from(["Steppe Wire", "Volga Post"]),
        by=st.sampled_from([(), (MINISTRY,), (PESKOV, MINISTRY), (GUNMEN,)]),
        type=st.sampled_from([EventType.ASSAULT, EventType.COERCE, EventType.CONSULT]),
        status=st.sampled_from(Status),
        when=st.sampled_from(["", "2022-10", "2022-10-07", "2022-10-08/", "2022-11"]),
        where=st.sampled_from([None, UKRAINE_AT_LARGE, KHARKIV, KUPIANSK, LVIV]),
        on=st.sampled_from(["", "2022-10-08", "2022-10-09", "/2022-10-08"]),
        mode=st.sampled_from([None, "drone", "artillery"]),
        confidence=st.sampled_from([0.3, 0.8]),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda one: one.mention.document,
)


def test_who_is_quoted_by_two_is_one_voice() -> None:
    """Two newspapers that quote one ministry are two reports and one voice; a third adds its own."""
    quoting = (told("a", by=(MINISTRY,)), told("b", by=(msgspec.structs.replace(MINISTRY, text="troops"),)))
    assert (event(*quoting).reports, event(*quoting).voices) == (2, 1)
    assert (event(*quoting, told("c")).reports, event(*quoting, told("c")).voices) == (3, 2)


@pytest.mark.parametrize(
    ("telling", "key"),
    [
        (told("a", by=(PESKOV,)), "dmitry peskov"),
        (told("a", by=(RUSSIA,)), "rus"),
        (told("a", by=(Mention("an official", None, "RUS", "GOV"),)), "rus"),
        (told("a", by=(MINISTRY,)), "rus mil"),
        (told("a", by=(Mention("The  Witnesses"),)), "witnesses"),
        (told("a", by=(Mention("She"),)), "she of a"),
        (told("a", by=(Mention("Steppe Wire"),)), "steppe wire"),
        (told("a", outlet="Steppe Wire"), "steppe wire"),
    ],
)
def test_whose_voice_it_is(telling: Telling, key: str) -> None:
    """An entity, else a state's sector, else the words; an unresolved pronoun is somebody of that text."""
    assert keys(telling)[0] == key


def test_a_document_and_its_copies_are_one_voice() -> None:
    """A copy in another newspaper speaks with the voice of its original."""
    original, copy = told("b", outlet="Steppe Wire"), told("a", outlet="Volga Post")
    joint = event(original, copy, a="b")
    assert (joint.voices, joint.reports, joint.outlets) == (1, 1, ("Steppe Wire", "Volga Post"))
    assert independent_reports([original, copy], {}) == 2
    assert joint.sentence == "Sentence b."


def test_statuses_stand_in_the_order_of_the_reports() -> None:
    """Called for, planned, happened, each once, with the first day and every telling; unknown days last."""
    pile = [
        told("d", status=Status.DENIED),
        told("c", on="2022-10-09"),
        told("b", status=Status.PLANNED, on="2022-10-03"),
        told("a", status=Status.PLANNED, on="2022-10-02"),
    ]
    steps = history(pile)
    assert [step.status for step in steps] == [Status.PLANNED, Status.HAPPENED, Status.DENIED]
    assert (str(steps[0].reported), steps[0].tellings) == ("2022-10-02", ("a1", "b1"))


P, H, D, C, O = Status.PLANNED, Status.HAPPENED, Status.DENIED, Status.CALLED_FOR, Status.ONGOING  # noqa: E741


@pytest.mark.parametrize(
    ("pile", "holds"),
    [
        ([told("a", status=P, on="2022-10-02"), told("b", on="2022-10-08")], H),
        ([told("a", on="2022-10-02"), told("b", status=P, on="2022-10-08", when="2022-10-20")], H),
        (
            [
                told("a", on="2022-10-02", by=(PESKOV,)),
                told("b", status=P, on="2022-10-08", when="2022-10-20"),
            ],
            P,
        ),
        ([told("a", on="2022-10-02", by=(PESKOV,)), told("b", status=P, on="2022-10-08")], H),
        ([told("a", on="2022-10-02"), told("b", status=O, on="2022-10-08")], O),
        ([told("a"), told("b", status=D), told("c", status=D)], H),
        ([told("a", status=P, on="2022-10-02"), told("b", status=D, on="2022-10-08")], D),
        ([told("a", status=D, on="2022-10-02"), told("b", status=P, on="2022-10-08")], P),
        ([told("a", status=D, on="2022-10-02"), told("b", status=P, on="2022-10-02")], P),
        ([told("a", status=C, on="2022-10-02"), told("b", status=P)], C),
        ([told("a", status=C), told("b", status=P)], P),
    ],
)
def test_which_status_holds(pile: list[Telling], holds: Status) -> None:
    """The rows of the table, each with an example."""
    assert current(pile, {}) is holds
    assert event_of(pile, {}).status is holds


def test_a_late_reprint_of_a_plan_is_no_news() -> None:
    """What was called off is not on again because a newspaper copies the old announcement."""
    pile = [
        told("a", status=P, on="2022-10-02"),
        told("b", status=D, on="2022-10-08"),
        told("c", status=P, on="2022-10-09"),
    ]
    assert (current(pile, {"c": "a"}), current(pile, {})) == (D, P)


def test_of_one_telling_every_field_is_its_own() -> None:
    """Nothing is weighed, and nothing gets lost."""
    one = told("a", by=(PESKOV, MINISTRY), when="2022-10-07", where=KHARKIV, on="2022-10-08", mode="drone")
    mention, joint = one.mention, event(one)
    own = ("id", "type", "actors", "recipients", "status", "when", "where", "mode", "confidence")
    assert [getattr(joint, name) for name in own] == [getattr(mention, name) for name in own]
    assert (joint.sentence, joint.reported, joint.outlets) == (one.sentence, one.published, one.outlets)
    assert (joint.tellings, joint.documents, joint.reports, joint.voices) == (("a1",), ("a",), 1, 2)
    assert joint.said_by == ("Dmitry Peskov", "the Defence Ministry")
    assert (joint.history, joint.disputed, joint.story) == (history([one]), (), "")


def test_the_more_exact_participant_is_kept() -> None:
    """ "Moscow" and "Vladimir Putin" are one participant; whom one report alone names is kept beside."""
    joint = event(
        told("a", (RUSSIA, KAZAKHSTAN)), told("b", (PUTIN,)), told("c", (RUSSIA,), (UKRAINE, KAZAKHSTAN))
    )
    assert joint.actors == (PUTIN, KAZAKHSTAN)
    assert joint.recipients == (UKRAINE,)
    assert joint.disputed == ()


def test_mere_words_yield_to_the_known() -> None:
    """Who is known stands for the gunmen; of unresolved words only the fullest telling's are kept."""
    assert event(told("a", (GUNMEN,), ()), told("b", (ARMY,), ())).actors == (ARMY,)
    others = Mention("armed men")
    assert event(told("a", (GUNMEN,), (), on="2022"), told("b", (others,), ())).actors == (GUNMEN,)


def test_who_contradicts_the_many_does_not_take_part() -> None:
    """The roles that most voices give stand; the exchange is a dispute."""
    joint = event(told("a"), told("b"), told("c", (UKRAINE,), (RUSSIA,)))
    assert (joint.actors, joint.recipients) == ((RUSSIA,), (UKRAINE,))
    assert joint.disputed == ("actors", "recipients")


def test_participants_are_named_as_the_first_report_names_them() -> None:
    """Of equal participants the words of the earliest telling are printed."""
    early = msgspec.structs.replace(RUSSIA, text="the Kremlin")
    assert event(told("a", on="2022-10-08"), told("b", (early,), on="2022-10-07")).actors == (early,)


def test_voices_make_surer_and_reports_do_not() -> None:
    """Two voices of a half are three quarters; the same ministry again, or a denial, adds nothing."""
    assert event(told("a"), told("b")).confidence == 0.75
    assert event(told("a", by=(MINISTRY,)), told("b", by=(MINISTRY,))).confidence == 0.5
    assert event(told("a"), told("b", status=Status.DENIED)).confidence == 0.5
    assert event(*(told(name, confidence=0.9) for name in "abcd")).confidence == 0.99


def test_the_sentence_is_that_of_the_first_who_says_so() -> None:
    """A copy, a plan and a later report stand behind the first report that it happened."""
    joint = event(
        told("a", status=Status.PLANNED, on="2022-10-01"),
        told("b", on="2022-10-07"),
        told("c", on="2022-10-06"),
        told("d", on="2022-10-05"),
        d="z",
    )
    assert (joint.sentence, str(joint.reported)) == ("Sentence c.", "2022-10-01")


@settings(deadline=None)
@given(piles, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(pile: list[Telling], dice: random.Random) -> None:
    """However the tellings are shuffled or repeated, the event is equal, field by field."""
    shuffled = [*pile, pile[0]]
    dice.shuffle(shuffled)
    copies = {"b": "a", "c": "a", "h": "x"}
    assert event_of(shuffled, copies, "s") == event_of(pile, copies, "s")
    assert history(shuffled) == history(pile)


@settings(deadline=None)
@given(piles, st.data())
def test_an_exact_copy_tells_nothing_new(pile: list[Telling], data: st.DataObject) -> None:
    """It adds an outlet, a document and a telling, and changes nothing else."""
    one = data.draw(st.sampled_from(pile))
    mention = msgspec.structs.replace(one.mention, id="z1", document="z")
    days = [one.published] if one.published.is_unknown else [one.published, Interval.parse("2022-12-01")]
    day = data.draw(st.sampled_from(days))
    copy = msgspec.structs.replace(one, mention=mention, outlets=("Copying Post",), published=day)
    before, after = event_of(pile, {}), event_of([*pile, copy], {"z": one.mention.document})
    added = [(step.status, step.reported) for step in after.history]
    assert added == [(step.status, step.reported) for step in before.history]
    same = ("id", "outlets", "documents", "tellings", "history")
    assert msgspec.structs.replace(after, **{name: getattr(before, name) for name in same}) == before


@settings(deadline=None)
@given(piles)
def test_an_event_sums_up_its_tellings(pile: list[Telling]) -> None:
    """Its day and its participants are some telling's own, and nobody stands in a role twice."""
    joint = event_of(pile, {})
    assert joint.when in [one.mention.when for one in pile]
    named = {each for one in pile for each in (*one.mention.actors, *one.mention.recipients)}
    assert {*joint.actors, *joint.recipients} <= named
    assert len(joint.tellings) == len(pile)
    assert joint.confidence >= min(one.mention.confidence for one in pile)
