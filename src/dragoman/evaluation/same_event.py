"""Task ``same-event``: which mentions, in one document or in many, are of one event.

Gold: two files of JSON Lines, in the form in which this project keeps ECB+ (Cybulska and Vossen, LREC 2014).

- Documents: ``doc`` (its name), ``title``, ``sents`` (tokens by sentence), and ``sub``, the one real
  happening that it reports: documents with the same ``sub`` are one cluster of the gold.
- Mentions: ``doc``, ``sent`` and ``tok`` (numbers of the sentence and of its tokens, from 0), ``kind`` and
  ``chain``, the event it is a mention of. Only the kind ``event`` is read.

Every row is measured, whatever split it is of. The mentions are given; asked is which belong together.

The answers stay here: a predictor gets neither ``sub`` nor ``chain``. Nor does it get the name of a document
or the order of the files, which in ECB+ tell the happening as well: documents get numbers for names, in an
order that says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from dragoman.evaluation.coreference import b_cubed, score
from dragoman.evaluation.gold import read_lines
from dragoman.terms import GoldError

_DOCUMENT = '{"doc": "a", "sub": "flood", "title": "Rain", "sents": [["It", "rained", "."]]}'
_MENTION = '{"kind": "event", "doc": "a", "sent": 0, "tok": [1], "chain": "rain"}'


class SameEventScore(msgspec.Struct, frozen=True):
    """How well mentions of events were clustered.

    Attributes:
        conll_f1: mean of the three that follow.
        muc_f1, b3_f1, ceafe_f1: of the mentions, all documents together; see `coreference`.
        cluster_b3_f1: B-cubed of the documents by the happening they report.
        n: mentions; ``documents``: documents, those without a mention too.
    """

    conll_f1: float
    muc_f1: float
    b3_f1: float
    ceafe_f1: float
    cluster_b3_f1: float
    n: int
    documents: int


class GivenDocument(msgspec.Struct, frozen=True):
    """A document without its answer: a name that says nothing, its title (or ""), the tokens by sentence."""

    doc: str
    title: str
    sents: tuple[tuple[str, ...], ...]


class GivenMention(msgspec.Struct, frozen=True):
    """A mention without its answer: the name of its document, the sentence, and the tokens in it."""

    doc: str
    sent: int
    tok: tuple[int, ...]


class Prediction(msgspec.Struct, frozen=True):
    """What belongs together: equal labels for what is one.

    Attributes:
        document_clusters: a label for each document.
        event_clusters: a label for each mention.
    """

    document_clusters: Sequence[int]
    event_clusters: Sequence[int]


Predictor = Callable[[Sequence[GivenDocument], Sequence[GivenMention]], Prediction]


class _Document(msgspec.Struct, frozen=True):
    """A document of the gold."""

    doc: str
    sub: str
    sents: tuple[tuple[str, ...], ...]
    title: str = ""


class _Mention(msgspec.Struct, frozen=True):
    """A mention of the gold."""

    kind: str
    doc: str
    sent: int
    tok: tuple[int, ...]
    chain: str


def evaluate(paths: Sequence[Path], mentions: Path, predict: Predictor) -> SameEventScore:
    """How well ``predict`` clusters the mentions of ``mentions`` in the documents of ``paths``.

    Raises:
        GoldError: a file is not in the format above, there is no document or no mention, two documents have
            one name, or a mention is of a document, sentence or token that is not there.
        ValueError: the prediction has not one label for each document and each mention.
    """
    documents = _documents(paths)
    names = {document.doc: str(number) for number, document in enumerate(documents)}
    # In the order of the documents, and in each of them as it is read.
    rows = sorted(
        _mentions(mentions, {document.doc: document for document in documents}),
        key=lambda row: (int(names[row.doc]), row.sent, row.tok),
    )
    predicted = predict(
        [GivenDocument(names[document.doc], document.title, document.sents) for document in documents],
        [GivenMention(names[row.doc], row.sent, row.tok) for row in rows],
    )
    events = score([row.chain for row in rows], predicted.event_clusters)
    return SameEventScore(
        conll_f1=events.conll_f1,
        muc_f1=events.muc.f1,
        b3_f1=events.b3.f1,
        ceafe_f1=events.ceafe.f1,
        cluster_b3_f1=b_cubed([document.sub for document in documents], predicted.document_clusters).f1,
        n=len(rows),
        documents=len(documents),
    )


def _documents(paths: Sequence[Path]) -> list[_Document]:
    """The documents, in an order that tells nothing of what they report."""
    documents = list(read_lines(paths, _Document, _DOCUMENT))
    if not documents:
        raise GoldError(f"no document in {', '.join(map(str, paths)) or 'no file'}: expected {_DOCUMENT}")
    seen: set[str] = set()
    for document in documents:
        if document.doc in seen:
            raise GoldError(f"two documents are named {document.doc!r}; expected a name for each")
        seen.add(document.doc)
    return sorted(documents, key=lambda document: sha256(document.doc.encode()).digest())


def _mentions(path: Path, documents: dict[str, _Document]) -> Iterator[_Mention]:
    """The mentions of events, each of which stands where it says."""
    rows = [row for row in read_lines([path], _Mention, _MENTION) if row.kind == "event"]
    if not rows:
        raise GoldError(f"no mention of an event in {path}: expected {_MENTION}")
    for row in rows:
        _check(row, documents, path)
        yield row


def _check(row: _Mention, documents: dict[str, _Document], path: Path) -> None:
    """Raise a `GoldError` unless the mention's document, sentence and tokens are there."""
    if row.doc not in documents:
        raise GoldError(f"{path}: a mention is of the document {row.doc!r}, which is not among the documents")
    sents = documents[row.doc].sents
    if not 0 <= row.sent < len(sents):
        raise GoldError(
            f"{path}: a mention is in sentence {row.sent} of {row.doc!r}; expected 0 to {len(sents) - 1}"
        )
    last = len(sents[row.sent]) - 1
    if not row.tok or not all(0 <= token <= last for token in row.tok):
        raise GoldError(
            f"{path}: a mention has the tokens {list(row.tok)} of sentence {row.sent} of {row.doc!r}; "
            f"expected one or more from 0 to {last}"
        )
