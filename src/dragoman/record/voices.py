"""Who says so, and what the voices say has become of it.

| telling | its voices |
|---|---|
| "..., the ministry said" | the ministry, whichever newspaper quotes it |
| "..., he said" | whom the word means; where that is unknown, somebody of this report alone |
| no source, one newspaper | the newspaper |
| no source, no newspaper or several | the report itself |
| a copy without a source | as its original |

A newspaper that another one quotes is the same voice as in its own columns.

| reports say | status that holds |
|---|---|
| happened or ongoing, and whatever else | the later of the two, whoever denies it |
| happened by sources only; a later report that it is still to come | as the latest reports |
| planned, possible or called for | as the latest reports |
| planned, later denied: called off | denied |
| denied, later planned: on again | planned |
| planned and denied on one day | what more voices say; of as many planned |

Reports of one day count alike, those of unknown days only where no day is known. A copy brings no news.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from dragoman.terms import EntityKind, Interval, Mention, Status, StatusStep, Telling
from dragoman.world import load

FACTS = frozenset({Status.HAPPENED, Status.ONGOING})
PROSPECTS = frozenset({Status.PLANNED, Status.POSSIBLE})
GOVERNMENTS = frozenset({None, "GOV"})  # sectors that mean the state itself: "Moscow", "the Kremlin"
# Of a state's sectors those that act for it; rebels, parties and companies do not
_STATE_SECTORS = frozenset({*GOVERNMENTS, "MIL", "PRM", "COP", "SPY", "JUD", "LEG"})
NOT_NAMED = "outlet not named"

_PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
_FILLERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_STATUSES = tuple(Status)
_COURSE = (Status.CALLED_FOR, Status.POSSIBLE, Status.PLANNED, Status.ONGOING, Status.HAPPENED, Status.DENIED)


class Voice(msgspec.Struct, frozen=True):
    """Somebody who says so.

    Attributes:
        key: equal for equal voices.
        name: how to print it.
        is_source: whether a report quotes it; otherwise it is the report's own.
    """

    key: str
    name: str
    is_source: bool


class Party(msgspec.Struct, frozen=True):
    """A participant as it is compared.

    Attributes:
        key: equal for equal participants.
        side: the state it acts for, or the part of a people; ``None`` for blocs and where nobody knows.
        resolved: whether more is known than its words.
    """

    key: str
    side: str | None
    resolved: bool

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole for which others act: a state, "the Turkish opposition"."""
        return self.key == self.side


class Told(msgspec.Struct, frozen=True):
    """A telling with its voices.

    Attributes:
        original: id of the document it was taken from, or its own.
        keys: of its voices.
    """

    telling: Telling
    original: str
    voices: tuple[Voice, ...]
    keys: frozenset[str]

    @property
    def id(self) -> str:
        """That of the event mention."""
        return self.telling.mention.id


def voice_of(telling: Telling, copies: Mapping[str, str]) -> tuple[Voice, ...]:
    """The voices of a telling, by key; one at least.

    A copy without a source has the voice "of its original", which only `chorus` can name by its newspaper.

    Args:
        copies: id of a document to that of the original of its copies; others stand alone.
    """
    document = telling.mention.document
    original = copies.get(document, document)
    if not telling.mention.said_by:
        return (_own(telling, original),)
    voices: dict[str, Voice] = {}
    for said in telling.mention.said_by:
        voice = _source(said.source, original)
        voices.setdefault(voice.key, voice)
    return tuple(voices[key] for key in sorted(voices))


def independent_reports(tellings: Iterable[Telling], copies: Mapping[str, str]) -> int:
    """How many groups of copies tell it."""
    return len({copies.get(one.mention.document, one.mention.document) for one in tellings})


