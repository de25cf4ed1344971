"""Draw what a command prints, in colour, as an SVG for the manual.

    python scripts/picture.py docs/demo.svg --lines 60 -- dragoman demo

The picture carries no font from elsewhere and no script; it shows the first lines of the real output.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

WIDTH = 118
# rich's own template fetches a font from the web; this one takes what the reader's machine has.
TEMPLATE = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">

<style>
.{unique_id}-matrix {{ font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}"
  height="{terminal_height}"/></clipPath>{lines}</defs>
<rect fill="#12161b" width="{width}" height="{height}" rx="6"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def draw(command: list[str], lines: int) -> str:
    """The SVG of the first lines that a command prints."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    with tempfile.TemporaryDirectory() as scratch:
        ran = subprocess.run(
            command, cwd=scratch, env=environment, check=True, capture_output=True, text=True
        )
    shown = "\n".join(ran.stdout.splitlines()[:lines])
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text.from_ansi(shown))
    return console.export_svg(title=" ".join(command), code_format=TEMPLATE, unique_id="dragoman")


def main() -> None:
    """Write the picture."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("picture", type=Path)
    parser.add_argument("--lines", type=int, default=60)
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    tools = Path(sys.executable).parent
    command = [str(tools / options.command[0]), *options.command[1:]]
    options.picture.write_text(draw(command, options.lines), encoding="utf-8")


if __name__ == "__main__":
    main()
