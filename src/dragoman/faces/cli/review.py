"""dragoman review: what is in doubt, one decision at a time, most useful first."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.console import Console

from dragoman.faces.api import Record, open_record
from dragoman.faces.cli import event as card
from dragoman.faces.cli.keys import BACKSPACE, END, Keys, keys
from dragoman.faces.cli.options import Json, Limit, RecordPath, found_record, opened
from dragoman.faces.cli.screen import console, counted, errors, print_json
from dragoman.faces.nearest import nearest
from dragoman.terms import DragomanError, Span, UnknownName

# Deciding needs the whole program, which takes longer to load than most commands run
if TYPE_CHECKING:
    from dragoman.faces.asking import Shown
    from dragoman.record.queue import Question
    from dragoman.reviewing import Answer, Review

_KINDS = ("same", "event", "who")
_NO_TERMINAL = (
    "review asks one question after another and needs a terminal to read keys from. Run it in one, or print "
    "the questions with: dragoman review --json"
)


class _Row(msgspec.Struct, frozen=True):
    """What --json prints of a question.

    Attributes:
        subjects: ids of the event mentions.
        question: in words.
        worth: doubt times effect.
        state: how the record has it now, in words.
        sentences: the evidence of each.
    """

    kind: str
    subjects: tuple[str, ...]
    question: str
    worth: float
    doubt: float
    effect: int
    state: str
    sentences: tuple[str, ...]


def review(
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="NAME", help="Who decides. Default: your login.", show_default=False),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KINDS",
            help="Only these, parted by commas: same (one event or two), event (an event at all), who "
            "(who is meant).",
            show_default=False,
        ),
    ] = None,
    limit: Limit = None,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Decide what is in doubt, one question at a time, the most useful first.

    Keys: a yes, x no, space skip, backspace back to the last one, e the whole event, n a note, ? help,
    q quit. Every answer is kept as a judgement, and the events follow at once.

    Examples:

      dragoman review --by Aigul --kind same

      dragoman review --json --limit 20
    """
    author, kinds = by or _login(), _chosen(kind)
    if json:
        with opened(record) as source:
            _print(source, author, kinds, limit)
        return
    if not _is_terminal():
        raise DragomanError(_NO_TERMINAL)
    with open_record(found_record(record), create=False) as target:
        _Sitting(target, found_record(record), author, kinds, limit).hold()


def _print(source: Record, author: str, kinds: tuple[str, ...], limit: int | None) -> None:
    from dragoman.faces.asking import question_words, state_words

    found = _review(source, author, kinds)
    print_json(_row(shown, question_words(shown), state_words(shown)) for shown in _all(source, found, limit))


def _all(source: Record, found: Review, limit: int | None) -> Iterator[Shown]:
    return (_shown(source, found, question) for question in found.questions[:limit])


def _row(shown: Shown, question: str, state: str) -> _Row:
    asked = shown.question
    return _Row(
        asked.kind.value,
        asked.subjects,
        question,
        round(asked.worth, 4),
        asked.doubt,
        asked.effect,
        state,
        tuple(" ".join(_evidence(told.mention.evidence, told.document.text)) for told in shown.told),
    )


def _evidence(spans: tuple[Span, ...], text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in spans]


def _review(source: Record, author: str, kinds: tuple[str, ...]) -> Review:
    from dragoman.record.queue import QuestionKind
    from dragoman.reviewing import Review

    return Review(source.store, author, tuple(QuestionKind(kind) for kind in kinds))


def _shown(source: Record, found: Review, question: Question) -> Shown:
    from dragoman.faces import asking

    return asking.shown(source, found, question)


