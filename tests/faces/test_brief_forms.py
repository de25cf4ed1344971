"""A brief in its forms: nothing of others becomes markup, and every link leads somewhere."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

import dragoman
from dragoman.faces.brief import Brief, Citation, Scope, Statement, form_of
from dragoman.faces.brief.markdown import escaped
from dragoman.faces.brief.pdf import literal, to_typst
from dragoman.faces.brief.shown import address
from dragoman.terms import DragomanError, Interval, UnknownName

from .merged import DISPATCH

HOSTILE = '<script>alert(1)</script> "#eval(\\"1\\")" *bold* `code` [x](javascript:1) $x$ \u202egnp.exe #let'


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Brief]:
    """Of a record whose outlet, title, address and text are hostile."""
    path = tmp_path_factory.mktemp("forms") / "h.dragoman"
    with dragoman.open(path) as record:
        record.add_text(
            DISPATCH.replace("on Saturday", f"on Saturday near {HOSTILE}"),
            origin="h.txt",
            outlet=HOSTILE,
            title=f"Title {HOSTILE}",
            url="javascript:alert(1)",
            published="2022-07-23",
        )
        yield record.brief("RUS", since="2022-07-01")


class _Tags(HTMLParser):
    """The tags of a page, their addresses and the names to jump to."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        assert not any(name.startswith("on") for name, _ in attrs)


def parsed(page: str) -> _Tags:
    """What a browser would see."""
    found = _Tags()
    found.feed(page)
    return found


def test_hostile_words_stay_words_in_html(brief: Brief) -> None:
    """No script, no address that runs one, nothing fetched."""
    page = brief.to_html()
    tags = parsed(page)
    assert "script" not in tags.tags
    assert "&lt;script&gt;alert(1)" in page
    assert not any(link.startswith("javascript") for link in tags.links)
    assert "default-src &#x27;none&#x27;" in page
    assert not {"link", "img", "iframe", "base"} & tags.tags


def test_hostile_words_stay_words_in_markdown(brief: Brief) -> None:
    """Every sign that begins markup has a backslash before it."""
    text = brief.to_markdown()
    assert r"\<script\>alert(1)\</script\>" in text
    assert r"\*bold\* \`code\` \[x\](javascript:1) \$x\$" in text
    assert "<script" not in text.replace(r"\<script", "")


def test_hostile_words_stay_words_in_typst(brief: Brief) -> None:
    """They stand only in string literals."""
    source = to_typst(brief)
    outside = re.sub(r'"(?:\\.|[^"\\])*"', "", source)
    assert "eval" in source
    assert not re.search(r"eval|script|bold|alert", outside)
    assert literal('a"b\\c\nd') == '"a\\"b\\\\c d"'


def test_no_form_turns_the_direction_of_writing(brief: Brief) -> None:
    """Overrides are left out of the tree, so of every form."""
    for form in (brief.to_html(), brief.to_markdown(), to_typst(brief)):
        assert "gnp.exe" in form
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", form)


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("# a", r"\# a"),
        ("1. a", r"1\. a"),
        ("1.5 a", "1.5 a"),
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("a_b", r"a\_b"),
        ("&lt;", r"\&lt;"),
        ("http://a.example", r"http\://a.example"),
        ("www.a.example", r"www\.a.example"),
        ("mail a@b.example", r"mail a\@b.example"),
    ],
)
def test_markdown_is_escaped_also_at_the_start_of_a_line(words: str, safe: str) -> None:
    """Headings, lists, entities and what is made a link without being asked."""
    assert escaped(words) == safe


def test_only_pages_of_the_web_become_links() -> None:
    """What could end a link or run something is written in percent signs, or is no link."""
    assert address("https://a.example/x?y=1") == "https://a.example/x?y=1"
    assert address('https://a.example/"><b>') == "https://a.example/%22%3E%3Cb%3E"
    for url in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "http://[x", ""):
        assert address(url) == ""


def test_every_link_of_the_page_leads_somewhere_and_back(brief: Brief) -> None:
    """From a number to its citation, and from there to each statement that names it."""
    tags = parsed(brief.to_html())
    jumps = {link[1:] for link in tags.links if link.startswith("#")}
    assert jumps <= set(tags.ids)
    assert {f"c{each.number}" for each in brief.citations} <= jumps
    assert len(tags.ids) == len(set(tags.ids))


def test_every_form_has_all_statements_and_all_quotations(brief: Brief) -> None:
    """They are written from one tree and add nothing to it."""
    typst = to_typst(brief)
    markdown = brief.to_markdown()
    for statement in brief.statements():
        assert literal(statement.text) in typst
        assert escaped(statement.text) in markdown
    for citation in brief.citations:
        assert all(escaped(words) in markdown for words in citation.sentences)
        assert citation.document[:8] in typst


def test_without_typst_the_error_has_the_line_to_run(brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    """And another way."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(DragomanError, match=r"pip install 'dragoman\[pdf\]', or take --as html"):
        brief.to_pdf()


def test_a_pdf_is_the_same_each_time(brief: Brief) -> None:
    """Without the time of its making."""
    pytest.importorskip("typst")
    data = brief.to_pdf()
    assert data.startswith(b"%PDF-")
    assert data == brief.to_pdf()


def test_the_form_is_that_of_the_file_unless_another_is_named() -> None:
    """Markdown where nothing says one."""
    assert form_of(None, Path("a.html")).name == "html"
    assert form_of(None, Path("a.txt")).name == "md"
    assert form_of("PDF", Path("a.html")).name == "pdf"
    with pytest.raises(UnknownName, match="html"):
        form_of("htm")


def test_a_row_of_a_table_is_not_shown_as_a_quotation() -> None:
    """Its fields stand there without quotes."""
    row = Citation(1, "", "", Interval.parse("2022-01-01"), ("A → B: 040",), "icews 7", is_imported=True)
    found = Brief(Scope(), "T", "p", Statement("One.", (1,)), citations=(row,))
    assert "“" not in found.to_markdown() + to_typst(found)
    assert "<q>" not in found.to_html()
