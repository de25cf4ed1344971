"""Decisions that are sent in: answers of a review, corrections of an event, undoing; and all as a file."""

from __future__ import annotations

from contextlib import suppress
from typing import Literal, TypeVar

import msgspec
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.faces import asking
from dragoman.faces.api import Record
from dragoman.faces.judgement_file import export_judgements
from dragoman.faces.judgement_list import listed
from dragoman.faces.web import visitor
from dragoman.faces.web.keeping.desk import SAID, Desk, Sitting, Step
from dragoman.faces.web.telling import links
from dragoman.faces.web.telling.deciding import JUDGEMENTS, REVIEW, decisions, question_of
from dragoman.reviewing import Answer, Review
from dragoman.terms import DragomanError, Judgement, UnknownName

T = TypeVar("T", bound=msgspec.Struct)

_MOST_FIELDS, _LONGEST = 20, 2000  # characters of a field
_PAGES = (REVIEW, JUDGEMENTS, "/events/")  # to which a form may lead back
_ANSWERS = {"yes": Answer.YES, "no": Answer.NO, "neither": Answer.NEITHER}
_NOTHING = "There is no earlier decision of yours to go back to."


class SentAnswer(msgspec.Struct, frozen=True):
    """A form of the review.

    Attributes:
        answer: what to do; ``back`` undoes the last step, ``undo`` the judgement that is named.
        question: its id.
        remark: why, or the words of a note.
        kind: the filter of the page, to lead back to it.
        name: who decides, if not the one in the cookie.
    """

    answer: Literal["yes", "no", "neither", "skip", "note", "back", "undo"]
    question: str = ""
    judgement: str = ""
    remark: str = ""
    kind: str = ""
    name: str = ""


class SentJudgement(msgspec.Struct, frozen=True):
    """A form of an event's page.

    Attributes:
        do: what to do; the name of a field corrects it.
        telling: id of the event mention.
        event: the page it was sent from, to lead back to when nothing came of it.
        value: of the field; for ``same`` and ``not same`` id of the other telling.
    """

    do: Literal["reject", "type", "status", "when", "note", "same", "not same"]
    telling: str
    event: str = ""
    value: str = ""
    remark: str = ""
    name: str = ""


class SentUndo(msgspec.Struct, frozen=True):
    """A form of the list of judgements: which one, and the filters of the page, to lead back to it."""

    judgement: str
    text: str = ""
    kind: str = ""
    by: str = ""
    remark: str = ""
    name: str = ""


class SentName(msgspec.Struct, frozen=True):
    """Who decides from now on, and the page to go back to."""

    name: str = ""
    to: str = REVIEW


class Done(msgspec.Struct, frozen=True):
    """What became of it.

    Attributes:
        words: what it changed.
        judgement: id of what was kept; empty when nothing was.
        next: the page to go on with.
    """

    words: str
    judgement: str = ""
    next: str = REVIEW


async def answer_question(request: Request) -> Response:
    """Answer, skip or annotate a question of the review, or take an answer back."""
    sent = await _sent(request, SentAnswer)
    try:
        name = _name(request, sent.name, needed=sent.answer not in ("skip", "back"))
        done = await _answered(request.app.state.desk, sent, name)
    except DragomanError as error:
        return _failed(request, error, _page(sent, sent.question))
    return _led(request, done, name)


async def _answered(desk: Desk, sent: SentAnswer, name: str) -> Done:
    if sent.answer == "skip":
        desk.remember(name, desk.sitting(name).after(Step(sent.question)))
        return Done("Skipped; it comes again when the others are decided.", next=_page(sent))
    if sent.answer in ("back", "undo"):
        return await _taken_back(desk, sent, name)
    if sent.answer == "note":
        return await desk.write(lambda record: _noted(record, sent, desk, name))
    answer = _ANSWERS[sent.answer]
    done = await desk.write(lambda record: _decided(record, sent, answer, desk, name))
    desk.remember(name, desk.sitting(name).after(Step(sent.question, done.judgement)))
    return done


