"""Texts looked at as translations: signs of the language, and words that mislead."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from dragoman.reading.translation import ROWS, Row, Strength, look
from dragoman.reading.translation.names import ear_of, names
from dragoman.reading.translation.pattern import demands
from dragoman.reading.translation.table import candidates
from dragoman.terms import DoubtKind, Mention, Span, Translation

GERMAN = "The number of the killed ones grew, the mine is, according to own statements, closed."
PLAIN = "The minister flew to Riga on Monday and met his colleague. The two signed a treaty on fish."


def said(text: str) -> dict[str, str]:
    """The doubtful words of a text, each with what it likely says."""
    return {doubt.span.of(text): doubt.likely for doubt in look(text).doubts}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.pattern[:40])
def test_every_row_holds_in_its_example(row: Row) -> None:
    """The example is the test: it fits the pattern, is no exception, and is found by its letters."""
    match = next(row.places(row.example), None)
    assert match is not None
    assert match.expand(row.likely) or row.strength is Strength.SIGN
    assert row.exception is None or not row.exception.search(row.example)
    assert row in candidates(row.example)


def test_sure_rows_speak_alone() -> None:
    """A phrase that nobody writes in English is shown wherever it stands."""
    assert said("The ship is, according to own statements, empty.") == {
        "according to own statements": "by its own account"
    }


def test_likely_rows_wait_for_the_language() -> None:
    """ "Should have fled" is good English, and hearsay where the text is German."""
    sentence = "Two men should have fled over the roof."
    assert not said(sentence)
    assert said(f"{GERMAN} {sentence}")["should have fled"] == "is said to have; or was to"


def test_the_language_is_guessed_from_several_signs() -> None:
    """Different rows add up; German is told from two phrases."""
    found = look(GERMAN)
    assert found.languages == ("de",)
    assert found.signs == 2


def test_one_sign_is_not_enough() -> None:
    """Unknown stays unknown, however often the same row holds."""
    assert look("The number of the killed ones grew. They buried the killed ones.").languages == ()


def test_languages_that_write_alike_are_named_together() -> None:
    """Days without a month and a party called a side: one of the three."""
    text = "On the 7th, the Russian side left (local time). On the same day, it ate. He rested on the day."
    assert set(look(text).languages) == {"ja", "ko", "zh"}


def test_plain_english_is_left_alone() -> None:
    """Neither marks nor a language."""
    assert look(PLAIN) == Translation()


def test_furniture_is_not_looked_at() -> None:
    """What is not the article may be in any English."""
    assert look(GERMAN, [Span(0, len(GERMAN))]) == Translation()


def test_the_same_words_in_a_quotation_are_the_speaker_s() -> None:
    """ "Our country" is the speaker's in a quotation, and the paper's outside."""
    chinese = "Netizens laughed. There is no suspense in the election. Analysis personnel see a cold winter."
    assert "Our embassy" in said(f"{chinese} Our embassy asked them to leave.")
    assert "Our embassy" not in said(f'{chinese} He said: "Our embassy asked them to leave."')


def test_a_condition_is_no_hearsay() -> None:
    """The conditional of a French paper is a claim, unless the sentence says if."""
    french = "The manifestants went home. The mayor precised that."
    assert said(f"{french} The blast would have killed two sailors.")["would have killed"].startswith(
        "has rep"
    )
    assert "would have killed" not in said(f"{french} It would have killed two if they had come.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The dam cost 10,000 thousand yen.", DoubtKind.FIGURE),
        ("Prices rose by 3,5 percent.", DoubtKind.FIGURE),
        ("The Eluosi fleet left.", DoubtKind.LEFT),
        ("He called it весна and left.", DoubtKind.LEFT),
        ("In the night to Monday snow fell.", DoubtKind.TIME),
        ("The ships left the port left the port.", DoubtKind.PHRASE),
    ],
)
def test_kinds_of_doubt(text: str, kind: DoubtKind) -> None:
    """Figures, words left standing, times and words said twice are told apart."""
    assert [doubt.kind for doubt in look(text).doubts] == [kind]


def test_a_word_of_the_original_in_brackets_was_put_there_on_purpose() -> None:
    """A gloss is no slip."""
    assert not look("The word (весна) means spring.").doubts


def test_spans_point_into_the_text_over_broken_lines() -> None:
    """A line that ends inside a phrase does not hide it."""
    text = "The ship is, according to own\nstatements, empty."
    assert look(text).doubts[0].span.of(text) == "according to own\nstatements"


def test_doubts_do_not_overlap() -> None:
    """Where two rows hold, the surer one is shown."""
    text = (
        "As ground the firm named a strike, without naming grounds. In the night to Monday it came to riots."
    )
    spans = [doubt.span for doubt in look(text).doubts]
    assert spans == sorted(spans)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))


def test_a_name_spelt_by_a_foreign_ear() -> None:
    """The known name is what is likely meant; the letters tell whose ear it was."""
    mention = Mention(
        "President Tokayeb", "Kassym-Jomart Tokayev", span=Span(10, 27), reason="spelt otherwise: Tokayev"
    )
    (found,) = names([mention, mention])
    assert (found.says, found.likely, found.span) == ("Tokayeb", "Tokayev", Span(20, 27))
    assert "ko" in found.languages


def test_a_misplaced_country_is_a_doubtful_name() -> None:
    """What the casting doubts is shown in the same lane."""
    mention = Mention("Korea", span=Span(3, 8), reason="'Korea' may be a translator's", doubtful=True)
    assert [doubt.likely for doubt in names([mention])] == ["at home, in our country"]


@pytest.mark.parametrize(
    ("written", "known", "language"),
    [("Labrov", "Lavrov", "ko"), ("Selenskyj", "Zelenskyy", "de"), ("Beskov", "Peskov", "ar")],
)
def test_ears(written: str, known: str, language: str) -> None:
    """Letters that come out otherwise point to a language."""
    ear = ear_of(written, known)
    assert ear is not None
    assert language in ear.languages


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("per decree", ((("per decree",),),)),
        ("(?:fire|blaze) out", (((" out",), ("fire", "blaze")),)),
        (r"\d+ (?:ab)?", ((),)),
        ("storm|rain fell", ((("storm",),), (("rain fell",),))),
    ],
)
def test_what_a_pattern_demands(pattern: str, letters: object) -> None:
    """Letters outside brackets, and one of each group that cannot be missing."""
    assert demands(pattern) == letters


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 500_000,
        ", so " + "A" * 79 + " A" * 40_000,
        "(" * 100_000,
        "the the " * 50_000,
        "so A-a, " * 50_000,
        '"' * 100_000,
    ],
)
def test_hostile_texts_take_no_time(hostile: str) -> None:
    """Words without end and words said a thousand times are looked at within seconds."""
    started = time.process_time()
    look(hostile)
    assert time.process_time() - started < 10


def test_patterns_are_for_whole_words() -> None:
    """Nothing is found inside a word."""
    assert not said("He unattentats the attentatsy.")
    assert list(said("Attentats shook the port.")) == ["Attentats"]
