"""Who plays which part in an act that a cue names.

A row of the cue table may say where its participants stand; otherwise the default of its kind holds:
verbs have a subject and an object, act nouns an owner ("Iran's test", "the test by Iran") and what follows
on, against, with, to, for, from or of.
"""

from __future__ import annotations

import msgspec

from dragoman.reading.clauses import Clauses, joined
from dragoman.reading.cues import CueMatch
from dragoman.reading.phrases import Phrase, PieceKind
from dragoman.reading.verbs import VerbGroup
from dragoman.terms import EventType
from dragoman.world.plover import Cue, CueKind

_NOUN_RECIPIENT = frozenset("on against with to for from of over towards toward".split())
_NOUN_OF_ACTOR = frozenset({"of"})
# Verbs that only carry an act noun: "launched an attack", "announced a withdrawal".
LIGHT_VERBS = frozenset(
    "launch make hold conduct carry stage announce begin start continue order mount pay give take open "
    "declare undertake deliver issue offer pursue plan schedule host convene intensify step resume "
    "strengthen expand suspend cancel postpone propose prepare lead do perform execute wage impose lift "
    "ratify sign conclude complete commit promise pledge receive send provide extend show express "
    "renew stop end halt keep maintain call seek want need reject refuse consider attend join threaten "
    "deny bring put have set file arrange approve agree finish discuss".split()
)
# Verbs whose subject suffers the act noun: "suffered an attack".
_SUFFERING_VERBS = frozenset("suffer face undergo receive endure experience sustain withstand repel".split())
# The object of these acts is what is moved: "withdrew its troops".
_MOVES_FORCES = frozenset({EventType.MOBILIZE, EventType.RETREAT})
# What is hit in a place is that place's: "shelled positions in Ukraine".
_PLACE_SUFFERS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.AID})


class Participants(msgspec.Struct, frozen=True):
    """The phrases that play a part in one act."""

    actors: tuple[Phrase, ...] = ()
    recipients: tuple[Phrase, ...] = ()


def participants(clauses: Clauses, match: CueMatch[Cue], event_type: EventType) -> Participants:
    """Actors and recipients of the act a cue names."""
    if match.row.kind is CueKind.NOUN:
        found = _of_noun(clauses, match)
    else:
        group = clauses.group_at(match.head)
        found = _of_verb(clauses, match, group) if group else _of_words(clauses, match)
    if not found.recipients and match.row.recipient is None and event_type in _PLACE_SUFFERS:
        found = msgspec.structs.replace(found, recipients=clauses.places(match.last))
    if event_type in _MOVES_FORCES and found.actors:
        others = tuple(phrase for phrase in found.recipients if not _is_moved(phrase))
        found = msgspec.structs.replace(found, recipients=others)
    return _apart(found)


def _of_verb(clauses: Clauses, match: CueMatch[Cue], group: VerbGroup) -> Participants:
    row = match.row
    if match.turned:
        return _of_turned(clauses, match, group)
    subjects = clauses.subjects(group)
    if group.passive:
        agents = clauses.objects(match.head, frozenset({"by"})) or clauses.announcer(group)
        if row.recipient in (None, "object"):
            return Participants(agents, subjects)
        return Participants(agents, _standing(clauses, match, row.recipient, subjects) or subjects)
    actors = subjects if row.actor in (None, "subject") else _standing(clauses, match, row.actor, subjects)
    recipients = _standing(clauses, match, row.recipient or "object", subjects)
    return Participants(actors, recipients)


def _of_turned(clauses: Clauses, match: CueMatch[Cue], group: VerbGroup) -> Participants:
    """ "Sanctions on X were imposed by Y": the object of the cue stands in front of its passive verb."""
    by = clauses.objects(match.head, frozenset({"by"}))
    owners = clauses.owner(match.first)
    possessors = owners if owners and owners[-1].possessive else ()
    actors = possessors or by or owners or clauses.announcer(group)
    row = match.row
    between = clauses.objects(match.first, frozenset({"between", "among"}), until_verb=False)
    if between and not by:
        return Participants(between)
    if row.recipient in ("none", "both"):
        return Participants(actors)
    wanted = _NOUN_RECIPIENT
    if row.recipient not in (None, "object", "subject", "possessive"):
        wanted = frozenset(row.recipient.split("|"))
    recipients = clauses.objects(match.head, wanted) or clauses.objects(match.first, wanted) or owners
    return Participants(actors, recipients)


