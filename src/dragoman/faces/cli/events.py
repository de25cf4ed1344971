"""dragoman events: who did what to whom, each row with its sentence."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.faces.api import Events, Record
from dragoman.faces.cli import filters, listing
from dragoman.faces.cli.options import Json, Limit, RecordPath, opened
from dragoman.faces.cli.screen import console, counted, errors, print_json


def events(
    actor: filters.Actor = None,
    recipient: filters.Recipient = None,
    about: filters.About = None,
    type: filters.Type = None,
    status: filters.Status = None,
    outlet: filters.Outlet = None,
    said_by: filters.SaidBy = None,
    text: filters.Words = None,
    since: filters.Since = None,
    until: filters.Until = None,
    story: filters.Story = None,
    disputed: filters.Disputed = False,
    undated: filters.Undated = False,
    members: filters.Members = False,
    limit: Limit = None,
    record: RecordPath = None,
    ids: Annotated[bool, typer.Option("--ids", help="Show ids of entities: KAZ for Kazakhstan.")] = False,
    json: Json = False,
) -> None:
    """List who did what to whom, by day, with the sentence behind each row.

    Examples:

      dragoman events --actor KAZ --recipient Russia --since 2022-06

      dragoman events --type SANCTION,COERCE --status happened

      dragoman events --disputed --about UKR

      dragoman events --status denied --json | jq .sentence
    """
    with opened(record) as source:
        found = source.events(
            **filters.given(
                actor=actor,
                recipient=recipient,
                about=about,
                type=type,
                status=status,
                outlet=outlet,
                said_by=said_by,
                text=text,
                since=since,
                until=until,
                story=story,
                disputed=disputed or None,
                undated=undated or None,
                members=members or None,
                limit=limit,
            )
        )
        if json:
            print_json(found)
        elif listing.show(console(), found, ids=ids):
            errors().print(_closing(found), style="dim")
        else:
            errors().print(_nothing(source))


def _closing(found: Events) -> str:
    number = len(found)
    every = found.total
    shown = f"{number} of {every} events" if number < every else counted(number, "event")
    return f"{shown}. One of them in full: dragoman event ID"


def _nothing(source: Record) -> str:
    """Why a listing is empty and what to do."""
    holds = source.summary()
    if not holds.events:
        return "No events: the record is empty. Fill it with: dragoman add PATH"
    return f"None of the {holds.events:,} events in the record passes these filters. Leave one out."
