"""Countries and entities by the names that event tables of others give them, as of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from dragoman.terms import Entity, EntityKind, Interval, UnknownName
from dragoman.world.coded.tables import SideTable
from dragoman.world.loader import World
from dragoman.world.lookup import fold
from dragoman.world.tables import CodeScheme, NameSense

_NAMING = frozenset((NameSense.NAME, NameSense.ACRONYM, NameSense.ALIAS, NameSense.FULL_NAME))
# What acts is meant before a town or region of the same name
_SELDOM = frozenset((EntityKind.PLACE, EntityKind.REGION))
_LETTERS = 3  # of an alpha-3 code


class Names:
    """Exact names only, without regard to case; no likeness, for nothing shall be guessed."""

    def __init__(self, world: World, table: SideTable) -> None:
        self._world, self._table = world, table
        self._ids: defaultdict[str, dict[str, Interval]] = defaultdict(dict)
        for name in world.names:
            if name.sense in _NAMING:
                self._ids[fold(name.surface)][name.entity] = name.valid
        self._countries = {fold(name): state for name, state in table.countries.items()}

    def country(self, text: str, on: date) -> str | None:
        """The alpha-3 of a country by name or code, as of a day; ``None`` when there was none."""
        coded = self.state(text, CodeScheme.ISO3, on) if len(text) == _LETTERS and text.isupper() else None
        if coded is not None:
            return coded
        listed = self._countries.get(fold(text))
        if listed is not None:
            return self._existing(listed, on)
        named = self._ids.get(fold(text), ())
        states = [one for one in named if self._world.entities[one].kind is EntityKind.STATE]
        living = [one for one in states if self._exists(one, on)]
        found = living or states
        return self._existing(found[0], on) if len(found) == 1 else None

    def state(self, code: str, scheme: CodeScheme, on: date) -> str | None:
        """The alpha-3 of the state that a code meant on a day: RUS is the Soviet Union before 1991-12-26."""
        try:
            return self._world.state(code, scheme, on).id
        except UnknownName:
            pass
        try:
            return self._existing(self._world.state(code, scheme).id, on)
        except UnknownName:
            return None

    def entity(self, name: str, on: date, country: str | None = None) -> Entity | None:
        """The one entity that is called so on a day; ``None`` when nobody is, or several are.

        Args:
            country: where the table says it is from; decides between namesakes.
        """
        valid = self._ids.get(fold(name), {})
        found = [self._world.entities[one] for one, days in valid.items() if days.contains(on)]
        for narrower in (
            [one for one in found if one.kind not in _SELDOM],
            [one for one in found if country is not None and country in (one.country, one.id)],
            [one for one in found if one.exists.contains(on)],
        ):
            found = narrower or found
        return found[0] if len(found) == 1 else None

    def existing(self, ids: Iterable[str], on: date) -> Entity | None:
        """The first of these that exists on a day."""
        return next((self._world.entities[one] for one in ids if self._exists(one, on)), None)

    def _existing(self, state: str, on: date) -> str | None:
        ids = (state, *self._table.predecessors.get(state, ()))
        found = self.existing(ids, on)
        return found.id if found else None

    def _exists(self, entity: str, on: date) -> bool:
        known = self._world.entities.get(entity)
        return known is not None and known.exists.contains(on)
