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
from dragoman.terms import Entity, EntityKind, Interval, Mention, UnknownName
from dragoman.world import Membership, load

_LASTING = {EntityKind.PERSON: "in office"}
_SHOWN = 12  # names and candidates listed; more of them are counted


class _Identity(msgspec.Struct, frozen=True):
    """What --json prints of a name.

    Attributes:
        resolution: whom the words mean on the day, with the reason and the runner-up.
        entity: whom that is; ``None`` when only a country or sector is known.
        absent: why the day given is odd: before or after it existed; empty otherwise.
        members: of a bloc, how each state belongs to it on the day; of a region, its states.
    """

    resolution: Mention
    entity: Entity | None
    names: tuple[str, ...] = ()
    blocs: dict[str, Membership] = {}
    offices: tuple[str, ...] = ()
    members: dict[str, str] = {}
    absent: str = ""


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
    """List who takes part in events, busiest first; or say whom a name means on a day, and why.

    Examples:

      dragoman actors --limit 20

      dragoman actors Kazakhstan --on 2022-01-06

      dragoman actors "the Russian president" --on 2009-05-01
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
    """Whom a name or description means.

    Raises:
        UnknownName: nobody, no country and no sort of actor is known by it.
    """
    world = load()
    mention = _resolved(name, on)
    entity = world.entities.get(mention.entity or "")
    if entity is None:
        return _Identity(mention, None)
    state = entity.id if entity.kind is EntityKind.STATE else None
    return _Identity(
        mention,
        entity,
        tuple(dict.fromkeys(known.surface for known in world.names if known.entity == entity.id)),
        dict(world.blocs_of(state, on)) if state else {},
        _offices(entity),
        _members(entity, on),
        _absence(entity, on),
    )


def _offices(entity: Entity) -> tuple[str, ...]:
    """The offices of a person, oldest first."""
    world = load()
    terms = sorted(world.terms_of(entity.id), key=lambda term: term.valid.earliest or date.min)
    return tuple(
        f"{term.office.replace('_', ' ')} of {world.entities[term.of].name}, {term.valid}" for term in terms
    )


def _absence(entity: Entity, on: date | None) -> str:
    if on is None or entity.kind is EntityKind.PERSON or entity.exists.contains(on):
        return ""
    return f"on {on} it did not exist"


def _absent(identity: _Identity) -> list[tuple[str, str]]:
    return [("but", identity.absent)]


def _resolved(name: str, on: date | None) -> Mention:
    """By the rules of reading; else as a code or in any letter case; else as a surname that needs a title."""
    from dragoman.reading import identify

    mention = identify(name, on)
    if mention.entity is not None or mention.runner_up is not None:
        return mention
    try:
        entity = load().resolve(name)
    except UnknownName:
        titled = _titled(name, on)
        if titled is None and mention.country is None and mention.sector is None:
            raise
        return titled or mention
    sector = entity.sector or ("GOV" if entity.kind is EntityKind.STATE else None)
    return Mention(name, entity.id, entity.country, sector, None, f"a name or code of {entity.name}")


def _titled(name: str, on: date | None) -> Mention | None:
    """Who is called so behind a title only: Bush, May, Li; in office on the day when one is given."""
    world = load()
    people = dict.fromkeys(weak.entity for weak in world.titled(name.strip()))
    serving = [person for person in people if on is None or world.entities[person].exists.contains(on)]
    if not serving:
        return None
    if len(serving) > 1:
        reason = f"{' or '.join(serving[:_SHOWN])} may be meant; name the first name or the day"
        return Mention(name, None, reason=reason, runner_up=serving[0])
    entity = world.entities[serving[0]]
    reason = f"{entity.name}; in texts the name counts behind a title or the full name only"
    return Mention(name, entity.id, entity.country, entity.sector, None, reason)


def _members(entity: Entity, on: date | None) -> dict[str, str]:
    world = load()
    if entity.kind is EntityKind.REGION:
        return dict.fromkeys(world.region(entity.id), "lies in it")
    if entity.kind is EntityKind.BLOC:
        return {state: row.status.value for state, row in world.members(entity.id, on).items()}
    return {}


def _show_identity(identity: _Identity, *, json: bool) -> None:
    if json:
        print_json([identity])
        return
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for heading, value in (*_resolution(identity.resolution), *_known(identity), *_absent(identity)):
        if value:
            grid.add_row(heading, escape(value))
    console().print(grid)


def _resolution(mention: Mention) -> list[tuple[str, str]]:
    return [
        ("means", mention.entity or ("nobody" if mention.doubtful else "nobody by name")),
        ("because", mention.reason),
        ("or else", mention.runner_up or ""),
        ("country", mention.country or ""),
        ("sector", mention.sector or ""),
    ]


def _known(identity: _Identity) -> list[tuple[str, str]]:
    entity = identity.entity
    if entity is None:
        return []
    blocs = [
        bloc if row.status == "member" else f"{bloc} ({row.status.value})"
        for bloc, row in identity.blocs.items()
    ]
    members = [
        state if status in ("member", "lies in it") else f"{state} ({status})"
        for state, status in identity.members.items()
    ]
    return [
        ("name", entity.name if entity.name != entity.id else ""),
        ("kind", entity.kind.value),
        (_LASTING.get(entity.kind, "exists"), "" if entity.exists.is_unknown else str(entity.exists)),
        ("belongs to", ", ".join(blocs)),
        ("members", ", ".join(members)),
        ("offices", "\n".join(identity.offices)),
        ("names", _some(identity.names)),
    ]


def _some(names: tuple[str, ...]) -> str:
    """The first of many."""
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
