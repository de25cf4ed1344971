"""Two sides from period to period as a drawing: cooperation above a line, conflict below it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from dragoman.faces import wording
from dragoman.faces.web.charts.paths import box, tenth
from dragoman.faces.web.charts.tone_band import ToneBand, tone_band
from dragoman.faces.web.telling.saying import Alarmed, Turned
from dragoman.faces.web.telling.standing import PeriodRow, Single

_LEFT, _RIGHT = 34.0, 894.0
_TOP, ZERO, _BOTTOM = 34.0, 128.0, 222.0
_TICKS, _DAYS = 20.0, 48.0  # below the panels: where single events and days stand
_LABELS = 10  # of the axis, at most
_LABEL = 66.0  # room that one needs, which the last may not find
_SIGN = 34.0  # room of an alarm or a turn; nearer ones share their word
_PLAIN = 4  # newspapers; where none has more, events are not blown up to the largest size
_KINDS = ("forth cooperation", "back cooperation", "forth conflict", "back conflict")
_BIGGEST, _SMALLEST = 8.0, 2.5  # radius of a single event


class Bar(msgspec.Struct, frozen=True):
    """A rectangle; ``kind`` says what it is: ``forth cooperation``."""

    kind: str
    x: float
    y: float
    width: float
    height: float


class Stretch(msgspec.Struct, frozen=True):
    """The room of a period, which can be chosen.

    Attributes:
        says: what it holds, in words.
        is_covered: whether anything of anybody is known of it.
    """

    x: float
    width: float
    says: str
    link: str
    is_covered: bool
    bars: tuple[Bar, ...]
    is_chosen: bool = False

    @property
    def room(self) -> str:
        """Where it can be pressed, as a path."""
        return box(self.x, _TOP, self.width, _BOTTOM - _TOP)


class Sign(msgspec.Struct, frozen=True):
    """An alarm or a turn.

    Attributes:
        link: the events.
        word: its number in the list beside the drawing, with those of its neighbours; empty where a neighbour
            has it.
    """

    x: float
    word: str
    says: str
    link: str
    until: float | None = None


class Tick(msgspec.Struct, frozen=True):
    """A single event; the radius is for how many newspapers have it."""

    x: float
    radius: float
    is_conflict: bool
    says: str
    link: str

    @property
    def diamond(self) -> str:
        """The shape of conflict, from its upper corner on."""
        by = tenth(self.radius)
        return f"l{by} {by}l-{by} {by}l-{by}-{by}z"


class Drawn(msgspec.Struct, frozen=True):
    """All bars of a kind as one path: a part of it for each is half of what a drawing weighs."""

    kind: str
    path: str


class Mark(msgspec.Struct, frozen=True):
    """A word on an axis."""

    at: float
    word: str


class Size(msgspec.Struct, frozen=True):
    """How large an event of so many newspapers is drawn."""

    outlets: int
    radius: float


class Timeline(msgspec.Struct, frozen=True):
    """The drawing.

    Attributes:
        tone: the panel of the tone; ``None`` where it is never known.
        floor: where the panels end; ``ticks_at`` the line of single events, ``days_at`` that of the days.
        sizes: of single events, for the legend.
    """

    stretches: tuple[Stretch, ...]
    alarms: tuple[Sign, ...]
    turns: tuple[Sign, ...]
    ticks: tuple[Tick, ...]
    days: tuple[Mark, ...]
    heights: tuple[Mark, ...]
    tone: ToneBand | None
    floor: float
    sizes: tuple[Size, ...]

    @property
    def bars(self) -> tuple[Drawn, ...]:
        """The bars by kind."""
        every = [bar for each in self.stretches for bar in each.bars]
        drawn = ((kind, [bar for bar in every if bar.kind == kind]) for kind in _KINDS)
        return tuple(
            Drawn(kind, "".join(box(bar.x, bar.y, bar.width, bar.height) for bar in bars))
            for kind, bars in drawn
            if bars
        )

    @property
    def ticks_at(self) -> float:
        """Where the single events stand."""
        return self.floor + _TICKS

    @property
    def days_at(self) -> float:
        """Where the days stand."""
        return self.floor + _DAYS


def timeline(
    rows: Sequence[PeriodRow],
    names: tuple[str, str],
    alarms: Sequence[Alarmed],
    turns: Sequence[Turned],
    events: Sequence[Single],
) -> Timeline | None:
    """The drawing; ``None`` when there are no periods.

    Args:
        names: of both sides, for what is said of a period.
        events: those that are drawn one by one.
    """
    if not rows:
        return None
    most = max((value for row in rows for value in _values(row) if value), default=1.0)
    width = (_RIGHT - _LEFT) / len(rows)
    scale = _Scale(rows[0].start, rows[-1].end)
    band = tone_band(rows, _LEFT, width, _BOTTOM)
    return Timeline(
        stretches=tuple(
            _stretch(row, names, _LEFT + place * width, width, most) for place, row in enumerate(rows)
        ),
        alarms=_apart(
            Sign(
                scale.at(each.week + timedelta(days=3)),
                f"{number}",
                f"alarm {number}, week of {each.week}",
                each.events.link,
            )
            for number, each in enumerate(alarms, 1)
            if scale.holds(each.week)
        ),
        turns=_apart(
            Sign(
                scale.at(each.since),
                f"{number}",
                f"turn {number}, since {each.since}",
                each.link,
                scale.at(each.until or scale.last),
            )
            for number, each in enumerate(turns, 1)
            if scale.holds(each.since) or each.until is None or scale.holds(each.until)
        ),
        ticks=tuple(_ticks(scale, events)),
        days=tuple(_days(rows, width)),
        heights=(Mark(_TOP, f"{most:.3g}"), Mark(ZERO, "0"), Mark(_BOTTOM, f"{most:.3g}")),
        tone=band,
        floor=_BOTTOM if band is None else band.bottom,
        sizes=_sizes(events),
    )


def _apart(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """The signs from left to right; of those that stand close the first has the words of all."""
    found: list[Sign] = []
    for sign in sorted(signs, key=lambda each: each.x):
        named = next((place for place in range(len(found) - 1, -1, -1) if found[place].word), None)
        if named is not None and sign.x - found[named].x < _SIGN:
            found[named] = msgspec.structs.replace(found[named], word=f"{found[named].word}, {sign.word}")
            sign = msgspec.structs.replace(sign, word="")
        found.append(sign)
    return tuple(found)


class _Scale:
    """Days as places from left to right."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self._days = (last - first).days + 1

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def at(self, day: date) -> float:
        kept = min(max(day, self.first), self.last)
        return round(_LEFT + (_RIGHT - _LEFT) * ((kept - self.first).days + 0.5) / self._days, 1)


