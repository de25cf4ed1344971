"""The reader that takes its marks from an annotator and decides only what a model should not guess.

The annotator says which words act, suffer, name an act and report it, in each sentence by itself. Here the
world says who the words are, the sentences before say whom a pronoun takes up, and the tables of days say
when.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import msgspec

from dragoman.reading.annotation import Annotation, AttributionMark, EventMark, innermost
from dragoman.reading.annotator import Annotator
from dragoman.reading.discourse import Discourse, prevailing_bloc, setting
from dragoman.reading.gazetteer import NameHit
from dragoman.reading.layout import Join
from dragoman.reading.lexis import Lexis
from dragoman.reading.nobody import names_somebody
from dragoman.reading.phrases import Phrase, Piece, PieceKind, naming
from dragoman.reading.places import Toponym, find_toponyms
from dragoman.reading.resolve import STATE_SECTORS
from dragoman.reading.rules import told_below
from dragoman.reading.sentence import Sentence, digest
from dragoman.reading.times import find_times, within
from dragoman.reading.where import marked_place, place_beside
from dragoman.terms import (
    Attribution,
    Claim,
    Document,
    EventMention,
    Interval,
    Mention,
    Reading,
    Span,
    Status,
    TimeExpression,
)
from dragoman.world import World

VERSION = "2"

# Below this confidence an act nobody known takes part in is left out. By judgement.
_SURE = 0.5
# Pronouns the phrase finder passes over, since rules could not say whether they act.
_PRONOUNS = frozenset("he she it they we i him them her us its their his our my who which".split())
_FIRST_PERSON = frozenset("we us our i me my".split())
_NO_PERSON = frozenset({"it", "its"})
_OPENING = frozenset({"that", "if", "whether"})
_HIMSELF = frozenset("i me my".split())
_POSSESSIVES = frozenset("its their his her our my".split())
_STATE_NOUNS = frozenset("country state nation homeland republic borders territory soil".split())


class AnnotatedReader(Lexis):
    """Reads with the marks of an annotator.

    Args:
        annotator: who marks; its name becomes part of this reader's.
        world: who there is; the one that ships when left out.
    """

    def __init__(self, annotator: Annotator, world: World | None = None) -> None:
        super().__init__(world)
        self._annotator = annotator
        tables = self.name.partition("+")[2]
        self.name = f"{annotator.name}+reader-{VERSION}+{tables}"

    def read(self, documents: Sequence[Document]) -> list[Reading]:
        """One reading for each document, in the same order; all their sentences are marked together."""
        texts = [span.of(document.text) for document in documents for span in document.sentences]
        annotations = iter(self._annotator.annotate(texts))
        return [
            self._read(document, [next(annotations) for _ in document.sentences]) for document in documents
        ]

    def _read(self, document: Document, annotations: Sequence[Annotation]) -> Reading:
        hits = self.casting.names(document.text, document.published.day)
        named = self.happenings.of(document)
        times = named.without_names(find_times(document.text, document.published.anchor))
        toponyms = find_toponyms(document)
        bloc = prevailing_bloc(hits, self.world)
        discourse = Discourse(setting(document, hits, self.world), bloc)
        actors: list[Mention] = []
        events: list[EventMention] = []
        claims: list[Claim] = []
        for span, annotation in zip(document.sentences, annotations, strict=True):
            inside = [hit for hit in hits if span.contains(hit.span)]
            sentence = AnnotatedSentence(
                self,
                document,
                span,
                inside,
                discourse,
                within(times, span),
                within(toponyms, span),
                annotation,
            )
            events += sentence.events()
            claims += sentence.claims()
            actors += sentence.actors()
            sentence.close()
        told = named.dated(told_below(document, events), times)
        return Reading(document.id, self.name, tuple(actors), tuple(told), tuple(claims))


class AnnotatedSentence(Sentence):
    """A sentence whose acts an annotator has marked."""

    def __init__(
        self,
        lexis: Lexis,
        document: Document,
        span: Span,
        hits: Sequence[NameHit],
        discourse: Discourse,
        times: Sequence[TimeExpression],
        toponyms: Sequence[Toponym],
        annotation: Annotation,
    ) -> None:
        super().__init__(lexis, document, span, hits, discourse, times, toponyms)
        self._annotation = annotation
        self._asked = False  # whether somebody is being looked up who says so

    def events(self) -> list[EventMention]:
        """The marked acts, those left out in which nobody known takes part and that are unsure."""
        found: list[EventMention] = []
        for mark in sorted(self._annotation.events, key=lambda mark: -mark.confidence):
            event = self._read_mark(mark)
            if event is not None and not any(_is_told_twice(event, other) for other in found):
                found.append(event)
        return sorted(found, key=lambda event: event.trigger)

    def _read_mark(self, mark: EventMark) -> EventMention | None:
        actors = self._side(mark.actors)
        acting = {actor.entity for actor in actors} - {None}
        receiving = self._side(mark.recipients, actors)
        recipients = tuple(mention for mention in receiving if mention.entity not in acting)
        parts = (*actors, *recipients)
        known = any(part.entity or part.country or part.sector for part in parts)
        if not (parts or mark.actors or mark.recipients) or (not known and mark.confidence < _SURE):
            return None
        trigger = mark.trigger.shifted(self.span.start)
        said_by = self._sources_of(mark)
        return EventMention(
            id=digest(self.document.id, str(trigger.start), mark.type, *(part.text for part in parts)),
            document=self.document.id,
            type=mark.type,
            actors=actors,
            recipients=recipients,
            trigger=trigger,
            evidence=(self.span,),
            status=mark.status,
            said_by=said_by,
            mode=mark.mode,
            when=self._day_of(mark, trigger),
            where=self._place_of(mark),
            confidence=mark.confidence,
            reader=self.lexis.name,
        )

    def _side(self, spans: Sequence[Span], others: Sequence[Mention] = ()) -> tuple[Mention, ...]:
        """Who stands on one side of an act, without words that name nobody.

        A pronoun for somebody who is named there, or on the other side, adds nobody either.
        """
        named = [mention for mention in self._all(spans) if names_somebody(mention)]
        pronouns = [mention for mention in named if mention.text.lower() in _PRONOUNS]
        found = {(m.entity, m.country) for m in (*named, *others) if m not in pronouns}
        kept = []
        for mention in named:
            who = (mention.entity, mention.country)
            if mention not in pronouns or who not in found:
                kept.append(mention)
                found.add(who)
        return tuple(kept)

    def _all(self, spans: Sequence[Span]) -> tuple[Mention, ...]:
        """Everybody some spans name, each once; a lone comma, as some annotators mark, names nobody."""
        places = [span.shifted(self.span.start) for span in spans]
        worded = [place for place in places if any(map(str.isalnum, place.of(self.document.text)))]
        return tuple(dict.fromkeys(mention for place in worded for mention in self._named_by(place)))

    def _named_by(self, span: Span) -> tuple[Mention, ...]:
        """Whom a span names: several when partners joined by "and" stand in it."""
        phrases = [phrase for phrase in self.clauses.phrases if self._of_phrase(phrase).overlaps(span)]
        if not phrases:
            return (self._unnamed(span),)
        partners = self._partners(phrases, span)
        if len(partners) > 1:
            return tuple(mention for phrase in partners for mention in self.mentions.each(phrase))
        pair = self.mentions.each(phrases[0])
        if len(pair) > 1:
            return pair
        mentions = [self.mentions.of(phrase) for phrase in (naming(phrases), *phrases)]
        chosen = next((m for m in mentions if m.entity or m.country), mentions[0])
        worded = msgspec.structs.replace(chosen, text=span.of(self.document.text), span=span)
        return (worded if worded.entity or worded.country else self._owned(worded),)

    def _owned(self, mention: Mention) -> Mention:
        """ "His country", "its own soldiers", "our borders": somebody of whoever the pronoun takes up."""
        first = next(iter(self._tokens_of(mention.span or Span(0, 0))), None)
        word = "" if first is None else self.clauses.tokens[first].lower
        if first is None or word not in _POSSESSIVES:
            return mention
        owner = self._pronoun(first)
        if owner.country is None:
            return mention
        sector = mention.sector or ("GOV" if _STATE_NOUNS & set(mention.text.lower().split()) else None)
        return msgspec.structs.replace(
            mention,
            entity=owner.country if sector in STATE_SECTORS else None,
            country=owner.country,
            sector=sector,
            reason=f"of {owner.country}: {word!r} {owner.reason}",
        )

    def _partners(self, phrases: Sequence[Phrase], span: Span) -> list[Phrase]:
        """The phrases of a span that "and" or commas join to the first, all wholly inside it."""
        inside = [phrase for phrase in phrases if span.contains(self._of_phrase(phrase))]
        joined = inside[:1]
        for phrase in inside[1:]:
            if self.clauses.join(joined[-1], phrase) is Join.NONE:
                break
            joined.append(phrase)
        return joined

    def _unnamed(self, span: Span) -> Mention:
        """A span in which no phrase stands: a pronoun, or somebody the tables have no word for."""
        covered = self._tokens_of(span)
        words = span.of(self.document.text)
        if len(covered) == 1 and words.lower() in _PRONOUNS:
            return self._pronoun(covered[0])
        return self._owned(Mention(words, span=span, reason="nobody the world knows is named"))

    def _pronoun(self, place: int) -> Mention:
        """Whom a pronoun takes up: whoever speaks where it says "we", otherwise somebody named before."""
        token = self.clauses.tokens[place]
        if token.lower in _FIRST_PERSON:
            return self._speaking(Span(token.start, token.end))
        before = self.clauses.phrase_just_before(place) if token.lower == "who" else None
        if before is not None:
            return self._worded(self.mentions.of(self.clauses.phrases[before]), Span(token.start, token.end))
        span = Span(token.start, token.end)
        found = self.mentions.of(Phrase(place, place, (Piece(place, place, PieceKind.PRONOUN),)))
        if found.entity or found.country or token.lower not in _NO_PERSON:
            return found
        speaker = self._speaking_before(span)
        return found if speaker is None else self._worded(speaker, span)

    def _speaking_before(self, span: Span) -> Mention | None:
        """Who says "it" of himself in the first words of what he says: "the ministry said it had left"."""
        place = span.shifted(-self.span.start)
        said = self._said(place)
        if self._asked or said is None or len(said.source) != 1 or said.source[0].end > place.start:
            return None
        opening = said.content[0].start
        before = self.span.of(self.document.text)[opening : place.start]
        if opening > place.start or not _OPENING.issuperset(before.split()):
            return None
        named = self._naming(said)
        speaker = named[0] if len(named) == 1 and not self._is_person(named[0]) else None
        return speaker if speaker is not None and (speaker.entity or speaker.country) else None

    def _worded(self, mention: Mention, span: Span) -> Mention:
        """Somebody under other words: "who" for the one named right before."""
        words, reason = span.of(self.document.text), f"takes up {mention.text!r}"
        return msgspec.structs.replace(mention, text=words, span=span, reason=reason)

    def _speaking(self, span: Span) -> Mention:
        """ "We" as the state or body of whoever says so, "I" as himself."""
        words = span.of(self.document.text)
        source = self._speaker_at(span.shifted(-self.span.start))
        if source is None:
            return Mention(words, span=span, reason="a pronoun; nobody is known to speak")
        himself = words.lower() in _HIMSELF or source.sector not in STATE_SECTORS or source.country is None
        return msgspec.structs.replace(
            source,
            text=words,
            entity=source.entity if himself else source.country,
            span=span,
            reason=f"{source.text!r} speaks",
        )

    def _speaker_at(self, place: Span) -> Mention | None:
        """Who says the words at a place of this sentence, if one is known to. Who says so by a word that asks
        for a speaker itself ("our spokesman") is nobody.
        """
        if self._asked:
            return None
        said = self._said(place)
        if said is not None and said.source:
            return next(iter(self._naming(said)), None)
        carried = self._carried()
        return carried[0].source if len(carried) == 1 else None

    def _naming(self, said: AttributionMark) -> tuple[Mention, ...]:
        """Whom the words for a source name; a pronoun among them does not ask for a speaker again."""
        self._asked = True
        try:
            return self._all(said.source)
        finally:
            self._asked = False

    def _sources_of(self, mark: EventMark) -> tuple[Attribution, ...]:
        """Who says so: the source marked at the act, or the speaker of a quotation that goes on."""
        if mark.source:
            return self._attributed(mark.source, mark.cue)
        said = self._said(mark.trigger)
        if said is not None and (said.source or said.cue):
            return ()
        word = self._token_at(mark.trigger.start + self.span.start)
        return self._carried() if said is not None or self._is_quoted(word) else ()

    def _said(self, place: Span) -> AttributionMark | None:
        """The attribution in which a place of the sentence lies."""
        return innermost(self._annotation.attributions, place)

    def _attributed(self, sources: Sequence[Span], cue: Span | None) -> tuple[Attribution, ...]:
        place = None if cue is None else cue.shifted(self.span.start)
        return tuple(Attribution(self._who_spoke(source), place) for source in self._all(sources))

    def _who_spoke(self, source: Mention) -> Mention:
        """ "He" who speaks is whoever spoke last."""
        is_pronoun = source.text.lower() in _PRONOUNS
        return self.as_last_speaker(source) if is_pronoun else source

    def _said_by(self, word: int) -> tuple[Attribution, ...]:
        """Who says a word of a figure or an act: who does in the sentence, or in a quotation that goes on."""
        token = self.clauses.tokens[word]
        said = self._said(Span(token.start, token.end).shifted(-self.span.start))
        if said is not None and (said.source or said.cue):
            return self._attributed(said.source, next(iter(said.cue), None))
        return self._carried() if said is not None or self._is_quoted(word) else ()

    def _spoken(self) -> list[tuple[Attribution, ...]]:
        """Who speaks in this sentence, in order."""
        ordered = sorted(
            (said for said in self._annotation.attributions if said.source and said.cue),
            key=lambda said: said.cue[0].start,
        )
        return [self._attributed(said.source, said.cue[0]) for said in ordered]

    def _day_of(self, mark: EventMark, trigger: Span) -> Interval:
        """The day of the words marked as the act's; without such words the day the tables give it."""
        ahead = mark.status in (Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR)
        days = self._days_ahead if ahead else self._days
        for time in mark.times:
            own = [day for day in days if day.span.overlaps(time.shifted(self.span.start))]
            if own:
                return min(own, key=lambda day: day.interval.width_days or sys.maxsize).interval
        words = self._tokens_of(trigger)
        return self.day_of_words(words, mark.type, ahead) if words else Interval()

    def _place_of(self, mark: EventMark) -> Mention | None:
        """The place marked as the act's, else one that "in" or "near" puts it into."""
        marks = [place.shifted(self.span.start) for place in mark.places]
        found = marked_place(self.toponyms, marks, self.document.text)
        if found is not None:
            return found
        named = self._all(mark.places[:1])
        trigger = mark.trigger.shifted(self.span.start)
        return named[0] if named else place_beside(self.toponyms, trigger, self.document.text)

    def _tokens_of(self, span: Span) -> list[int]:
        tokens = self.clauses.tokens
        return [i for i, token in enumerate(tokens) if token.start < span.end and span.start < token.end]

    def _of_phrase(self, phrase: Phrase) -> Span:
        return self._span(phrase.first, phrase.last)


def _is_told_twice(event: EventMention, other: EventMention) -> bool:
    """Whether two marks of a sentence tell one act, by verb and noun ("launched an attack"): the same type,
    status and actors, and recipients of whom one mark names no others than the other.
    """
    if event.id == other.id:
        return True
    if (event.type, event.status) != (other.type, other.status) or _who(event.actors) != _who(other.actors):
        return False
    fewer, more = sorted((_who(event.recipients), _who(other.recipients)), key=len)
    return fewer <= more


def _who(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset(mention.entity or mention.country or mention.text.lower() for mention in mentions)
