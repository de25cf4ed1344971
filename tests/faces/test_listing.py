"""Events as a listing: by day, in blocks or as a table."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from dragoman.faces.cli import listing
from dragoman.terms import Event, Interval, Mention, Status

from .samples import ARMY, MET, event

MONTH = Interval(date(2022, 10, 1), date(2022, 10, 31))


def shown(*events: Event, width: int = 80, ids: bool = False) -> str:
    """What stands on a terminal without colour that is so wide."""
    out = StringIO()
    assert listing.show(Console(file=out, width=width, no_color=True), events, ids=ids) == len(events)
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 109, 110, 160])
def test_everything_is_there_at_any_width(width: int) -> None:
    """Day, id, both sides, type, status, sentence, who says so, outlet; without colour and unbroken."""
    words = " ".join(shown(event(status=Status.CALLED_FOR), width=width).split())
    for part in ("2022-10-14, Friday", "aa11bb22", "CONSULT", "called for", "Peskov", "Courier"):
        assert part in words
    assert max(map(len, shown(MET, width=width).splitlines())) <= width


def test_a_narrow_terminal_gets_blocks() -> None:
    """One under the other, the sentence as wide as the terminal allows."""
    assert shown(MET) == (
        "2022-10-14, Friday\n"
        "aa11bb22  Vladimir Putin → Kassym-Jomart Tokayev\n"
        "          CONSULT, happened\n"
        "          Putin met Tokayev in Astana on Friday, Dmitry Peskov said.\n"
        "          says Dmitry Peskov · Steppe Courier\n"
        "\n"
    )


def test_a_wide_terminal_gets_a_table() -> None:
    """Its columns are named once."""
    lines = shown(MET, event(id="b", when=MONTH), width=140).splitlines()
    assert [line.split()[0] for line in lines if line.startswith("id")] == ["id"]
    assert sum("to whom" in line for line in lines) == 1


def test_a_heading_is_no_more_exact_than_the_date() -> None:
    """A month is not its first day, and a day of report is called one."""
    undated = event(when=Interval(), reported=MET.when)
    lines = shown(event(when=MONTH), MET, undated, event(when=Interval())).splitlines()
    headings = [line for line in lines if line[:1].isupper() or line.startswith("20")]
    assert headings == [
        "2022-10",
        "2022-10-14, Friday",
        "Day unknown, reported 2022-10-14, Friday",
        "Day unknown",
    ]


def test_days_that_begin_together_are_kept_apart() -> None:
    """Events of a day and of the week that begins with it come mixed from the record."""
    day, week = date(2022, 10, 3), Interval(date(2022, 10, 3), date(2022, 10, 9))
    mixed = [event(id=str(n), when=week if n % 2 else Interval.day(day)) for n in range(4)]
    text = shown(*mixed)
    assert text.count("2022-10-03, Monday") == text.count("2022-10-03/2022-10-09") == 1


def test_ids_are_shown_when_wanted() -> None:
    """Instead of names."""
    assert "RUS → Kassym-Jomart Tokayev" in shown(event(actors=(ARMY,)), ids=True)
    assert "Russia (MIL) → Kassym-Jomart Tokayev" in shown(event(actors=(ARMY,)))


def test_square_brackets_are_no_markup() -> None:
    """Texts are full of them."""
    assert "the law [/red] of [bold]" in shown(event(sentence="the law [/red] of [bold]"))


def test_nothing_is_shown_of_nothing() -> None:
    """Not even the names of the columns."""
    assert shown(width=160) == ""


def test_support_and_dispute_stand_in_the_notes() -> None:
    """How many voices in how many reports, which documents are copies, and what is disputed."""
    told = event(documents=("a", "b", "c"), reports=2, voices=2, disputed=("when", "where"))
    words = " ".join(shown(told).split())
    assert "Steppe Courier · 2 voices in 2 reports, 1 copy · disputed: when, where" in words
    assert "voice" not in shown(MET)


def test_long_names_go_on_below_the_names() -> None:
    """Not below the id."""
    many = tuple(Mention(f"somebody with a long name {number}") for number in range(4))
    lines = shown(event(actors=many)).splitlines()
    assert lines[1].startswith("aa11bb22  ")
    assert lines[2].startswith(" " * 10)
