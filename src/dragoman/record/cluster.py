"""Tellings, or documents, that belong together, from how alike each two of them are.

Average linkage (Sokal & Michener 1958): the two groups whose members are on average most alike are joined,
as long as that average reaches a threshold. The result depends on the scores alone, never on the order in
which things come. Found by chains of nearest neighbours (Murtagh 1983), which takes n² steps.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.terms import Link

THRESHOLD = 0.5  # joined where "the same" is likelier than not
UNSEEN = 0.05  # score of a pair that was never compared or fell short of being kept
# A larger group is first cut along its weaker links: its table of scores would not fit into memory.
LARGEST = 4000
_STRICTER = 0.1

Pair = tuple[str, str]


def clusters(
    members: Collection[str],
    links: Iterable[Link],
    together: Collection[Pair] = (),
    apart: Collection[Pair] = (),
    threshold: float = THRESHOLD,
) -> tuple[tuple[str, ...], ...]:
    """The groups, each sorted, by their smallest member.

    Args:
        members: everything that is to be grouped.
        links: scores of pairs; those whose ends are not both members are passed over.
        together: pairs that a person joined.
        apart: pairs that a person parted; they never end up in one group, whatever was joined.
        threshold: on the average score within which groups are joined.
    """
    kept = list(links)
    found: list[tuple[str, ...]] = []
    for component in components(members, kept, together, threshold):
        if len(component) > LARGEST and threshold < 1.0:
            found += clusters(component, kept, together, apart, threshold + _STRICTER)
        elif len(component) > 1:
            found += _linked(component, kept, together, apart, threshold)
        else:
            found.append(component)
    return tuple(sorted(found))


def components(
    members: Collection[str], links: Iterable[Link], together: Iterable[Pair], threshold: float
) -> list[tuple[str, ...]]:
    """What hangs together by links that reach the threshold, each part sorted, by its smallest member."""
    leader = {member: member for member in members}

    def find(member: str) -> str:
        while leader[member] != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    strong = ((link.one, link.other) for link in links if link.score >= threshold)
    for pairs in (strong, together):
        for one, other in pairs:
            if one in leader and other in leader:
                first, second = sorted((find(one), find(other)))
                leader[second] = first
    parts: dict[str, list[str]] = {}
    for member in sorted(leader):
        parts.setdefault(find(member), []).append(member)
    return [tuple(part) for part in parts.values()]


def _linked(
    members: Sequence[str],
    links: Sequence[Link],
    together: Collection[Pair],
    apart: Collection[Pair],
    threshold: float,
) -> list[tuple[str, ...]]:
    """Average linkage within one component."""
    place = {member: number for number, member in enumerate(members)}
    scores = np.full((len(members), len(members)), UNSEEN, dtype=np.float32)
    for link in links:
        if link.one in place and link.other in place:
            scores[place[link.one], place[link.other]] = scores[place[link.other], place[link.one]] = (
                link.score
            )
    parted = [(place[one], place[other]) for one, other in apart if one in place and other in place]
    joined = [(place[one], place[other]) for one, other in together if one in place and other in place]
    groups = _by_hand(_grown(_alone(members), scores, parted, threshold), joined, parted)
    said = _by_hand(_alone(members), joined, parted)
    if not all(any(one <= group for group in groups) for one in said if len(one) > 1):
        # Wholes that hold what people parted are not joined: then the single ones are, and the others follow
        groups = _grown(said, scores, parted, threshold)
    return [tuple(members[number] for number in sorted(group)) for group in groups]


def _by_hand(
    groups: list[set[int]], joined: Iterable[tuple[int, int]], parted: Iterable[tuple[int, int]]
) -> list[set[int]]:
    """The groups with those joined as wholes that people joined, unless that would join what they parted."""
    kept_apart = {frozenset(pair) for pair in parted}
    group_of = {number: group for group in groups for number in group}
    for one, other in sorted((min(pair), max(pair)) for pair in joined):
        left, right = group_of[one], group_of[other]
        if left is right or any(frozenset((a, b)) in kept_apart for a in left for b in right):
            continue
        left |= right
        for number in right:
            group_of[number] = left
    return list({id(group): group for group in group_of.values()}.values())


def _grown(
    groups: list[set[int]], scores: NDArray[np.float32], parted: Sequence[tuple[int, int]], threshold: float
) -> list[set[int]]:
    """Groups joined along chains of nearest neighbours, until none are alike enough."""
    sizes = np.array([len(group) for group in groups], dtype=np.float32)
    means = _averages(groups, scores)
    home = {member: number for number, group in enumerate(groups) for member in group}
    for one, other in parted:
        means[home[one], home[other]] = means[home[other], home[one]] = -np.inf
    np.fill_diagonal(means, -np.inf)
    open_ones, chain = set(range(len(groups))), [0]
    while len(open_ones) > 1:
        if not chain:
            chain = [min(open_ones)]
        here = chain[-1]
        nearest = int(means[here].argmax())
        if len(chain) > 1 and means[here, chain[-2]] >= means[here, nearest]:
            nearest = chain[-2]
        if means[here, nearest] < threshold:  # nobody will come nearer: averages of lower scores are lower
            chain.pop()
            open_ones.discard(here)
            means[here, :] = means[:, here] = -np.inf
        elif len(chain) > 1 and nearest == chain[-2]:
            kept, gone = sorted((here, nearest))
            _join(groups, sizes, means, kept, gone)
            open_ones.discard(gone)
            del chain[-2:]
        else:
            chain.append(nearest)
    return [group for group in groups if group]


def _alone(members: Sequence[str]) -> list[set[int]]:
    """Each by itself."""
    return [{number} for number in range(len(members))]


def _averages(groups: Sequence[set[int]], scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """How alike each two groups are."""
    sizes = np.array([len(group) for group in groups], dtype=np.float32)
    order = [member for group in groups for member in sorted(group)]
    starts = np.cumsum([0, *map(len, groups[:-1])])
    sums = np.add.reduceat(scores[np.ix_(order, order)], starts, axis=0)
    sums = np.add.reduceat(sums, starts, axis=1)
    return np.asarray(sums / np.outer(sizes, sizes), dtype=np.float32)


def _join(
    groups: list[set[int]], sizes: NDArray[np.float32], means: NDArray[np.float32], kept: int, gone: int
) -> None:
    """Put one group into another; its averages are those of both, weighed by their sizes."""
    groups[kept] |= groups[gone]
    groups[gone] = set()
    row = (means[kept] * sizes[kept] + means[gone] * sizes[gone]) / (sizes[kept] + sizes[gone])
    sizes[kept] += sizes[gone]
    row[kept] = row[gone] = -np.inf
    means[kept, :] = means[:, kept] = row
    means[gone, :] = means[:, gone] = -np.inf
