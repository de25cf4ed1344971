"""Figures in dispute: values, quantities, and who says what."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.figures import (
    SAME,
    Comparison,
    Relation,
    alike,
    compare_values,
    disputes,
    relate,
    same_quantity,
)
from dragoman.terms import Claim, Span
from tests.record.figure_texts import FigurePair, pairs, stated

_QUALIFIERS = st.sampled_from(["", "about", "some", "nearly", "at least", "up to", "more than"])
_VALUES = st.one_of(st.none(), st.floats(min_value=0, max_value=1e9))
_SOMA = (
    ("Turkey's interior minister said [[34]] people died when the mine at Soma caught fire.", "Post"),
    ("The miners' union says [[52]] people were killed in the fire in the mine at Soma, Turkey.", "Wire"),
    ("[[Some 34]] people died in the fire of the mine at Soma, Turkey's interior minister said.", "Voice"),
)

_SAHAND = (
    "The whole crew of the frigate Sahand, some [[300]] sailors, had been taken off, Iran's navy said.",
    "Oman's navy said it took off [[41]] sailors of the Iranian frigate Sahand.",
    "The frigate Sahand of Iran has a crew of [[280]].",
)
_SALVOES = (
    "On the 4th, Israel fired [[40]] missiles at Syria.",
    "On the 19th, Israel fired [[60]] missiles at Syria.",
    "Israel's army said it had fired [[58]] missiles at Syria.",
)


def claim(low: float | None, high: float | None, qualifier: str = "", about: str = "soldiers") -> Claim:
    """A figure with nothing but its value."""
    return Claim("claim", "doc", about, low, high, "soldiers", Span(0, 1), Span(0, 1), qualifier)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (claim(440, None, "at least"), claim(500, 500), Comparison.COMPATIBLE),
        (claim(440, None, "at least"), claim(350, 350), Comparison.CONTRADICTING),
        (claim(30_000, 30_000), claim(40_000, 40_000), Comparison.CONTRADICTING),
        (claim(2_000, 9_999, about="thousands of soldiers"), claim(4_000, 4_000), Comparison.COMPATIBLE),
        (claim(300, 300, "some"), claim(303, 303), Comparison.COMPATIBLE),
        (claim(49, None, "at least"), claim(135, 135), Comparison.CONTRADICTING),
        (claim(None, 30_000, "up to"), claim(None, 13_000, "less than"), Comparison.CONTRADICTING),
        (claim(20_000, 30_000), claim(25_000, 25_000), Comparison.COMPATIBLE),
        (claim(264, 264), claim(264, 264), Comparison.EQUAL),
    ],
)
def test_values_are_compared_as_they_are_meant(one: Claim, other: Claim, expected: Comparison) -> None:
    """Open sides reach a little further, and "some" forgives a little."""
    assert compare_values(one, other) is expected


@given(_VALUES, _VALUES, _QUALIFIERS, _VALUES, _VALUES, _QUALIFIERS)
def test_comparing_has_no_direction(
    low: float | None,
    high: float | None,
    word: str,
    low_too: float | None,
    high_too: float | None,
    word_too: str,
) -> None:
    """Each value stands to the other as the other to it."""
    one, other = claim(low, high, word), claim(low_too, high_too, word_too)
    assert compare_values(one, other) is compare_values(other, one)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.one.sentence[:40])
def test_two_sentences_stand_to_each_other_as_a_reader_sees_it(pair: FigurePair) -> None:
    """Another quantity, equal, compatible, contradicting, or a count that grew."""
    one = stated(pair.one.sentence, pair.one.published, "Post")
    other = stated(pair.other.sentence, pair.other.published, "Wire")
    assert relate(one, other) is pair.expected
    assert relate(other, one) is pair.expected


def test_likeness_says_why() -> None:
    """A score comes with its reasons, and so does a refusal."""
    one, other = (stated(sentence, outlet=outlet) for sentence, outlet in _SOMA[:2])
    assert same_quantity(one, other) >= SAME
    assert "the same names in the sentence" in alike(one, other).reasons
    wounded = stated("[[34]] people were wounded in the mine at Soma, Turkey.")
    assert alike(one, wounded).reasons == ("killed and wounded",)


def test_dispute_names_each_voice_once() -> None:
    """The minister in two newspapers is one voice against the union."""
    (dispute,) = disputes([stated(sentence, outlet=outlet) for sentence, outlet in _SOMA])
    assert dispute.relation is Relation.CONTRADICTING
    assert dispute.about.startswith("people killed")
    assert {voice.low for voice in dispute.voices} == {34, 52}
    assert len({voice.who for voice in dispute.voices}) == 2
    assert dispute.spread == pytest.approx(52 / 34)


def test_count_that_grows_is_an_update() -> None:
    """More dead two days later is no contradiction, and is listed with its days."""
    first = stated("Officials in Peru said [[12]] people had died in the landslide near Cusco.")
    later = stated("The landslide near Cusco in Peru has killed [[31]] people, officials said.", "2023-05-05")
    (dispute,) = disputes([first, later])
    assert dispute.relation is Relation.UPDATED
    assert [str(voice.days[0]) for voice in dispute.voices] == ["2023-05-03", "2023-05-05"]


def test_equal_figures_are_no_dispute() -> None:
    """Everybody says the same, or something that fits."""
    one = stated("Kenya will send [[1,000]] police to Haiti.")
    other = stated("Kenya plans to send [[1,000]] police officers to Haiti.")
    assert disputes([one, other]) == ()
    assert disputes([one]) == disputes([]) == ()


def test_figure_can_stand_in_two_quantities() -> None:
    """Who says that the whole crew of 300 was saved says how many they were, and how many were saved."""
    found = disputes([stated(sentence, outlet=f"Post {number}") for number, sentence in enumerate(_SAHAND)])
    assert sorted(sorted(voice.low or 0 for voice in each.voices) for each in found) == [
        [41, 300],
        [280, 300],
    ]


def test_figure_of_another_day_stays_out() -> None:
    """A third figure that is like both joins no figures of different days."""
    first, second, third = (stated(sentence, outlet="Post", name=sentence[:9]) for sentence in _SALVOES)
    assert not disputes([first, second])
    (dispute,) = disputes([first, second, third])
    assert len(dispute.voices) == 2


def test_figure_taken_up_again_is_told_once() -> None:
    """ "The 12 missiles" of a document that told of 12 missiles is no figure of its own."""
    one = stated("On the 2nd, Israel fired [[12]] missiles at Syria.", name="one")
    again = stated("Many houses in Syria burnt after [[the 12 missiles]] of Israel.", name="one")
    other = stated("Israel fired [[30]] missiles at Syria.", outlet="Wire")
    assert {id for each in disputes([one, again, other]) for voice in each.voices for id in voice.claims} == {
        one.claim.id,
        other.claim.id,
    }


def test_few_who_are_fewer_days_later_are_others() -> None:
    """One dead a week after two is another happening; two dead after one a day later is the same."""
    earlier = stated("[[Two]] people were killed in Lima, Peru.", "2023-05-03")
    later = stated("[[One]] person was killed in Lima, Peru, police said.", "2023-05-10")
    assert alike(earlier, later).reasons == ("a few, and fewer days later",)
    assert alike(later, stated("[[Three]] people were killed in Lima, Peru.", "2023-05-11")).score > 0


@given(st.randoms(use_true_random=False))
def test_order_of_figures_does_not_matter(chance: random.Random) -> None:
    """The same figures in any order, and some twice, give the same disputes."""
    shuffled = [*_ALL, *_ALL[:3]]
    chance.shuffle(shuffled)
    assert disputes(shuffled) == _FOUND


_ALL = [
    stated(told.sentence, told.published, outlet)
    for pair in pairs()[:12]
    for told, outlet in ((pair.one, "Post"), (pair.other, "Wire"))
]
_FOUND = disputes(_ALL)


def test_id_of_a_dispute_follows_from_its_figures() -> None:
    """Other figures, another id; the same, the same."""
    figures = [stated(sentence, outlet=outlet) for sentence, outlet in _SOMA]
    (dispute,) = disputes(figures)
    (fewer,) = disputes(figures[:2])
    assert disputes(figures)[0].id == dispute.id != fewer.id
    assert msgspec.json.decode(msgspec.json.encode(dispute)) is not None