def _of_words(clauses: Clauses, match: CueMatch[Cue]) -> Participants:
    """A fixed phrase, or a verb cue where no verb group was seen: what stands before and behind."""
    before = clauses.nearest_before(match.first)
    if match.row.recipient == "subject":
        return Participants(_standing(clauses, match, match.row.actor or "from", ()), before)
    actors = (
        before if match.row.actor in (None, "subject") else _standing(clauses, match, match.row.actor, ())
    )
    return Participants(actors, _standing(clauses, match, match.row.recipient or "object", before))


def _standing(
    clauses: Clauses, match: CueMatch[Cue], where: str | None, subjects: tuple[Phrase, ...]
) -> tuple[Phrase, ...]:
    """The phrases at a place a row names."""
    if where in (None, "none", "both"):
        return ()
    if where == "subject":
        return subjects
    if where == "object":
        return clauses.inside(match.words) or clauses.objects(match.last)
    prepositions = frozenset(str(where).split("|"))
    return (
        clauses.after_word(match.words, prepositions)
        or clauses.objects(match.head, prepositions)
        or clauses.inside(match.words)
        or clauses.objects(match.last)
    )


def _of_noun(clauses: Clauses, match: CueMatch[Cue]) -> Participants:
    row = match.row
    between = clauses.objects(match.head, frozenset({"between", "among"}), until_verb=False)
    if between:
        return Participants(between)
    owners = clauses.owner(match.first) or clauses.taken_up(match.first)
    agents = clauses.objects(match.head, frozenset({"by"}), until_verb=False)
    actors = owners or agents
    if row.actor not in (None, "possessive", "none", "subject"):
        actors = clauses.objects(match.head, frozenset(row.actor.split("|"))) or owners or agents
    recipients = _noun_recipients(clauses, match)
    if owners and agents and not recipients:
        actors, recipients = agents, owners
    governor = clauses.governor(match.first)
    if agents and not recipients and governor is not None and governor.lemma in _SUFFERING_VERBS:
        recipients = clauses.subjects(governor)
    if not actors:
        actors, recipients = _carried(clauses, match, recipients)
    return Participants(actors, recipients)


def _noun_recipients(clauses: Clauses, match: CueMatch[Cue]) -> tuple[Phrase, ...]:
    row = match.row
    if row.recipient in ("none", "both"):
        return ()
    if row.recipient == "possessive":
        return clauses.owner(match.first)
    if row.recipient in (None, "object", "subject"):
        taken = frozenset(row.actor.split("|")) if row.actor else frozenset[str]()
        return clauses.after_word(match.words, _NOUN_RECIPIENT) or clauses.objects(
            match.head, _NOUN_RECIPIENT - taken
        )
    wanted = frozenset(row.recipient.split("|"))
    return clauses.after_word(match.words, wanted) or clauses.objects(match.head, wanted)


def _carried(
    clauses: Clauses, match: CueMatch[Cue], recipients: tuple[Phrase, ...]
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Participants that a light verb brings: "Iran launched an attack on", "was hit by an attack"."""
    governor = clauses.governor(match.first)
    if governor is None:
        return (), recipients
    subjects = clauses.subjects(governor)
    if governor.passive:
        return (), recipients or subjects
    if governor.lemma in _SUFFERING_VERBS:
        return recipients, subjects
    if governor.lemma in LIGHT_VERBS:
        inner = clauses.objects(governor.head)
        given = tuple(phrase for phrase in inner if phrase.last < match.first)
        return subjects, recipients or given
    return (), recipients


def _is_moved(phrase: Phrase) -> bool:
    """Whether a phrase only names forces, which are what is sent or withdrawn and not to whom."""
    nouns = all(piece.kind is PieceKind.NOUN and piece.sector == "MIL" for piece in phrase.pieces)
    return nouns and phrase.preposition is None


def _apart(found: Participants) -> Participants:
    """Nobody is both actor and recipient by the same words; the actor stays."""
    actors = joined([found.actors])
    starts = {phrase.first for phrase in actors}
    return Participants(actors, tuple(p for p in joined([found.recipients]) if p.first not in starts))
