"""Whether a sentence ends at a full stop: rules in order, the first that holds decides.

In the examples a bar stands where a sentence ends; every other stop in them must not end one. The examples
are the tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import msgspec

REMEMBERED = 4096
"""Stops whose verdict is kept: a text of nothing but "a. a. a." is judged once, not a million times."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _words(
    """
    dr mr mrs ms mx prof gen lt col sgt capt maj cpl brig adm cmdr sen rep gov pres amb hon rev fr st
    ste mt ft messrs supt insp det vol fig art para sect ch ed eds trans sq vs v cf eg ie e.g i.e viz
    approx ca est al min dept univ mgr msgr lt.gen lt.col maj.gen brig.gen vice-pres
    """
)
"""Abbreviations that never end a sentence: something that belongs to them follows."""

BEFORE_NUMBERS = _words(
    """
    no nos nr p pp jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    """
)
"""Abbreviations that hold on to a number after them, and to nothing else."""

EITHER = _words(
    """
    inc corp co ltd llc plc bros jr sr ph.d m.d b.a m.a u.s u.k u.n u.s.a e.u u.a.e u.s.s.r d.c l.a n.y
    a.m p.m am pm b.c a.d etc gmbh s.a ave blvd rd bn mn cent ret
    """
)
"""Abbreviations that can end a sentence; they do when an opener follows."""

OPENERS = _words(
    """
    The A An He She It They We I You This That These Those There Here In On At But And So However
    Meanwhile After Before When While If As For From With Since Because Although Though Yet Now Then
    What Who Why How Where Its His Her Their Our My Your Also According By During Earlier Later Both
    Some Many Most All No Not Nor Or One Two Despite Under Until Once Last Still Only Even Each Another
    Such To
    """
)
"""Words that with a capital begin a sentence rather than a name."""

JOINERS = _words(
    """
    and but or nor which who whom as while because although though that where when so
    """
)
"""Words that go on with a sentence across a stop set by a translating machine."""

_ASKED = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|added|wrote|replied|told|cried|wondered)\b"
)


class Stop(msgspec.Struct, frozen=True):
    """A full stop, question or exclamation mark, and what stands around it.

    Attributes:
        word: the word before, without opening quotes or brackets.
        first: the word opens its paragraph.
        mark: the stop itself; several in a row are one.
        closing: quotes and brackets closed right after it.
        space: whitespace follows.
        after: the beginning of what follows, at most 60 characters.
    """

    word: str
    first: bool
    mark: str
    closing: str
    space: bool
    after: str

    @property
    def letter(self) -> str:
        """The first character that follows, past opening quotes and brackets."""
        return self.after.lstrip("\"'“‘«„([—–- ")[:1]

    @property
    def next_word(self) -> str:
        """The first word that follows, past opening quotes."""
        words = self.after.lstrip("\"'“‘«„([").split(None, 1)
        return words[0].rstrip(".,;:!?\"'”’») ") if words else ""

    @property
    def core(self) -> str:
        """The word before in small letters."""
        return self.word.lower()

    @property
    def is_initial(self) -> bool:
        """The word before is one capital letter, or capitals with stops between them."""
        return all(len(part) == 1 and part.isupper() for part in self.word.split("."))

    @property
    def has_opener(self) -> bool:
        """What follows begins a sentence and is no name."""
        return self.next_word in OPENERS


class Rule(msgspec.Struct, frozen=True):
    """When it holds, whether the sentence ends there, and examples."""

    name: str
    ends: bool
    holds: Callable[[Stop], bool]
    examples: tuple[str, ...]


def _is_dot(stop: Stop) -> bool:
    return stop.mark in {".", ".."}


