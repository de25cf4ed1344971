"""Kinds of places that are treated alike."""

from __future__ import annotations

from dragoman.terms import PlaceKind

DIVISIONS = frozenset({PlaceKind.REGION, PlaceKind.DISTRICT})
TOWNS = frozenset({PlaceKind.TOWN, PlaceKind.CAPITAL})
