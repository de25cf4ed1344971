"""Measures the readers on public sets and writes docs/benchmarks.md.

    DRAGOMAN_SHARED=DIR python scripts/benchmarks.py    measure and write (minutes)
    ... --system                                        only what is measured of the system of actors
    python scripts/benchmarks.py --render               write the page from what was measured last
    python scripts/benchmarks.py --check                only say whether the page shows what was measured last

The sets are not part of this project; where each is published stands on the page. What was measured is kept
in bench/results.json, with the name of the model; the check fails when another model ships.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from generated_page import renew

from dragoman.corpus import FOLDER as CORPUS
from dragoman.evaluation import Request, run
from dragoman.evaluation import pairs as pair_task
from dragoman.reading import ENVIRONMENT, MarkedPair
from dragoman.reading.neural.model import FOLDER, read_card
from dragoman.terms import EventType
from dragoman.training.items import read_items
from dragoman.training.labels import pairs as corpus_pairs

ROOT = Path(__file__).parents[1]
PAGE, RESULTS = ROOT / "docs" / "benchmarks.md", ROOT / "bench" / "results.json"
READERS = ("trained", "rules")

Scores = dict[str, float]


class Row(msgspec.Struct, frozen=True):
    """One figure of the page: which task, which key, what it is called."""

    task: str
    key: str
    name: str


class Published(msgspec.Struct, frozen=True):
    """A figure of somebody else, as printed in a paper."""

    system: str
    root: float
    quad: float
    source: str


PEERS = [
    Published("PETRARCH2 with a dictionary of 81,000 patterns", 0.463, 0.518, "Hu et al. 2024"),
    Published("GPT-4, zero-shot", 0.615, 0.767, "Hu et al. 2024"),
    Published("tree of NLI questions, 355 M parameters, zero-shot", 0.824, 0.896, "Hu et al. 2024"),
    Published("ConfliBERT, trained on the training part of this set", 0.867, 0.963, "Hu et al. 2024"),
]

ROWS = [
    Row("pairs", "root_f1", "type of a marked pair: 15 types, macro F1"),
    Row("pairs", "quad_f1", "... 4 quads"),
    Row("pairs", "binary_f1", "... cooperation or conflict"),
    Row("spans", "actor_head_f1", "who acts: head word F1"),
    Row("spans", "recipient_head_f1", "who receives: head word F1"),
    Row("events gold", "located_f1", "whole reading of two clippings: located F1"),
    Row("events gold", "type_f1", "... with type"),
    Row("events gold", "type_actor_f1", "... with type and actor"),
    Row("events gold", "status_acc", "... status of matched events"),
    Row("events gold", "said_by_acc", "... who says so"),
    Row("events gold", "actor_acc", "... whom a participant named by the same words is"),
    Row("actors", "country_acc", "country of a phrase, NGEC"),
    Row("actors", "sector_acc", "... sector"),
    Row("actors own", "country_acc", "country of a phrase, our own 682"),
    Row("actors own", "sector_acc", "... sector"),
    Row("times", "strict_f1", "words that name times, TimeBank and AQUAINT: strict F1"),
    Row("times", "relaxed_f1", "... relaxed F1"),
    Row("times", "value_f1", "... with the right TIMEX3 value"),
    Row("dating", "inside", "400 articles without their date: the interval holds the day"),
    Row("dating", "within_31_days", "... best day within 31 days"),
    Row("dating", "median_width_days", "... median width of the intervals, days"),
    Row("dating", "abstained", "... left undated"),
    Row("places", "tag_f1", "place names, LGL and GeoWebNews: exact F1"),
    Row("places", "country_acc", "... right country, of those found"),
    Row("places", "acc161", "... within 161 km, of those found"),
    Row("same-event", "conll_f1", "which mentions are one event, ECB+ (given mentions): CoNLL F1"),
    Row("same-event", "muc_f1", "... MUC F1"),
    Row("same-event", "b3_f1", "... B-cubed F1"),
    Row("same-event", "ceafe_f1", "... CEAF-e F1"),
    Row("same-event", "cluster_b3_f1", "... which documents report one happening: B-cubed F1"),
    Row("status MEANTIME", "happened_f1", "did it happen, MEANTIME: happened F1"),
    Row("status MEANTIME", "not_happened_f1", "... did not happen F1"),
    Row("status UDS_IH2", "happened_f1", "did it happen, UDS: happened F1"),
    Row("status UDS_IH2", "not_happened_f1", "... did not happen F1"),
    Row("attribution", "source_f1", "who says what, PolNeAR: source token F1"),
    Row("attribution", "cue_f1", "... cue token F1"),
    Row("attribution", "content_f1", "... content token F1"),
    Row("attribution", "exact_f1", "... whole attributions F1"),
    Row("events bundled", "located_f1", "the bundled corpus: located F1"),
    Row("events bundled", "type_f1", "... with type"),
    Row("events bundled", "type_actor_f1", "... with type and actor"),
    Row("events bundled", "status_acc", "... status of matched events"),
    Row("events bundled", "said_by_acc", "... who says so"),
    Row("events bundled", "actor_acc", "... whom a participant named by the same words is"),
]

SYSTEM_ROWS = [
    Row("forecast ICEWS14", "mrr", "to whom next, ICEWS14, test: mean reciprocal rank"),
    Row("forecast ICEWS14", "hits1", "... right at first"),
    Row("forecast ICEWS14", "hits10", "... among the first ten"),
    Row("forecast ICEWS14", "ece", "... expected calibration error"),
    Row("forecast ICEWS18", "mrr", "to whom next, ICEWS18, validation month: mean reciprocal rank"),
    Row("forecast ICEWS18", "hits10", "... among the first ten"),
    Row("forecast ICEWS18", "ece", "... expected calibration error"),
    Row("drift 2014", "found", "dated shocks of 2014 with an alarm"),
    Row("drift 2014", "chance", "... of random weeks of these dyads"),
    Row("drift 2014", "alarms_per_dyad_year", "... alarms for each dyad and year"),
    Row("drift 2018", "found", "dated shocks of 2018 with an alarm"),
    Row("drift 2018", "chance", "... of random weeks of these dyads"),
    Row("drift 2018", "alarms_per_dyad_year", "... alarms for each dyad and year"),
]

# The words of the page stand in bench/benchmarks.md: text before, between and behind the tables.
WORDS = ROOT / "bench" / "benchmarks.md"


def measure(shared: Path) -> dict[str, Any]:
    """Everything that is shown, from the sets in a folder."""
    return {
        "model": read_card(FOLDER).name,
        "readers": {reader: _measure(reader, shared) for reader in READERS},
        "tfidf": _tfidf(shared / "data" / "plv_dev.jsonl"),
        "system": measure_system(shared),
    }


def measure_system(shared: Path) -> dict[str, Scores]:
    """What is shown of the system of actors: forecasts and alarms on coded events of others."""
    data, shocks = shared / "data", ROOT / "bench" / "shocks.jsonl"
    sets = {
        "14": (data / "icews14_quads.jsonl", None),
        "18": (data / "icews18_quads_train_valid.jsonl", "valid"),
    }
    found: dict[str, Scores] = {}
    for year, (quads, test) in sets.items():
        relations, entities = (data / f"icews{year}_{kind}.jsonl" for kind in ("relations", "entities"))
        events = Request([quads], test=test, relations=relations, entities=entities)
        dated = Request([shocks], events=[quads], relations=relations, entities=entities)
        for name, task, request in (
            (f"forecast ICEWS{year}", "forecast", events),
            (f"drift 20{year}", "drift", dated),
        ):
            sys.stderr.write(f"{name}\n")
            scores: Scores = msgspec.to_builtins(run(task, request))
            found[name] = {key: round(value, 4) for key, value in scores.items() if key != "seconds"}
    return found


def _measure(reader: str, shared: Path) -> dict[str, Scores]:
    os.environ[ENVIRONMENT] = reader
    from dragoman import pipeline

    pipeline.reader.cache_clear()
    data = shared / "data"
    wanted: list[tuple[str, str, Request]] = [
        ("pairs", "pairs", Request([data / "plv_dev.jsonl"])),
        ("spans", "spans", Request([data / "cameo_dev.jsonl"])),
        ("attribution", "attribution", Request([data / "attribution_dev.jsonl"])),
        ("actors", "actors", Request([data / "actor_codes_dev.jsonl"])),
        ("times", "times", Request([data / "timex_dev.jsonl"])),
        ("dating", "dating", Request([data / "dated_articles_dev.jsonl"])),
        ("places", "places", Request([data / "toponyms_dev.jsonl"])),
        (
            "same-event",
            "same-event",
            Request([data / "same_event_docs_dev.jsonl"], mentions=data / "same_event_mentions_dev.jsonl"),
        ),
        ("actors own", "actors", Request([ROOT / "tests" / "reading" / "actor_phrases.jsonl"])),
        ("events gold", "events", Request([shared / "gold"], shared / "seeds")),
        ("events bundled", "events", Request([CORPUS / "answers"], CORPUS / "reports")),
    ]
    wanted += [
        (f"status {name}", "status", Request([data / "factuality_dev.jsonl"], only=name))
        for name in ("MEANTIME", "UDS_IH2")
    ]
    found: dict[str, Scores] = {}
    for name, task, request in wanted:
        sys.stderr.write(f"{reader}: {name}\n")
        scores: Scores = msgspec.to_builtins(run(task, request))
        found[name] = {key: round(value, 4) for key, value in scores.items()}
    return found


def _tfidf(path: Path) -> Scores:
    """Words and word pairs with a logistic regression, trained on our corpus: the plain baseline."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
    except ImportError:
        sys.exit('the baseline needs scikit-learn: pip install "dragoman[bench]"')
    texts, types = [], []
    for item in read_items(sorted((ROOT / "training" / "corpus").glob("*.jsonl"))):
        for pair in corpus_pairs(item.events):
            texts.append(item.text)
            types.append(str(pair.type))
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        LogisticRegression(C=10.0, max_iter=2000, class_weight="balanced"),
    )
    model.fit(texts, types)
    kept = pair_task.predict

    def predict(pairs: Iterable[MarkedPair]) -> list[EventType | None]:
        return [EventType(name) for name in model.predict([pair.text for pair in pairs])]

    pair_task.predict = predict
    try:
        score = pair_task.evaluate([path])
    finally:
        pair_task.predict = kept
    return {key: round(value, 4) for key, value in msgspec.to_builtins(score).items()}


