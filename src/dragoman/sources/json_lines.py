"""JSON Lines: one object a line, read line by line whatever the size of the file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from dragoman.sources.base import Found, Material, failed, too_large
from dragoman.sources.encoding import as_lines
from dragoman.sources.json_values import explain, most_characters
from dragoman.sources.options import SourceOptions
from dragoman.sources.rows import read_row
from dragoman.terms import Skip


class JsonLines:
    """A bad line is skipped with its number; the rest is read."""

    name = "json lines"
    suffixes = (".jsonl", ".ndjson", ".jl")

    def read(self, material: Material, options: SourceOptions) -> Iterator[Found]:
        lines = as_lines(material.stream, newline="\n")
        limit = most_characters(options.max_bytes)
        number = 0
        while line := lines.readline(limit):
            number += 1
            origin = f"{material.origin}:{number}"
            if len(line) == limit and not line.endswith("\n"):
                _finish_line(lines)
                yield Skip(origin, too_large(options))
            elif not line.isspace():
                yield _read_line(origin, line, options)


def _read_line(origin: str, line: str, options: SourceOptions) -> Found:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return failed(origin, f"broken JSON: {explain(error)}")
    return read_row(origin, row, options)


def _finish_line(lines: io.TextIOWrapper) -> None:
    while (rest := lines.readline(1_000_000)) and not rest.endswith("\n"):
        pass
