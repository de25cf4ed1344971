"""What becomes of words, formulas among them, in a table that knows no quoting."""

from __future__ import annotations

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "'=1", '"=1']


def in_a_cell(words: str) -> str:
    """Tabs and line ends are blanks, none in front; a formula has one apostrophe more."""
    plain = words.translate(str.maketrans("\t\r\n\0", "    ")).replace('"', "'").lstrip()
    return f"'{plain}" if plain.lstrip("'").startswith(("=", "+", "-", "@")) else plain