def _values(row: PeriodRow) -> tuple[float | None, ...]:
    return row.forth_cooperation, row.back_cooperation, row.forth_conflict, row.back_conflict


def _stretch(row: PeriodRow, names: tuple[str, str], x: float, width: float, most: float) -> Stretch:
    if row.events is None:
        return Stretch(
            round(x, 1),
            round(width, 1),
            f"{span(row)}: nothing of anybody is covered",
            row.link,
            is_covered=False,
            bars=(),
            is_chosen=row.is_chosen,
        )
    gap = min(1.5, width * 0.15)
    half = (width - gap) / 2
    bars = []
    for place, kind, value in (
        (0, "forth cooperation", row.forth_cooperation),
        (1, "back cooperation", row.back_cooperation),
        (0, "forth conflict", row.forth_conflict),
        (1, "back conflict", row.back_conflict),
    ):
        height = (ZERO - _TOP) * (value or 0.0) / most
        if height:
            top = ZERO - height if kind.endswith("cooperation") else ZERO
            left = round(x + gap / 2 + place * half, 1)
            bars.append(Bar(kind, left, round(top, 1), round(max(half - 0.4, 0.8), 1), round(height, 1)))
    return Stretch(
        round(x, 1),
        round(width, 1),
        _says(row, names),
        row.link,
        is_covered=True,
        bars=tuple(bars),
        is_chosen=row.is_chosen,
    )


def _says(row: PeriodRow, names: tuple[str, str]) -> str:
    one, other = names
    numbers = [f"{value or 0:.3g}" for value in _values(row)]
    return (
        f"{span(row)}: {one} to {other} {numbers[0]} cooperation, {numbers[2]} conflict; "
        f"{other} back {numbers[1]} and {numbers[3]}; {row.everybody:,.0f} of everybody"
    )


def span(row: PeriodRow) -> str:
    """A period in words: the month, or the week by its Monday."""
    return f"{row.start:%Y-%m}" if (row.end - row.start).days > 7 else f"week of {row.start}"


def _radius(outlets: int, biggest: int) -> float:
    """By area, so that twice as many newspapers look twice as much."""
    return round(max(_SMALLEST, _BIGGEST * math.sqrt(outlets / max(biggest, _PLAIN))), 1)


def _sizes(events: Sequence[Single]) -> tuple[Size, ...]:
    biggest = max((each.outlets for each in events), default=0)
    shown = sorted({1, (biggest + 1) // 2, biggest}) if biggest else []
    return tuple(Size(outlets, _radius(outlets, biggest)) for outlets in shown)


def _ticks(scale: _Scale, events: Sequence[Single]) -> list[Tick]:
    biggest = max((each.outlets for each in events), default=1)
    return [
        Tick(
            x=scale.at(each.day),
            radius=_radius(each.outlets, biggest),
            is_conflict=each.is_conflict,
            says=f"{each.day}: {each.says}, {wording.counted(each.outlets, 'newspaper')}",
            link=each.link,
        )
        for each in events
        if scale.holds(each.day)
    ]


def _days(rows: Sequence[PeriodRow], width: float) -> list[Mark]:
    step = -(-len(rows) // _LABELS)
    form = "%Y-%m" if (rows[0].end - rows[0].start).days > 7 else "%Y-%m-%d"
    return [
        Mark(round(_LEFT + place * width, 1), rows[place].start.strftime(form))
        for place in range(0, len(rows), step)
        if _LEFT + place * width <= _RIGHT - _LABEL
    ]
