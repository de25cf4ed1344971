"""What people decide about a record, and bringing it up to date."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.store import Store
from dragoman.terms import Document, DragomanError, Edit, EditField, Judgement

if TYPE_CHECKING:
    from dragoman.rereading import Reread

# As `dragoman.merging` has it, which takes longer to load than most answers
_MERGING, _STALE = "merging", "stale"

OnProgress = Callable[[str, int, int], None]


class Judging:
    """The part of `Record` that decides, and obeys what was decided."""

    store: Store

    def date(self, id: str, day: str | None, *, by: str, why: str = "") -> Document:
        """Date a document by hand, or take that back; everything that counts from its day is read again.

        Args:
            id: the document's, or the first characters of it.
            day: ``2022-10-07``, ``2022-10`` or ``2022-10-07/2022-10-09``; ``None`` takes a decision back.
            by: who decides; kept with the time.
            why: the reason, kept as well.

        Raises:
            UnknownName: no such document, or several.
            DragomanError: the day is none.
        """
        from dragoman import deciding

        if day is not None and not day.strip():
            raise DragomanError(
                "an empty day was given; expected one such as 2022-10-07, or None to take it back"
            )
        return deciding.judge_day(self.store, self.store.document(id).id, day or "", by, why)

    def same(self, one: str, other: str, *, by: str, why: str = "") -> Judgement:
        """Say that two tellings tell one event; events, and all that follows, obey at once.

        Args:
            one, other: ids of event mentions (`Event.tellings`), or the first characters.
            by: who decides; kept with the time.
            why: the reason, kept as well.

        Raises:
            UnknownName: no telling, or several, have an id that begins so.
        """
        from dragoman import deciding

        return deciding.judge_same(self.store, one, other, by, same=True, remark=why)

    def not_same(self, one: str, other: str, *, by: str, why: str = "") -> Judgement:
        """Say that two tellings tell two events; see `same`."""
        from dragoman import deciding

        return deciding.judge_same(self.store, one, other, by, same=False, remark=why)

    def reject(self, telling: str, *, by: str, why: str = "") -> Judgement:
        """Say that a telling tells no event, or none of its type; see `same`."""
        from dragoman import deciding

        return deciding.reject(self.store, telling, by, why)

    def edit(
        self,
        telling: str,
        field: EditField | str,
        value: str | None,
        *,
        by: str,
        position: int | None = None,
        why: str = "",
    ) -> Judgement:
        """Correct a field of a telling.

        Args:
            telling: id of an event mention, or the first characters.
            field: actors, recipients, type, mode, status, when or where.
            value: what it is; see `dragoman.terms.Edit`.
            position: which of the participants, counted from 0; -1 adds one.

        Raises:
            UnknownName: no telling, or several, have an id that begins so.
            DragomanError: there is no such field, or it cannot have that value.
        """
        from dragoman import deciding

        try:
            change = Edit(EditField(field), value, position)
        except ValueError:
            expected = ", ".join(EditField)
            raise DragomanError(f"{field!r} cannot be edited. Expected one of {expected}.") from None
        return deciding.edit(self.store, telling, change, by, why)

    def note(self, telling: str, words: str, *, by: str) -> Judgement:
        """Keep a remark about a telling; nothing follows from it. See `same`."""
        from dragoman import deciding

        return deciding.note(self.store, telling, by, words)

    def undo(self, judgement: str, *, by: str, why: str = "") -> Judgement:
        """Take a judgement back, by its id or the first characters.

        Raises:
            UnknownName: no judgement, or several, have an id that begins so.
            DragomanError: it was taken back already.
        """
        from dragoman import deciding

        return deciding.undo(self.store, judgement, by, why)

    def judgements(self, subject: str | None = None) -> tuple[Judgement, ...]:
        """What people decided, about one subject or all, in the order they did."""
        return self.store.judgements(subject)

    def reread(
        self, *ids: str, every: bool = False, on_progress: OnProgress | None = None
    ) -> tuple[Reread, ...]:
        """Read documents again with the present reader, world and program; what came of each.

        Args:
            ids: of documents, or the first characters; none for all of the record.
            every: also those that were read with what reads now.
            on_progress: called with what is being done, how much of it is done, and how much there is.

        Raises:
            UnknownName: no document, or several, have an id that begins so.
        """
        from dragoman import rereading

        documents = [self.store.document(id).id for id in ids] or None
        return tuple(rereading.reread(self.store, documents, every=every, on_progress=on_progress))

    @property
    def is_stale(self) -> bool:
        """Whether an older program merged its events, or their merging was interrupted: see `rebuild`."""
        return self.store.meta(_MERGING) == _STALE

    def rebuild(self, *, on_progress: OnProgress | None = None) -> None:
        """Make events, copies and stories anew from the documents, what was read in them, and judgements.

        Args:
            on_progress: called with what is being done, how much of it is done, and how much there is.
        """
        from dragoman import merging

        merging.rebuild(self.store, on_progress)
