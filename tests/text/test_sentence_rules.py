"""The rules that end sentences, shown by their examples."""

import pytest

from dragoman.text.sentence_rules import RULES
from dragoman.text.sentences import split

EXAMPLES = [(rule.name, example) for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_each_example_ends_its_sentences_at_the_bars(name: str, example: str) -> None:
    """A bar in an example stands where a sentence ends, and nowhere else does one."""
    expected = [part.strip() for part in example.split("|") if part.strip()]
    text = example.replace("|", "")
    assert [sentence.of(text) for sentence in split(text)] == expected
