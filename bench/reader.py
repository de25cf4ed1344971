"""Speed and memory of the trained reader: whole reading of news documents, and where the time goes.

    python bench/reader.py                    2,000 documents, one process a core
    python bench/reader.py --documents 300

The documents are those of ``bench/throughput.py``. Whole reading is tokenizing, the model, decoding, and
everything the world and the tables add; laying out the text is not part of it. The matrix peak is measured,
not taken from a data sheet: one large int8 product by the same library on the same cores. Needs onnx
(``pip install onnx``) to write that product down.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from throughput import generate

from dragoman import sources, text
from dragoman.reading.annotated import AnnotatedReader
from dragoman.reading.neural.model import ReaderModel
from dragoman.terms import Document

BATCH = 32  # documents read together, as in the pipeline
# Multiply-adds of one piece: six layers and the heads but for the tags, and two products with every other
# piece of its text.
_PER_PIECE = 6 * (4 * 384 * 384 + 2 * 384 * 1536) + 384 * 512 + 2 * 384 * 336
_PER_PAIR = 6 * 2 * 384 + 336


def documents(number: int) -> list[Document]:
    """So many documents, laid out."""
    with tempfile.TemporaryDirectory() as scratch:
        generate(Path(scratch), number)
        prepared = [text.prepare(found) for found in sources.find([Path(scratch)])]  # type: ignore[arg-type]
    return [document for document in prepared if isinstance(document, Document)]


def child(number: int, threads: int) -> None:
    """Load and read in this process: print what it cost as JSON."""
    started = time.perf_counter()
    model = ReaderModel(threads=threads)
    model.annotate(["A sentence."])
    loaded = time.perf_counter() - started
    spent = {"network": 0.0, "work": 0.0}
    _watch(model, spent)
    pile = documents(number)
    reader = AnnotatedReader(model)
    reader.read(pile[:BATCH])
    spent.update(network=0.0, work=0.0)
    started, cpu = time.perf_counter(), time.process_time()
    for start in range(0, len(pile), BATCH):
        reader.read(pile[start : start + BATCH])
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sentences = sum(len(document.sentences) for document in pile)
    row = [loaded, seconds, spent["network"], spent["work"], sentences, peak, time.process_time() - cpu]
    print(json.dumps(row))


def _watch(model: ReaderModel, spent: dict[str, float]) -> None:
    """Note how long the network runs and how many multiply-adds it does."""
    run = model._run

    def watched(batch: Any, pairs: Any) -> Any:
        started = time.perf_counter()
        found = run(batch, pairs)
        spent["network"] += time.perf_counter() - started
        length = max(len(one.pieces.ids) for one in batch)
        channels = model.layout.channels
        spent["work"] += len(batch) * length * (_PER_PIECE + 512 * channels + length * _PER_PAIR)
        return found

    model._run = watched  # type: ignore[method-assign]


def peak() -> float:
    """Int8 multiply-adds a second of one core in one large product."""
    rows, width = 2048, 1536
    chance = np.random.default_rng(1)
    node = helper.make_node("MatMulInteger", ["a", "b"], ["c"])
    weight = numpy_helper.from_array(chance.integers(-127, 127, (width, width), dtype=np.int8), "b")
    graph = helper.make_graph(
        [node],
        "peak",
        [helper.make_tensor_value_info("a", TensorProto.UINT8, [rows, width])],
        [helper.make_tensor_value_info("c", TensorProto.INT32, [rows, width])],
        [weight],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    given = {"a": chance.integers(0, 255, (rows, width), dtype=np.uint8)}
    times = []
    for _ in range(20):
        started = time.perf_counter()
        session.run(None, given)
        times.append(time.perf_counter() - started)
    return float(rows * width * width / min(times))


def run(number: int) -> list[float]:
    """One child; its row."""
    command = [sys.executable, __file__, "--child", str(number), "1"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    row: list[float] = json.loads(printed.splitlines()[-1])
    return row


def main() -> None:
    """One process a core, each with its share of the documents."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument(
        "--child", nargs=2, type=int, metavar=("DOCUMENTS", "THREADS"), help=argparse.SUPPRESS
    )
    options = parser.parse_args()
    if options.child:
        child(*options.child)
        return
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    best = peak()
    with ProcessPoolExecutor(cores) as pool:
        rows = list(pool.map(run, [max(1, options.documents // cores)] * cores))
    sentences, seconds = sum(row[4] for row in rows), max(row[1] for row in rows)
    network = sum(row[2] for row in rows) / sum(row[1] for row in rows)
    share = sum(row[3] for row in rows) / sum(row[2] for row in rows) / best
    print(f"{sentences:,.0f} sentences in {cores} processes: {sentences / seconds:,.0f} a second")
    print(f"in the network {network:.0%} of the time, everything else {1 - network:.0%}")
    print(
        f"the network reaches {share:.0%} of this machine's int8 matrix peak ({best / 1e9:,.0f} G/s a core)"
    )
    loaded, memory = max(row[0] for row in rows), max(row[5] for row in rows)
    print(f"model loaded in {loaded:.2f} s, peak memory {memory:.0f} MB a process")


if __name__ == "__main__":
    main()
