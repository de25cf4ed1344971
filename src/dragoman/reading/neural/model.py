"""The model at run time: onnxruntime, batches of texts of like length, nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dragoman.reading.annotation import Annotation
from dragoman.reading.annotator import MarkedPair, MarkedWord, StatusShares
from dragoman.reading.neural.decode import Output, Settings, decode, softmax
from dragoman.reading.neural.hints import HintFinder, Hints
from dragoman.reading.neural.layout import INPUTS, TYPES, VERSION, Layout, Mark
from dragoman.reading.neural.tokenizer import Pieces, PieceTokenizer
from dragoman.terms import BrokenModel, EventType

WEIGHTS, TOKENIZER, CARD = "reader.onnx", "tokenizer.json", "card.json"
FOLDER = Path(str(resources.files("dragoman.reading.neural") / "weights"))
# Word pieces in one batch: enough to keep a core busy, few enough to keep memory small.
_BUDGET = 1024
_REPAIR = "Reinstall dragoman, or rebuild it with: dragoman train reader"


class Card(msgspec.Struct, frozen=True):
    """What is known about the weights that lie beside it.

    Attributes:
        name: name and version, part of every reading's provenance.
        made: the day of the training.
        hashes: SHA-256 of each file the model is made of.
        facts: data, licence, settings, scores and known failures; see ``docs/reference/model-card.md``.
    """

    name: str
    made: str
    hashes: dict[str, str]
    facts: dict[str, object] = {}


class _Prepared(msgspec.Struct, frozen=True):
    """A text as the network is given it."""

    pieces: Pieces
    hints: Hints


class ReaderModel:
    """Marks sentences in one pass.

    Args:
        folder: where the weights, the tokenizer and the card lie.
        threads: how many cores a batch may use; all when left out.

    Raises:
        BrokenModel: a file is missing or is not what the card says.
    """

    def __init__(self, folder: Path = FOLDER, threads: int | None = None) -> None:
        self.card = read_card(folder)
        check_files(folder, self.card)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or 0
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # idle cores stay idle
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / WEIGHTS), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime raises errors of its own kind
            raise BrokenModel(f"{folder / WEIGHTS} cannot be loaded: {error}. {_REPAIR}") from error
        kept: Mapping[str, str] = self._session.get_modelmeta().custom_metadata_map
        if kept.get("layout_version") != str(VERSION):
            raise BrokenModel(f"{folder / WEIGHTS} belongs to another version of dragoman. {_REPAIR}")
        self.layout = msgspec.json.decode(kept["layout"], type=Layout)
        self.settings = msgspec.json.decode(kept["settings"], type=Settings)
        self._tokenizer = PieceTokenizer(folder / TOKENIZER)
        self._finder = HintFinder()

    @property
    def name(self) -> str:
        """Name and version of the weights."""
        return self.card.name

    def annotate(self, texts: Sequence[str]) -> list[Annotation]:
        """What is marked in each text."""
        found = [Annotation()] * len(texts)
        prepared = self._prepare(texts)
        for places in _batches(prepared):
            tags, roles, _ = self._run([prepared[i] for i in places], [])
            for row, place in enumerate(places):
                pieces = prepared[place].pieces
                size = len(pieces.ids)
                output = Output(tags[row, :size], roles[row, :, :size, :size])
                found[place] = decode(texts[place], pieces, output, self.layout, self.settings)
        return found

    def type_pairs(self, pairs: Sequence[MarkedPair]) -> list[EventType | None]:
        """What each marked actor does to its recipient."""
        found: list[EventType | None] = [None] * len(pairs)
        prepared = self._prepare([pair.text for pair in pairs])
        for places in _batches(prepared):
            scores = self._run([prepared[i] for i in places], [pairs[i] for i in places])[2]
            for place, best in zip(places, scores.argmax(axis=1), strict=True):
                found[place] = TYPES[int(best)]
        return found

    def statuses(self, words: Sequence[MarkedWord]) -> list[StatusShares]:
        """Whether what each marked word names happened; words of one text cost one pass."""
        texts = list(dict.fromkeys(word.text for word in words))
        prepared = dict(zip(texts, self._prepare(texts), strict=True))
        scores: dict[str, NDArray[np.float32]] = {}
        channels = self.layout.heads["status"].channels
        for places in _batches([prepared[text] for text in texts]):
            tags = self._run([prepared[texts[i]] for i in places], [])[0]
            scores |= {texts[i]: softmax(tags[row, :, channels]) for row, i in enumerate(places)}
        return [_shares(scores[word.text], prepared[word.text].pieces.covered(word.word)) for word in words]

    def _prepare(self, texts: Sequence[str]) -> list[_Prepared]:
        cut = self._tokenizer.cut(texts)
        return [
            _Prepared(pieces, self._finder.find(text, pieces))
            for text, pieces in zip(texts, cut, strict=True)
        ]

    def _run(self, batch: Sequence[_Prepared], pairs: Sequence[MarkedPair]) -> list[NDArray[np.float32]]:
        """One batch through the network; tags, roles and pair scores."""
        shape = (len(batch), max(len(one.pieces.ids) for one in batch))
        given = {name: np.zeros(shape, dtype=np.int64) for name in INPUTS}
        for row, one in enumerate(batch):
            size = len(one.pieces.ids)
            given["ids"][row, :size] = one.pieces.ids
            given["mask"][row, :size] = 1
            given["acts"][row, :size] = one.hints.acts
            given["names"][row, :size] = one.hints.names
        for row, pair in enumerate(pairs):
            for span, mark in ((pair.actor, Mark.ACTOR), (pair.recipient, Mark.RECIPIENT)):
                if span is not None:
                    given["marks"][row, batch[row].pieces.covered(span)] = int(mark)
        found: list[NDArray[np.float32]] = self._session.run(None, given)
        return found


@cache
def shipped(threads: int | None = None) -> ReaderModel:
    """The model that comes with the package; loaded once per process."""
    return ReaderModel(threads=threads)


def read_card(folder: Path) -> Card:
    """The card of a model.

    Raises:
        BrokenModel: there is none, or it is not a card.
    """
    try:
        return msgspec.json.decode((folder / CARD).read_bytes(), type=Card)
    except (OSError, msgspec.DecodeError) as error:
        raise BrokenModel(f"{folder / CARD}: no readable model card ({error}). {_REPAIR}") from error


def write_card(folder: Path, card: Card) -> None:
    """Put a card beside the weights it tells of."""
    (folder / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n")


def check_files(folder: Path, card: Card) -> None:
    """Compare each file with the card's hash.

    Raises:
        BrokenModel: a file is missing or differs.
    """
    for name, expected in card.hashes.items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise BrokenModel(f"{folder / name} cannot be read ({error.strerror}). {_REPAIR}") from error
        if found != expected:
            raise BrokenModel(f"{folder / name} is damaged: its SHA-256 is not the card's. {_REPAIR}")


def _shares(scores: NDArray[np.float32], pieces: NDArray[np.int64]) -> StatusShares:
    """The status of the first piece of a word; of the opening mark when it lies beyond the text read."""
    first = int(pieces[0]) if len(pieces) else 0
    return StatusShares(tuple(float(share) for share in scores[first]))


def _batches(prepared: Sequence[_Prepared]) -> Iterator[list[int]]:
    """Positions of texts of like length, so many that the padded batch keeps within the budget."""
    lengths = [len(one.pieces.ids) for one in prepared]
    batch: list[int] = []
    for place in sorted(range(len(prepared)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[place] > _BUDGET:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
