"""A brief as PDF, set by typst from a source in which all words are string literals."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

from dragoman.faces.brief import shown
from dragoman.faces.brief.tree import Brief, Citation, Group, More, Section, Statement
from dragoman.terms import DragomanError

_HEAD = """\
#set page(paper: "a4", margin: (x: 24mm, y: 22mm), numbering: "1 / 1")
#set text(size: 10pt, lang: "en", hyphenate: false)
#set par(justify: false, leading: 0.6em)
#show heading: set block(above: 1.4em, below: 0.7em)
#show heading.where(level: 3): set text(size: 10pt, fill: luma(35%))
#let faint(body) = text(size: 8.5pt, fill: luma(35%), body)
#let opens(command) = text(size: 8pt, fill: luma(35%), raw(command))
"""
_TIMESTAMP = 0  # the file is the same whenever it is made


def to_pdf(brief: Brief) -> bytes:
    """The brief; see `Brief.to_pdf`."""
    typst = _typst()
    compiler = typst.Compiler(to_typst(brief).encode())
    return bytes(compiler.compile(format="pdf", timestamp=_TIMESTAMP))


def to_typst(brief: Brief) -> str:
    """The typst source of a brief."""
    return "\n".join(_Source(brief).lines()) + "\n"


def literal(text: str) -> str:
    """Words as a typst string: nothing in it is code or markup."""
    safe = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ")
    return f'"{safe}"'


def _typst() -> Any:
    try:
        return importlib.import_module("typst")
    except ImportError as error:
        raise DragomanError(
            "typst is not installed, and sets the PDF. Run: pip install 'dragoman[pdf]', or take --as html"
        ) from error


class _Source(shown.Reading):
    """One source being written; the numbers of statements are labels."""

    def lines(self) -> Iterator[str]:
        brief = self._brief
        yield f"#set document(title: {literal(brief.title)}, date: none)"
        yield _HEAD
        yield f"#heading(level: 1, {literal(brief.title)})"
        yield f"#faint({literal(shown.period(brief))})"
        yield ""
        yield f"#strong({literal(brief.headline.text)})<s{next(self._places)}>"
        yield ""
        if brief.headline.opens:
            yield f"#faint[All of them: #opens({literal(brief.headline.opens)})]"
        for words in brief.advice:
            yield f"#list({literal(words)})"
        for section in brief.sections:
            yield from self._section(section)
        if brief.citations:
            yield f"#heading(level: 2, {literal('Citations')})"
            for citation in brief.citations:
                yield from self._citation(citation)
        yield "#line(length: 100%, stroke: 0.4pt)"
        yield f"#faint({literal(shown.FOOT)})"

    def _section(self, section: Section) -> Iterator[str]:
        yield f"#heading(level: 2, {literal(section.title)})"
        for note in section.notes:
            yield f"#par(faint({literal(note)}))"
        for group in section.groups:
            yield from self._group(group)
        if section.more:
            yield f"#par({_more(section.more)})"

    def _group(self, group: Group) -> Iterator[str]:
        if group.title:
            yield f"#heading(level: 3, {literal(group.title)})"
        items = [self._statement(each) for each in group.statements]
        if group.more:
            items.append(_more(group.more))
        yield f"#list({', '.join(items)})"

    def _statement(self, statement: Statement) -> str:
        pieces = [f"#text({literal(statement.text)})<s{next(self._places)}>"]
        support = shown.support(statement)
        if support:
            pieces.append(f"#faint({literal(f'({support})')})")
        pieces += [f"#link(<c{number}>, {literal(f'[{number}]')})" for number in statement.citations]
        if statement.uncited:
            pieces.append(f"#faint({literal(f'and {statement.uncited} more')})")
        if statement.opens:
            pieces.append(f"#opens({literal(statement.opens)})")
        if statement.parts:
            pieces.append(f"#list({', '.join(self._statement(part) for part in statement.parts)})")
        return f"[{' '.join(pieces)}]"

    def _citation(self, citation: Citation) -> Iterator[str]:
        named = [f"#strong({literal(citation.outlet)})"] if citation.outlet else []
        if citation.title:
            named.append(f"#emph({literal(citation.title)})")
        named.append(f"#text({literal(shown.place(citation))})")
        if not citation.outlet:
            named.append(f"#text({literal(shown.NO_OUTLET)})")
        said = [each if citation.is_imported else f"“{each}”" for each in citation.sentences]
        quoted = f"#text({literal(' […] '.join(said))})"
        behind = ", ".join(filter(None, (shown.document(citation), shown.copied(citation))))
        pieces = [f"{', '.join(named)}: {quoted}", f"#faint({literal(behind)})"]
        link = shown.address(citation.url)
        if link:
            pieces.append(f"#faint(link({literal(link)}, {literal(link)}))")
        pieces += [
            f"#faint(link(<s{place}>, {literal(f'↩{number}')}))"
            for number, place in enumerate(self._used[citation.number], start=1)
        ]
        number = literal(f"[{citation.number}]")
        yield f"#grid(columns: (9mm, 1fr), [#text({number})<c{citation.number}>], [{' '.join(pieces)}])"


def _more(more: More) -> str:
    commands = ", ".join(f"#opens({literal(command)})" for command in more.commands)
    return f"[#faint({literal(f'{more.text}:')}) {commands}]"
