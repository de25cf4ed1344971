"""How a question of ``dragoman review`` looks: one sentence, what is told, what speaks for and against."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.faces import wording
from dragoman.faces.cli.screen import counted, on_one_line
from dragoman.record.likeness import Reason
from dragoman.record.queue import Question, QuestionKind
from dragoman.reviewing import Effect, SideCount
from dragoman.terms import Document, Event, EventMention, Interval, Mention, Span

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
_SHOWN_REASONS = 3
_STRONG = 0.3  # of the logarithm of the odds; what pushes less decides nothing
_LEAST_ROOM = 160  # characters of a sentence that are shown however small the terminal is
_AROUND = 300  # characters before a sentence that stands alone: who "he" is
_FRAME_LINES = 15  # of everything but the sentences
_STACKED = 60  # columns below which two tellings stand one above the other


class Told(msgspec.Struct, frozen=True):
    """One telling on the screen."""

    mention: EventMention
    document: Document
    event: Event | None


class Shown(msgspec.Struct, frozen=True):
    """Everything a question shows.

    Attributes:
        reasons: what speaks for and against two tellings being one event.
    """

    question: Question
    told: tuple[Told, ...]
    reasons: tuple[Reason, ...] = ()


def question_words(shown: Shown) -> str:
    """The question as one plain sentence."""
    question, mention = shown.question, shown.told[0].mention
    if question.kind is QuestionKind.SAME:
        return "Do these two tell one and the same event?"
    if question.kind is QuestionKind.EVENT:
        return f"Is this told here: {wording.sentence(mention)[:-1]}?"
    words = on_one_line(_participant(question, mention).text) or "the one understood"
    asked = _entity(question.entity)
    if question.rival is None:
        return f'Does "{words}" mean {asked}?'
    other = _entity(question.rival)
    if asked == other:  # the state of the Caucasus and the one of the south
        asked, other = f"{asked} ({question.entity})", f"{other} ({question.rival})"
    return f'Does "{words}" mean {asked}, and not {other}?'


def state_words(shown: Shown) -> str:
    """How the record has it now, and what an answer changes."""
    question, events = shown.question, [told.event for told in shown.told if told.event]
    sides = _sides(question.sides)
    counts = f"{sides} {'counts' if len(question.sides) == 1 else 'count'} one"
    if question.kind is QuestionKind.EVENT:
        return f"If not, {counts if sides else 'the record has one'} event less."
    if question.kind is QuestionKind.WHO:
        told = f"{counted(question.moved, 'report')} {'tells' if question.moved == 1 else 'tell'} it"
        return f"{told}; now it counts for {sides}." if sides else f"{told}."
    if question.joined:
        tellings = counted(len(events[0].tellings), "telling") if events else "some tellings"
        parted = f"; parted, {counts} more" if sides else ""
        return f"Now one event of {tellings}{parted}, and {counted(question.moved, 'report')} would go."
    reports = " and ".join(str(event.reports) for event in events)
    return f"Now two events, of {reports} reports" + (f"; joined, {counts} less." if sides else ".")


def effect_words(effect: Effect) -> str:
    """What an answer changed: "2 events became 1: Kazakhstan–Russia 2022-10 now counts 14"."""
    had, has = len(effect.before), len(effect.after)
    if had != has:
        events = f"{counted(had, 'event')} became {has}" if has else f"{counted(had, 'event')} taken out"
        if not had:
            events = f"{counted(has, 'event')} back"
    elif effect.before == effect.after:
        return "Kept; no event changes."
    elif {event.tellings for event in effect.before} == {event.tellings for event in effect.after}:
        events = "Kept; the event is told anew"
    else:
        events = f"{counted(had, 'event')} stay {has}, with other tellings"
    counts = ", ".join(_count(each) for each in effect.counts)
    return f"{events}: {counts}." if counts else f"{events}."


def progress_words(decided: int, left: int) -> str:
    """ "12 decided, 85 left worth a minute"."""
    return f"{decided:,} decided, {left:,} left worth a minute"


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
    lead = Text(_before(told.document, whole.start, around) if start == whole.start else "", style="dim")
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


def _before(document: Document, start: int, most: int) -> str:
    """The sentences before a place, as many as fit."""
    starts = [span.start for span in document.sentences if start - most <= span.start < start]
    return document.text[min(starts) : start] if starts else ""


def _head(told: Told) -> list[Text]:
    published = told.document.published.interval
    said = dict.fromkeys(wording.name(each.source) for each in told.mention.said_by)
    return [
        Text(f"{told.document.outlet or 'outlet not named'}, {_day(published)}", style="bold"),
        Text(f"says {' and '.join(said)}:" if said else "in its own voice:", style="dim"),
    ]


def _read_as(question: Question, told: Told) -> Text:
    """What was read; of a question that says so itself, nothing."""
    if question.kind is QuestionKind.EVENT:
        return Text("", end="")
    return Text(f"read as: {wording.sentence(told.mention, ())}", style="dim")


def _day(published: Interval) -> str:
    return "undated" if published.is_unknown else f"published {published}"


def _reasons(reasons: Sequence[Reason]) -> list[RenderableType]:
    """The strongest on either side, a line each."""
    strong = [reason for reason in reasons if abs(reason.push) >= _STRONG]
    lines: list[RenderableType] = []
    for name, found in (
        ("for", [each.words for each in strong if each.push > 0]),
        ("against", [each.words for each in strong if each.push < 0]),
    ):
        if found:
            lines.append(Text(f"{name}: {'; '.join(found[:_SHOWN_REASONS])}"))
    return [Text(""), *lines, Text("")] if lines else [Text("")]


def _keys(question: Question) -> str:
    return KEYS.replace("x no", "x no  0 neither").replace("backspace", "bksp") if question.rival else KEYS


def _participant(question: Question, mention: EventMention) -> Mention:
    side = mention.actors if question.field == "actors" else mention.recipients
    return side[question.position or 0]


def _entity(id: str | None) -> str:
    return wording.name(Mention(id or "", id))


def _sides(sides: Sequence[tuple[str, str]]) -> str:
    named = [f"{_entity(one)}–{_entity(other)}" for one, other in sides[:2]]
    more = len(sides) - len(named)
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _count(count: SideCount) -> str:
    when = f" {count.month}" if count.month else ", day unknown,"
    return f"{_entity(count.one)}–{_entity(count.other)}{when} now counts {count.number:,}"


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
