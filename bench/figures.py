"""Figures in dispute: how many disagreements of the bundled corpus are found, and which finds are none.

    python bench/figures.py [--details]

The corpus is read end to end with the reader of this process. A disagreement is found when one dispute holds
figures from sentences that the answers give its key, with values that differ. A dispute is true when two of
its figures are answered with one key and differ, listed in stories.json or not; those not listed are printed.
Stray is a figure of a true dispute that the answers give none of the keys in dispute there.
The same is then measured in a record, which knows events and stories and dates less, as
`dragoman claims --disputed` prints it, and with the answers' own claims in place of those read.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from dragoman import corpus, disputing, pipeline, sources
from dragoman.corpus import Answer, AnsweredClaim
from dragoman.engines import choose
from dragoman.reading.places import Toponym, ToponymSense, find_toponyms
from dragoman.record.figures import Dispute, Stated, counted_words, disputes, proper_names
from dragoman.sources import SourceOptions
from dragoman.store import open_store
from dragoman.terms import Attribution, Claim, Clipping, Document, Mention, Reading, Span

# Counts of one happening that the answers keep apart by the day or the source. By hand, from the answers;
# the first key stands for all.
_SAME_COUNT = (
    ("2022-01-05-security-forces-killed", "2022-01-06-security-forces-killed",
     "2022-01-kazakhstan-security-forces-killed"),
    ("2022-01-10-detained-kazakhstan", "2022-01-11-detained-kazakhstan"),
    ("2022-03-russian-soldiers-killed", "2022-03-02-russian-soldiers-killed-ministry"),
    ("2022-09-27-russians-in-kazakhstan", "2022-10-04-russians-in-kazakhstan"),
)  # fmt: skip
_LENGTHS = frozenset({"hours", "days", "weeks", "years", "months"})  # a length of time is no figure here


class Read(msgspec.Struct, frozen=True):
    """One report with what was found in it."""

    slug: str
    document: Document
    reading: Reading
    toponyms: tuple[Toponym, ...]


def read_corpus() -> list[Read]:
    """All reports, read."""
    found = []
    for path in corpus.reports():
        for clipping in sources.find([path], SourceOptions()):
            document = pipeline.prepared(clipping) if isinstance(clipping, Clipping) else None
            if isinstance(document, Document):
                reading = pipeline.read_document(document)
                found.append(Read(path.stem, document, reading, tuple(find_toponyms(document))))
    return found


def stated(read: Read, claim: Claim) -> Stated:
    """A claim with the names around it."""
    document, actors = read.document, read.reading.actors
    return Stated(
        claim=claim,
        document=document.id,
        outlet=document.outlet or read.slug,
        published=document.published.interval,
        sentence=claim.evidence.of(document.text),
        title=document.title or "",
        counted=_counted(read, claim),
        entities=_ids(actors, claim.evidence),
        places=_places(read.toponyms, claim.evidence),
        around=tuple(sorted({*_ids(actors), *_places(read.toponyms), *proper_names(document.text)})),
    )


def _counted(read: Read, claim: Claim) -> tuple[str, ...]:
    named = [m for m in read.reading.actors if m.text != m.text.lower()]
    return tuple(
        sorted({id for span in counted_words(claim, read.document.text) for id in _ids(named, span)})
    )


def _ids(mentions: Sequence[Mention], within: Span | None = None) -> tuple[str, ...]:
    named = [m for m in mentions if within is None or (m.span is not None and within.overlaps(m.span))]
    return tuple(sorted({id for m in named for id in (m.entity, m.country) if id}))


def _places(toponyms: Sequence[Toponym], within: Span | None = None) -> tuple[str, ...]:
    named = [
        t.place
        for t in toponyms
        if t.place and t.sense is ToponymSense.PLACE and (within is None or within.contains(t.span))
    ]
    return tuple(sorted({place.id for place in named}))


def answered(read: Read, answer: Answer) -> Iterator[tuple[Claim, str]]:
    """The answers' claims as a reader would give them, each with its key."""
    for number, gold in enumerate(answer.claims):
        span = _find(read.document, gold.evidence)
        if span is not None and gold.unit not in _LENGTHS:
            yield _as_claim(read, gold, span, number), gold.claim


def _as_claim(read: Read, gold: AnsweredClaim, span: Span, number: int) -> Claim:
    low, high = _values(gold)
    value = min(
        (c for c in read.reading.claims if c.evidence.overlaps(span)),
        key=lambda c: _off(c, high),
        default=None,
    )
    where = value.span if value and _off(value, high) < 1 else span
    qualifier = (gold.qualifier or "").lower()
    open_up = qualifier in ("at least", "more than", "over", "exceeds")
    open_down = qualifier in (
        "up to",
        "less than",
        "no more than",
        "as many as",
        "does not exceed",
        "just under",
    )
    return Claim(
        id=f"{read.slug}-{number}",
        document=read.document.id,
        about=gold.about,
        low=None if open_down else low,
        high=None if open_up else high,
        unit=gold.unit,
        span=where,
        evidence=span,
        qualifier=qualifier,
        said_by=tuple(Attribution(_source(read, words)) for words in gold.attributed_to),
    )


def _source(read: Read, words: str) -> Mention:
    named = [m for m in read.reading.actors if m.text and (m.text in words or words in m.text)]
    return named[0] if named else Mention(words)


def _off(claim: Claim, value: float) -> float:
    ends = [end for end in (claim.low, claim.high) if end is not None]
    return min(abs(end - value) for end in ends)