class _Sitting:
    """One person at the terminal."""

    def __init__(
        self, target: Record, path: Path, author: str, kinds: tuple[str, ...], limit: int | None
    ) -> None:
        self._target, self._path, self._limit = target, path, limit
        self._review = _review(target, author, kinds)
        self._out = console()
        self._last = ""
        self._asked = 0

    def hold(self) -> None:
        """Ask until nothing is left, the limit is reached, or somebody quits."""
        started_with = self._review.left
        with _full_screen(self._out), keys() as typed:
            try:
                while self._ask(typed) if self._goes_on() else self._turns_back(typed):
                    pass
            except KeyboardInterrupt:
                pass  # as good as q: what is decided is kept
        if not started_with and not self._asked:
            errors().print("Nothing is in doubt that people could decide.")
        self._out.print(self._summary(), markup=False)

    def _goes_on(self) -> bool:
        return self._review.current() is not None and (self._limit is None or self._asked < self._limit)

    def _turns_back(self, typed: Keys) -> bool:
        """At the end, whether somebody goes back to the last question."""
        if not self._asked:
            return False
        self._out.clear()
        self._out.print(f"{self._summary()}\n{self._last}\n", markup=False)
        self._out.print("That was the last one. backspace back  any other key ends", style="dim")
        if typed.key() != BACKSPACE:
            return False
        self._back()
        return True

    def _ask(self, typed: Keys) -> bool:
        """Show the next question until a key answers it or leads elsewhere; whether to go on."""
        question = self._review.current()
        if question is None:
            return False
        shown = _shown(self._target, self._review, question)
        while True:
            self._show(shown)
            key = typed.key()
            if key in ("q", END):
                return False
            if key == "?":
                self._help(typed)
            elif key == "e":
                self._cards(shown, typed)
            elif key == "n":
                self._note(question, typed)
            elif key == BACKSPACE:
                self._back()
                return True
            elif key == " ":
                self._review.skip(question)
                self._asked, self._last = self._asked + 1, "Skipped."
                return True
            elif answer := _answer(key, question):
                self._answer(question, answer)
                return True

    def _answer(self, question: Question, answer: Answer) -> None:
        from dragoman.faces.asking import effect_words

        self._last = effect_words(self._review.answer(question, answer))
        self._asked += 1

    def _back(self) -> None:
        step = self._review.back()
        if step is None:
            self._last = "There is no earlier decision of this review to go back to."
            return
        self._asked -= 1
        self._last = "Back; decide it again."

    def _note(self, question: Question, typed: Keys) -> None:
        words = typed.line("note: ")
        if words:
            self._review.note(question, words)
        self._last = "The note is kept." if words else ""

    def _help(self, typed: Keys) -> None:
        from dragoman.faces.cli.review_screen import HELP

        self._out.clear()
        self._out.print(HELP, markup=False)
        self._wait(typed)

    def _cards(self, shown: Shown, typed: Keys) -> None:
        self._out.clear()
        events = dict.fromkeys(told.event.id for told in shown.told if told.event)
        for number, id in enumerate(events):
            if number:
                self._out.rule()
            card.event(id, self._path)
        self._wait(typed)

    def _wait(self, typed: Keys) -> None:
        self._out.print("\nany key goes back to the question", style="dim")
        typed.key()

    def _show(self, shown: Shown) -> None:
        from dragoman.faces.asking import progress_words
        from dragoman.faces.cli.review_screen import screen

        self._out.clear()
        progress = progress_words(self._review.decided, self._review.left)
        self._out.print(screen(self._out, shown, progress, self._last))

    def _summary(self) -> str:
        decided = counted(self._review.decided, "decision")
        return f"{decided} kept, {self._review.left:,} left worth a minute"


@contextmanager
def _full_screen(out: Console) -> Iterator[None]:
    """A screen of its own; what stood in the terminal before comes back."""
    is_on = out.set_alt_screen(True)
    try:
        yield
    finally:
        if is_on:
            out.set_alt_screen(False)


def _answer(key: str, question: Question) -> Answer | None:
    from dragoman.reviewing import Answer

    if key == "0":
        return Answer.NEITHER if question.rival else None
    return {"a": Answer.YES, "x": Answer.NO}.get(key)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _chosen(written: str | None) -> tuple[str, ...]:
    names = [name.strip().lower() for name in (written or "").split(",") if name.strip()]
    for name in names:
        if name not in _KINDS:
            raise UnknownName("kind of question", name, nearest(name, _KINDS) or _KINDS)
    return tuple(names) or _KINDS


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container without users
        return "unnamed"
