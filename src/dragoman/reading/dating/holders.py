"""Clues from who is called what: "President Obama", "former Chancellor Merkel", "candidate Sanders"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
import numpy as np
from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.reading.dating.curves import Curve, Knots, Timeline
from dragoman.reading.dating.evidence import Evidence, Subject
from dragoman.reading.gazetteer import is_whole
from dragoman.terms import EntityKind, Interval, Span
from dragoman.world import World
from dragoman.world.chronicle import Chronicle

# By the days before he took the office, and since he left it: old presidents keep their title in news.
_NOT_YET: Knots = ((0, -0.7), (14, -2), (90, -4), (400, -6), (4000, -7.5))
_NO_LONGER: Knots = ((0, -0.3), (31, -1.2), (365, -2.6), (4000, -4))
_NOT_FORMER: Knots = ((0, -0.7), (31, -3), (400, -5), (4000, -7))
_SINCE_FORMER: Knots = ((0, 0), (4000, -0.5), (10000, -1))
_ROLE_NOT_YET: Knots = ((0, -0.7), (31, -2), (200, -4), (1500, -7))
_ROLE_OVER: Knots = ((0, -0.4), (31, -1.7), (365, -3.5), (4000, -5.5))

_WORD = re.compile(r"[^\W\d_]+\.?")
_REACH = 60  # characters in front of a name in which its title stands
_LONGEST_TITLE = 5
_SHORT = {
    "sen.": "senator", "gov.": "governor", "gen.": "general", "pres.": "president", "rep.": "representative",
    "sec.": "secretary", "amb.": "ambassador",
}  # fmt: skip
_FORMER = frozenset("former ex onetime ousted deposed erstwhile".split())
_THEN = frozenset("late then".split())  # right before the title only
_EDGE = re.compile(r"[!?;:,()\n]|(?<!\bsen)(?<!\bgov)(?<!\bgen)(?<!\brep)(?<!\bpres)(?<!\bsec)(?<!\bamb)\.\s")
_COMING = frozenset("incoming future elect designate".split())
_GOVERNMENTS = re.compile(r"\s+(?:administration|white house|presidency|government|cabinet)\b", re.IGNORECASE)
_HEADS = frozenset({"president", "prime_minister", "chancellor"})
# Words in front of a name by which news call somebody who is in a role of the chronicle.
ROLE_WORDS: dict[str, tuple[str, ...]] = {
    "candidate": ("candidate", "hopeful", "contender", "rival", "challenger", "front runner", "frontrunner"),
    "front_runner": ("front runner", "frontrunner"),
    "presumptive_nominee": ("presumptive nominee", "nominee", "presumptive republican nominee",
                            "presumptive democratic nominee"),
    "nominee": ("nominee", "standard bearer"),
    "running_mate": ("running mate", "vice presidential nominee", "vice presidential candidate"),
    "elect": ("elect", "designate"),
    "nominated": ("nominee",),
    "opposition_leader": ("opposition leader",),
    "leader": ("leader",),
    "acting": ("acting president", "acting prime minister", "interim president"),
}  # fmt: skip


class Titled(msgspec.Struct, frozen=True):
    """A name with the title in front of it."""

    span: Span
    windows: tuple[Interval, ...]
    is_former: bool
    reason: str


def office_holders(subject: Subject, world: World) -> Iterator[Evidence]:
    """Each person named with an office, once for each office."""
    seen = set()
    for hit in subject.hits:
        people = tuple(
            name.entity for name in hit.senses if world.entities[name.entity].kind is EntityKind.PERSON
        )
        titled = _titled(subject, hit.span, people, world) if people else None
        if titled is not None and (titled.windows, titled.is_former) not in seen:
            seen.add((titled.windows, titled.is_former))
            yield _of_office(subject.timeline, titled)


def _titled(subject: Subject, name: Span, people: Sequence[str], world: World) -> Titled | None:
    before = _EDGE.split(subject.lower[max(0, name.start - _REACH) : name.start])[-1]
    words = [_SHORT.get(word, word.rstrip(".")) for word in _WORD.findall(before.replace("-", " "))]
    if before[-1:] not in (" ", "\n") or (
        before.rstrip()[-1:] in (",", ".", ";", ":") and not before.rstrip().endswith(tuple(_SHORT))
    ):
        words = []
    for length in range(min(_LONGEST_TITLE, len(words)), 0, -1):
        office = world.offices.get(" ".join(words[-length:]))
        if office is None:
            continue
        in_front = words[-length - 2 : -length]
        if _COMING.intersection(in_front):
            return None
        # "Former Russian president", but "in late October President Obama"
        is_former = bool(_FORMER.intersection(in_front) or _THEN.intersection(in_front[-1:]))
        return _terms(subject, name, people, office.id, world, is_former, words[-length:])
    if _GOVERNMENTS.match(subject.lower, name.end):
        return _administration(subject, name, people, world)
    return None


def _terms(
    subject: Subject,
    name: Span,
    people: Sequence[str],
    office: str,
    world: World,
    former: bool,
    title: Sequence[str],
) -> Titled | None:
    held = [term for person in people for term in world.terms_of(person) if term.office == office]
    if not held:
        return None
    start = max(0, name.start - len(" ".join(title)) - 1)
    windows = tuple(sorted({term.valid for term in held}, key=str))
    who = name.of(subject.text)
    days = " and ".join(str(window) for window in windows)
    reason = f"{who} was {' '.join(title)} {days}"
    return Titled(Span(start, name.end), windows, former, reason)


def _administration(subject: Subject, name: Span, people: Sequence[str], world: World) -> Titled | None:
    """ "the Obama administration"."""
    held = [term for person in people for term in world.terms_of(person) if term.office in _HEADS]
    match = _GOVERNMENTS.match(subject.lower, name.end)
    if not held or match is None:
        return None
    windows = tuple(sorted({term.valid for term in held}, key=str))
    days = " and ".join(str(window) for window in windows)
    return Titled(Span(name.start, match.end()), windows, False, f"{name.of(subject.text)} governed {days}")


def _of_office(line: Timeline, titled: Titled) -> Evidence:
    if titled.is_former:
        ends = [window.latest for window in titled.windows if window.latest]
        first = min(ends) if ends else None
        curve = line.window(first, None, _NOT_FORMER, _SINCE_FORMER)
        allowed: tuple[Interval, ...] = (Interval(first, None),)
    else:
        curve = _any_of(line, titled.windows, _NOT_YET, _NO_LONGER)
        allowed = titled.windows
    kind = "former office" if titled.is_former else "office"
    return Evidence(kind, titled.span, curve, lambda best: nearest_window(allowed, best), titled.reason)


def _any_of(line: Timeline, windows: Sequence[Interval], ahead: Knots, behind: Knots) -> Curve:
    curves = [line.window(window.earliest, window.latest, ahead, behind) for window in windows]
    highest: Curve = np.max(np.stack(curves), axis=0)
    return highest


def nearest_window(windows: Sequence[Interval], day: date) -> Interval:
    """Of several windows the one that holds a day or lies nearest to it."""

    def gap(window: Interval) -> int:
        if window.earliest and day < window.earliest:
            return (window.earliest - day).days
        return (day - window.latest).days if window.latest and day > window.latest else 0

    return min(windows, key=gap)


class Roles:
    """The people who stand in a role of the chronicle, ready to be found."""

    def __init__(self, chronicle: Chronicle) -> None:
        called: dict[str, dict[str, list[Interval]]] = {}
        for role in chronicle.roles:
            for name in {role.person, role.person.split()[-1]}:
                called.setdefault(name.lower(), {}).setdefault(role.role, []).append(role.valid)
        self._of = tuple(called.values())
        self._names = tuple(called)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest) if called else None

    def find(self, subject: Subject) -> Iterator[Evidence]:
        """Each person named behind the words for a role, once for each."""
        seen = set()
        for index, start, end in (
            self._automaton.find_matches_as_indexes(subject.lower) if self._automaton else ()
        ):
            if not is_whole(subject.lower, start, end):
                continue
            role = self._role(subject.lower[max(0, start - _REACH) : start], index)
            if role is not None and (index, role) not in seen:
                seen.add((index, role))
                yield self._evidence(subject, Span(start, end), index, role)

    def _role(self, before: str, index: int) -> str | None:
        if before.rstrip()[-1:] in (",", ".", ";", ":", ")"):
            return None
        words = " ".join(_WORD.findall(before.replace("-", " "))[-4:])
        if re.search(r"\b(?:former|then)\b", words):
            return None
        for role in self._of[index]:
            if any(re.search(rf"\b{word}s?$", words) for word in ROLE_WORDS.get(role, ())):
                return role
        return None

    def _evidence(self, subject: Subject, name: Span, index: int, role: str) -> Evidence:
        windows = tuple(self._of[index][role])
        curve = _any_of(subject.timeline, windows, _ROLE_NOT_YET, _ROLE_OVER)
        days = " and ".join(str(window) for window in windows)
        reason = f"{name.of(subject.text)} was {role.replace('_', ' ')} {days}"
        return Evidence("role", name, curve, lambda best: nearest_window(windows, best), reason)
