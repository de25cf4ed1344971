"""Documents dated by others that tell the same, and by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record import by_hand, by_others
from dragoman.record.dating import BY_HAND, OTHER_DOCUMENT
from dragoman.terms import Clue, Document, DragomanError, Interval, Judgement, JudgementKind, Published

DATELINE = Clue("dateline", "Oct 9, 2022", Interval.parse("2022-10-09"))


def document(id: str, days: str = "/", best: date | None = None, *clues: Clue) -> Document:
    """A document published on some days, as given with it where no other clue says so."""
    interval = Interval.parse(days)
    given_days = () if interval.is_unknown else (Clue("given", days, interval),)
    published = Published(interval, clues or given_days, best)
    return Document(id, id, "words", f"{id}.txt", title=f"Title {id}", outlet="Volna", published=published)


def judgement(value: str, remark: str = "") -> Judgement:
    """A decision of somebody about the document a."""
    return Judgement(JudgementKind.PUBLISHED, "a", value, "Aigul", "2026-11-25T10:00:00+00:00", remark)


def test_an_undated_document_takes_the_days_around_its_double() -> None:
    """A copy comes on the same day or later, an original not much earlier."""
    published = by_others(document("a"), [document("b", "2022-10-12")])
    assert published is not None
    assert str(published.interval) == "2022-10-09/2022-10-26"
    assert published.best == date(2022, 10, 12)
    (clue,) = published.clues
    assert (clue.kind, clue.quotation, clue.interval) == (OTHER_DOCUMENT, "Title b", published.interval)
    assert "2022-10-12 in Volna" in clue.reason


def test_a_dated_document_keeps_its_day() -> None:
    """Whatever others say."""
    for days in ("2022-10-07", "2022-10", "2022-10-01/2022-10-31"):
        assert by_others(document("a", days), [document("b", "2021-01-01")]) is None


@pytest.mark.parametrize("days", ["/", "2022", "2022-10-01/", "/2022-10-01"])
def test_who_is_dated_badly_dates_nobody(days: str) -> None:
    """More than a month is no day to lean on."""
    assert by_others(document("a"), [document("b", days)]) is None
    assert by_others(document("a"), []) is None


def test_several_doubles_narrow_the_days() -> None:
    """All of them count where they agree; where they do not, in whatever order, they set no day."""
    others = [document("b", "2022-10-12"), document("c", "2022-10-18")]
    published = by_others(document("a"), others)
    assert published is not None
    assert str(published.interval) == "2022-10-15/2022-10-26"
    assert published.best is not None
    assert published.interval.contains(published.best)
    third = document("d", "2015-01-01")
    apart = by_others(document("a"), [third, *others])
    assert apart is not None
    assert apart == by_others(document("a"), [*others, third])
    assert (len(apart.clues), apart.interval.is_unknown) == (3, True)


def test_clues_of_its_own_stay_beside_it() -> None:
    """A wide interval from the text is narrowed; one that contradicts stays as it was."""
    clue = Clue("office", "President Obama", Interval.parse("2009/2016"), 0.97)
    wide = document("a", "2009/2016", date(2009, 5, 1), clue)
    near = by_others(wide, [document("b", "2012-03-04")])
    assert near is not None
    assert (str(near.interval), near.best) == ("2012-03-01/2012-03-18", date(2012, 3, 4))
    assert near.clues[-1] == clue
    far = by_others(wide, [document("b", "2022-10-12")])
    assert far is not None
    assert (far.interval, far.best) == (wide.published.interval, wide.published.best)
    assert far.contradicts(far.clues[0])


def test_asking_again_changes_nothing() -> None:
    """A clue that is known is not added twice."""
    other = document("b", "2022-10-12")
    first = by_others(document("a", "2022/2023"), [other])
    assert first is not None
    again = document("a", "2022/2023", None, *first.clues)
    assert by_others(again, [other]) == first


@given(st.lists(st.dates(date(2020, 2, 25), date(2020, 3, 5)), min_size=1, max_size=4))
def test_the_best_day_lies_in_the_interval(days: list[date]) -> None:
    """However many others there are."""
    others = [document(f"b{number}", str(day)) for number, day in enumerate(days)]
    published = by_others(document("a"), others)
    assert published is not None
    assert published.best is not None
    assert published.interval.contains(published.best)
    assert 1 <= (published.interval.width_days or 0) <= 18


def test_a_person_has_the_last_word() -> None:
    """The day is that of the judgement; the clues stay for comparison, contradictions among them."""
    published = by_hand(
        document("a", "2022-10-09", None, DATELINE), judgement("2022-10-07", "printed edition")
    )
    assert (str(published.interval), published.best) == ("2022-10-07", date(2022, 10, 7))
    hand, dateline = published.clues
    assert (hand.kind, hand.quotation, hand.weight) == (BY_HAND, "2022-10-07", 1.0)
    assert hand.reason == "Aigul, 2026-11-25: printed edition"
    assert dateline == DATELINE
    assert published.contradicts(dateline)


def test_days_by_hand_need_not_be_one_day() -> None:
    """A month has no best day."""
    published = by_hand(document("a"), judgement("2022-10"))
    assert (published.interval, published.best) == (Interval.parse("2022-10"), None)
    assert published.clues[0].reason == "Aigul, 2026-11-25"


def test_a_later_judgement_replaces_the_clue_of_an_earlier_one() -> None:
    """Only the latest is shown with the document; the record keeps both."""
    first = by_hand(document("a", "2022-10-09", None, DATELINE), judgement("2022-10-07"))
    second = by_hand(document("a", "2022-10-07", None, *first.clues), judgement("2022-10-08"))
    assert [clue.quotation for clue in second.clues] == ["2022-10-08", "Oct 9, 2022"]


def test_no_date_is_an_error() -> None:
    """What cannot be read as days is refused."""
    with pytest.raises(DragomanError, match="soon"):
        by_hand(document("a"), judgement("soon"))
