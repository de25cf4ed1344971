"""What codes and names in event tables of others mean here: CAMEO, ACLED, older PLOVER, their actors.

The YAML files are the source; ``compiled.msgpack`` is what is read at run time. They lie apart from PLOVER's
own tables because no text is read with them: a change here must not make a pile be read anew.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

import msgspec

from dragoman.terms import WorldError
from dragoman.world.coded.tables import CameoTable, CodedTables, CodeRow, Parties, PloverNames, SideTable

__all__ = [
    "CameoTable",
    "CodeRow",
    "CodedTables",
    "Parties",
    "PloverNames",
    "SideTable",
    "cameo",
    "load",
    "version",
]

# "10" may be the root DEMAND or 010 whose zero a spreadsheet has eaten; nobody can tell
_ROOTS_ALONE = frozenset(str(root) for root in range(10, 21))


@cache
def load() -> CodedTables:
    """The tables that come with the package; read once per process.

    Raises:
        WorldError: the compiled file is damaged or of another version of the program.
    """
    try:
        return msgspec.msgpack.decode(_packed(), type=CodedTables)
    except msgspec.DecodeError as error:
        raise WorldError(
            f"the tables of foreign codes cannot be read: {error}. Reinstall dragoman."
        ) from error


@cache
def version() -> str:
    """Digest of the compiled tables: what was imported by other tables may have come out otherwise."""
    return hashlib.sha256(_packed()).hexdigest()[:16]


@cache
def _packed() -> bytes:
    return resources.files("dragoman.world.coded").joinpath("compiled.msgpack").read_bytes()


def cameo(code: str) -> CodeRow | None:
    """What a full CAMEO code is in PLOVER; ``None`` when it is no code.

    A leading zero that a spreadsheet has eaten is put back where only one code can be meant.
    """
    codes = load().cameo.codes
    row = codes.get(code)
    if row is not None or code in _ROOTS_ALONE:
        return row
    return codes.get(f"0{code}")
