"""Writes docs/reference/python.md from the docstrings of the public names.

python scripts/api_reference.py             write it
python scripts/api_reference.py --check     only say whether it is up to date (exit status 1 when not)
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import get_type_hints

import msgspec
from generated_page import renew

import dragoman
from dragoman import disputing, importing, intake, record, rereading, sources, store, terms
from dragoman.faces import api, brief
from dragoman.faces.api import frame, merged, overview, system
from dragoman.faces.api import record as record_module
from dragoman.record import figures, likeness
from dragoman.terms import forecast, outlook, position

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "python.md"
HEAD = """# The Python interface

<!-- Written by scripts/api_reference.py. Do not edit. -->

Everything under *Public names* is imported from `dragoman` itself. The records under *What they hand out*
come as results; each says where to import it from. Records are frozen
[msgspec](https://jcristharif.com/msgspec/) structs: compare them, hash them, and write them as JSON with
`msgspec.json.encode`. What the fields of events mean in practice is in [events.md](events.md).

An `Events` object can be iterated as often as needed. A `Record` belongs to the thread that opened it.
"""

HANDED_OUT: dict[str, list[type]] = {
    "dragoman.faces.api": [api.EventFilters],
    "dragoman.faces.api.record": [record_module.SourcedTelling],
    "dragoman.faces.api.merged": [merged.StoryLine, merged.Story, merged.Likeness],
    "dragoman.record": [
        record.Agreement,
        record.Account,
        record.Field,
        record.Stance,
        record.Voice,
        record.Family,
        record.Change,
        record.ChangeKind,
    ],
    "dragoman.record.likeness": [likeness.Reason],
    "dragoman.disputing": [disputing.Disputed],
    "dragoman.record.figures": [figures.Dispute, figures.Voice, figures.Relation, figures.Stated],
    "dragoman.rereading": [rereading.Reread, rereading.TellingChange, rereading.FieldChange, rereading.Fate],
    "dragoman.sources": [sources.SourceOptions],
    "dragoman.intake": [intake.AddReport, intake.Progress],
    "dragoman.store": [
        store.ActorCount,
        store.CodedRow,
        store.Count,
        store.Found,
        store.Import,
        store.Summary,
    ],
    "dragoman.importing": [importing.Imported],
    "dragoman.faces.api.system": [system.System],
    "dragoman.faces.api.overview": [overview.Overview, overview.Busy],
    "dragoman.faces.api.frame": [frame.Frame],
    "dragoman.faces.brief": [
        brief.Brief,
        brief.Section,
        brief.Group,
        brief.Statement,
        brief.More,
        brief.Lookup,
        brief.Verb,
        brief.Citation,
        brief.Scope,
        brief.SectionKind,
    ],
    "dragoman.terms.forecast": [forecast.Forecast, forecast.Cause],
    "dragoman.terms.outlook": [outlook.Deed, outlook.Calibration, outlook.ReliabilityBin],
    "dragoman.terms.position": [
        position.VoteOrbits,
        position.VotePosition,
        position.RejectedVoter,
        position.VoteMeasure,
    ],
}
# Where two have one name
TITLES: dict[type, str] = {
    record_module.SourcedTelling: "SourcedTelling of a record",
    figures.Voice: "Voice in a dispute",
    figures.Relation: "Relation of figures",
    record.Change: "Change of words",
}
_PARTS = "dragoman.faces.api"  # a class there may be made of several
_SECTION = re.compile(r"^(Args|Attributes|Raises|Example):$")
_SECTION_TITLES = {"Args": "Arguments", "Attributes": "Fields", "Raises": "Raises", "Example": "Example"}


def page() -> str:
    """The whole page."""
    public = [name for name in dragoman.__all__ if name != "__version__"]
    out = [HEAD, "## Public names", "", "- `dragoman.__version__`: the version, as text."]
    out += [f"- [`dragoman.{name}`](#dragoman{name.lower()})" for name in public] + [""]
    for name in public:
        out += _entry(f"dragoman.{name}", getattr(dragoman, name))
    out += ["## What they hand out", ""]
    for module, kinds in _handed_out(public):
        for kind in kinds:
            out += _entry(TITLES.get(kind, kind.__name__), kind, f"From `{module}`.")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).rstrip() + "\n"


def _handed_out(public: list[str]) -> Iterator[tuple[str, list[type]]]:
    yield "dragoman.terms", [getattr(terms, name) for name in terms.__all__ if name not in public]
    yield from HANDED_OUT.items()


def _entry(title: str, thing: object, note: str = "") -> list[str]:
    head = [f"### {title}", ""]
    if inspect.isfunction(thing):
        return [*head, *_function(title, thing)]
    assert isinstance(thing, type)
    out = [*head, note, "", *_words(_docstring(thing)), *_fields(thing)]
    if issubclass(thing, Enum):
        values = ", ".join(f"`{member.value}`" for member in thing)
        return [*out, f"Values: {values}.", ""]
    for name, member in _members(thing):
        out += [f"#### {thing.__name__}.{name}", ""]
        if isinstance(member, property):
            out += ["A property.", "", *_words(inspect.getdoc(member) or "")]
        else:
            out += _function(f"{thing.__name__}.{name}", member)
    return out


def _function(title: str, function: object) -> list[str]:
    called = f"{title}{_signature(function)}"
    return ["```text", called, "```", "", *_words(_docstring(function))]


def _signature(function: object) -> str:
    """Parameters with types, a line each when they are many; the object itself left out."""
    assert callable(function)
    signature = inspect.signature(function)
    parameters = [one for name, one in signature.parameters.items() if name not in ("self", "cls")]
    shown = str(signature.replace(parameters=[_plain(one) for one in parameters])).replace("'", "")
    if len(shown) < 80:
        return shown
    lines = str(signature.replace(parameters=[])).replace("'", "").removeprefix("()")
    return "(\n" + "".join(f"    {line},\n" for line in _lines(parameters)) + f"){lines}"


def _lines(parameters: Iterable[inspect.Parameter]) -> Iterator[str]:
    marked = False
    for one in parameters:
        if one.kind is inspect.Parameter.KEYWORD_ONLY and not marked:
            marked = True
            yield "*"
        marked = marked or one.kind is inspect.Parameter.VAR_POSITIONAL
        yield str(_plain(one)).replace("'", "")


def _plain(parameter: inspect.Parameter) -> inspect.Parameter:
    """A default that is a record is not spelled out."""
    if isinstance(parameter.default, msgspec.Struct):
        return parameter.replace(default=_Dots())
    return parameter


class _Dots:
    def __repr__(self) -> str:
        return "..."


def _fields(kind: type) -> list[str]:
    """The fields of a record with types, and what they are when left out."""
    if issubclass(kind, msgspec.Struct):
        named = kind.__struct_fields__
        defaults = [msgspec.UNSET] * (len(named) - len(kind.__struct_defaults__)) + [
            *kind.__struct_defaults__
        ]
        rows = [_row(kind, name, _default(one)) for name, one in zip(named, defaults, strict=True)]
    elif kind is api.EventFilters:
        rows = [_row(kind, name, "no filter") for name in get_type_hints(kind)]
    else:
        return []
    return ["| field | type | when left out |", "|---|---|---|", *rows, ""]


def _row(kind: type, name: str, default: str) -> str:
    written = _type_name(kind, name).replace("|", r"\|")
    return f"| `{name}` | `{written}` | {default} |"


def _default(value: object) -> str:
    if value is msgspec.UNSET:
        return "required"
    if isinstance(value, msgspec.Struct):
        return f"`{type(value).__name__}()`"
    factory = getattr(value, "factory", None)
    return f"`{value!r}`" if factory is None else f"`{factory()!r}`"


def _type_name(kind: type, field: str) -> str:
    """A type as it is written in the code."""
    for base in kind.__mro__:
        written = inspect.get_annotations(base).get(field)
        if written is not None:
            return written if isinstance(written, str) else str(getattr(written, "__forward_arg__", written))
    return ""


def _members(kind: type) -> Iterator[tuple[str, object]]:
    """Public methods and properties, those of the parts it is made of too, in the order they are written."""
    parts = [part for part in kind.__mro__ if part.__module__.startswith(_PARTS)] or [kind]
    for name, member in ((name, member) for part in parts for name, member in vars(part).items()):
        function = member.__func__ if isinstance(member, classmethod) else member
        if not name.startswith("_") and (inspect.isfunction(function) or isinstance(function, property)):
            yield name, function


def _docstring(thing: object) -> str:
    own = getattr(thing, "__doc__", None)
    return inspect.cleandoc(own) if own else ""


def _words(docstring: str) -> list[str]:
    """A docstring as Markdown: sections become lists, examples blocks, double backticks single ones."""
    out: list[str] = []
    section = ""
    for line in docstring.split("\n"):
        heading = _SECTION.match(line)
        if heading:
            section = heading[1]
            out += ["", f"{_SECTION_TITLES[section]}:", "", *(["```text"] if section == "Example" else [])]
        elif section and line.startswith("    "):
            _add(out, line[4:], is_code=section == "Example")
        else:
            out.append(line)
    if section == "Example":
        out.append("```")
    return [re.sub(r"(?<!`)``(?!`)", "`", "\n".join(out)).strip(), ""]


def _add(out: list[str], line: str, *, is_code: bool) -> None:
    """A line of a section: code as it stands, otherwise an entry or the rest of one."""
    if is_code:
        out.append(line)
    elif line.startswith(" "):
        out.append(f"  {line.strip()}")
    else:
        names, sign, meaning = line.partition(": ")
        marked = ", ".join(f"`{name.strip()}`" for name in names.split(","))
        out.append(f"- {marked}: {meaning}" if sign else f"- {line}")


if __name__ == "__main__":
    sys.exit(renew(PAGE, page(), sys.argv[1:]))
