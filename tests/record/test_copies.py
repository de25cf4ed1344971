"""Copies among documents: found, told from independent reports, put in line, and compared word by word."""

from __future__ import annotations

import itertools
import random
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import corpus, pipeline, sources
from dragoman.record.copies import (
    ChangeKind,
    Family,
    changes,
    compare,
    compare_essences,
    essence,
    lineage,
    prints,
)
from dragoman.sources import SourceOptions
from dragoman.terms import (
    Clipping,
    Clue,
    Copy,
    CopyKind,
    Document,
    Interval,
    MediaType,
    Published,
    Reading,
    Span,
)

BEGINNINGS, MIDDLES, ENDS = "bdklmnprst", ("an", "el", "or", "ul"), ("ka", "men", "tov", "sir")
WORDS = [a + b + c for a in BEGINNINGS for b in MIDDLES for c in ENDS]


class Row(msgspec.Struct, frozen=True):
    """A text of the table; a text without `taken_from` is an independent report."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    taken_from: tuple[str, ...] = ()
    kind: CopyKind | None = None


ROWS = [
    msgspec.json.decode(line, type=Row)
    for line in Path(__file__).with_name("copied_texts.jsonl").read_bytes().splitlines()
]
PAIRS = [(row.id, original, row.kind) for row in ROWS for original in row.taken_from]
PLANTED = corpus.stories().copies


@cache
def read(id: str) -> tuple[Document, Reading]:
    """A text of the table, laid out and read."""
    (row,) = (row for row in ROWS if row.id == id)
    return reading_of(
        Clipping(id, row.text.encode(), MediaType.TEXT, title=row.title, published=row.published)
    )


def reading_of(clipping: Clipping) -> tuple[Document, Reading]:
    document = pipeline.prepared(clipping)
    assert isinstance(document, Document)
    return document, pipeline.read_document(document)


def bundled(slug: str) -> tuple[Document, Reading]:
    (path,) = (path for path in corpus.reports() if path.stem == slug)
    (clipping,) = sources.find([str(path)], SourceOptions())
    assert isinstance(clipping, Clipping)
    return reading_of(clipping)


def document(
    *sentences: str, id: str = "a", day: str = "/", gap: str = " ", title: str | None = None
) -> Document:
    """A document of these sentences."""
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + len(gap)
    days = Interval.parse(day)
    published = Published(days, () if days.is_unknown else (Clue("given", day, days),))
    text = gap.join(sentences)
    return Document(id, id, text, f"{id}.txt", title, published=published, sentences=tuple(spans))


def sentences(seed: int, count: int) -> list[str]:
    """So many invented sentences of eight to fourteen words."""
    chance = random.Random(seed)
    return [" ".join(chance.choices(WORDS, k=chance.randint(8, 14))).capitalize() + "." for _ in range(count)]


@pytest.mark.parametrize(("copy", "original", "kind"), PAIRS)
def test_a_copy_is_found(copy: str, original: str, kind: CopyKind) -> None:
    """Edited, cut, built in, framed by lines of a page or translated: it shares a print and is known."""
    one, other = read(copy), read(original)
    found = compare(one[0], other[0], one[1], other[1])
    assert found is not None
    assert (found.document, found.original, found.kind) == (one[0].id, other[0].id, kind)
    assert set(prints(*one)) & set(prints(*other))


def test_independent_reports_are_no_copies() -> None:
    """Not those of one happening, nor what follows it, or has a quotation, form or background in common."""
    independent = [row.id for row in ROWS if not row.taken_from]
    essences = {id: essence(*read(id)) for id in independent}
    pairs = itertools.combinations(independent, 2)
    assert [pair for pair in pairs if compare_essences(*(essences[id] for id in pair))] == []


@pytest.mark.parametrize(("copy", "original", "kind"), PLANTED)
def test_a_planted_copy_is_found(copy: str, original: str, kind: CopyKind) -> None:
    """Those of the bundled corpus, translations too."""
    one, other = bundled(copy), bundled(original)
    found = compare(one[0], other[0], one[1], other[1])
    assert found is not None
    assert (found.document, found.original, found.kind.value) == (one[0].id, other[0].id, kind.value)
    assert set(prints(*one)) & set(prints(*other))


@given(st.integers(0, 99), st.data())
def test_the_order_does_not_matter(seed: int, data: st.DataObject) -> None:
    """Whichever of two documents is named first, the same is the copy."""
    pool = sentences(seed, 8)
    days = st.sampled_from(["/", "2022-10-07", "2022-10-09", "2022"])
    some = st.lists(st.sampled_from(pool), min_size=1, max_size=8, unique=True)
    one, other = (document(*data.draw(some), id=id, day=data.draw(days)) for id in "ab")
    assert compare(one, other) == compare(other, one)


@given(st.integers(0, 999), st.sets(st.integers(0, 6), min_size=2, max_size=2))
def test_an_excerpt_is_found(seed: int, chosen: set[int]) -> None:
    """Two sentences of seven are enough, wherever they stood."""
    whole = sentences(seed, 7)
    piece = document(*(whole[number] for number in sorted(chosen)), id="a")
    found = compare(piece, document(*whole, id="b"))
    assert found == Copy("a", "b", CopyKind.EXCERPT, 1.0)
    assert set(prints(piece)) & set(prints(document(*whole, id="b")))


@given(st.integers(0, 999))
def test_unrelated_texts_are_no_copies(seed: int) -> None:
    """The same few words in another order are another text."""
    assert compare(document(*sentences(seed, 6)), document(*sentences(seed + 1000, 6), id="b")) is None


@given(st.integers(0, 999), st.sampled_from(["\n", "\n\n", "  "]))
def test_lines_and_furniture_do_not_count(seed: int, gap: str) -> None:
    """A text between other lines, broken elsewhere, is an exact copy."""
    body = sentences(seed, 5)
    lines = ["MENU", *(each.replace(" ", "\n", 3) for each in body), "All rights reserved"]
    page = document(*lines, id="b", gap=gap)
    first, *inside, last = page.sentences
    page = msgspec.structs.replace(page, furniture=(first, last), sentences=tuple(inside))
    assert compare(document(*body), page) == Copy("b", "a", CopyKind.EXACT, 1.0)
    assert prints(document(*body)) == prints(page)


def test_a_headline_does_not_count() -> None:
    """Newspapers print copies under headlines of their own."""
    body = sentences(1, 4)
    one = document("Snow in Osh", *body, title="Snow in Osh")
    other = document("White surprise!", *body, id="b", title="White surprise!")
    assert compare(one, other) == Copy("b", "a", CopyKind.EXACT, 1.0)


@pytest.mark.parametrize(
    ("days", "original"),
    [(("2022-10-08", "2022-10-07"), "b"), (("2022-10-07", "2022-10-08"), "a"), (("/", "2022"), "a"),
     (("/", "2022-10-07"), "b"), (("/", "/"), "a")],
)  # fmt: skip
def test_who_was_first_is_the_original(days: tuple[str, str], original: str) -> None:
    """By the day; else the one whose day is known, else by id."""
    one, other = (document(*sentences(1, 4), id=id, day=day) for id, day in zip("ab", days, strict=True))
    found = compare(one, other)
    assert found is not None
    assert found.original == original


def test_a_shared_quotation_is_no_copy() -> None:
    """However long: two reporters heard the same."""
    quoted = '"' + " ".join(sentences(1, 3)) + '"'
    one, other = (document(quoted, *sentences(seed, 3), id=id) for seed, id in ((2, "a"), (3, "b")))
    assert compare(one, other) is None


def test_a_document_follows_the_one_it_is_most_like() -> None:
    """A copy of a copy goes back to the first; a roundup does not make two dispatches one."""
    documents = [document("x", id=id) for id in "abcde"]
    copies = [
        Copy("b", "a", CopyKind.NEAR, 0.9),
        Copy("c", "a", CopyKind.NEAR, 0.7),
        Copy("c", "b", CopyKind.NEAR, 0.8),
        Copy("e", "d", CopyKind.EXCERPT, 0.5),
        Copy("e", "a", CopyKind.EXCERPT, 0.4),
    ]
    families = (Family("a", (copies[0], copies[2])), Family("d", (copies[3],)))
    assert lineage([each.id for each in documents], copies) == families
    assert lineage([each.id for each in documents[::-1]], copies[::-1]) == families
    assert [family.documents for family in families] == [("a", "b", "c"), ("d", "e")]


LINKS = st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.sampled_from([0.5, 1.0]))


@given(st.lists(LINKS), st.randoms())
def test_every_document_has_one_family(pairs: list[tuple[str, str, float]], chance: random.Random) -> None:
    """Also where copies go in a circle, and in whatever order they come."""
    documents = [document("x", id=id) for id in "abcde"]
    copies = [Copy(one, other, CopyKind.NEAR, share) for one, other, share in pairs]
    found = lineage([each.id for each in documents], copies)
    assert sorted(id for family in found for id in family.documents) == list("abcde")
    chance.shuffle(copies)
    assert lineage([each.id for each in documents], copies) == found


def test_changes_are_shown_word_by_word() -> None:
    """What was left out, added and worded anew, with the words in both texts."""
    same = "The river rose by a metre."
    old = document("Rain fell on the old town of Osh on Monday.", "Nobody was hurt.", same)
    new = document("Heavy rain fell on the town of Osh on Tuesday.", same, "Shops closed.")
    found = {
        (
            change.kind,
            change.original and change.original.of(old.text),
            change.copy and change.copy.of(new.text),
        )
        for change in changes(old, new)
    }
    assert found == {
        (ChangeKind.ADDED, None, "Heavy"),
        (ChangeKind.LEFT_OUT, "old", None),
        (ChangeKind.REWORDED, "Monday", "Tuesday"),
        (ChangeKind.LEFT_OUT, "Nobody was hurt", None),
        (ChangeKind.ADDED, None, "Shops closed"),
    }


def test_an_exact_copy_has_no_changes() -> None:
    """Case, signs, line ends and headlines are none."""
    body = sentences(1, 4)
    loud = document("News", *map(str.upper, body), id="b", gap="\n", title="News")
    assert changes(document(*body), loud) == ()
