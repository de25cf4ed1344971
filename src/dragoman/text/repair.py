"""Mending what transport did to a text, and nothing else.

Wording, spelling and quotation marks stay as they are. What is mended: line ends, text decoded twice
(mojibake), character references left in plain text, control and invisible characters, odd spaces.
"""

from __future__ import annotations

import html
import re
import unicodedata

import ftfy
import ftfy.badness
import msgspec

# ftfy looks at one stretch at a time: a correct line must not hide a broken one, and no line may be so
# long that its many passes over it are felt.
_LONGEST_STRETCH = 20_000
_RETURNS = re.compile("\r\n?")
_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")  # not before mojibake is undone, which has 0x85 in it
# Mojibake always has some other character than those of careful English typography.
_UNUSUAL = re.compile("[^\x00-\x7f“”‘’–—…\u00a0]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb"
)
# C0 and C1 controls save tab and newline; 0x85 has become a line end before.
_CONTROLS = "".join(map(chr, [*range(9), *range(11, 32), *range(127, 160)]))
_TO_CLEAN = re.compile(f"[{re.escape(_CONTROLS + _SPACES + _INVISIBLE)}\ud800-\udfff]")


class Repaired(msgspec.Struct, frozen=True):
    """A mended text, and what was mended."""

    text: str
    notes: tuple[str, ...] = ()


def repair(text: str) -> Repaired:
    """The text as it was before it was sent through the wrong hands; clean text comes back as it is."""
    notes: list[str] = []
    text = _RETURNS.sub("\n", text)
    if "&" in text:
        text = _noted(text, _REFERENCE.sub(_unescaped, text), "character references resolved", notes)
    if not text.isascii():
        text = _noted(text, _unbroken(text), "mojibake repaired", notes)
        text = unicodedata.normalize("NFC", text)
    text = _RETURNS.sub("\n", _LINE_ENDS.sub("\n", text))
    text = _noted(text, _TO_CLEAN.sub(_cleaned, text), "control and invisible characters removed", notes)
    return Repaired(text, tuple(notes))


def legible(text: str) -> str:
    """The text on one line, without control and invisible characters; nothing else is touched."""
    return " ".join(_TO_CLEAN.sub(_cleaned, text).split())


def _noted(before: str, after: str, note: str, notes: list[str]) -> str:
    """``after``; when it differs by more than spaces, with a note."""
    if after != before and after.split() != before.split():
        notes.append(note)
    return after


def _unescaped(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def _cleaned(match: re.Match[str]) -> str:
    return " " if match[0] in _SPACES else ""


def _unbroken(text: str) -> str:
    if _UNUSUAL.search(text) is None or not ftfy.badness.is_bad(text):
        return text
    return "".join(_unbroken_stretch(stretch) for stretch in _stretches(text))


def _unbroken_stretch(stretch: str) -> str:
    if stretch.isascii() or not ftfy.badness.is_bad(stretch):
        return stretch
    return ftfy.fix_encoding(stretch)


def _stretches(text: str) -> list[str]:
    """Lines with their ends; long ones cut at a space where there is one."""
    stretches: list[str] = []
    for line in _LINE.findall(text):
        start = 0
        while len(line) - start > _LONGEST_STRETCH:
            space = line.rfind(" ", start, start + _LONGEST_STRETCH)
            end = space + 1 if space > start else start + _LONGEST_STRETCH
            stretches.append(line[start:end])
            start = end
        stretches.append(line[start:])
    return stretches
