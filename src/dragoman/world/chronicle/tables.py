"""The records of the chronicle, as they are compiled and as they are written in YAML."""

from __future__ import annotations

from collections import Counter
from datetime import date

import msgspec

from dragoman.terms import DragomanError, Interval, WorldError


class Happening(msgspec.Struct, frozen=True, array_like=True):
    """Something that happened once and that news name ever after.

    Attributes:
        name: what a history book would call it; unique.
        when: its days; open at the end while it goes on.
        called: phrases of news text that can only mean it; case does not count.
        since: the first day on which it could be named; before it happened where it was foretold.
        keys: beginnings of words in lower case that together, in one sentence, can only mean it.
    """

    name: str
    when: Interval
    called: tuple[str, ...]
    since: date
    keys: tuple[tuple[str, ...], ...] = ()


class Life(msgspec.Struct, frozen=True, array_like=True):
    """When a person was born, and died; ``person`` is an id of the world."""

    person: str
    born: Interval
    died: Interval | None = None


class Meeting(msgspec.Struct, frozen=True, array_like=True):
    """One meeting of a series.

    Attributes:
        number: by which news call it ("the 22nd SCO summit", "COP27"), if they do.
        place: where it met, as news name the place.
    """

    when: Interval
    number: int | None = None
    place: str | None = None


class Series(msgspec.Struct, frozen=True, array_like=True):
    """Meetings that come again, and what they are called."""

    name: str
    called: tuple[str, ...]
    meetings: tuple[Meeting, ...]


class Role(msgspec.Struct, frozen=True, array_like=True):
    """What a person was called for a time without holding an office: candidate, nominee, president-elect.

    Attributes:
        person: an id of the world, or a full name.
        role: ``candidate``, ``nominee``, ``elect`` and so on; see `ROLE_WORDS`.
    """

    person: str
    role: str
    valid: Interval


class Chronicle(msgspec.Struct, frozen=True):
    """Everything the folder holds, in order of name."""

    happenings: tuple[Happening, ...]
    lives: tuple[Life, ...]
    series: tuple[Series, ...]
    roles: tuple[Role, ...]


class _Happening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    when: str
    called: tuple[str, ...]
    foretold: str | None = None


class _Life(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    born: str
    died: str | None = None


class _Meeting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    when: str
    number: int | None = None
    place: str | None = None


class _Series(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    series: str
    called: tuple[str, ...]
    meetings: tuple[_Meeting, ...]
    every: str | None = None


class _Role(msgspec.Struct, frozen=True):
    id: str
    role: str
    since: str = msgspec.field(name="from")
    until: str | None = None


class _Keyed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    keys: tuple[str, ...]


class Sources(msgspec.Struct, frozen=True):
    """The folder as it is written; each file of ``happenings`` and ``keys`` is a list."""

    happenings: dict[str, tuple[_Happening, ...]]
    keys: dict[str, tuple[_Keyed, ...]]
    births: tuple[_Life, ...]
    summits: tuple[_Series, ...]
    votes: tuple[_Series, ...]
    roles: tuple[_Role, ...]


def build(sources: Sources) -> Chronicle:
    """The tables for what was written, the same phrase twice and days that are none refused.

    Raises:
        WorldError: an entry is wrong; it is named.
    """
    keys = _keys(sources)
    happenings = [
        _happening(row, keys.pop(row.name, ())) for rows in sources.happenings.values() for row in rows
    ]
    if keys:
        raise WorldError(f"chronicle/keys: no happening is called {min(keys)!r}.")
    _unlike(happenings)
    return Chronicle(
        happenings=tuple(sorted(happenings, key=lambda happening: happening.name)),
        lives=tuple(sorted((_life(row) for row in sources.births), key=lambda life: life.person)),
        series=tuple(
            sorted(
                (_series(row) for row in (*sources.summits, *sources.votes)), key=lambda series: series.name
            )
        ),
        roles=tuple(
            sorted((_role(row) for row in sources.roles), key=lambda r: (r.person, str(r.valid), r.role))
        ),
    )


def _unlike(happenings: list[Happening]) -> None:
    """Refuse a name or a phrase that comes twice."""
    phrases = (" ".join(phrase.lower().split()) for one in happenings for phrase in one.called)
    for what, words in (("name", (one.name for one in happenings)), ("phrase", phrases)):
        again = sorted(word for word, count in Counter(words).items() if count > 1)
        if again:
            raise WorldError(
                f"chronicle/happenings: the {what} {again[0]!r} is written twice; it must be unique."
            )


def _keys(sources: Sources) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The keys of each happening, as sets of word beginnings."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in (row for rows in sources.keys.values() for row in rows):
        keys = tuple(tuple(key.lower().split()) for key in row.keys)
        if any(not 2 <= len(key) <= _MOST_STEMS for key in keys):
            raise WorldError(f"chronicle/keys: {row.name!r}: a key has 2 to {_MOST_STEMS} word beginnings.")
        found[row.name] = (*found.get(row.name, ()), *keys)
    return found


_MOST_STEMS = 5


def _happening(row: _Happening, keys: tuple[tuple[str, ...], ...]) -> Happening:
    when = _days(row.when, row.name)
    first = _days(row.foretold, row.name).earliest if row.foretold else when.earliest
    if first is None or when.earliest is None or first > when.earliest:
        raise WorldError(f"chronicle: {row.name!r} has no first day, or is foretold after it began.")
    return Happening(row.name, when, row.called, first, keys)


def _life(row: _Life) -> Life:
    return Life(row.id, _days(row.born, row.id), _days(row.died, row.id) if row.died else None)


def _series(row: _Series) -> Series:
    meetings = tuple(Meeting(_days(m.when, row.series), m.number, m.place) for m in row.meetings)
    return Series(row.series, row.called, meetings)


def _role(row: _Role) -> Role:
    first = _days(row.since, row.id).earliest
    last = _days(row.until, row.id).latest if row.until else None
    return Role(row.id, row.role, Interval(first, last))


def _days(written: str, of: str) -> Interval:
    try:
        return Interval.parse(written)
    except DragomanError as error:
        raise WorldError(f"chronicle: {of!r}: {error}") from error
