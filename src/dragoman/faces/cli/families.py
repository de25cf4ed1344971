"""Texts that were printed more than once, on the screen: who had them first, and what was changed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.faces.api import Record
from dragoman.faces.cli.screen import ID_LENGTH, counted, on_one_line
from dragoman.faces.word_diff import Piece, PieceKind, pieces
from dragoman.record import Change, Family
from dragoman.terms import Copy, CopyKind, Document, DragomanError, Interval

_KINDS = {
    CopyKind.EXACT: "the same words",
    CopyKind.NEAR: "edited",
    CopyKind.EXCERPT: "a part",
    CopyKind.TRANSLATION: "a translation",
}
_SHARES = dict.fromkeys(CopyKind, "of its words") | {CopyKind.TRANSLATION: "of its names and numbers"}
_AROUND = 12  # words that stayed, shown beside a change; longer stretches are cut in the middle
_LONG = 40


class _Paper(msgspec.Struct, frozen=True):
    """A document of a family."""

    document: str
    title: str
    published: Interval
    outlets: tuple[str, ...]


class FamilySheet(msgspec.Struct, frozen=True):
    """What --json prints of a family.

    Attributes:
        documents: the original first.
    """

    original: str
    copies: tuple[Copy, ...]
    documents: tuple[_Paper, ...]


class CopyDiff(msgspec.Struct, frozen=True):
    """What --json prints of a copy and what it was taken from.

    Attributes:
        changes: by places in the two texts.
        pieces: the same in words, in the order of the copy.
    """

    copy: Copy
    original: _Paper
    taken: _Paper
    changes: tuple[Change, ...]
    pieces: tuple[Piece, ...]


def sheet_of(source: Record, family: Family) -> FamilySheet:
    """A family with what its documents are."""
    papers = tuple(_paper(source, source.document(id)) for id in family.documents)
    return FamilySheet(family.original, family.copies, papers)


def _paper(source: Record, document: Document) -> _Paper:
    outlets = (place.outlet for place in source.appearances(document) if place.outlet)
    title = on_one_line(document.title or "")
    return _Paper(document.id, title, document.published.reported, tuple(dict.fromkeys(outlets)))


def diffs_of(source: Record, document: Document) -> list[CopyDiff]:
    """A copy beside what it was taken from; or an original beside each of its copies."""
    family = source.family(document.id)
    own = [copy for copy in family.copies if copy.document == document.id]
    found = own or [copy for copy in family.copies if copy.original == document.id]
    if not found:
        raise DragomanError(
            f"document {document.id[:ID_LENGTH]} was taken from none and none from it. See: dragoman copies"
        )
    return [_diff(source, copy) for copy in found]


def _diff(source: Record, copy: Copy) -> CopyDiff:
    original, taken = source.document(copy.original), source.document(copy.document)
    changes = source.changes(original.id, taken.id)
    return CopyDiff(
        copy, _paper(source, original), _paper(source, taken), changes, pieces(original, taken, changes)
    )


def show(out: Console, sheet: FamilySheet) -> None:
    """Print the original, then each copy with whom it is from."""
    first, *others = sheet.documents
    grid = _grid()
    grid.add_row(*_line(first, Text("had it first", style="green")))
    by_id = {paper.document: paper for paper in sheet.documents}
    for copy, paper in zip(sheet.copies, others, strict=True):
        how = Text(f"{_KINDS[copy.kind]}, {copy.share:.0%} {_SHARES[copy.kind]}", style="yellow")
        if copy.original != sheet.original:
            how.append(f", from {_outlet(by_id[copy.original])}", "dim")
        grid.add_row(*_line(paper, how))
    out.print(grid)
    out.print()


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column()
    return grid


def _line(paper: _Paper, how: Text) -> tuple[str, str, Text]:
    """Id, days, and where it stands with its title and what it is."""
    day = "day unknown" if paper.published.is_unknown else str(paper.published).replace("/", "/\n")
    text = Text.assemble((_outlet(paper), "bold"), f": {paper.title or '(no title)'}\n")
    return paper.document[:ID_LENGTH], day, text.append_text(how)


def _outlet(paper: _Paper) -> str:
    return ", ".join(paper.outlets) or "outlet not named"


def show_diffs(out: Console, diffs: Sequence[CopyDiff]) -> None:
    """Print the differences of several copies, a line between them."""
    for number, diff in enumerate(diffs):
        if number:
            out.rule(style="dim")
        _show_diff(out, diff)


def _show_diff(out: Console, diff: CopyDiff) -> None:
    """Both documents in a line each, then the copy with what was changed."""
    kind = diff.copy.kind
    grid = _grid()
    grid.add_row(*_line(diff.original, Text("had it first", style="green")))
    how = f"{_KINDS[kind]}, {diff.copy.share:.0%} {_SHARES[kind]}"
    grid.add_row(*_line(diff.taken, Text(how, style="yellow")))
    out.print(grid)
    out.print()
    if kind is CopyKind.TRANSLATION:
        out.print("Other words, the same facts in the same order; word by word there is nothing to compare.")
    elif not diff.changes:
        out.print("No word was changed.")
    else:
        out.print(_in_colours(diff.pieces, is_plain=out.color_system is None))
        counts = [
            f"{counted(_words(diff.pieces, kind), 'word')} {word}"
            for kind, word in ((PieceKind.LEFT_OUT, "left out"), (PieceKind.ADDED, "added"))
        ]
        out.print(Text("\n" + ", ".join(counts), style="dim"))


def _words(found: Sequence[Piece], kind: PieceKind) -> int:
    return sum(len(piece.words.split()) for piece in found if piece.kind is kind)


def _in_colours(found: Sequence[Piece], *, is_plain: bool) -> Text:
    """The pieces as running text, a sentence on each line."""
    text = Text()
    for piece in found:
        if piece.kind is PieceKind.KEPT:
            text.append(_cut(piece.words))
        elif piece.kind is PieceKind.LEFT_OUT:
            text.append(f"[-{piece.words}-]" if is_plain else piece.words, "red strike")
        else:
            text.append(f"{{+{piece.words}+}}" if is_plain else piece.words, "green")
        text.append("\n" if piece.ends else " ")
    text.rstrip()
    return text


def _cut(words: str) -> str:
    """The beginning and the end of a long stretch that stayed."""
    every = words.split()
    if len(every) <= _LONG:
        return words
    return f"{' '.join(every[:_AROUND])} … {' '.join(every[-_AROUND:])}"
