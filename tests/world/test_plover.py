"""The PLOVER tables agree with themselves and with each other."""

from __future__ import annotations

from collections import defaultdict

import pytest

from dragoman.terms import EventType
from dragoman.world.plover import CueKind, Quad, load, quad, score

PLOVER = load()
COOPERATION = {Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION}


@pytest.mark.parametrize("event_type", EventType)
def test_the_sign_of_a_score_agrees_with_its_quad(event_type: EventType) -> None:
    """Cooperation scores above zero and conflict below, but for the exceptions that are explained."""
    if event_type in PLOVER.tables.types.exceptions:
        assert score(event_type) == 0.0
    else:
        assert (score(event_type) > 0) == (quad(event_type) in COOPERATION)


@pytest.mark.parametrize("event_type", EventType)
def test_scores_stay_on_the_scale(event_type: EventType) -> None:
    """Types and modes score from -10 to +10."""
    modes = PLOVER.modes(event_type)
    assert all(-10 <= score(event_type, mode) <= 10 for mode in (None, *modes))


def test_material_acts_weigh_more_than_verbal_ones() -> None:
    """On each side every material type lies further from zero than every verbal one."""
    weight = {kind: [abs(score(t)) for t in EventType if quad(t) is kind] for kind in Quad}
    assert min(weight[Quad.MATERIAL_COOPERATION]) > max(weight[Quad.VERBAL_COOPERATION])
    assert min(weight[Quad.MATERIAL_CONFLICT]) > max(weight[Quad.VERBAL_CONFLICT])


def test_the_disputed_questions_are_decided() -> None:
    """SANCTION and COERCE are material conflict; ACCUSE is below zero; REQUEST is verbal conflict at zero."""
    assert quad(EventType.SANCTION) is quad(EventType.COERCE) is Quad.MATERIAL_CONFLICT
    assert score(EventType.ACCUSE) < 0
    assert (quad(EventType.REQUEST), score(EventType.REQUEST)) == (Quad.VERBAL_CONFLICT, 0.0)


def test_every_cue_names_a_mode_of_its_type() -> None:
    """A mode that modes.yml does not list cannot be exported or scored."""
    unknown = [
        (event_type, cue.cue, cue.mode)
        for event_type, cue in PLOVER.cues()
        if cue.mode is not None and (event_type is None or cue.mode not in PLOVER.modes(event_type))
    ]
    assert unknown == []


def test_one_pattern_means_one_type() -> None:
    """A pattern may have several examples but names one type, so the order of the files decides nothing."""
    meanings: dict[tuple[str, CueKind], set[EventType | None]] = defaultdict(set)
    for event_type, cue in PLOVER.cues():
        meanings[cue.cue, cue.kind].add(event_type)
    assert {pattern: types for pattern, types in meanings.items() if len(types) > 1} == {}
