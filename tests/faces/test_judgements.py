"""Judgements listed, and taken from one record into another."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.faces.judgement_file import export_judgements, import_judgements
from dragoman.faces.judgement_list import edit_in_words
from dragoman.store import Store, open_store
from dragoman.terms import Anchor, Edit, EditField, Judgement, JudgementKind
from tests.store import samples

from .test_cli import Run, run

__all__ = ["run"]  # the fixture

ONE, TWO = samples.document(1), samples.document(2)
(FIRST,), (SECOND,) = samples.reading(ONE).events, samples.reading(TWO).events
EXPECTED = "Expected kind, subject, value, author, at, remark"


def said(
    kind: JudgementKind, subject: object, value: object = "", hour: int = 10, by: str = "Aigul"
) -> Judgement:
    """A decision of somebody at some hour."""
    return Judgement(kind, str(subject), str(value), by, f"2022-11-01T{hour:02}:00:00+00:00", "as printed")


SAME = said(JudgementKind.SAME, Anchor.of(FIRST), Anchor.of(SECOND))
EDIT = said(JudgementKind.EDIT, Anchor.of(FIRST), Edit(EditField.RECIPIENTS, "BLR", 0))
ELSEWHERE = said(JudgementKind.REJECT, Anchor("77aa01c2", 6, 9, FIRST.type))
DAY = samples.judgement(1)
EVERY = (SAME, EDIT, ELSEWHERE, DAY, said(JudgementKind.UNDO, SAME.id, hour=12, by="Boris"))


@pytest.fixture
def store() -> Iterator[Store]:
    """A record of two documents."""
    with open_store(":memory:") as store:
        samples.put(store, ONE)
        samples.put(store, TWO)
        yield store


@pytest.fixture
def judged(run: Run) -> Run:
    """The command line in a folder with a judged record of two documents, and a file of the judgements."""
    with open_store("record.dragoman") as store:
        samples.put(store, ONE)
        samples.put(store, TWO)
        import_judgements(store, export_judgements(EVERY))
    Path("decided.jsonl").write_bytes(b"".join(export_judgements(EVERY)))
    return run


def test_what_was_exported_is_imported_without_loss(store: Store) -> None:
    """Every field, in the order it had; again, nothing is added."""
    lines = list(export_judgements(EVERY))
    report = import_judgements(store, lines)
    assert store.judgements() == EVERY
    assert (report.added, report.known, report.refused, report.elsewhere) == (5, 0, (), (ELSEWHERE,))
    report = import_judgements(store, [*lines, *lines[:1]])
    assert (report.added, report.known, len(store.judgements())) == (0, 6, 5)


_words = st.text(min_size=1, max_size=20).filter(str.strip)


@settings(deadline=None)
@given(
    st.lists(
        st.builds(said, st.just(JudgementKind.NOTE), st.just(SAME.subject), st.text(), by=_words), max_size=5
    )
)
def test_any_words_come_back(notes: list[Judgement]) -> None:
    """Line ends and signs of every script among them."""
    with open_store(":memory:") as store:
        import_judgements(store, b"".join(export_judgements(notes)).split(b"\n"))
        assert store.judgements() == tuple(dict.fromkeys(notes))


def changed(**fields: object) -> bytes:
    """A line with some fields changed."""
    return msgspec.json.encode({**msgspec.structs.asdict(DAY), **fields})


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON in UTF-8"),
        (b'{"kind": "\xff"}', "not JSON in UTF-8"),
        (b"[]", f"not an object. {EXPECTED}"),
        (b'{"kind": "note"}', f"subject is missing. {EXPECTED}"),
        (changed(stars=5), f"unknown field 'stars'. {EXPECTED}"),
        (changed(remark=None), "remark is None. Expected words in quotes"),
        (changed(kind="publishd"), "unknown kind of judgement 'publishd'. Did you mean 'published'"),
        (changed(value="soon"), "'soon' is not a date"),
        (changed(at="2022-11-01"), "Expected when it was made, with the zone"),
        (changed(author=""), "Expected who decided"),
        (changed(kind="edit"), "does not name a telling"),
    ],
)
def test_a_bad_line_is_refused_and_the_good_ones_are_taken(store: Store, line: bytes, reason: str) -> None:
    """With its number, empty lines counted, and what was expected."""
    good = list(export_judgements([SAME, EDIT]))
    report = import_judgements(store, [b"\xef\xbb\xbf" + good[0], b"\n", line, good[1]])
    assert store.judgements() == (SAME, EDIT)
    (refused,) = report.refused
    assert (report.added, refused.line) == (2, 3)
    assert reason in refused.reason


def test_the_record_is_brought_in_line_with_what_is_new(store: Store) -> None:
    """Once, after it was kept; with nothing new, not at all."""
    seen: list[tuple[Judgement, ...]] = []

    def obey(store: Store, added: object) -> None:
        assert added == list(store.judgements())
        seen.append(store.judgements())

    for _ in range(2):
        import_judgements(store, export_judgements([SAME]), obey)
    assert seen == [(SAME,)]


def test_judgements_are_listed_in_words(judged: Run) -> None:
    """Who, when, what about which sentence, why, and whether it holds."""
    said = judged("judgements").said
    assert f"{SAME.id[:8]} 2022-11-01 Aigul: these tell one event (undone) Astana rejected" in said
    assert "proposal number 2, Tokayev said." in said
    assert "recipient 1: Belarus (holds) Astana rejected Moscow's proposal number 1" in said
    assert "this tells no such event (lost: " in said
    assert "77aa01c2@6-9:REJECT" in said
    assert "published 2022-10-07 (holds) Proposal 1 why: printed edition" in said
    assert "Boris: takes back (Aigul, 2022-11-01: these tell one event) (holds)" in said


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], EVERY),
        (["--kind", "same"], [SAME]),
        (["--kind", "NOT-SAME"], []),
        ([TWO.id[:8]], [SAME]),
        (["77aa"], [ELSEWHERE]),
        ([SAME.id[:8]], [SAME, EVERY[-1]]),
        ([SECOND.id], [SAME]),
    ],
)
def test_judgements_are_chosen(judged: Run, arguments: list[str], found: list[Judgement]) -> None:
    """By kind, document, event, or their own id together with what takes them back."""
    rows = [json.loads(line) for line in judged("judgements", "--json", *arguments).out.splitlines()]
    assert [msgspec.convert(row["judgement"], Judgement) for row in rows] == list(found)


def test_a_later_day_replaces_an_earlier(judged: Run) -> None:
    """And both are shown."""
    with open_store("record.dragoman") as store:
        import_judgements(store, export_judgements([samples.judgement(1, "2022-10-08", hour=11)]))
    rows = judged("judgements", "--kind", "published", "--json").out.splitlines()
    assert [json.loads(row)["state"] for row in rows] == ["replaced", "holds"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["zz"], "unknown document 'zz'"),
        (["--kind", "smae"], "Did you mean 'same'"),
        (["--export", "a", "--import", "b"], "expected one of them"),
        (["zz", "--export", "a"], "files hold all judgements"),
        (["--import", "missing.jsonl"], "missing.jsonl cannot be read: No such file"),
        (["--export", "missing/a.jsonl"], "missing/a.jsonl cannot be written: No such file"),
    ],
)
def test_mistakes_are_said(judged: Run, arguments: list[str], said: str) -> None:
    """And nothing is done."""
    result = judged("judgements", *arguments)
    assert (result.status, result.out) == (2, "")
    assert said in result.said


def test_judgements_go_from_one_record_into_another(judged: Run) -> None:
    """Into a file and out of it, with counts and what has no document there."""
    with open_store("other.dragoman") as store:
        samples.put(store, ONE)
    exported = judged("judgements", "--export", "out.jsonl", "--record", "record.dragoman")
    assert (exported.status, "5 judgements written to out.jsonl" in exported.said) == (0, True)
    assert Path("out.jsonl").read_bytes() == Path("decided.jsonl").read_bytes()
    result = judged("judgements", "--import", "out.jsonl", "--record", "other.dragoman")
    assert (result.status, result.out) == (0, "")
    assert "5 judgements added, 0 known already, 0 refused" in result.said
    assert "not in the record: document 77aa01c2 (reject by Aigul, 2022-11-01)" in result.said


def test_standard_input_and_output_are_files_too(judged: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As ``-``; a bad line is named, and the exit status says that there was one."""
    text = judged("judgements", "--export", "-").out
    assert text.encode() == Path("decided.jsonl").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode() + b"oops\n")))
    result = judged("judgements", "--import", "-")
    assert result.status == 1
    assert "0 judgements added, 5 known already, 1 refused" in result.said
    assert "refused line 6: not JSON" in result.said


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (Edit(EditField.ACTORS, "KAZ", 1), "actor 2: Kazakhstan"),
        (Edit(EditField.RECIPIENTS, None, 0), "recipient 1: nobody"),
        (Edit(EditField.ACTORS, "the drivers", -1), 'one more actor: "the drivers"'),
        (Edit(EditField.STATUS, "called_for"), "status: called for"),
        (Edit(EditField.MODE, None), "mode: none"),
        (Edit(EditField.WHEN, "2022-10"), "when: 2022-10"),
        (Edit(EditField.WHERE, "UKR/Donetsk:Bakhmut"), "where: Bakhmut, Donetsk, Ukraine"),
        (Edit(EditField.WHERE, "UKR"), "where: Ukraine"),
        (Edit(EditField.WHERE, "the old mill"), "where: the old mill"),
        (Edit(EditField.TYPE, "AID"), "type: AID"),
    ],
)
def test_an_edit_in_plain_words(edit: Edit, words: str) -> None:
    """Names instead of ids; participants are counted from 1."""
    assert edit_in_words(str(edit)) == words
