"""The surfaces by which entities are found in a text."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from dragoman.terms import EntityKind, Interval
from dragoman.world import NameSense, load

COMMON_WORDS = sorted(set((Path(__file__).parent / "common_words.txt").read_text(encoding="utf-8").split()))

NAMED = [
    ("Kazakhstan", "KAZ", NameSense.NAME),
    ("Kazakh", "KAZ", NameSense.ADJECTIVE),
    ("Kazakhs", "KAZ", NameSense.DEMONYM),
    ("Nur-Sultan", "KAZ", NameSense.CAPITAL),
    ("Astana", "KAZ", NameSense.CAPITAL),
    ("Akorda", "KAZ", NameSense.SEAT),
    ("Kremlin", "RUS", NameSense.SEAT),
    ("White House", "USA", NameSense.SEAT),
    ("Foggy Bottom", "USA", NameSense.SEAT),
    ("Downing Street", "GBR", NameSense.SEAT),
    ("Elysee", "FRA", NameSense.SEAT),
    ("Blue House", "KOR", NameSense.SEAT),
    ("U.S.", "USA", NameSense.ACRONYM),
    ("DPRK", "PRK", NameSense.ACRONYM),
    ("UAE", "ARE", NameSense.ACRONYM),
    ("Burma", "MMR", NameSense.ALIAS),
    ("Turkiye", "TUR", NameSense.ALIAS),
    ("Kyiv", "UKR", NameSense.CAPITAL),
    ("Kiev", "UKR", NameSense.CAPITAL),
    ("Congo", "COD", NameSense.ALIAS),
    ("Congo", "COG", NameSense.ALIAS),
    ("CSTO", "CSTO", NameSense.ACRONYM),
    ("Brussels", "EU", NameSense.SEAT),
    ("Brussels", "BEL", NameSense.CAPITAL),
    ("Central Asian", "CENTRAL_ASIA", NameSense.ADJECTIVE),
    ("former Soviet republics", "POST_SOVIET", NameSense.NAME),
    ("Taliban", "Taliban", NameSense.NAME),
    ("Wagner", "Wagner Group", NameSense.ALIAS),
    ("Kassym-Jomart Tokayev", "Kassym-Jomart Tokayev", NameSense.FULL_NAME),
    ("Tokaev", "Kassym-Jomart Tokayev", NameSense.SURNAME),
    ("Zelensky", "Volodymyr Zelenskyy", NameSense.SURNAME),
    ("Prigozin", "Yevgeny Prigozhin", NameSense.SURNAME),
    ("Lukashenka", "Alexander Lukashenko", NameSense.SURNAME),
]


@pytest.mark.parametrize(("surface", "entity", "sense"), NAMED)
def test_a_surface_names_its_entity(surface: str, entity: str, sense: NameSense) -> None:
    """A surface is listed with the entity it names and the sense in which it does."""
    assert any((name.surface, name.entity, name.sense) == (surface, entity, sense) for name in load().names)


def test_both_apostrophes_are_listed() -> None:
    """The files write the straight apostrophe; the curly one is found too."""
    surfaces = {name.surface for name in load().names if name.entity == "TCD"}
    assert {"N'Djamena", "N\u2019Djamena"} <= surfaces


def test_almaty_is_no_capital() -> None:
    """The capital moved away in 1997; Almaty is a place, which acts for nobody."""
    world = load()
    assert {world.entities[n.entity].kind for n in world.names if n.surface == "Almaty"} == {EntityKind.PLACE}


def test_no_common_word_is_a_name() -> None:
    """No ordinary word is a name, in lower case or at the head of a sentence, unless it is explained."""
    world = load()
    surfaces = {name.surface for name in world.names}
    assert len(COMMON_WORDS) > 900
    mistaken = [
        written
        for word in COMMON_WORDS
        for written in (word, word.capitalize())
        if written in surfaces and written not in world.ambiguous
    ]
    assert mistaken == []


@pytest.mark.parametrize("surname", ["May", "Bush", "Law", "Brown", "Li", "Kim", "Rice", "Gates", "Singh"])
def test_an_ordinary_surname_needs_a_title(surname: str) -> None:
    """Theresa May is found as "Prime Minister May", never as "May"."""
    assert surname not in {name.surface for name in load().names}


def test_titled_surnames_are_kept_apart() -> None:
    """Surnames that need a title are listed as weak names, with the days they hold."""
    weak = defaultdict(list)
    for name in load().weak_names:
        weak[name.surface].append((name.entity, name.valid))
    assert ("Theresa May", Interval()) in weak["May"]
    assert weak["Li"] == [
        ("Li Keqiang", Interval(None, date(2023, 3, 10))),
        ("Li Qiang", Interval(date(2023, 3, 11), None)),
    ]


def test_every_name_belongs_to_somebody() -> None:
    """No name, strong or weak, points to an entity that is not there."""
    world = load()
    assert {name.entity for name in world.names + world.weak_names} <= set(world.entities)


def test_every_entity_has_a_name() -> None:
    """Whoever is known can be found in a text."""
    world = load()
    assert set(world.entities) == {name.entity for name in world.names}


def test_every_explanation_explains_a_name() -> None:
    """A surface in ambiguous.yml is a name, so that no explanation outlives its name."""
    world = load()
    assert set(world.ambiguous) <= {name.surface for name in world.names}


def test_every_member_of_the_united_nations_has_an_adjective() -> None:
    """Reports speak of "the Kazakh army": a state without an adjective would be missed."""
    world = load()
    spoken = {name.entity for name in world.names if name.sense is NameSense.ADJECTIVE}
    assert set(world.members("UN")) - spoken == {"VAT"}


def test_a_surname_follows_the_office() -> None:
    """Before 31 October 2003 "Aliyev" is the father, after it the son."""
    valid = {
        name.entity: name.valid
        for name in load().names
        if name.surface == "Aliyev" and name.sense is NameSense.SURNAME
    }
    assert valid["Heydar Aliyev"].latest == date(2003, 10, 30)
    assert valid["Ilham Aliyev"].earliest == date(2003, 10, 31)


def test_sector_nouns() -> None:
    """Nouns give their sector in the singular and the plural, irregular ones too."""
    nouns = load().sector_nouns
    assert len(nouns) >= 250
    assert {nouns[noun] for noun in ("troops", "soldier", "serviceman", "servicemen", "warplanes")} == {"MIL"}
    assert {nouns[noun] for noun in ("lawmakers", "parliament", "mp")} == {"LEG"}
    assert nouns["gunmen"] == "UAF"
    assert nouns["oligarchs"] == "ELI"
    assert nouns["police"] == "COP"
    assert nouns["rebels"] == "REB"


def test_counts_of_what_is_known() -> None:
    """The world does not shrink unnoticed."""
    counts: defaultdict[EntityKind, int] = defaultdict(int)
    for entity in load().entities.values():
        counts[entity.kind] += 1
    floors = {
        EntityKind.STATE: 222,
        EntityKind.BLOC: 77,
        EntityKind.REGION: 40,
        EntityKind.GROUP: 200,
        EntityKind.PERSON: 950,
    }
    assert all(counts[kind] >= floor for kind, floor in floors.items())
