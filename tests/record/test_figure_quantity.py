"""What a figure counts, of whose people, and who states it."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.record.figure_quantity import quantity
from dragoman.record.figure_stated import voice
from dragoman.terms import Attribution, Mention
from tests.record.figure_texts import stated


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("Chad's army said it had lost [[20]] soldiers.", {"TCD"}),
        ("Chad's army said it had killed [[20]] soldiers.", set()),
        ("Chad raised the number of its dead soldiers in the battle with Sudan to [[43]].", {"TCD"}),
        ("Chad has massed [[7,000]] soldiers near Sudan.", {"TCD"}),
        ("Chad has [[7,000]] soldiers near Sudan.", {"TCD"}),
        ("Sudan accused Chad of having moved [[7,000]] soldiers to the border.", {"TCD"}),
    ],
)
def test_those_counted_belong_to_whoever_loses_or_sends_them(sentence: str, states: set[str]) -> None:
    """Its own dead, soldiers that it has lost, soldiers that it has massed."""
    assert quantity(stated(sentence)).named == states


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("[[Three]] injured had succumbed to their wounds in Lima.", "died later"),
        ("[[Three]] injured were brought to Lima.", "wounded"),
        ("Peru got back [[215]] people.", "freed"),
        ("Peru captured [[25]] soldiers.", "captured"),
    ],
)
def test_what_befell_those_counted(sentence: str, act: str) -> None:
    """Who died later is no longer wounded; captured and freed are told apart from being there."""
    assert quantity(stated(sentence)).act == act


@pytest.mark.parametrize(
    ("sentence", "is_part"),
    [
        ("In that city police said [[12]] people had died.", True),
        ("For the Cusco region alone Peru counted [[12]] dead.", True),
        ("Peru counted [[36]] dead, and in that city alone nine children were buried.", False),
    ],
)
def test_figure_of_one_place_is_a_part(sentence: str, is_part: bool) -> None:
    """Words of a part hold for the figure behind them."""
    assert quantity(stated(sentence)).is_part is is_part


def test_minister_called_by_name_is_the_voice() -> None:
    """An office with the name behind it is the person, as where he is called by his name alone."""
    office = Attribution(Mention("Ukraine's defence minister", entity="UKR", country="UKR", sector="GOV"))
    person = Attribution(Mention("Oleksii Reznikov", entity="Oleksii Reznikov", country="UKR", sector="GOV"))
    told = stated("[[94,300]] soldiers stood at the border of Ukraine.")
    claim = msgspec.structs.replace(told.claim, said_by=(office, person))
    assert voice(msgspec.structs.replace(told, claim=claim)) == "Oleksii Reznikov/GOV"


def test_noun_that_is_no_name_is_no_person() -> None:
    """Russians are persons, Ukrainian regions are not."""
    assert quantity(stated("[[98,000]] Russians live in Peru.")).measure == "persons"
    assert quantity(stated("[[Four]] Ukrainian regions voted.")).measure == "region"
