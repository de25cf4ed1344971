"""dragoman review: keys, what the screen says, and what is kept."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from dragoman.faces.cli import review
from dragoman.faces.cli.keys import BACKSPACE, END, Keys, keys, pressed
from dragoman.store import open_store
from dragoman.terms import JudgementKind, Link
from tests.contracts.merging_contract import put

from .test_cli import Result, Run, run

__all__ = ["run"]  # the fixture

Typing = Callable[..., Result]


class Typed:
    """Keys and lines that somebody typed beforehand."""

    def __init__(self, typed: str, line: str) -> None:
        self._keys, self._line = iter(typed), line

    def key(self) -> str:
        return next(self._keys, END)

    def line(self, prompt: str) -> str:
        return self._line


@pytest.fixture
def typing(run: Run, monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Calls ``dragoman review`` with keys, on a record of two tellings that may be one event."""
    with open_store("record.dragoman") as store:
        one, other = sorted(put(store, 1, 2))
        with store.transaction():
            store.put_links([], [Link(one, other, 0.45)])
    monkeypatch.setattr(review, "_is_terminal", lambda: True)

    def call(typed: str, *options: str, line: str = "") -> Result:
        @contextmanager
        def ready() -> Iterator[Keys]:
            yield Typed(typed, line)

        monkeypatch.setattr(review, "keys", ready)
        return run("review", "--by", "Aigul", *options)

    return call


def kept() -> list[JudgementKind]:
    """The kinds of what was decided."""
    with open_store("record.dragoman", read_only=True) as store:
        return [judgement.kind for judgement in store.judgements()]


def test_a_question_shows_what_is_needed_to_decide(typing: Typing) -> None:
    """In one sentence, with outlet, day, source and the act in brackets, on 80 columns."""
    result = typing("q", "--kind", "same")
    assert result.status == 0
    for words in (
        "0 decided, 1 left worth a minute",
        "Do these two tell one and the same event?",
        "If so, they become one, and Kazakhstan–Russia",
        "Steppe Wire, published 2022-01-02",
        "says Kassym-Jomart Tokayev",
        "[rejected]",
        "0 decisions kept",
    ):
        assert words in result.said
    assert max(map(len, result.out.splitlines())) <= 80
    assert kept() == []


def test_a_yes_says_what_it_changed(typing: Typing) -> None:
    """And with nothing left to ask, the review ends."""
    result = typing("a", "--kind", "same")
    assert result.said.endswith("1 decision kept, 0 left worth a minute")
    assert kept() == [JudgementKind.SAME]


def test_backspace_goes_back_and_the_answer_is_another(typing: Typing) -> None:
    """The effect of each step is told on the next screen."""
    result = typing(f"x{BACKSPACE}ax", "--kind", "event,same")
    assert "Back; decide it again." in result.said
    assert kept()[:3] == [JudgementKind.REJECT, JudgementKind.UNDO, JudgementKind.EDIT]


def test_the_last_answer_of_all_can_be_taken_back(typing: Typing) -> None:
    """Before the review ends; there is nothing before the first."""
    result = typing(f"a{BACKSPACE}{BACKSPACE}q", "--kind", "same")
    for words in ("That was the last one.", "Back; decide it again.", "There is no earlier decision"):
        assert words in result.said
    assert kept() == [JudgementKind.SAME, JudgementKind.UNDO]


def test_space_skips_and_the_limit_counts(typing: Typing) -> None:
    """A skipped question has been asked."""
    result = typing(" a", "--limit", "1")
    assert "0 decisions kept" in result.said
    assert kept() == []


def test_cards_help_and_notes_lead_back_to_the_question(typing: Typing) -> None:
    """A note changes nothing but is kept."""
    result = typing("e ? nq", "--kind", "same", line="ask the desk")
    for words in ("confidence", "everything decided is kept", "The note is kept."):
        assert words in result.said
    assert kept() == [JudgementKind.NOTE]


def test_without_a_terminal_it_says_what_to_do(typing: Typing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read from standard input."""
    monkeypatch.setattr(review, "_is_terminal", lambda: False)
    result = typing("a")
    assert (result.status, kept()) == (2, [])
    assert "dragoman review --json" in result.said


def test_the_queue_as_json(typing: Typing) -> None:
    """A line for each question, with the sentences; nobody has to be there."""
    (row,) = [json.loads(line) for line in typing("", "--json", "--kind", "same").out.splitlines()]
    assert (row["kind"], row["doubt"], row["effect"], row["worth"]) == ("same", 0.9, 2, 1.8)
    assert [sentence[:6] for sentence in row["sentences"]] == ["Astana", "Astana"]
    assert len(typing("", "--json", "--limit", "2").out.splitlines()) == 2


def test_an_unknown_kind_is_named(typing: Typing) -> None:
    """With those there are."""
    result = typing("", "--kind", "sam")
    assert result.status == 2
    assert "same" in result.said


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("A", ["a"]), ("\x7f", [BACKSPACE]), ("ax ", ["a", "x", " "]), ("\x1b[A", []), ("ф", ["a"]), ("\t", [])],
)
def test_what_a_terminal_sends_as_keys(typed: str, expected: list[str]) -> None:
    """Arrows type nothing, and a Russian keyboard has the same keys."""
    assert pressed(typed) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_keys_come_without_enter_and_the_terminal_is_restored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when somebody presses Ctrl-C."""
    import pty
    import termios

    outside, inside = pty.openpty()
    with os.fdopen(inside) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        before = termios.tcgetattr(inside)

        def interrupted() -> None:
            with keys() as typed:
                os.write(outside, "xф".encode())
                assert [typed.key(), typed.key()] == ["x", "a"]
                assert termios.tcgetattr(inside) != before
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert termios.tcgetattr(inside) == before
    os.close(outside)
