"""Whether an act happened, goes on, is planned, is possible, is denied or is called for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dragoman.reading.clauses import Clauses
from dragoman.reading.cues import CueMatch, CueTable, longest
from dragoman.reading.inflect import Form
from dragoman.reading.layout import STOPS
from dragoman.reading.verbs import VerbGroup, is_month
from dragoman.terms import Status
from dragoman.world.language import Scope, StatusCue
from dragoman.world.language import load as load_language

_MODALS = {
    "will": Status.PLANNED, "wo": Status.PLANNED, "shall": Status.PLANNED, "would": Status.PLANNED,
    "may": Status.POSSIBLE, "might": Status.POSSIBLE, "could": Status.POSSIBLE, "can": Status.POSSIBLE,
    "should": Status.CALLED_FOR, "must": Status.CALLED_FOR, "ought": Status.CALLED_FOR,
}  # fmt: skip
_IS = frozenset({"is", "are", "am"})
_CONDITIONS = frozenset({"if", "unless", "provided", "providing"})
_PRESENT_BE = frozenset({"is", "are", "am", "'re", "been"})
# How far behind a cue of clause scope an act may stand, in words.
_REACH = 14


@cache
def _table() -> CueTable[StatusCue]:
    return CueTable(load_language().status)


def status_cues(clauses: Clauses) -> list[CueMatch[StatusCue]]:
    """The words of a sentence that set a status, longest first where they overlap, in order."""
    return longest(_table().matches(clauses.tokens))


def status_of(
    clauses: Clauses,
    words: Sequence[int],
    group: VerbGroup | None,
    cues: Sequence[CueMatch[StatusCue]],
) -> Status:
    """The status of an act.

    Args:
        clauses: its sentence.
        words: indices of the words that name it.
        group: its own verb group, or the verb that carries it when it is a noun.
        cues: what `status_cues` found.
    """
    own = _of_group(group)
    passable = frozenset(word for cue in cues for word in cue.words)
    reaching = [cue for cue in cues if _reaches(clauses, cue, words, group, passable)]
    if any(cue.row.status is Status.POSSIBLE and _is_condition(clauses, cue) for cue in reaching):
        return Status.POSSIBLE
    own = Status.HAPPENED if _looks_alike(group, reaching) else own
    if own is Status.DENIED or any(cue.row.status is Status.DENIED for cue in reaching):
        return Status.DENIED
    if reaching:
        nearest = min(reaching, key=lambda cue: (abs(cue.head - words[0]), -len(cue.words)))
        return nearest.row.status
    return own


def _looks_alike(group: VerbGroup | None, reaching: Sequence[CueMatch[StatusCue]]) -> bool:
    """Whether the negation of a verb is part of words that negate nothing: "not only attacked"."""
    affirming = (cue for cue in reaching if cue.row.status is Status.HAPPENED)
    return group is not None and any(group.first <= cue.first < group.head for cue in affirming)


def _is_condition(clauses: Clauses, cue: CueMatch[StatusCue]) -> bool:
    """Whether a cue makes all behind it depend on something, a negation included: "if Iran does not sign"."""
    return clauses.tokens[cue.first].lower in _CONDITIONS


def _of_group(group: VerbGroup | None) -> Status:
    """What the auxiliaries alone say."""
    if group is None:
        return Status.HAPPENED
    if group.negated:
        return Status.DENIED
    for word in group.auxiliaries:
        if word in _MODALS:
            return _MODALS[word]
    if "to" in group.auxiliaries and _IS.intersection(group.auxiliaries):
        return Status.PLANNED
    if "being" in group.auxiliaries and _IS.intersection(group.auxiliaries):
        return Status.ONGOING
    going_on = bool(group.form & Form.GERUND) and bool(_PRESENT_BE.intersection(group.auxiliaries))
    return Status.ONGOING if going_on else Status.HAPPENED


def _reaches(
    clauses: Clauses,
    cue: CueMatch[StatusCue],
    words: Sequence[int],
    group: VerbGroup | None,
    passable: frozenset[int],
) -> bool:
    """Whether an act stands on the side of a cue that the cue governs, with no other clause between."""
    if cue.head in words or words[0] in cue.words or is_month(clauses.tokens, cue.head):
        return False
    if group is not None and group.is_finite and _is_joined(clauses, cue, group):
        return False
    if cue.row.scope is not Scope.BEFORE and cue.first <= words[0]:
        return _is_open(clauses, cue.last + 1, words[0], group, passable)
    if cue.row.scope is not Scope.AFTER and words[-1] < cue.first:
        apart = group is not None and group.is_finite and _has_comma(clauses, words[-1] + 1, cue.first)
        return _no_stop(clauses, words[-1] + 1, cue.first) and not (
            apart and cue.row.status is Status.PLANNED
        )
    return False


def _is_joined(clauses: Clauses, cue: CueMatch[StatusCue], group: VerbGroup) -> bool:
    """Whether the act is a second act beside the cue's verb: "denies it and accuses"."""
    verb = clauses.group_at(cue.head)
    return (
        verb is not None
        and verb != group
        and cue.first < group.first
        and clauses.coordinated_with(group) == verb
    )


def _has_comma(clauses: Clauses, start: int, end: int) -> bool:
    return any(token.text == "," for token in clauses.tokens[start:end])


def _is_open(
    clauses: Clauses, start: int, end: int, group: VerbGroup | None, passable: frozenset[int]
) -> bool:
    """Whether nothing between two positions begins another clause; verbs of status cues do not."""
    if not _no_stop(clauses, start, end):
        return False
    between = [g for g in clauses.groups if start <= g.first and g.head < end and g.is_finite]
    commas = _has_comma(clauses, start, end)
    return not (commas and group is not None and group.is_finite and group.first > start + 1) and all(
        g is group or g.head in passable for g in between
    )


def _no_stop(clauses: Clauses, start: int, end: int) -> bool:
    return end - start <= _REACH and not any(token.text in STOPS for token in clauses.tokens[start:end])
