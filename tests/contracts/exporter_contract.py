"""What every exporter does, whatever its format."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.faces.export import EXPORTERS, export, parquet
from dragoman.faces.export.package import FILE
from dragoman.terms import Event, Mention

from ..faces.samples import event
from .exporter_backing import Papers

CURLY = "“Never,” said the minister – Ә, ұ, 上海, 🜁"
HOSTILE = (
    CURLY,
    'a "b", c; d',
    '"quoted"',
    "two\nlines",
    "two\r\nlines",
    "a\tb",
    "=1+1",
    "'=1+1",
    "-1",
    "@SUM(A1)",
    "a\u202egnp.exe",
    "</data><node id='x'/>]]> & more",
    "nul\0 and bell\a",
    "half \ud83d of a character",
    "\u2028line separator",
    "\ufeffmark",
)


class ExporterContract:
    """Inherited by the tests of each format, which read its file back.

    Attributes:
        name: of the format.
    """

    name: str

    def number(self, path: Path) -> int:
        """How many events a file tells of."""
        raise NotImplementedError

    def columns(self, path: Path) -> list[str]:
        """What its columns are called; in the order of the file where that has one."""
        raise NotImplementedError

    def words(self, path: Path) -> set[object]:
        """The texts in it, among them the name of an actor nobody knows."""
        raise NotImplementedError

    def kept(self, words: str) -> str:
        """How words come back where the format cannot hold them all."""
        return words

    def sample(self, **changes: Any) -> Event:
        """An event that the format can hold."""
        return event(**changes)

    def write(self, events: list[Event] | Iterator[Event], folder: Path) -> Path:
        """The file of some events."""
        return export(events, folder, self.name, Papers()).path

    def described(self, folder: Path) -> dict[str, Any]:
        """What the descriptor says of the file."""
        package = json.loads((folder / FILE).read_text(encoding="utf-8"))
        (found,) = (one for one in package["resources"] if one["name"] == self.name)
        assert isinstance(found, dict)
        return found

    def test_every_event_once(self, tmp_path: Path) -> None:
        """None is lost, none doubled."""
        events = [self.sample(id=f"{number:012x}{'0' * 12}") for number in range(5)]
        written = export(events, tmp_path / "new" / "folder", self.name, Papers())
        assert (written.events, written.left_out) == (5, {})
        assert self.number(written.path) == 5

    def test_no_events_make_a_file_that_can_be_read(self, tmp_path: Path) -> None:
        """And is described as any other."""
        written = export([], tmp_path, self.name, Papers())
        assert (written.events, self.number(written.path)) == (0, 0)
        assert self.described(tmp_path)["schema"]["fields"]

    @pytest.mark.parametrize("words", HOSTILE)
    def test_any_words_come_back(self, tmp_path: Path, words: str) -> None:
        """Quotes, line ends, other scripts, turned writing, formulas, markup, halves of characters."""
        path = self.write([self.sample(sentence=words, actors=(Mention(words),))], tmp_path)
        sound = words.replace("\ud83d", "\ufffd")
        assert self.kept(sound) in self.words(path)
        assert self.number(path) == 1

    def test_a_failed_export_leaves_the_former_file(self, tmp_path: Path) -> None:
        """And nothing half-written beside it."""
        path = self.write([self.sample()], tmp_path)
        former = path.read_bytes()

        def broken() -> Iterator[Event]:
            yield self.sample()
            raise ValueError("in the middle")

        before = sorted(tmp_path.iterdir())
        with pytest.raises(ValueError, match="in the middle"):
            self.write(broken(), tmp_path)
        assert path.read_bytes() == former
        assert sorted(tmp_path.iterdir()) == before

    def test_the_descriptor_lists_what_was_written(self, tmp_path: Path) -> None:
        """The file with its size and digest, and its columns, each with a meaning."""
        path = self.write([self.sample()], tmp_path)
        found = self.described(tmp_path)
        assert sorted(tmp_path.iterdir()) == sorted((path, tmp_path / FILE))
        assert (found["path"], found["bytes"], found["events"]) == (path.name, path.stat().st_size, 1)
        assert found["hash"] == f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
        fields = found["schema"]["fields"]
        assert [field["name"] for field in fields] == self.columns(path)
        assert all(field["description"] for field in fields)

    def test_what_is_not_held_is_stated(self) -> None:
        """Each field of an event stands in a column or among those that do not, with the reason."""
        (layout,) = (one.layout for one in EXPORTERS if one.name == self.name)
        held = {field for column in layout.columns for field in column.holds}
        missing = {one.field for one in layout.not_held}
        assert held | missing == set(Event.__struct_fields__)
        assert all(one.why for one in layout.not_held)

    def test_events_are_let_go(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """However many there are, only some are held at a time."""
        monkeypatch.setattr(parquet, "_GROUP", 50)
        alive = []

        def many() -> Iterator[Event]:
            for number in range(400):
                yield self.sample(id=f"{number:024x}")
            alive.append(sum(isinstance(one, Event) for one in gc.get_objects()))

        before = sum(isinstance(one, Event) for one in gc.get_objects())
        self.write(many(), tmp_path)
        assert alive[0] - before < 100
