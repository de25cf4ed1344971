"""Judgements: what people decided, searched, with what takes it back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec

from dragoman.faces.judgement_list import JudgementState, ListedJudgement, listed
from dragoman.faces.nearest import nearest
from dragoman.faces.web.page import Context
from dragoman.faces.web.taking import Limit, Offset
from dragoman.faces.web.telling import links
from dragoman.faces.web.telling.deciding import JUDGEMENTS
from dragoman.terms import Anchor, DragomanError, JudgementKind, UnknownName

Text = Annotated[
    str | None, msgspec.Meta(description="Words in the sentences, the decision, the name or the reason.")
]
Kind = Annotated[str | None, msgspec.Meta(description=f"Only of this kind: {', '.join(JudgementKind)}.")]
By = Annotated[str | None, msgspec.Meta(description="Only what this person decided.")]


class JudgementsRequest(msgspec.Struct, frozen=True):
    """What is looked for."""

    text: Text = None
    kind: Kind = None
    by: By = None
    limit: Limit = 50
    offset: Offset = 0


class Sentence(msgspec.Struct, frozen=True):
    """A sentence that was decided about, and where it stands; no link for what names no telling."""

    words: str
    link: str


class JudgementLine(msgspec.Struct, frozen=True):
    """A decision.

    Attributes:
        at: day and time, in UTC.
        what: in plain words.
        says: the state in words.
        can_undo: whether it holds, so that it can be taken back.
    """

    id: str
    at: str
    author: str
    kind: JudgementKind
    what: str
    state: JudgementState
    says: str
    sentences: tuple[Sentence, ...]
    remark: str
    can_undo: bool


class Person(msgspec.Struct, frozen=True):
    """Somebody who decided something, and how much."""

    name: str
    number: int
    link: str


class JudgementsPage(msgspec.Struct, frozen=True):
    """What people decided, the latest first.

    Attributes:
        name: who would take something back; empty when nobody has said so.
        total: how many decisions the record has, whatever is looked for.
        people: who decided, most first.
        kinds: every kind there is.
    """

    request: JudgementsRequest
    name: str
    portion: links.Portion
    total: int
    people: tuple[Person, ...]
    kinds: tuple[JudgementKind, ...]
    judgements: tuple[JudgementLine, ...]

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return "Judgements"

    @property
    def rows(self) -> tuple[JudgementLine, ...]:
        """See `PageRecord`."""
        return self.judgements


def judgements(context: Context, request: JudgementsRequest) -> JudgementsPage:
    """The page `/judgements`."""
    kind = _kind(request.kind)
    every = context.record.judgements()
    chosen = [each for each in every if kind in (None, each.kind) and request.by in (None, each.author)]
    first, behind = request.offset, request.offset + request.limit
    latest = [each.id for each in sorted(chosen, key=lambda each: each.at, reverse=True)]
    wanted = latest if request.text else latest[first:behind]  # words can stand in any of them
    rows = {row.id: row for row in listed(context.record.store, frozenset(wanted))}
    found = [rows[id] for id in wanted]
    total = len(latest)
    if request.text:
        found = [row for row in found if _holds(row, request.text)]
        total, found = len(found), found[first:behind]
    return JudgementsPage(
        request=request,
        name=context.visitor,
        portion=links.portion(JUDGEMENTS, request, request.limit, request.offset, total),
        total=len(every),
        people=_people(each.author for each in every),
        kinds=tuple(JudgementKind),
        judgements=tuple(_line(row) for row in found),
    )


def _kind(written: str | None) -> JudgementKind | None:
    kinds = [kind.value for kind in JudgementKind]
    if written is None:
        return None
    if written not in kinds:
        raise UnknownName("kind of judgement", written, nearest(written, kinds) or tuple(kinds))
    return JudgementKind(written)


def _holds(row: ListedJudgement, text: str) -> bool:
    """Whether all the words stand somewhere in it."""
    judgement = row.judgement
    there = " ".join((row.id, row.what, judgement.author, judgement.remark, *row.sentences)).casefold()
    return all(word in there for word in text.casefold().split())


def _people(authors: Iterable[str]) -> tuple[Person, ...]:
    numbers: dict[str, int] = {}
    for author in authors:
        numbers[author] = numbers.get(author, 0) + 1
    order = sorted(numbers.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Person(name, number, links.address(JUDGEMENTS, by=name)) for name, number in order)


_STATES = {
    JudgementState.HOLDS: "holds",
    JudgementState.UNDONE: "taken back",
    JudgementState.REPLACED: "replaced by a later one",
    JudgementState.LOST: "holds, but what it is about is not in the record",
}


def _line(row: ListedJudgement) -> JudgementLine:
    judgement = row.judgement
    return JudgementLine(
        id=row.id,
        at=judgement.at[:16].replace("T", " "),
        author=judgement.author,
        kind=judgement.kind,
        what=row.what,
        state=row.state,
        says=_STATES[row.state],
        sentences=_sentences(row),
        remark=judgement.remark,
        can_undo=row.state in (JudgementState.HOLDS, JudgementState.LOST),
    )


def _sentences(row: ListedJudgement) -> tuple[Sentence, ...]:
    judgement = row.judgement
    if judgement.kind is JudgementKind.PUBLISHED:
        return tuple(Sentence(words, links.document(judgement.subject)) for words in row.sentences)
    named = (judgement.subject, judgement.value)
    return tuple(Sentence(words, _link(where)) for words, where in zip(row.sentences, named, strict=False))


def _link(telling: str) -> str:
    try:
        return links.document(Anchor.parse(telling).document)
    except DragomanError:
        return ""
