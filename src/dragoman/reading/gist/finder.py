"""Gists at run time: onnxruntime, one pass for each distinct sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dragoman.reading.gist.batch import VERSION, PlacedAct, ToldAct, batch, batches, placed
from dragoman.reading.neural.model import CARD, TOKENIZER, Card
from dragoman.reading.neural.model import FOLDER as READER_FOLDER
from dragoman.reading.neural.tokenizer import PieceTokenizer
from dragoman.terms import BrokenModel, Document, EventMention, Reading

WEIGHTS = "gist.onnx"
FOLDER = Path(str(resources.files("dragoman.reading.gist") / "weights"))
_LARGEST = 127  # of a signed byte
_REPAIR = "Reinstall dragoman, or rebuild it with: dragoman train gist"


class GistFinder:
    """Works out the gists of acts.

    A gist is a direction: tellings of one event point the same way. It is kept as one signed byte for each
    of its dimensions (`dragoman.reading.gist.batch.DIMENSIONS`), the largest of them 127 or -127; only the
    angle between two gists means something.

    Args:
        folder: where the weights and their card lie.
        threads: how many cores a batch may use; all when left out.
        tokenizer: the reader's, whose word pieces the weights were trained on.

    Raises:
        BrokenModel: a file is missing or is not what the card says.
    """

    def __init__(
        self,
        folder: Path = FOLDER,
        threads: int | None = None,
        tokenizer: Path = READER_FOLDER / TOKENIZER,
    ) -> None:
        self.card = _read_card(folder / CARD)
        for path in (folder / WEIGHTS, tokenizer):
            _check(path, self.card.hashes.get(path.name))
        self._session = _session(folder / WEIGHTS, threads)
        self._tokenizer = PieceTokenizer(tokenizer)

    @classmethod
    def shipped(cls, threads: int | None = None) -> GistFinder:
        """With the weights that come with the package."""
        return cls(threads=threads)

    @property
    def name(self) -> str:
        """Name and version of the weights."""
        return self.card.name

    def gists(self, read: Sequence[tuple[Document, Reading]]) -> list[dict[str, bytes]]:
        """The gist of each event mention, by its id; one dictionary for each document.

        It is empty bytes where the words of the act are not to be found in a sentence of the evidence.
        """
        told = [
            [(mention.id, told_act(document, mention)) for mention in reading.events]
            for document, reading in read
        ]
        found = iter(self.of([act for acts in told for _, act in acts if act is not None]))
        return [{id: b"" if act is None else next(found) for id, act in acts} for acts in told]

    def of(self, acts: Sequence[ToldAct]) -> list[bytes]:
        """The gist of each act; empty bytes where its words are not among the word pieces read."""
        found = [b""] * len(acts)
        pieces = placed(self._tokenizer, acts)
        known = [place for place, act in enumerate(pieces) if act is not None]
        for place, gist in self.worked_out([act for act in pieces if act is not None]):
            found[known[place]] = gist
        return found

    def worked_out(self, acts: Sequence[PlacedAct]) -> Iterator[tuple[int, bytes]]:
        """The gists of acts as word pieces, in any order, each with the place of its act."""
        for places in batches(acts):
            inputs = batch([acts[place] for place in places])
            (directions,) = self._session.run(None, msgspec.structs.asdict(inputs))
            yield from zip(places, (row.tobytes() for row in as_bytes(directions)), strict=True)


def told_act(document: Document, mention: EventMention) -> ToldAct | None:
    """The act of a mention in its sentence; `None` where no sentence of the evidence holds it whole."""
    for sentence in mention.evidence:
        if sentence.contains(mention.trigger):
            return ToldAct(sentence.of(document.text), mention.trigger.shifted(-sentence.start))
    return None


def as_bytes(directions: NDArray[np.float32]) -> NDArray[np.int8]:
    """Directions, one a row, with the largest number of each at the end of what a signed byte holds."""
    largest = np.maximum(np.abs(directions).max(axis=1, keepdims=True), np.float32(1e-12))
    found: NDArray[np.int8] = np.round(directions / largest * _LARGEST).astype(np.int8)
    return found


def _read_card(path: Path) -> Card:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Card)
    except (OSError, msgspec.DecodeError) as error:
        raise BrokenModel(f"{path}: no readable model card ({error}). {_REPAIR}") from error


def _check(path: Path, expected: str | None) -> None:
    """Compare a file with the card's hash of it."""
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise BrokenModel(f"{path} cannot be read ({error.strerror}). {_REPAIR}") from error
    if found != expected:
        raise BrokenModel(f"{path} is damaged: its SHA-256 is not the card's. {_REPAIR}")


def _session(path: Path, threads: int | None) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or 0
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # idle cores stay idle
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises errors of its own kind
        raise BrokenModel(f"{path} cannot be loaded: {error}. {_REPAIR}") from error
    if session.get_modelmeta().custom_metadata_map.get("gist_version") != str(VERSION):
        raise BrokenModel(f"{path} belongs to another version of dragoman. {_REPAIR}")
    return session
