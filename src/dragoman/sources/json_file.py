"""A JSON file with one article or a list of them; a list is read object by object."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.sources.base import Found, Material, failed
from dragoman.sources.encoding import as_lines
from dragoman.sources.json_values import BrokenJson, JsonValues, most_characters
from dragoman.sources.options import SourceOptions
from dragoman.sources.rows import read_row
from dragoman.terms import UnreadableInput


class JsonFile:
    """One object, or a list of objects of any length."""

    name = "json"
    suffixes = (".json",)

    def read(self, material: Material, options: SourceOptions) -> Iterator[Found]:
        limit = most_characters(options.max_bytes)
        values = JsonValues(as_lines(material.stream, newline="\n"), limit)
        first = values.peek()
        if not first:
            raise UnreadableInput("empty")
        if first == "[":
            yield from _entries(values, material.origin, options)
        else:
            yield _value(values, material.origin, options)


def _entries(values: JsonValues, origin: str, options: SourceOptions) -> Iterator[Found]:
    values.advance()
    if values.peek() == "]":
        raise UnreadableInput("an empty list")
    number = 0
    while True:
        number += 1
        try:
            row = values.take()
        except BrokenJson as error:
            yield failed(f"{origin}:{number}", f"{error}; the rest of the list is not read")
            return
        yield read_row(f"{origin}:{number}", row, options)
        mark = values.peek()
        if mark == "]":
            return
        if mark != ",":
            yield failed(origin, f"broken JSON: the list breaks off after entry {number}")
            return
        values.advance()


def _value(values: JsonValues, origin: str, options: SourceOptions) -> Found:
    try:
        return read_row(origin, values.take(), options)
    except BrokenJson as error:
        return failed(origin, str(error))
