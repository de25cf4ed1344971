"""Task ``translation``: which words of a translated text are doubtful.

Gold: a folder of JSON files, one a document: ``file`` names the text, ``translation_errors`` lists words as
written (``text``). The gold of the bundled corpus is of the same kind, with errors that a mark need not find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dragoman import pipeline, sources
from dragoman.corpus import FOLDER, answers, translations
from dragoman.evaluation.gold import read_folder
from dragoman.reading import as_translation
from dragoman.terms import Document, Doubt, GoldError, Skip, Span, Translation

_EXPECTED = '{"file": "a.txt", "translation_errors": [{"text": "..."}]}'


class TranslationScore(msgspec.Struct, frozen=True):
    """How well doubtful words were marked.

    Attributes:
        precision: share of the marks that touch an error; marks on words that are only odd do not count.
        recall: share of the errors of the gold that a mark touches.
        language: share of the documents whose language is known to the gold and named first.
        per_1000_words: marks for 1,000 words of the article.
        marks: marks made; ``n`` errors to be found.
    """

    precision: float
    recall: float
    language: float
    per_1000_words: float
    marks: int
    n: int


class Wrong(msgspec.Struct, frozen=True):
    """Words as written that are no good translation; those that are only ``odd`` need not be found."""

    text: str
    odd: bool = False


class Judged(msgspec.Struct, frozen=True):
    """A document with its errors, its language where that is known, and what was made of it."""

    name: str
    document: Document
    language: str
    wrong: tuple[Wrong, ...]
    found: Translation


class _Clipping(msgspec.Struct, frozen=True):
    file: str
    translation_errors: tuple[Wrong, ...] = ()


def evaluate(paths: Sequence[Path], texts: Path) -> TranslationScore:
    """How well the errors of the gold are marked.

    Raises:
        GoldError: a file is not of the form above, a text is missing, or no error is in the gold.
    """
    return score(
        [
            _judged(texts / gold.file, "", gold.translation_errors)
            for folder in paths
            for _, gold in read_folder(folder, _Clipping, _EXPECTED)
        ]
    )


def bundled() -> list[Judged]:
    """The translated reports of the bundled corpus."""
    files = {slug: answer.file for slug, answer in answers().items()}
    return [
        _judged(
            FOLDER / "reports" / files[each.report],
            each.language,
            tuple(Wrong(doubt.text, not doubt.core) for doubt in each.doubts),
        )
        for each in translations()
    ]


def score(judged: Sequence[Judged]) -> TranslationScore:
    """The figures of documents.

    Raises:
        GoldError: no error in any of them.
    """
    wanted = [(each, wrong) for each in judged for wrong in each.wrong if not wrong.odd]
    if not wanted:
        raise GoldError(f"no translation error in the gold: expected {_EXPECTED}")
    marks = [(each, doubt) for each in judged for doubt in each.found.doubts]
    right = sum(touches(each, doubt, odd=False) for each, doubt in marks)
    aside = sum(
        touches(each, doubt, odd=True) and not touches(each, doubt, odd=False) for each, doubt in marks
    )
    known = [each for each in judged if each.language]
    return TranslationScore(
        precision=right / max(1, len(marks) - aside),
        recall=sum(is_found(each, wrong) for each, wrong in wanted) / len(wanted),
        language=sum(each.language in each.found.languages[:1] for each in known) / max(1, len(known)),
        per_1000_words=1000 * len(marks) / max(1, sum(words(each.document) for each in judged)),
        marks=len(marks),
        n=len(wanted),
    )


def touches(judged: Judged, doubt: Doubt, *, odd: bool) -> bool:
    """Whether a mark touches words of the gold that mislead, or that are only odd."""
    return any(
        span.overlaps(doubt.span)
        for wrong in judged.wrong
        if wrong.odd is odd
        for span in _places(wrong.text, judged.document)
    )


def is_found(judged: Judged, wrong: Wrong) -> bool:
    """Whether a mark touches the words in one place at least."""
    return any(
        span.overlaps(doubt.span)
        for span in _places(wrong.text, judged.document)
        for doubt in judged.found.doubts
    )


def words(document: Document) -> int:
    """How many words the article has."""
    return sum(len(span.of(document.text).split()) for span in document.sentences)


def _places(written: str, document: Document) -> Iterator[Span]:
    loose = r"\s+".join(re.escape(word) for word in written.split())
    return (Span(*match.span()) for match in re.finditer(loose, document.text))


def _judged(path: Path, language: str, wrong: tuple[Wrong, ...]) -> Judged:
    document = _prepared(path)
    return Judged(
        path.stem, document, language, wrong, as_translation(document, pipeline.read_document(document))
    )


def _prepared(path: Path) -> Document:
    """The text as the program would take it in."""
    for found in sources.find([path]):
        document = found if isinstance(found, Skip) else pipeline.prepared(found)
        if isinstance(document, Skip):
            raise GoldError(f"{path} cannot be read: {document.reason}")
        return document
    raise GoldError(f"{path} holds no text")
