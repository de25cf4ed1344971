"""Sentences of article lines: paragraphs, wrapped lines, furniture, and what always holds."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.terms import Span
from dragoman.text.sentences import LONGEST, split

CASES = [
    "It rained.|\n\nThe army left.|",
    "It rained.|\nThe army left.|",
    "Ministers meet in Osh|\n\nThe ministers of four states met.|",
    "Ministers meet in Osh|\nDam stays shut|\nThe ministers of four states met.|",
    "President Lukashenko brought a tractor. |It means that|\n\nThe guests laughed.|",
    "The talks went badly. |I did.|",
    "The army will go on losing ground. |points out.|",
    "He said: “Everyone has goodwill. |We must use it.|\n\n“We must look for a way out.”|",
    "“No. |Of course not,” the envoy said.|",
    '"We want peace. |We will get it," he said. |The rest left.|',
    '"Is it over?" asked the reporter. |Nobody knew.|',
    "“It is over!” Minister Karimov said. |He sat down.|",
    "They were dead.|The army left.|“We stay,” he said.|",
    'They were dead.|"We stay," he said.|',
    "He told Gazette.co.kz: “We stay.”| The rest left.|",
    "It fell by 3.5 percent to $1.2 bn. |Then it rose.|",
    "The U.S. and the U.K. met the E.U. in Geneva. |Nobody spoke.|",
    "U.N. Secretary-General Guterres came at 9 a.m. |He left at 5 p.m. on foot.|",
    "Gen. Aman, Lt. Col. Kim and Dr. Saparov flew to St. Petersburg.|",
    "On Nov. 5 the No. 2 of the party resigned.|",
    "J. Smith, A. B. Kim and Vladimir V. Petrov met.|",
    "Osh Water Inc. closed. |Aral Salt Ltd. did not.|",
    "Three things, e.g. grain, i.e. wheat, and oil etc. were short.|",
    "He waited ... and left. |She stayed... |Nobody knew why.|",
    "It was over.. |The others nodded.|",
    "会議 was held。|The talks go on。|Why？|Nobody knows！|",
    "- The border stays shut|\n- Aid arrives on Monday|\n- Nobody is hurt|",
    "1. The border stays shut.|\n2. Aid arrives.|",
    "The envoy (he came by train.) left. |It was late.|",
    "He wrote of 'a vain war'. and left the room. |It was late.|",
    "The firm Zap! said it would close. |It did.|",
    "What now?! |Nobody knew.|",
    "They spoke of plan B. |The army had plan C.|",
    "An iskander.M was seen near Osh.News on Friday. |It left.|",
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[:40])
def test_sentences_end_at_the_bars(case: str) -> None:
    """A bar stands where a sentence ends, and nowhere else does one."""
    text = case.replace("|", "")
    assert [sentence.of(text) for sentence in split(text)] == [
        part.strip() for part in case.split("|") if part.strip()
    ]


def test_wrapped_lines_are_joined() -> None:
    """A line broken at a width does not break the sentence, the end of the paragraph does."""
    text = (
        "The ministers of the four river states met in Osh on Friday and agreed\n"
        "that the dam would stay shut until the spring, when Gen.\n"
        "Aman Saparov of the border guards is to come back from the talks in\n"
        "Tashkent. The rest is unknown\n"
        "\n"
        "Nobody spoke."
    )
    endings = [sentence.of(text)[-9:] for sentence in split(text)]
    assert endings == ["Tashkent.", "s unknown", "dy spoke."]


def test_furniture_has_no_sentences_and_parts_them() -> None:
    """A sentence never runs into or over furniture."""
    text = "The army left\nREAD MORE: Goats\nand came back."
    furniture = Span(text.index("READ"), text.index("\nand"))
    assert [sentence.of(text) for sentence in split(text, [furniture])] == ["The army left", "and came back."]


def test_long_sentences_are_cut_after_a_comma() -> None:
    """No sentence is longer than the longest; it is cut where the eye would pause."""
    text = "one hundred goats, " * 200 + "and a dog."
    sentences = split(text)
    assert max(map(len, sentences)) <= LONGEST
    assert all(sentence.of(text).endswith(",") for sentence in sentences[:-1])


def test_a_line_of_ten_million_characters_is_split() -> None:
    """A page without any space is cut all the same."""
    assert len(split("x" * 10_000_000)) == 10_000_000 // LONGEST


PIECES = st.sampled_from(
    [
        "The army left.",
        "He said: “We stay.",
        "it ",
        "\n",
        "\n\n",
        ". ",
        "..",
        "。",
        '"',
        "”",
        "Dr.",
        "3.5",
        " U.S. ",
        "x" * 999,
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=25).map("".join)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text and some disjoint furniture in it."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    return text, [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]


@given(marked_texts())
def test_sentences_hold_every_character_once(marked: tuple[str, list[Span]]) -> None:
    """In order, disjoint, trimmed, not too long, and together all that is neither space nor furniture."""
    text, furniture = marked
    sentences = split(text, furniture)
    assert all(first.end <= second.start for first, second in pairwise(sentences))
    assert all(sentence.of(text) == sentence.of(text).strip() for sentence in sentences)
    assert all(0 < len(sentence) <= LONGEST for sentence in sentences)
    held = {place for sentence in sentences for place in range(sentence.start, sentence.end)}
    hidden = {place for span in furniture for place in range(span.start, span.end)}
    assert not held & hidden
    assert all(place in held or place in hidden or sign.isspace() for place, sign in enumerate(text))


@example('。"')
@given(TEXTS)
def test_blank_lines_at_the_end_change_nothing(text: str) -> None:
    """The last sentence is the same however many blank lines follow it."""
    assert split(text + "\n\n") == split(text) == split(text + " \n \n")
