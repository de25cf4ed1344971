"""What is looked at to tell whether two tellings tell one event. Each row's docstring is its explanation.

A feature gives a number, usually 0 to 1, or `None` when one of the two is silent; silence counts neither
way. All of them are symmetric, and none looks at anything but the two tellings, so a score never changes
when other documents come in.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from dragoman.record.alike import closeness, cosine, gap, lies_in, meet, overlap, width
from dragoman.record.trace import Trace
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
# Of these a war or a quarrel brings many in a day, and a summit many meetings.
_FREQUENT = frozenset({EventType.ASSAULT, EventType.ACCUSE, EventType.CONSULT})
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
    return float(overlap(one.sides, other.sides) == 1.0)


def same_deed_that_day(one: Trace, other: Trace) -> float | None:
    """the same parties do the same sort of thing on the same day"""
    if one.when is None or other.when is None or width(one.when, other.when) > _FEW:
        return None
    if not one.sides or not other.sides or gap(one.when, other.when):
        return 0.0
    alike = one.type is other.type or frozenset((one.type, other.type)) in _NEIGHBOURS
    return float(alike and overlap(one.sides, other.sides) == 1.0)


def same_type_that_day(one: Trace, other: Trace) -> float | None:
    """it is the same type of event on the same day"""
    day = same_day(one, other)
    return None if day is None else day * float(one.type is other.type)


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


def same_seldom_type(one: Trace, other: Trace) -> float | None:
    """it is the same type of event, and one that does not come many times a day"""
    return float(one.type is other.type and one.type not in _FREQUENT)


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
    return overlap(one.sides, other.sides)


def other_parties(one: Trace, other: Trace) -> float | None:
    """of the states and blocs that take part some do so in one of them only"""
    shared = overlap(one.sides, other.sides)
    return None if shared is None else 1.0 - shared


def same_people(one: Trace, other: Trace) -> float | None:
    """the very same persons and bodies take part"""
    return overlap((*one.actors, *one.recipients), (*other.actors, *other.recipients))


def other_actor(one: Trace, other: Trace) -> float | None:
    """different ones act"""
    if not one.actors or not other.actors:
        return None
    if one.type in _BOTH_WAYS or other.type in _BOTH_WAYS:
        return float(not meet((*one.actors, *one.recipients), (*other.actors, *other.recipients)))
    return float(not meet(one.actors, other.actors))


def other_recipient(one: Trace, other: Trace) -> float | None:
    """different ones are acted upon"""
    if not one.recipients or not other.recipients:
        return None
    return float(not meet((*one.actors, *one.recipients), (*other.actors, *other.recipients)))


def turned_round(one: Trace, other: Trace) -> float | None:
    """who acts in one is acted upon in the other"""
    if one.type in _BOTH_WAYS or other.type in _BOTH_WAYS:
        return None
    if not (one.actors and one.recipients and other.actors and other.recipients):
        return None
    straight = meet(one.actors, other.actors) or meet(one.recipients, other.recipients)
    return float(not straight and meet(one.actors, other.recipients) and meet(one.recipients, other.actors))


def same_day(one: Trace, other: Trace) -> float | None:
    """both say a day, and it is the same"""
    if one.when is None or other.when is None:
        return None
    return 0.0 if gap(one.when, other.when) else 1.0 / width(one.when, other.when) ** 0.5


def days_apart(one: Trace, other: Trace) -> float | None:
    """both say when, and the days are apart"""
    if one.when is None or other.when is None:
        return None
    return math.log1p(gap(one.when, other.when)) / math.log1p(_MONTH)


def reported_together(one: Trace, other: Trace) -> float | None:
    """they were reported at about the same time"""
    if one.published is None or other.published is None or (one.when and other.when):
        return None
    return math.exp(-gap(one.published, other.published) / _FEW)


def reports_apart(one: Trace, other: Trace) -> float | None:
    """they were reported at different times"""
    if one.published is None or other.published is None or (one.when and other.when):
        return None
    if one.deed and one.deed == other.deed:
        return None  # what everybody knows is told of at any time
    return min(2.0, math.log1p(gap(one.published, other.published)) / math.log1p(_MONTH))


def out_of_time(one: Trace, other: Trace) -> float | None:
    """one says a day that does not fit the report of the other"""
    if one.near is None or other.near is None or (one.when is None) == (other.when is None):
        return None
    return min(2.0, math.log1p(gap(one.near, other.near)) / math.log1p(_MONTH))


def same_known_deed(one: Trace, other: Trace) -> float | None:
    """both mean the same happening that everybody knows"""
    return float(one.deed == other.deed) if one.deed and other.deed else None


def other_known_deed(one: Trace, other: Trace) -> float | None:
    """they mean two different happenings that everybody knows"""
    return float(one.deed != other.deed) if one.deed and other.deed else None


def same_place(one: Trace, other: Trace) -> float | None:
    """it is the same place"""
    if not one.place or not other.place:
        return None
    return float(one.place == other.place)


def other_place(one: Trace, other: Trace) -> float | None:
    """the places do not lie in each other"""
    if not one.place or not other.place:
        return None
    return float(not lies_in(one.place, other.place) and not lies_in(other.place, one.place))


def same_sentence(one: Trace, other: Trace) -> float | None:
    """it is the same sentence"""
    return None if one.document == other.document else float(one.sentence == other.sentence)


def shared_words(one: Trace, other: Trace) -> float | None:
    """the sentences share rare words"""
    return None if one.document == other.document else cosine(one.words, other.words)


def shared_detail(one: Trace, other: Trace) -> float | None:
    """the sentences share a rare word besides the act"""
    if one.document == other.document:
        return None
    shared = set(one.words).intersection(other.words).difference(one.act, other.act)
    return max(map(words.rarity, shared), default=0.0) / _RAREST


def same_word_and_details(one: Trace, other: Trace) -> float | None:
    """the act is named by the same word, and the sentences share rare words"""
    shared = shared_words(one, other)
    return None if shared is None else shared * (same_words_for_it(one, other) or 0.0)


def same_story(one: Trace, other: Trace) -> float | None:
    """the reports are about the same things"""
    return None if one.document == other.document else cosine(one.about, other.about)


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
    same_type_that_day,
    same_gist,
    same_type,
    same_seldom_type,
    neighbouring_type,
    opposite_type,
    same_parties,
    other_parties,
    same_people,
    other_actor,
    other_recipient,
    turned_round,
    same_day,
    days_apart,
    reported_together,
    reports_apart,
    out_of_time,
    same_known_deed,
    other_known_deed,
    same_place,
    other_place,
    same_sentence,
    shared_words,
    shared_detail,
    same_word_and_details,
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
        other_parties,
        other_actor,
        other_recipient,
        turned_round,
        days_apart,
        reports_apart,
        out_of_time,
        other_known_deed,
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
    shared_detail,
    same_word_and_details,
    one_report,
    shared_figures,
)
