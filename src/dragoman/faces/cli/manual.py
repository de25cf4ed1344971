"""The help of a command, from its docstring."""

from __future__ import annotations

import inspect
from collections.abc import Callable

from rich.markup import escape

# A line that begins so is not joined to the others.
_AS_IT_STANDS = "\b"


def help_of(command: Callable[..., None]) -> str:
    """The docstring as help text: paragraphs flow, examples stand one a line and indented."""
    flowing, _, examples = _parted(inspect.getdoc(command) or "")
    paragraphs = [" ".join(paragraph.split("\n")) for paragraph in flowing.split("\n\n")]
    if examples:
        lines = [f"[cyan]  {escape(line.strip())}[/]" for line in examples.split("\n") if line.strip()]
        paragraphs.append("\n".join((f"{_AS_IT_STANDS}[bold]Examples[/]", *lines)))
    return "\n\n".join(paragraphs)


def _parted(words: str) -> tuple[str, str, str]:
    """What stands before the examples, the heading, and the examples."""
    for heading in ("Examples:", "Example:"):
        if f"\n{heading}\n" in words:
            before, _, after = words.partition(f"\n{heading}\n")
            return before.strip(), heading, after
    return words.strip(), "", ""
