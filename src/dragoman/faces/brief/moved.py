"""Who moved, which weeks were out of the ordinary, and what is likely next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.faces.brief.citing import Citations
from dragoman.faces.brief.lookup import Lookup, Verb
from dragoman.faces.brief.names import capital, side
from dragoman.faces.brief.subject import Subject
from dragoman.faces.brief.tree import Group, More, Section, SectionKind, Statement
from dragoman.terms import Acts, Alert, Level, Movement, Relation, Rise, Standing
from dragoman.terms.forecast import Forecast

if TYPE_CHECKING:
    from dragoman.faces.api.system import System

WEEKS = 4  # ahead
_EVIDENCE = 3  # events cited behind a figure
_SHOWN = 5  # movements and alarms
_ENOUGH = 3  # events between two sides under which a base rate says more of all others than of them
_NEAR = 0.8  # a probability under this says of no direction that it is likelier than not
_BASE_RATE = (
    "Beside each probability stands the base rate: how often this side did so in as long a time, which is "
    "most of what can be known."
)
_RISES = {
    Rise.VOLUME: "more of everything",
    Rise.CONFLICT: "more conflict",
    Rise.TALK: "more talk of what may come",
}
_ACTS = {Acts.ALL: "all acts", Acts.VERBAL: "words", Acts.MATERIAL: "deeds"}


def moved(system: System, subject: Subject, citations: Citations) -> Section:
    """How sides stand, who moved in the period, and its alarms, each with what it rests on."""
    groups = []
    stand = _standing(system, subject, citations)
    if stand:
        groups.append(Group(f"How they stand on {system.at}", stand))
    movements = [each for each in system.movers(subject.first) if _is_meant(each.sides, subject)]
    if movements:
        groups.append(_movements(system, citations, movements, subject))
    alarms = [each for each in system.alarms(_begin(subject)) if _is_meant(each.sides, subject)]
    if alarms:
        groups.append(_alarms(system, citations, alarms, subject))
    notes = []
    if not movements:
        notes.append(
            "Who moved cannot be said: it takes three events of two sides in the period, and weeks before it "
            "that are covered."
        )
    if not alarms:
        notes.append("No alarms: no week brought more than the weeks before it let expect.")
    return Section(
        SectionKind.MOVED, "Who moved, and what was out of the ordinary", tuple(groups), tuple(notes)
    )


def _begin(subject: Subject) -> date | None:
    """The Monday of the week in which the period begins."""
    first = subject.first
    return None if first is None else first - timedelta(days=first.weekday())


def _is_meant(sides: Sequence[str], subject: Subject) -> bool:
    scope = subject.scope
    if scope.other:
        return set(sides) == {scope.about, scope.other}
    if scope.about:
        return scope.about in sides
    taking_part = {
        mention.country or mention.entity
        for event in subject.events
        for mention in (*event.actors, *event.recipients)
    }
    return set(sides) <= taking_part


def _standing(system: System, subject: Subject, citations: Citations) -> tuple[Statement, ...]:
    """Tone and volume of a dyad, or that there is not enough."""
    scope = subject.scope
    if not scope.other:
        return ()
    relation: Relation | None = system.relation(scope.about, scope.other)
    if relation is None:
        return ()
    evidence = system.evidence(scope.about, scope.other, until=system.at)
    shows = (Lookup(Verb.RELATIONS, sides=scope.sides, at=system.at),)
    found = citations.of_events(evidence, _EVIDENCE)
    if all(each.tone is None and each.volume is None for each in relation.standings):
        return (Statement("Not enough events to say anything of tone or volume.", found, shows=shows),)
    parts = tuple(Statement(_level(standing)) for standing in relation.standings)
    return (Statement("Tone and volume, which rest on all their events:", found, shows=shows, parts=parts),)


def _level(standing: Standing) -> str:
    acts = _ACTS[standing.acts]
    if standing.tone is None and standing.volume is None:
        return f"By {acts}: not enough events."
    tone = "tone: not enough events"
    if standing.tone is not None:
        tone = f"tone {_interval(standing.tone, '+.1f')}, {_tone(standing.tone)}"
    volume = "volume: not enough events"
    if standing.volume is not None:
        volume = f"volume {_interval(standing.volume, '.1f')} times that of the year"
    return f"By {acts}: {tone}; {volume}."


def _tone(tone: Level) -> str:
    if tone.low > 0:
        return "friendlier than an ordinary relation"
    return (
        "more hostile than an ordinary relation"
        if tone.high < 0
        else "which may be that of an ordinary relation"
    )


def _interval(level: Level, form: str) -> str:
    return f"{level.value:{form}} (90 % interval {level.low:{form}} to {level.high:{form}})"


def _movements(system: System, citations: Citations, found: Sequence[Movement], subject: Subject) -> Group:
    statements = tuple(_movement(system, citations, each) for each in found[:_SHOWN])
    more = _more(system, subject, len(found), "pairs")
    first = found[0]
    title = f"Since {first.since}, compared with as long before (from {first.before})"
    return Group(title, statements, more)


def _movement(system: System, citations: Citations, found: Movement) -> Statement:
    one, other = map(side, found.sides)
    closer = found.closer > 0.5
    chance = found.closer if closer else 1 - found.closer
    way = "closer to each other" if closer else "apart"
    if found.certain:
        said = f"{one} and {other} moved {way}"
    elif chance >= _NEAR:
        said = f"{one} and {other} perhaps moved {way}"
    else:
        said = f"whether {one} and {other} moved closer or apart cannot be said"
    figures = f"{way.split()[0]} with a probability of {chance:.2f}; change {found.change:+.1f}, "
    figures += f"90 % interval {found.low:+.1f} to {found.high:+.1f}"
    counts = f"{_number(found.cooperation, 'act')} of cooperation and {_amount(found.conflict)} of conflict"
    counts += f", before {_amount(found.cooperation_before)} and {_amount(found.conflict_before)}"
    evidence = system.speaking_for(found, _EVIDENCE)
    shows = (Lookup(Verb.RELATIONS, sides=tuple(found.sides), at=system.at),)
    return Statement(
        f"{capital(said)} ({figures}): {counts}.",
        citations.of_events(evidence, _EVIDENCE),
        shows=shows,
    )


def _alarms(system: System, citations: Citations, found: Sequence[Alert], subject: Subject) -> Group:
    statements = tuple(_alarm(system, citations, each) for each in found[:_SHOWN])
    return Group("Alarms, the latest first", statements, _more(system, subject, len(found), "alarms"))


def _more(system: System, subject: Subject, number: int, noun: str) -> More | None:
    """How many are not told, and what lists all of them."""
    if number <= _SHOWN:
        return None
    about = subject.scope.sides[:1]
    lookup = Lookup(Verb.MOVERS, sides=about, since=subject.first, at=system.at, limit=number)
    return More(f"and {number - _SHOWN} {noun} more", (lookup,))


def _alarm(system: System, citations: Citations, found: Alert) -> Statement:
    one, other = map(side, found.sides)
    end = found.week + timedelta(days=6)
    events = _number(found.observed, "event")
    text = (
        f"In the week of {found.week} there was {_RISES[found.what]} between {one} and {other} than was to "
        f"be expected: {events} where {found.expected:.1f} (at most {_amount(found.high)}) were expected "
        f"(p {_p(found.p)})."
    )
    evidence = system.speaking_for(found, _EVIDENCE)
    shows = (Lookup(Verb.RELATIONS, sides=tuple(found.sides), at=end),)
    return Statement(text, citations.of_events(evidence, _EVIDENCE), shows=shows)


def likely(system: System, subject: Subject, citations: Citations) -> Section | None:
    """What the sides of a dyad are likely to do to each other in the next weeks, with the base rate."""
    one, other = subject.scope.about, subject.scope.other
    if not other:
        return None
    known = system.sides()
    if system.side(one) not in known or system.side(other) not in known:
        note = "Nothing can be said: one of the two takes part in nothing that counts by then."
        return Section(SectionKind.NEXT, "What is likely next", notes=(note,))
    statements = [
        _outlook(system, citations, actor, recipient) for actor, recipient in ((one, other), (other, one))
    ]
    notes = (_BASE_RATE,) if any(each.parts for each in statements) else ()
    return Section(SectionKind.NEXT, "What is likely next", (Group("", tuple(statements)),), notes)


def _outlook(system: System, citations: Citations, actor: str, recipient: str) -> Statement:
    found = system.forecast(actor, recipient, weeks=WEEKS)
    evidence = system.evidence(actor, recipient, until=system.at, directed=True)
    first = found[0]
    text = f"{capital(side(actor))} towards {side(recipient)}, in the {WEEKS} weeks from {first.since} on"
    shows = (Lookup(Verb.FORECAST, sides=(actor, recipient), at=system.at),)
    if len(evidence) < _ENOUGH:
        cited = citations.of_events(evidence, _EVIDENCE)
        known = f"{_number(len(evidence), 'event')} so far"
        return Statement(f"{text}: not enough to say anything, with {known}.", cited, shows=shows)
    if not any(each.enough for each in found):
        text += "; too little is known to go beyond the base rate"
    cited = citations.of_events(evidence, _EVIDENCE)
    parts = tuple(Statement(f"{capital(each.kind.value)}: {_chance(each)}.") for each in found)
    return Statement(f"{text}:", cited, shows=shows, parts=parts)


def _chance(found: Forecast) -> str:
    base = f"base rate {_share(found.base_rate)}"
    if not found.enough or found.low is None or found.high is None:
        return base
    interval = f"90 % interval {_share(found.low)} to {_share(found.high)}"
    return f"probability {_share(found.probability)} ({interval}), {base}"


def _share(value: float) -> str:
    return "under 0.01" if value < 0.005 else f"{value:.2f}"


def _p(value: float) -> str:
    return f"{value:.4f}" if value >= 0.0001 else "under 0.0001"


def _number(value: float, noun: str) -> str:
    return f"{_amount(value)} {noun}{'' if value == 1 else 's'}"


def _amount(value: float) -> str:
    """An event known to a month counts a part in each week."""
    return f"{value:,.1f}".removesuffix(".0")
