"""Judgements as JSON Lines, out of one record and into another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from dragoman.faces.nearest import nearest
from dragoman.store import Store
from dragoman.terms import Anchor, DragomanError, Judgement, JudgementKind, UnknownName

_FIELDS = Judgement.__struct_fields__
_EXPECTED = f"Expected {', '.join(_FIELDS)}"
_MARK = b"\xef\xbb\xbf"  # some editors write it in front of UTF-8

Obey = Callable[[Store, Sequence[Judgement]], None]


class Refused(msgspec.Struct, frozen=True):
    """A line that holds no judgement: its number, counted from 1, and why."""

    line: int
    reason: str


class ImportReport(msgspec.Struct, frozen=True):
    """What came of an import.

    Attributes:
        added: how many judgements the record did not have.
        known: how many it had already.
        refused: the lines that were left out.
        elsewhere: those taken in that are about a document the record does not have; they hold when it comes.
    """

    added: int
    known: int
    refused: tuple[Refused, ...] = ()
    elsewhere: tuple[Judgement, ...] = ()


def export_judgements(judgements: Iterable[Judgement]) -> Iterator[bytes]:
    """One line each, with every field, in the order given."""
    for judgement in judgements:
        yield msgspec.json.encode(judgement) + b"\n"


def import_judgements(store: Store, lines: Iterable[bytes], obey: Obey | None = None) -> ImportReport:
    """Take judgements into a record; a bad line is refused and the good ones are taken.

    Args:
        lines: as `export_judgements` wrote them; empty ones do not count.
        obey: brings the record in line with the judgements that are new to it.
    """
    known = {judgement.id for judgement in store.judgements()}
    read, refused = _read(lines)
    added = []
    with store.batch():
        for judgement in read:
            if judgement.id not in known:
                known.add(judgement.id)
                added.append(judgement)
                with store.transaction():
                    store.put_judgement(judgement)
    if obey is not None and added:
        obey(store, added)
    elsewhere = tuple(
        judgement
        for judgement in dict.fromkeys(read)
        if documents_of(judgement) and not is_here(store, judgement)
    )
    return ImportReport(len(added), len(read) - len(added), tuple(refused), elsewhere)


def documents_of(judgement: Judgement) -> tuple[str, ...]:
    """Ids of the documents that a judgement is about; none for one that takes another back."""
    if judgement.kind is JudgementKind.UNDO:
        return ()
    if judgement.kind is JudgementKind.PUBLISHED:
        return (judgement.subject,)
    pair = judgement.kind in (JudgementKind.SAME, JudgementKind.NOT_SAME)
    named = (judgement.subject, judgement.value) if pair else (judgement.subject,)
    return tuple(dict.fromkeys(Anchor.parse(telling).document for telling in named))


def is_here(store: Store, judgement: Judgement) -> bool:
    """Whether the record has every document, or the judgement, that it is about, by the whole of its id."""
    try:
        if judgement.kind is JudgementKind.UNDO:
            taken = store.judgement(judgement.subject)
            return taken.id == judgement.subject and is_here(store, taken)
        return all(store.document(document).id == document for document in documents_of(judgement))
    except UnknownName:
        return False


def _read(lines: Iterable[bytes]) -> tuple[list[Judgement], list[Refused]]:
    """The judgements, and the lines that are none."""
    # Looking for what may be wrong takes tables that a listing does not need
    from dragoman.record.judging import check

    read, refused = [], []
    for number, line in enumerate(lines, start=1):
        written = line.removeprefix(_MARK).strip() if number == 1 else line.strip()
        try:
            if written:
                judgement = _judgement(written)
                check(judgement)
                read.append(judgement)
        except DragomanError as error:
            refused.append(Refused(number, str(error)))
    return read, refused


def _judgement(line: bytes) -> Judgement:
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise DragomanError(f"not JSON in UTF-8: {error}. Expected one object a line.") from None
    if not isinstance(found, dict):
        raise DragomanError(f"not an object. {_EXPECTED}.")
    strange = [field for field in found if field not in _FIELDS]
    missing = [field for field in _FIELDS if field not in found and field != "remark"]
    if strange or missing:  # a field that is not known would be lost
        what = f"unknown field {strange[0]!r}" if strange else f"{missing[0]} is missing"
        raise DragomanError(f"{what}. {_EXPECTED}.")
    for field, value in found.items():
        if not isinstance(value, str):
            raise DragomanError(f"{field} is {value!r}. Expected words in quotes.")
    kinds = [kind.value for kind in JudgementKind]
    if found["kind"] not in kinds:
        advice = f"Expected one of {', '.join(kinds)}."
        raise UnknownName("kind of judgement", found["kind"], nearest(found["kind"], kinds), advice)
    return msgspec.convert(found, Judgement)
