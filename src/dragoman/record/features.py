"""What is looked at to tell whether two tellings tell one event. Each row's docstring is its explanation.

A feature gives a number, usually 0 to 1, or `None` when one of the two is silent; silence counts neither
way. All of them are symmetric, and none looks at anything but the two tellings, so a score never changes
when other documents come in.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dragoman.record.trace import OF, Days, Trace
from dragoman.terms import EventType, Status
from dragoman.world import plover, words

Feature = Callable[[Trace, Trace], float | None]

# Types that readers and newspapers use for one and the same act.
_NEIGHBOURS = frozenset(
    frozenset(pair)
    for pair in (
        (EventType.AGREE, EventType.CONSULT),
        (EventType.AGREE, EventType.COOPERATE),
        (EventType.AGREE, EventType.SUPPORT),
        (EventType.CONSULT, EventType.COOPERATE),
        (EventType.SUPPORT, EventType.COOPERATE),
        (EventType.SUPPORT, EventType.AID),
        (EventType.COOPERATE, EventType.AID),
        (EventType.CONCEDE, EventType.RETREAT),
        (EventType.CONCEDE, EventType.AGREE),
        (EventType.REJECT, EventType.ACCUSE),
        (EventType.REJECT, EventType.SANCTION),
        (EventType.ACCUSE, EventType.THREATEN),
        (EventType.SANCTION, EventType.COERCE),
        (EventType.COERCE, EventType.ASSAULT),
        (EventType.COERCE, EventType.PROTEST),
        (EventType.MOBILIZE, EventType.ASSAULT),
        (EventType.MOBILIZE, EventType.COERCE),
        (EventType.PROTEST, EventType.ASSAULT),
        (EventType.REQUEST, EventType.CONSULT),
    )
)
_BOTH_WAYS = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
_MONTH = 30.0
_RAREST = 9.0
_FEW = 3  # days
_OTHER_STORY = 0.12  # likeness of two documents
_COMMON = 4.5  # rarity of "accuse", "meet", "urge", "sign"


def same_words_for_it(one: Trace, other: Trace) -> float | None:
    """the act is named by the same word"""
    return float(not set(one.act).isdisjoint(other.act))


def rare_word_for_it(one: Trace, other: Trace) -> float | None:
    """the word they share for the act is a rare one"""
    shared = set(one.act).intersection(other.act)
    return max(map(words.rarity, shared)) / _RAREST if shared else 0.0


def same_deed(one: Trace, other: Trace) -> float | None:
    """the same parties do what is named by the same word"""
    if len(one.sides) < 2 or len(other.sides) < 2 or set(one.act).isdisjoint(other.act):
        return 0.0
    return float(_overlap(one.sides, other.sides) == 1.0)


def same_deed_that_day(one: Trace, other: Trace) -> float | None:
    """the same parties do the same sort of thing on the same day"""
    if one.when is None or other.when is None or _width(one.when, other.when) > _FEW:
        return None
    if not one.sides or not other.sides or _gap(one.when, other.when):
        return 0.0
    alike = one.type is other.type or frozenset((one.type, other.type)) in _NEIGHBOURS
    return float(alike and _overlap(one.sides, other.sides) == 1.0)


def same_gist(one: Trace, other: Trace) -> float | None:
    """the act means the same in its sentence"""
    if not one.gist or not other.gist:
        return None
    return closeness(one.gist, other.gist)


def same_words_and_gist(one: Trace, other: Trace) -> float | None:
    """the act is named by the same word and means the same"""
    gist = same_gist(one, other)
    return None if gist is None else gist * (same_words_for_it(one, other) or 0.0)


def same_type(one: Trace, other: Trace) -> float | None:
    """it is the same type of event"""
    return float(one.type is other.type)


def neighbouring_type(one: Trace, other: Trace) -> float | None:
    """the types are often used for one act"""
    return float(frozenset((one.type, other.type)) in _NEIGHBOURS)


def opposite_type(one: Trace, other: Trace) -> float | None:
    """one is cooperation and the other conflict"""
    return float(
        (plover.quad(one.type) > plover.Quad.MATERIAL_COOPERATION)
        != (plover.quad(other.type) > plover.Quad.MATERIAL_COOPERATION)
    )


def same_parties(one: Trace, other: Trace) -> float | None:
    """the same states and blocs take part"""
    return _overlap(one.sides, other.sides)


def same_people(one: Trace, other: Trace) -> float | None:
    """the very same persons and bodies take part"""
    return _overlap((*one.actors, *one.recipients), (*other.actors, *other.recipients))


def other_actor(one: Trace, other: Trace) -> float | None:
    """different ones act"""
    if not one.actors or not other.actors:
        return None
    if one.type in _BOTH_WAYS or other.type in _BOTH_WAYS:
        return float(not _meet((*one.actors, *one.recipients), (*other.actors, *other.recipients)))
    return float(not _meet(one.actors, other.actors))


def other_recipient(one: Trace, other: Trace) -> float | None:
    """different ones are acted upon"""
    if not one.recipients or not other.recipients:
        return None
    return float(not _meet((*one.actors, *one.recipients), (*other.actors, *other.recipients)))


def turned_round(one: Trace, other: Trace) -> float | None:
    """who acts in one is acted upon in the other"""
    if one.type in _BOTH_WAYS or other.type in _BOTH_WAYS:
        return None
    if not (one.actors and one.recipients and other.actors and other.recipients):
        return None
    straight = _meet(one.actors, other.actors) or _meet(one.recipients, other.recipients)
    return float(not straight and _meet(one.actors, other.recipients) and _meet(one.recipients, other.actors))


def same_day(one: Trace, other: Trace) -> float | None:
    """both say a day, and it is the same"""
    if one.when is None or other.when is None:
        return None
    gap = _gap(one.when, other.when)
    return (1.0 / _width(one.when, other.when) ** 0.5) if gap == 0 else 0.0


def days_apart(one: Trace, other: Trace) -> float | None:
    """both say when, and the days are apart"""
    if one.when is None or other.when is None:
        return None
    return math.log1p(_gap(one.when, other.when)) / math.log1p(_MONTH)


def reports_apart(one: Trace, other: Trace) -> float | None:
    """they were reported at different times"""
    if one.published is None or other.published is None or (one.when and other.when):
        return None
    return min(2.0, math.log1p(_gap(one.published, other.published)) / math.log1p(_MONTH))


def out_of_time(one: Trace, other: Trace) -> float | None:
    """one says a day that does not fit the report of the other"""
    if one.near is None or other.near is None or (one.when is None) == (other.when is None):
        return None
    return min(2.0, math.log1p(_gap(one.near, other.near)) / math.log1p(_MONTH))


def same_place(one: Trace, other: Trace) -> float | None:
    """it is the same place"""
    if not one.place or not other.place:
        return None
    return float(one.place == other.place)


def other_place(one: Trace, other: Trace) -> float | None:
    """the places do not lie in each other"""
    if not one.place or not other.place:
        return None
    return float(not _lies_in(one.place, other.place) and not _lies_in(other.place, one.place))


def same_sentence(one: Trace, other: Trace) -> float | None:
    """it is the same sentence"""
    return None if one.document == other.document else float(one.sentence == other.sentence)


def shared_words(one: Trace, other: Trace) -> float | None:
    """the sentences share rare words"""
    return _likeness(one.words, other.words)


def same_story(one: Trace, other: Trace) -> float | None:
    """the reports are about the same things"""
    return None if one.document == other.document else _likeness(one.about, other.about)


def other_story(one: Trace, other: Trace) -> float | None:
    """the reports are about other things"""
    likeness = same_story(one, other)
    return None if likeness is None else float(likeness < _OTHER_STORY)


def other_story_no_day(one: Trace, other: Trace) -> float | None:
    """the reports are about other things, and no common day is said"""
    if one.when is not None and other.when is not None:
        return 0.0
    return other_story(one, other)


def nothing_else_shared(one: Trace, other: Trace) -> float | None:
    """the sentences share no rare word besides the act"""
    return float(set(one.words).difference(one.act).isdisjoint(set(other.words).difference(other.act)))


def common_word_for_it(one: Trace, other: Trace) -> float | None:
    """they share but a word for the act that many acts have, in reports about other things"""
    shared = set(one.act).intersection(other.act)
    if not shared or max(map(words.rarity, shared)) > _COMMON:
        return 0.0
    return other_story_no_day(one, other)


def one_report(one: Trace, other: Trace) -> float | None:
    """both stand in one report, which seldom tells a thing twice"""
    return float(one.document == other.document)


def shared_figures(one: Trace, other: Trace) -> float | None:
    """they share a number"""
    if not one.figures or not other.figures:
        return None
    return float(not set(one.figures).isdisjoint(other.figures))


def denied_by_one(one: Trace, other: Trace) -> float | None:
    """one of them denies it"""
    return float((one.status is Status.DENIED) != (other.status is Status.DENIED))


def wished_by_one(one: Trace, other: Trace) -> float | None:
    """one of them only plans, expects or calls for it"""
    return float((one.status in _WISHED) != (other.status in _WISHED))


_WISHED = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR})

# Every feature, in the order of the weights.
FEATURES: tuple[Feature, ...] = (
    same_words_for_it,
    rare_word_for_it,
    same_deed,
    same_deed_that_day,
    same_gist,
    same_type,
    neighbouring_type,
    opposite_type,
    same_parties,
    same_people,
    other_actor,
    other_recipient,
    turned_round,
    same_day,
    days_apart,
    reports_apart,
    out_of_time,
    same_place,
    other_place,
    same_sentence,
    shared_words,
    same_story,
    other_story,
    other_story_no_day,
    nothing_else_shared,
    common_word_for_it,
    one_report,
    shared_figures,
    denied_by_one,
    wished_by_one,
)


# Those that speak against one event; a fit may not turn them round, nor the others.
AGAINST: frozenset[Feature] = frozenset(
    {
        opposite_type,
        other_actor,
        other_recipient,
        turned_round,
        days_apart,
        reports_apart,
        out_of_time,
        other_place,
        other_story,
        other_story_no_day,
        nothing_else_shared,
        common_word_for_it,
        one_report,
        denied_by_one,
        wished_by_one,
    }
)

# Those that need nothing but the words.
OF_WORDS: tuple[Feature, ...] = (
    same_words_for_it,
    rare_word_for_it,
    same_gist,
    same_words_and_gist,
    shared_words,
    one_report,
    shared_figures,
)


def closeness(one: bytes, other: bytes) -> float:
    """Cosine of two directions of signed bytes."""
    return float(direction(one) @ direction(other))


@lru_cache(maxsize=16_384)
def direction(gist: bytes) -> NDArray[np.float32]:
    """The bytes as a vector of length 1."""
    vector = np.frombuffer(gist, dtype=np.int8).astype(np.float32)
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector


def _likeness(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Cosine of two sets of stems, each weighing as much as it is rare."""
    if not one or not other:
        return None
    # Exact, for the order of a set is another in each process
    shared = math.fsum(words.rarity(stem) ** 2 for stem in set(one).intersection(other))
    if not shared:
        return 0.0
    return shared / math.sqrt(_square(tuple(one)) * _square(tuple(other)))


@lru_cache(maxsize=16_384)
def _square(stems: tuple[str, ...]) -> float:
    return sum(words.rarity(stem) ** 2 for stem in stems)


def _overlap(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Share of the smaller side that stands on the other as well."""
    if not one or not other:
        return None
    left, right = set(one), set(other)
    return len(left & right) / min(len(left), len(right))


def _meet(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether somebody can be meant by both: the same, or a state and somebody of it."""
    return any(_compatible(left, right) for left in one for right in other)


def _compatible(one: str, other: str) -> bool:
    """Equal, or a state and somebody of it; two different persons or ministries of a state are not."""
    if one == other:
        return True
    (left, who), (right, whom) = one.split(OF, 1), other.split(OF, 1)
    return left == right and (who in ("", left) or whom in ("", right))


def _gap(one: Days, other: Days) -> int:
    """Days between two stretches; 0 when they touch."""
    return max(0, one[0] - other[1], other[0] - one[1])


def _width(one: Days, other: Days) -> int:
    """Days of the wider stretch."""
    return max(one[1] - one[0], other[1] - other[0]) + 1


def _lies_in(small: str, large: str) -> bool:
    return small == large or small.startswith((f"{large}/", f"{large}:"))
