"""A brief: what it tells, where, and on what it rests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec
import pytest

import dragoman
from dragoman.faces.brief import Brief, SectionKind, Statement
from dragoman.terms import DragomanError, UnknownName

from . import merged, systems
from .merged import document, telling


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dragoman.Record]:
    """A record in which somebody denies the attack, and one thing is denied by all."""
    path = tmp_path_factory.mktemp("brief") / "r.dragoman"
    merged.fill(path)
    with dragoman.open(path) as found:
        found.edit(telling(found, "Volna State News"), "status", "denied", by="Aigul", why="as printed")
        reading = found.reading(document(found, "Steppe Courier"))
        for mention in reading.events if reading else ():
            found.edit(mention.id, "status", "denied", by="Aigul", why="a test")
        yield found


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dragoman.Record]:
    """A record of two years of imported events, and one that was read."""
    path = tmp_path_factory.mktemp("brief") / "s.dragoman"
    systems.fill(path)
    with dragoman.open(path, read_only=True) as found:
        yield found


def texts(found: Brief, kind: SectionKind) -> str:
    """All that a section states, with the headings."""
    section = found.section(kind)
    if section is None:
        return ""
    return "\n".join(
        line
        for group in section.groups
        for line in (group.title, *(each.text for one in group.statements for each in (one, *one.parts)))
    )


def test_every_number_in_the_text_is_in_the_list_and_the_other_way_round(record: dragoman.Record) -> None:
    """From 1 without gaps, in the order of reading, in the tree as in the Markdown."""
    found = record.brief("RUS", since="2022-07-01")
    numbers = [number for each in found.statements() for number in each.citations]
    assert list(dict.fromkeys(numbers)) == [each.number for each in found.citations]
    assert [each.number for each in found.citations] == list(range(1, len(found.citations) + 1))
    body, _, listed = found.to_markdown().partition("## Citations")
    assert {int(n) for n in re.findall(r"(?<!\\)\[(\d+)\]", body)} == set(numbers)
    assert [int(n) for n in re.findall(r"^(\d+)\. ", listed, re.M)] == sorted(set(numbers))


@pytest.mark.parametrize("about", ["RUS", "UKR"])
def test_no_statement_stands_on_nothing(record: dragoman.Record, about: str) -> None:
    """Each has citations, or the command that lists what it counts, or stands under one that has."""

    def check(statement: Statement, *, is_opened: bool) -> None:
        opened = is_opened or bool(statement.citations or statement.opens)
        assert opened, statement.text
        for part in statement.parts:
            check(part, is_opened=opened)

    found = record.brief(about)
    for section in found.sections:
        for statement in section.statements:
            check(statement, is_opened=False)
    assert found.headline.opens == f"dragoman events --about {about}"


def test_a_citation_opens_to_the_words(record: dragoman.Record) -> None:
    """Outlet, title, day, document, and a sentence that stands in it; a copy is named and not counted."""
    found = record.brief("RUS", since="2022-07-01", until="2022-08-01")
    (first,) = [each for each in found.citations if each.outlet == "Meridian Wire" and "port" in each.title][
        :1
    ]
    text = " ".join(record.document(first.document).text.split())
    assert all(words in text for words in first.sentences)
    assert (first.title, str(first.published)) == ("Missiles strike port of Odesa", "2022-07-23")
    assert first.copies == ("ViewsRocket24",)
    attack = next(each for each in found.statements() if each.event and each.reports == 2)
    outlets = {found.citations[number - 1].outlet for number in attack.citations}
    assert outlets == {"Meridian Wire", "Volna State News"}


def test_what_happened_stands_under_its_day(record: dragoman.Record) -> None:
    """With voices and reports, and that it is disputed."""
    found = record.brief("RUS", since="2022-07-23", until="2022-07-23")
    section = found.section(SectionKind.HAPPENED)
    assert section is not None
    (group,) = [each for each in section.groups if each.title == "2022-07-23, Saturday"]
    assert group.statements[0].text.startswith("Russia used ")
    assert (group.statements[0].reports, group.statements[0].disputed) == (2, ("status",))
    assert "voices in 2 reports; disputed: status" in found.to_markdown()


def test_a_denied_event_stands_under_denied(record: dragoman.Record) -> None:
    """And is not told among what happened."""
    found = record.brief("Kazakhstan", other="Russia")
    open_ = texts(found, SectionKind.OPEN)
    assert open_.startswith("Denied, or said not to have happened\n")
    assert "did not meet" in open_
    assert "(CONSULT" not in texts(found, SectionKind.HAPPENED)


def test_what_is_disputed_is_set_side_by_side(record: dragoman.Record) -> None:
    """Fields and figures, each side with its voices and its own citations."""
    found = record.brief("UKR", since="2022-07-01")
    said = texts(found, SectionKind.DISPUTED)
    assert "voices differ on whether it happened." in said
    assert re.search(r"^Happened, according to ", said, re.M)
    assert "Denied, according to Volna State News." in said
    assert re.search(r'^3 \("Three people were killed"\), according to Russia', said, re.M)
    section = found.section(SectionKind.DISPUTED)
    assert section is not None
    assert all(part.citations for each in section.statements for part in each.parts)


def test_an_empty_period_says_so_and_what_to_do(record: dragoman.Record) -> None:
    """With the days that the record does hold."""
    found = record.brief("RUS", since="2015-01-01", until="2016-12-31")
    assert found.is_empty
    assert not found.citations
    assert "The record holds no event about Russia from 2015-01-01 to 2016-12-31." in found.to_markdown()
    assert any("Outside this period it holds events from 2022-07-" in words for words in found.advice)
    assert "no event about Brazil." in record.brief("BRA").headline.text
    assert all(form for form in (found.to_html(), record.brief("BRA").to_html()))


def test_the_same_record_gives_the_same_brief(record: dragoman.Record) -> None:
    """Byte for byte, as a tree and in its forms."""
    one, two = (record.brief("UKR", since="2022-07-01") for _ in range(2))
    assert msgspec.json.encode(one) == msgspec.json.encode(two)
    assert (one.to_markdown(), one.to_html()) == (two.to_markdown(), two.to_html())


def test_a_story_is_told_whole(record: dragoman.Record) -> None:
    """Under its headline; a document that stands alone is no story."""
    found = record.brief(story=document(record, "ViewsRocket24").id[:8])
    assert found.title == "Missiles strike port of Odesa"
    assert found.scope.story
    assert {each.outlet for each in found.citations} <= {"Meridian Wire", "ViewsRocket24", "Volna State News"}
    with pytest.raises(DragomanError, match="belongs to no story"):
        record.brief(story=document(record, "Steppe Courier").id)


def test_long_periods_are_cut_and_name_the_command(record: dragoman.Record) -> None:
    """The rest is counted, and the command lists it."""
    found = record.brief("UKR", since="2022-07-01", most=1)
    section = found.section(SectionKind.HAPPENED)
    assert section is not None
    assert len(section.statements) == 1
    more = [each for each in (section.more, *(group.more for group in section.groups)) if each]
    assert all(re.match(r"and \d+ events? more", each.text) for each in more)
    commands = {command for each in more for command in each.commands}
    assert any(each.startswith("dragoman events --about UKR --since 2022-07") for each in commands)


def test_a_dyad_has_its_standing_and_what_is_likely(system: dragoman.Record) -> None:
    """With intervals, the base rate, and imported rows cited as rows, which are no quotations."""
    found = system.brief("KAZ", other="RUS", since="2022-06-01")
    assert found.scope.at == date(2022, 11, 6)
    moved = texts(found, SectionKind.MOVED)
    assert "Kazakhstan and Russia moved apart (apart with a probability of" in moved
    assert "90 % interval" in moved
    ahead = texts(found, SectionKind.NEXT)
    assert re.search(r"^Verbal conflict: .*base rate 0\.\d\d", ahead, re.M)
    row = next(each for each in found.citations if each.is_imported)
    assert row.document.startswith("icews ")
    assert f"“{row.sentences[0]}" not in found.to_markdown()
    assert "What they come to: dragoman relations DEU" in system.brief("DEU").to_markdown()
    assert "What is likely next" not in system.brief("KAZ", since="2022-01-01").to_markdown()


def test_it_is_measured_as_of_a_day(system: dragoman.Record) -> None:
    """That of ``at``; a day before the record begins is an error only where it was asked for."""
    assert system.brief("KAZ", other="RUS", at="2022-03-06").scope.at == date(2022, 3, 6)
    with pytest.raises(DragomanError, match="nothing was known by"):
        system.brief("KAZ", at="1999-01-01")


def test_what_was_asked_for_must_make_sense(record: dragoman.Record) -> None:
    """Somebody or a story, known names, days in order; each error says what to do."""
    for asked, words in (
        ({}, "--about SIDE or --story ID"),
        ({"other": "RUS", "story": "x"}, "give the first with --about"),
        ({"about": "RUS", "since": "2022-02-30"}, "not a day"),
        ({"about": "RUS", "since": "2022", "until": "2021"}, "before it begins"),
    ):
        with pytest.raises(DragomanError, match=words):
            record.brief(**asked)  # type: ignore[arg-type]  # filters by name
    with pytest.raises(UnknownName):
        record.brief("Ruritania")
