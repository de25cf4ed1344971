"""Columns of events, and each seen from either side."""

from __future__ import annotations

import pytest

from dragoman.system.contact import Contacts, History, Traits
from dragoman.terms import DragomanError


def test_each_event_stands_on_both_sides() -> None:
    """Act 0 is doing it to somebody, act 1 is having it done."""
    contacts = Contacts(History.of([5], [0], [0], [1]))
    assert list(zip(contacts.ego, contacts.act, contacts.alter, contacts.row, strict=True)) == [
        (0, 0, 1, 0),
        (1, 1, 0, 0),
    ]


def test_rows_are_numbered_as_they_were_given() -> None:
    """However they are sorted inside."""
    history = History.of([9, 2], [0, 1], [0, 0], [1, 0])
    assert history.day.tolist() == [2, 9]
    assert history.given.tolist() == [1, 0]


def test_only_what_lies_before_a_day_is_seen() -> None:
    """The day itself is not."""
    contacts = Contacts(History.of([1, 2, 3], [0, 0, 0], [0, 0, 0], [1, 1, 1]))
    assert contacts.day[contacts.of(0, 2)].tolist() == [1]
    assert contacts.counts(3)[0, 1] == 2


def test_columns_that_do_not_fit_are_refused() -> None:
    """With what was given and what was expected."""
    with pytest.raises(DragomanError, match="expected four of one length"):
        History.of([1, 2], [0], [0], [1])
    with pytest.raises(DragomanError, match="actor ids from 0 to 4; expected 0 to 1"):
        History.of([1], [0], [0], [4], actors=2)
    with pytest.raises(DragomanError, match="expected one for each of 2"):
        History.of([1], [0], [0], [1], traits=Traits.unknown(3))
