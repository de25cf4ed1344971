"""The manual as a program: its fenced blocks, and how each sort of block is run.

    ```console          `$ ` begins a command, `> ` goes on with it; below stands output that must come
    ```python           run; with `>>>` the results must come as well; a page's blocks share their names
    ```sql              asked of the record in the page's folder
    ```text a/b.txt     any block with a file name: written to that file

Blocks of a page run in order in one empty folder. `needs=NAME` runs a block only where that program or
library is installed. In shown output `...` stands for anything, runs of blanks are one, and lines between the
shown ones may be left out.
"""

from __future__ import annotations

import doctest
import importlib.util
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).parents[1]
RUNNABLE = frozenset({"console", "python", "sql"})
_FENCE = re.compile(r"^```(?P<info>\S[^\n]*)?\n(?P<body>.*?)^```\s*$", re.M | re.S)
_INSTALLS = re.compile(r"^(\S*pip3? install|\S*python3? -m (venv|pip)|git clone|cd |source |\. )")
_END = "-- end of command, status"
_SECONDS = 120


class Block(msgspec.Struct, frozen=True):
    """One fenced block."""

    language: str
    body: str
    line: int
    file: str | None = None
    needs: str | None = None

    @property
    def is_runnable(self) -> bool:
        return self.file is not None or self.language in RUNNABLE


class Command(msgspec.Struct, frozen=True):
    """A command of a console block and the output shown below it."""

    words: str
    shown: tuple[str, ...]


class PageError(AssertionError):
    """What the page shows is not what happens."""


def pages() -> list[Path]:
    """The pages of the manual, the README and the guide for contributors."""
    found = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in found if page.exists()]


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        words = (match["info"] or "text").split()
        needs = next((word.removeprefix("needs=") for word in words[1:] if word.startswith("needs=")), None)
        file = next((word for word in words[1:] if "." in word and "=" not in word), None)
        yield Block(words[0], match["body"], text.count("\n", 0, match.start()) + 1, file, needs)


def run(page: Path, folder: Path) -> None:
    """Everything a page shows, in ``folder``, which must be the working directory.

    Raises:
        PageError: a command or block fails, or shows something else.
    """
    names: dict[str, Any] = {"__name__": "__manual__"}
    for block in blocks(page):
        if block.needs is not None and not is_there(block.needs):
            continue
        where = f"{page.relative_to(ROOT)}, line {block.line}"
        if block.file is not None:
            _write(folder / block.file, block.body)
        elif block.language == "console":
            _run_console(block, folder, where)
        elif block.language == "python":
            _run_python(block, names, where)
        elif block.language == "sql":
            _run_sql(block, folder, where)


def is_there(name: str) -> bool:
    """Whether a program or a library of that name is installed."""
    return shutil.which(name) is not None or importlib.util.find_spec(name) is not None


def commands(body: str) -> Iterator[Command]:
    """The commands of a console block; ``$ `` begins one, ``> `` goes on with it."""
    words: list[str] = []
    shown: list[str] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            if words:
                yield Command("\n".join(words), tuple(shown))
            words, shown = [line[2:]], []
        elif words and not shown and line.startswith("> "):
            words.append(line[2:])
        else:
            shown.append(line)
    if words:
        yield Command("\n".join(words), tuple(shown))


def missing(shown: tuple[str, ...], output: str) -> str | None:
    """The first shown line that does not come, in order, in the output."""
    lines = iter([" ".join(line.split()) for line in output.splitlines()])
    for line in shown:
        wanted = " ".join(line.split())
        pattern = re.compile(".*".join(map(re.escape, re.split(r" ?\.\.\. ?", wanted))))
        if wanted not in ("", "...") and not any(pattern.search(line) for line in lines):
            return line
    return None


def _write(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body, encoding="utf-8")


def _run_console(block: Block, folder: Path, where: str) -> None:
    """Run the commands of a block in one shell, so that variables last."""
    wanted = [one for one in commands(block.body) if not _INSTALLS.match(one.words)]
    script = "".join(f"{{\n{_bare(one.words)}\n}} 2>&1\nprintf '\\n{_END} %s\\n' $?\n" for one in wanted)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    results = re.split(rf"^{re.escape(_END)} (\d+)$", done.stdout, flags=re.M)
    for command, output, status in zip(wanted, results[::2], results[1::2], strict=False):
        if status != "0":
            raise PageError(f"{where}: `{command.words}` ended with {status}:\n{output}")
        absent = missing(command.shown, output)
        if absent is not None:
            raise PageError(f"{where}: `{command.words}` does not show {absent!r} but:\n{output}")
    if len(results) // 2 != len(wanted):
        raise PageError(f"{where}: the shell stopped early:\n{done.stdout}{done.stderr}")


def _bare(words: str) -> str:
    """A command without the path of a virtual environment; the one of the tests is used."""
    return re.sub(r"(?<!\S)\.venv/bin/", "", words)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DRAGOMAN")}
    path = os.pathsep.join((str(Path(sys.executable).parent), kept.get("PATH", "")))
    return {**kept, "PATH": path, "NO_COLOR": "1", "COLUMNS": "100"}


def _run_python(block: Block, names: dict[str, Any], where: str) -> None:
    if ">>> " not in block.body:
        exec(compile(block.body, where, "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(block.body, names, where, None, block.line)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    failed = runner.run(test, out=told.append, clear_globs=False).failed
    names.update(test.globs)
    if failed:
        raise PageError(f"{where}:\n{''.join(told)}")


def _run_sql(block: Block, folder: Path, where: str) -> None:
    """Ask the only record in the folder. A join that went stale finds nothing, so something must come."""
    (record,) = folder.glob("*.dragoman")
    with closing(sqlite3.connect(f"file:{record}?mode=ro", uri=True)) as connection:
        for statement in filter(str.strip, block.body.split(";")):
            if not connection.execute(statement).fetchall():
                raise PageError(f"{where}: nothing is found by {statement.strip()}")
