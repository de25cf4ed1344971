"""Whom a phrase names with the help of what stands beside it or was said before."""

from __future__ import annotations

import pytest

from tests.reading.readings import events, mentions


@pytest.mark.parametrize(
    ("sentence", "words", "country"),
    [
        ("The withdrawal of the troops of Rwanda began.", "troops of Rwanda", "RWA"),
        ("The governors of northern Chile met.", "governors", "CHL"),
        ("Ukraine's minister, Jan Nowak, left.", "Jan Nowak", "UKR"),
        ("Police in Kenya left.", "Police", "KEN"),
        ("Chile said its army had left.", "army", "CHL"),
    ],
)
def test_owner_stands_beside(sentence: str, words: str, country: str) -> None:
    """ "Of", apposition, "its" and the place of the act give a noun its country."""
    assert mentions(sentence)[words].country == country


def test_name_in_apposition_is_the_noun() -> None:
    """ "The alliance CSTO" is the CSTO."""
    assert mentions("The alliance CSTO met in Minsk.")["alliance CSTO"].entity == "CSTO"


@pytest.mark.parametrize(
    ("before", "after", "words", "entity"),
    [
        ("The Kenyan defence ministry spoke.", "The ministry left.", "ministry", "KEN"),
        ("The CSTO met.", "The alliance sent troops to Chad.", "alliance", "CSTO"),
        ("Kazakhstan President Tokayeb spoke.", "President Tokayeb left.", "President Tokayeb",
         "Kassym-Jomart Tokayev"),
    ],
)  # fmt: skip
def test_description_takes_up_the_only_one(before: str, after: str, words: str, entity: str) -> None:
    """A definite noun, a bloc and a surname take up who was called so before."""
    found = mentions(before, after)[words]
    assert found.entity == entity
    assert "takes up" in found.reason or "spelt otherwise" in found.reason


def test_two_candidates_are_nobody() -> None:
    """Between two ministries the text does not say which."""
    found = mentions("The Kenyan ministry met the Chadian ministry.", "The ministry left.")
    assert found["ministry"].entity is None


@pytest.mark.parametrize(
    ("before", "after", "who"),
    [
        ("Putin met Xi Jinping.", "He thanked Kenya.", "Vladimir Putin"),
        ("Kenya met Xi Jinping.", "He thanked Chad.", "Xi Jinping"),
        ("Kenya closed the road.", "It expelled the Chadian envoy.", "KEN"),
        ("Kenyan troops left.", "They attacked Chad.", "KEN"),
    ],
)
def test_pronoun_takes_up_the_sentence_before(before: str, after: str, who: str) -> None:
    """He is the person who acted, else the last one named; it and they are who acted."""
    assert events(before, after)[-1].actors[0].entity == who


def test_both_presidents_are_two() -> None:
    """ "Both presidents" are the only two who were named."""
    found = events("Vladimir Putin received Xi Jinping.", "Both presidents condemned Kenya.")[-1]
    assert {mention.entity for mention in found.actors} == {"Vladimir Putin", "Xi Jinping"}


def test_left_out_subject_is_that_of_the_sentence_before() -> None:
    """ "Also appealed for help" is done by who acted before; the actor is understood, not named."""
    (actor,) = events("Kenya met Chad.", "Also appealed for help from Norway.")[-1].actors
    assert (actor.entity, actor.text, actor.span) == ("KEN", "", None)
