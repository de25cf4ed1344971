"""From a clipping to a document: the order of the steps, each of which stands in its own file."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from dragoman.terms import Clipping, Document, MediaType, Skip, Span
from dragoman.text.decode import decode
from dragoman.text.furniture import mark
from dragoman.text.headline import bare, headline, with_headline
from dragoman.text.language import ENGLISH, identify
from dragoman.text.markdown import plain
from dragoman.text.normalise import document_id, fingerprint, without
from dragoman.text.page import Page, article
from dragoman.text.published import Sources, dated
from dragoman.text.repair import Repaired, legible, repair
from dragoman.text.sentences import split

_NO_SENTENCE = "no sentence in it"
_LONGEST_LINE = 500  # a title or outlet beyond this is a field filled by mistake


def prepare(clipping: Clipping) -> Document | Skip:
    """The document a clipping holds, or why it holds none that can be read. Never raises for its content."""
    decoded = decode(clipping.content, clipping.charset)
    page = _page(clipping, decoded.text)
    repaired = repair(page.text)
    if not repaired.text.strip():
        return Skip(clipping.origin, _NO_SENTENCE)
    language = identify(repaired.text)
    if language.code == "und":
        return Skip(clipping.origin, _NO_SENTENCE)
    if language.code != ENGLISH:
        return Skip(clipping.origin, f"written in {language}; only English is read")
    return _laid_out(clipping, page, repaired, decoded.notes)


def _page(clipping: Clipping, decoded: str) -> Page:
    if clipping.media_type is MediaType.HTML:
        return article(decoded, clipping.url)
    if clipping.media_type is MediaType.MARKDOWN:
        return Page(plain(decoded))
    return Page(decoded)


def _laid_out(
    clipping: Clipping, page: Page, repaired: Repaired, decoding: tuple[str, ...]
) -> Document | Skip:
    given = _given_title(clipping)
    text = with_headline(repaired.text, given)
    furniture = mark(text, given or _line(page.title))
    sentences = split(text, furniture)
    if not sentences:
        return Skip(clipping.origin, _NO_SENTENCE)
    first = headline(text, furniture)
    url = legible(clipping.url or page.url or "").replace(" ", "%20") or None
    return Document(
        document_id(text),
        _fingerprint(text, furniture, Span(0, len(given)) if given and text.startswith(given) else first),
        text,
        clipping.origin,
        title=given or _line(page.title) or (bare(first.of(text)) if first else None),
        url=url,
        outlet=_line(clipping.outlet) or _line(page.outlet) or _machine(url),
        published=dated(Sources(clipping.published, page.published, url, text)),
        furniture=furniture,
        sentences=sentences,
        repairs=(*decoding, *page.notes, *repaired.notes),
    )


def _given_title(clipping: Clipping) -> str | None:
    """The title its container gave it; that of a Markdown file may be a heading with marks in it."""
    title = _line(clipping.title)
    return _line(plain(title)) if title and clipping.media_type is MediaType.MARKDOWN else title


def _fingerprint(text: str, furniture: Sequence[Span], title: Span | None) -> str:
    """The fingerprint of the body: newspapers print copies under headlines of their own."""
    spans = sorted((*furniture, title)) if title and not any(map(title.overlaps, furniture)) else furniture
    return fingerprint(text, spans if without(text, spans).strip() else furniture)


def _line(words: str | None) -> str | None:
    """What a container or page said, mended as the text is, on one line of sensible length."""
    return " ".join(repair(words[:_LONGEST_LINE]).text.split()) or None if words else None


def _machine(url: str | None) -> str | None:
    """The machine an article came from, which names its outlet when nothing else does."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
