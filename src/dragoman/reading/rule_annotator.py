"""The rule reader asked as an annotator, so that both can be measured by the same tasks."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.annotation import Annotation, AttributionMark, EventMark, Spans
from dragoman.reading.annotator import MarkedPair, MarkedWord, StatusShares
from dragoman.reading.discourse import Discourse
from dragoman.reading.pairs import pair_type
from dragoman.reading.rules import RuleReader
from dragoman.reading.saying import Saying
from dragoman.reading.sentence import Sentence
from dragoman.reading.status import status_cues, status_of
from dragoman.terms import Document, EventMention, EventType, Mention, Span, Status


class RuleAnnotator(RuleReader):
    """Marks with the tables that ship, each text by itself."""

    def annotate(self, texts: Sequence[str]) -> list[Annotation]:
        """One annotation for each text, in the same order."""
        return [self._annotate(text) for text in texts]

    def type_pairs(self, pairs: Sequence[MarkedPair]) -> list[EventType | None]:
        """What each marked actor does to its recipient; ``None`` where no cue names it."""
        return [pair_type(self, pair.text, pair.actor, pair.recipient) for pair in pairs]

    def statuses(self, words: Sequence[MarkedWord]) -> list[StatusShares]:
        """What the verb group and the cues around each word say."""
        return [self._status(word) for word in words]

    def _annotate(self, text: str) -> Annotation:
        sentence = self._sentence(text)
        events = sentence.events()
        return Annotation(
            events=tuple(_mark(event) for event in events),
            attributions=tuple(_attribution(sentence, saying) for saying in sentence.sayings),
            mentions=_spans(sentence.actors()),
        )

    def _status(self, word: MarkedWord) -> StatusShares:
        clauses = self._sentence(word.text).clauses
        places = range(len(clauses.tokens))
        index = next((i for i in places if clauses.tokens[i].end > word.word.start), None)
        if index is None:
            return StatusShares.sure(Status.HAPPENED)
        group = clauses.group_at(index) or clauses.governor(index)
        return StatusShares.sure(status_of(clauses, (index,), group, status_cues(clauses)))

    def _sentence(self, text: str) -> Sentence:
        span = Span(0, len(text))
        document = Document("", "", text, "", sentences=(span,))
        return Sentence(self, document, span, self.gazetteer.names(text), Discourse())


def _mark(event: EventMention) -> EventMark:
    sources = _spans([said.source for said in event.said_by])
    cue = next((said.cue for said in event.said_by), None)
    return EventMark(
        trigger=event.trigger,
        type=event.type,
        status=event.status,
        mode=event.mode,
        actors=_spans(event.actors),
        recipients=_spans(event.recipients),
        source=sources,
        cue=cue,
        confidence=event.confidence,
    )


def _attribution(sentence: Sentence, saying: Saying) -> AttributionMark:
    tokens = sentence.clauses.tokens
    covers = [(start, min(end, len(tokens))) for start, end in saying.covers]
    return AttributionMark(
        source=tuple(Span(tokens[p.first].start, tokens[p.last].end) for p in saying.sources),
        cue=(Span(tokens[saying.first].start, tokens[saying.last].end),),
        content=tuple(Span(tokens[start].start, tokens[end - 1].end) for start, end in covers if end > start),
    )


def _spans(mentions: Sequence[Mention]) -> Spans:
    return tuple(mention.span for mention in mentions if mention.span is not None)
