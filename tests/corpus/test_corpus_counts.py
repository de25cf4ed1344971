"""The corpus as a whole holds enough of every difficulty to be worth reading."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict

from dragoman.corpus import AnsweredEvent, Outcome, Style, answers, stories
from dragoman.terms import Status

ANSWERS = answers()
TRANSLATED = (Style.MT_JA, Style.MT_KO, Style.MT_DE, Style.MT_ZH)


def told(status: Status) -> list[tuple[str, AnsweredEvent]]:
    """Every telling that gives this status first, with the report's slug."""
    return [
        (slug, event)
        for slug, found in ANSWERS.items()
        for event in found.events
        if event.status[0] == status
    ]


def test_there_are_at_least_64_reports_by_ten_outlets() -> None:
    """Size and variety of voices."""
    assert len(ANSWERS) >= 64
    assert len({found.outlet for found in ANSWERS.values()}) == 10


def test_machine_translation_comes_in_four_languages() -> None:
    """At least four reports each from Japanese, Korean, German and Chinese."""
    styles = Counter(found.style for found in ANSWERS.values())
    assert all(styles[style] >= 4 for style in TRANSLATED)


def test_furniture_missing_dates_and_copies_are_common() -> None:
    """Eight reports with furniture, twenty without a date, six copies."""
    assert sum(bool(found.boilerplate) for found in ANSWERS.values()) >= 8
    assert sum(not found.dated for found in ANSWERS.values()) >= 20
    assert sum(found.copy_of is not None for found in ANSWERS.values()) >= 6


def test_stories_copies_are_the_answers_copies() -> None:
    """Both places say the same."""
    listed = {(copy, original, kind) for copy, original, kind in stories().copies}
    assert listed == {(slug, a.copy_of, a.copy) for slug, a in ANSWERS.items() if a.copy_of}


def test_eight_figures_are_in_disagreement() -> None:
    """Each disagreement is carried by claims of the named reports with the named values."""
    values = defaultdict(set)
    for slug, found in ANSWERS.items():
        for claim in found.claims:
            values[claim.claim, slug].add(claim.value)
    assert len(stories().disagreements) >= 8
    for dispute in stories().disagreements:
        assert len(set(dispute.values)) > 1, dispute.claim
        for slug, value in zip(dispute.reports, dispute.values, strict=True):
            assert value in values[dispute.claim, slug], (dispute.claim, slug)


def test_eight_plans_are_told_before_and_after() -> None:
    """Each plan is told as planned; a settled one is told again as what became of it."""
    planned = {event.event for _, event in told(Status.PLANNED)} | {e.event for _, e in told(Status.POSSIBLE)}
    after = {event.event for found in ANSWERS.values() for event in found.events if settled(event)}
    assert len(stories().plans) >= 8
    for plan in stories().plans:
        assert plan.event in planned, plan
        assert plan.outcome is Outcome.UNKNOWN or plan.outcome_event in after, plan


def settled(event: AnsweredEvent) -> bool:
    return event.status[0] in (Status.HAPPENED, Status.ONGOING, Status.DENIED)


def test_eight_reports_hold_denials() -> None:
    """Somebody says it is not so."""
    assert len({slug for slug, _ in told(Status.DENIED)}) >= 8


def test_a_third_of_the_claims_are_hedged_and_half_are_attributed() -> None:
    """At least, some, up to, more than half; the ministry said."""
    claims = list(itertools.chain.from_iterable(found.claims for found in ANSWERS.values()))
    assert sum(claim.qualifier is not None for claim in claims) * 3 >= len(claims)
    assert sum(bool(claim.attributed_to) for claim in claims) * 2 >= len(claims)


def test_some_happenings_are_told_by_several_outlets() -> None:
    """Merging has something to merge: twenty happenings with two outlets or more."""
    outlets = defaultdict(set)
    for found in ANSWERS.values():
        for event in found.events:
            outlets[event.event].add(found.outlet)
    assert sum(len(voices) > 1 for voices in outlets.values()) >= 20
