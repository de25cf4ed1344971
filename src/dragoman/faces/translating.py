"""Translations in words: from which language a text seems to come, and how many places are doubtful."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.faces import wording
from dragoman.terms import Doubt, Span, Translation

_NAMES = {
    "ar": "Arabic",
    "bn": "Bengali",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}


def language(code: str) -> str:
    """A language by its name."""
    return _NAMES.get(code, code)


def one_of(codes: Sequence[str]) -> str:
    """Languages of which one is meant: "Japanese, Korean or Chinese"."""
    names = [language(code) for code in codes]
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def origin(translation: Translation) -> str:
    """From which language a text reads like a translation; empty when nothing tells."""
    return f"reads like a translation from {one_of(translation.languages)}" if translation.languages else ""


def places(translation: Translation) -> str:
    """How many places are doubtful; empty when none is."""
    return wording.counted(len(translation.doubts), "doubtful place") if translation.doubts else ""


def spoken(doubt: Doubt) -> str:
    """What is likely meant, and why."""
    return f"likely: {doubt.likely} ({doubt.why})"


def near(translation: Translation, spans: Sequence[Span]) -> tuple[str, ...]:
    """The doubts in stretches of the text, each with what is likely meant."""
    there = (doubt for doubt in translation.doubts if any(doubt.span.overlaps(span) for span in spans))
    return tuple(f"“{' '.join(doubt.says.split())}”, likely: {doubt.likely}" for doubt in there)
