"""What every store must do with event tables of others."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.store import Store
from dragoman.terms import CodedEvent, CodedSide, DragomanError, EventType, Interval, UnknownName
from tests.store import samples


def coded(number: int, *, url: str = "") -> CodedEvent:
    """A row of a table: Kazakhstan meets Russia."""
    day = date(2022, 1, number)
    return CodedEvent(
        kind="icews",
        key=str(number),
        day=Interval.day(day),
        known=day,
        actors=(CodedSide("Ministry (Kazakhstan)", side="KAZ", country="KAZ", sector="GOV"),),
        recipients=(CodedSide("Russia", side="RUS", country="RUS"),),
        type=EventType.CONSULT,
        code="040",
        score=1.0,
        url=url,
    )


def imported(store: Store, *rows: CodedEvent, digest: str = "d1") -> int:
    """An import of these rows; its number."""
    with store.transaction():
        number = store.put_import("icews", "events.tab", digest, world="w", code="c")
        store.put_coded(number, rows)
        store.finish_import(number, {"day": 2})
    return number


class CodedContract:
    """Inherit and provide the fixture ``store``: a new, empty, open one."""

    def test_an_import_says_what_it_brought(self, store: Store) -> None:
        """Rows kept, rows left out by reason, and the days between which they lie."""
        imported(store, coded(1), coded(3))
        (found,) = store.imports()
        assert (found.rows, found.resolved, found.repeated, found.rejected) == (2, 2, 0, {"day": 2})
        assert found.days == Interval(date(2022, 1, 1), date(2022, 1, 3))

    def test_a_row_comes_back_as_given(self, store: Store) -> None:
        """Names, code and score of the table stay beside our type."""
        imported(store, coded(1, url="https://example.org/1"))
        (row,) = store.coded([1, 7])
        assert (row.kind, row.key, row.code, row.score) == ("icews", "1", "040", 1.0)
        assert (row.actors, row.recipients, row.url) == (
            "Ministry (Kazakhstan)", "Russia", "https://example.org/1"
        )  # fmt: skip

    def test_what_is_listed_twice_is_kept_once(self, store: Store) -> None:
        """Within a file and between files; how often is counted."""
        imported(store, coded(1, url="u"), coded(1, url="u"))
        imported(store, coded(1, url="u"), coded(2, url="u"), digest="d2")
        assert [(each.rows, each.repeated) for each in store.imports()] == [(1, 2), (1, 0)]

    def test_the_same_file_is_refused(self, store: Store) -> None:
        """And nothing of it is kept."""
        imported(store, coded(1))
        with pytest.raises(DragomanError, match="imported before"):
            imported(store, coded(2))
        assert len(store.imports()) == 1

    def test_an_import_can_be_forgotten(self, store: Store) -> None:
        """Its rows and its part of the ledger go with it."""
        number = imported(store, coded(1))
        with store.transaction():
            store.put_ledger_part(number, b"part")
        assert list(store.ledger_parts()) == [b"part"]
        with store.transaction():
            store.forget_import(number)
        assert (store.imports(), store.coded([1]), list(store.ledger_parts())) == ((), (), [])
        with pytest.raises(UnknownName), store.transaction():
            store.forget_import(number)

    def test_events_are_given_without_their_words(self, store: Store) -> None:
        """Sides by country, days as ordinals; and found again by their row numbers."""
        samples.put(store, samples.document(1))
        (found,) = store.happenings()
        day = date(2022, 1, 2).toordinal()
        assert (found.days, found.actors, found.recipients) == ((day, day), ("KAZ",), ("RUS",))
        (event,) = store.events()
        assert store.events_numbered([found.number, 99]) == {found.number: event}
