"""What a user types, and whom it means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms import UnknownName
from dragoman.world import load

TYPED = [
    ("KAZ", "KAZ"),
    ("kz", "KAZ"),
    ("398", "KAZ"),
    ("kazakhstan", "KAZ"),
    ("Kazakh", "KAZ"),
    ("  United   States ", "USA"),
    ("uk", "GBR"),
    ("u.s.", "USA"),
    ("kremlin", "RUS"),
    ("csto", "CSTO"),
    ("opec+", "OPEC+"),
    ("central asia", "CENTRAL_ASIA"),
    ("CENTRAL_ASIA", "CENTRAL_ASIA"),
    ("wagner", "Wagner Group"),
    ("vladimir putin", "Vladimir Putin"),
    ("Tokaev", "Kassym-Jomart Tokayev"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("AU", "AU"),
]


@pytest.mark.parametrize(("typed", "entity"), TYPED)
def test_resolve(typed: str, entity: str) -> None:
    """An id, an ISO code or any name is understood, whatever its case."""
    assert load().resolve(typed).id == entity


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("Kazakstn", "Kazakhstan"),
        ("Belaruss", "Belarus"),
        ("Vladimir Puttin", "Vladimir Putin"),
        ("NATOO", "NATO"),
    ],
)
def test_unknown_name_offers_the_nearest(typed: str, nearest: str) -> None:
    """A slip of the finger is an error that names what was probably meant."""
    with pytest.raises(UnknownName) as refused:
        load().resolve(typed)
    assert nearest in refused.value.nearest


def test_a_shared_name_is_not_guessed() -> None:
    """ "Congo" is two states; the error names both."""
    with pytest.raises(UnknownName) as refused:
        load().resolve("Congo")
    assert refused.value.nearest == ("COD", "COG")


def test_nonsense_offers_nothing() -> None:
    """What resembles no name gets no suggestion."""
    with pytest.raises(UnknownName) as refused:
        load().resolve("qqxxzzwwkk")
    assert refused.value.nearest == ()


@given(st.data())
def test_every_id_resolves_to_itself(draw: st.DataObject) -> None:
    """No code or name of another entity hides an id."""
    identity = draw.draw(st.sampled_from(sorted(load().entities)))
    assert load().resolve(identity.lower()).id == identity


def test_entities_of_a_country() -> None:
    """A country is itself, its groups and its people."""
    ids = {entity.id for entity in load().entities_of_country("KAZ")}
    assert {"KAZ", "Kassym-Jomart Tokayev", "Amanat", "Mazhilis"} <= ids
    assert load().entities_of_country("nowhere") == ()
