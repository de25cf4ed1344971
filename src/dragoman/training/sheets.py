"""Files of sheets, in which annotators write items (see ``docs/annotation.md``).

python -m dragoman.training.sheets SHEET...              checks
python -m dragoman.training.sheets SHEET... --to DIR     checks, and writes DIR/<sheet>.jsonl
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dragoman.reading.sheet import SheetError, read_lines
from dragoman.terms import DragomanError
from dragoman.training.items import Item, Style, write_items


def read_sheet(path: Path) -> tuple[list[Item], list[str]]:
    """The items of a sheet, and what is wrong with the others, one line each for the annotator."""
    items, errors = [], []
    for number, lines in _blocks(path.read_text(encoding="utf-8")):
        try:
            items.append(read_item(lines))
        except DragomanError as error:
            errors.append(f"{path}:{number}: {error}")
    return items, errors


def read_item(lines: Sequence[str]) -> Item:
    """One item from its lines: ``K``, ``T``, and the answers.

    Raises:
        SheetError: a line cannot be understood.
    """
    head, text, answers = _opening(lines)
    annotation = read_lines(text, answers)
    return Item(
        text=text, style=Style(head[0]), genre=head[1], region=head[2], **msgspec.structs.asdict(annotation)
    )


def _opening(lines: Sequence[str]) -> tuple[list[str], str, Sequence[str]]:
    """The words of the K line, the text, and the lines of answers."""
    if len(lines) < 2 or not lines[0].startswith("K ") or not lines[1].startswith("T "):
        raise SheetError("expected an item to begin with a K line and a T line")
    head = lines[0].split()[1:]
    if len(head) != 3 or head[0] not in set(Style):
        raise SheetError("expected: K clean|mt|head GENRE REGION")
    return head, lines[1][2:].strip(), lines[2:]


def _blocks(content: str) -> Iterator[tuple[int, list[str]]]:
    """Each item's lines with the number of its first."""
    block: list[str] = []
    first = 0
    for number, line in enumerate([*content.splitlines(), ""], start=1):
        if line.strip():
            first = first if block else number
            block.append(line.rstrip())
        elif block:
            yield first, block
            block = []


def main() -> int:
    """Check sheets, and write them as JSON Lines when ``--to DIR`` is given; the exit status."""
    parser = argparse.ArgumentParser(prog="dragoman.training.sheets", description=__doc__.partition("\n")[0])
    parser.add_argument("sheets", nargs="+", type=Path)
    parser.add_argument("--to", type=Path, help="folder for the JSON Lines files")
    options = parser.parse_args()
    total: list[Item] = []
    wrong = 0
    for path in options.sheets:
        items, errors = read_sheet(path)
        sys.stdout.writelines(f"{error}\n" for error in errors)
        wrong += len(errors)
        total += items
        if options.to is not None:
            write_items(options.to / f"{path.stem}.jsonl", items)
    types = Counter(str(event.type) for item in total for event in item.events)
    sys.stdout.write(f"{len(total)} items, {wrong} with errors; events: {dict(types.most_common())}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
