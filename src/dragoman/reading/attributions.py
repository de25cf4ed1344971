"""The attributions of a whole text, from those of its sentences.

A quotation of several sentences is one attribution: words that are said without anybody saying them in their
sentence go on with what was said at the end of the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.reading.annotation import Annotation, AttributionMark, Spans
from dragoman.terms import Span


def attributions(sentences: Sequence[Span], annotations: Sequence[Annotation]) -> list[AttributionMark]:
    """Every attribution of a text, in order; spans point into the text.

    Args:
        sentences: where the annotated sentences stand.
        annotations: what was marked in each.
    """
    found: list[AttributionMark] = []
    last = -2  # number of the sentence in which the last attribution ends
    for number, (sentence, annotation) in enumerate(zip(sentences, annotations, strict=True)):
        for mark in sorted(annotation.attributions, key=_start):
            moved = _shifted(mark, sentence.start)
            is_open = bool(found) and number - last == 1 and bool(found[-1].source or found[-1].cue)
            if is_open and not (moved.cue or moved.source):
                found[-1] = msgspec.structs.replace(found[-1], content=(*found[-1].content, *moved.content))
            else:
                found.append(moved)
            last = number
    return found


def _start(mark: AttributionMark) -> int:
    return min(span.start for span in (*mark.cue, *mark.content))


def _shifted(mark: AttributionMark, by: int) -> AttributionMark:
    def moved(spans: Spans) -> Spans:
        return tuple(span.shifted(by) for span in spans)

    return AttributionMark(moved(mark.source), moved(mark.cue), moved(mark.content))
