"""Filters as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.faces.api import build_query
from dragoman.terms import DragomanError, EventType, Status, UnknownName


def test_filters_may_be_written_as_people_write() -> None:
    """Names, codes, lists parted by commas, any case, parts of a date."""
    query = build_query(
        actor="Kazakhstan",
        recipient="ru",
        type="assault, Coerce",
        status="called for",
        since="2022",
        until="2022-10",
    )
    assert (query.actor, query.recipient) == ("KAZ", "RUS")
    assert query.type == (EventType.ASSAULT, EventType.COERCE)
    assert query.status == (Status.CALLED_FOR,)
    assert (query.since, query.until) == (date(2022, 1, 1), date(2022, 10, 31))


@pytest.mark.parametrize(
    ("filters", "nearest"),
    [
        ({"actr": "KAZ"}, "actor"),
        ({"types": "ASSAULT"}, "type"),
        ({"type": "ASSALT"}, "ASSAULT"),
        ({"status": "hapened"}, "happened"),
        ({"actor": "Kazakhstn"}, "Kazakhstan"),
    ],
)
def test_unknown_names_are_errors_that_name_the_nearest(filters: dict[str, str], nearest: str) -> None:
    """Filter, actor, type and status."""
    with pytest.raises(UnknownName) as raised:
        build_query(**filters)
    assert nearest in raised.value.nearest


def test_all_names_are_told_when_none_is_near() -> None:
    """Of a short list."""
    with pytest.raises(UnknownName, match=r"'AGREE' or .*'ASSAULT'"):
        build_query(type="xyzzy")


@pytest.mark.parametrize(
    "filters", [{"limit": -1}, {"limit": "ten"}, {"offset": 1.5}, {"since": "yesterday"}]
)
def test_numbers_and_days_are_checked(filters: dict[str, object]) -> None:
    """With the value in the message."""
    with pytest.raises(DragomanError, match=str(next(iter(filters.values())))):
        build_query(**filters)


def test_empty_filters_ask_for_nothing() -> None:
    """So that faces may pass on what they were given."""
    assert build_query(actor="", type=(), since=None) == build_query()


def test_a_person_who_says_so_is_found_by_id() -> None:
    """And everybody else by words."""
    assert build_query(said_by="Tokayev").said_by == "Kassym-Jomart Tokayev"
    assert build_query(said_by="Russia").said_by == "Russia"
    assert build_query(said_by="the shepherd").said_by == "the shepherd"
