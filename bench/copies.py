"""How well copies are found in the bundled corpus, and what looking for them costs.

    python bench/copies.py                        4,000 generated documents at most
    python bench/copies.py --documents 1000
    DRAGOMAN_READER=rules python bench/copies.py  with the other reader

A pair is right when copy, original and kind are those of ``stories.json``. The generated documents are chains
of words of the annotated corpus, each word drawn among those that follow the one before; every hundredth is a
copy of an earlier one with a twentieth of its words changed.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from itertools import combinations, pairwise
from pathlib import Path

from dragoman import corpus, pipeline, sources
from dragoman.record.copies import compare_essences, essence, prints
from dragoman.sources import SourceOptions
from dragoman.terms import Clipping, CopyKind, Document, Reading, Span

SEED = 20221014
SENTENCES, WORDS = (8, 16), (8, 30)  # of a document, of a sentence
COPY_EVERY, CHANGED = 100, 0.05
TRAINING = Path(__file__).parents[1] / "training" / "corpus"

Pairs = dict[tuple[str, str], str]


def bundled() -> dict[str, tuple[Document, Reading]]:
    """The bundled reports by slug, laid out and read."""
    found: dict[str, tuple[Document, Reading]] = {}
    for path in corpus.reports():
        for clipping in sources.find([str(path)], SourceOptions()):
            document = pipeline.prepared(clipping) if isinstance(clipping, Clipping) else clipping
            if isinstance(document, Document):
                found[path.stem] = (document, pipeline.read_document(document))
    return found


def candidates(marks: dict[str, tuple[int, ...]]) -> set[tuple[str, str]]:
    """The pairs of documents that share a print."""
    holders: dict[int, list[str]] = defaultdict(list)
    for slug, own in marks.items():
        for mark in own:
            holders[mark].append(slug)
    return {pair for slugs in holders.values() for pair in combinations(sorted(slugs), 2)}


def found_pairs(documents: dict[str, tuple[Document, Reading]]) -> Pairs:
    """The copies among the reports: copy and original to kind."""
    began = time.process_time()
    marks = {slug: prints(*both) for slug, both in documents.items()}
    printing = time.process_time() - began
    began = time.process_time()
    essences = {slug: essence(*both) for slug, both in documents.items()}
    boiling = time.process_time() - began
    pairs = candidates(marks)
    began = time.process_time()
    copies = [found for one, other in pairs if (found := compare_essences(essences[one], essences[other]))]
    comparing = time.process_time() - began
    slugs = {document.id: slug for slug, (document, _) in documents.items()}
    count = len(documents)
    print(f"{count} reports, {sum(map(len, marks.values())) / count:.0f} prints each")
    print(f"prints {printing / count * 1000:.1f} ms, essence {boiling / count * 1000:.1f} ms a report")
    print(f"{len(pairs)} of {count * (count - 1) // 2:,} pairs share a print", end="; ")
    print(f"{comparing / len(pairs) * 1000:.2f} ms to compare a pair")
    return {(slugs[copy.document], slugs[copy.original]): copy.kind for copy in copies}


def scores(found: Pairs, gold: Pairs) -> None:
    """Print precision and recall by kind."""
    right = Counter(gold[pair] for pair in found.keys() & gold.keys() if found[pair] == gold[pair])
    had, meant = Counter(found.values()), Counter(gold.values())
    print(f"{'kind':<12} {'P':>6} {'R':>6}  pairs")
    for kind in [*map(str, CopyKind), "all"]:
        kinds = list(map(str, CopyKind)) if kind == "all" else [kind]
        hits, given, wanted = (sum(each[k] for k in kinds) for each in (right, had, meant))
        precision = f"{hits / given:.2f}" if given else "-"
        recall = f"{hits / wanted:.2f}" if wanted else "-"
        print(f"{kind:<12} {precision:>6} {recall:>6}  {wanted}")
    for pair in sorted(found.items() ^ gold.items()):
        print("not as planted:", *pair)


def generated(count: int) -> list[Document]:
    """So many documents in invented words; copies among them."""
    chance = random.Random(SEED)
    after: dict[str, list[str]] = defaultdict(list)
    for path in sorted(TRAINING.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            words = str(json.loads(line).get("text", "")).split()
            for one, other in pairwise(words):
                after[one].append(other)
    starts = sorted(word for word in after if word[0].isupper())
    bodies: list[list[list[str]]] = []
    for number in range(count):
        if number % COPY_EVERY == COPY_EVERY - 1:
            bodies.append([_changed(words, starts, chance) for words in chance.choice(bodies)])
        else:
            bodies.append([_chain(after, starts, chance) for _ in range(chance.randint(*SENTENCES))])
    return [_document(str(number), body) for number, body in enumerate(bodies)]


def _chain(after: dict[str, list[str]], starts: list[str], chance: random.Random) -> list[str]:
    words = [chance.choice(starts)]
    for _ in range(chance.randint(*WORDS)):
        words.append(chance.choice(after.get(words[-1], starts)))
    return words


def _changed(words: list[str], others: list[str], chance: random.Random) -> list[str]:
    return [chance.choice(others) if chance.random() < CHANGED else word for word in words]


def _document(id: str, body: list[list[str]]) -> Document:
    text, spans = "", []
    for words in body:
        sentence = " ".join(words)
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + "\n"
    return Document(id, id, text, id, sentences=tuple(spans))


def cost(count: int) -> None:
    """Print how many comparisons so many documents ask for, and for how many copies."""
    documents = generated(count)
    began = time.process_time()
    pairs = candidates({document.id: prints(document) for document in documents})
    spent = time.process_time() - began
    essences = {document.id: essence(document) for document in documents}
    began = time.process_time()
    copies = sum(compare_essences(essences[one], essences[other]) is not None for one, other in pairs)
    compared = time.process_time() - began
    print(
        f"{count:,} generated documents: {spent / count * 1000:.1f} ms each to print; {len(pairs):,} pairs "
        f"to compare, {len(pairs) / count:.2f} a document, in {compared:.1f} s; {copies} are copies, "
        f"{count // COPY_EVERY} planted"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=4000)
    most = parser.parse_args().documents
    scores(
        found_pairs(bundled()), {(copy, original): kind for copy, original, kind in corpus.stories().copies}
    )
    for count in (most // 4, most // 2, most):
        cost(count)


if __name__ == "__main__":
    main()
