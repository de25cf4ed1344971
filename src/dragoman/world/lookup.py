"""Finding an entity by what a user types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.terms import EntityKind, UnknownName
from dragoman.world import foreign
from dragoman.world.tables import CodeScheme, Name, NameSense, WorldTables

NEAREST_SHOWN = 3
# Below this rapidfuzz ratio (0-100) a suggestion is noise: "Kazakstan" reaches 95, "xyzzy" nothing over 50
NEAREST_FLOOR = 60
# A suggestion that lies so far behind the best one is not what was meant
NEAREST_SPREAD = 12

# In this order a text is taken: "Washington" is first the capital's state, only then anything else
_NAMING = (NameSense.NAME, NameSense.ACRONYM, NameSense.ALIAS, NameSense.FULL_NAME)


class Lookup:
    """Tables from folded text to entity ids, one per step: id, ISO code, own name, any name."""

    def __init__(self, tables: WorldTables, names: Sequence[Name]) -> None:
        self._kinds = {entity.id: entity.kind for entity in tables.entities}
        self._states = {
            entity.id: entity.name for entity in tables.entities if entity.kind is EntityKind.STATE
        }
        self._steps = (
            _ids(tables),
            _codes(tables),
            _surfaces(names, _NAMING),
            _surfaces(names, tuple(NameSense)),
        )

    def resolve(self, text: str) -> str:
        """The id of the one entity that is called so.

        Raises:
            UnknownName: nobody is, or several are.
        """
        found = self._preferred(self._called(text) or self._called_abroad(text))
        if len(found) > 1:
            raise UnknownName("single actor", text, tuple(sorted(found)))
        if found:
            return next(iter(found))
        near = tuple(self._states.get(entity, entity) for entity in self.nearest(text))
        abroad = not text.isascii() and not foreign.is_installed()
        raise UnknownName("actor", text, near, foreign.EXTRA if abroad else "")

    def _preferred(self, found: set[str]) -> set[str]:
        """Those of several that act: Georgia is a state before it is a place."""
        acting = {entity for entity in found if self._kinds[entity] is not EntityKind.PLACE}
        return acting or found

    def _called(self, text: str) -> set[str]:
        """Who is called so, by the first step that knows anybody."""
        folded = fold(text)
        return next((step[folded] for step in self._steps if folded in step), set())

    def _called_abroad(self, text: str) -> set[str]:
        """Who is called so in another language or alphabet."""
        found = {entity for code in foreign.countries(text) for entity in self._steps[1].get(fold(code), ())}
        latin = foreign.in_latin_letters(text)
        return found or (self._called(latin) if latin else set())

    def nearest(self, text: str, kind: EntityKind | None = None) -> tuple[str, ...]:
        """Ids of the entities whose names come closest, best first."""
        # Only mistakes need it, and importing it costs as much as loading the world
        from rapidfuzz import fuzz, process

        surfaces: dict[str, set[str]] = {}
        for step in reversed(self._steps):
            surfaces.update(step)
        if kind is not None:
            surfaces = {
                name: ids for name, ids in surfaces.items() if all(self._kinds[i] is kind for i in ids)
            }
        close = process.extract(
            fold(text),
            surfaces.keys(),
            scorer=fuzz.ratio,
            score_cutoff=NEAREST_FLOOR,
            limit=4 * NEAREST_SHOWN,
        )
        best = close[0][1] if close else 0.0
        near = (surface for surface, score, _ in close if score >= best - NEAREST_SPREAD)
        ids = dict.fromkeys(entity for surface in near for entity in sorted(surfaces[surface]))
        return tuple(ids)[:NEAREST_SHOWN]


def fold(text: str) -> str:
    """Without case, underscores and stray spaces."""
    return " ".join(text.replace("_", " ").casefold().split())


def _ids(tables: WorldTables) -> dict[str, set[str]]:
    return {fold(entity.id): {entity.id} for entity in tables.entities}


def _codes(tables: WorldTables) -> dict[str, set[str]]:
    table: defaultdict[str, set[str]] = defaultdict(set)
    for state in tables.states:
        for scheme in (CodeScheme.ISO2, CodeScheme.NUMERIC):
            code = state.code(scheme)
            if code is not None and state.exists.latest is None:
                table[fold(code)].add(state.id)
    return dict(table)


def _surfaces(names: Sequence[Name], senses: tuple[NameSense, ...]) -> dict[str, set[str]]:
    table: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.sense in senses:
            table[fold(name.surface)].add(name.entity)
    return dict(table)