def page(results: dict[str, Any]) -> str:
    """The page as text."""
    trained, rules = (results["readers"][reader] for reader in READERS)
    tasks = ["| task | trained reader | rule reader |", "|---|---|---|"]
    tasks += [
        f"| {row.name} | **{_short(trained[row.task][row.key])}** | {_short(rules[row.task][row.key])} |"
        for row in ROWS
    ]
    own: list[tuple[str, Scores]] = [
        ("**Dragoman, trained reader** (24 M parameters, int8)", trained["pairs"]),
        ("Dragoman, rule reader", rules["pairs"]),
        ("TF-IDF and logistic regression, trained on Dragoman's corpus", results["tfidf"]),
    ]
    peers = ["| system | 15 types | 4 quads | measured on |", "|---|---|---|---|"]
    peers += [
        f"| {name} | {_short(s['root_f1'])} | {_short(s['quad_f1'])} | development part |" for name, s in own
    ]
    peers += [
        f"| {peer.system} | {_short(peer.root)} | {_short(peer.quad)} | test part, {peer.source} |"
        for peer in PEERS
    ]
    system = ["| task | reached |", "|---|---|"]
    system += [f"| {row.name} | **{_short(results['system'][row.task][row.key])}** |" for row in SYSTEM_ROWS]
    words = WORDS.read_text(encoding="utf-8")
    tables = {"{model}": results["model"], "{tasks}": "\n".join(tasks), "{peers}": "\n".join(peers)}
    tables["{system}"] = "\n".join(system)
    for place, table in tables.items():
        words = words.replace(place, table)
    return words


def _short(value: float) -> str:
    return f"{value:.0f}" if value > 1 else f"{value:.3f}".removeprefix("0")


def main(arguments: Sequence[str]) -> int:
    """Measure unless only a check is wanted; gives the exit status."""
    if "--check" not in arguments and "--render" not in arguments:
        shared = os.environ.get("DRAGOMAN_SHARED")
        if not shared:
            sys.exit(
                "set DRAGOMAN_SHARED to the folder with data/, gold/ and seeds/ (see docs/benchmarks.md)"
            )
        folder = Path(shared).resolve()
        if "--system" in arguments:
            known = json.loads(RESULTS.read_text(encoding="utf-8"))
            measured = known | {"system": measure_system(folder)}
        else:
            measured = measure(folder)
        RESULTS.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    if results["model"] != read_card(FOLDER).name:
        sys.stderr.write(f"{RESULTS} was measured with another model. Run: just benchmarks\n")
        return 1
    return renew(PAGE, page(results), arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