def _values(gold: AnsweredClaim) -> tuple[float, float]:
    if isinstance(gold.value, str):
        low, _, high = gold.value.partition("-")
        return float(low), float(high)
    return float(gold.value), float(gold.value)


def _find(document: Document, evidence: str) -> Span | None:
    """The sentence of a document that an answer quotes, whatever the blanks and marks of emphasis."""
    wanted = _bare(evidence)
    for span in document.sentences:
        have = _bare(span.of(document.text))
        if have and (have in wanted or wanted in have):
            return span
    return None


def _bare(text: str) -> str:
    return re.sub(r"[\s*_`]+", " ", text).strip()


def keys_of(read: Read, claim: Claim, answer: Answer) -> frozenset[str]:
    """The keys that the answer gives a figure read: of the same sentence and the same value."""
    have = _bare(claim.evidence.of(read.document.text))
    return frozenset(
        gold.claim
        for gold in answer.claims
        if (have in _bare(gold.evidence) or _bare(gold.evidence) in have)
        and _off(claim, _values(gold)[1]) < 1 + 0.005 * _values(gold)[1]
    )


def in_a_record() -> list[disputing.Disputed]:
    """The disputes of a record made of the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "corpus.dragoman")
        try:
            pipeline.add(store, corpus.reports(), choose(1))
            return list(disputing.in_dispute(store))
        finally:
            store.close()


def measure(
    title: str,
    figures: Sequence[Stated],
    found: Sequence[Dispute],
    keys: Mapping[str, frozenset[str]],
    details: bool,
) -> None:
    """Print what was found, what was missed, what is none, and what hangs in a dispute without belonging."""
    by_id = {each.claim.id: each for each in figures}
    hit: dict[str, list[Dispute]] = defaultdict(list)
    unlisted, false, stray = [], [], []
    listed = {each.claim for each in corpus.stories().disagreements}
    for dispute in found:
        true = _true_keys(dispute, by_id, keys)
        for key in true:
            hit[key].append(dispute)
        if not true:
            false.append(dispute)
        elif not true & listed:
            unlisted.append(dispute)
        stray += [(dispute, id) for id in _stray(dispute, true, keys)]
    print(f"{title}: {len(figures)} figures, {len(found)} disputes")
    print(f"  disagreements found: {len(listed & hit.keys())} of {len(listed)}")
    for key in sorted(listed - hit.keys()):
        print(f"    missed: {key}")
    print(f"  true and not listed: {len(unlisted)}")
    _show(unlisted, by_id, keys, details=details)
    print(f"  false: {len(false)}")
    _show(false, by_id, keys, details=True)
    print(f"  stray: {len(stray)}")
    for dispute, id in stray:
        _show_figure(by_id[id], keys, f"{dispute.about}: ")
    if details:
        _show([d for d in found if d not in unlisted and d not in false], by_id, keys, details=True)


def _true_keys(dispute: Dispute, by_id: Mapping[str, Stated], keys: Mapping[str, frozenset[str]]) -> set[str]:
    """Keys that two voices of a dispute share with different values."""
    values: dict[str, set[tuple[float | None, float | None]]] = defaultdict(set)
    for voice in dispute.voices:
        for id in voice.claims:
            for key in keys.get(id, ()):
                values[_one_name(key)].add((by_id[id].claim.low, by_id[id].claim.high))
    return {key for key, said in values.items() if len(said) > 1}


def _stray(dispute: Dispute, true: set[str], keys: Mapping[str, frozenset[str]]) -> list[str]:
    """Figures of a true dispute that are of no quantity in dispute there."""
    ids = [id for voice in dispute.voices for id in voice.claims]
    return [id for id in ids if true and not true & {_one_name(key) for key in keys.get(id, ())}]


def _one_name(key: str) -> str:
    return next((group[0] for group in _SAME_COUNT if key in group), key)


def _show(
    found: Sequence[Dispute],
    by_id: Mapping[str, Stated],
    keys: Mapping[str, frozenset[str]],
    *,
    details: bool,
) -> None:
    for dispute in found:
        print(f"    {dispute.relation}: {dispute.about}")
        for voice in dispute.voices if details else ():
            for id in voice.claims:
                _show_figure(by_id[id], keys, f"  {by_id[id].published} {voice.who}: ")


def _show_figure(each: Stated, keys: Mapping[str, frozenset[str]], before: str) -> None:
    named = ", ".join(sorted(keys.get(each.claim.id, ()))) or "no answer"
    print(f"    {before}{each.claim.about!r} [{named}]")


def main() -> None:
    """Measure with what is read and with what is answered."""
    details = "--details" in sys.argv
    answers = corpus.answers()
    reports = read_corpus()
    figures, keys, gold, gold_keys = [], {}, [], {}
    for read in reports:
        answer = answers[read.slug]
        for claim in read.reading.claims:
            figures.append(stated(read, claim))
            keys[claim.id] = keys_of(read, claim, answer)
        for claim, key in answered(read, answer):
            gold.append(stated(read, claim))
            gold_keys[claim.id] = frozenset({key})
    measure("as read", figures, disputes(figures), keys, details)
    told = in_a_record()
    standing = {one.claim.id: one for each in told for one in each.figures}
    measure("in a record", list(standing.values()), [each.dispute for each in told], keys, details)
    measure("as answered", gold, disputes(gold), gold_keys, details)


if __name__ == "__main__":
    main()
