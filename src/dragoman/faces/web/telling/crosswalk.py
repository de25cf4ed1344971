"""What the code of an imported row means, by the tables that read it."""

from __future__ import annotations

from dragoman.world.coded import CodeRow, cameo, load

CAMEO = ("gdelt", "icews")


def meaning(kind: str, code: str) -> CodeRow | None:
    """The row of the crosswalk for a code of a kind of table; ``None`` where it has none.

    POLECAT speaks PLOVER itself, so that there is nothing to say about its codes.
    """
    if kind in CAMEO:
        return cameo(code)
    if kind != "acled":
        return None
    name = code.casefold()
    for sort, rows in load().acled.items():
        for detail, row in rows.items():
            if name == (f"{sort}/{detail}" if detail else sort).casefold():
                return row
    return None


def words(kind: str, code: str) -> str:
    """The code with what it means: "code 0231, to appeal for aid"."""
    row = meaning(kind, code)
    return f"code {code}" if row is None else f"code {code}: {row.means}"
