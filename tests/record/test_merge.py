"""Exact copies are one event; everything else stands alone."""

from __future__ import annotations

import random
from datetime import date

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record import merge
from dragoman.terms import (
    Attribution,
    EventMention,
    EventType,
    Interval,
    Mention,
    Span,
    Status,
    Telling,
)

SENTENCE = "Astana rejected Moscow's proposal."
ASTANA = Mention("Astana", "KAZ", "KAZ", "GOV", Span(0, 6))
MOSCOW = Mention("Moscow", "RUS", "RUS", "GOV", Span(16, 22))


def telling(
    document: str = "a",
    *,
    fingerprint: str = "f",
    outlets: tuple[str, ...] = ("Steppe Wire",),
    sentence: str = SENTENCE,
    at: int = 0,
    when: Interval = Interval(),  # noqa: B008 - frozen
    type: EventType = EventType.REJECT,
    status: Status = Status.HAPPENED,
    trigger: int = 7,
    actor: Mention = ASTANA,
    published: Interval = Interval(),  # noqa: B008 - frozen
) -> Telling:
    """One telling whose evidence begins ``at`` that character."""
    placed = msgspec.structs.replace(actor, span=Span(at, at + 6))
    mention = EventMention(
        id=f"{document}-{type}-{status}-{trigger}-{at}-{actor.text}",
        document=document,
        type=type,
        actors=(placed,),
        recipients=(MOSCOW,),
        trigger=Span(at + trigger, at + trigger + 8),
        evidence=(Span(at, at + len(sentence)),),
        status=status,
        said_by=(Attribution(Mention("Tokayev")),),
        when=when,
    )
    return Telling(mention, fingerprint, outlets, sentence, published)


tellings = st.builds(
    telling,
    st.sampled_from("abc"),
    fingerprint=st.sampled_from("fg"),
    outlets=st.sampled_from([(), ("Steppe Wire",), ("Steppe Wire", "Volga Post")]),
    sentence=st.sampled_from([SENTENCE, "Nothing came of it."]),
    at=st.sampled_from([0, 50]),
    when=st.sampled_from([Interval(), Interval.parse("2022-10"), Interval.parse("2022-10-07")]),
    type=st.sampled_from([EventType.REJECT, EventType.ACCUSE]),
    status=st.sampled_from([Status.HAPPENED, Status.DENIED]),
    trigger=st.sampled_from([7, 20]),
    published=st.sampled_from(
        [Interval(), *map(Interval.parse, ("2022", "2022-10-07", "2022-10-08/", "/2022-10-06"))]
    ),
)
piles = st.lists(tellings, max_size=12, unique_by=lambda one: one.mention.id)


def test_copies_are_one_event_and_one_report() -> None:
    """The same article on another page, its furniture moving every offset, tells nothing new."""
    (event,) = merge([telling("a"), telling("b", at=50, outlets=("Volga Post",))])
    assert event.reports == 1
    assert event.outlets == ("Steppe Wire", "Volga Post")
    assert event.documents == ("a", "b")
    assert len(event.tellings) == 2
    assert (event.sentence, event.said_by) == (SENTENCE, ("Tokayev",))


def test_other_articles_are_other_events() -> None:
    """The same sentence in two articles that are not copies is two events with two ids."""
    first, second = merge([telling("a", fingerprint="f"), telling("b", fingerprint="g")])
    assert first.id != second.id


def test_what_is_told_differently_stays_apart() -> None:
    """Another type, status, actor, sentence or place in the sentence is another event."""
    pile = [
        telling("a"),
        telling("b", type=EventType.ACCUSE),
        telling("c", status=Status.DENIED),
        telling("d", actor=msgspec.structs.replace(ASTANA, text="Tashkent", entity="UZB")),
        telling("e", sentence="Astana rejected it."),
        telling("f", trigger=20),
    ]
    assert len(merge(pile)) == len(pile)


def test_a_dated_copy_dates_the_event() -> None:
    """Of what the copies say about the day, the most exact counts; unknown yields to known."""
    day, month = Interval.day(date(2022, 10, 7)), Interval.parse("2022-10")
    pile = [telling("a"), telling("b", when=month), telling("c", when=day)]
    assert [event.when for event in merge(pile)] == [day]
    assert [event.when for event in merge(pile[:2])] == [month]
    assert [event.when for event in merge(pile[:1])] == [Interval()]


def test_reading_again_gives_the_same_ids() -> None:
    """An id rests on what is told, not on when, by whom it was read or how surely."""
    before = telling("a")
    mention = msgspec.structs.replace(before.mention, id="new", reader="better/2", confidence=0.9)
    after = msgspec.structs.replace(before, mention=mention)
    assert [event.id for event in merge([before])] == [event.id for event in merge([after])]


def test_nothing_told_is_nothing_happened() -> None:
    """No tellings, no events."""
    assert merge([]) == ()


@settings(deadline=None)
@given(piles, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(pile: list[Telling], dice: random.Random) -> None:
    """However the pile is shuffled, the events are equal, field by field."""
    shuffled = list(pile)
    dice.shuffle(shuffled)
    assert merge(shuffled) == merge(pile)


@settings(deadline=None)
@given(piles)
def test_every_telling_is_in_one_event(pile: list[Telling]) -> None:
    """None is lost and none counts twice, even when it is given twice."""
    events = merge(pile)
    told = [id for event in events for id in event.tellings]
    assert sorted(told) == sorted(one.mention.id for one in pile)
    assert len({event.id for event in events}) == len(events)
    assert merge(pile + pile) == events


@settings(deadline=None)
@given(piles)
def test_an_event_sums_up_its_tellings(pile: list[Telling]) -> None:
    """Its outlets and documents are theirs, its days and its first report are some telling's own."""
    told = {one.mention.id: one for one in pile}
    for event in merge(pile):
        tellings = [told[id] for id in event.tellings]
        assert set(event.outlets) == {outlet for one in tellings for outlet in one.outlets}
        assert set(event.documents) == {one.mention.document for one in tellings}
        assert event.when in [one.mention.when for one in tellings]
        assert event.reported in [one.published for one in tellings]
        assert event.reported.is_unknown == all(one.published.is_unknown for one in tellings)


def test_the_first_report_dates_the_reporting() -> None:
    """Of several copies the earliest known publication counts; one without a date says nothing."""
    days = [Interval(), Interval.parse("2022-10-09"), Interval.parse("2022-10-08")]
    (event,) = merge([telling(name, published=day) for name, day in zip("abc", days, strict=True)])
    assert str(event.reported) == "2022-10-08"


def test_a_pronoun_is_named_by_whom_it_takes_up() -> None:
    """ "He" says nothing to somebody who reads the event alone."""
    speaker = Attribution(Mention("he", "Dmitry Peskov"))
    told = telling("a")
    spoken = msgspec.structs.replace(told, mention=msgspec.structs.replace(told.mention, said_by=(speaker,)))
    (event,) = merge([spoken])
    assert event.said_by == ("Dmitry Peskov",)
