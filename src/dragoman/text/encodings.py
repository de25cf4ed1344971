"""The encodings that news is met in, and the names they go by."""

from __future__ import annotations

import codecs

UTF_8 = "utf-8"
WESTERN = "cp1252"

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Older encodings that are tried, the likelier first; a tie goes to the earlier one.
CANDIDATES = (
    WESTERN,
    "cp1251",
    "koi8-r",
    "cp932",
    "cp949",
    "gb18030",
    "euc-jp",
    "big5",
    "cp1250",
    "cp1253",
    "cp1254",
    "cp866",
)

# What pages declare, and what browsers take it for (WHATWG Encoding Standard, section 4.2): the declared
# sets are parts of the wider ones, and characters outside them are common.
READ_AS: dict[str, str] = {
    "ascii": WESTERN,
    "iso8859-1": WESTERN,
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "hz",
    "iso8859-9": "cp1254",
    "big5": "big5",
    "euc_jp": "euc-jp",
    "iso8859-11": "cp874",
}

# Python codecs that are no encodings of text, or that cost more than linear time.
_NOT_TEXT = frozenset((
    "idna",
    "punycode",
    "undefined",
    "unicode-escape",
    "raw-unicode-escape",
    "utf-7",
    "mbcs",
    "oem",
))  # fmt: skip


def known_as(declared: str | None) -> str | None:
    """The encoding to read a declared charset as; ``None`` when nobody knows it."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip().casefold()).name
        b"a".decode(name)  # raises for codecs that turn bytes into bytes
    except (LookupError, ValueError):
        return None
    return None if name in _NOT_TEXT else READ_AS.get(name, name)
