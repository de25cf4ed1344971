"""Bytes to text.

Cheap and exact checks first: byte order marks, UTF-8 (which other text is next to never valid as), NULs
that only UTF-16 has. Then the likely older encodings are tried and the most plausible text wins. A
declared charset is a hint among others, since it is often wrong.
"""

from __future__ import annotations

import codecs
import re

import charset_normalizer
import msgspec

from dragoman.text.encodings import BOMS, CANDIDATES, UTF_8, WESTERN, known_as
from dragoman.text.plausible import legibility, plausibility

# Enough to tell encodings apart; the whole of a long text would cost more and tell no more.
_SAMPLE_BYTES = 16_384
# Below this no candidate reads like text and the slow general detector is asked. Right decodings of
# the round-trip tests have .78 and more.
_CONVINCING = 0.6
_DECLARED_BONUS = 0.08
_META_CHARSET = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})", re.I)
# UTF-16 of the round-trip tests gives 1.0 in the right byte order, .81 and less in the wrong one.
_LEGIBLE = 0.9
# One NUL in so many bytes may have strayed in; UTF-16 of letters with spaces between words has more.
_STRAY_NULS = 10
_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
# UTF-8 text with a few bytes of something else pasted in is still UTF-8.
_MOST_STRAY = 0.1
_STRAY = {0xDC00 + byte: bytes([byte]).decode(WESTERN, "ignore") for byte in range(128, 256)}


class Decoded(msgspec.Struct, frozen=True):
    """A text, and what was remarkable about getting it."""

    text: str
    notes: tuple[str, ...] = ()


def decode(content: bytes, charset: str | None = None) -> Decoded:
    """The text of some bytes; never raises.

    Args:
        content: the bytes.
        charset: what their container declared; a wrong one does no harm.
    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], encoding)
    if content.isascii() and b"\x00" not in content:
        return _seven_bit(content)
    wide = _wide_encoding(content)
    if wide is not None:
        return Decoded(content.decode(wide, "replace"), (f"decoded as {wide} without a mark",))
    return _as_utf_8(content) or _as_older(content, charset)


def _marked(content: bytes, encoding: str) -> Decoded:
    notes = () if encoding == UTF_8 else (f"decoded as {encoding}",)
    return Decoded(content.decode(encoding, "replace"), notes)


def _seven_bit(content: bytes) -> Decoded:
    """ASCII, unless it holds the escapes of Japanese mail."""
    if any(escape in content for escape in _ESCAPES):
        try:
            return Decoded(content.decode("iso2022_jp"), ("decoded as iso-2022-jp",))
        except UnicodeDecodeError:
            pass
    return Decoded(content.decode("ascii"))


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 by its NULs; of its two byte orders the one that gives letters.

    No other text has NULs, unless a few have strayed into it; without them it reads as UTF-8.
    """
    sample = content[: _SAMPLE_BYTES & ~1]
    nuls = sample.count(0)
    if nuls * 100 < len(sample) or (nuls * _STRAY_NULS < len(sample) and _reads_as_utf_8(sample)):
        return None
    orders = {order: legibility(sample.decode(order, "replace")) for order in ("utf-16-le", "utf-16-be")}
    best = max(orders, key=orders.__getitem__)
    return best if orders[best] > _LEGIBLE else None


def _reads_as_utf_8(sample: bytes) -> bool:
    text = _strict(sample.replace(b"\x00", b""), UTF_8)
    return text is not None and legibility(text) > _LEGIBLE


def _as_utf_8(content: bytes) -> Decoded | None:
    try:
        return Decoded(content.decode(UTF_8))
    except UnicodeDecodeError:
        pass
    text = content.decode(UTF_8, "surrogateescape")
    stray = len(re.findall("[\udc80-\udcff]", text))
    foreign = len(re.findall("[^\x00-\x7f\udc80-\udcff]", text))
    if stray > max(3, foreign * _MOST_STRAY) or foreign <= stray:
        return None
    return Decoded(text.translate(_STRAY), (f"{stray} bytes that are not UTF-8 read as {WESTERN}",))


def _as_older(content: bytes, charset: str | None) -> Decoded:
    sample = telling_lines(content)
    declared = known_as(charset) or known_as(_declared_within(content))
    encoding, score = _best(sample, declared)
    if score < _CONVINCING:
        encoding = _detected(sample) or encoding
    text = content.decode(encoding, "replace")
    return Decoded(text, (f"decoded as {encoding}",))


def telling_lines(content: bytes) -> bytes:
    """The lines that are not ASCII, up to a limit: all that tells one older encoding from another."""
    lines: list[bytes] = []
    size = 0
    for line in content.splitlines():
        if not line.isascii():
            lines.append(line[: _SAMPLE_BYTES - size])
            size += len(lines[-1])
        if size >= _SAMPLE_BYTES:
            break
    return b"\n".join(lines)


def _declared_within(content: bytes) -> str | None:
    """The charset a page declares in its own head."""
    match = _META_CHARSET.search(content[:4096])
    return match[1].decode("ascii") if match else None


def _best(sample: bytes, declared: str | None) -> tuple[str, float]:
    """The encoding whose reading is the most plausible; the declared one is believed a little more."""
    names = dict.fromkeys((*([declared] if declared else []), *CANDIDATES))
    best, best_score = declared or WESTERN, -1.0
    for name in names:
        text = _strict(sample, name)
        if text is None:
            continue
        score = plausibility(text, name) + (_DECLARED_BONUS if name == declared else 0.0)
        if score > best_score:
            best, best_score = name, score
    return best, best_score


def _strict(sample: bytes, encoding: str) -> str | None:
    """The sample in one encoding, or ``None``; a character cut off at its end is forgiven."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(sample, final=False)
    except (UnicodeError, LookupError):
        return None


def _detected(sample: bytes) -> str | None:
    match = charset_normalizer.from_bytes(sample[:4096]).best()
    return match.encoding if match is not None else None
