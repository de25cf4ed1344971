"""The tone of two sides from period to period as a line in the band of its intervals."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from dragoman.faces.web.charts.paths import tenth

_GAP, _HEIGHT = 20.0, 76.0  # below the bars
_WIDEST = 5.0  # of the scale; intervals beyond are cut off
_ALONE = 0.35  # of a period, on either side of one that has no neighbours


class Toned(Protocol):
    """A period whose tone may be known."""

    @property
    def tone(self) -> float | None:
        """0 for an ordinary relation."""
        ...

    @property
    def tone_low(self) -> float | None:
        """The lower end of its interval."""
        ...

    @property
    def tone_high(self) -> float | None:
        """The upper end."""
        ...


class ToneBand(msgspec.Struct, frozen=True):
    """The panel.

    Attributes:
        top, zero, bottom: where the greatest tone, an ordinary one and the least stand.
        most: the greatest tone of the scale.
        bands, lines: points of polygons and of the lines in them; one for each run of periods.
    """

    top: float
    zero: float
    bottom: float
    most: float
    bands: tuple[str, ...]
    lines: tuple[str, ...]


class _Point(msgspec.Struct, frozen=True):
    x: float
    value: float
    low: float
    high: float


def tone_band(rows: Sequence[Toned], left: float, width: float, above: float) -> ToneBand | None:
    """The panel; ``None`` where the tone is known of no period.

    Args:
        left: where the first period begins; ``width`` of each.
        above: where the panel above ends.
    """
    runs = list(_runs(rows, left, width))
    if not runs:
        return None
    widest = max(max(abs(point.low), abs(point.high)) for run in runs for point in run)
    most = min(max(float(math.ceil(widest)), 1.0), _WIDEST)
    top, bottom = above + _GAP, above + _GAP + _HEIGHT
    zero = (top + bottom) / 2

    def at(x: float, value: float) -> str:
        kept = min(max(value, -most), most)
        return f"{tenth(x)},{tenth(zero - kept / most * _HEIGHT / 2)}"

    return ToneBand(
        top=top,
        zero=zero,
        bottom=bottom,
        most=most,
        bands=tuple(
            " ".join(
                [*(at(each.x, each.high) for each in run), *(at(each.x, each.low) for each in run[::-1])]
            )
            for run in runs
        ),
        lines=tuple(" ".join(at(each.x, each.value) for each in run) for run in runs),
    )


def _runs(rows: Sequence[Toned], left: float, width: float) -> Iterator[list[_Point]]:
    """Periods that follow each other and whose tone is known."""
    run: list[_Point] = []
    for place, row in enumerate(rows):
        if row.tone is None or row.tone_low is None or row.tone_high is None:
            yield from [_spread(run, width)] if run else []
            run = []
            continue
        run.append(_Point(left + (place + 0.5) * width, row.tone, row.tone_low, row.tone_high))
    if run:
        yield _spread(run, width)


def _spread(run: list[_Point], width: float) -> list[_Point]:
    """A period that stands alone as wide as can be seen."""
    if len(run) > 1:
        return run
    one, aside = run[0], _ALONE * width
    return [msgspec.structs.replace(one, x=one.x + by) for by in (-aside, aside)]
