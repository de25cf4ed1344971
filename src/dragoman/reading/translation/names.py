"""Names that the reader knew although they were spelt otherwise, and whose ear spells them so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import fuzz

from dragoman.reading.translation.row import Strength
from dragoman.terms import Doubt, DoubtKind, Mention, Span

_SPELT = re.compile(r"spelt otherwise: ([^;]+)|(?:^|; )([^;,]+), spelt otherwise")


class Ear(msgspec.Struct, frozen=True):
    """Letters that come out otherwise after a language: ``written`` where the known name has ``known``."""

    known: str
    written: str
    languages: tuple[str, ...]
    why: str


# Those of several letters first: "Selenskyj" lost its y to a German j, not its z to a Korean one.
EARS = (
    Ear("v", "w", ("de", "pl"), "v is written w"),
    Ear("y", "j", ("de", "pl"), "y is written j"),
    Ear("sh", "sch", ("de",), "sh is written sch"),
    Ear("ch", "tsch", ("de",), "ch is written tsch"),
    Ear("kh", "ch", ("de", "pl"), "kh is written ch"),
    Ear("v", "b", ("ko", "ja", "es"), "no v: b is written for it"),
    Ear("z", "j", ("ko",), "z sounds as j"),
    Ear("f", "p", ("ko",), "no f: p is written for it"),
    Ear("l", "r", ("ja", "ko"), "l and r are one"),
    Ear("r", "l", ("ja", "ko", "zh"), "l and r are one"),
    Ear("p", "b", ("ar",), "no p: b is written for it"),
    Ear("u", "ou", ("fr",), "u is written ou"),
    Ear("sh", "ch", ("fr",), "sh is written ch"),
    Ear("v", "fu", ("zh",), "-v becomes -fu"),
)


def names(mentions: Sequence[Mention]) -> Iterator[Doubt]:
    """Names spelt otherwise, each at its first place, and those that may be a translator's word."""
    seen: set[str] = set()
    for mention in mentions:
        if mention.span is None:
            continue
        if mention.doubtful:
            yield _misplaced(mention, mention.span)
            continue
        spelt = _SPELT.search(mention.reason)
        if spelt is None:
            continue
        found = _respelt(mention, mention.span, spelt.group(1) or spelt.group(2))
        # Rivers and towns have several good English names; it takes a foreign ear to doubt one.
        is_person = " " in (mention.entity or "")
        if found.says not in seen and (found.languages or is_person):
            seen.add(found.says)
            yield found


def _misplaced(mention: Mention, span: Span) -> Doubt:
    confidence = Strength.SURE.confidence(fits=False)
    return Doubt(
        span, DoubtKind.NAME, mention.text, "at home, in our country", mention.reason, (), confidence
    )


def ear_of(written: str, known: str) -> Ear | None:
    """The first ear that makes the written name of the known one."""
    said, meant = written.lower(), known.lower()
    for ear in EARS:
        gained = said.count(ear.written) - meant.count(ear.written)
        lost = meant.count(ear.known) - said.replace(ear.written, "").count(ear.known)
        if gained > 0 and lost > 0:
            return ear
    return None


def _respelt(mention: Mention, span: Span, known: str) -> Doubt:
    start, written = _nearest(mention.text, known)
    ear = ear_of(written, known)
    likely = _as_printed(mention.entity or "", written) or known
    why = f"spelt as it is heard{f': {ear.why}' if ear else ''}"
    place = Span(span.start + start, span.start + start + len(written))
    languages = ear.languages if ear else ()
    return Doubt(
        place, DoubtKind.NAME, written, likely, why, languages, Strength.LIKELY.confidence(fits=False)
    )


def _as_printed(entity: str, written: str) -> str:
    """As many words of a person's full name as were written; empty for who has no name of several words."""
    parts = entity.split()
    return " ".join(parts[-(written.count(" ") + 1) :]) if len(parts) > 1 else ""


def _nearest(words: str, known: str) -> tuple[int, str]:
    """The stretch of as many words that is most like the known name, and where it begins."""
    places = [match.span() for match in re.finditer(r"\S+", words)]
    length = min(len(places), known.count(" ") + 1)
    runs = [(places[n][0], places[n + length - 1][1]) for n in range(len(places) - length + 1)]
    start, end = max(runs, key=lambda run: fuzz.ratio(words[run[0] : run[1]].lower(), known.lower()))
    bare = re.sub(r"['’]s?$|[,.;:)]+$", "", words[start:end])
    return start, bare
