"""System: everybody as of a day, seen from one of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec

from dragoman.faces import wording
from dragoman.faces.api.overview import Overview
from dragoman.faces.web.charts.coverage import Coverage, Slider, coverage, slider
from dragoman.faces.web.charts.map_plot import MapPlot, map_plot
from dragoman.faces.web.charts.matrix_table import MatrixRow, PairCell, matrix_rows
from dragoman.faces.web.charts.orbit_plot import OrbitPlot, orbit_plot
from dragoman.faces.web.keeping.systems import SYSTEMS, By, Opened, Whole, day_asked
from dragoman.faces.web.page import Context
from dragoman.faces.web.taking import Limit, Offset
from dragoman.faces.web.telling.behind import Behind, behind, chosen, filter_words
from dragoman.faces.web.telling.moment import Moment
from dragoman.faces.web.telling.saying import Alarmed, Counted, Moved, Related, alarmed, moved, related
from dragoman.faces.web.telling.sides import FEW, Option, OptionGroup, SideRow, centres, side_rows
from dragoman.system.orbits import NotEnough
from dragoman.terms import Alert, DragomanError, EntityKind, Orbits, UnknownName
from dragoman.world import load

PATH = "/system"
_SHOWN = 8  # of each list
_ALARMS = 20
_ENOUGH = (FEW, 20.0, 5.0, 2.0, 1.0)  # events that a side needs; the next when too few have so many
_LEAST_PLACED = 7  # sides, the centre among them; of fewer nothing is said about how reliable they are
PERIODS, WINDOW = 6, 26  # of the trails, and weeks of each

Enough = Annotated[float, msgspec.Meta(ge=1, le=1e6, description="Events that a side needs to be placed.")]
View = Annotated[
    Literal["orbits", "map", "matrix", "table"], msgspec.Meta(description="How the distances are shown.")
]
Week = Annotated[int, msgspec.Meta(ge=1, le=520_000, description="A week of the slider, in place of `at`.")]


class SystemRequest(msgspec.Struct, frozen=True):
    """As of when, seen from whom, and which of the events behind it to list."""

    at: str | None = None
    week: Week | None = None
    by: By = "known"
    centre: str | None = None
    using: str = "all"
    enough: Enough | None = None
    view: View = "orbits"
    side: str | None = None
    kind: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    limit: Limit = 25
    offset: Offset = 0


class SystemPage(msgspec.Struct, frozen=True):
    """The system as of a day.

    Attributes:
        missing: what there is not, in sentences.
        views: the ways of showing the distances; the value of each is its address.
        enough: events that a side needed to be placed.
        before: the orbits of the half years up to the day, the earliest first.
        matrix: the distances between the busiest sides, the centre among them, groups together.
        said: what is not counted as done, by status.
        counts: what is, and where it comes from.
        overview: in short; its alarms are those of ``alarms``.
        is_waiting: whether alarms are still being worked out; then ask again.
        behind: the list of events, where one was asked for.
        order: everybody who takes part at any time, busiest first; it keeps each side where it is drawn.
    """

    request: SystemRequest
    at: date | None
    by: str
    centre: str
    centre_name: str
    missing: tuple[str, ...]
    slider: Slider | None = None
    coverage: Coverage | None = None
    centres: tuple[OptionGroup, ...] = ()
    views: tuple[Option, ...] = ()
    sources: tuple[Option, ...] = ()
    overview: Overview | None = None
    enough: float = 0.0
    orbits: Orbits | None = None
    before: tuple[Orbits, ...] = ()
    sides: tuple[SideRow, ...] = ()
    matrix: tuple[MatrixRow, ...] = ()
    moved: tuple[Moved, ...] = ()
    relations: tuple[Related, ...] = ()
    alarms: tuple[Alarmed, ...] = ()
    is_waiting: bool = False
    busiest: tuple[Counted, ...] = ()
    said: tuple[Counted, ...] = ()
    behind: Behind | None = None
    order: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return f"The system on {self.at}" if self.at else "The system"

    @property
    def rows(self) -> tuple[SideRow | PairCell, ...]:
        """See `PageRecord`; where the matrix is shown, its cells."""
        if self.request.view == "matrix":
            return tuple(cell for row in self.matrix for cell in row.cells if cell is not None)
        return self.sides

    @property
    def is_bloc(self) -> bool:
        """Whether the centre has members, who are not meant with it."""
        known = load().entities.get(self.centre)
        return known is not None and known.kind is EntityKind.BLOC

    @property
    def placed(self) -> tuple[SideRow, ...]:
        """The rows of the table: beside a drawing that leaves sides out those that are drawn."""
        found = tuple(each for each in self.sides if each.distance is not None)
        drawing = {"orbits": self.plot, "map": self.map}.get(self.request.view)
        if drawing is None or not drawing.left_out:
            return found
        drawn = {dot.side for dot in drawing.dots} | {self.chosen}
        return tuple(each for each in found if each.side in drawn)

    @property
    def plot(self) -> OrbitPlot | None:
        """The drawing of the orbits."""
        return None if self.orbits is None else orbit_plot(self.orbits, self.before, self.order)

    @property
    def imported_from(self) -> str:
        """The kind of table that rows were imported from; empty where there are several."""
        kinds = [each.value for each in self.sources if each.value not in ("all", "read")]
        return kinds[0] if len(kinds) == 1 else ""

    @property
    def chosen(self) -> str:
        """The side whose events are listed; empty when none is."""
        return _side(self.request.side) if self.request.side else ""

    @property
    def map(self) -> MapPlot | None:
        """The drawing of the map, where there is one."""
        return None if self.orbits is None else map_plot(self.orbits, self.before)

    @property
    def moment(self) -> Moment:
        """As of when, for the links."""
        return moment_of(self.request, self.at)


def system(context: Context, request: SystemRequest) -> SystemPage:
    """The page `/system`."""
    day = day_asked(request.at, request.week)
    try:
        opened = SYSTEMS.opened(context.record, context.settings.record, day, request.by, request.using)
    except UnknownName:
        raise
    except DragomanError as error:
        return _nothing(context, request, day, str(error))
    centre = _centre(opened, request)
    moment = moment_of(request, opened.model.at)
    orbits, enough, missing = _orbits(opened, centre, request.enough)
    before = () if orbits is None else opened.orbits_over(centre, max(enough / 4, 1.0), PERIODS, WINDOW)
    alarms = opened.alarms(context.settings.record)
    overview = opened.kept(
        "overview", lambda: opened.system(context.record).overview(_SHOWN, with_alarms=False)
    )
    return SystemPage(
        request=request,
        at=opened.model.at,
        by=opened.by,
        centre=centre,
        centre_name=wording.speaker(centre),
        missing=(*missing, *_no_map(orbits, request)),
        slider=slider(opened.whole, opened.model.at, moment, **_kept(request)),
        coverage=coverage(opened.whole, opened.model.at, moment, **_kept(request)),
        centres=centres(opened.model.busiest(), centre),
        views=_views(request, moment),
        sources=_sources(opened.whole, request.using),
        overview=overview,
        enough=enough,
        orbits=orbits,
        before=before,
        sides=side_rows(orbits, before, centre, moment),
        matrix=() if orbits is None else _matrix(opened, centre, enough, moment),
        moved=opened.kept(("moved", moment), lambda: _moved(opened, context, moment)),
        relations=opened.kept(("related", moment), lambda: _related(opened, overview, moment)),
        alarms=_alarms(opened, context, alarms, moment),
        is_waiting=alarms is None,
        busiest=tuple(
            Counted(
                wording.speaker(each.side),
                each.events,
                moment.events(side=each.side, status="any"),
                each.side,
            )
            for each in overview.sides
        ),
        said=tuple(
            Counted(status.replace("_", " "), number, moment.events(status=status))
            for status, number in overview.said.items()
        ),
        behind=_behind(context, opened, request),
        order=opened.whole.busiest,
    )


def moment_of(request: SystemRequest, at: date | None) -> Moment:
    """As of when the page is; a day that was not asked for is not carried on."""
    was_asked = request.at is not None or request.week is not None
    return Moment(str(at) if was_asked and at else None, request.by, request.using)


def _nothing(context: Context, request: SystemRequest, day: date | None, why: str) -> SystemPage:
    """The page of a day by which nothing was known, or of an empty record."""
    page = SystemPage(request, day, request.by, "", "", (why[:1].upper() + why[1:],))
    try:
        whole = SYSTEMS.whole(context.record, context.settings.record, request.using)
    except DragomanError:
        return page
    moment, shown = moment_of(request, day), day or whole.last
    return msgspec.structs.replace(
        page,
        slider=slider(whole, shown, moment, **_kept(request)),
        coverage=coverage(whole, shown, moment, **_kept(request)),
        sources=_sources(whole, request.using),
    )


def _no_map(orbits: Orbits | None, request: SystemRequest) -> tuple[str, ...]:
    """Why there is no map, said where it would be."""
    return (orbits.map_refused,) if orbits and orbits.map_refused and request.view == "map" else ()


def _kept(request: SystemRequest) -> dict[str, object]:
    """What stays chosen when another day is."""
    view = None if request.view == "orbits" else request.view
    return {"centre": request.centre, "enough": request.enough, "view": view}


def _views(request: SystemRequest, moment: Moment) -> tuple[Option, ...]:
    names = {"orbits": "Orbits", "map": "Map", "matrix": "Matrix", "table": "Table"}
    return tuple(
        Option(
            f"{moment.system(**{**_kept(request), 'view': None if view == 'orbits' else view})}#distances",
            name,
            view == request.view,
        )
        for view, name in names.items()
    )


def _matrix(opened: Opened, centre: str, enough: float, moment: Moment) -> tuple[MatrixRow, ...]:
    found = opened.kept(("matrix", centre, enough), lambda: opened.model.distances(enough, always=(centre,)))
    return matrix_rows(found, moment)


def _moved(opened: Opened, context: Context, moment: Moment) -> tuple[Moved, ...]:
    system = opened.system(context.record)
    return tuple(moved(each, moment, system.speaking_for(each)) for each in opened.model.movements()[:_SHOWN])


def _related(opened: Opened, overview: Overview, moment: Moment) -> tuple[Related, ...]:
    ledger = opened.model.ledger
    return tuple(related(each, ledger.between(*each.sides), moment) for each in overview.relations)


def _alarms(
    opened: Opened, context: Context, found: tuple[Alert, ...] | None, moment: Moment
) -> tuple[Alarmed, ...]:
    """The latest alarms with a sentence each; none while they are being worked out."""
    if found is None:
        return ()
    system = opened.system(context.record)
    return opened.kept(
        ("alarmed", moment),
        lambda: tuple(alarmed(each, moment, system.speaking_for(each, 1)) for each in found[:_ALARMS]),
    )


def _centre(opened: Opened, request: SystemRequest) -> str:
    if request.centre is None:
        return opened.model.busiest()[0] if opened.model.taking_part else ""
    return _side(request.centre)


def _side(name: str) -> str:
    found = load().resolve(name)
    return found.country or found.id


def _orbits(opened: Opened, centre: str, asked: float | None) -> tuple[Orbits | None, float, tuple[str, ...]]:
    """The orbits, how many events a side needed for them, and what is missing."""
    name, events = wording.speaker(centre), opened.model.taking_part.get(centre, 0)
    if not events:
        return (
            None,
            0.0,
            (f"{name} takes part in nothing by {opened.model.at}. Choose another or a later day.",),
        )
    found, enough = None, FEW
    for enough in _ENOUGH if asked is None else (asked,):
        try:
            found = opened.orbits(centre, enough)
        except NotEnough:
            continue
        if sum(each.distance is not None for each in found.positions) >= _LEAST_PLACED:
            break
    if found is None:
        words = f"{name} takes part in {wording.counted(events, 'event')}, and too few of them with others"
        return None, enough, (f"{words}, to say who stands close to it.",)
    missing = []
    if asked is None and enough < FEW:
        missing.append(
            f"Too few events for sure distances: {FEW:g} of each side are wanted, and here "
            f"{wording.counted(int(enough), 'event')} had to be enough. "
            "Take the distances as hints; more reports make them surer."
        )
    return found, enough, tuple(missing)


def _sources(whole: Whole, using: str) -> tuple[Option, ...]:
    kinds = dict.fromkeys(("all", "read", *whole.sources, using))
    words = {"all": "everything", "read": "what was read here"}
    return tuple(Option(kind, words.get(kind, kind), kind == using) for kind in kinds)


def _behind(context: Context, opened: Opened, request: SystemRequest) -> Behind | None:
    """The list of events, when anything of it is asked for."""
    if not any((request.side, request.kind, request.status, request.since, request.until, request.offset)):
        return None
    rows, who = opened.model.ledger, ""
    if request.side is not None:
        side = _side(request.side)
        rows, who = rows.of_side(side), f" of {wording.speaker(side)}"
    rows = chosen(rows, kind=request.kind, status=request.status, since=request.since, until=request.until)
    words = f"Events{who}{filter_words(request.kind, request.status, request.since, request.until)}"
    return behind(context.record, rows, words, PATH, request)
