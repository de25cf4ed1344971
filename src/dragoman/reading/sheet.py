"""Sheets: the lines in which an annotator, a person or a language model, writes what a text says.

``docs/annotation.md`` describes them::

    E rejected | REJECT.assist | happened | Kazakhstan's president > Moscow
    A the Kremlin ~ said ~ Kazakhstan's president has rejected Moscow's request
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from dragoman.reading.annotation import Annotation, AttributionMark, EventMark, PredicateMark, Spans
from dragoman.terms import DragomanError, EventType, Span, Status
from dragoman.world import plover

JOINED = "++"
_VISIT = "visit"
_PLACE = re.compile(r"(.+?)(?:@(\d{1,4}))?", re.DOTALL)
_ARTICLE = re.compile(r"(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_ARTICLE_BEFORE = re.compile(r"\b(?:the|a|an)\s+$", re.IGNORECASE)
_AUXILIARIES_BEFORE = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were|be|been|being|did|does|do|also|not|never|will|would|repeatedly|later)\s+)+$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$|(?<=s)['’]$")


class SheetError(DragomanError):
    """A line of a sheet that cannot be understood."""


class _Draft(msgspec.Struct):
    """An annotation while its lines are being read."""

    text: str
    events: list[EventMark] = []
    attributions: list[AttributionMark] = []
    predicates: list[PredicateMark] = []
    mentions: list[Span] = []
    times: list[Span] = []
    places: list[Span] = []


def read_lines(text: str, lines: Iterable[str]) -> Annotation:
    """What the lines say about a text.

    Raises:
        SheetError: a line is none of the sheet's, or quotes words that do not stand in the text.
    """
    draft = _Draft(text)
    for line in lines:
        _read_line(draft, line)
    return Annotation(
        events=tuple(draft.events),
        attributions=tuple(draft.attributions),
        predicates=tuple(draft.predicates),
        mentions=tuple(draft.mentions),
        times=tuple(draft.times),
        places=tuple(draft.places),
    )


def read_what_holds(text: str, lines: Iterable[str]) -> tuple[Annotation, int]:
    """The same from the lines that can be understood, and how many could not."""
    good, bad = [], 0
    for line in lines:
        try:
            _read_line(_Draft(text), line)
            good.append(line)
        except SheetError:
            bad += 1
    return read_lines(text, good), bad


def find_span(text: str, words: str) -> Span:
    """Where quoted words stand in the text; ``words@2`` is their second place.

    Raises:
        SheetError: they do not stand there as whole words.
    """
    match = _PLACE.fullmatch(words.strip())
    if match is None:
        raise SheetError("empty words where a span was expected")
    wanted, number = match.group(1), int(match.group(2) or 1)
    starts = [found.start() for found in re.finditer(re.escape(wanted), text)]
    whole = [start for start in starts if _is_whole(text, start, start + len(wanted))]
    if not 1 <= number <= len(whole):
        raise SheetError(f"{words.strip()!r} does not stand in the text as whole words")
    return Span(whole[number - 1], whole[number - 1] + len(wanted))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut at either end."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


def bare(text: str, span: Span) -> Span:
    """An actor's span without a leading article or a closing possessive."""
    words = span.of(text)
    lead = _ARTICLE.match(words)
    tail = _POSSESSIVE.search(words)
    start = span.start + (lead.end() if lead else 0)
    return Span(start, span.end - (len(tail.group()) if tail else 0))


def event_type(name: str) -> EventType:
    """The type of that name.

    Raises:
        SheetError: there is none.
    """
    if name not in set(EventType):
        raise SheetError(f"{name!r} is no event type")
    return EventType(name)


def status(name: str) -> Status:
    """The status of that name.

    Raises:
        SheetError: there is none.
    """
    if name not in set(Status):
        raise SheetError(f"{name!r} is no status; expected {', '.join(Status)}")
    return Status(name)