def _decided(record: Record, sent: SentAnswer, answer: Answer, desk: Desk, name: str) -> Done:
    found = desk.review(record, name)
    question = question_of(found, sent.question)
    if answer is Answer.NEITHER and question.rival is None:
        raise DragomanError("this question is not about two that may be meant. Expected yes or no.")
    effect = found.answer(question, answer, sent.remark)
    desk.goes_on(name, found)
    return Done(asking.effect_words(effect), effect.judgement.id, _page(sent))


def _noted(record: Record, sent: SentAnswer, desk: Desk, name: str) -> Done:
    if not sent.remark:
        raise DragomanError("the note is empty. Write a few words.")
    found = desk.review(record, name)
    found.note(question_of(found, sent.question), sent.remark)
    desk.goes_on(name, found)
    return Done("The note is kept.", next=_page(sent, sent.question))


async def _taken_back(desk: Desk, sent: SentAnswer, name: str) -> Done:
    """Undo a step, and ask its question again."""
    sitting = desk.sitting(name)
    if sent.answer == "back" and sitting.steps and not sitting.steps[-1].judgement:
        step = sitting.steps[-1]
        desk.remember(name, sitting.without(step))
        return Done("Here is the one you skipped.", next=_page(sent, step.question))
    if not name:
        return Done(_NOTHING, next=_page(sent))
    step, words = await desk.write(lambda record: _undone(record, sent, desk, name))
    desk.remember(name, desk.sitting(name).without(step))
    return Done(words, step.judgement, _page(sent, step.question))


def _undone(record: Record, sent: SentAnswer, desk: Desk, name: str) -> tuple[Step, str]:
    sitting = desk.sitting(name)
    step = sitting.step_of(sent.judgement) if sent.answer == "undo" else _last(record, sitting, name)
    if not step.judgement:
        return step, _NOTHING
    words = _undo(record, step.judgement, name, sent.remark)
    found = Review(record.store, name)
    desk.goes_on(name, found)
    is_open = any(each.id == step.question for each in found.questions)
    return step, f"{words} Decide it again." if is_open else words


def _last(record: Record, sitting: Sitting, name: str) -> Step:
    """The last answer of a person that can be taken back; one without a judgement when there is none."""
    own = [judgement.id for judgement in decisions(record.store.judgements(), name)]
    if not own:
        return Step("")
    return sitting.step_of(own[0])


def _undo(record: Record, judgement: str, name: str, remark: str) -> str:
    """Take a judgement back; what it was, in words."""
    found = record.store.judgement(judgement)
    record.undo(found.id, by=name, why=remark)
    (row,) = listed(record.store, [found.id])
    return f"Taken back: {row.what}."


async def judge_telling(request: Request) -> Response:
    """Reject or correct a telling, compare it with another one, or keep a note about it."""
    sent = await _sent(request, SentJudgement)
    try:
        name = _name(request, sent.name)
        done = await request.app.state.desk.write(lambda record: _judged(record, sent, name))
    except DragomanError as error:
        if not sent.event:
            raise
        return _failed(request, error, links.event(sent.event))
    return _led(request, done, name)


def _judged(record: Record, sent: SentJudgement, name: str) -> Done:
    telling = record.store.event_mention(sent.telling).id
    home = links.document(record.store.event_mention(telling).document, telling)
    kept = _judgement(record, telling, sent, name)
    with suppress(UnknownName):  # perhaps it tells no event any more
        home = links.event(record.event(telling).id)
    (row,) = listed(record.store, [kept.id])
    return Done(f"Kept: {row.what}.", kept.id, home)


