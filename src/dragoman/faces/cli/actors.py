"""dragoman actors: who takes part, or whom a name means."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
import typer
from rich import box
from rich.markup import escape
from rich.table import Table

from dragoman.faces.cli.options import Json, Limit, RecordPath, opened
from dragoman.faces.cli.screen import console, errors, print_json
from dragoman.store import ActorCount
from dragoman.terms import Entity, EntityKind, Interval
from dragoman.world import Membership, load


class _Identity(msgspec.Struct, frozen=True):
    """What --json prints of a name."""

    entity: Entity
    names: tuple[str, ...]
    blocs: dict[str, Membership]
    offices: tuple[str, ...]


def actors(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="A name to look up; everybody in the record without one."),
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The day to look at: YYYY-MM-DD.", show_default=False)
    ] = None,
    limit: Limit = None,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """List who takes part in events, busiest first; or say whom a name means.

    Examples:

      dragoman actors --limit 20

      dragoman actors Kazakhstan --on 2022-01-06
    """
    if name is not None:
        _show_identity(_identity(name, Interval.parse(on).latest if on else None), json=json)
        return
    with opened(record) as source:
        counts = source.actors(limit=limit)
    if json:
        print_json(counts)
    elif counts:
        console().print(_table(counts))
    else:
        errors().print("Nobody: the record holds no events. Fill it with: dragoman add PATH")


def _table(counts: tuple[ActorCount, ...]) -> Table:
    out = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("Actor", "Id", "Country", "Sector"):
        out.add_column(heading)
    for heading in ("acts", "is acted upon", "documents"):
        out.add_column(heading, justify="right")
    for count in counts:
        out.add_row(
            escape(_name(count)),
            escape(count.entity or ""),
            count.country or "",
            count.sector or "",
            str(count.as_actor),
            str(count.as_recipient),
            str(count.documents),
        )
    return out


def _name(count: ActorCount) -> str:
    """The name people know; words of the texts in quotes."""
    entity = load().entities.get(count.entity or "")
    return entity.name if entity is not None else f'"{count.text}"'


def _identity(name: str, on: date | None) -> _Identity:
    world = load()
    entity = world.resolve(name)
    state = entity.id if entity.kind is EntityKind.STATE else None
    return _Identity(
        entity,
        tuple(dict.fromkeys(known.surface for known in world.names if known.entity == entity.id)),
        dict(world.blocs_of(state, on)) if state else {},
        tuple(f"{term.office} of {term.of}, {term.valid}" for term in world.terms_of(entity.id)),
    )


def _show_identity(identity: _Identity, *, json: bool) -> None:
    if json:
        print_json([identity])
        return
    entity = identity.entity
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    blocs = [
        bloc if row.status == "member" else f"{bloc} ({row.status.value})"
        for bloc, row in identity.blocs.items()
    ]
    for heading, value in (
        ("id", entity.id),
        ("name", entity.name),
        ("kind", entity.kind.value),
        ("country", entity.country or ""),
        ("sector", entity.sector or ""),
        ("exists", "" if entity.exists.is_unknown else str(entity.exists)),
        ("names", ", ".join(identity.names)),
        ("belongs to", ", ".join(blocs)),
        ("offices", "\n".join(identity.offices)),
    ):
        if value:
            grid.add_row(heading, escape(value))
    console().print(grid)
