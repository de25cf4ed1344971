"""Furniture is marked by whole lines and the article is left alone."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.furniture import mark

ARTICLE = [
    "The ministers of the four river states met in Osh on Friday and agreed that the dam would stay shut.",
    "It seems.",
    "“We have waited for nine years, and we can wait for a tenth,” said the Uzbek minister on his way out.",
    "A second round",
    "Kazakhstan, which lies downstream, had asked for more water in April, but was told that there was none.",
    "I did.",
    "The next meeting is planned for the spring, when the snow has gone and the river can be measured again.",
]
MENU = ["Home", "Asia", "Water", "Trade", "Sport", "Weather", "Subscribe", "Log in", "Search", "Contact us"]
FOOTER = [
    "Leave a Reply",
    "Your email address will not be published.",
    "Next Story",
    "Goats win race in Naryn",
]

LINES = st.sampled_from([*ARTICLE, *MENU, *FOOTER, "", " ", ".", "\u3000x"])
TEXTS = st.lists(LINES | st.text(max_size=30), max_size=30).map("\n".join)


def furniture_lines(text: str) -> list[str]:
    """The marked lines."""
    return [line.strip() for span in mark(text) for line in span.of(text).split("\n") if line.strip()]


def test_a_clean_clipping_has_no_furniture() -> None:
    """Short paragraphs, headings and quotes between paragraphs are article."""
    assert mark("\n\n".join(ARTICLE)) == ()


def test_menu_and_footer_are_marked_around_an_article() -> None:
    """What stands before and after the article is furniture, the article is not."""
    text = "\n".join([*MENU, *ARTICLE, *FOOTER])
    assert furniture_lines(text) == [*MENU, *FOOTER]


def test_neighbouring_lines_share_a_span() -> None:
    """Menu and footer are one span each, blank lines included, and end before the newline."""
    text = "\n\n".join([*MENU, *ARTICLE, *FOOTER])
    assert [span.of(text) for span in mark(text)] == ["\n\n".join(MENU), "\n\n".join(FOOTER)]


STRAY = [
    "READ MORE: Envoy leaves talks early",
    "Also read: Five things to know about the dam",
    "Envoy leaves talks early, aides say [INSIGHT]",
    "By Maria Ortega",
    "Photo: A Kerimov/Caspian Wire",
    "Subscribe to our daily briefing",
    "Tags: Osh, water, dam",
    "© 2022 The Aral Gazette",
    "Share this story with a friend",
    "Our pages use cookies to remember what you read.",
    "Advertisement",
    "source site-12",
    ".",
]


@pytest.mark.parametrize("line", STRAY)
@pytest.mark.parametrize("place", range(len(ARTICLE) + 1))
def test_a_stray_line_is_marked_wherever_it_stands(line: str, place: int) -> None:
    """One line that betrays itself leaves the article around it alone."""
    lines = [*ARTICLE[:place], line, *ARTICLE[place:]]
    assert furniture_lines("\n\n".join(lines)) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Putin meets Tokayev in Astana",
        "It rained.",
        "Minister Resigns Over Water\nDam Stays Shut",
        "Nine dead in Naryn as the snow comes down and the road to the pass is closed",
    ],
)
def test_headlines_alone_are_kept(text: str) -> None:
    """A text of few lines is furniture only where a cue says so."""
    assert mark(text) == ()


def test_a_menu_alone_is_all_furniture() -> None:
    """A page of links without an article has no article."""
    assert furniture_lines("\n".join(MENU)) == MENU


def test_wrapped_text_is_article() -> None:
    """Lines broken in the middle of a sentence are prose although they do not end like it."""
    wrapped = "\n".join(re.findall(r".{30,60}(?: |$)", " ".join(ARTICLE)))
    assert mark(wrapped) == ()


def test_comments_after_the_form_are_marked() -> None:
    """What readers write under an article is not the article."""
    comment = "They said the same nine years ago and nothing came of it, as everybody here knows."
    comments = [
        "2 comments",
        "aibek_77 says:",
        comment,
        "Reply",
        "3 days ago",
        "nurlan2 says:",
        comment[:50] + ".",
        "Reply",
    ]
    text = "\n".join([*ARTICLE, *comments])
    assert furniture_lines(text) == comments


@given(TEXTS)
def test_spans_are_whole_lines_in_order(text: str) -> None:
    """Spans are disjoint, in order, and begin and end where a line's words do."""
    spans = mark(text)
    assert all(a.end < b.start for a, b in pairwise(spans))
    for span in spans:
        assert text[: span.start].rpartition("\n")[2].strip() == ""
        assert text[span.end :].partition("\n")[0].strip() == ""


@given(TEXTS)
def test_blank_lines_change_no_mark(text: str) -> None:
    """Blank lines at the end move nothing."""
    assert mark(text + "\n\n") == mark(text)
