"""A brief as one HTML page: no script, no request, dark and light, on paper and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib import resources

from dragoman.faces.brief import shown
from dragoman.faces.brief.tree import Brief, Citation, Group, More, Section, Statement

# Nothing may be fetched or run, whatever a text holds that was read
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def to_html(brief: Brief) -> str:
    """The brief; see `Brief.to_html`."""
    return "\n".join(_Page(brief).lines()) + "\n"


@cache
def _style() -> str:
    return resources.files(__package__).joinpath("brief.css").read_text(encoding="utf-8").strip()


class _Page(shown.Reading):
    """One page being written."""

    def lines(self) -> Iterator[str]:
        brief = self._brief
        yield "<!doctype html>"
        yield '<html lang="en" dir="ltr">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        yield '<meta name="referrer" content="no-referrer">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="color-scheme" content="light dark">'
        yield f"<title>{escape(brief.title)}, {escape(brief.period)}</title>"
        yield f"<style>\n{_style()}\n</style>"
        yield "</head>"
        yield "<body>"
        yield "<header>"
        yield f"<h1>{_text(brief.title)}</h1>"
        yield f'<p class="period">{_text(shown.period(brief))}</p>'
        yield "</header>"
        yield "<main>"
        place = next(self._places)
        yield f'<p class="headline" id="s{place}">{_text(brief.headline.text)}</p>'
        if brief.headline.opens:
            yield f'<p class="more">All of them: {_code(brief.headline.opens)}</p>'
        if brief.advice:
            yield f"<ul>{''.join(f'<li>{_text(words)}</li>' for words in brief.advice)}</ul>"
        for section in brief.sections:
            yield from self._section(section)
        if brief.citations:
            yield '<section class="citations">'
            yield "<h2>Citations</h2>"
            yield "<ol>"
            for citation in brief.citations:
                yield self._citation(citation)
            yield "</ol>"
            yield "</section>"
        yield "</main>"
        yield f"<footer>{_text(shown.FOOT)}</footer>"
        yield "</body>"
        yield "</html>"

    def _section(self, section: Section) -> Iterator[str]:
        yield f'<section class="{section.kind.value}">'
        yield f"<h2>{_text(section.title)}</h2>"
        for note in section.notes:
            yield f'<p class="note">{_text(note)}</p>'
        for group in section.groups:
            yield from self._group(group)
        if section.more:
            yield f'<p class="more">{_more(section.more)}</p>'
        yield "</section>"

    def _group(self, group: Group) -> Iterator[str]:
        if group.title:
            yield f"<h3>{_text(group.title)}</h3>"
        yield "<ul>"
        for statement in group.statements:
            yield f"<li>{self._statement(statement)}</li>"
        if group.more:
            yield f'<li class="more">{_more(group.more)}</li>'
        yield "</ul>"

    def _statement(self, statement: Statement) -> str:
        place = next(self._places)
        parts = [f'<span id="s{place}">{_text(statement.text)}</span>']
        support = shown.support(statement)
        if support:
            parts.append(f'<span class="support">({_text(support)})</span>')
        parts += [self._link(number) for number in statement.citations]
        if statement.uncited:
            parts.append(f'<span class="support">and {statement.uncited} more</span>')
        if statement.opens:
            parts.append(f'<span class="opens">{_code(statement.opens)}</span>')
        if statement.parts:
            inner = "".join(f"<li>{self._statement(part)}</li>" for part in statement.parts)
            parts.append(f"<ul>{inner}</ul>")
        return " ".join(parts)

    def _link(self, number: int) -> str:
        """The number, with the words to read where the pointer rests on it."""
        citation = self._brief.citations[number - 1]
        where = f"{citation.outlet or shown.NO_OUTLET}, {shown.place(citation)}"
        words = f"{where}: {' […] '.join(citation.sentences)}"
        return f'<a class="cite" href="#c{number}" title="{escape(words)}">[{number}]</a>'

    def _citation(self, citation: Citation) -> str:
        named = [f"<strong>{_text(citation.outlet)}</strong>"] if citation.outlet else []
        if citation.title:
            named.append(f"<cite>{_text(citation.title)}</cite>")
        named.append(_text(shown.place(citation)))
        if not citation.outlet:
            named.append(shown.NO_OUTLET)
        tag = "span" if citation.is_imported else "q"
        quoted = " […] ".join(f"<{tag}>{_text(words)}</{tag}>" for words in citation.sentences)
        behind = [_text(shown.document(citation))]
        if shown.copied(citation):
            behind.append(_text(shown.copied(citation)))
        link = shown.address(citation.url)
        if link:
            shown_as = link if len(link) <= 80 else f"{link[:79]}…"
            behind.append(f'<a href="{escape(link)}" rel="noopener noreferrer">{escape(shown_as)}</a>')
        elif citation.url:
            behind.append(_text(citation.url))
        back = " ".join(
            f'<a class="back" href="#s{place}" aria-label="back to statement {number}">↩{number}</a>'
            for number, place in enumerate(self._used[citation.number], start=1)
        )
        return (
            f'<li id="c{citation.number}">{", ".join(named)}: {quoted} '
            f'<span class="behind">{", ".join(behind)}</span> {back}</li>'
        )


def _more(more: More) -> str:
    return f"{_text(more.text)}: {', '.join(map(_code, more.commands))}"


def _code(command: str) -> str:
    return f"<code>{escape(command)}</code>"


def _text(words: str) -> str:
    """Words in an element of their own direction, so that Arabic in one leaves its neighbours alone."""
    safe = escape(words)
    return safe if words.isascii() else f"<bdi>{safe}</bdi>"
