"""Copies: a document beside what it was taken from, or what was taken from it, word by word."""

from __future__ import annotations

import msgspec

from dragoman.faces.api import Record
from dragoman.faces.web.page import Context
from dragoman.faces.web.taking import Limit, Offset
from dragoman.faces.web.telling import links
from dragoman.faces.word_diff import Piece, PieceKind, pieces
from dragoman.terms import Copy, CopyKind, Interval

_LONG, _AROUND = 60, 20  # words that stayed: how many are cut in the middle, and what is left of them
_WORDS = {
    CopyKind.EXACT: "the same words",
    CopyKind.NEAR: "edited",
    CopyKind.EXCERPT: "a part of it",
    CopyKind.TRANSLATION: "a translation",
}


class CopiesRequest(msgspec.Struct, frozen=True):
    """The id of the document or its beginning, and which of the copies."""

    id: str
    limit: Limit = 5
    offset: Offset = 0


class Paper(msgspec.Struct, frozen=True):
    """A document of a family."""

    document: str
    title: str
    outlet: str
    published: Interval


class Diff(msgspec.Struct, frozen=True):
    """A copy beside its original.

    Attributes:
        kind, share: what sort of copy, and how much of it stands in the original.
        left_out, added: how many words.
        pieces: the copy in its order, with what was left out where it stood; empty for a translation, which
            cannot be compared word by word.
    """

    original: Paper
    copy: Paper
    kind: str
    share: float
    left_out: int
    added: int
    pieces: tuple[Piece, ...]


class CopiesPage(msgspec.Struct, frozen=True):
    """What became of a text on its way.

    Attributes:
        portion: which of the copies are shown.
    """

    request: CopiesRequest
    id: str
    portion: links.Portion
    diffs: tuple[Diff, ...]

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return f"Copies of {self.id[: links.ID_LENGTH]}"

    @property
    def rows(self) -> tuple[Diff, ...]:
        """See `PageRecord`."""
        return self.diffs


def copies(context: Context, request: CopiesRequest) -> CopiesPage:
    """The page `/documents/{id}/copies`."""
    record = context.record
    id = record.document(request.id).id
    family = record.family(id)
    own = [copy for copy in family.copies if copy.document == id]
    found = own or [copy for copy in family.copies if copy.original == id]
    page = found[request.offset : request.offset + request.limit]
    return CopiesPage(
        request=request,
        id=id,
        portion=links.portion(links.copies(id), request, request.limit, request.offset, len(found)),
        diffs=tuple(_diff(record, copy) for copy in page),
    )


def _diff(record: Record, copy: Copy) -> Diff:
    original, taken = record.document(copy.original), record.document(copy.document)
    found = (
        ()
        if copy.kind is CopyKind.TRANSLATION
        else pieces(original, taken, record.changes(original.id, taken.id))
    )
    return Diff(
        original=_paper(record, original.id),
        copy=_paper(record, taken.id),
        kind=_WORDS[copy.kind],
        share=copy.share,
        left_out=_count(found, PieceKind.LEFT_OUT),
        added=_count(found, PieceKind.ADDED),
        pieces=tuple(_shortened(piece) for piece in found),
    )


def _paper(record: Record, id: str) -> Paper:
    document = record.document(id)
    outlets = dict.fromkeys(place.outlet for place in record.appearances(document) if place.outlet)
    title = " ".join((document.title or "").split())
    return Paper(id, title, ", ".join(outlets), document.published.reported)


def _count(found: tuple[Piece, ...], kind: PieceKind) -> int:
    return sum(len(piece.words.split()) for piece in found if piece.kind is kind)


def _shortened(piece: Piece) -> Piece:
    """The beginning and the end of a long stretch that stayed."""
    words = piece.words.split()
    if piece.kind is not PieceKind.KEPT or len(words) <= _LONG:
        return piece
    kept = f"{' '.join(words[:_AROUND])} … {' '.join(words[-_AROUND:])}"
    return msgspec.structs.replace(piece, words=kept)
