"""Clues from who is in the news at all: people are named most while they hold an office or run for one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec
import numpy as np
from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.reading.dating.curves import Curve, Knots, Timeline
from dragoman.reading.dating.evidence import Evidence, Subject
from dragoman.reading.dating.holders import nearest_window
from dragoman.reading.gazetteer import NameHit, is_whole
from dragoman.reading.places.people import given_names
from dragoman.terms import Interval, Span
from dragoman.world import NameSense, World
from dragoman.world.chronicle import Chronicle

# By the days before the first and after the last day of an office or a candidacy.
_NOT_YET: Knots = ((0, -1.2), (60, -2.2), (400, -3.5), (2000, -5))
_NO_LONGER: Knots = ((0, -0.8), (60, -1.4), (400, -2.2), (4000, -3.2))
# How much less than a president somebody is named in an office, as logarithms. By judgement.
_LESS: dict[str, float] = {
    "president": 0, "prime_minister": 0, "chancellor": 0, "supreme_leader": 0, "monarch": -0.5,
    "foreign_minister": -0.3, "secretary_general": -0.3, "defence_minister": -0.5, "vice_president": -0.6,
    "spokesperson": -0.3, "candidate": 0, "front_runner": 0.3, "presumptive_nominee": 0.5, "nominee": 0.5,
    "elect": 0.3, "running_mate": 0.2, "legislator": -1.6, "governor": -1.3, "mayor": -1.3,
    "party_leader": -0.8,
}  # fmt: skip
_OTHERWISE = -0.9
_MOST = 12  # people of one text that are looked at, those named first


class _Time(msgspec.Struct, frozen=True):
    """A stretch in which somebody was in the news, and how much."""

    window: Interval
    height: float


class People:
    """When people were in the news.

    Args:
        world: their offices.
        chronicle: their candidacies and other roles.
    """

    def __init__(self, world: World, chronicle: Chronicle) -> None:
        self._world = world
        self._roles: defaultdict[str, list[_Time]] = defaultdict(list)
        for role in chronicle.roles:
            self._roles[role.person].append(_Time(role.valid, _LESS.get(role.role, _OTHERWISE)))
        strangers = [name for name in self._roles if name not in world.entities and " " in name]
        self._strangers = tuple(strangers)
        self._automaton = AhoCorasick(strangers, matchkind=MatchKind.LeftmostLongest) if strangers else None

    def find(self, subject: Subject) -> Iterator[Evidence]:
        """Everybody named whose time is known, each once."""
        firsts: dict[tuple[str, ...], Span] = {}
        for hit in subject.hits:
            people = tuple(dict.fromkeys(name.entity for name in hit.senses if self._times(name.entity)))
            if people and not _is_another(subject, hit):
                firsts.setdefault(people, hit.span)
        for index, start, end in (
            self._automaton.find_matches_as_indexes(subject.text) if self._automaton else ()
        ):
            if is_whole(subject.text, start, end):
                firsts.setdefault((self._strangers[index],), Span(start, end))
        for people, span in list(firsts.items())[:_MOST]:
            yield self._evidence(subject, span, [time for person in people for time in self._times(person)])

    def _times(self, person: str) -> list[_Time]:
        terms = [
            _Time(term.valid, _LESS.get(term.office, _OTHERWISE))
            for term in self._world.terms_of(person)
            if term.valid.earliest
        ]
        return [*terms, *self._roles.get(person, ())]

    def _evidence(self, subject: Subject, span: Span, times: list[_Time]) -> Evidence:
        curve = np.max(np.stack([_curve(subject.timeline, time) for time in times]), axis=0)
        windows = tuple(time.window for time in times)
        return Evidence(
            "person",
            span,
            curve,
            lambda best: nearest_window(windows, best),
            "in office or in a race then",
        )


def _is_another(subject: Subject, hit: NameHit) -> bool:
    """Whether somebody else is meant ("Genesis Carmona"), or somebody as he was ("former leader Walesa")."""
    before = subject.text[max(0, hit.span.start - _BEFORE) : hit.span.start]
    if _AS_HE_WAS.search(before):
        return True
    given = _GIVEN.search(before)
    return bool(given and hit.senses[0].sense is NameSense.SURNAME and given[1].lower() in given_names())


_BEFORE = 40  # characters
_AS_HE_WAS = re.compile(r"\b(?:former|ex|late|onetime)[\s-](?:\w+\s){0,3}$", re.IGNORECASE)
_GIVEN = re.compile(r"\b([^\W\d_a-z][^\W\d_]+)\s$")


def _curve(line: Timeline, time: _Time) -> Curve:
    curve: Curve = line.window(time.window.earliest, time.window.latest, _NOT_YET, _NO_LONGER) + np.float32(
        time.height
    )
    return curve
