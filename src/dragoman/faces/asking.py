"""What a question of the review says, and what an answer changes, in words; every face asks alike."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.faces import wording
from dragoman.faces.api import Record
from dragoman.faces.wording import counted
from dragoman.record.likeness import Reason
from dragoman.record.queue import Question, QuestionKind
from dragoman.reviewing import Effect, Review, SideCount
from dragoman.terms import Document, Event, EventMention, Mention

_SHOWN_REASONS = 3
_STRONG = 0.3  # of the logarithm of the odds; what pushes less decides nothing


class Told(msgspec.Struct, frozen=True):
    """One telling, with where it stands and what it is part of."""

    mention: EventMention
    document: Document
    event: Event | None


class Shown(msgspec.Struct, frozen=True):
    """Everything a question shows.

    Attributes:
        reasons: what speaks for and against two tellings being one event.
    """

    question: Question
    told: tuple[Told, ...]
    reasons: tuple[Reason, ...] = ()


def shown(record: Record, review: Review, question: Question) -> Shown:
    """A question with everything it shows."""
    mentions = [review.telling(id).mention for id in question.subjects]
    told = tuple(
        Told(mention, record.document(mention.document), review.event(mention.id)) for mention in mentions
    )
    return Shown(question, told, review.reasons(question))


def question_words(shown: Shown) -> str:
    """The question as one plain sentence."""
    question, mention = shown.question, shown.told[0].mention
    if question.kind is QuestionKind.SAME:
        return "Do these two tell one and the same event?"
    if question.kind is QuestionKind.EVENT:
        return f"Is this told here: {wording.sentence(mention)[:-1]}?"
    words = " ".join(participant(question, mention).text.split()) or "the one understood"
    asked = entity_name(question.entity)
    if question.rival is None:
        return f'Does "{words}" mean {asked}?'
    other = entity_name(question.rival)
    if asked == other:  # the state of the Caucasus and the one of the south
        asked, other = f"{asked} ({question.entity})", f"{other} ({question.rival})"
    return f'Does "{words}" mean {asked}, and not {other}?'


def state_words(shown: Shown) -> str:
    """How the record has it now, and what an answer changes."""
    question, events = shown.question, [told.event for told in shown.told if told.event]
    sides = _sides(question.sides)
    counts = f"{sides} {'counts' if len(question.sides) == 1 else 'count'} one"
    if question.kind is QuestionKind.EVENT:
        return f"If not, {counts if sides else 'the record has one'} event less."
    if question.kind is QuestionKind.WHO:
        told = f"{counted(question.moved, 'report')} {'tells' if question.moved == 1 else 'tell'} it"
        return f"{told}; now it counts for {sides}." if sides else f"{told}."
    if question.joined:
        tellings = counted(len(events[0].tellings), "telling") if events else "some tellings"
        go = f"{counted(question.moved, 'report')} {'goes' if question.moved == 1 else 'go'}"
        more = f", and {counts} event more" if sides else ""
        return f"Now one event of {tellings}. If not, it becomes two: {go} over to the second{more}."
    reports = " and ".join(str(event.reports) for event in events)
    less = f", and {counts} event less" if sides else ""
    return f"Now two events, of {reports} reports. If so, they become one{less}."


def effect_words(effect: Effect) -> str:
    """What an answer changed: "2 events became 1: Kazakhstan–Russia 2022-10 now counts 14"."""
    had, has = len(effect.before), len(effect.after)
    if had != has:
        events = f"{counted(had, 'event')} became {has}" if has else f"{counted(had, 'event')} taken out"
        if not had:
            events = f"{counted(has, 'event')} back"
    elif effect.before == effect.after:
        return "Kept; no event changes."
    elif {event.tellings for event in effect.before} == {event.tellings for event in effect.after}:
        events = "Kept; the event is told anew"
    else:
        events = f"{counted(had, 'event')} stay {has}, with other tellings"
    counts = ", ".join(_count(each) for each in effect.counts)
    return f"{events}: {counts}." if counts else f"{events}."


def progress_words(decided: int, left: int) -> str:
    """ "12 decided, 85 left worth a minute"."""
    return f"{decided:,} decided, {left:,} left worth a minute"


def speakers(told: Told) -> str:
    """Who says so: "says Aibek Smadiyarov:"."""
    said = dict.fromkeys(wording.name(each.source) for each in told.mention.said_by)
    return f"says {' and '.join(said)}:" if said else "in its own voice:"


def published(document: Document) -> str:
    """When a document was published: "published 2022-10-06", "undated"."""
    day = document.published.interval
    return "undated" if day.is_unknown else f"published {day}"


def strongest(reasons: Sequence[Reason]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What speaks most for and most against, in words."""
    strong = [reason for reason in reasons if abs(reason.push) >= _STRONG]
    speaking_for = tuple(each.words for each in strong if each.push > 0)
    against = tuple(each.words for each in strong if each.push < 0)
    return speaking_for[:_SHOWN_REASONS], against[:_SHOWN_REASONS]


def before(document: Document, start: int, most: int) -> str:
    """The sentences before a place, as many as fit into so many characters."""
    starts = [span.start for span in document.sentences if start - most <= span.start < start]
    return document.text[min(starts) : start] if starts else ""


def entity_name(id: str | None) -> str:
    """Somebody as people know them, by id."""
    return wording.name(Mention(id or "", id))


def participant(question: Question, mention: EventMention) -> Mention:
    """Who a question of the kind `WHO` is about."""
    side = mention.actors if question.field == "actors" else mention.recipients
    return side[question.position or 0]


def _sides(sides: Sequence[tuple[str, str]]) -> str:
    named = [f"{entity_name(one)}–{entity_name(other)}" for one, other in sides[:2]]
    more = len(sides) - len(named)
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _count(count: SideCount) -> str:
    when = f" {count.month}" if count.month else ", day unknown,"
    return f"{entity_name(count.one)}–{entity_name(count.other)}{when} now counts {count.number:,}"
