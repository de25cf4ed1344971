"""Forms of verbs and nouns made from the lemma."""

from __future__ import annotations

import pytest

from dragoman.reading.inflect import Form, is_participle, noun_forms, plural, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("attack", "attack attacks attacked attacking"),
        ("seize", "seize seizes seized seizing"),
        ("deny", "deny denies denied denying"),
        ("expel", "expel expels expelled expelling"),
        ("withdraw", "withdraw withdraws withdrew withdrawn withdrawing"),
        ("retake", "retake retakes retook retaken retaking"),
        ("hit", "hit hits hitting"),
        ("veto", "veto vetoes vetoed vetoing"),
        ("cancel", "cancel cancels canceled cancelled canceling cancelling"),
        ("visit", "visit visits visited visiting"),
    ],
)
def test_verb_has_its_forms(lemma: str, forms: str) -> None:
    """Regular spelling, irregular verbs and what is made of them."""
    assert set(forms.split()) <= set(verb_forms(lemma))


def test_one_surface_can_be_two_forms() -> None:
    """ "Attacked" is past and participle; "withdrew" only past."""
    assert verb_forms("attack")["attacked"] == Form.PAST | Form.PARTICIPLE
    assert verb_forms("withdraw")["withdrew"] == Form.PAST


@pytest.mark.parametrize(
    ("noun", "many"), [("ally", "allies"), ("strike", "strikes"), ("gunman", "gunmen"), ("veto", "vetoes")]
)
def test_nouns_stand_in_either_number(noun: str, many: str) -> None:
    """Given in one number, found in both."""
    assert plural(noun) == many
    assert {noun, many} <= noun_forms(noun)


@pytest.mark.parametrize(("surface", "is_one"), [("held", True), ("imposed", True), ("withdrew", False)])
def test_participles_are_known(surface: str, is_one: bool) -> None:
    """By the ending, or from the list of irregular verbs."""
    assert is_participle(surface) is is_one
