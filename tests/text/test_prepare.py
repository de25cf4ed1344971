"""From a clipping to a document."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.terms import Clipping, Document, MediaType, Skip, SkipKind
from dragoman.text import prepare

BODY = (
    "The foreign minister of Kazakhstan flew to Tashkent on Friday and met his Uzbek counterpart there. "
    "Both sides spoke about trade and water, and agreed to meet again before the end of the year."
)
PAGE = f"""<html><head><title>Minister in Tashkent</title>
<meta property="og:site_name" content="Steppe Courier">
<meta property="article:published_time" content="2022-10-07"></head>
<body><article><h1>Minister in Tashkent</h1><p>{BODY}</p><p>{BODY}</p></article></body></html>"""


def _document(clipping: Clipping) -> Document:
    document = prepare(clipping)
    assert isinstance(document, Document), document
    return document


def _skip(content: bytes) -> Skip:
    skip = prepare(Clipping("a.txt", content))
    assert isinstance(skip, Skip), skip
    return skip


def test_a_plain_text_becomes_a_document() -> None:
    """With its headline, dateline and sentences."""
    document = _document(
        Clipping("a.txt", f"Minister in Tashkent\n\nTASHKENT, Oct 7, 2022 - {BODY}".encode())
    )
    assert document.title == "Minister in Tashkent"
    assert str(document.published.interval) == "2022-10-07"
    assert any(span.of(document.text).startswith("Both sides") for span in document.sentences)
    assert (document.language, document.outlet, document.url) == ("en", None, None)
    assert document.repairs == ()


def test_a_page_becomes_a_document() -> None:
    """What it says about itself is taken."""
    document = _document(Clipping("a.html", PAGE.encode(), MediaType.HTML))
    assert (document.title, document.outlet) == ("Minister in Tashkent", "Steppe Courier")
    assert [clue.kind for clue in document.published.clues] == ["metadata"]
    assert BODY in document.text


def test_what_the_container_said_comes_first() -> None:
    """Title, outlet and date given with the clipping are believed over the page's own."""
    clipping = Clipping(
        "a.html", PAGE.encode(), MediaType.HTML, title="Visit", outlet="Wire", published="8 October 2022"
    )
    document = _document(clipping)
    assert (document.title, document.outlet) == ("Visit", "Wire")
    assert str(document.published.interval) == "2022-10-08"
    assert [clue.kind for clue in document.published.clues] == ["given", "metadata"]


def test_the_machine_names_the_outlet_when_nothing_else_does() -> None:
    """An address is known to belong to somebody."""
    document = _document(Clipping("a.txt", BODY.encode(), url="https://www.courier.example/2022/10/07/a"))
    assert document.outlet == "courier.example"
    assert str(document.published.interval) == "2022-10-07"


def test_repairs_are_told() -> None:
    """People can see what was done to a text."""
    content = (BODY + " The café said no to José.").encode().decode("cp1252").encode("utf-16")
    assert _document(Clipping("a.txt", content)).repairs == ("decoded as utf-16-le", "mojibake repaired")


def test_a_title_is_mended_like_the_text() -> None:
    """On one line, without mojibake."""
    clipping = Clipping("a.txt", BODY.encode(), title="The cafÃ©\nis closed &amp; sold")
    assert _document(clipping).title == "The café is closed & sold"


def test_a_headline_given_apart_is_read() -> None:
    """It becomes the first paragraph, and offsets count from it."""
    document = _document(Clipping("a.jsonl:1", BODY.encode(), title="Kazakhstan rejects dam"))
    assert document.text == f"Kazakhstan rejects dam\n\n{BODY}"
    assert document.sentences[0].of(document.text) == "Kazakhstan rejects dam"


def test_a_headline_that_stands_there_is_not_repeated() -> None:
    """However it is written in the two places."""
    clipping = Clipping("a.txt", f"MINISTER IN  TASHKENT\n\n{BODY}".encode(), title="Minister in Tashkent")
    assert _document(clipping).text.count("TASHKENT") == 1
    assert "Minister in Tashkent" not in _document(clipping).text


