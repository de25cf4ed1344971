"""Who stands where around a verb."""

from __future__ import annotations

import pytest

from tests.reading.readings import clauses


def _subjects(sentence: str, verb: str) -> list[str]:
    laid = clauses(sentence)
    group = next(group for group in laid.groups if laid.tokens[group.head].text == verb)
    found = laid.subjects(group)
    return [" ".join(t.text for t in laid.tokens[phrase.first : phrase.last + 1]) for phrase in found]


@pytest.mark.parametrize(
    ("sentence", "verb", "subjects"),
    [
        ("Chile and Peru met.", "met", ["Chile", "Peru"]),
        ("Chile, Peru and Bolivia met.", "met", ["Chile", "Peru", "Bolivia"]),
        ("Putin, who turned 70 on Friday, thanked Xi.", "thanked", ["Putin"]),
        ("Danilov, secretary of the council, thanked Xi.", "thanked", ["Danilov"]),
        ("The CSTO (a pact), led by Russia, left.", "left", ["CSTO"]),
        ("Chile, which Peru attacked, twice refused.", "refused", ["Chile"]),
        ("After meeting Xi, Putin thanked Kenya.", "meeting", ["Putin"]),
        ("Kenya urged Chad to withdraw.", "withdraw", ["Chad"]),
        ("Kenya urged him to withdraw.", "withdraw", ["him"]),
        ("Kenya vowed to withdraw.", "withdraw", ["Kenya"]),
        ("Peru called in the Chilean envoy, Jan Nowak, and demanded an answer.", "demanded", ["Peru"]),
        ("Peru met Chile and demanded an answer.", "demanded", ["Peru"]),
        ("Kenya said it attacked Chad.", "attacked", ["Kenya"]),
    ],
)
def test_subject_is_found(sentence: str, verb: str, subjects: list[str]) -> None:
    """Lists, asides, infinitives, shared subjects and pronouns lead to who acts."""
    assert _subjects(sentence, verb) == subjects


def test_passive_without_agent_is_done_by_who_announces_it() -> None:
    """What a government announces, it does itself."""
    laid = clauses("Japan announced that eight envoys will be expelled.")
    assert laid.announcer(laid.groups[-1]) == laid.phrases[:1]
