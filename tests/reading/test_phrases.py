"""Noun phrases put together from names, titles and common nouns."""

from __future__ import annotations

import pytest

from tests.reading.readings import clauses, events


def _phrases(sentence: str) -> list[str]:
    laid = clauses(sentence)
    return [" ".join(t.text for t in laid.tokens[p.first : p.last + 1]) for p in laid.phrases]


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("Russian Foreign Minister Sergei Lavrov met Xi Jinping.",
         ["Russian Foreign Minister Sergei Lavrov", "Xi Jinping"]),
        ("Ukraine's army left.", ["Ukraine 's army"]),
        ("The president of Chile spoke.", ["president of Chile"]),
        ("Two remaining Iranian gunmen fled.", ["Iranian gunmen"]),
        ("Moscow-backed fighters left.", ["fighters"]),
        ("The Viasna group left.", ["Viasna"]),
        ("Both sides met.", ["sides"]),
        ("He met her.", ["He"]),
    ],
)  # fmt: skip
def test_pieces_make_one_phrase(sentence: str, phrases: list[str]) -> None:
    """Adjective, title and name belong together; what only colours another name does not count."""
    assert _phrases(sentence) == phrases


@pytest.mark.parametrize(
    ("sentence", "preposition"),
    [
        ("Talks with the Iranian army ended.", "with"),
        ("In Herat.", "in"),
        ("In his speech he left.", None),
        ("Iran left.", None),
    ],
)
def test_preposition_is_seen_through_the_article(sentence: str, preposition: str | None) -> None:
    """The preposition governs the phrase behind its article and adjectives; a pronoun has none."""
    assert clauses(sentence).phrases[0].preposition == preposition


@pytest.mark.parametrize("time", ["At noon", "In 2014", "At 5 pm", "On Friday", "In Geneva"])
def test_a_time_or_place_in_front_leaves_the_subject_free(time: str) -> None:
    """What opens the sentence has its own preposition and does not govern the subject behind it."""
    (event,) = events(f"{time} Russian forces attacked Ukraine.")
    assert [actor.entity for actor in event.actors] == ["RUS"]
