"""Words by their stems, and how much each tells."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms import WorldError
from dragoman.world import words


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("The troops’ advance", ["the", "troop", "advanc"]),
        ("Putin's troops shelled it", ["putin", "troop", "shell", "it"]),
        ("COVID-19, G7", ["covid", "19", "g7"]),
        ("co_operate", ["co", "oper"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_a_text_is_its_stems(text: str, stems: list[str]) -> None:
    """In order, without case, genitive and marks."""
    assert words.stems(text) == stems


@given(st.text(max_size=30))
def test_any_text_has_stems(text: str) -> None:
    """Also one that is no English; case says nothing in plain letters."""
    found = words.stems(text)
    assert all(words.rarity(stem) >= 0 for stem in found)
    if text.isascii():
        assert words.stems(text.upper()) == words.stems(text.lower())


def test_little_words_tell_little() -> None:
    """What nobody counted tells most."""
    ranked = [words.rarity(stem) for stem in ("the", "said", "attack", "invas", "qwxyz")]
    assert ranked == sorted(ranked)
    assert ranked[0] < 0.5 < 2 < ranked[2]
    assert (words.is_known("attack"), words.is_known("qwxyz")) == (True, False)


@pytest.mark.parametrize(
    ("noun", "verb"),
    [("invasion", "invade"), ("agreement", "agree"), ("attack", "attack"), ("shelling", "shell")],
)
def test_a_noun_belongs_to_its_verb(noun: str, verb: str) -> None:
    """By their stems."""
    assert words.family(words.stem(noun)) == words.family(words.stem(verb)) == words.stem(verb)


@pytest.mark.parametrize(("british", "american"), [("recognised", "recognized"), ("mobilise", "mobilize")])
def test_spellings_are_one(british: str, american: str) -> None:
    """What is written with an s here and with a z there is one act; "promised" is none of them."""
    assert words.family(words.stem(british)) == words.family(words.stem(american))
    assert words.family(words.stem("promised")) == "promis"


def test_a_word_without_a_family_is_its_own() -> None:
    """As most are."""
    assert words.family("qwxyz") == "qwxyz"


@pytest.mark.parametrize("asked", [words.rarity, words.family])
def test_damaged_tables_are_named(
    asked: Callable[[str], object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whether they are missing or are something else."""
    caches = (words._families, words._rarities, words._rarest, words._counts)
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    for is_there in (False, True):
        for name in (words.COUNTS, words.FAMILIES) if is_there else ():
            (tmp_path / name).write_bytes(b"\xff")
        for cache in caches:
            cache.cache_clear()
        with pytest.raises(WorldError, match=r"cannot be read.*Reinstall dragoman"):
            asked("attack")
    for cache in caches:
        cache.cache_clear()
