"""Which field is which."""

from __future__ import annotations

import pytest

from dragoman.sources.fields import SYNONYMS, Fields, pick
from dragoman.terms import UnreadableInput


def test_other_common_names_are_understood() -> None:
    """An export with `body`, `headline`, `date`, `source` and `link` needs no mapping."""
    row = {"Body": "A.", "headline": "B", "date": "2022", "source": "C", "link": "D"}
    assert pick(row, {}) == Fields("A.", title="B", url="D", published="2022", outlet="C")


def test_two_possible_texts_are_refused() -> None:
    """No guess is made about which of two fields is the article."""
    with pytest.raises(UnreadableInput, match="'content' and 'body' could each be the text"):
        pick({"body": "A.", "content": "B."}, {})


def test_two_fields_with_the_same_text_are_one() -> None:
    """Agreement is no ambiguity."""
    assert pick({"body": "A.", "content": "A."}, {}).text == "A."


def test_two_possible_dates_leave_it_unknown() -> None:
    """An ambiguous date is no date; the article is still read."""
    assert pick({"text": "A.", "date": "2022-10-07", "pubdate": "2022-10-09"}, {}).published is None


def test_the_own_name_wins() -> None:
    """`text` is the text, whatever else is there."""
    assert pick({"text": "A.", "body": "B.", "content": "C."}, {}).text == "A."


def test_a_mapping_reaches_into_nested_objects() -> None:
    """`source.name` is the name in the source."""
    row = {"text": "A.", "source": {"id": 4, "name": "Steppe Courier"}}
    assert pick(row, {"outlet": "source.name"}).outlet == "Steppe Courier"


def test_a_mapping_to_a_missing_field_names_those_there_are() -> None:
    """The message holds what is needed to mend the mapping."""
    with pytest.raises(UnreadableInput, match="no field 'corpus' in it; its fields are body, when"):
        pick({"body": "A.", "when": "2022"}, {"text": "corpus"})


def test_numbers_are_taken_as_written() -> None:
    """A date as seconds since 1970 is passed on."""
    assert pick({"text": "A.", "published": 1665136800}, {}).published == "1665136800"


@pytest.mark.parametrize("row", [{}, {"title": "B"}, {"text": " "}, {"text": None}, {"text": ["A."]}])
def test_rows_without_text_are_refused(row: dict[str, object]) -> None:
    """An article has a text."""
    with pytest.raises(UnreadableInput, match=r"no text in it|its text is empty"):
        pick(row, {})


def test_no_synonym_is_claimed_twice() -> None:
    """Each other name belongs to one field."""
    names = [name for others in SYNONYMS.values() for name in others]
    assert len(names) == len(set(names))
    assert all(name == name.casefold() for name in names)