def chorus(tellings: Iterable[Telling], copies: Mapping[str, str]) -> tuple[Told, ...]:
    """The tellings of one event with their voices, in the order of the reports, originals before copies.

    A telling that is given twice is there once.
    """
    every = sorted(set(tellings), key=lambda one: _rank(one, copies))
    own = {one.mention.document: voice_of(one, copies) for one in every if not one.mention.said_by}
    names: dict[str, Voice] = {}
    told = []
    for one in every:
        document = one.mention.document
        original = copies.get(document, document)
        is_echo = original != document and not one.mention.said_by
        voices = own.get(original, ()) if is_echo else ()
        voices = tuple(names.setdefault(voice.key, voice) for voice in voices or voice_of(one, copies))
        told.append(Told(one, original, voices, frozenset([voice.key for voice in voices])))
    return tuple(told)


def history(tellings: Iterable[Telling]) -> tuple[StatusStep, ...]:
    """Each status that reports give, once, in the order of the first report that gives it.

    Unknown days come last; of one day what is planned comes before what happened.
    """
    given: dict[Status, list[Telling]] = {}
    for telling in tellings:
        given.setdefault(telling.mention.status, []).append(telling)
    steps = [
        StatusStep(
            status,
            min((one.published for one in those), key=firstness),
            tuple(sorted({one.mention.id for one in those})),
        )
        for status, those in given.items()
    ]
    steps.sort(key=lambda step: (firstness(step.reported), _COURSE.index(step.status)))
    return tuple(steps)


def current(tellings: Iterable[Telling], copies: Mapping[str, str]) -> Status:
    """The status that holds now, by the table above; of one telling at least."""
    return status_of(chorus(tellings, copies))


def status_of(told: Sequence[Told]) -> Status:
    """As `current`."""
    told = _news(told)
    facts = [one for one in told if one.telling.mention.status in FACTS]
    if not facts:
        return _latest(told)
    if all(one.telling.mention.said_by for one in facts):
        since = _first_day(facts)
        ahead = [one for one in told if _is_still_to_come(one, since)]
        if ahead:
            return _latest(ahead)
    return _latest(facts)


def opposed_to(status: Status, told: Sequence[Told]) -> frozenset[str]:
    """Ids of the tellings whose status contradicts the one that holds; copies are left out.

    - happened or ongoing: who denies it, unless before the first day on which it can have happened; who plans
      it in a later report, for days after the report that it happened;
    - planned or possible: who says it happened; who denies it, unless one was reported after the other;
    - denied: who plans it, unless one was reported after the other;
    - called for: who says it happened. To call for a thing contradicts nothing.
    """
    told = _news(told)
    facts = [one for one in told if one.telling.mention.status in FACTS]
    denials = [one for one in told if one.telling.mention.status is Status.DENIED]
    if status in FACTS:
        starts = [one.telling.mention.when.earliest for one in facts]
        start = min((day for day in starts if day), default=None)
        since = _first_day(facts)
        against = [one for one in denials if not _is_before(one.telling.published, start)]
        against += [one for one in told if _is_still_to_come(one, since)]
        return frozenset(one.id for one in against)
    ahead = [one for one in told if one.telling.mention.status in PROSPECTS]
    against = list(facts)
    if ahead and status in PROSPECTS:
        against += _not_parted(denials, ahead)
    if denials and status is Status.DENIED:
        against += _not_parted(ahead, denials)
    return frozenset(one.id for one in against)


def printed(mention: Mention) -> str:
    """How to print a source: its words; what it is when a pronoun takes it up or nothing names it."""
    named = mention.text if mention.text.lower() not in _PRONOUNS else ""
    return named or mention.entity or mention.text


def party(mention: Mention) -> Party:
    """A participant as it is compared."""
    country, sector = mention.country, mention.sector
    side = country if sector in _STATE_SECTORS else f"{country} {sector}"
    if country is None or (mention.entity is None and sector is None):
        side = None
    if mention.entity is not None and mention.entity != country:
        return Party(mention.entity, side, resolved=True)
    if country is not None and side is not None:
        return Party(country if sector in GOVERNMENTS else f"{country} {sector}", side, resolved=True)
    return Party(words(mention.text), side, resolved=False)


def named(mention: Mention) -> str:
    """How to print a participant: "Kazakhstan", "Russia (MIL)", or in quotes the words nobody resolves."""
    entity = load().entities.get(mention.entity or "")
    if entity is None:
        known = f" ({mention.country})" if mention.country else ""
        return f'"{mention.text}"{known}' if mention.text else "somebody"
    part = (
        f" ({mention.sector})"
        if entity.kind is EntityKind.STATE and mention.sector not in GOVERNMENTS
        else ""
    )
    return f"{entity.name}{part}"


