"""Rules over words: a line such as ``the? n:ORDINAL quarter of y:YEAR`` as an expression over classes.

Every word that any rule or class knows is one character, everything else a blank; a rule is a regular
expression over these characters. Finding then costs about one look at each word.

Notation: names in capitals are classes of the lexicon or macros, OTHER is a word that nothing knows, and
anything else is the word itself. ``?`` behind makes it optional, ``x:`` in front keeps it under the name x,
and ``( | )`` group. ``=`` in front asks for it at this place without taking it and ``!`` forbids it there;
``<=`` and ``<!`` do the same for what stands just before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from dragoman.reading.times.lexicon import CLASSES, CORE, CORE_WORDS

OTHER = " "
_FIRST = 0xE000  # the private use area: no character of a text is one of these

MACROS: dict[str, str] = {
    "NUM": "( HALFWORD an? | CARDINAL -? CARDINAL | CARDINAL and ARTICLE half | NUMERAL and ARTICLE half | "
    "CARDINAL HUNDRED | ARTICLE HUNDRED | CARDINAL | NUMERAL . NUMERAL | NUMERAL , NUMERAL | NUMERAL )",
    "ORDINAL": "( CARDINAL -? ORDINALWORD | ORDINALWORD | ORDINALNUMBER )",
    "DAYNUMBER": "( ORDINALDAY | DAY )",
    "MON": "( SHORTMONTH .? | FULLMONTH )",
    "WD": "( WEEKDAY | SHORTDAY .? )",
    "ABOUT": "( mod:APPROX | mod:( more than ) | mod:( less than ) | mod:( fewer than ) | mod:( at least ) | "
    "mod:( at most ) | mod:( no more than ) | mod:( no less than ) | mod:( up to ) )",
    "EDGEOF": "( the? ( very )? mod:EDGE of )",
    "PART": "( mod:EDGE -? | EDGEOF )",
    "CLOCKTIME": "( CLOCKHOUR : TWODIGITS ( : TWODIGITS )? | CLOCKHOUR . TWODIGITS | CLOCKHOUR )",
    "AMPM": "( a . m .? | p . m .? | am | pm )",
}

# One item of a rule: a bracket, a mark, or a word with what belongs to it; and that word's own parts.
_ITEM = re.compile(r"[a-z]\w*:\(|<!|<=|!|=(?=\s?\(|[a-z,.])|\(|\)\??|\||[^\s()|]+")
_PART = re.compile(r"(?:(?P<name>[a-z]\w*):)?(?P<body>.+?)(?P<optional>\?)?$")
_MARKS = frozenset({"(", ")", ")?", "|", "!", "<!", "<=", "="})
_AROUND = {"!": "(?!", "<!": "(?<!", "<=": "(?<=", "=": "(?="}


class Alphabet:
    """One character for all known words that no rule tells apart: "three" and "four", "1987" and "1988".

    Attributes:
        of: the character of a word; words without one are `OTHER`.
        core: the characters without one of which nothing is an expression.
    """

    def __init__(self, rules: Iterable[str]) -> None:
        named = {body for rule in [*rules, *MACROS.values()] for body in _bodies(rule) if not body.isupper()}
        memberships: dict[str, list[str]] = {word: [] for word in named}
        for name, table in CLASSES.items():
            for word in table:
                memberships.setdefault(word, []).append(name)
        kinds = sorted({self._kind(word, names, named) for word, names in memberships.items()})
        letters = {kind: chr(_FIRST + n) for n, kind in enumerate(kinds)}
        self.of = {word: letters[self._kind(word, names, named)] for word, names in memberships.items()}
        core = {word for name in CORE for word in CLASSES[name]} | (CORE_WORDS & self.of.keys())
        self.core = "".join(sorted({self.of[word] for word in core}))

    @staticmethod
    def _kind(word: str, classes: Sequence[str], named: Collection[str]) -> str:
        """What rules can tell of a word: its classes, and itself when a rule names it."""
        return " ".join([*classes, f"={word}" if word in named else ""])

    def chars(self, name: str) -> str:
        """A class of the lexicon, or one word, as a set of characters."""
        if name == "OTHER":
            return OTHER
        if name in CLASSES:
            return "[" + "".join(sorted({self.of[word] for word in CLASSES[name]})) + "]"
        return self.of[name]


def _bodies(rule: str) -> Iterator[str]:
    """The names and words of a rule, without marks."""
    for item in _ITEM.findall(rule):
        match = _PART.match(item)
        if item not in _MARKS and not item.endswith("(") and match:
            yield match["body"]


def _expanded(rule: str) -> str:
    """A rule with its macros written out."""
    pattern = re.compile(r"(?<![^\s:])(" + "|".join(MACROS) + r")(\?)?(?!\S)")
    while pattern.search(rule):
        rule = pattern.sub(lambda match: MACROS[match[1]] + (match[2] or ""), rule)
    return rule


def compiled(rule: str, alphabet: Alphabet, *, keeping: bool) -> str:
    """A rule as a regular expression over the alphabet.

    Args:
        rule: in the notation above.
        alphabet: made for a set of rules with this one among them.
        keeping: whether what the rule keeps becomes a named group, ``d_1``; a name can come twice.
    """
    seen: dict[str, int] = {}
    out: list[str] = []
    opening = ""  # what the next item is put in, where a mark stood before it
    depth = 0  # of brackets, inside what is only looked at
    for item in _ITEM.findall(_expanded(rule)):
        if item in _AROUND:
            opening = _AROUND[item]
            continue
        piece = _piece(item, alphabet, seen, keeping and not opening and not depth)
        if opening and item == "(":  # its bracket, when it closes, closes the look around as well
            depth = 1
            out.append(f"{opening}{piece}")
        elif opening:
            out.append(f"{opening}{piece})")
        elif depth:
            depth += item == "("
            depth -= item == ")"
            out.append(piece if depth else "))")
        else:
            out.append(piece)
        opening = ""
    return "".join(out)


def _piece(item: str, alphabet: Alphabet, seen: dict[str, int], keeping: bool) -> str:
    """One item of a rule, other than a mark for what is only looked at."""
    if item == "(" or (item.endswith(":(") and not keeping):
        return "(?:"
    if item.endswith(":("):
        return _group(item[:-2], seen)
    match = _PART.match(item)
    if item in _MARKS or match is None:
        return item
    body = alphabet.chars(match["body"])
    if match["name"] and keeping:
        body = f"{_group(match['name'], seen)}{body})"
    return f"(?:{body})?" if match["optional"] else body


def _group(name: str, seen: dict[str, int]) -> str:
    """The opening of a named group, numbered by how often the name has come."""
    seen[name] = seen.get(name, 0) + 1
    return f"(?P<{name}_{seen[name]}>"
