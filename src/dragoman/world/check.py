"""What must hold of the world before it is compiled.

Each rule yields its complaints as ``file: key: what is wrong``; all of them are reported at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

import msgspec

from dragoman.terms import DragomanError, EntityKind, Interval, WorldError
from dragoman.world.files import BlocFile, Dates, Filed, MemberRow, Sources
from dragoman.world.naming import dated, interval
from dragoman.world.tables import (
    HEAD_OF_GOVERNMENT,
    HEAD_OF_STATE,
    LEADER,
    CodeScheme,
    NameSense,
    State,
    Term,
    WorldTables,
)


def check_dates(sources: Sources) -> None:
    """Every date is a day of the calendar, and no ``from`` is after its ``until``.

    Raises:
        WorldError: one line per wrong date.
    """
    _refuse(
        complaint
        for kind in (
            sources.states,
            sources.blocs,
            sources.regions,
            sources.people,
            sources.groups,
            sources.institutions,
            sources.places,
        )
        for filed in kind
        for complaint in _wrong_dates(filed.content, filed.file)
    )


def check(sources: Sources, tables: WorldTables) -> None:
    """Apply every rule that looks at more than one row; the dates have been checked before.

    Raises:
        WorldError: one line per contradiction.
    """
    rules = (
        _file_names(sources),
        _ids(tables),
        _codes(tables.states),
        _members(sources, tables),
        _references(sources, tables),
        _terms(tables),
        _shared_names(tables),
        _nouns(sources, tables),
        _clean_surfaces(tables),
    )
    _refuse(complaint for rule in rules for complaint in rule)


def _refuse(complaints: Iterable[str]) -> None:
    lines = list(complaints)
    if lines:
        raise WorldError("the world contradicts itself:\n  " + "\n  ".join(lines))


def _wrong_dates(content: object, where: str) -> Iterator[str]:
    """Walks a file's content; ``where`` grows to the key that holds the date."""
    if isinstance(content, Dates):
        try:
            valid = interval(content)
        except DragomanError as error:
            yield f"{where}: {error}"
        else:
            if valid.earliest and valid.latest and valid.earliest > valid.latest:
                yield f"{where}: from {valid.earliest} is after until {valid.latest}"
    elif isinstance(content, tuple):
        for row in content:
            label = getattr(row, "id", None) or getattr(row, "text", None) or getattr(row, "state", None)
            yield from _wrong_dates(row, f"{where}: {label}" if label else where)
    if isinstance(content, msgspec.Struct):
        for key in content.__struct_fields__:
            yield from _wrong_dates(getattr(content, key), f"{where}: {key}")


def share_days(one: Interval, other: Interval, at_least: int = 1) -> bool:
    """Whether two intervals have that many days in common; open sides reach for ever."""
    first = max(one.earliest or date.min, other.earliest or date.min)
    last = min(one.latest or date.max, other.latest or date.max)
    return (last - first).days + 1 >= at_least


def _file_names(sources: Sources) -> Iterator[str]:
    """A state, bloc, region or people file is named after its id."""
    named = [(filed.file, filed.content.id) for filed in sources.states]
    named += [(filed.file, filed.content.id) for filed in sources.blocs]
    named += [(filed.file, filed.content.id) for filed in sources.regions]
    named += [
        (filed.file, filed.content.state)
        for kind in (sources.people, sources.institutions, sources.places)
        for filed in kind
    ]
    for file, identity in named:
        stem = file.rpartition("/")[2].removesuffix(".yml")
        if file.endswith(".yml") and stem.upper() != identity.upper():
            yield f"{file}: id: {identity} does not match the name of the file"


def _ids(tables: WorldTables) -> Iterator[str]:
    seen: set[str] = set()
    for entity in tables.entities:
        if entity.id in seen:
            yield f"id: {entity.id!r} is given to two entities"
        seen.add(entity.id)


def _codes(states: Iterable[State]) -> Iterator[str]:
    """A code belongs to one state at a time (Russia inherits the Soviet Union's 365)."""
    for scheme in CodeScheme:
        holders: dict[str, list[State]] = defaultdict(list)
        for state in states:
            code = state.code(scheme)
            if code is not None:
                holders[code].append(state)
        for code, sharing in holders.items():
            for one, other in combinations(sharing, 2):
                if share_days(one.exists, other.exists):
                    yield f"states/{one.id.lower()}.yml: {scheme}: {code} is also the code of {other.id}"


def _members(sources: Sources, tables: WorldTables) -> Iterator[str]:
    exists = {state.id: state.exists for state in tables.states}
    for filed in sources.blocs:
        if filed.content.members != "global":
            for row in filed.content.members:
                yield from _membership(filed, row, exists)
            yield from _repeated(filed, filed.content.members)


def _membership(filed: Filed[BlocFile], row: MemberRow, exists: dict[str, Interval]) -> Iterator[str]:
    """A member is a known state, and it joined no earlier than the bloc and itself began."""
    where = f"{filed.file}: members: {row.state}"
    if row.state not in exists:
        yield f"{where}: is no state"
        return
    joined = interval(row).earliest
    for began, whom in (
        (interval(filed.content.exists).earliest, "the bloc"),
        (exists[row.state].earliest, "the state"),
    ):
        if joined and began and joined < began:
            yield f"{where}: from {joined} is before {whom} began on {began}"


