"""A brief as Markdown that reads well as it stands, in a mail or an editor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.faces.brief import shown
from dragoman.faces.brief.tree import Brief, Citation, Group, More, Section, Statement

# What can begin markup anywhere in a line; "$" is mathematics and "~" strikes out in some dialects
_ANYWHERE = re.compile(r"([\\`*_\[\]<>&|~$^])")
# What begins a heading, a list or a rule at the start of a line, where every text of ours may stand
_AT_START = re.compile(r"^(\s*)([#+\-=>:]|\d+(?=[.)](?:\s|$)))")
_SELF_MADE_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)|(@)(?=\w)")


def to_markdown(brief: Brief) -> str:
    """The brief; see `Brief.to_markdown`."""
    return "\n".join(_lines(brief)).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text of others so that no reader of Markdown takes any of it for markup, a link or HTML."""
    safe = _ANYWHERE.sub(r"\\\1", text)
    safe = _SELF_MADE_LINK.sub(_unlinked, safe)
    start = _AT_START.match(safe)
    if start is None:
        return safe
    lead, sign = start.groups()
    rest = safe[start.end() :]
    return f"{lead}{sign}\\{rest}" if sign.isdigit() else f"{lead}\\{sign}{rest}"


def _unlinked(found: re.Match[str]) -> str:
    word, sign = next((word, sign) for word, sign in _pairs(found) if word or sign)
    return f"{word}\\{sign}"


def _pairs(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    yield found[1] or "", found[2] or ""
    yield found[3] or "", found[4] or ""
    yield "", found[5] or ""


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    yield ""
    yield f"*{escaped(shown.period(brief))}*"
    yield ""
    yield f"**{escaped(brief.headline.text)}**"
    yield ""
    if brief.headline.opens:
        yield f"All of them: {_code(brief.headline.opens)}"
        yield ""
    for words in brief.advice:
        yield f"- {escaped(words)}"
    if brief.advice:
        yield ""
    for section in brief.sections:
        yield from _section(section)
    if brief.citations:
        yield "## Citations"
        yield ""
        for citation in brief.citations:
            yield from _citation(citation)
        yield ""
    yield "---"
    yield ""
    yield escaped(shown.FOOT)


def _section(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    yield ""
    for note in section.notes:
        yield escaped(note)
        yield ""
    for group in section.groups:
        yield from _group(group)
    if section.more:
        yield _more(section.more)
        yield ""


def _group(group: Group) -> Iterator[str]:
    if group.title:
        yield f"### {escaped(group.title)}"
        yield ""
    for statement in group.statements:
        yield from _statement(statement, "")
    if group.more:
        yield f"- {_more(group.more)}"
    yield ""


def _statement(statement: Statement, indent: str) -> Iterator[str]:
    parts = [escaped(statement.text)]
    support = shown.support(statement)
    if support:
        parts.append(f"*({escaped(support)})*")
    parts += [f"[{number}]" for number in statement.citations]
    if statement.uncited:
        parts.append(f"and {statement.uncited} more")
    if statement.opens:
        parts.append(f"→ {_code(statement.opens)}")
    yield f"{indent}- {' '.join(parts)}"
    for part in statement.parts:
        yield from _statement(part, f"{indent}  ")


def _citation(citation: Citation) -> Iterator[str]:
    quotations = " […] ".join(f"“{escaped(words)}”" for words in citation.sentences)
    if citation.is_imported:
        quotations = escaped(citation.sentences[0])
    named = [escaped(citation.outlet)] if citation.outlet else []
    if citation.title:
        named.append(f"*{escaped(citation.title)}*")
    named.append(escaped(shown.place(citation)))
    if not citation.outlet:
        named.append(shown.NO_OUTLET)
    tail = [shown.document(citation), shown.copied(citation)]
    link = shown.address(citation.url)
    tail.append(link and f"<{link}>")
    behind = ", ".join(each if each.startswith("<") else escaped(each) for each in tail if each)
    yield f"{citation.number}. {', '.join(named)}: {quotations} ({behind})"


def _more(more: More) -> str:
    return f"{escaped(more.text)}: {', '.join(map(_code, more.commands))}"


def _code(command: str) -> str:
    """A command in a code span, whose fence is longer than any run of backticks in it."""
    runs = [len(run) for run in re.findall("`+", command)]
    fence = "`" * (max(runs, default=0) + 1)
    pad = " " if "`" in command else ""
    return f"{fence}{pad}{command}{pad}{fence}"
