"""The filters of `events` and `export`, by the names every face uses."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from dragoman.faces.api import EventFilters

Actor = Annotated[
    str | None, typer.Option(help="Who does it: a state, bloc, person or group.", show_default=False)
]
Recipient = Annotated[str | None, typer.Option(help="To whom it is done.", show_default=False)]
About = Annotated[str | None, typer.Option(help="Somebody on either side.", show_default=False)]
Type = Annotated[
    str | None,
    typer.Option(help="PLOVER types, several parted by commas: ASSAULT,COERCE.", show_default=False),
]
Status = Annotated[
    str | None,
    typer.Option(help="happened, ongoing, planned, possible, denied, called_for.", show_default=False),
]
Outlet = Annotated[str | None, typer.Option(help="A newspaper that tells it.", show_default=False)]
SaidBy = Annotated[str | None, typer.Option(help="Who in the text says so.", show_default=False)]
Words = Annotated[
    str | None, typer.Option("--text", help="Words that stand in the evidence.", show_default=False)
]
Since = Annotated[
    str | None, typer.Option(help="From this day on: YYYY, YYYY-MM or YYYY-MM-DD.", show_default=False)
]
Until = Annotated[str | None, typer.Option(help="Up to this day.", show_default=False)]
Story = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Of this story, by its id or that of a document.", show_default=False),
]
Disputed = Annotated[
    bool, typer.Option("--disputed", help="Only where voices contradict each other.", show_default=False)
]
Undated = Annotated[
    bool, typer.Option("--undated", help="Only where nobody says on which day.", show_default=False)
]
Members = Annotated[
    bool, typer.Option("--members", help="A bloc or region also finds its members.", show_default=False)
]


def given(**options: str | int | bool | None) -> EventFilters:
    """The filters that were given, by the names of the Python face."""
    return cast(EventFilters, {name: value for name, value in options.items() if value is not None})
