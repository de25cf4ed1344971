"""The tables that tell furniture by one line, shown by their examples."""

import time

import pytest

from dragoman.text.furniture_cues import Cue
from dragoman.text.furniture_inside import INSIDE
from dragoman.text.furniture_lines import FEATURES, Feature, Hint, hint, look, score
from dragoman.text.furniture_opening import OPENING
from dragoman.text.furniture_words import AFTERWARDS, WHOLE

CUES = [*OPENING, *INSIDE]


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.catches[:40])
def test_each_cue_catches_its_example(cue: Cue) -> None:
    """The example is furniture because of this very pattern, and stands where the row says."""
    pattern = cue.compiled()
    folded = cue.catches.casefold()
    assert pattern.match(folded) if cue in OPENING else pattern.search(folded)
    assert hint(cue.catches) is (Hint.AFTERWARDS if cue.afterwards else Hint.FURNITURE)


@pytest.mark.parametrize("prose", [cue.spares for cue in CUES if cue.spares], ids=lambda prose: prose[:40])
def test_prose_that_comes_close_gives_nothing_away(prose: str) -> None:
    """No cue at all catches the line that a row promises to spare."""
    assert hint(prose) is Hint.NONE


@pytest.mark.parametrize("cue", INSIDE, ids=lambda cue: cue.needle)
def test_each_inside_cue_has_a_needle_in_its_example(cue: Cue) -> None:
    """Only lines that hold the needle are searched, so every row needs one."""
    assert cue.needle
    assert cue.needle in cue.catches.casefold()


PROSE = """
The president wrote:
The terms of the sale, he said, were kept from the public.
More than forty lorries waited at the border.
Read together, the two letters tell another story.
See for yourself, the general told the reporters.
Follow the money, the prosecutor said.
Share prices in Moscow fell by a third.
Print workers in Bishkek went on strike.
Join the union or leave it, Putin told them.
Source close to the ministry say that the talks failed.
The minister was a reporter for the Gazette before the war.
By Monday the army had left.
Tags were put on the goods at the border.
Photographs of the bridge were shown to the envoys.
Next to the palace stood a tank.
Contact with the unit was lost on Tuesday.
Comments by the minister angered the neighbours.
Home is where nobody shoots, she said.
Editor Aida Nurlan was freed on bail.
Copyright law was the last point of the treaty.
Watch towers were built along the river.
Latest figures put the dead at forty.
2 days later the border was open again.
12 views of the war clashed at the summit, said one of the guests.
Updated rules for the passage of grain take effect on Friday, the ministry of trade said.
Click beetles ruined the harvest in the south.
""".strip().splitlines()


@pytest.mark.parametrize("prose", PROSE)
def test_news_that_begins_like_furniture_is_spared(prose: str) -> None:
    """A word of the tables alone gives no sentence away."""
    assert hint(prose) is Hint.NONE


def test_a_phrase_is_known_in_any_dress() -> None:
    """Case, counts and outer punctuation do not matter."""
    assert {hint(line) for line in ("SHARE:", "Share (12)", "» share «")} == {Hint.FURNITURE}
    assert hint("Leave a Reply") is Hint.AFTERWARDS
    assert AFTERWARDS < WHOLE


def test_a_short_sentence_is_no_phrase() -> None:
    """A full stop makes an answer of what would be a button."""
    assert hint("Next.") is Hint.NONE
    assert hint("It seems.") is Hint.NONE


def test_bare_punctuation_is_furniture() -> None:
    """Lines without a letter or digit hold nothing to read."""
    assert hint(".") is Hint.FURNITURE
    assert hint("* * *") is Hint.FURNITURE
    assert hint("1991") is Hint.NONE


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_each_feature_holds_for_its_example(feature: Feature) -> None:
    """The example line has what the feature asks for, in the setting that it names."""
    line = look(
        feature.example.strip(),
        continues=feature.name == "goes on",
        repeated=feature.name == "stood here before",
    )
    assert feature.holds(line)


def test_a_paragraph_outscores_a_menu() -> None:
    """Prose is positive, a menu in one line is negative."""
    prose = (
        "The ministers of the four river states met in Osh on Friday and agreed that the dam would stay shut."
    )
    assert score(look(prose)) > 3
    assert score(look("Home | Asia | Water | Trade")) < -3


def test_a_line_of_ten_million_characters_is_looked_at_quickly() -> None:
    """Only the two ends of a line are searched."""
    started = time.perf_counter()
    for line in ("by " * 3_000_000, "x" * 10_000_000, "share " * 1_600_000):
        look(line.strip())
    assert time.perf_counter() - started < 2