RULES: tuple[Rule, ...] = (
    Rule(
        "nothing follows",
        True,
        lambda stop: not stop.after,
        ("It rained.|", "“It rained.”|", "It means that it rained..|"),
    ),
    Rule(
        "another mark follows",
        False,
        lambda stop: stop.after[0] in ",;:.!?…)]”’%",
        ("“We will come.”, he wrote.|", "He waited . . . and left.|", "The U.S., he said, is far.|"),
    ),
    Rule(
        "stop of Chinese or Japanese",
        True,
        lambda stop: stop.mark[-1] in "。！？",
        ("The envoy left。|The talks go on。|", "Why？|Nobody knows.|", "They cheered！|He waved.|"),
    ),
    Rule(
        "number of a list",
        False,
        lambda stop: (
            stop.first
            and stop.mark == "."
            and len(stop.word) <= 3
            and (stop.word.isdigit() or stop.is_initial)
        ),
        ("1. The border stays shut.|", "12. Aid arrives.|", "B. Saparov resigned.|"),
    ),
    Rule(
        "three dots go on in small letters",
        False,
        lambda stop: ("…" in stop.mark or len(stop.mark) > 2) and not stop.letter.isupper(),
        ("He waited ... and left.|", "“Well… perhaps,” she said.|"),
    ),
    Rule(
        "no space, capitalised word",
        True,
        lambda stop: not stop.space and _opens_unspaced(stop),
        (
            "Ten were dead.|The army left.|",
            "It ended in 2021.|Nobody signed.|",
            "They came.|“We stay,” he said.|",
            "He was tired.|I was not.|",
            "Is it over?|Nobody knows.|",
        ),
    ),
    Rule(
        "no space",
        False,
        lambda stop: not stop.space,
        (
            "He told Gazette.co.kz that it fell by 3.5 percent.|",
            "The U.S.A is far.|",
            "An iskander.M was seen.|",
            "The site Osh.News closed at 9.30.|",
            "It runs on Node.JS now.|",
        ),
    ),
    Rule(
        "title, Latin or part of a name",
        False,
        lambda stop: _is_dot(stop) and stop.core in TITLES and not stop.closing,
        (
            "Dr. Saparov met Gen. Kim in St. Petersburg.|",
            "Grain, e.g. Wheat, was short.|",
            "It was Osh vs. Jalal on Sunday.|",
            "Lt. Col. Aman spoke.|",
        ),
    ),
    Rule(
        "abbreviation before a number",
        False,
        lambda stop: _is_dot(stop) and stop.core in BEFORE_NUMBERS and stop.after[0].isdigit(),
        ("On Nov. 5 the No. 2 official left.|", "See pp. 14 and Oct. 3 papers.|"),
    ),
    Rule(
        "stop after a quote that goes on",
        False,
        lambda stop: stop.word[-1:] in {"'", "’", "”", '"'} and stop.next_word in JOINERS,
        ("He wrote of 'a vain war'. and left.|",),
    ),
    Rule(
        "speaker after a quote",
        False,
        lambda stop: stop.closing != "" and (stop.letter.islower() or _names_speaker(stop)),
        (
            "“Will you come?” he asked.|",
            '"Never!" the envoy cried.| ',
            "“Who are you?” General Aman asked.|",
            "The firm (Osh Water Inc.) closed.|",
        ),
    ),
    Rule(
        "initials",
        False,
        lambda stop: _is_dot(stop) and stop.is_initial and stop.core not in EITHER and not stop.has_opener,
        ("J. Smith and A. B. Kim met.|", "The paper quoted Vladimir V. Petrov.|"),
    ),
    Rule(
        "abbreviation that can end",
        False,
        lambda stop: _is_dot(stop) and stop.core in EITHER and not stop.closing and not stop.has_opener,
        (
            "U.S. President Biden called.|",
            "At 9 a.m. Moscow time it began.|",
            "Osh Water Inc. Shares fell.|",
            "Guns, tents, etc. were sent.|",
        ),
    ),
    Rule(
        "small letter after an abbreviation with inner stops",
        False,
        lambda stop: _is_dot(stop) and stop.letter.islower() and ("." in stop.word or len(stop.word) == 1),
        ("The C.I.S. countries met.|", "It costs 40 c. a day.|"),
    ),
    Rule(
        "name with a mark in it",
        False,
        lambda stop: stop.mark == "!" and stop.word[:1].isupper() and stop.letter.islower(),
        ("The firm Zap! said it would close.|",),
    ),
    Rule(
        "space follows",
        True,
        lambda stop: True,
        (
            "It rained.| The army left.|",
            "They come from the U.S.| The rest walked.|",
            "It began at 9 a.m.| He slept.|",
            "That was plan B.| The army left.|",
            "It ended in Nov.| Nobody came.|",
            "It is likely to go on.| points out.|",
            "They were reduced to 12.| 40 more fled.|",
            "“We must use it.| We will,” he said.|",
            "He said it was over..| The others nodded.|",
            "Really?!| Yes.|",
            "It was...| Nobody knew.|",
        ),
    ),
)


def _opens_unspaced(stop: Stop) -> bool:
    """Whether a new sentence is glued to the stop: a word before it, a capitalised word after it."""
    letters = stop.after.lstrip("\"'“‘«„([")
    if len(stop.word) < 2 or stop.is_initial or stop.core in EITHER | TITLES | {"www"}:
        return False
    if letters[:2] in {"I ", "A "}:
        return True
    glued = letters[:1].isupper() and letters[1:2].islower()
    return glued and (stop.mark != "." or not stop.word[-1].isupper()) and not _is_address(stop)


def _is_address(stop: Stop) -> bool:
    """Whether the words around the stop are one name, as in Osh.News."""
    return (
        stop.mark == "."
        and stop.word[0].isupper()
        and stop.next_word.lower() in {"com", "net", "org", "news", "info"}
    )


def _names_speaker(stop: Stop) -> bool:
    """Whether a question or cry is followed by the name of who uttered it."""
    return stop.mark[-1] in "?!" and _ASKED.match(stop.after) is not None


@lru_cache(REMEMBERED)
def ends_sentence(stop: Stop) -> bool:
    """Whether a sentence ends at ``stop``, by the first of `RULES` that holds."""
    return next(rule.ends for rule in RULES if rule.holds(stop))
