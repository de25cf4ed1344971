"""What carries from sentence to sentence."""

from __future__ import annotations

from tests.reading.readings import mentions


def test_setting_places_common_nouns() -> None:
    """In a text about one country its police is that country's, and the reason says so."""
    found = mentions("Kenya held a vote.", "Kenya closed its roads.", "The police arrested protesters.")
    assert (found["police"].entity, found["protesters"].country) == ("KEN", "KEN")
    assert "set in KEN" in found["police"].reason


def test_mixed_text_has_no_setting() -> None:
    """Where no country prevails a common noun stays without one."""
    found = mentions("Kenya, Chad, Mali and Peru met.", "The police left.")
    assert found["police"].country is None


def test_named_organs_are_not_placed() -> None:
    """ "The Security Council" is written as a name and belongs to no country by itself."""
    found = mentions("Kenya met Kenya.", "Kenya left.", "Members of the Security Council left.")
    assert all(mention.country is None for words, mention in found.items() if "Council" in words)


def test_scene_of_the_sentence_comes_before_the_setting() -> None:
    """A place in the sentence places its common nouns."""
    found = mentions("Kenya held a vote.", "Kenya closed roads.", "Police in Chad left.")
    assert found["Police"].country == "TCD"
