"""The part of the store in one SQLite file that keeps imported tables and serves the model of the system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.store import coded, happenings, lookup
from dragoman.store.answers import CodedRow, Happening, Import
from dragoman.store.session import Session
from dragoman.terms import CodedEvent, Event


class SqliteCoded:
    """See `Coded`, whose documentation holds here."""

    _session: Session

    def put_import(self, kind: str, file: str, digest: str, *, world: str, code: str) -> int:
        return coded.put_import(self._session, kind, file, digest, world, code)

    def put_coded(self, number: int, rows: Iterable[CodedEvent]) -> tuple[tuple[int, CodedEvent], ...]:
        return coded.put_coded(self._session, number, rows)

    def finish_import(self, number: int, rejected: Mapping[str, int]) -> Import:
        return coded.finish_import(self._session, number, rejected)

    def imports(self, number: int | None = None) -> tuple[Import, ...]:
        with self._session.snapshot():
            return coded.imports(self._session, number)

    def forget_import(self, number: int) -> None:
        coded.forget_import(self._session, number)

    def coded(self, numbers: Sequence[int]) -> tuple[CodedRow, ...]:
        with self._session.snapshot():
            return coded.coded(self._session, numbers)

    def put_ledger_part(self, number: int, data: bytes) -> None:
        coded.put_part(self._session, number, data)

    def ledger_parts(self) -> Iterator[bytes]:
        with self._session.snapshot():
            numbers = coded.part_numbers(self._session)
        for number in numbers:
            with self._session.snapshot():
                data = coded.part(self._session, number)
            if data is not None:
                yield data

    def happenings(self, portion: int = 20_000) -> Iterator[Happening]:
        with self._session.snapshot():
            last = happenings.last(self._session)
        for first in range(0, last, portion):
            with self._session.snapshot():
                page = list(happenings.happenings(self._session, first, first + portion))
            yield from page

    def events_numbered(self, numbers: Sequence[int]) -> Mapping[int, Event]:
        with self._session.snapshot():
            return lookup.events_numbered(self._session, numbers)
