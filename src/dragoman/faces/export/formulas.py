"""Texts that a spreadsheet would take for formulas, made harmless, and back."""

from __future__ import annotations

import re

# Apostrophes in front of a formula are counted in, so that taking one away always gives the text again
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r\n]")


def defused(text: str) -> str:
    """A text as it may stand in a cell that a spreadsheet opens: an apostrophe in front of a formula.

    For texts alone: a negative number must stay a number.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def restored(cell: str) -> str:
    """The text that `defused` made the cell of."""
    return cell[1:] if _DEFUSED.match(cell) else cell
