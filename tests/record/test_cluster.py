"""Groups from scores: average linkage, whatever the order, and what people joined and parted."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record import cluster
from dragoman.record.cluster import THRESHOLD, UNSEEN, Pair, clusters, components
from dragoman.terms import Link

Groups = tuple[tuple[str, ...], ...]

seeds = st.integers(0, 2**32)
NAMES = "abcdefghijkl"


def table(seed: int, share: float = 0.6) -> tuple[str, list[Link]]:
    """Up to twelve members, and random scores of a share of their pairs."""
    dice = random.Random(seed)
    members = NAMES[: dice.randint(1, len(NAMES))]
    pairs = [pair for pair in combinations(members, 2) if dice.random() < share]
    return members, [Link(*pair, dice.uniform(0.15, 1.0)) for pair in pairs]


def said(seed: int, most: int = 4) -> list[Pair]:
    """A few pairs that somebody judged."""
    dice = random.Random(seed)
    return [(one, other) for one, other in (dice.sample(NAMES, 2) for _ in range(dice.randint(0, most)))]


def naive(members: str, links: list[Link], threshold: float = THRESHOLD) -> Groups:
    """Average linkage as it is defined: the two groups most alike are joined, again and again."""
    scores = {frozenset((link.one, link.other)): link.score for link in links}
    groups: list[tuple[str, ...]] = [(member,) for member in members]

    def average(one: tuple[str, ...], other: tuple[str, ...]) -> float:
        found = [scores.get(frozenset((a, b)), UNSEEN) for a in one for b in other]
        return sum(found) / len(found)

    while len(groups) > 1:
        one, other = max(combinations(groups, 2), key=lambda pair: average(*pair))
        if average(one, other) < threshold:
            break
        groups = [group for group in groups if group not in (one, other)] + [(*one, *other)]
    return tuple(sorted(tuple(sorted(group)) for group in groups))


@settings(deadline=None, max_examples=60)
@given(seeds, st.sampled_from([0.3, 0.6, 1.0]), st.sampled_from([0.3, THRESHOLD, 0.6]))
def test_it_is_average_linkage(seed: int, share: float, threshold: float) -> None:
    """Chains of nearest neighbours find what the definition gives."""
    members, links = table(seed, share)
    assert clusters(members, links, threshold=threshold) == naive(members, links, threshold)


@settings(deadline=None, max_examples=60)
@given(seeds, st.lists(st.sampled_from([0.2, 0.4, 0.5, 0.8]), min_size=66, max_size=66))
def test_the_order_does_not_matter(seed: int, scores: list[float]) -> None:
    """Of members, links and judgements; also where many scores are equal."""
    dice = random.Random(seed)
    links = [Link(*pair, score) for pair, score in zip(combinations(NAMES, 2), scores, strict=True)]
    together, apart = said(seed), said(seed + 1)
    expected = clusters(NAMES, links, together, apart)
    turned = [(other, one) for one, other in dice.sample(together, len(together))]
    found = clusters(
        dice.sample(NAMES, len(NAMES)),
        dice.sample(links, len(links)),
        turned,
        dice.sample(apart, len(apart)),
    )
    assert found == expected


@settings(deadline=None, max_examples=60)
@given(seeds, st.sampled_from([3, cluster.LARGEST]))
def test_what_people_say_holds(seed: int, largest: int) -> None:
    """What is parted is never in one group; what is joined is, where nothing joined with it is parted."""
    members, links = table(seed)
    together, apart = said(seed), said(seed + 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cluster, "LARGEST", largest)
        found = clusters(members, links, together, apart)
    assert sorted("".join("".join(group) for group in found)) == sorted(members)
    group_of = {member: group for group in found for member in group}
    assert all(group_of.get(one) != group_of.get(other, ()) for one, other in apart)
    for part in components(members, [], together, THRESHOLD):
        if not any(set(pair) <= set(part) for pair in apart):
            assert len({group_of[member] for member in part}) == 1


def test_scores_to_strangers_are_passed_over() -> None:
    """Nothing is grouped that was not asked for."""
    links = [Link("a", "b", 0.9), Link("b", "x", 0.9), Link("x", "y", 0.9)]
    assert clusters("ab", links, [("b", "y")], [("a", "x")]) == (("a", "b"),)
    assert clusters((), links) == ()


def test_one_strong_pair_does_not_join_two_groups() -> None:
    """Most of the pairs between them were not even worth keeping."""
    links = [Link("a", "b", 0.9), Link("b", "c", 0.7), Link("c", "d", 0.9)]
    assert clusters("abcd", links, threshold=0.5) == (("a", "b"), ("c", "d"))
    more = [*links, Link("a", "c", 0.7), Link("a", "d", 0.7)]
    assert clusters("abcd", more, threshold=0.5) == (("a", "b", "c", "d"),)


def test_what_a_person_joins_is_joined_as_wholes() -> None:
    """Neither telling is torn from those that are alike; unless somebody parted two of them."""
    links = [Link("a", "b", 0.9), Link("c", "d", 0.8)]
    assert clusters("abcd", links, [("b", "c")]) == (("a", "b", "c", "d"),)
    assert clusters("abcd", links, [("b", "c")], [("b", "c")]) == (("a", "b"), ("c", "d"))
    assert clusters("abcd", links, [("b", "c")], [("a", "c")]) == (("a",), ("b", "c"), ("d",))
    more = [*links, Link("a", "c", 0.6)]
    assert clusters("abcd", more, [("b", "c")], [("a", "d")]) == (("a", "b", "c"), ("d",))


def test_a_group_that_is_too_large_is_cut_at_its_weaker_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same groups as long as the strong links hold them."""
    monkeypatch.setattr(cluster, "LARGEST", 3)
    strong = [Link("a", "b", 0.9), Link("c", "d", 0.9), Link("d", "e", 0.9), Link("c", "e", 0.9)]
    assert clusters("abcde", [*strong, Link("b", "c", 0.45)]) == (("a", "b"), ("c", "d", "e"))


def test_components_hang_together_by_strong_links() -> None:
    """A link of exactly the threshold is one."""
    links = [Link("a", "b", 0.5), Link("b", "c", 0.49)]
    assert components("cba", links, [], 0.5) == [("a", "b"), ("c",)]
    assert components("cba", links, [("c", "a")], 0.5) == [("a", "b", "c")]
