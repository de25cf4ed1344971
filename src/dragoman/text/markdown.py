"""Markdown to plain text: the marks go, the words stay, each paragraph where it stood.

What a mark means is told by the CommonMark specification (0.31); read here are the marks that articles and
notes about them carry. Lists keep their bullets, tables their bars. Each pattern looks at a bounded stretch,
so that hostile text costs no more than other text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

_MARKABLE = r"!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~"
# An escaped mark waits among the private characters until the others are gone.
_ASIDE = 0xE000
_ESCAPED = re.compile(rf"\\([{_MARKABLE}])")
_WAITING = re.compile(f"[{chr(_ASIDE + 0x21)}-{chr(_ASIDE + 0x7E)}]")
_URL = r"<?(?:[^()\s<>]|\([^()\s]{0,200}\)){0,2000}>?"
_TITLE = r"(?:\s{1,9}(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?"
_ADDRESS = rf"\([ \t]{{0,9}}{_URL}{_TITLE}\s{{0,9}}\)"
_WORDS = r"[^\[\]]{0,1000}"
_COLUMN = r"[ \t]{0,9}:?-{2,100}:?[ \t]{0,9}"
_END_OF_PARAGRAPH = r"\n[ \t]{0,9}\n"


class Mark(msgspec.Struct, frozen=True):
    """One kind of mark, and an example before and after; the example is the test.

    Attributes:
        name: what it is called.
        pattern: finds it.
        kept: what is put in its place, as `re.sub` reads it.
        example, plain: before and after.
    """

    name: str
    pattern: re.Pattern[str]
    kept: str | Callable[[re.Match[str]], str]
    example: str
    plain: str


# Taken away in this order.
MARKS: tuple[Mark, ...] = (
    Mark(
        "comment",
        re.compile(r"<!--(?:(?!<!--|-->).){0,5000}-->", re.S),
        "",
        "He <!-- check -->left.",
        "He left.",
    ),
    Mark(
        "fence",
        re.compile(r"^ {0,3}(?:`{3,}|~{3,})[^\n`]{0,100}$", re.M),
        "",
        "```text\nHe left.\n```",
        "He left.",
    ),
    Mark(
        "heading",
        re.compile(r"^ {0,3}#{1,6}[ \t]{1,9}([^\n]{1,1000}?)[ \t#]{0,20}$", re.M),
        r"\n\1\n",
        "## Envoy leaves ##\nHe left.",
        "Envoy leaves\n\nHe left.",
    ),
    Mark(
        "underlined heading",
        re.compile(r"(?<=[^\n])\n {0,3}(?:={2,200}|-{2,200})[ \t]{0,9}$", re.M),
        r"\n",
        "Envoy leaves\n============\nHe left.",
        "Envoy leaves\n\nHe left.",
    ),
    Mark(
        "rule",
        re.compile(r"^ {0,3}(?:(?:\*[ \t]?){3,100}|(?:-[ \t]?){3,100}|(?:_[ \t]?){3,100})$", re.M),
        "",
        "He left.\n\n* * *\n\nShe stayed.",
        "He left.\n\nShe stayed.",
    ),
    Mark(
        "line under the head of a table",
        re.compile(rf"^[ \t]{{0,3}}\|?(?:{_COLUMN}\|){{1,50}}(?:{_COLUMN})?\n?", re.M),
        "",
        "| Day | Place |\n|---|:--|\n| Friday | Osh |",
        "| Day | Place |\n| Friday | Osh |",
    ),
    Mark("quotation", re.compile(r"^(?: {0,3}>[ \t]?){1,20}", re.M), "", "> > He left.", "He left."),
    Mark(
        "address apart",
        re.compile(r"^ {0,3}\[[^\]\n^]{1,200}\]:[ \t]{0,9}\S{1,2000}[^\n]{0,300}$", re.M),
        "",
        'He left.\n\n[1]: https://news.example/a "A"',
        "He left.",
    ),
    Mark(
        "footnote",
        re.compile(r"\[\^[^\]\s]{1,50}\]:?[ \t]?"),
        "",
        "He left.[^1]\n\n[^1]: By train.",
        "He left.\n\nBy train.",
    ),
    Mark(
        "picture", re.compile(rf"!\[{_WORDS}\]{_ADDRESS}"), "", "![A station](a.jpg)\n\nHe left.", "He left."
    ),
    Mark(
        "link",
        re.compile(rf"\[({_WORDS})\]{_ADDRESS}"),
        r"\1",
        'The [envoy](https://news.example/a_(b) "Who?") left.',
        "The envoy left.",
    ),
    Mark(
        "link to an address apart",
        re.compile(rf"\[({_WORDS})\]\[[^\[\]\n]{{0,200}}\]"),
        r"\1",
        "The [envoy][1] left.",
        "The envoy left.",
    ),
    Mark(
        "bare address",
        re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000})>"),
        r"\1",
        "<https://news.example>",
        "https://news.example",
    ),
    Mark(
        "break",
        re.compile(r"<br ?/?>[ \t]{0,9}\n?", re.I),
        r"\n",
        "He left.<br>She stayed.",
        "He left.\nShe stayed.",
    ),
    Mark(
        "tag",
        re.compile(r"</?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,500})?/?>", re.I),
        "",
        "The <b>envoy</b> left.",
        "The envoy left.",
    ),
    Mark("code", re.compile(r"(`{1,3})([^`]{1,1000})\1"), r"\2", "The `envoy` left.", "The envoy left."),
    Mark(
        "strong by stars",
        re.compile(rf"\*\*(?![\s*])((?:(?!\*\*|{_END_OF_PARAGRAPH}).){{1,2000}})(?<!\s)\*\*", re.S),
        r"\1",
        "The ***old** envoy*, a **man of *Osh***, left.",
        "The old envoy, a man of Osh, left.",
    ),
    Mark(
        "emphasis by stars",
        re.compile(rf"\*(?![\s*])((?:(?!\*|{_END_OF_PARAGRAPH}).){{1,2000}})(?<!\s)\*", re.S),
        r"\1",
        "The *old\nenvoy* left; 5 * 3 * 2.",
        "The old\nenvoy left; 5 * 3 * 2.",
    ),
    Mark(
        "emphasis by underscores",
        re.compile(
            rf"(?<!\w)(_{{1,3}})(?![\s_])((?:(?!_|{_END_OF_PARAGRAPH}).){{1,2000}})(?<!\s)\1(?!\w)", re.S
        ),
        r"\2",
        "The __old__ envoy of _Osh_ sent a_file_name.",
        "The old envoy of Osh sent a_file_name.",
    ),
    Mark("struck out", re.compile(r"~~([^~\n]{1,2000})~~"), r"\1", "He ~~stayed~~ left.", "He stayed left."),
)


def plain(text: str) -> str:
    """``text`` without the marks of Markdown."""
    text = _ESCAPED.sub(lambda match: chr(_ASIDE + ord(match[1])), text)
    for mark in MARKS:
        text = mark.pattern.sub(mark.kept, text)
    return _WAITING.sub(lambda match: chr(ord(match[0]) - _ASIDE), text)
