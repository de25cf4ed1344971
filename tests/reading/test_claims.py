"""Figures somebody states."""

from __future__ import annotations

import pytest

from dragoman.reading.claims import find_figures
from dragoman.terms import Span
from tests.reading.readings import read


@pytest.mark.parametrize(
    ("sentence", "low", "high", "unit"),
    [
        ("Iran lost 440 tanks.", 440, 440, "tanks"),
        ("Iran lost at least 440 tanks.", 440, None, "tanks"),
        ("Iran lost up to 440 tanks.", None, 440, "tanks"),
        ("Iran lost between 40 and 60 tanks.", 40, 60, "tanks"),
        ("Iran lost 1,300 soldiers.", 1300, 1300, "soldiers"),
        ("Iran pays $2 million.", 2e6, 2e6, "USD"),
        ("Prices rose 12%.", 12, 12, "percent"),
        ("Dozens of soldiers left.", 20, 99, "soldiers"),
    ],
)
def test_figure_keeps_its_bounds(sentence: str, low: float | None, high: float | None, unit: str) -> None:
    """Qualifiers open a side; vague words are ranges."""
    (claim,) = read(sentence).claims
    assert (claim.low, claim.high, claim.unit) == (low, high, unit)
    assert claim.span.of(sentence)


@pytest.mark.parametrize("sentence", ["In 2014 Iran left.", "On 7 October Iran left.", "It lasted 3 days."])
def test_dates_count_nothing(sentence: str) -> None:
    """Years, days and durations are no claims."""
    assert read(sentence).claims == ()


@pytest.mark.parametrize(
    ("sentence", "low", "high", "unit"),
    [
        ("Iran saw 169,000 to 190,000 troops there.", 169_000, 190_000, "troops"),
        ("Iran has 100 000 soldiers.", 100_000, 100_000, "soldiers"),
        ("A 40,000-strong force left Iran.", 40_000, 40_000, "force"),
        ("Some 1.2 million people left Iran.", 1.2e6, 1.2e6, "people"),
        ("The number of dead in Iran rose to 225.", 225, 225, "dead"),
        ("Iran reports a death toll of 18.", 18, 18, "death toll"),
        ("Eighteen people died in Iran.", 18, 18, "people"),
        ("Three hundred and fifty women left Iran.", 350, 350, "women"),
        ("At least a dozen soldiers left Iran.", 12, None, "soldiers"),
        ("Not one soldier was killed in Iran.", 0, 0, "soldier killed"),
        ("Iran reported no casualties.", 0, 0, "casualties"),
        ("Iran took a crew of 485 aboard.", 485, 485, "crew"),
        ("All 500 sailors left Iran.", 500, 500, "sailors"),
        ("Iran put the Iraqi group at 149,000.", 149_000, 149_000, "iraqi group"),
        ("Two thirds of Iran's oil left.", 200 / 3, 200 / 3, "percent"),
        ("Iran won 80 per cent of the vote.", 80, 80, "percent"),
        ("More than half of the houses in Iran burned.", 50, None, "percent"),
        ("Iran lifted its rate from 10 to 13 percent.", 13, 13, "percent"),
        ("Iran paid US$3.5bn.", 3.5e9, 3.5e9, "USD"),
        ("Iran has more than 2000 soldiers.", 2000, None, "soldiers"),
        ("Iran handed over 55 soldiers.", 55, 55, "soldiers"),
        ("No Iranian soldier was wounded.", 0, 0, "iranian soldier wounded"),
    ],
)
def test_numbers_are_written_in_many_ways(
    sentence: str, low: float | None, high: float | None, unit: str
) -> None:
    """Digits, words, shares and nothing at all are figures."""
    (claim,) = read(sentence).claims
    assert claim.low == pytest.approx(low)
    assert claim.high == pytest.approx(high)
    assert claim.unit == unit


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        (
            "At least 57 Iranians have been killed and 169 wounded.",
            ["At least 57 Iranians have been killed", "169 wounded"],
        ),
        ("Iran sent 264 fighters, 53 of them badly wounded.", ["264 fighters", "53 of them badly wounded"]),
        ("Iran shot down 41 of 75 missiles.", ["shot down 41 of 75 missiles", "75 missiles"]),
        (
            "Nine of the 12 missiles were shot down over Iran.",
            ["Nine of the 12 missiles were shot down", "the 12 missiles"],
        ),
        ("Iran handed over 55 prisoners.", ["handed over 55 prisoners"]),
        ("Iran got the bodies of 31 soldiers.", ["bodies of 31 soldiers"]),
        ("Iran's navy pulled 87 people out of the sea.", ["pulled 87 people"]),
        ("Iran put the number of the dead at 225.", ["number of the dead at 225"]),
        ("It moves 80 percent of the oil of Iran.", ["80 percent of the oil of Iran"]),
    ],
)
def test_words_of_a_figure_say_what_is_counted(sentence: str, about: list[str]) -> None:
    """The noun and the act it is told with belong to a figure."""
    assert [claim.about for claim in read(sentence).claims] == about


def test_bare_number_counts_what_the_one_before_does() -> None:
    """ "Kyiv claims more than 12,000" goes on from the dead of the sentence before."""
    text = "Washington counts 3,000 Russian dead. The General Staff of Ukraine claims more than 12,000."
    assert [figure.unit for figure in find_figures(text, Span(38, len(text)))] == ["russian dead"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Leopard 2 tanks left Iran.",
        "He is 40 years old and lives in Iran.",
        "Iran left at 10:30 on the 27th.",
        "The price of oil nearly doubled in Iran.",
        "Resolution 1701 binds Iran.",
        "The Group of Seven met in Iran.",
    ],
)
def test_names_ages_and_hours_count_nothing(sentence: str) -> None:
    """A number in a name, an age or a time of day is no claim."""
    assert read(sentence).claims == ()


def test_figure_is_stated_by_its_source() -> None:
    """A figure somebody else states is theirs."""
    (claim,) = read("The Kenyan ministry said 40 soldiers had left.").claims
    assert claim.said_by[0].source.country == "KEN"