def test_copies_under_other_headlines_are_copies() -> None:
    """Given apart, in the text, or not at all: the body decides, and the documents stay apart."""
    apart = _document(Clipping("a.jsonl:1", BODY.encode(), title="Kazakhstan rejects dam"))
    inside = _document(Clipping("b.txt", f"Minister in Tashkent\n\n{BODY}".encode()))
    without = _document(Clipping("c.txt", BODY.encode()))
    assert apart.fingerprint == inside.fingerprint == without.fingerprint
    assert len({apart.id, inside.id, without.id}) == 3


def test_the_same_text_is_the_same_document() -> None:
    """Wherever it was found and however it was encoded."""
    one = _document(Clipping("a.txt", BODY.encode("utf-8-sig")))
    other = _document(Clipping("b.txt", BODY.replace(" ", "  ").encode("utf-16")))
    assert one.id == other.id
    assert one.origin != other.origin


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Der Außenminister von Kasachstan ist am Freitag nach Taschkent gereist und blieb dort.",
            "written in German (de); only English is read",
        ),
        (
            "Министр иностранных дел прилетел в Ташкент и встретился там со своим коллегой.",
            "written in Russian (ru); only English is read",
        ),
        ("\n \n", "no sentence in it"),
        ("1 2 3 -- 4", "no sentence in it"),
        ("\x00\x00\x00\x00", "no sentence in it"),
    ],
)
def test_what_cannot_be_read_is_skipped_with_the_reason(text: str, reason: str) -> None:
    """It is not for us, so it is no failure."""
    skip = _skip(text.encode())
    assert (skip.reason, skip.kind) == (reason, SkipKind.UNSUPPORTED)


@pytest.mark.parametrize(
    "first",
    ["The minister left on Friday.", "He said this:", "Minister", "x " * 100, ""],
)
def test_a_first_line_that_is_no_headline_is_no_title(first: str) -> None:
    """A sentence, a lead-in, one word and a long line are none."""
    assert _document(Clipping("a.txt", f"{first}\n\n{BODY}".encode())).title in (None, first.strip() and None)


def _holds(document: Document) -> None:
    size = len(document.text)
    spans = (*document.sentences, *document.furniture)
    assert all(0 <= span.start < span.end <= size for span in spans)
    assert list(document.sentences) == sorted(document.sentences)
    assert list(document.furniture) == sorted(document.furniture)
    assert not any(s.overlaps(f) for s in document.sentences for f in document.furniture)
    document.text.encode("utf-8")


@settings(deadline=None)
@given(
    content=st.binary(max_size=500),
    media_type=st.sampled_from(MediaType),
    charset=st.none() | st.text(max_size=8),
)
def test_any_bytes_end_in_a_document_or_a_skip(
    content: bytes, media_type: MediaType, charset: str | None
) -> None:
    """Nothing raises."""
    assert isinstance(prepare(Clipping("x", content, media_type, charset)), (Document, Skip))


@settings(deadline=None)
@given(text=st.text(max_size=200), at=st.integers(0, len(BODY)))
def test_spans_lie_inside_the_text(text: str, at: int) -> None:
    """Whatever stands in the middle of an article."""
    prepared = prepare(Clipping("x", (BODY[:at] + text + BODY[at:]).encode("utf-8", "replace")))
    if isinstance(prepared, Document):
        _holds(prepared)


@pytest.mark.parametrize(
    "unit", ["The minister left. ", "word ", "a", "A. ", '"', "(", "\n", "- ", "é", "1/2/2022 "]
)
def test_megabytes_on_one_line_do_not_hang(unit: str) -> None:
    """Every step is linear."""
    begun = time.monotonic()
    prepare(Clipping("x", (BODY + unit * (2_000_000 // len(unit))).encode()))
    assert time.monotonic() - begun < 20


def test_what_a_container_says_is_kept_legible() -> None:
    """Controls in an address, a date or a title do not reach the record, nor does a title of a megabyte."""
    document = _document(
        Clipping(
            "a",
            BODY.encode(),
            title="Minister\x1b[31m leaves\n" + "very " * 200_000,
            url="https://news.example/a b\x00\r\n",
            published="2022-10-07\x07",
        )
    )
    assert "\x1b" not in document.text
    assert len(document.title or "") < 1000
    assert document.url == "https://news.example/a%20b"
    assert document.published.clues[0].quotation == "2022-10-07"
