"""The next contact: what it foresees, what it may know, and what little it needs."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.system.contact import FEATURES, ContactModel, History, Side, Traits
from dragoman.terms import DragomanError
from tests.system.contact.pasts import ACTORS, BUSY, MEET, PARTNER, WEEKLY, history, rows, shuffled


@pytest.fixture(scope="module")
def model() -> ContactModel:
    """Fitted on an invented past."""
    return ContactModel.fit(history(rows()), at=134)


def test_a_pair_that_meets_every_week_ranks_first(model: ContactModel) -> None:
    """From either side."""
    assert model.questions > 0
    first = model.next(WEEKLY, MEET, 134, k=1)[0]
    assert (first.actor, first.probability > 0.5) == (PARTNER, True)
    assert model.next(PARTNER, MEET, 134, k=1, side=Side.ACTOR)[0].actor == WEEKLY


def test_the_order_of_the_input_does_not_matter(model: ContactModel) -> None:
    """Weights and answers are the same to the last digit."""
    other = ContactModel.fit(history(shuffled(rows())), at=134)
    assert np.array_equal(model.weights, other.weights)
    assert model.certainty == other.certainty
    one, two = (m.next(BUSY, MEET, 134, k=3) for m in (model, other))
    assert [(p.actor, p.probability) for p in one] == [(p.actor, p.probability) for p in two]


def test_the_future_is_not_looked_at(model: ContactModel) -> None:
    """Rows from the day asked about on change nothing."""
    table = rows()
    other = ContactModel.fit(history(table[table[:, 0] < 134]), at=134)
    assert np.array_equal(model.weights, other.weights)
    one, two = (m.next(BUSY, MEET, 134, k=ACTORS) for m in (model, other))
    assert [p.score for p in one] == [p.score for p in two]


def test_terms_sum_to_the_score(model: ContactModel) -> None:
    """And probabilities to one."""
    found = model.next(BUSY, MEET, 134, k=ACTORS)
    assert sum(p.probability for p in found) == pytest.approx(1.0)
    for one in found:
        assert sum(term.value for term in one.terms) == pytest.approx(one.score, abs=1e-6)


def test_what_is_explained_is_what_ranks(model: ContactModel) -> None:
    """Scores for lists and for explanations are reckoned apart and agree."""
    found = model.next(BUSY, MEET, 134, k=ACTORS)
    expected = model.certainty.probabilities(np.array([p.score for p in found]))
    assert [p.probability for p in found] == pytest.approx(expected, abs=1e-5)


def test_terms_name_the_events_they_rest_on(model: ContactModel) -> None:
    """By the caller's own numbers, and all of the past."""
    table = rows()
    terms = {term.name: term for term in model.next(WEEKLY, MEET, 134, k=1)[0].terms}
    same = table[list(terms["same"].rows)]
    assert (same[:, 1:] == (WEEKLY, MEET, PARTNER)).all()
    assert same[:, 0].tolist() == [127, 120, 113, 106, 99]


def test_the_same_country_helps_where_nothing_else_is_known() -> None:
    """Names speak for those who have never met."""
    traits = Traits(np.array([0, 1, 0]), np.array([-1, -1, -1]))
    model = ContactModel.fit(History.of([], [], [], [], actors=3, relations=1, traits=traits), at=1)
    assert model.next(0, 0, 1, k=3)[0].actor != 1


@pytest.mark.parametrize("events", [0, 1, 2, 10, 100])
def test_thin_records_do_not_crash(events: int) -> None:
    """With too little to learn from, the weights by default stand."""
    table = rows()[:events]
    model = ContactModel.fit(history(table.reshape(-1, 4)), at=200)
    found = model.next(WEEKLY, MEET, 200, k=3)
    assert len(found) == 3
    assert np.isfinite([p.score for p in found]).all()
    assert (model.questions > 0) == (events >= 100)
    if events:
        assert found[0].actor == PARTNER


def test_unknown_ids_are_named(model: ContactModel) -> None:
    """With those there are."""
    with pytest.raises(DragomanError, match="actor 99; expected an id from 0 to 11"):
        model.next(99, MEET, 134)
    with pytest.raises(DragomanError, match="relation 2; expected an id from 0 to 1"):
        model.next(0, 2, 134)
    with pytest.raises(DragomanError, match="groups of 1 relations"):
        ContactModel.fit(history(rows(10)), at=9, groups=np.array([0]))


def test_each_feature_explains_itself_once() -> None:
    """In a sentence, under a name of its own."""
    assert len({feature.name for feature in FEATURES}) == len(FEATURES)
    assert all(feature.meaning.endswith(".") for feature in FEATURES)
