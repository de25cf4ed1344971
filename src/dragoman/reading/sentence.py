"""One sentence on its way from tokens to events. The order of its reading stands in `Sentence`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import cached_property

import msgspec

from dragoman.reading.claims import find_figures
from dragoman.reading.clauses import Clauses
from dragoman.reading.counting import counters, listed
from dragoman.reading.cues import CueMatch
from dragoman.reading.day_of_act import NamedDay, day_of, days_named
from dragoman.reading.discourse import Discourse
from dragoman.reading.gazetteer import NameHit
from dragoman.reading.inflect import Form
from dragoman.reading.lexis import Lexis
from dragoman.reading.mentions import Mentions
from dragoman.reading.nobody import names_somebody
from dragoman.reading.phrases import Phrase, find_phrases
from dragoman.reading.places import Toponym
from dragoman.reading.resolve import STATE_SECTORS
from dragoman.reading.roles import LIGHT_VERBS, participants
from dragoman.reading.saying import Saying, quoted_stretches, sayings
from dragoman.reading.status import status_cues, status_of
from dragoman.reading.tokens import tokenize
from dragoman.reading.verbs import VerbGroup, verb_groups
from dragoman.reading.where import place_beside
from dragoman.terms import (
    Attribution,
    Claim,
    Document,
    EntityKind,
    EventMention,
    EventType,
    Interval,
    Mention,
    Span,
    Status,
    TimeExpression,
)
from dragoman.world.language import StatusCue
from dragoman.world.plover import Cue, CueKind

# Acts that a state is asked for; "will not" turns them down. Who says he will not attack refuses nothing.
REFUSABLE = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE}
    | {EventType.AID, EventType.RETREAT, EventType.SANCTION, EventType.COERCE}
)
_PRONOUNS = frozenset({"he", "she"})
_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR})
_FUTURE = frozenset({"will", "wo", "would", "shall"})
# Acts that somebody does by saying so; the day of the report is theirs.
_DONE_BY_SPEAKING = frozenset(
    {EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.REQUEST, EventType.ACCUSE}
    | {EventType.REJECT, EventType.THREATEN}
)


class Sentence:
    """One sentence on its way from tokens to events."""

    def __init__(
        self,
        lexis: Lexis,
        document: Document,
        span: Span,
        hits: Sequence[NameHit],
        discourse: Discourse,
        times: Sequence[TimeExpression] = (),
        toponyms: Sequence[Toponym] = (),
    ) -> None:
        self.lexis = lexis
        self.document = document
        self.span = span
        self._times = times
        self.toponyms = toponyms
        self.discourse = discourse
        tokens = tokenize(document.text, span)
        phrases = find_phrases(tokens, hits, lexis.gazetteer, lexis.world)
        nominal = frozenset(i for phrase in phrases for i in range(phrase.first, phrase.last + 1))
        self.clauses = Clauses(tokens, tuple(phrases), tuple(verb_groups(tokens, nominal)))
        self.mentions = Mentions(self.clauses, document.text, lexis.world, self._day, discourse)
        self.quoted, self.leaves_open = quoted_stretches(self.clauses, discourse.quoting)

    def events(self) -> list[EventMention]:
        """The act each cue names, those nobody known takes part in left out."""
        found: dict[str, EventMention] = {}
        for match in self.lexis.acts(self.clauses):
            event = self._event(match)
            if event is not None:
                for told in (event, *self._refusal(event, match)):
                    found.setdefault(told.id, told)
        return list(found.values())

    def claims(self) -> list[Claim]:
        """The figures of the sentence."""
        found: list[Claim] = []
        for figure in find_figures(self.document.text, self.span):
            before = found[-1] if found else None
            claim = Claim(
                id=digest(self.document.id, str(figure.span.start), figure.unit),
                document=self.document.id,
                about=figure.span.of(self.document.text),
                low=figure.low,
                high=figure.high,
                unit=figure.unit,
                span=figure.span,
                evidence=self.span,
                qualifier=figure.qualifier,
                said_by=self._stated_by(figure.span, before),
                reader=self.lexis.name,
            )
            found.append(claim)
        return found

    def _stated_by(self, figure: Span, before: Claim | None) -> tuple[Attribution, ...]:
        """Who says a figure, or gives it by a verb of counting, or gives the one that "and" joins it to."""
        said = self._said_by(self._token_at(figure.start))
        if said:
            return said
        sources = [self.clauses.with_noun(phrase) for phrase in counters(self.clauses, figure)]
        if sources or before is None or not listed(self.clauses, before.span, figure, self.document.text):
            return tuple(Attribution(self._source(phrase), None) for phrase in sources)
        return before.said_by

    def actors(self) -> list[Mention]:
        """Every mention of somebody known or doubted, pronouns left out."""
        mentions = [self.mentions.of(phrase) for phrase in self.clauses.phrases if not phrase.is_pronoun]
        return [m for m in mentions if m.entity or m.country or m.sector or m.doubtful]

    def close(self) -> None:
        """Leave behind what the next sentence needs."""
        acting = self._acting()
        persons = [
            mention
            for mention in (*self._mentions(self.clauses.phrases), *acting)
            if self._is_person(mention)
        ]
        self.discourse.person = persons[-1] if persons else self.discourse.person
        self.discourse.subject = acting
        self.discourse.sentence += 1
        spoken = self._spoken()
        self.discourse.speakers = next((said for said in reversed(spoken) if said), self._carried())
        self.discourse.quoting = self.leaves_open

    def _spoken(self) -> list[tuple[Attribution, ...]]:
        """Who speaks in this sentence, in order."""
        return [self._attributions(saying) for saying in self.sayings]

    def _acting(self) -> tuple[Mention, ...]:
        """The subjects of the first finite verb that has any known one."""
        for group in self.clauses.groups:
            if group.is_finite:
                subjects = self._mentions(self.clauses.subjects(group))
                if any(mention.entity or mention.country for mention in subjects):
                    return subjects
        return ()

    def _is_person(self, mention: Mention) -> bool:
        entity = self.lexis.world.entities.get(mention.entity or "")
        return entity is not None and entity.kind is EntityKind.PERSON

    def _event(self, match: CueMatch[Cue]) -> EventMention | None:
        event_type = self.lexis.types[id(match.row)]
        if event_type is None:
            return None
        roles = participants(self.clauses, match, event_type)
        actors = self._somebody(roles.actors) or self._dropped(match)
        said_by = self._said_by(match.head)
        if not actors and event_type in _DONE_BY_SPEAKING and self._speaks_himself(match):
            actors, said_by = tuple(said.source for said in said_by), ()
        recipients = self._somebody([p for p in roles.recipients if not self._speaks_after(p, match)])
        if not any(mention.entity or mention.country or mention.sector for mention in (*actors, *recipients)):
            return None
        trigger = self._span(match.first, match.last)
        status = self._status(match)
        return EventMention(
            id=self._id(trigger, event_type, (*actors, *recipients)),
            document=self.document.id,
            type=event_type,
            actors=actors,
            recipients=recipients,
            trigger=trigger,
            evidence=(self.span,),
            status=status,
            said_by=() if self._announces(status, actors, said_by) else said_by,
            mode=match.row.mode,
            when=self._when(match, status),
            where=place_beside(self.toponyms, self._span(match.first, match.last), self.document.text),
            confidence=_confidence(actors, recipients, match),
            reader=self.lexis.name,
        )

    def _refusal(self, event: EventMention, match: CueMatch[Cue]) -> tuple[EventMention, ...]:
        """ "X will not sign": a REJECT by X, beside the act that will not be."""
        group = self.clauses.group_at(match.head)
        if group is None or event.status is not Status.DENIED or not _turns_down(event, group):
            return ()
        trigger = self._span(group.first, match.last)
        refusal = msgspec.structs.replace(
            event,
            id=self._id(trigger, EventType.REJECT, event.actors),
            type=EventType.REJECT,
            recipients=(),
            trigger=trigger,
            status=Status.HAPPENED,
            said_by=() if self._announces(Status.PLANNED, event.actors, event.said_by) else event.said_by,
            mode=None,
        )
        return (refusal,)

    def _id(self, trigger: Span, event_type: EventType, parts: Sequence[Mention]) -> str:
        words = (mention.text for mention in parts)
        return digest(self.document.id, str(trigger.start), event_type, *words)

    def _dropped(self, match: CueMatch[Cue]) -> tuple[Mention, ...]:
        """The subject that "Also appealed for help" leaves out: that of the sentence before."""
        group = self.clauses.group_at(match.head)
        opens = group is not None and not any(p.first < group.head for p in self.clauses.phrases)
        if not opens or group is None or group.head > 2 or not group.form & Form.PAST or group.passive:
            return ()
        return tuple(
            Mention("", m.entity, m.country, m.sector, None, f"not named; takes up {m.text!r}")
            for m in self.discourse.subject
        )

    def _speaks_himself(self, match: CueMatch[Cue]) -> bool:
        """Whether an act of speaking that has no subject is the quoted speaker's own: "This is a lie"."""
        return match.row.kind is not CueKind.NOUN and self._is_quoted(match.head)

    def _announces(self, status: Status, actors: Sequence[Mention], said_by: Sequence[Attribution]) -> bool:
        """Whether those who say so only announce what they will do themselves."""
        acting = {mention.entity for mention in actors if mention.entity}
        return status is Status.PLANNED and any(said.source.entity in acting for said in said_by)

    def _status(self, match: CueMatch[Cue]) -> Status:
        if match.row.status is not None:
            return match.row.status
        above = self._governing(match)
        cues = [cue for cue in self._status_cues if above is None or cue.first > above.head]
        return status_of(self.clauses, match.words, self._carrier(match), cues)

    def _carrier(self, match: CueMatch[Cue]) -> VerbGroup | None:
        """The verb whose auxiliaries hold for the act: its own, the one it is object or subject of."""
        own = self.clauses.group_at(match.head) or self.clauses.predicate(match.last)
        if own is not None or self._governing(match) is not None:
            return own
        return self.clauses.governor(match.first)

    def _governing(self, match: CueMatch[Cue]) -> VerbGroup | None:
        """A full verb above an act noun, of which the act itself is true: "refused to name the attack"."""
        above = self.clauses.governor(match.first)
        if self.clauses.group_at(match.head) is not None or above is None or above.lemma in LIGHT_VERBS:
            return None
        in_cue = any(cue.first <= above.head <= cue.last for cue in self._status_cues)
        return None if in_cue else above

    def _when(self, match: CueMatch[Cue], status: Status) -> Interval:
        """The day that belongs to the act."""
        event_type = self.lexis.types[id(match.row)]
        carriers = (self.clauses.group_at(match.head), self._carrier(match))
        own = [group for group in carriers if group is not None]
        return self._day_beside(match.words, own, event_type, status in _AHEAD)

    def day_of_words(self, words: Sequence[int], event_type: EventType, ahead: bool) -> Interval:
        """The day that belongs to an act named by these words.

        Args:
            words: indices of tokens.
            ahead: whether the act lies ahead, so that "on Friday" is the next one.
        """
        group = self.clauses.group_at(words[0]) or self.clauses.governor(words[0])
        return self._day_beside(words, [group] if group else [], event_type, ahead)

    def _day_beside(
        self, words: Sequence[int], own: Sequence[VerbGroup], event_type: EventType | None, ahead: bool
    ) -> Interval:
        days = self._days_ahead if ahead else self._days
        sentence = self.span.of(self.document.text)
        sayings = [] if event_type in _DONE_BY_SPEAKING else self.sayings
        found = day_of(self.clauses, days, words, own, sayings, sentence)
        shared = self.clauses.coordinated_with(own[0]) if own and found.is_unknown else None
        if shared is None:
            return found
        return day_of(self.clauses, days, (shared.head,), [shared, *own], sayings, sentence)

    def _said_by(self, word: int) -> tuple[Attribution, ...]:
        for saying in self.sayings:
            if saying.is_about(word) and not saying.first <= word <= saying.last:
                return self._attributions(saying)
        return self._carried() if not self.sayings and self._is_quoted(word) else ()

    def _speaks_after(self, phrase: Phrase, match: CueMatch[Cue]) -> bool:
        """Whether a phrase behind an act only says so: "Russia left the talks, Peskov said"."""
        return phrase.first > match.last and any(
            phrase in saying.sources and saying.is_about(match.head) for saying in self.sayings
        )

    def _is_quoted(self, word: int) -> bool:
        return any(start <= word < end for start, end in self.quoted)

    def _carried(self) -> tuple[Attribution, ...]:
        """The speaker of an open quotation."""
        return self.discourse.speakers if self.quoted or self.discourse.quoting else ()

    def _attributions(self, saying: Saying) -> tuple[Attribution, ...]:
        cue = self._span(saying.first, saying.last)
        sources = (self.clauses.with_noun(phrase) for phrase in saying.sources)
        return tuple(Attribution(self._source(phrase), cue) for phrase in sources)

    def _source(self, phrase: Phrase) -> Mention:
        """Who speaks; "he" who speaks is whoever spoke last."""
        mention = self.mentions.of(phrase)
        return self.as_last_speaker(mention) if phrase.is_pronoun else mention

    def as_last_speaker(self, mention: Mention) -> Mention:
        """A pronoun as whoever spoke last, if there is one whom it can mean."""
        last = self.discourse.speakers
        if len(last) != 1 or not self._can_be(mention.text, last[0].source):
            return mention
        spoke = last[0].source
        return msgspec.structs.replace(
            mention,
            entity=spoke.entity,
            country=spoke.country,
            sector=spoke.sector,
            reason=f"takes up {spoke.text!r}, who spoke last",
        )

    def _can_be(self, pronoun: str, spoke: Mention) -> bool:
        """Whether a pronoun can mean a speaker: a person, known or not, whom no other pronoun named."""
        other = spoke.text.lower() in _PRONOUNS - {pronoun.lower()}
        return not other and (spoke.entity is None or self._is_person(spoke))

    def _mentions(self, phrases: Sequence[Phrase]) -> tuple[Mention, ...]:
        return tuple(mention for phrase in phrases for mention in self.mentions.each(phrase))

    def _somebody(self, phrases: Sequence[Phrase]) -> tuple[Mention, ...]:
        """Those of some mentions that do not name nobody."""
        return tuple(filter(names_somebody, self._mentions(phrases)))

    def _span(self, first: int, last: int) -> Span:
        return Span(self.clauses.tokens[first].start, self.clauses.tokens[last].end)

    def _token_at(self, offset: int) -> int:
        return next(i for i, token in enumerate(self.clauses.tokens) if token.end > offset)

    @property
    def _day(self) -> date | None:
        return self.document.published.day

    @cached_property
    def _days(self) -> list[NamedDay]:
        return days_named(self._times, self.document.published.anchor, ahead=False)

    @cached_property
    def _days_ahead(self) -> list[NamedDay]:
        return days_named(self._times, self.document.published.anchor, ahead=True)

    @cached_property
    def sayings(self) -> list[Saying]:
        """The acts of reporting in the sentence, by the tables of cues."""
        return sayings(self.clauses, self.quoted)

    @cached_property
    def _status_cues(self) -> list[CueMatch[StatusCue]]:
        return status_cues(self.clauses)


def _turns_down(event: EventMention, group: VerbGroup) -> bool:
    """Whether a state or a bloc says that it will not do what it is asked for."""
    future = bool(_FUTURE.intersection(group.auxiliaries)) and group.negated and not group.passive
    official = any(mention.sector in STATE_SECTORS | {"IGO"} for mention in event.actors)
    return future and official and event.type in REFUSABLE


def _confidence(actors: Sequence[Mention], recipients: Sequence[Mention], match: CueMatch[Cue]) -> float:
    """How much of the act was found: named actor, named recipient, a cue of several words. 0.3 to 0.9."""
    known = [any(m.entity for m in mentions) for mentions in (actors, recipients)]
    return round(0.3 + 0.2 * sum(known) + 0.1 * min(2, len(match.words) - 1), 2)


def digest(*parts: str | EventType) -> str:
    """The id of what these parts make up together."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=12).hexdigest()
