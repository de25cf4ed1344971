"""Rules over words: a line such as ``the? n:ORDINAL quarter of y:YEAR`` as an expression over classes.

Every word that any rule or class knows is one character, everything else a blank; a rule is a regular
expression over these characters. Finding then costs about one look at each word.

Notation: names in capitals are classes of the lexicon or macros, anything else is the word itself; ``?`` behind
makes it optional, ``x:`` in front keeps it, ``( | )`` group, ``!`` in front forbids it here, ``<!`` just
before, ``<=`` asks for it
just before and ``=`` here.
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
    "PART": "( mod:EDGE -? | the? ( very )? mod:EDGE of )",
    "EDGEOF": "( the? ( very )? mod:EDGE of )",
    "CLOCKTIME": "( CLOCKHOUR : TWODIGITS ( : TWODIGITS )? | CLOCKHOUR . TWODIGITS | CLOCKHOUR )",
    "AMPM": "( a . m .? | p . m .? | am | pm )",
}


_ITEM = re.compile(r"[a-z]\w*:\(|<!|<=|!|=(?=\s?\(|[a-z,.])|\(|\)\??|\||[^\s()|]+")
_PART = re.compile(r"(?:(?P<name>[a-z]\w*):)?(?P<body>.+?)(?P<optional>\?)?$")
_MARKS = frozenset({"(", ")", ")?", "|", "!", "<!", "<=", "="})
_AROUND = {"!": "(?!", "<!": "(?<!", "<=": "(?<=", "=": "(?="}


class Alphabet:
    """One character for all known words that the rules cannot tell apart: "three" and "four", "1987" and "1988".

    Attributes:
        of: the character of a word; words without one are `OTHER`.
        core: for a character that makes an expression possible, the names rules call it by.
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
        self.core: dict[str, frozenset[str]] = {}
        for core, tables in CORE.items():
            for word in (word for table in tables for word in CLASSES[table]):
                self._is_core(word, core)
        for word in CORE_WORDS & self.of.keys():
            self._is_core(word, word)

    @staticmethod
    def _kind(word: str, classes: Sequence[str], named: Collection[str]) -> str:
        """What rules can tell of a word: its classes, and itself when a rule names it."""
        return " ".join([*classes, f"={word}" if word in named else ""])

    def _is_core(self, word: str, name: str) -> None:
        self.core[self.of[word]] = self.core.get(self.of[word], frozenset()) | {name}

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


def expanded(rule: str) -> str:
    """The rule with its macros written out."""
    pattern = re.compile(r"(?<![^\s:])(" + "|".join(MACROS) + r")(\?)?(?!\S)")
    while pattern.search(rule):
        rule = pattern.sub(lambda match: MACROS[match[1]] + (match[2] or ""), rule)
    return rule


def compiled(rule: str, alphabet: Alphabet, *, keeping: bool) -> str:
    """A rule as a regular expression over the alphabet.

    Args:
        keeping: whether what the rule keeps becomes a named group, numbered as a name can come twice.
    """
    seen: dict[str, int] = {}
    out: list[str] = []
    opening, depth = "", 0
    for item in _ITEM.findall(expanded(rule)):
        if item in _AROUND:
            opening = _AROUND[item]
            continue
        piece = _piece(item, alphabet, seen, keeping and not opening and not depth)
        if opening and item == "(":  # the bracket closes the look around as well
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
    seen[name] = seen.get(name, 0) + 1
    return f"(?P<{name}_{seen[name]}>"


def required(rule: str) -> frozenset[str]:
    """Names of the core that whatever the rule matches must hold: those that stand outside brackets."""
    depth, found, forbidden = 0, set(), False
    for item in _ITEM.findall(rule):
        if item.endswith("("):
            depth += 1
        elif item.startswith(")"):
            depth -= 1
        elif depth == 0 and item not in _MARKS and not forbidden and not item.endswith("?"):
            match = _PART.match(item)
            if match and (match["body"] in CORE or match["body"] in CORE_WORDS):
                found.add(match["body"])
        forbidden = item in _AROUND
    return frozenset(found)
