"""Events as a listing: by day, as a table where there is room and as blocks where there is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby, islice

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.faces import wording
from dragoman.faces.cli.screen import ID_LENGTH, act, on_one_line, status
from dragoman.terms import Event, Mention

ROOM_FOR_A_TABLE = 110  # columns; below this the evidence would be a pillar of single words
_ACT_WIDTH = 14
_PORTION = 500  # events laid out together
_INDENT = ID_LENGTH + 2

Names = Callable[[Iterable[Mention]], str]


def show(out: Console, found: Iterable[Event], *, ids: bool = False) -> int:
    """Print events under their days, one after the other as they come; how many there were."""
    names: Names = wording.ids if ids else wording.names
    lay_out = _table if out.width >= ROOM_FOR_A_TABLE else _blocks
    shown, above = 0, ""
    for words, events in _under_headings(found):
        if not shown and lay_out is _table:
            _print_columns(out)
        if words != above:
            out.print(Text(words, style="bold underline"))
            above = words
        lay_out(out, events, names)
        shown += len(events)
    return shown


def _under_headings(found: Iterable[Event]) -> Iterator[tuple[str, list[Event]]]:
    """The events of each heading, in the order of their days; many under one heading come in portions."""
    for _, group in groupby(found, key=_day):
        while portion := list(islice(group, _PORTION)):
            for words, same in groupby(sorted(portion, key=wording.heading), key=wording.heading):
                yield words, list(same)


def _day(event: Event) -> date | None:
    """The day an event is sorted by: the first it can have happened on, else that of the first report."""
    return event.when.earliest or event.when.latest or event.reported.earliest or event.reported.latest


def _print_columns(out: Console) -> None:
    grid = _grid(out)
    grid.add_row("id", "who", "did, status", "to whom", "evidence", style="dim italic")
    out.print(grid)


def _grid(out: Console) -> Table:
    """Columns of the same width under every day."""
    party = max(18, out.width // 7)
    grid = Table.grid(padding=(0, 2), expand=True)
    for width in (ID_LENGTH, party, _ACT_WIDTH, party):
        grid.add_column(width=width)
    grid.add_column(ratio=1)
    return grid


def _table(out: Console, events: list[Event], names: Names) -> None:
    grid = _grid(out)
    for event in events:
        sides = wording.sides(event)
        grid.add_row(
            Text(event.id[:ID_LENGTH], style="dim"),
            Text(names(sides.left), style="bold"),
            Text("\n").join((act(event), status(event))),
            Text(names(sides.right), style="bold"),
            Text("\n").join((Text(on_one_line(event.sentence)), notes(event), Text())),
        )
    out.print(grid)


def _blocks(out: Console, events: list[Event], names: Names) -> None:
    for event in events:
        sides = wording.sides(event)
        who = Text.assemble(
            (names(sides.left), "bold"), (f" {sides.arrow} ", "dim"), (names(sides.right), "bold")
        )
        first, *more = who.wrap(out, out.width - _INDENT)
        what = Text.assemble(act(event), ", ", status(event))
        out.print(Text.assemble((f"{event.id[:ID_LENGTH]}  ", "dim"), first))
        for line in more:
            out.print(Padding(line, (0, 0, 0, _INDENT), expand=False))
        for part in (what, Text(on_one_line(event.sentence)), notes(event)):
            out.print(Padding(part, (0, 0, 0, _INDENT), expand=False))
        out.print()


def notes(event: Event) -> Text:
    """Who in the text says so; where it was printed; how many tell it, and in what they contradict."""
    parts = []
    if event.said_by:
        parts.append(f"says {', '.join(wording.speaker(source) for source in event.said_by)}")
    parts.append(", ".join(event.outlets) or "outlet not named")
    if len(event.documents) > 1:
        parts.append(wording.support(event))
    text = Text(" · ".join(parts), style="dim")
    if event.disputed:
        text.append(" · ").append(f"disputed: {', '.join(event.disputed)}", style="not dim yellow")
    return text
