"""The rule reader: events from cue tables and clause structure.

It needs no trained weights. It is the floor other readers are measured against, and what reads when no
model is installed.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.discourse import Discourse, prevailing_bloc, setting
from dragoman.reading.lexis import Lexis
from dragoman.reading.places import find_toponyms
from dragoman.reading.sentence import Sentence
from dragoman.reading.times import find_times, within
from dragoman.terms import Claim, Document, EventMention, Mention, Reading


class RuleReader(Lexis):
    """Reads with the tables that ship.

    Args:
        world: who there is; the one that ships when left out.
    """

    def read(self, documents: Sequence[Document]) -> list[Reading]:
        """One reading for each document, in the same order."""
        return [self._read(document) for document in documents]

    def _read(self, document: Document) -> Reading:
        hits = self.casting.names(document.text, document.published.day)
        named = self.happenings.of(document)
        times = named.without_names(find_times(document.text, document.published.anchor))
        toponyms = find_toponyms(document)
        bloc = prevailing_bloc(hits, self.world)
        discourse = Discourse(setting(document, hits, self.world), bloc)
        actors: list[Mention] = []
        events: list[EventMention] = []
        claims: list[Claim] = []
        for span in document.sentences:
            inside = [hit for hit in hits if span.contains(hit.span)]
            sentence = Sentence(
                self, document, span, inside, discourse, within(times, span), within(toponyms, span)
            )
            events += sentence.events()
            claims += sentence.claims()
            actors += sentence.actors()
            sentence.close()
        told = named.dated(told_below(document, events), times)
        return Reading(document.id, self.name, tuple(actors), tuple(told), tuple(claims))


def told_below(document: Document, events: Sequence[EventMention]) -> list[EventMention]:
    """The events without those of the headline that the article tells again below: same type, same actor."""
    if not document.sentences or document.sentences[0].of(document.text).strip() != document.title:
        return list(events)
    headline = document.sentences[0]
    below = [event for event in events if event.evidence[0] != headline]
    return [
        e for e in events if e.evidence[0] != headline or not any(_is_retold(e, other) for other in below)
    ]


def _is_retold(event: EventMention, other: EventMention) -> bool:
    acting = {mention.entity or mention.country for mention in event.actors} - {None}
    again = {mention.entity or mention.country for mention in other.actors} - {None}
    return event.type is other.type and (not acting or not acting.isdisjoint(again))