def _read_line(draft: _Draft, line: str) -> None:
    kind, _, rest = line.strip().partition(" ")
    reader = _LINES.get(kind)
    if reader is None:
        raise SheetError(f"{line!r} begins with none of {' '.join(_LINES)}")
    try:
        reader(draft, rest.strip())
    except SheetError as error:
        raise SheetError(f"{error}, in: {line}") from None


def _event(draft: _Draft, rest: str) -> None:
    fields = [field.strip() for field in rest.split("|")]
    if not 4 <= len(fields) <= 6:
        raise SheetError("expected: trigger | TYPE.mode | status | actors > recipients | time | place")
    trigger, kind, told, parts, times, places = fields + [""] * (6 - len(fields))
    if parts.count(">") != 1:
        raise SheetError("expected one > between actors and recipients")
    actors, recipients = parts.split(">")
    own_type, mode = _type(kind)
    acting, receiving = _actors(draft.text, actors), _actors(draft.text, recipients)
    if own_type is EventType.CONSULT and mode != _VISIT:  # whoever is met meets as well
        acting, receiving = (*acting, *receiving), ()
    draft.events.append(
        EventMark(
            trigger=find_span(draft.text, trigger),
            type=own_type,
            status=status(told),
            mode=mode,
            actors=acting,
            recipients=receiving,
            times=_spans(draft.text, times),
            places=_spans(draft.text, places),
        )
    )


def _type(kind: str) -> tuple[EventType, str | None]:
    name, _, mode = kind.partition(".")
    found = event_type(name)
    if mode and mode not in plover.load().modes(found):
        known = ", ".join(plover.load().modes(found)) or "none"
        raise SheetError(f"{mode!r} is no mode of {name}; it has {known}")
    return found, mode or None


def _spans(text: str, words: str, separator: str = ";") -> Spans:
    return tuple(find_span(text, part) for part in words.split(separator) if part.strip())


def _actors(text: str, words: str) -> Spans:
    return tuple(bare(text, span) for span in _spans(text, words))


def _attribution(draft: _Draft, rest: str) -> None:
    parts = rest.split("~")
    if len(parts) != 3:
        raise SheetError("expected: source ~ cue ~ content")
    source, cue, content = (
        _spans(draft.text, part, JOINED) for part in (parts[0].replace(";", JOINED), *parts[1:])
    )
    if not content:
        raise SheetError("an attribution without content")
    draft.attributions.append(
        AttributionMark(
            tuple(_with_article(draft.text, span) for span in source),
            tuple(_with_auxiliaries(draft.text, span) for span in cue),
            content,
        )
    )


def _with_article(text: str, span: Span) -> Span:
    """A source with the article in front that the annotator left out."""
    lead = _ARTICLE_BEFORE.search(text, 0, span.start)
    return Span(lead.start(), span.end) if lead and lead.end() == span.start else span


def _with_auxiliaries(text: str, span: Span) -> Span:
    """Reporting words with the auxiliaries in front that the annotator left out."""
    lead = _AUXILIARIES_BEFORE.search(text, 0, span.start)
    return Span(lead.start(), span.end) if lead and lead.end() == span.start else span


def _mentions(draft: _Draft, rest: str) -> None:
    draft.mentions.extend(_actors(draft.text, rest))


def _times(draft: _Draft, rest: str) -> None:
    draft.times.extend(_spans(draft.text, rest))


def _places(draft: _Draft, rest: str) -> None:
    draft.places.extend(_spans(draft.text, rest))


def _predicates(draft: _Draft, rest: str) -> None:
    for pair in rest.split():
        word, colon, told = pair.rpartition(":")
        if not colon:
            raise SheetError(f"{pair!r} is not word:status")
        draft.predicates.append(PredicateMark(find_span(draft.text, word), status(told)))


_LINES: dict[str, Callable[[_Draft, str], None]] = {
    "E": _event,
    "A": _attribution,
    "M": _mentions,
    "W": _times,
    "L": _places,
    "P": _predicates,
}