def placed(where: Mention) -> str:
    """How to print a place: "Bakhmut, Donetsk, Ukraine"; its id says what it lies in."""
    entities = load().entities
    country, known = entities.get(where.country or ""), entities.get(where.entity or "")
    region = (where.entity or "").partition(":")[0].split("/")[1:2]
    parts = [known.name if known else where.text, *region, *([country.name] if country else [])]
    return ", ".join(dict.fromkeys(parts))


def words(text: str) -> str:
    """Words as they are compared: without case, articles and stray spaces."""
    parts = text.casefold().split()
    while len(parts) > 1 and parts[0] in _FILLERS:
        del parts[0]
    return " ".join(parts)


def firstness(published: Interval) -> tuple[date, date, bool]:
    """Sorts early before late, unknown last."""
    last = published.latest or date.max
    return published.earliest or last, last, published.earliest is None


def _own(telling: Telling, original: str) -> Voice:
    """Whose a report's own voice is; of several newspapers nobody knows which one wrote it."""
    if original == telling.mention.document and len(telling.outlets) == 1:
        return Voice(words(telling.outlets[0]), telling.outlets[0], is_source=False)
    return Voice(f"document {original}", ", ".join(telling.outlets) or NOT_NAMED, is_source=False)


def _source(source: Mention, original: str) -> Voice:
    """A state speaks with one voice; its army, its court and each person have their own."""
    name, known = printed(source), party(source)
    key = words(known.key if known.resolved else name)
    if not key or key in _PRONOUNS:
        key = f"{key} of {original}"  # "he" of one report is not that of another
    return Voice(key, name or "somebody", is_source=True)


def _rank(telling: Telling, copies: Mapping[str, str]) -> tuple[tuple[date, date, bool], bool, str, str]:
    document = telling.mention.document
    return (
        firstness(telling.published),
        copies.get(document, document) != document,
        document,
        telling.mention.id,
    )


def _news(told: Iterable[Told]) -> tuple[Told, ...]:
    """Without the copies that say again what their original said: an old plan reprinted is not a new one."""
    news: dict[tuple[str, Status, frozenset[str]], Told] = {}
    for one in told:
        news.setdefault((one.original, one.telling.mention.status, one.keys), one)
    return tuple(news.values())


def _latest(told: Sequence[Told]) -> Status:
    """What most voices of the last day say."""
    known = [one.telling.published for one in told if not one.telling.published.is_unknown]
    last = max((firstness(published)[0] for published in known), default=None)
    said: dict[Status, set[str]] = {}
    for one in told:
        published = one.telling.published
        if last is None or (not published.is_unknown and firstness(published)[0] == last):
            said.setdefault(one.telling.mention.status, set()).update(one.keys)
    return min(said, key=lambda status: (-len(said[status]), _STATUSES.index(status)))


def _first_day(facts: Iterable[Told]) -> date | None:
    """By which day it was first reported to have happened, as far as that is known."""
    days = (one.telling.published.latest for one in facts)
    return min((day for day in days if day), default=None)


def _is_still_to_come(one: Told, since: date | None) -> bool:
    """Whether a report plans for after ``since``, and is itself from after it.

    A late report that only repeats the announcement names no such days, and contradicts nobody.
    """
    said, days = one.telling.published.earliest, one.telling.mention.when.earliest
    if since is None or said is None or days is None or one.telling.mention.status not in PROSPECTS:
        return False
    return said > since and days > since


def _is_before(reported: Interval, start: date | None) -> bool:
    return start is not None and reported.latest is not None and reported.latest < start


def _not_parted(others: Iterable[Told], holding: Sequence[Told]) -> list[Told]:
    """Those not known to be reported before or after the last report of what holds."""
    known = [one.telling.published for one in holding if not one.telling.published.is_unknown]
    last = max(known, key=firstness, default=Interval())
    return [one for one in others if one.telling.published.overlaps(last)]
