"""Mending a text without touching its wording."""

from __future__ import annotations

import time

import ftfy.bad_codecs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.text.repair import repair

ftfy.bad_codecs.ok()  # makes the sloppy encodings known, in which no byte is undefined

CLEAN = (
    "The minister left for Tashkent.",
    "“We are ready,” he said – and left; the café’s owner (José Peña) agreed…",
    "He quoted: «Мы готовы». Then 岸田文雄 and 김대중 were named.",
    "Costs rose 5% to €30 & more: AT&T, R&D; a < b.",
    "Première ligne.\n\nDeuxième ligne.",
)


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_stays_as_it_is(text: str) -> None:
    """Curly quotes, dashes and foreign letters are no faults."""
    assert repair(text).text == text
    assert repair(text).notes == ()


@pytest.mark.parametrize(
    ("right", "read_as"),
    [
        ("The café in São Paulo was “closed”, he said.", "sloppy-windows-1252"),
        ("The Åland islands and Å.", "latin-1"),
        ("The café in Sao Paulo was closed.", "latin-1"),
        ("The spokesman wrote: Мы готовы к переговорам.", "cp1252"),
        ("The spokesman wrote: Мы готовы к переговорам.", "cp1251"),
        ("Minister Žižka’s plan", "cp1250"),
    ],
)
def test_text_decoded_twice_is_undone(right: str, read_as: str) -> None:
    """UTF-8 that somebody took for something else."""
    broken = right.encode().decode(read_as)
    mended = repair(broken)
    assert mended.text == right
    assert mended.notes == ("mojibake repaired",)


def test_one_broken_line_is_mended_beside_a_sound_one() -> None:
    """Pages are glued together from differently broken parts."""
    sound, right = "Он сказал: «да».", "The café was closed."
    assert repair(f"{sound}\n{right.encode().decode('cp1252')}").text == f"{sound}\n{right}"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\u2028", "\u2029"])
def test_line_ends_become_one(end: str) -> None:
    """Whatever system wrote it."""
    assert repair(f"One.{end}Two.") == repair("One.\nTwo.")


def test_invisible_characters_go_and_odd_spaces_become_spaces() -> None:
    """Words meet their dictionary form again."""
    mended = repair("\ufeffKaza\u00adkh\u200bstan\u00a0said\x00 no\u202f.\x07")
    assert mended.text == "Kazakhstan said no ."
    assert mended.notes == ("control and invisible characters removed",)


def test_windows_punctuation_read_as_latin_1_is_undone() -> None:
    """The commonest single fault of old archives."""
    right = "He left… at once – “today”."
    assert repair(right.encode("cp1252").decode("latin-1")).text == right


def test_tabs_stay() -> None:
    """They part columns."""
    assert repair("a\tb").text == "a\tb"


def test_character_references_are_resolved() -> None:
    """Scraped text keeps them; an ampersand alone is none."""
    assert repair("AT&amp;T said &quot;no&quot; &#8211; R&D;").text == 'AT&T said "no" – R&D;'


def test_accents_are_joined_to_their_letters() -> None:
    """A letter and its accent are one character."""
    assert repair("Jose\u0301").text == "José"


@settings(deadline=None)
@given(text=st.text())
def test_repairing_twice_changes_nothing_more_and_the_text_can_be_stored(text: str) -> None:
    """What comes out is UTF-8 without control characters."""
    mended = repair(text).text
    mended.encode("utf-8")
    assert not any(character < " " and character not in "\n\t" for character in mended)


@pytest.mark.parametrize("unit", ["Ã©", "â€œ a ", "&amp", "РџСЂ", "é ", "\x00", "\r"])
def test_ten_megabytes_on_one_line_are_no_trouble(unit: str) -> None:
    """Time grows with length only."""
    begun = time.monotonic()
    repair(unit * (3_000_000 // len(unit)))
    assert time.monotonic() - begun < 10
