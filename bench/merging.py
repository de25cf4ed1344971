"""How well tellings of one event are joined, on the bundled corpus.

    python bench/merging.py            tellings as the answers give them, then as the reader reads them
    python bench/merging.py --wrong    and every pair that is joined or missed wrongly

Pairs of tellings are counted: a pair is right when the answers give both the same event key. Of what the
reader reads, only tellings count that answer one of the answers' (see `dragoman.corpus.told`). The second
line of each leaves out the pairs of the event that is told most often.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

import msgspec

from dragoman import merging, pipeline
from dragoman.corpus.files import FOLDER, answers, reports
from dragoman.corpus.told import matched, tellings
from dragoman.engines import choose
from dragoman.evaluation import coreference
from dragoman.evaluation.metrics import Prf
from dragoman.store import open_store
from dragoman.terms import Document, Reading


class Pile(msgspec.Struct):
    """Tellings put into a record, and the event each of them tells by the answers."""

    keys: dict[str, str]
    found: dict[str, str]
    sentences: dict[str, str]


def main() -> None:
    """Print both measures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--wrong", action="store_true", help="list the pairs that are wrong")
    chosen = options.parse_args()
    for name, pile in piles():
        score = pairs(pile)
        largest = Counter(sorted(pile.keys.values())).most_common(1)[0][0]
        rest = pairs(pile, but_for=largest)
        ids = sorted(pile.keys)
        groups = coreference.score([pile.keys[id] for id in ids], [pile.found[id] for id in ids])
        print(
            f"{name:>9} tellings {len(pile.keys):4}: pairwise F1 {score.f1:.3f}, "
            f"precision {score.precision:.3f}, recall {score.recall:.3f}; "
            f"B3 F1 {groups.b3.f1:.3f}, CoNLL F1 {groups.conll_f1:.3f}\n"
            f"{'':>23}but for {largest}: "
            f"F1 {rest.f1:.3f}, precision {rest.precision:.3f}, recall {rest.recall:.3f}"
        )
        if chosen.wrong:
            _show(pile)


def piles() -> Iterator[tuple[str, Pile]]:
    """The tellings as the answers give them, then as the reader reads them."""
    documents = _documents()
    yield "answered", _answered(documents)
    yield "read", _read(documents)


def pairs(pile: Pile, but_for: str = "") -> Prf:
    """Precision and recall of the pairs of tellings that are one event.

    Args:
        but_for: an event whose own pairs are not counted, since one told very often outweighs all others.
    """
    told = [
        (pile.keys[a] == pile.keys[b], pile.found[a] == pile.found[b])
        for a, b in combinations(sorted(pile.keys), 2)
        if not pile.keys[a] == pile.keys[b] == but_for
    ]
    return Prf.of(
        hits=sum(gold and found for gold, found in told),
        found=sum(found for _, found in told),
        expected=sum(gold for gold, _ in told),
    )


def _documents() -> dict[str, Document]:
    """The reports by slug, prepared as the demo prepares them."""
    with open_store(":memory:") as store:
        pipeline.add(store, [FOLDER / "reports"], choose(1))
        found = {
            document.origin.rpartition("/")[2].rpartition(".")[0]: document for document in store.documents()
        }
    return {path.stem: found[path.stem] for path in reports() if path.stem in found}


def _answered(documents: Mapping[str, Document]) -> Pile:
    """The answered events as tellings, merged."""
    readings: dict[str, Reading] = {}
    keys: dict[str, str] = {}
    for slug, answer in answers().items():
        told = tellings(documents[slug], answer)
        readings[slug] = Reading(documents[slug].id, "answers", events=tuple(mention for _, mention in told))
        keys.update((mention.id, event.event) for event, mention in told)
    return _merged(documents, readings, keys)


def _read(documents: Mapping[str, Document]) -> Pile:
    """What the reader reads, merged; only tellings that an answer knows are counted."""
    readings = {slug: pipeline.read_document(document) for slug, document in documents.items()}
    keys: dict[str, str] = {}
    for slug, answer in answers().items():
        keys.update(matched(readings[slug].events, tellings(documents[slug], answer)))
    return _merged(documents, readings, keys)


def _merged(documents: Mapping[str, Document], readings: Mapping[str, Reading], keys: dict[str, str]) -> Pile:
    """The tellings in a record of their own, and which event each came to."""
    sentences: dict[str, str] = {}
    with open_store(":memory:") as store:
        for slug, reading in readings.items():
            document = documents[slug]
            (gists,) = pipeline.gist_finder().gists([(document, reading)])
            with store.transaction():
                store.put_document(document, slug)
                merging.put(store, document, reading, gists)
            for mention in reading.events:
                sentences[mention.id] = f"{slug[:3]} {mention.type} {mention.trigger.of(document.text)!r}"
        found = {id: event.id for event in store.events() for id in event.tellings}
    return Pile(keys, {id: found[id] for id in keys}, sentences)


def _show(pile: Pile) -> None:
    for one, other in combinations(sorted(pile.keys), 2):
        gold, found = pile.keys[one] == pile.keys[other], pile.found[one] == pile.found[other]
        if gold != found:
            print(
                "missed" if gold else "WRONG ",
                pile.keys[one],
                "|",
                pile.sentences[one],
                "|",
                pile.sentences[other],
                "" if gold else pile.keys[other],
            )


if __name__ == "__main__":
    main()
