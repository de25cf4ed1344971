"""Words that say what sort of place a name means: "Donetsk region", "Coles County", "River Dnipro"."""

from __future__ import annotations

from dragoman.terms import PlaceKind

_REGION = frozenset({PlaceKind.REGION})
_DISTRICT = frozenset({PlaceKind.DISTRICT})
_DIVISION = _REGION | _DISTRICT
_TOWN = frozenset({PlaceKind.TOWN, PlaceKind.CAPITAL})
_RIVER = frozenset({PlaceKind.RIVER})
_ISLAND = frozenset({PlaceKind.ISLAND})

# Folded, behind the name.
SUFFIXES = {
    "oblast": _REGION, "region": _DIVISION, "province": _DIVISION, "governorate": _DIVISION,
    "state": _REGION, "prefecture": _DIVISION, "krai": _REGION, "kray": _REGION, "republic": _REGION,
    "territory": _DIVISION, "voivodeship": _REGION, "canton": _DIVISION, "department": _DIVISION,
    "county": _DIVISION, "district": _DIVISION, "raion": _DISTRICT, "rayon": _DISTRICT,
    "parish": _DIVISION, "borough": _DIVISION, "municipality": _DIVISION, "division": _DIVISION,
    "emirate": _REGION, "wilaya": _REGION, "wilayat": _DIVISION, "vilayat": _REGION, "shire": _DIVISION,
    "autonomous okrug": _REGION, "autonomous region": _REGION, "okrug": _DIVISION, "regency": _DISTRICT,
    "city": _TOWN, "town": _TOWN, "township": _TOWN, "village": _TOWN,
    "river": _RIVER, "island": _ISLAND, "islands": _ISLAND,
}  # fmt: skip
# Folded, in front of it.
PREFIXES = {
    "province of": _DIVISION, "state of": _REGION, "county": _DIVISION, "city of": _TOWN, "town of": _TOWN,
    "republic of": _REGION, "river": _RIVER, "region of": _DIVISION, "district of": _DIVISION,
    "governorate of": _DIVISION, "island of": _ISLAND, "isle of": _ISLAND, "county of": _DIVISION,
    "village of": _TOWN, "municipality of": _DIVISION,
}  # fmt: skip


def parted(folded: str) -> tuple[str, frozenset[PlaceKind]] | None:
    """A folded name without such a word, and the kinds it then may mean; ``None`` when it has none."""
    for suffix, kinds in SUFFIXES.items():
        if folded.endswith(suffix) and folded[: -len(suffix)].endswith(" "):
            return folded[: -len(suffix) - 1], kinds
    for prefix, kinds in PREFIXES.items():
        if folded.startswith(f"{prefix} "):
            return folded[len(prefix) + 1 :], kinds
    return None


def bare(folded: str) -> str:
    """A folded name without such a word."""
    found = parted(folded)
    return found[0] if found else folded
