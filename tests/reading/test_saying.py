"""Every row of the saying table reads its own example, and who says so is who says so."""

from __future__ import annotations

import pytest

from dragoman.terms import EventMention
from dragoman.world.language import SayingCue, load
from tests.reading.readings import events


def _sources(event: EventMention) -> list[str]:
    return [said.source.text for said in event.said_by]


@pytest.mark.parametrize("row", load().saying, ids=lambda row: row.cue)
def test_row_reads_its_example(row: SayingCue) -> None:
    """The act that is said is said by the row's source; a row without source is said by nobody named."""
    found = [e for e in events(row.example) if row.said.lower() in e.trigger.of(row.example).lower()]
    assert found
    if row.source:
        named = [words.lower() for event in found for words in _sources(event)]
        assert any(row.source.lower() in words or words in row.source.lower() for words in named)


@pytest.mark.parametrize(
    ("sentence", "trigger", "source"),
    [
        ("Iran shelled Herat, the mayor said late on Friday.", "shelled", "mayor"),
        ("Iran shelled Herat, witnesses told this newspaper.", "shelled", "witnesses"),
        ("Iran shelled Herat, a person in his office said.", "shelled", "person"),
        ("Police detained 40 people in Minsk, says the monitoring group Viasna.", "detained", "Viasna"),
        ("In Herat a school was shelled by Iran, according to the city.", "shelled", "city"),
        ("Jan Nowak, the Polish envoy to Chad, said Libya had attacked the camp.", "attacked", "Jan Nowak"),
    ],
)
def test_source_is_found_on_either_side(sentence: str, trigger: str, source: str) -> None:
    """Sources may follow, precede, be common nouns or stand apart from their verb."""
    by_trigger = {event.trigger.of(sentence).split()[0]: event for event in events(sentence)}
    assert any(source in words for words in _sources(by_trigger[trigger]))


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Brussels announced sanctions, and Kyiv asked for arms.", "asked"),
        ("Baku said it was late and demanded an answer from Yerevan.", "demanded"),
        ("Ankara sided with Baku: Yerevan should stop, the minister said.", "sided"),
        ("Finland announced that it will withdraw its envoy.", "withdraw"),
        ("According to the plan, Chile will meet Peru in May.", "meet"),
    ],
)
def test_what_the_article_says_itself_has_no_source(sentence: str, trigger: str) -> None:
    """Another clause, the speaker's own act and his own plans are not reported by him."""
    found = [e for e in events(sentence) if e.trigger.of(sentence).startswith(trigger)]
    assert found
    assert not found[0].said_by


def test_open_quotation_keeps_its_speaker() -> None:
    """The second sentence of a quotation is said by the speaker of the first."""
    first = 'The Kenyan minister said: "Somalia shelled the post on Monday.'
    found = events(first, 'Ethiopia attacked us at night."')
    assert [_sources(event) for event in found if event.trigger.start > len(first)] == [["Kenyan minister"]]


def test_a_describing_adjective_takes_its_noun_along() -> None:
    """Not "American" says so, but an American television channel."""
    (event,) = events("An American television channel reported that Iran attacked Iraq.")
    assert [said.source.text for said in event.said_by] == ["American television channel"]