def _repeated(filed: Filed[BlocFile], rows: tuple[MemberRow, ...]) -> Iterator[str]:
    for one, other in combinations(rows, 2):
        if one.state == other.state and share_days(interval(one), interval(other)):
            yield f"{filed.file}: members: {one.state} belongs twice at the same time"


def _references(sources: Sources, tables: WorldTables) -> Iterator[str]:
    """Countries, regions' members and claimants are known states; offices are known offices."""
    states = {state.id for state in tables.states}
    owners = {entity.id for entity in tables.entities}
    offices = {office.id for office in tables.offices.values()}
    for region in sources.regions:
        for member in region.content.members:
            if member not in states:
                yield f"{region.file}: members: {member} is no state"
    for kind in (sources.people, sources.institutions, sources.places):
        for filed in kind:
            if filed.content.state not in states:
                yield f"{filed.file}: state: {filed.content.state} is no state"
    for group in sources.groups:
        if group.content.country and group.content.country not in states:
            yield f"{group.file}: country: {group.content.country} is no state"
    for state in sources.states:
        for claimant in state.content.claimed_by:
            if claimant not in states:
                yield f"{state.file}: claimed_by: {claimant} is no state"
        for key in (LEADER, HEAD_OF_STATE, HEAD_OF_GOVERNMENT):
            for office in getattr(state.content, key):
                if dated(office)[0] not in offices:
                    yield f"{state.file}: {key}: {dated(office)[0]} is no office"
        if state.content.crown and state.content.crown not in states:
            yield f"{state.file}: crown: {state.content.crown} is no state"
    for entity in sources.spellings.content:
        if entity not in owners:
            yield f"{sources.spellings.file}: {entity} is not known"
    for term in tables.terms:
        if term.office not in offices:
            yield f"people: {term.person}: {term.office} is no office of offices.yml"
        if term.of not in owners:
            yield f"people: {term.person}: of: {term.of} is not known"


def _terms(tables: WorldTables) -> Iterator[str]:
    """An office with one holder has one; both may claim the day of the handover."""
    single = {office.id for office in tables.offices.values() if office.single}
    held: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in tables.terms:
        if term.office in single:
            held[term.of, term.office].append(term)
    for (of, office), terms in held.items():
        for one, other in combinations(terms, 2):
            if share_days(one.valid, other.valid, at_least=2):
                both = f"{one.person} ({one.valid}) and {other.person} ({other.valid})"
                yield f"people: {both} are {office} of {of} at the same time"


def _shared_names(tables: WorldTables) -> Iterator[str]:
    """A surface names one entity at a time, unless ambiguous.yml says why not.

    People share surnames and towns share names with towns, people and adjectives; which of them is meant a
    text tells.
    """
    holders: dict[str, list[tuple[str, Interval]]] = defaultdict(list)
    kinds = {entity.id: entity.kind for entity in tables.entities}
    surnames = {name.surface for name in tables.names if name.sense is NameSense.SURNAME}
    alone = surnames - {name.surface for name in tables.names if name.sense is not NameSense.SURNAME}
    for name in tables.names:
        if name.surface not in alone and kinds[name.entity] is not EntityKind.PLACE:
            holders[name.surface].append((name.entity, name.valid))
    for surface, claims in holders.items():
        if surface in tables.ambiguous:
            continue
        for (one, when), (other, then) in combinations(claims, 2):
            if one != other and share_days(when, then, at_least=2):
                advice = "date them apart or explain it in ambiguous.yml"
                yield f"{surface!r} names both {one} and {other}: {advice}"


def _nouns(sources: Sources, tables: WorldTables) -> Iterator[str]:
    """A noun stands for one sector, an office word for one office."""
    yield from _claimed_twice("sectors.yml", sources.sectors.content, tables.sector_nouns)
    words = {office: row.words for office, row in sources.offices.content.items()}
    known = {word: office.id for word, office in tables.offices.items()}
    yield from _claimed_twice("offices.yml", words, known)


def _claimed_twice(
    file: str, lists: Mapping[str, tuple[str, ...]], known: Mapping[str, str]
) -> Iterator[str]:
    """Words that stand under two keys of the lists, or under another one in the tables."""
    owner: dict[str, str] = {}
    for key, words in lists.items():
        for word in words:
            if word in owner or known.get(word, key) != key:
                yield f"{file}: {key}: {word!r} already stands under {owner.get(word) or known[word]}"
            if word != word.strip().lower():
                yield f"{file}: {key}: {word!r} is not in lower case"
            owner[word] = key


def _clean_surfaces(tables: WorldTables) -> Iterator[str]:
    """No surface is empty, padded, or could be an ordinary word in lower case."""
    for name in (*tables.names, *tables.weak_names):
        if name.surface != " ".join(name.surface.split()) or len(name.surface) < 2:
            yield f"{name.entity}: {name.surface!r} is empty, too short or has stray spaces"
        elif not any(letter.isupper() or not letter.isascii() for letter in name.surface):
            yield f"{name.entity}: {name.surface!r} has no capital letter"
        if name.sense is NameSense.SURNAME and " " in name.surface and name.surface.islower():
            yield f"{name.entity}: {name.surface!r} is no surname"
