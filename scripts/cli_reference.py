"""Writes docs/reference/cli.md from the commands themselves.

python scripts/cli_reference.py             write it
python scripts/cli_reference.py --check     only say whether it is up to date (exit status 1 when not)
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

from generated_page import renew
from typer.models import ArgumentInfo, OptionInfo

from dragoman.faces.cli.app import COMMANDS

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "cli.md"
HEAD = """# The command line

<!-- Written by scripts/cli_reference.py. Do not edit. -->

`dragoman COMMAND --help` says the same on the screen. Results go to standard output; progress, summaries and
complaints go to standard error, so results can be piped. What the exit statuses mean is in
[formats.md](formats.md#exit-statuses). `dragoman --version` says which version it is.

The environment variable `DRAGOMAN_RECORD` names the record for commands that are given none.
`dragoman --reader NAME COMMAND ...` chooses what reads, as `DRAGOMAN_READER` does: `trained` (the model that
ships), `rules` (tables of cues) or `endpoint` ([a language model](../how-to/use-a-language-model.md)).
"""

Info = OptionInfo | ArgumentInfo


def page() -> str:
    """The whole page."""
    index = "\n".join(f"- [`{name}`](#dragoman-{name}): {_first_line(command)}" for name, command in COMMANDS)
    chapters = "\n".join(chapter(name, command) for name, command in COMMANDS)
    return f"{HEAD}\n{index}\n\n{chapters}"


def chapter(name: str, command: Callable[..., None]) -> str:
    """One command: what it does, how to call it, arguments and options."""
    parameters = list(_parameters(command))
    arguments = [one for one in parameters if isinstance(one[1], ArgumentInfo)]
    options = [one for one in parameters if isinstance(one[1], OptionInfo)]
    called = " ".join(["dragoman", name, *map(_argument_name, arguments), "[OPTIONS]"])
    words, examples = _words(command)
    out = [f"## dragoman {name}", "", words, "", "```sh", called, "```", ""]
    if arguments:
        out += ["| argument | meaning |", "|---|---|"]
        out += [f"| `{_argument_name(one)}` | {one[1].help} |" for one in arguments] + [""]
    if options:
        out += ["| option | meaning | when left out |", "|---|---|---|"]
        out += [f"| {_option_names(one)} | {_option_help(one)} | {_default(one)} |" for one in options] + [""]
    if examples:
        out += ["Examples:", "", "```sh", *examples, "```", ""]
    return "\n".join(out)


Parameter = tuple[str, Info, Any, object]  # name, what typer was told, type, default


def _parameters(command: Callable[..., None]) -> Iterator[Parameter]:
    hints = get_type_hints(command, include_extras=True)
    for name, parameter in inspect.signature(command).parameters.items():
        plain, info = get_args(hints[name])[:2]
        yield name, info, plain, parameter.default


def _words(command: Callable[..., None]) -> tuple[str, list[str]]:
    """What the docstring says, and the commands it gives as examples."""
    words, _, examples = inspect.cleandoc(command.__doc__ or "").partition("\n\nExample")
    return words, [line.strip() for line in examples.split("\n")[1:] if line.strip()]


def _first_line(command: Callable[..., None]) -> str:
    return inspect.cleandoc(command.__doc__ or "").split("\n\n")[0].replace("\n", " ")


def _argument_name(parameter: Parameter) -> str:
    name, _, plain, default = parameter
    written = name.upper() + ("..." if _is_list(plain) else "")
    return written if default is inspect.Parameter.empty else f"[{written}]"


def _option_names(parameter: Parameter) -> str:
    name, info, plain, _ = parameter
    # Where the type is `Annotated`, typer keeps the first declaration in the place of the default.
    decls = [decl for decl in (info.default, *(info.param_decls or ())) if str(decl).startswith("-")]
    plain_name = f"--{name.replace('_', '-')}"
    if not decls:
        decls = [plain_name, f"--no-{plain_name[2:]}"] if plain is bool else [plain_name]
    return ", ".join(f"`{decl}`" for decl in decls)


def _option_help(parameter: Parameter) -> str:
    _, info, plain, _ = parameter
    said = (info.help or "").replace("|", "\\|").replace("*", "\\*")
    return f"{said} May be given several times." if _is_list(plain) else said


def _is_list(plain: object) -> bool:
    return any(str(one).startswith("list") for one in (plain, *get_args(plain)) if one is not NoneType)


def _default(parameter: Parameter) -> str:
    _, info, _, default = parameter
    if isinstance(info.show_default, str):
        return info.show_default
    if default in (None, False):
        return ""
    return f"`{default}`"


def _tidy(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"


if __name__ == "__main__":
    sys.exit(renew(PAGE, _tidy(page()), sys.argv[1:]))
