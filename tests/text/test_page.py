"""A page to its article."""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.text import page as page_module
from dragoman.text.page import article, everything

FIRST = "The foreign minister of Kazakhstan flew to Tashkent on Friday and met his Uzbek counterpart there."
SECOND = (
    "Both sides spoke about trade, water and the border, and agreed to meet again before the end of 2030."
)
NEWS = f"""<!DOCTYPE html><html lang="en"><head><title>Minister in Tashkent - Steppe Courier</title>
<meta property="og:site_name" content="Steppe Courier">
<meta property="og:title" content="Minister in Tashkent">
<meta property="article:published_time" content="2022-10-07T10:00:00+05:00">
<link rel="canonical" href="https://courier.example/a"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Minister in Tashkent</h1><p>{FIRST}</p><p>{SECOND}</p></article>
<footer>© 2023 Steppe Courier</footer><script>var a = "no";</script></body></html>"""


def test_the_article_stands_a_paragraph_a_line() -> None:
    """Without the menu around it."""
    lines = article(NEWS).text.split("\n")
    assert FIRST in lines
    assert SECOND in lines
    assert not any("Home" in line or "var a" in line for line in lines)


def test_what_a_page_says_about_itself_is_taken() -> None:
    """Title, date, outlet and address."""
    page = article(NEWS)
    assert (page.title, page.published) == ("Minister in Tashkent", "2022-10-07")
    assert (page.outlet, page.url) == ("Steppe Courier", "https://courier.example/a")


def test_a_year_behind_the_copyright_sign_is_no_date() -> None:
    """Nor is a day in the text."""
    bare = NEWS.replace('<meta property="article:published_time" content="2022-10-07T10:00:00+05:00">', "")
    assert article(bare).published is None


def test_a_page_without_an_article_gives_all_its_text() -> None:
    """Something is better than nothing; it is said in a note."""
    page = article("<div>One <b>bold</b> word.<script>no</script><br>Two.</div><p>Three.")
    assert page.text
    assert "no" not in page.text


def test_all_text_comes_a_block_a_line() -> None:
    """Inline marks do not part words, blocks do."""
    html = (
        "<body><div>One <b>bo</b>ld\nword.<br>Two.<style>p{}</style></div><p>Three &amp; four.</p>tail</body>"
    )
    assert everything(html) == "One bold word.\nTwo.\nThree & four.\ntail"


def test_a_failing_parser_costs_the_article_not_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it raises."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    library = SimpleNamespace(bare_extraction=broken, utils=SimpleNamespace(load_html=broken))
    monkeypatch.setattr(page_module, "_trafilatura", lambda: library)
    assert article(f"<p>{FIRST}</p>").text == FIRST


def test_a_missing_library_is_no_bad_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation says so instead of reading every page badly."""

    def missing() -> None:
        raise ImportError("lxml.html.clean")

    monkeypatch.setattr(page_module, "_trafilatura", missing)
    with pytest.raises(ImportError):
        article(f"<p>{FIRST}</p>")


@settings(deadline=None)
@given(html=st.text(alphabet="<>/pdiv!-&;#= \"'ab\n\x00é", max_size=120))
def test_any_page_gives_text(html: str) -> None:
    """Nothing raises."""
    assert isinstance(article(html).text, str)


@pytest.mark.parametrize(
    "unit", ["<div>", "<p>word ", "<", "<a ", "&lt", "<script>", "<!--", "word ", "</p>"]
)
def test_large_pages_are_no_trouble(unit: str) -> None:
    """Megabytes of anything."""
    begun = time.monotonic()
    article(unit * (3_000_000 // len(unit)))
    assert time.monotonic() - begun < 15


def test_controls_written_as_references_are_left_out() -> None:
    """No page makes the parser stumble over what it gave itself."""
    page = "<html><body><p>The envoy &#x11;left &#1; today.</p></body></html>"
    assert everything(page) == "The envoy left today."
