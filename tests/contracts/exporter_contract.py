"""What every exporter does, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.faces.export import export
from dragoman.terms import Event

from ..faces.samples import MET, event

CURLY = "“Never,” said the minister – Ә, ұ, 上海"


class ExporterContract:
    """Inherited by the tests of each format; ``name`` is its name and ``rows`` reads its file back."""

    name: str

    def rows(self, path: Path) -> list[dict[str, object]]:
        """The rows of a written file by column."""
        raise NotImplementedError

    def test_a_row_an_event_in_their_order(self, tmp_path: Path) -> None:
        """None is lost, none doubled."""
        events = [event(id=str(number)) for number in range(5)]
        path, number = export(events, tmp_path / "new" / "folder", self.name)
        assert number == 5
        assert [row["id"] for row in self.rows(path)] == ["0", "1", "2", "3", "4"]

    def test_no_events_make_a_file_without_rows(self, tmp_path: Path) -> None:
        """Which can be read all the same."""
        path, number = export([], tmp_path, self.name)
        assert (number, self.rows(path)) == (0, [])

    @pytest.mark.parametrize("words", [CURLY, 'a "b", c', "two\nlines", "two\r\nlines", "a\tb"])
    def test_any_words_come_back(self, tmp_path: Path, words: str) -> None:
        """Quotes, commas, line ends, other scripts."""
        path, _ = export([event(sentence=words)], tmp_path, self.name)
        assert words in self.rows(path)[0].values()

    def test_a_failed_export_leaves_the_former_file(self, tmp_path: Path) -> None:
        """And nothing half-written beside it."""
        path, _ = export([MET], tmp_path, self.name)
        former = path.read_bytes()

        def broken() -> Iterator[Event]:
            yield MET
            raise ValueError("in the middle")

        before = sorted(tmp_path.iterdir())
        with pytest.raises(ValueError, match="in the middle"):
            export(broken(), tmp_path, self.name)
        assert path.read_bytes() == former
        assert sorted(tmp_path.iterdir()) == before
