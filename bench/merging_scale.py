"""What merging costs as a record grows, on invented tellings.

    python bench/merging_scale.py 10000 100000 1000000    tellings; each size in a process of its own
    python bench/merging_scale.py --keep FOLDER 1000000   the filled record is kept there, and used again

The tellings are made up so that they are about as hard as news is: forty reports a day on a dozen stories,
half of the tellings of something that nobody else tells; states take part as unevenly as in the news (Zipf),
one in two tellings names no day, one report in ten is not dated. Printed: seconds, those of the processor,
tellings a second, the largest resident memory of the process, links and events; then how long one document
more takes. Indexing is part of reading and not counted.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np

from dragoman import merging
from dragoman.record import stories, trace
from dragoman.record.blocks import indexed
from dragoman.store import Store, open_store
from dragoman.terms import (
    Document,
    EventMention,
    EventType,
    Interval,
    Mention,
    Published,
    Reading,
    Span,
)
from dragoman.world import load, words

_PER_DOCUMENT = 8
_FIRST = date(2015, 1, 1)
_DAILY, _STORIES, _HAPPENINGS = 40, 12, 10  # documents a day, their stories, happenings of a story
_WORDS = 4000
_DIMENSIONS = 96
_BATCH = 2000
_ADDED = 50


def main() -> None:
    """Measure each size in a process of its own, so that memory is each one's own."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    options.add_argument("--keep", type=Path, help="folder of records that were filled before")
    options.add_argument("--one", type=int, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one:
        measure(chosen.one, chosen.keep)
    else:
        kept = ["--keep", str(chosen.keep)] if chosen.keep else []
        for size in chosen.sizes:
            subprocess.run([sys.executable, __file__, "--one", str(size), *kept], check=True)


def measure(size: int, keep: Path | None) -> None:
    """Fill a record with tellings, or take one that was filled before, and merge them all."""
    with tempfile.TemporaryDirectory(dir=keep) as folder:
        path = Path(folder) / "bench.dragoman"
        _prepare(path, size, keep)
        with open_store(path) as store:
            filled, spent = time.perf_counter(), time.process_time()
            merging.link_and_merge(store)
            merged, used = time.perf_counter() - filled, time.process_time() - spent
            summary = store.summary()
            links = len(store.all_links(0.0))
            added = adding(store, size // _PER_DOCUMENT)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(
        f"{summary.event_mentions:>9,} tellings: merged in {merged:7.1f} s ({used:.1f} s of one processor, "
        f"{summary.event_mentions / used:,.0f} a second), {memory:.2f} GiB, {links:,} links, "
        f"{summary.events:,} events; {added}",
        flush=True,
    )


def adding(store: Store, documents: int) -> str:
    """Put some documents one by one into a merged record; how long each takes."""
    spent, used = [], []
    for document, reading, gists in _documents(documents, documents + _ADDED, seed=2):
        began, busy = time.perf_counter(), time.process_time()
        with store.transaction():
            store.put_document(document, document.id)
            merging.put(store, document, reading, gists)
        spent.append((time.perf_counter() - began) * 1000)
        used.append((time.process_time() - busy) * 1000)
    return (
        f"one document of {_PER_DOCUMENT} tellings more in {documents:,}: {_spread(spent)} "
        f"({_spread(used)} of one processor)"
    )


def _spread(milliseconds: list[float]) -> str:
    most = sorted(milliseconds)[int(len(milliseconds) * 0.95)]
    return f"median {statistics.median(milliseconds):.0f} ms, 95 in 100 under {most:.0f} ms"


def _prepare(path: Path, size: int, keep: Path | None) -> None:
    """Make a filled record, or copy the one that was kept."""
    kept = keep / f"{size}.dragoman" if keep else None
    if kept is not None and kept.exists():
        shutil.copyfile(kept, path)
        return
    began, spent = time.perf_counter(), time.process_time()
    with open_store(path) as store:
        _fill(store, size // _PER_DOCUMENT)
    filled, used = time.perf_counter() - began, time.process_time() - spent
    print(f"{size:>9,} tellings: filled in {filled:.1f} s ({used:.1f} s of one processor)", flush=True)
    if kept is not None:
        shutil.copyfile(path, kept)


def _fill(store: Store, documents: int) -> None:
    """Put documents with their readings, traces and subjects; nothing is merged yet."""
    batch: list[tuple[Document, Reading, dict[str, bytes]]] = []
    for made in _documents(0, documents):
        batch.append(made)
        if len(batch) == _BATCH:
            _put(store, batch)
            batch = []
    _put(store, batch)


def _put(store: Store, batch: list[tuple[Document, Reading, dict[str, bytes]]]) -> None:
    with store.batch():
        for document, reading, gists in batch:
            with store.transaction():
                store.put_document(document, document.id)
                store.put_reading(reading)
                subject = stories.subject(document)
                store.put_subject(document.id, stories.packed(subject), stories.keys(subject))
                told = trace.traces(document, reading.events, gists)
                store.put_indexed(document.id, [indexed(each) for each in told])


def _documents(first: int, last: int, seed: int = 1) -> Iterator[tuple[Document, Reading, dict[str, bytes]]]:
    """Invented documents; the events they tell are drawn from a pool that grows with their number."""
    states = sorted(id for id, each in load().entities.items() if each.kind.value == "state")
    random.Random(7).shuffle(states)
    weights = [1 / (rank + 2) for rank in range(len(states))]
    for number in range(first, last):
        chance = random.Random(seed * 1_000_003 + number)
        day = _FIRST + timedelta(number // _DAILY)
        yield _document(number, day, chance, states, weights)


def _document(
    number: int, day: date, chance: random.Random, states: list[str], weights: list[float]
) -> tuple[Document, Reading, dict[str, bytes]]:
    """One report of a day; each event is one of those that happened around it, told in words of its own."""
    vocabulary, frequencies, acts = _language()
    story = chance.randrange(_STORIES)
    themes = random.Random(day.toordinal() * 41 + story)
    sides = themes.choices(states, weights, k=3)
    topic = [f"Name{themes.randrange(_WORDS)}x" for _ in range(6)]
    parts: list[str] = []
    mentions: list[EventMention] = []
    gists: dict[str, bytes] = {}
    length = 0
    for place in range(_PER_DOCUMENT):
        happening = chance.randrange(_HAPPENINGS) if chance.random() < 0.5 else chance.randrange(10**9)
        facts = random.Random(f"{day.toordinal()}-{story}-{happening}")
        told = facts.choices(vocabulary, frequencies, k=10)
        act = facts.choice(acts)
        chance.shuffle(told)
        sentence = f"{topic[place % 6]} {act} {' '.join(told[:7])}."
        start = length + len(topic[place % 6]) + 1
        actor, recipient = facts.sample(sides, 2) if len(set(sides)) > 1 else (sides[0], sides[0])
        known = chance.random()
        when = Interval.day(day - timedelta(facts.randrange(3))) if known < 0.5 else Interval()
        mention = EventMention(
            f"{number:08x}{place:02x}",
            f"{number:016x}",
            facts.choice(list(EventType)),
            (Mention(actor, actor, actor, "GOV"),),
            (Mention(recipient, recipient, recipient, "GOV"),),
            Span(start, start + len(act)),
            (Span(length, length + len(sentence)),),
            when=when,
        )
        mentions.append(mention)
        gists[mention.id] = _gist(facts, chance)
        parts.append(sentence)
        length += len(sentence) + 1
    text = "\n".join(parts)
    published = Published() if chance.random() < 0.1 else Published(Interval.day(day))
    document = Document(
        f"{number:016x}", f"{number:016x}", text, f"bench/{number}", published=published,
        outlet=f"Outlet {number % 97}", sentences=tuple(span for each in mentions for span in each.evidence),
    )  # fmt: skip
    return document, Reading(document.id, "bench", events=tuple(mentions)), gists


@cache
def _language() -> tuple[list[str], list[int], list[str]]:
    """The stems of our own texts, how often each is used, and those that may name an act."""
    counted = words.counted()
    return list(counted), list(counted.values()), [each for each in counted if 2.5 < words.rarity(each) < 6.0]


def _gist(facts: random.Random, chance: random.Random) -> bytes:
    """A direction of the happening, a little turned for each telling."""
    base = np.random.default_rng(facts.randrange(2**31)).normal(size=_DIMENSIONS)
    turned = base + 0.5 * np.random.default_rng(chance.randrange(2**31)).normal(size=_DIMENSIONS)
    signed = np.clip(np.round(turned / np.abs(turned).max() * 127), -127, 127).astype(np.int8)
    return bytes(signed.tobytes())


if __name__ == "__main__":
    main()
