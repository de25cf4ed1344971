"""Review: what is in doubt, one decision at a time, the most useful first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import msgspec

from dragoman.faces import asking
from dragoman.faces.api import Record
from dragoman.faces.asking import Shown
from dragoman.faces.judgement_list import listed
from dragoman.faces.nearest import nearest
from dragoman.faces.web.page import Context
from dragoman.faces.web.pages.review_told import ToldView, told_view
from dragoman.faces.web.telling import links
from dragoman.faces.web.telling.deciding import REVIEW, decisions
from dragoman.record.queue import WORTH, Question, QuestionKind
from dragoman.reviewing import REMEMBERED, Review
from dragoman.terms import Judgement, UnknownName

_QUEUE = 20  # questions that are named

Kinds = Annotated[
    str | None, msgspec.Meta(description="Only these, parted by commas: same, event, who. All unless said.")
]
Ask = Annotated[str | None, msgspec.Meta(description="Id of the question to ask first, while it is open.")]


class ReviewRequest(msgspec.Struct, frozen=True):
    """Which kinds of questions, and which of them first."""

    kind: Kinds = None
    ask: Ask = None


class Reply(msgspec.Struct, frozen=True):
    """An answer that can be given: what is sent, its key, and what it says."""

    answer: str
    key: str
    words: str


class Asked(msgspec.Struct, frozen=True):
    """A question with all that is needed to decide it.

    Attributes:
        words: the question as one plain sentence.
        state: how the record has it now, and what an answer changes.
        worth: doubt times effect.
        told: the telling it is about, or both.
        speaks_for, against: the strongest reasons, in words.
    """

    id: str
    kind: QuestionKind
    words: str
    state: str
    worth: float
    doubt: float
    effect: int
    replies: tuple[Reply, ...]
    told: tuple[ToldView, ...]
    speaks_for: tuple[str, ...]
    against: tuple[str, ...]


class Waiting(msgspec.Struct, frozen=True):
    """A question of the queue; ``subjects`` are ids of tellings, ``asks`` is the page that asks it."""

    kind: QuestionKind
    subjects: tuple[str, ...]
    worth: float
    doubt: float
    effect: int
    asks: str


class Undoable(msgspec.Struct, frozen=True):
    """A decision of this person that can be taken back."""

    judgement: str
    at: str
    what: str
    sentences: tuple[str, ...]
    remark: str


class KindChoice(msgspec.Struct, frozen=True):
    """Only one kind of question, or all."""

    name: str
    words: str
    link: str
    chosen: bool
    number: int


class ReviewPage(msgspec.Struct, frozen=True):
    """The next question.

    Attributes:
        name: who decides; empty when nobody has said so.
        decided: how many decisions of this person hold; of everybody while nobody is named.
        left: open questions that are worth a minute.
        skipped: open questions that this person skipped; they come again when all others are decided.
        question: ``None`` when nothing is in doubt.
        queue: this question and those after it, at most 20.
        undoable: the last decisions of this person, at most ten, the latest first.
        is_empty: whether the record holds no documents.
    """

    request: ReviewRequest
    name: str
    decided: int
    left: int
    progress: str
    skipped: int
    question: Asked | None
    queue: tuple[Waiting, ...]
    kinds: tuple[KindChoice, ...]
    undoable: tuple[Undoable, ...]
    is_empty: bool

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return self.question.words if self.question else "Review"

    @property
    def rows(self) -> tuple[Waiting, ...]:
        """See `PageRecord`."""
        return self.queue


def review(context: Context, request: ReviewRequest) -> ReviewPage:
    """The page `/review`."""
    record, name = context.record, context.visitor
    chosen = kinds_of(request.kind)
    everything = context.desk.review(record, name)
    found = tuple(each for each in everything.questions if each.kind in chosen)
    open_now, skipped = in_order(found, context.desk.sitting(name).skipped, request.ask)
    judgements = record.store.judgements()
    own = decisions(judgements, name)
    left = sum(each.worth >= WORTH for each in open_now)
    return ReviewPage(
        request=request,
        name=name,
        decided=len(own),
        left=left,
        progress=asking.progress_words(len(own), left),
        skipped=skipped,
        question=_asked(record, everything, open_now[0]) if open_now else None,
        queue=tuple(_waiting(each, request.kind) for each in open_now[:_QUEUE]),
        kinds=_choices(everything.questions, chosen),
        undoable=undoable(record, own) if name else (),
        is_empty=not open_now and next(iter(record.documents(limit=1)), None) is None,
    )


def kinds_of(written: str | None) -> tuple[QuestionKind, ...]:
    """The kinds of questions that are named; all when none is.

    Raises:
        UnknownName: there is no such kind.
    """
    names = [name.strip().lower() for name in (written or "").split(",") if name.strip()]
    known = [kind.value for kind in QuestionKind]
    for name in names:
        if name not in known:
            raise UnknownName("kind of question", name, nearest(name, known) or tuple(known))
    return tuple(QuestionKind(name) for name in names) or tuple(QuestionKind)


def in_order(
    found: Sequence[Question], skipped: Sequence[str], first: str | None = None
) -> tuple[list[Question], int]:
    """The questions as they are asked, and how many of them were skipped.

    One that is asked for comes first; those that were skipped come last, in the order in which they were.
    """
    place = {id: number for number, id in enumerate(skipped, start=1)}
    order = sorted(found, key=lambda each: (each.id != first, place.get(each.id, 0)))
    return order, sum(each.id in place for each in found)


def undoable(record: Record, own: Sequence[Judgement]) -> tuple[Undoable, ...]:
    """The last ten of them, in words."""
    last = [each.id for each in own[:REMEMBERED]]
    rows = {row.id: row for row in listed(record.store, last)}
    return tuple(
        Undoable(
            judgement=id,
            at=rows[id].judgement.at[:16].replace("T", " "),
            what=rows[id].what,
            sentences=rows[id].sentences,
            remark=rows[id].judgement.remark,
        )
        for id in last
        if id in rows
    )


def _asked(record: Record, found: Review, question: Question) -> Asked:
    shown = asking.shown(record, found, question)
    speaks_for, against = asking.strongest(shown.reasons)
    return Asked(
        id=question.id,
        kind=question.kind,
        words=asking.question_words(shown),
        state=asking.state_words(shown),
        worth=round(question.worth, 4),
        doubt=question.doubt,
        effect=question.effect,
        replies=_replies(shown),
        told=tuple(told_view(record, told, question) for told in shown.told),
        speaks_for=speaks_for,
        against=against,
    )


def _replies(shown: Shown) -> tuple[Reply, ...]:
    question = shown.question
    if question.kind is QuestionKind.SAME:
        yes, no = "one event", "two events"
    elif question.kind is QuestionKind.EVENT:
        yes, no = "it is told here", "it is not"
    elif question.rival is None:
        yes, no = asking.entity_name(question.entity), "somebody else"
    else:
        yes, no = asking.entity_name(question.entity), asking.entity_name(question.rival)
        if yes == no:
            yes, no = f"{yes} ({question.entity})", f"{no} ({question.rival})"
    found = (Reply("yes", "a", f"Yes, {yes}"), Reply("no", "x", f"No, {no}"))
    neither = Reply("neither", "0", "Neither")
    return (*found, neither) if question.rival else found


def _waiting(question: Question, kind: str | None) -> Waiting:
    return Waiting(
        kind=question.kind,
        subjects=question.subjects,
        worth=round(question.worth, 4),
        doubt=question.doubt,
        effect=question.effect,
        asks=links.address(REVIEW, kind=kind, ask=question.id),
    )


_KIND_WORDS = {
    None: "all",
    QuestionKind.SAME: "one event or two",
    QuestionKind.EVENT: "an event at all",
    QuestionKind.WHO: "who is meant",
}


def _choices(found: Sequence[Question], chosen: tuple[QuestionKind, ...]) -> tuple[KindChoice, ...]:
    is_all = len(chosen) == len(QuestionKind)
    return tuple(
        KindChoice(
            name=kind.value if kind else "",
            words=words,
            link=links.address(REVIEW, kind=kind.value if kind else None),
            chosen=is_all if kind is None else not is_all and kind in chosen,
            number=sum(kind in (None, each.kind) and each.worth >= WORTH for each in found),
        )
        for kind, words in _KIND_WORDS.items()
    )
