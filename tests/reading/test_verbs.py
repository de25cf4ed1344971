"""Where a sentence has its verbs, and what their auxiliaries say."""

from __future__ import annotations

import pytest

from tests.reading.readings import clauses


def _verbs(sentence: str) -> list[str]:
    laid = clauses(sentence)
    return [laid.tokens[group.head].text for group in laid.groups]


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Iran rejects the offer.", ["rejects"]),
        ("The attack on Herat ended.", ["ended"]),
        ("The captured soldiers met the envoy.", ["met"]),
        ("In May the talks ended.", ["ended"]),
        ("Dushanbe said ten wounded had left.", ["said", "left"]),
        ("The General Assembly expelled Russia.", ["expelled"]),
        ("The agency writes that Iran attacked Herat.", ["writes", "attacked"]),
        ('"Iran attacked Herat", says the mayor.', ["attacked", "says"]),
    ],
)
def test_verbs_are_told_from_nouns(sentence: str, verbs: list[str]) -> None:
    """Nouns, attributes, months and counts of people of the same spelling are no verbs."""
    assert _verbs(sentence) == verbs


@pytest.mark.parametrize(
    ("sentence", "passive", "negated", "infinitive"),
    [
        ("Herat was attacked.", True, False, False),
        ("Herat was not attacked.", True, True, False),
        ("Iran did not attack Herat.", False, True, False),
        ("Iran didn't attack Herat.", False, True, False),
        ("Iran won't attack Herat.", False, True, False),
        ("Herat, attacked by Iran, burns.", True, False, False),
        ("Putin told Xi by telephone.", False, False, False),
        ("To attack Herat is wrong.", False, False, True),
    ],
)
def test_auxiliaries_are_read(sentence: str, passive: bool, negated: bool, infinitive: bool) -> None:
    """Voice, negation and infinitive stand in the words in front of the verb or behind it."""
    group = clauses(sentence).groups[0]
    assert (group.passive, group.negated, group.infinitive) == (passive, negated, infinitive)
