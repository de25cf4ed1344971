"""dragoman rebuild: events, copies and stories made anew."""

from __future__ import annotations

import time

import msgspec

from dragoman.faces.api import Record
from dragoman.faces.cli.options import Json, RecordPath, found_record
from dragoman.faces.cli.screen import console, counted, print_json
from dragoman.store import Summary, open_store


class _Rebuilt(msgspec.Struct, frozen=True):
    """What --json prints."""

    before: Summary
    after: Summary


def rebuild(record: RecordPath = None, json: Json = False) -> None:
    """Make events, copies and stories anew from what was read in the documents and what people decided.

    Nothing is read again; for that there is `dragoman reread`. An interrupted rebuild is made good by the
    next one.

    Example:

      dragoman rebuild --record cis.dragoman
    """
    from dragoman.faces.cli.steps import Steps

    path = found_record(record)
    started = time.monotonic()
    with Record(open_store(path, create=False)) as target:
        before = target.summary()
        with Steps("made anew", show=not json) as steps:
            target.rebuild(on_progress=steps.advance)
        after = target.summary()
    if json:
        print_json([_Rebuilt(before, after)])
        return
    told = counted(after.event_mentions, "telling")
    console().print(f"{told} in {time.monotonic() - started:.1f} s:", markup=False)
    for number, was, noun in (
        (after.events, before.events, "event"),
        (after.disputed, before.disputed, "disputed event"),
        (after.copies, before.copies, "copied document"),
    ):
        console().print(f"  {counted(number, noun)} ({was:,} before)", markup=False)
    stories = "1 story" if after.stories == 1 else f"{after.stories:,} stories"
    console().print(f"  {stories} ({before.stories:,} before)", markup=False)