def _judgement(record: Record, telling: str, sent: SentJudgement, name: str) -> Judgement:
    if sent.do == "reject":
        return record.reject(telling, by=name, why=sent.remark)
    if not (sent.remark if sent.do == "note" else sent.value):
        raise DragomanError(f"the {sent.do} was left empty. Fill the field beside the button.")
    if sent.do == "same":
        return record.same(telling, sent.value, by=name, why=sent.remark)
    if sent.do == "not same":
        return record.not_same(telling, sent.value, by=name, why=sent.remark)
    if sent.do == "note":
        return record.note(telling, sent.remark, by=name)
    return record.edit(telling, sent.do, sent.value, by=name, why=sent.remark)


async def undo_judgement(request: Request) -> Response:
    """Take a judgement back; all that followed from it is undone."""
    sent = await _sent(request, SentUndo)
    here = links.address(JUDGEMENTS, text=sent.text, kind=sent.kind, by=sent.by)
    try:
        name = _name(request, sent.name)
        words = await request.app.state.desk.write(
            lambda record: _undo(record, sent.judgement, name, sent.remark)
        )
    except DragomanError as error:
        return _failed(request, error, here)
    return _led(request, Done(words, sent.judgement, here), name)


async def give_name(request: Request) -> Response:
    """Remember who decides, in a cookie."""
    sent = await _sent(request, SentName)
    there = sent.to if sent.to.startswith(_PAGES) else REVIEW
    try:
        name = visitor.checked(sent.name)
    except DragomanError as error:
        return _failed(request, error, there)
    return _led(request, Done(f"You decide as {name}.", next=there), name)


async def download_judgements(request: Request) -> Response:
    """What people decided, as `dragoman judgements --export` writes it."""
    lines = await request.app.state.readers.ask(_exported)
    headers = {"Content-Disposition": 'attachment; filename="judgements.jsonl"'}
    return Response(lines, media_type="application/jsonl", headers=headers)


def _exported(record: Record) -> bytes:
    return b"".join(export_judgements(record.judgements()))


async def _sent(request: Request, kind: type[T]) -> T:
    """The typed form.

    Raises:
        DragomanError: a field is missing, too long, or of the wrong sort.
    """
    async with request.form(max_files=0, max_fields=_MOST_FIELDS) as form:
        found = _fields(form)
    try:
        return msgspec.convert(found, kind)
    except msgspec.ValidationError as error:
        raise DragomanError(f"the form does not say what to do: {error}.") from None


def _fields(form: FormData) -> dict[str, str]:
    found = {name: value.strip() for name, value in form.multi_items() if isinstance(value, str)}
    for name, value in found.items():
        if len(value) > _LONGEST:
            raise DragomanError(f"{name} has {len(value):,} characters. Give at most {_LONGEST:,}.")
    return found


def _name(request: Request, given: str, *, needed: bool = True) -> str:
    """Who decides: the one the form names, or else the one in the cookie."""
    name = given or visitor.name_in(request.cookies)
    return visitor.checked(name) if needed or name else ""


def _page(sent: SentAnswer, question: str = "") -> str:
    return links.address(REVIEW, kind=sent.kind, ask=question)


def _led(request: Request, done: Done, name: str) -> Response:
    """As JSON where that is asked for; a browser is led to the next page, which tells what changed."""
    if "application/json" in request.headers.get("accept", ""):
        response = Response(msgspec.json.encode(done), media_type="application/json")
    else:
        response = RedirectResponse(_telling(request, done.words, done.next), 303)
    if name and name != visitor.name_in(request.cookies):
        visitor.remember(response, name)
    return response


def _failed(request: Request, error: DragomanError, there: str) -> Response:
    """Back to the page it was sent from, which says why nothing was kept; as JSON the error itself."""
    if "application/json" in request.headers.get("accept", ""):
        raise error
    return RedirectResponse(_telling(request, f"Not kept: {error}", there), 303)


def _telling(request: Request, words: str, there: str) -> str:
    path, hash, mark = there.partition("#")
    key = request.app.state.desk.note(words)
    return f"{path}{'&' if '?' in path else '?'}{SAID}={key}{hash}{mark}"
