"""Which documents and given mentions belong together, by what the record itself uses.

Documents are grouped by `dragoman.record.stories`; within a story the mentions are grouped by
`dragoman.record.likeness.score_of_words`, as nothing but its words is known of a mention that is given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from dragoman import pipeline
from dragoman.evaluation.same_event import GivenDocument, GivenMention, Prediction
from dragoman.record import cluster, likeness, stories, trace
from dragoman.terms import Document, EventMention, EventType, Link, Reading, Span

# Where two tellings are as likely one as not; the groups of the record itself are a little wider
_EVEN = 0.5


def predict(documents: Sequence[GivenDocument], mentions: Sequence[GivenMention]) -> Prediction:
    """The groups of documents and of mentions, as numbers in the order given."""
    laid_out = {given.doc: _document(given) for given in documents}
    grouped = _stories([laid_out[given.doc][0] for given in documents])
    traces = _traces(laid_out, mentions)
    by_story: dict[int, list[int]] = defaultdict(list)
    for place, mention in enumerate(mentions):
        by_story[grouped[mention.doc]].append(place)
    events = [0] * len(mentions)
    count = 0
    for places in by_story.values():
        for members in _events([traces[place] for place in places]):
            for member in members:
                events[int(member)] = count
            count += 1
    return Prediction([grouped[given.doc] for given in documents], events)


def _document(given: GivenDocument) -> tuple[Document, list[list[Span]]]:
    """The sentences as a text, and where each token stands in it."""
    parts: list[str] = []
    places: list[list[Span]] = []
    length = 0
    for tokens in given.sents:
        spans = []
        for token in tokens:
            spans.append(Span(length, length + len(token)))
            parts.append(token)
            parts.append(" ")
            length += len(token) + 1
        if tokens:
            parts[-1] = "\n"
        places.append(spans)
    text = "".join(parts)
    sentences = tuple(Span(spans[0].start, spans[-1].end) for spans in places if spans)
    return Document(given.doc, given.doc, text, given.doc, sentences=sentences), places


def _stories(documents: Sequence[Document]) -> dict[str, int]:
    """The number of the story of each document."""
    subjects = [stories.subject(document) for document in documents]
    links = [found for one, other in combinations(subjects, 2) if (found := stories.link(one, other))]
    groups = stories.stories([document.id for document in documents], links)
    return {id: number for number, group in enumerate(groups) for id in group}


def _traces(
    documents: dict[str, tuple[Document, list[list[Span]]]], mentions: Sequence[GivenMention]
) -> list[trace.Trace]:
    """The trace of each mention; its id is its place."""
    told: dict[str, list[EventMention]] = defaultdict(list)
    for place, given in enumerate(mentions):
        document, spans = documents[given.doc]
        tokens = spans[given.sent]
        trigger = Span(tokens[given.tok[0]].start, tokens[given.tok[-1]].end)
        sentence = Span(tokens[0].start, tokens[-1].end)
        told[given.doc].append(
            EventMention(str(place), document.id, EventType.CONSULT, (), (), trigger, (sentence,))
        )
    read = [(documents[doc][0], Reading(doc, "given", events=tuple(events))) for doc, events in told.items()]
    found: dict[int, trace.Trace] = {}
    for (document, reading), gists in zip(read, pipeline.gist_finder().gists(read), strict=True):
        for each in trace.traces(document, reading.events, gists):
            found[int(each.mention)] = each
    return [found[place] for place in range(len(mentions))]


def _events(told: Sequence[trace.Trace]) -> tuple[tuple[str, ...], ...]:
    links = [
        Link(one.mention, other.mention, likeness.score_of_words(one, other))
        for one, other in combinations(told, 2)
    ]
    return cluster.clusters([each.mention for each in told], links, threshold=_EVEN)
