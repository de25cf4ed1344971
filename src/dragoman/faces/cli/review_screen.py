"""How a question of ``dragoman review`` looks: one sentence, what is told, what speaks for and against."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.faces import wording
from dragoman.faces.asking import (
    Shown,
    Told,
    before,
    published,
    question_words,
    speakers,
    state_words,
    strongest,
)
from dragoman.record.likeness import Reason
from dragoman.record.queue import Question, QuestionKind
from dragoman.terms import Span

KEYS = "a yes  x no  space skip  backspace back  e card  n note  ? help  q quit"
HELP = """\
a          yes
x          no
0          neither of the two who may be meant
space      leave it for another time
backspace  back to the last one; again for the one before, up to ten
e          the whole event, or both
n          write a note about the telling, or the first of the two
q          quit; everything decided is kept

Every answer is a judgement with your name and the time. The events follow at
once, and every later reading obeys it. See them with: dragoman judgements"""
_LEAST_ROOM = 160  # characters of a sentence that are shown however small the terminal is
_AROUND = 300  # characters before a sentence that stands alone: who "he" is
_FRAME_LINES = 15  # of everything but the sentences
_STACKED = 60  # columns below which two tellings stand one above the other


def screen(out: Console, shown: Shown, progress: str, last: str = "") -> RenderableType:
    """Everything about a question, as wide as the console."""
    marks = out.color_system is None or out.no_color
    parts: list[RenderableType] = [
        Text(progress, style="dim"),
        Text(last, style="green") if last else Text(""),
        Text(question_words(shown), style="bold"),
        Text(state_words(shown), style="dim"),
        Text(""),
        _tellings(out, shown, marks=marks),
        *_reasons(shown.reasons),
        Text(_keys(shown.question), style="dim"),
    ]
    return Group(*parts)


def sentence(told: Told, room: int, *, marks: bool, around: int = 0) -> Text:
    """The evidence with the act and the participants marked; the act in brackets where styles may not show.

    Args:
        room: characters to show at most.
        around: characters of whole sentences before it to show as well.
    """
    text, mention = told.document.text, told.mention
    whole = Span(mention.evidence[0].start, mention.evidence[-1].end) if mention.evidence else mention.trigger
    start, end = whole.start, whole.end
    if end - start > room:  # what was read stands around the act
        middle = (mention.trigger.start + mention.trigger.end) // 2
        start = max(start, min(middle - room // 2, end - room))
        end = min(end, start + room)
    shown = Text(text[start:end])
    for participant in (*mention.actors, *mention.recipients):
        if participant.span is not None:
            shown.stylize("bold cyan", *_inside(participant.span, start, end))
    shown.stylize("bold underline yellow", *_inside(mention.trigger, start, end))
    pieces = _bracketed(shown, mention.trigger, start, end) if marks else [shown]
    flat = Text("").join(pieces)
    lead = Text(before(told.document, whole.start, around) if start == whole.start else "", style="dim")
    cut = Text("" if start == whole.start else "…"), Text("" if end == whole.end else "…")
    return _on_one_line(Text.assemble(lead, cut[0], flat, cut[1]))


def _tellings(out: Console, shown: Shown, *, marks: bool) -> RenderableType:
    wide = out.width >= _STACKED and len(shown.told) > 1
    width = (out.width - 3) // 2 if wide else out.width
    lines = max(1, out.height - _FRAME_LINES) // (1 if wide else len(shown.told))
    room = max(_LEAST_ROOM, width * lines)
    around = 0 if len(shown.told) > 1 else _AROUND
    cells = [
        Group(*_head(told), sentence(told, room, marks=marks, around=around), _read_as(shown.question, told))
        for told in shown.told
    ]
    if not wide:
        return Group(*(part for cell in cells for part in (cell, Text(""))))
    grid = Table.grid(padding=(0, 3, 0, 0), expand=True)
    for _ in cells:
        grid.add_column(ratio=1, overflow="fold")
    grid.add_row(*cells)
    return grid


def _head(told: Told) -> list[Text]:
    outlet = told.document.outlet or "outlet not named"
    return [
        Text(f"{outlet}, {published(told.document)}", style="bold"),
        Text(speakers(told), style="dim"),
    ]


def _read_as(question: Question, told: Told) -> Text:
    """What was read; of a question that says so itself, nothing."""
    if question.kind is QuestionKind.EVENT:
        return Text("", end="")
    return Text(f"read as: {wording.sentence(told.mention, ())}", style="dim")


def _reasons(reasons: Sequence[Reason]) -> list[RenderableType]:
    """The strongest on either side, a line each."""
    lines: list[RenderableType] = [
        Text(f"{name}: {'; '.join(found)}")
        for name, found in zip(("for", "against"), strongest(reasons), strict=True)
        if found
    ]
    return [Text(""), *lines, Text("")] if lines else [Text("")]


def _keys(question: Question) -> str:
    return KEYS.replace("x no", "x no  0 neither").replace("backspace", "bksp") if question.rival else KEYS


def _inside(span: Span, start: int, end: int) -> tuple[int, int]:
    return max(0, span.start - start), max(0, min(span.end, end) - start)


def _bracketed(shown: Text, trigger: Span, start: int, end: int) -> list[Text]:
    first, last = _inside(trigger, start, end)
    head, act, tail = shown[:first], shown[first:last], shown[last:]
    return [head, Text("["), act, Text("]"), tail] if last > first else [shown]


def _on_one_line(text: Text) -> Text:
    """Every line end a space; lengths stay, so the styles do."""
    flat = text.copy()
    flat.plain = "".join(" " if character.isspace() else character for character in text.plain)
    return flat
